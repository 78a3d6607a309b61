/** What the scenarios ask a person to do today: calls, orders to block, files to hand over. */
import { useState } from 'react';
import type { PlannedRow } from '../../../shared/contract/dunning.ts';
import { keysText } from '../../../shared/text/screens/keys.ts';
import { remindersText } from '../../../shared/text/screens/reminders.ts';
import { useWorkbook } from '../../commands/use-workbook.ts';
import { useCustomerMenu, useListActions, useOpenCustomer } from '../../frame/open-customer.tsx';
import { useKeys } from '../../keys/keys.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { useLocalRows } from '../../parts/data-table/local-rows.ts';
import { TableTools } from '../../parts/data-table/table-bar.tsx';
import { useTableState } from '../../parts/data-table/table-state.ts';
import { useText } from '../../parts/reader.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { useMessageColumns } from './batch-columns.tsx';
import type { BatchListProps } from './message-list.tsx';
import styles from './reminders.module.css';
import { useRemindersSearch } from './reminders-search.ts';
import { TaskDialog } from './task-dialog.tsx';
import { keyOf } from './use-batch.ts';
import { WhyDialog } from './why-dialog.tsx';

type Asked = { readonly row: PlannedRow; readonly what: 'done' | 'why' };

export function TaskList(props: BatchListProps) {
  const { rows, failure, retry, isNarrowed, lead } = props;
  const words = useText(remindersText);
  const names = useText(keysText);
  const [{ scenario, profile, text }] = useRemindersSearch();
  const columns = useMessageColumns('tasks');
  const state = useTableState('reminders-tasks', columns);
  const list = useLocalRows(rows, failure, retry);
  const book = useWorkbook();
  const openCustomer = useOpenCustomer();
  const customerMenu = useCustomerMenu();
  const [active, setActive] = useState<PlannedRow | null>(null);
  const [asked, setAsked] = useState<Asked | null>(null);
  const sequence = [...new Set((rows ?? []).map(({ payerId }) => payerId))];
  useListActions(active?.payerId ?? null, sequence);
  const ask = (row: PlannedRow | null, what: Asked['what']) => {
    if (row !== null) setAsked({ row, what });
  };
  useKeys(
    names.list,
    [
      { keys: 'd', label: words.markDone, run: () => ask(active, 'done') },
      { keys: 'w', label: words.why, run: () => ask(active, 'why') },
    ],
    { isEnabled: active !== null },
  );
  const open = (row: PlannedRow) => {
    if (row.channel === 'call') openCustomer(row.payerId, { action: 'call', sequence });
    else setAsked({ row, what: 'done' });
  };
  const filter = { tab: 'tasks', scenarioKey: scenario, profile, channel: null, text };
  return (
    <>
      <div className={styles.bar} data-print="never">
        {lead}
        <span className={styles.space} />
        <TableTools
          columns={columns}
          state={state}
          isExporting={book.isRunning}
          onExport={(shown) =>
            void book.make({
              list: 'reminders',
              input: filter,
              title: words.kinds.tasks,
              columns: [...shown],
            })
          }
        />
      </div>
      <DataTable
        id="reminders-tasks"
        label={words.kinds.tasks}
        columns={columns}
        rows={list}
        state={state}
        rowKey={keyOf}
        question={JSON.stringify({ scenario, profile, text })}
        onOpen={open}
        onActive={setActive}
        menu={(row) => [
          { label: words.markDone, keys: 'd', run: () => ask(row, 'done') },
          { label: words.why, keys: 'w', run: () => ask(row, 'why') },
          ...customerMenu(row.payerId, sequence),
        ]}
        empty={<EmptyState sentence={isNarrowed ? words.emptyFilter : words.empty.tasks} />}
      />
      {asked?.what === 'done' && <TaskDialog row={asked.row} onClose={() => setAsked(null)} />}
      {asked?.what === 'why' && (
        <WhyDialog
          customerId={asked.row.payerId}
          name={asked.row.name}
          onClose={() => setAsked(null)}
        />
      )}
    </>
  );
}
