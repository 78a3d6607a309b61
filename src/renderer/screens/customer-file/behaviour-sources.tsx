/** What one term counts, row by row; what is left out stands struck, with its reason. */
import { Button } from '@mantine/core';
import { IconArrowLeft } from '@tabler/icons-react';
import { useQuery } from '@tanstack/react-query';
import { formatCount, formatDays } from '../../../shared/format/number.ts';
import { payerText } from '../../../shared/text/screens/payer.ts';
import { useApi } from '../../api/connection.tsx';
import { Amount } from '../../parts/amount.tsx';
import { DateText } from '../../parts/date-text.tsx';
import { end, PlainTable } from '../../parts/plain-table.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { Skeleton } from '../../parts/states.tsx';
import styles from './behaviour.module.css';
import type { BehaviourData } from './use-behaviour.ts';

export type SourceTerm = BehaviourData['terms'][number]['code'] | 'segment';

export function BehaviourSources(props: {
  readonly customerId: number;
  readonly term: SourceTerm;
  readonly onBack: () => void;
}) {
  const { customerId, term, onBack } = props;
  const api = useApi();
  const words = useText(payerText);
  const language = useLanguage();
  const { data } = useQuery(api.query.payers.sources.queryOptions({ input: { customerId, term } }));
  return (
    <>
      <div>
        <Button
          variant="subtle"
          data-autofocus
          leftSection={<IconArrowLeft size={14} stroke={1.7} aria-hidden />}
          onClick={onBack}
        >
          {words.back}
        </Button>
      </div>
      {data === undefined && <Skeleton lines={6} />}
      {data?.total === 0 && <p className={styles.quiet}>{words.noSources}</p>}
      {data !== undefined && data.total > 0 && (
        <PlainTable
          label={words.why}
          head={[words.document, words.day, end(words.late), end(words.amount), words.why]}
          rows={data.rows.map((row) => ({
            key: row.key,
            cells: [
              <span key="label" className={row.isCounted ? undefined : styles.left}>
                {row.label}
              </span>,
              <DateText key="day" date={row.day} form="day" />,
              row.delayDays === null ? '' : formatDays(row.delayDays, { language }),
              row.amountCents === null ? (
                ''
              ) : (
                <Amount key="amount" cents={row.amountCents} currency={row.currency} />
              ),
              <span key="note" className={styles.quiet}>
                {row.note}
              </span>,
            ],
          }))}
        />
      )}
      {data !== undefined && data.total > data.rows.length && (
        <p className={styles.quiet}>
          {words.moreSources(formatCount(data.total - data.rows.length, { language }))}
        </p>
      )}
    </>
  );
}
