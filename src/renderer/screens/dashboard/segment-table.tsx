/** What each segment of payers owes, the late part of it drawn to one scale. */
import { UnstyledButton } from '@mantine/core';
import { formatCount } from '../../../shared/format/number.ts';
import { payerBehaviourText } from '../../../shared/text/payer-behaviour.ts';
import { dashboardText } from '../../../shared/text/screens/dashboard.ts';
import { useGo } from '../../frame/navigation.ts';
import { Amount } from '../../parts/amount.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Section } from '../../parts/screen.tsx';
import type { Dashboard } from './answer.ts';
import styles from './dashboard.module.css';

type Segment = Dashboard['segments'][number];

export function SegmentTable({ segments }: { segments: readonly Segment[] }) {
  const words = useText(dashboardText);
  const { segments: names } = useText(payerBehaviourText);
  const language = useLanguage();
  const go = useGo();
  const largest = Math.max(...segments.map(({ outstandingCents }) => outstandingCents));
  if (!(largest > 0)) return null;
  return (
    <Section title={words.segments} note={words.segmentsNote}>
      <PlainTable
        label={words.segments}
        head={[words.segment, end(words.outstanding), end(words.overdueNow)]}
        rows={segments.map((row) => {
          const { segment } = row;
          return {
            key: segment ?? '',
            cells: [
              <span key="name" className={styles.named}>
                {segment === null ? (
                  words.noSegment
                ) : (
                  <UnstyledButton
                    className={styles.link}
                    onClick={() => go('/customers', { only: ['open'], segment: [segment] })}
                  >
                    {names[segment]}
                  </UnstyledButton>
                )}
                <SegmentBar row={row} largest={largest} />
              </span>,
              <span key="owed" className={styles.counted}>
                <Amount cents={row.outstandingCents} bare />
                <span className={styles.count}>{formatCount(row.customerCount, { language })}</span>
              </span>,
              <Amount key="late" cents={row.overdueCents} bare />,
            ],
          };
        })}
      />
    </Section>
  );
}

function SegmentBar({ row, largest }: { row: Segment; largest: number }) {
  const owed = Math.max(0, row.outstandingCents);
  const late = Math.min(row.overdueCents, owed);
  return (
    <span className={styles.bar} aria-hidden>
      <span style={{ flexGrow: late }} data-part="late" />
      <span style={{ flexGrow: owed - late }} data-part="rest" />
      <span style={{ flexGrow: largest - owed }} />
    </span>
  );
}
