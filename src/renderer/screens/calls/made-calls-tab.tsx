/** Calls that were made, latest first. */
import { useMemo } from 'react';
import { followUpText } from '../../../shared/text/screens/follow-up.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import type { Column } from '../../parts/data-table/table-types.ts';
import { useText } from '../../parts/reader.tsx';
import { amountColumn, dayColumn, inCurrency, textColumn } from '../promises/columns.tsx';
import { FollowUpList } from '../promises/follow-up-list.tsx';

type CallRow = Awaited<ReturnType<ApiClient['overview']['calls']>>['rows'][number];

export function MadeCallsTab() {
  const api = useApi();
  const words = useText(followUpText);
  const list = useWindows((part) =>
    api.query.overview.calls.queryOptions({ input: { fromDay: null, ...part } }),
  );
  const columns = useMemo<readonly Column<CallRow>[]>(
    () => [
      dayColumn('day', words.day, (row) => row.day),
      {
        id: 'name',
        label: words.customer,
        width: 200,
        grow: 2,
        isFixed: true,
        cell: (row) => row.name,
      },
      textColumn(
        'direction',
        words.direction,
        (row) => (row.direction === 'in' ? words.in : words.out),
        { width: 90 },
      ),
      textColumn('outcome', words.outcome, (row) => words.calls[row.outcome] ?? row.outcome, {
        width: 170,
      }),
      amountColumn('amount', words.amount, (row) => row.amountCents, inCurrency),
      {
        ...textColumn('contactName', words.contact, (row: CallRow) => row.contactName ?? '', {
          width: 140,
        }),
        isHiddenAtFirst: true,
      },
      textColumn('comment', words.comment, (row) => row.comment, { width: 200, grow: 2 }),
    ],
    [words],
  );
  return (
    <FollowUpList
      id="calls"
      label={words.callTabs.calls}
      columns={columns}
      list={list}
      rowKey={(row) => row.contactLogId}
      workbook={{ list: 'calls', input: { fromDay: null } }}
      empty={words.emptyCalls}
    />
  );
}
