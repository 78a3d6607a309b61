/** Tasks on customers, by day. */
import { useMemo, useState } from 'react';
import { followUpText } from '../../../shared/text/screens/follow-up.ts';
import type { ApiClient } from '../../api/client.ts';
import { useApi } from '../../api/connection.tsx';
import { useWindows } from '../../api/windows.ts';
import { useCommand } from '../../commands/use-command.tsx';
import type { Column } from '../../parts/data-table/table-types.ts';
import { FilterChip } from '../../parts/filters.tsx';
import { useText } from '../../parts/reader.tsx';
import { amountColumn, dayColumn, nameColumns, textColumn } from '../promises/columns.tsx';
import { FollowUpList } from '../promises/follow-up-list.tsx';

type TaskRow = Awaited<ReturnType<ApiClient['overview']['tasks']>>['rows'][number];

export function TasksTab() {
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
