/** Stops (suspensions), those to look at again first. */
import { useMemo, useState } from 'react';
import { followUpText } from '../../../shared/text/screens/follow-up.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { Amount } from '../../parts/amount.tsx';
import { Badge } from '../../parts/badge.tsx';
import type { Column } from '../../parts/data-table/table-types.ts';
import { DateText } from '../../parts/date-text.tsx';
import { FilterChip } from '../../parts/filters.tsx';
import { useText } from '../../parts/reader.tsx';
import { amountColumn, dayColumn, nameColumns, textColumn } from './columns.tsx';
import { FollowUpList } from './follow-up-list.tsx';

type HoldRow = Awaited<ReturnType<ApiClient['overview']['holds']>>['rows'][number];

export function HoldsTab() {
  const api = useApi();
  const words = useText(followUpText);
  const [isExpiringOnly, setExpiringOnly] = useState(false);
  const list = useWindows((part) =>
    api.query.overview.holds.queryOptions({ input: { isExpiringOnly, ...part } }),
  );
  const end = useCommand((call) => call.actions.endHold, { said: () => words.holdEnded });
  const columns = useMemo<readonly Column<HoldRow>[]>(
    () => [
      {
        id: 'reviewOn',
        label: words.reviewOn,
        width: 170,
        cell: (row) => (
          <>
            <DateText date={row.reviewOn} />{' '}
            {row.isExpired && <Badge tone="amber">{words.expired}</Badge>}
          </>
        ),
      },
      ...nameColumns<HoldRow>(words),
      amountColumn(
        'amount',
        words.overdue,
        (row) => row.amountCents,
        ({ currency, otherAmounts }) => ({ currency, others: otherAmounts }),
      ),
      textColumn('reason', words.reason, (row) => words.reasons[row.reason] ?? row.reason, {
        width: 130,
      }),
      textColumn('documentNumber', words.document, (row) => row.documentNumber ?? '', {
        width: 120,
      }),
      textColumn('comment', words.comment, (row) => row.comment, { width: 190, grow: 3 }),
      dayColumn('since', words.since, (row) => row.since),
    ],
    [words],
  );
  return (
    <FollowUpList
      id="holds"
      label={words.tabs.holds}
      columns={columns}
      list={list}
      rowKey={(row) => row.holdId}
      workbook={{ list: 'holds', input: { isExpiringOnly } }}
      empty={words.empty.holds}
      totals={{ amount: <Amount cents={list.head?.totalCents ?? 0} /> }}
      otherTotals={list.head?.otherTotals}
      filters={
        <FilterChip
          label={words.expiring}
          isOn={isExpiringOnly}
          onToggle={() => setExpiringOnly(!isExpiringOnly)}
        />
      }
      menu={(row) => [{ label: words.endHold, run: () => void end.run({ holdId: row.holdId }) }]}
    />
  );
}
