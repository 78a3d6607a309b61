/** Who was approved but no longer to be written to: named, each with its reason. */
import { Button } from '@mantine/core';
import { remindersText } from '../../../shared/text/screens/reminders.ts';
import { useText } from '../../parts/reader.tsx';
import styles from './reminders.module.css';
import { useWritten } from './use-written.ts';

export interface LeftAsideRow {
  readonly payerId: number;
  readonly name: string;
  readonly sentence: string;
}

export function LeftAside(props: {
  readonly rows: readonly LeftAsideRow[];
  readonly onHide: () => void;
}) {
  const { rows, onHide } = props;
  const words = useText(remindersText);
  const { named } = useWritten();
  if (rows.length === 0) return null;
  return (
    <section className={styles.aside} role="status">
      <div className={styles.bar}>
        <strong>{named(rows.length, words.leftOut)}</strong>
        <span className={styles.space} />
        <Button variant="subtle" onClick={onHide}>
          {words.hide}
        </Button>
      </div>
      <ul className={styles.plainList}>
        {rows.map((row) => (
          <li key={row.payerId}>{row.sentence}</li>
        ))}
      </ul>
    </section>
  );
}
