/** What each mark means. */
import { watchText } from '../../../../shared/text/screens/watch.ts';
import { useText } from '../../../parts/reader.tsx';
import { MARK_KINDS, SHAPES } from './mark-shape.tsx';
import styles from './timeline.module.css';

export function LegendLine() {
  const words = useText(watchText);
  return (
    <ul className={styles.legend}>
      {MARK_KINDS.map((kind) => {
        const { icon: Icon, tone } = SHAPES[kind];
        return (
          <li key={kind} className={styles.key}>
            <span className={styles.keyIcon} data-tone={tone}>
              <Icon size={15} stroke={1.8} aria-hidden />
            </span>
            {words.kinds[kind]}
          </li>
        );
      })}
    </ul>
  );
}
