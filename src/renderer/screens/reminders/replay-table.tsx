/** One table of a replay, with its title, its columns to choose and its workbook. */
import { useWorkbook } from '../../commands/use-workbook.ts';
import { DataTable, type DataTableProps } from '../../parts/data-table/data-table.tsx';
import { useLocalRows } from '../../parts/data-table/local-rows.ts';
import { TableTools } from '../../parts/data-table/table-bar.tsx';
import { useTableState } from '../../parts/data-table/table-state.ts';
import styles from './reminders.module.css';

type TableProps<Row> = Omit<DataTableProps<Row>, 'rows' | 'state' | 'question'>;

export function ReplayTable<Row>(
  props: TableProps<Row> & {
    readonly jobId: string;
    readonly list: 'replay' | 'replay_weeks';
    /** Of the workbook. */
    readonly title: string;
    readonly rows: readonly Row[];
  },
) {
  const { jobId, list, title, rows, ...table } = props;
  const { id, label, columns } = table;
  const state = useTableState(id, columns);
  const book = useWorkbook();
  return (
    <section className={styles.half} aria-label={label}>
      <div className={styles.bar}>
        <h2 className={styles.railTitle}>{label}</h2>
        <span className={styles.space} />
        <TableTools
          columns={columns}
          state={state}
          isExporting={book.isRunning}
          onExport={() => void book.make({ list, input: { jobId }, title, columns: null })}
        />
      </div>
      <DataTable {...table} rows={useLocalRows(rows)} state={state} question={jobId} />
    </section>
  );
}
