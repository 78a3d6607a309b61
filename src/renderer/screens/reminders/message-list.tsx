/** The messages of the day, each with its tick: those who leave by themselves and those who ask. */
import { Button, Menu } from '@mantine/core';
import { IconChecks } from '@tabler/icons-react';
import { type ReactNode, useMemo, useState } from 'react';
import type { PlannedRow } from '../../../shared/contract/dunning.ts';
import { keysText } from '../../../shared/text/screens/keys.ts';
import { remindersText } from '../../../shared/text/screens/reminders.ts';
import { useWorkbook } from '../../commands/use-workbook.ts';
import type { Failure } from '../../failure/failure.ts';
import { useCustomerMenu, useListActions } from '../../frame/open-customer.tsx';
import { useKeys } from '../../keys/keys.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { useLocalRows } from '../../parts/data-table/local-rows.ts';
import { TableTools } from '../../parts/data-table/table-bar.tsx';
import { useTableState } from '../../parts/data-table/table-state.ts';
import type { RowKey } from '../../parts/data-table/table-types.ts';
import { useText } from '../../parts/reader.tsx';
import { EmptyState } from '../../parts/states.tsx';
import { type BatchChoices, useBatchChoices } from './batch-choices.ts';
import { useMessageColumns } from './batch-columns.tsx';
import styles from './reminders.module.css';
import { type Kind, useRemindersSearch } from './reminders-search.ts';
import { WhyDialog } from './why-dialog.tsx';

export interface BatchListProps {
  readonly rows: readonly PlannedRow[] | undefined;
  readonly failure: Failure | null;
  readonly retry: () => void;
  readonly isNarrowed: boolean;
  /** What stands at the beginning of the line above the list. */
  readonly lead: ReactNode;
}

export function MessageList(props: BatchListProps & { readonly kind: Exclude<Kind, 'tasks'> }) {
  const { rows, failure, retry, isNarrowed, lead, kind } = props;
  const words = useText(remindersText);
  const [search, setSearch] = useRemindersSearch();
  const choices = useBatchChoices();
  const columns = useMessageColumns(kind);
  const state = useTableState(`reminders-${kind}`, columns);
  const list = useLocalRows(rows, failure, retry);
  const [active, setActive] = useState<PlannedRow | null>(null);
  const [asked, setAsked] = useState<PlannedRow | null>(null);
  const customerMenu = useCustomerMenu();
  const preview = (row: PlannedRow, isEditing: boolean) =>
    setSearch({ open: row.payerId, isEditing });
  useListActions(active?.payerId ?? null, rows?.map(({ payerId }) => payerId) ?? []);
  useRowKeys(active, { edit: (row) => preview(row, true), why: setAsked });
  const ticked = useMemo(
    () => new Set<RowKey>((rows ?? []).filter(choices.isTicked).map(({ payerId }) => payerId)),
    [rows, choices.isTicked],
  );
  const { scenario, profile, text } = search;
  const empty = isNarrowed ? words.emptyFilter : words.empty[kind];
  return (
    <>
      <div className={styles.bar} data-print="never">
        {lead}
        <span className={styles.space} />
        <Tools rows={rows ?? []} choices={choices} columns={columns} state={state} kind={kind} />
      </div>
      <div className={styles.quietTicks}>
        <DataTable
          id={`reminders-${kind}`}
          label={words.kinds[kind]}
          columns={columns}
          rows={list}
          state={state}
          rowKey={(row) => row.payerId}
          question={JSON.stringify({ scenario, profile, text })}
          ticked={ticked}
          onTick={(next) => retick(rows ?? [], ticked, next, choices)}
          onOpen={(row) => preview(row, false)}
          onActive={setActive}
          menu={(row) => [
            { label: words.preview, keys: 'enter', run: () => preview(row, false) },
            { label: words.edit, keys: 'e', run: () => preview(row, true) },
            { label: words.why, keys: 'w', run: () => setAsked(row) },
            ...customerMenu(row.payerId),
          ]}
          empty={<EmptyState sentence={empty} />}
        />
      </div>
      {asked !== null && (
        <WhyDialog customerId={asked.payerId} name={asked.name} onClose={() => setAsked(null)} />
      )}
    </>
  );
}

/** Only what was changed on screen is a choice: the others keep what is proposed. */
function retick(
  rows: readonly PlannedRow[],
  before: ReadonlySet<RowKey>,
  after: ReadonlySet<RowKey>,
  choices: BatchChoices,
): void {
  const moved = rows.filter(({ payerId }) => before.has(payerId) !== after.has(payerId));
  const isOn = (row: PlannedRow) => after.has(row.payerId);
  choices.tick(moved.filter(isOn), true);
  choices.tick(
    moved.filter((row) => !isOn(row)),
    false,
  );
}

function useRowKeys(
  row: PlannedRow | null,
  acts: { readonly edit: (row: PlannedRow) => void; readonly why: (row: PlannedRow) => void },
): void {
  const words = useText(remindersText);
  const names = useText(keysText);
  const on = (act: (row: PlannedRow) => void) => () => {
    if (row !== null) act(row);
  };
  useKeys(
    names.list,
    [
      { keys: 'e', label: words.edit, run: on(acts.edit) },
      { keys: 'w', label: words.why, run: on(acts.why) },
    ],
    { isEnabled: row !== null },
  );
}

function Tools(props: {
  readonly rows: readonly PlannedRow[];
  readonly choices: BatchChoices;
  readonly columns: ReturnType<typeof useMessageColumns>;
  readonly state: ReturnType<typeof useTableState>;
  readonly kind: Exclude<Kind, 'tasks'>;
}) {
  const { rows, choices, columns, state, kind } = props;
  const words = useText(remindersText);
  const book = useWorkbook();
  const [{ scenario, profile, text }] = useRemindersSearch();
  const input = { tab: kind, scenarioKey: scenario, profile, channel: null, text };
  const automatic = rows.filter(({ mode }) => mode === 'automatic');
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <Button leftSection={<IconChecks size={15} stroke={1.6} />}>{words.ticks}</Button>
        </Menu.Target>
        <Menu.Dropdown>
          <Menu.Item onClick={() => choices.tick(rows, true)}>{words.tickAll}</Menu.Item>
          <Menu.Item
            onClick={() => {
              choices.tick(rows, false);
              choices.tick(automatic, true);
            }}
          >
            {words.tickAutomatic}
          </Menu.Item>
          <Menu.Item onClick={() => choices.tick(rows, false)}>{words.untickAll}</Menu.Item>
        </Menu.Dropdown>
      </Menu>
      <TableTools
        columns={columns}
        state={state}
        isExporting={book.isRunning}
        onExport={(names) =>
          void book.make({
            list: 'reminders',
            input,
            title: words.kinds[kind],
            columns: [...names],
          })
        }
      />
    </>
  );
}
