/** « Pourquoi ce rang ? »: the terms of the score, each with where it comes from. */
import { Popover, UnstyledButton } from '@mantine/core';
import type { PriorityRow } from '../../../shared/contract/overview.ts';
import { formatCount } from '../../../shared/format/number.ts';
import { ratioOf } from '../../../shared/kernel/cents.ts';
import { prioritiesText } from '../../../shared/text/screens/priorities.ts';
import { useLanguage, useText } from '../../parts/reader.tsx';
import styles from './priorities.module.css';

export function WhyRank({ row, isReachable }: { row: PriorityRow; isReachable: boolean }) {
  const words = useText(prioritiesText);
  const language = useLanguage();
  return (
    <Popover width={420} position="bottom-start" withRoles={false}>
      <Popover.Target>
        <UnstyledButton className={styles.why} data-print="never" tabIndex={isReachable ? 0 : -1}>
          {words.why}
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown role="dialog" aria-label={words.whyTitle(row.name)}>
        <ul className={styles.terms}>
          {row.terms.map((term) => (
            <li key={term.name}>{term.explanation}</li>
          ))}
        </ul>
        <p className={styles.score}>
          <span>{words.value}</span>
          <strong>{formatCount(ratioOf(Math.round(row.value), 1, 100), { language })}</strong>
        </p>
        <p className={styles.note}>{words.whyNote}</p>
      </Popover.Dropdown>
    </Popover>
  );
}
