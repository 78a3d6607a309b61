/** Addresses that refuse messages: whose they are, why, and whether another one works. */
import { useMemo } from 'react';
import { followUpText } from '../../../shared/text/screens/follow-up.ts';
import { repliesText } from '../../../shared/text/screens/replies.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { Badge } from '../../parts/badge.tsx';
import type { Column } from '../../parts/data-table/table-types.ts';
import { useText } from '../../parts/reader.tsx';
import { amountColumn, dayColumn, textColumn } from './columns.tsx';
import { FollowUpList } from './follow-up-list.tsx';

type RefusedRow = Awaited<ReturnType<ApiClient['outbox']['refusedAddresses']>>['rows'][number];

export function RefusedTab() {
  const api = useApi();
  const common = useText(followUpText);
  const words = useText(repliesText);
  const list = useWindows((part) =>
    api.query.outbox.refusedAddresses.queryOptions({ input: part }),
  );
  const clear = useCommand((call) => call.outbox.clearAddress, { said: () => words.cleared });
  const columns = useMemo<readonly Column<RefusedRow>[]>(
    () => [
      {
        id: 'address',
        label: words.address,
        width: 220,
        grow: 1,
        isFixed: true,
        cell: (row) => row.address,
      },
      {
        id: 'code',
        label: common.code,
        width: 90,
        isHiddenAtFirst: true,
        cell: (row) => row.code,
      },
      textColumn('name', common.customer, (row) => row.name || words.unknownOwner, {
        width: 190,
        grow: 1,
      }),
      dayColumn('day', words.refusedOn, (row) => row.day),
      textColumn('sentence', words.refusal, (row) => row.sentence, { width: 250, grow: 2 }),
      {
        id: 'hasOther',
        label: words.hasOther,
        width: 118,
        cell: (row) => (row.hasOther ? words.yes : <Badge tone="amber">{words.no}</Badge>),
      },
      amountColumn(
        'overdue',
        common.overdue,
        (row) => row.overdueCents,
        () => ({}),
      ),
    ],
    [common, words],
  );
  return (
    <FollowUpList
      id="refused"
      label={words.tabs.refused}
      columns={columns}
      list={list}
      rowKey={(row) => `${row.address}|${row.customerId}`}
      workbook={{ list: 'refused_addresses', input: {} }}
      empty={words.emptyRefused}
      menu={(row) => [{ label: words.clear, run: () => void clear.run({ address: row.address }) }]}
    />
  );
}
