/** What is to be done with customers, by day; and the calls that were made. */
import { useMemo, useState } from 'react';
import { followUpText } from '../../../shared/text/screens/follow-up.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { useCommand } from '../../commands/use-command.tsx';
import { callsSearch } from '../../frame/addresses.ts';
import { useScreenSearch } from '../../frame/navigation.ts';
import type { Column } from '../../parts/data-table/table-types.ts';
import { FilterChip } from '../../parts/filters.tsx';
import { useText } from '../../parts/reader.tsx';
import { Screen } from '../../parts/screen.tsx';
import { ScreenTabs } from '../../parts/tabs.tsx';
import {
  amountColumn,
  dayColumn,
  inCurrency,
  nameColumns,
  textColumn,
} from '../promises/columns.tsx';
import { FollowUpList } from '../promises/follow-up-list.tsx';

type TaskRow = Awaited<ReturnType<ApiClient['overview']['tasks']>>['rows'][number];
type CallRow = Awaited<ReturnType<ApiClient['overview']['calls']>>['rows'][number];

const TABS = ['tasks', 'calls'] as const;

export default function CallsScreen() {
  const words = useText(followUpText);
  const [{ tab }, setSearch] = useScreenSearch(callsSearch);
  return (
    <Screen title={words.callsTitle} isFixed>
      <ScreenTabs
        label={words.callsTitle}
        value={tab}
        tabs={TABS.map((value) => ({ value, label: words.callTabs[value] }))}
        onChange={(value) => setSearch({ tab: value })}
      >
        {tab === 'tasks' ? <TasksTab /> : <CallsTab />}
      </ScreenTabs>
    </Screen>
  );
}

function TasksTab() {
  const api = useApi();
  const words = useText(followUpText);
  const [isLateOnly, setLateOnly] = useState(false);
  const list = useWindows((part) =>
    api.query.overview.tasks.queryOptions({ input: { isLateOnly, ...part } }),
  );
  const close = useCommand((call) => call.actions.closeTask, { said: () => words.taskClosed });
  const columns = useMemo<readonly Column<TaskRow>[]>(
    () => [
      dayColumn('dueOn', words.dueOn, (row) => row.dueOn),
      ...nameColumns<TaskRow>(words),
      textColumn('kind', words.task, (row) => words.tasks[row.kind] ?? row.kind, { width: 180 }),
      amountColumn(
        'overdue',
        words.overdue,
        (row) => row.overdueCents,
        (row) => ({ others: row.otherOverdue }),
      ),
      textColumn('comment', words.comment, (row) => row.comment, { width: 200, grow: 2 }),
    ],
    [words],
  );
  return (
    <FollowUpList
      id="tasks"
      label={words.callTabs.tasks}
      columns={columns}
      list={list}
      rowKey={(row) => row.taskId ?? `call-${row.customerId}`}
      workbook={{ list: 'tasks', input: { isLateOnly } }}
      empty={words.emptyTasks}
      filters={
        <FilterChip
          label={words.lateOnly}
          isOn={isLateOnly}
          onToggle={() => setLateOnly(!isLateOnly)}
        />
      }
      menu={({ taskId }) =>
        taskId === null ? [] : [{ label: words.closeTask, run: () => void close.run({ taskId }) }]
      }
    />
  );
}

function CallsTab() {
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
