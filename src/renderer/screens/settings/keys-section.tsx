/** All the keys there are, whatever the screen. */
import { frameText } from '../../../shared/text/screens/frame.ts';
import { keysText } from '../../../shared/text/screens/keys.ts';
import { settingsText } from '../../../shared/text/screens/settings.ts';
import { SCREENS } from '../../frame/screens.ts';
import { ACTION_KEYS } from '../../keys/customer-actions.tsx';
import { KeyHint } from '../../parts/key-hint.tsx';
import { useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import styles from './settings.module.css';

type Row = readonly [keys: string, label: string];

export function KeysSection() {
  const words = useText(settingsText);
  const names = useText(keysText);
  const screens = useText(frameText);
  const { signs } = names;
  const going: readonly Row[] = [
    ...SCREENS.flatMap(({ key, word }): readonly Row[] =>
      key === undefined ? [] : [[`g ${key}`, names.go(screens[word])]],
    ),
    [`${signs.ctrl} K`, names.search],
    ['?', names.help],
  ];
  const lists: readonly Row[] = [
    ['j ↓', names.down],
    ['k ↑', names.up],
    [signs.enter, names.open],
    [`${signs.ctrl} ${signs.enter}`, names.fullPage],
    [signs.space, names.tick],
    [`${signs.shift} F10`, names.menu],
    [signs.escape, names.back],
  ];
  const actions: readonly Row[] = [
    [ACTION_KEYS.call, names.call],
    [ACTION_KEYS.promise, names.promise],
    [ACTION_KEYS.dispute, names.dispute],
    [ACTION_KEYS.note, names.note],
    [ACTION_KEYS.stop, names.stop],
    [ACTION_KEYS.done, names.doneToday],
  ];
  return (
    <div className={styles.keys}>
      <Keys title={words.keyScreens} rows={going} />
      <Keys title={words.keyLists} rows={lists} />
      <Keys title={words.keyActions} rows={actions} />
    </div>
  );
}

function Keys({ title, rows }: { readonly title: string; readonly rows: readonly Row[] }) {
  return (
    <Section title={title}>
      <dl className={styles.keyList}>
        {rows.map(([keys, label]) => (
          <div key={keys}>
            <dt>{label}</dt>
            <dd>
              <span className={styles.spoken}>{keys}</span>
              <KeyHint keys={keys} />
            </dd>
          </div>
        ))}
      </dl>
    </Section>
  );
}
