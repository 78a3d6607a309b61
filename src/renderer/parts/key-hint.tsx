/** The key of an action, shown beside it: `<KeyHint keys="Ctrl K" />`, `<KeyHint keys="a" />`. */
import styles from './key-hint.module.css';

export function KeyHint(props: { readonly keys: string }) {
  return (
    <span className={styles.hint} aria-hidden data-print="never">
      {props.keys.split(' ').map((key) => (
        <kbd key={key} className={styles.key}>
          {key}
        </kbd>
      ))}
    </span>
  );
}
