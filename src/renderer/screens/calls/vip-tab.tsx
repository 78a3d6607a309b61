/** The VIP customers: their task, who treats it, and those that wait for too long. */
import { useMemo, useState } from 'react';
import type { VipRow } from '../../../shared/contract/calls.ts';
import { scenarioText } from '../../../shared/text/dunning-verdict.ts';
import { callsScreenText } from '../../../shared/text/screens/calls.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { Amount } from '../../parts/amount.tsx';
import { Badge } from '../../parts/badge.tsx';
import type { Column } from '../../parts/data-table/table-types.ts';
import { DateText } from '../../parts/date-text.tsx';
import { FilterChip } from '../../parts/filters.tsx';
import { useText } from '../../parts/reader.tsx';
import { textColumn } from '../promises/columns.tsx';
import { FollowUpList } from '../promises/follow-up-list.tsx';

export function VipTab() {
  const api = useApi();
  const all = useText(callsScreenText);
  const words = all.vip;
  const [isTaskOnly, setTaskOnly] = useState(false);
  const list = useWindows((part) =>
    api.query.calls.vip.queryOptions({ input: { isTaskOnly, ...part } }),
  );
  const done = useCommand((call) => call.dunning.completeTask, { said: () => words.taskDone });
  const columns = useVipColumns();
  return (
    <FollowUpList
      id="vip"
      label={all.tabs.vip}
      columns={columns}
      list={list}
      rowKey={(row) => row.customerId}
      workbook={{ list: 'vip', input: { isTaskOnly } }}
      empty={words.empty}
      totals={{ overdue: <Amount cents={list.head?.totalCents ?? 0} /> }}
      otherTotals={list.head?.otherTotals}
      filters={
        <FilterChip
          label={words.tasksOnly}
          isOn={isTaskOnly}
          onToggle={() => setTaskOnly(!isTaskOnly)}
        />
      }
      menu={({ customerId, dueOn }) =>
        dueOn === null
          ? []
          : [
              {
                label: words.done,
                run: () => void done.run({ payerId: customerId, movesLevel: true, comment: '' }),
              },
            ]
      }
    />
  );
}

function useVipColumns(): readonly Column<VipRow>[] {
  const all = useText(callsScreenText);
  const words = all.vip;
  const channels = useText(scenarioText).channels;
  return useMemo<readonly Column<VipRow>[]>(
    () => [
      {
        id: 'name',
        label: all.customer,
        width: 190,
        grow: 2,
        isFixed: true,
        cell: (row) => row.name,
      },
      textColumn('person', all.person, (row) => row.person ?? words.nobody, {
        width: 140,
        grow: 1,
      }),
      {
        id: 'overdue',
        label: all.overdue,
        width: 150,
        align: 'end',
        cell: (row) => (
          <Amount
            cents={row.overdueCents}
            daysPastDue={row.oldestDaysPastDue}
            others={row.otherOverdue}
          />
        ),
      },
      textColumn('stepLabel', words.step, (row) => row.stepLabel ?? '', { width: 140 }),
      textColumn(
        'channel',
        words.channel,
        (row) => (row.channel === null ? '' : channels[row.channel]),
        {
          width: 130,
        },
      ),
      {
        id: 'dueOn',
        label: words.dueOn,
        width: 180,
        cell: (row) => (
          <>
            <DateText date={row.dueOn} />{' '}
            {row.isUntreated && <Badge tone="danger">{words.untreated}</Badge>}
          </>
        ),
      },
      textColumn('repCode', words.rep, (row) => row.repCode ?? '', { width: 110 }),
    ],
    [all, words, channels],
  );
}
