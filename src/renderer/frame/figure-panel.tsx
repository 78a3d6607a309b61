/**
 * What a figure is made of, over the right of its screen: the rows of a list with their total, to
 * Excel, each opening its customer.
 *
 *     <FigurePanel id="forecast-items" label={title} heading={title} note={subject}
 *       columns={columns} list={list} question={question} rowKey={…} totals={{ amount: … }}
 *       workbook={{ list: 'forecast_items', title }} empty={words.noItem} onClose={…} />
 */
import type { ReactNode } from 'react';
import type { ApiClient } from '../api/client.ts';
import type { Windowed } from '../api/windows.ts';
import { useWorkbook } from '../commands/use-workbook.ts';
import { DataTable } from '../parts/data-table/data-table.tsx';
import { TableTools } from '../parts/data-table/table-bar.tsx';
import { useTableState } from '../parts/data-table/table-state.ts';
import type { Column, MenuEntry, RowKey } from '../parts/data-table/table-types.ts';
import { type OtherAmount, OtherTotals } from '../parts/other-totals.tsx';
import { Panel } from '../parts/panel.tsx';
import { EmptyState } from '../parts/states.tsx';
import styles from './figure-panel.module.css';
import { useCustomerMenu, useOpenCustomer } from './open-customer.tsx';

type Workbook = Parameters<ApiClient['reports']['makeWorkbook']>[0];

export interface FigurePanelProps<Row> {
  /** Of the table; `stateId` where several looks of it are kept apart. */
  readonly id: string;
  readonly stateId?: string;
  readonly label: string;
  readonly heading: string;
  readonly note: string;
  readonly width?: number;
  readonly columns: readonly Column<Row>[];
  readonly list: Windowed<Row, unknown>;
  /** What was asked for; the workbook is asked for the same. */
  readonly question: unknown;
  readonly workbook: Pick<Workbook, 'list' | 'title'>;
  readonly rowKey: (row: Row) => RowKey;
  /** Above what every customer has. */
  readonly menu?: (row: Row) => readonly MenuEntry[];
  readonly totals: Readonly<Record<string, ReactNode>>;
  readonly otherTotals?: readonly OtherAmount[];
  readonly empty: string;
  readonly onClose: () => void;
  /** Dialogs of the rows. */
  readonly children?: ReactNode;
}

export function FigurePanel<Row extends { readonly customerId: number }>(
  props: FigurePanelProps<Row>,
) {
  const { id, stateId = id, label, width, columns, list, question, onClose } = props;
  const state = useTableState(stateId, columns);
  const book = useWorkbook();
  const openCustomer = useOpenCustomer();
  const customerMenu = useCustomerMenu();
  return (
    <Panel label={label} onClose={onClose} {...(width !== undefined && { width })}>
      <div className={styles.panel}>
        <header className={styles.head}>
          <h2 className={styles.title}>{props.heading}</h2>
          <p className={styles.note}>{props.note}</p>
        </header>
        <div className={styles.tools}>
          <TableTools
            columns={columns}
            state={state}
            isExporting={book.isRunning}
            onExport={(names) =>
              void book.make({ ...props.workbook, input: question, columns: [...names] })
            }
          />
        </div>
        <DataTable
          id={id}
          label={label}
          columns={columns}
          rows={list}
          state={state}
          question={JSON.stringify(question)}
          rowKey={props.rowKey}
          onOpen={(row) => openCustomer(row.customerId)}
          menu={(row) => [...(props.menu?.(row) ?? []), ...customerMenu(row.customerId)]}
          totals={props.totals}
          empty={<EmptyState sentence={props.empty} />}
        />
        <OtherTotals totals={props.otherTotals ?? []} />
      </div>
      {props.children}
    </Panel>
  );
}
