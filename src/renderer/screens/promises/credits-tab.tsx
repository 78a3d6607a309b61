/** Credit notes, receipts and deposits that reduce nothing yet. */
import { useMemo } from 'react';
import { followUpText } from '../../../shared/text/screens/follow-up.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { Amount } from '../../parts/amount.tsx';
import type { Column } from '../../parts/data-table/table-types.ts';
import { useText } from '../../parts/reader.tsx';
import { amountColumn, dayColumn, inCurrency, nameColumns, textColumn } from './columns.tsx';
import { FollowUpList } from './follow-up-list.tsx';

type CreditRow = Awaited<ReturnType<ApiClient['overview']['creditsToAllocate']>>['rows'][number];

export function CreditsTab() {
  const api = useApi();
  const words = useText(followUpText);
  const list = useWindows((part) =>
    api.query.overview.creditsToAllocate.queryOptions({ input: part }),
  );
  const columns = useMemo<readonly Column<CreditRow>[]>(
    () => [
      dayColumn('day', words.day, (row) => row.day),
      ...nameColumns<CreditRow>(words),
      textColumn('kind', words.kind, (row) => words.kinds[row.kind] ?? row.kind, { width: 110 }),
      textColumn('documentNumber', words.document, (row) => row.documentNumber, { width: 130 }),
      amountColumn('amount', words.amount, (row) => row.amountCents, inCurrency),
      amountColumn('customerOverdue', words.overdue, (row) => row.customerOverdueCents, inCurrency),
      textColumn('label', words.label, (row) => row.label, { width: 180, grow: 3 }),
    ],
    [words],
  );
  return (
    <FollowUpList
      id="credits"
      label={words.tabs.credits}
      columns={columns}
      list={list}
      rowKey={(row) =>
        `${row.customerId}|${row.kind}|${row.documentNumber}|${row.day}|${row.amountCents}`
      }
      workbook={{ list: 'credits', input: {} }}
      empty={words.empty.credits}
      totals={{ amount: <Amount cents={list.head?.totalCents ?? 0} /> }}
      otherTotals={list.head?.otherTotals}
    />
  );
}
