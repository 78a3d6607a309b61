/**
 * One list of the follow-up: rows that each lead to a customer, with their total and their Excel.
 *
 *     <FollowUpList id="holds" label={…} columns={columns} list={list} rowKey={…}
 *       workbook={{ list: 'holds', input: {} }} empty="…" menu={(row) => […]} />
 */
import type { ReactNode } from 'react';
import { useMemo, useState } from 'react';
import type { ApiClient } from '../../api/client.ts';
import type { Windowed } from '../../api/windows.ts';
import { useWorkbook } from '../../commands/use-workbook.ts';
import { useCustomerMenu, useListActions, useOpenCustomer } from '../../frame/open-customer.tsx';
import { DataTable } from '../../parts/data-table/data-table.tsx';
import { TableTools } from '../../parts/data-table/table-bar.tsx';
import { useTableState } from '../../parts/data-table/table-state.ts';
import type { Column, MenuEntry, RowKey } from '../../parts/data-table/table-types.ts';
import { type OtherAmount, OtherTotals } from '../../parts/other-totals.tsx';
import { EmptyState } from '../../parts/states.tsx';
import styles from './promises.module.css';

type WorkbookList = Parameters<ApiClient['reports']['makeWorkbook']>[0]['list'];

export interface FollowUpListProps<Row extends { readonly customerId: number }> {
  readonly id: string;
  readonly label: string;
  readonly columns: readonly Column<Row>[];
  readonly list: Windowed<Row, unknown>;
  readonly rowKey: (row: Row) => RowKey;
  readonly workbook: { readonly list: WorkbookList; readonly input: unknown };
  readonly empty: string;
  readonly filters?: ReactNode;
  readonly totals?: Readonly<Record<string, ReactNode>>;
  /** What the totals do not count: amounts in other currencies. */
  readonly otherTotals?: readonly OtherAmount[] | undefined;
  /** What can be done with a row, before what can be done with its customer. */
  readonly menu?: (row: Row) => MenuEntry[];
  /** The row one stands on, for keys of the list's own. */
  readonly onActive?: (row: Row | null) => void;
}

export function FollowUpList<Row extends { readonly customerId: number }>(
  props: FollowUpListProps<Row>,
) {
  const { id, label, columns, list, workbook, menu } = props;
  const state = useTableState(id, columns);
  const book = useWorkbook();
  const openCustomer = useOpenCustomer();
  const customerMenu = useCustomerMenu();
  const [active, setActive] = useState<number | null>(null);
  useListActions(active);
  const empty = useMemo(() => <EmptyState sentence={props.empty} />, [props.empty]);
  return (
    <div className={styles.list}>
      <div className={styles.bar} data-print="never">
        <div className={styles.filters}>{props.filters}</div>
        <TableTools
          columns={columns}
          state={state}
          isExporting={book.isRunning}
          onExport={(names) => void book.make({ ...workbook, title: label, columns: [...names] })}
        />
      </div>
      <DataTable
        id={id}
        label={label}
        columns={columns}
        rows={list}
        state={state}
        rowKey={props.rowKey}
        question={JSON.stringify(workbook.input)}
        onOpen={(row) => openCustomer(row.customerId)}
        onActive={(row) => {
          setActive(row?.customerId ?? null);
          props.onActive?.(row);
        }}
        menu={(row) => [...(menu?.(row) ?? []), ...customerMenu(row.customerId)]}
        empty={empty}
        {...(props.totals !== undefined && { totals: props.totals })}
      />
      <OtherTotals totals={props.otherTotals ?? []} />
    </div>
  );
}
