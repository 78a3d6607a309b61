/**
 * The groups of a list beside it, each with how many and how much; one click narrows the list to
 * a group, another takes it back.
 */
import { Amount } from '../../parts/amount.tsx';
import styles from './reminders.module.css';
import { useWritten } from './use-written.ts';

export interface RailGroup {
  readonly key: string;
  readonly label: string;
  readonly count: number;
  readonly amountCents: number;
  readonly currency?: string;
  /** A short word under the name. */
  readonly note?: string;
}

export function GroupRail(props: {
  readonly title: string;
  readonly groups: readonly RailGroup[];
  readonly chosen: string | null;
  readonly onChoose: (key: string | null) => void;
}) {
  const { title, groups, chosen, onChoose } = props;
  const { count } = useWritten();
  if (groups.length === 0) return null;
  return (
    <section className={styles.railSection} aria-label={title}>
      <h2 className={styles.railTitle}>{title}</h2>
      <ul className={styles.railList}>
        {groups.map((group) => (
          <li key={group.key}>
            <button
              type="button"
              className={styles.railGroup}
              aria-pressed={chosen === group.key}
              onClick={() => onChoose(chosen === group.key ? null : group.key)}
            >
              <span className={styles.railLine}>
                <span className={styles.railLabel}>{group.label.replace(/\.$/u, '')}</span>
                <span className={styles.railCount}>{count(group.count)}</span>
              </span>
              <span className={styles.railLine}>
                <span className={styles.railNote}>{group.note}</span>
                <span className={styles.railAmount}>
                  <Amount cents={group.amountCents} currency={group.currency ?? 'EUR'} />
                </span>
              </span>
            </button>
          </li>
        ))}
      </ul>
    </section>
  );
}
