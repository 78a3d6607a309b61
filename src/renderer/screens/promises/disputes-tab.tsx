/** Disputes, with the day an answer is due. */
import { useMemo, useState } from 'react';
import { followUpText } from '../../../shared/text/screens/follow-up.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { Amount } from '../../parts/amount.tsx';
import type { Column } from '../../parts/data-table/table-types.ts';
import { FilterChip } from '../../parts/filters.tsx';
import { useText } from '../../parts/reader.tsx';
import { amountColumn, dayColumn, inCurrency, nameColumns, textColumn } from './columns.tsx';
import { FollowUpList } from './follow-up-list.tsx';

type DisputeRow = Awaited<ReturnType<ApiClient['overview']['disputes']>>['rows'][number];

const ENDS = ['credit_note', 'maintained', 'partly'] as const;

export function DisputesTab() {
  const api = useApi();
  const words = useText(followUpText);
  const [isOpen, setOpen] = useState(true);
  const list = useWindows((part) =>
    api.query.overview.disputes.queryOptions({ input: { isOpen, ...part } }),
  );
  const close = useCommand((call) => call.actions.closeDispute, { said: () => words.closed });
  const columns = useMemo<readonly Column<DisputeRow>[]>(
    () => [
      { ...dayColumn('answerBy', words.answerBy, (row: DisputeRow) => row.answerBy), width: 124 },
      ...nameColumns<DisputeRow>(words),
      amountColumn('amount', words.amount, (row) => row.amountCents, inCurrency),
      textColumn('reason', words.reason, (row) => words.reasons[row.reason] ?? row.reason, {
        width: 110,
      }),
      textColumn('owner', words.owner, (row) => row.owner, { width: 120 }),
      textColumn('documents', words.documents, (row) => row.documentNumbers.join(', '), {
        width: 116,
      }),
      textColumn('comment', words.comment, (row) => row.comment, { width: 200, grow: 3 }),
      {
        ...dayColumn('openedOn', words.openedOn, (row: DisputeRow) => row.openedOn),
        isHiddenAtFirst: true,
      },
    ],
    [words],
  );
  return (
    <FollowUpList
      id="disputes"
      label={words.tabs.disputes}
      columns={columns}
      list={list}
      rowKey={(row) => row.disputeId}
      workbook={{ list: 'disputes', input: { isOpen } }}
      empty={words.empty.disputes}
      totals={{ amount: <Amount cents={list.head?.totalCents ?? 0} /> }}
      otherTotals={list.head?.otherTotals}
      filters={
        <>
          <FilterChip label={words.open} isOn={isOpen} onToggle={() => setOpen(true)} />
          <FilterChip label={words.closedOnes} isOn={!isOpen} onToggle={() => setOpen(false)} />
        </>
      }
      menu={(row) =>
        row.outcome !== null
          ? []
          : ENDS.map((outcome) => ({
              label: words.close[outcome] ?? outcome,
              run: () => void close.run({ disputeId: row.disputeId, outcome }),
            }))
      }
    />
  );
}
