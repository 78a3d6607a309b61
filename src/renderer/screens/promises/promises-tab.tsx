/** Promises to pay with what became of each, judged by the bank. */
import { useMemo, useState } from 'react';
import { formatCount } from '../../../shared/format/number.ts';
import { agreementsText } from '../../../shared/text/screens/agreements.ts';
import { followUpText } from '../../../shared/text/screens/follow-up.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { Amount } from '../../parts/amount.tsx';
import { Badge, type Tone } from '../../parts/badge.tsx';
import type { Column } from '../../parts/data-table/table-types.ts';
import { FilterChip } from '../../parts/filters.tsx';
import { useLanguage, useText } from '../../parts/reader.tsx';
import { amountColumn, dayColumn, inCurrency, nameColumns, textColumn } from './columns.tsx';
import { FollowUpList } from './follow-up-list.tsx';
import { LetterDialog } from './letter-dialog.tsx';
import styles from './promises.module.css';

type PromiseRow = Awaited<ReturnType<ApiClient['overview']['promises']>>['rows'][number];

const TONES: Readonly<Record<PromiseRow['outcome'], Tone>> = {
  pending: 'accent',
  to_verify: 'amber',
  kept: 'green',
  partly_kept: 'amber',
  late: 'green',
  broken: 'danger',
  settled_by_credit: 'neutral',
  cancelled: 'neutral',
};

export function PromisesTab(props: {
  readonly outcomes: readonly string[];
  readonly onOutcomes: (outcomes: readonly string[]) => void;
}) {
  const { outcomes, onOutcomes } = props;
  const api = useApi();
  const words = useText(followUpText);
  const { letters } = useText(agreementsText);
  const language = useLanguage();
  const [confirming, setConfirming] = useState<number | null>(null);
  const list = useWindows((part) =>
    api.query.overview.promises.queryOptions({ input: { outcomes: [...outcomes], ...part } }),
  );
  const cancel = useCommand((call) => call.actions.cancelPromise, {
    said: () => words.cancelled,
    undo:
      ({ promiseId }) =>
      (call, commandId) =>
        call.actions.restorePromise({ commandId, promiseId }),
  });
  const columns = useColumns();
  const toggle = (outcome: string) =>
    onOutcomes(
      outcomes.includes(outcome)
        ? outcomes.filter((one) => one !== outcome)
        : [...outcomes, outcome],
    );
  return (
    <div className={styles.list}>
      <FollowUpList
        id="promises"
        label={words.tabs.promises}
        columns={columns}
        list={list}
        rowKey={(row) => row.promiseId}
        workbook={{ list: 'promises', input: { outcomes } }}
        empty={words.empty.promises}
        totals={{ amount: <Amount cents={list.head?.totalCents ?? 0} /> }}
        otherTotals={list.head?.otherTotals}
        filters={(list.head?.counts ?? []).map(({ outcome, count }) => (
          <FilterChip
            key={outcome}
            label={words.outcomes[outcome] ?? outcome}
            note={formatCount(count, { language })}
            isOn={outcomes.includes(outcome)}
            onToggle={() => toggle(outcome)}
          />
        ))}
        menu={(row) =>
          row.outcome === 'cancelled'
            ? []
            : [
                ...(row.outcome === 'pending'
                  ? [{ label: letters.promise, run: () => setConfirming(row.promiseId) }]
                  : []),
                {
                  label: words.cancel,
                  run: () => void cancel.run({ promiseId: row.promiseId, reason: 'cancelled' }),
                },
              ]
        }
      />
      {confirming !== null && (
        <LetterDialog
          subject={{ about: 'promise', sourceId: confirming }}
          onClose={() => setConfirming(null)}
        />
      )}
    </div>
  );
}

function useColumns(): readonly Column<PromiseRow>[] {
  const words = useText(followUpText);
  return useMemo<readonly Column<PromiseRow>[]>(
    () => [
      dayColumn('promisedFor', words.promisedFor, (row) => row.promisedFor),
      ...nameColumns<PromiseRow>(words),
      amountColumn('amount', words.amount, (row) => row.amountCents, inCurrency),
      amountColumn('received', words.received, (row) => row.receivedCents, inCurrency),
      {
        id: 'outcome',
        label: words.outcome,
        width: 136,
        cell: (row) => <Badge tone={TONES[row.outcome]}>{words.outcomes[row.outcome]}</Badge>,
      },
      textColumn('documents', words.documents, (row) => row.documentNumbers.join(', '), {
        width: 170,
        grow: 2,
      }),
      textColumn('comment', words.comment, (row) => row.comment, { width: 140, grow: 1 }),
      {
        ...dayColumn('promisedOn', words.promisedOn, (row: PromiseRow) => row.promisedOn),
        isHiddenAtFirst: true,
      },
    ],
    [words],
  );
}
