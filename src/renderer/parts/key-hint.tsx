/**
 * The keys of an action, shown beside it, under the names of the reader's keyboard:
 * `<KeyHint keys="ctrl+k" />`, `<KeyHint keys="a" />`, `<KeyHint keys="g p" />`.
 */
import { keysText } from '../../shared/text/screens/keys.ts';
import styles from './key-hint.module.css';
import { useText } from './reader.tsx';

export function KeyHint(props: { readonly keys: string }) {
  const names = useKeyNames();
  return (
    <span className={styles.hint} aria-hidden data-print="never">
      {names(props.keys).map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}

const ARROWS: Readonly<Record<string, string>> = { arrowdown: '↓', arrowup: '↑' };

/** The names of keys one by one: `ctrl+enter` → `Ctrl`, `Entrée`. */
export function useKeyNames(): (keys: string) => readonly string[] {
  const signs: Readonly<Record<string, string>> = useText(keysText).signs;
  return (keys) =>
    keys.split(/[ +]/).map((key) => {
      const name = signs[key.toLowerCase()] ?? ARROWS[key];
      return name ?? (/^f\d+$/.test(key) ? key.toUpperCase() : key);
    });
}
