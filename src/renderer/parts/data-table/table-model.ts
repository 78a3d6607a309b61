/**
 * The columns on screen and the rows in view, by TanStack Table. It is given only the rows that
 * are drawn: sorting, filtering and totals are the core's.
 */
import {
  columnVisibilityFeature,
  createColumnHelper,
  rowSortingFeature,
  tableFeatures,
  useTable,
} from '@tanstack/react-table';
import { useMemo } from 'react';
import type { TableState } from './table-state.ts';
import type { Column } from './table-types.ts';

const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature });

/** One drawn row: its index in the whole list. */
export interface Drawn<Row> {
  readonly index: number;
  readonly row: Row;
}

export function useTableModel<Row>(
  columns: readonly Column<Row>[],
  drawn: readonly Drawn<Row>[],
  state: TableState,
) {
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, Drawn<Row>>();
    return columns.map((column) =>
      helper.display({
        id: column.id,
        header: column.label,
        cell: ({ row }) => column.cell(row.original.row),
        enableSorting: column.isSortable === true,
        sortDescFirst: column.sortsDownFirst === true,
      }),
    );
  }, [columns]);
  const columnVisibility = useMemo(
    () => Object.fromEntries([...state.hidden].map((id) => [id, false])),
    [state.hidden],
  );
  const { sort } = state;
  const sorting = useMemo(
    () => (sort === null ? [] : [{ id: sort.column, desc: sort.isDescending }]),
    [sort],
  );
  return useTable({
    features,
    columns: definitions,
    data: drawn,
    getRowId: ({ index }) => String(index),
    manualSorting: true,
    enableSortingRemoval: false,
    state: { columnVisibility, sorting },
  });
}

/** The widths of the columns on screen, as a grid template, and their least sum in pixels. */
export function templateOf<Row>(columns: readonly Column<Row>[], hasTicks: boolean) {
  const tick = hasTicks ? ['34px'] : [];
  const widths = columns.map(({ width, grow = 0 }) =>
    grow === 0 ? `${width}px` : `minmax(${width}px, ${grow}fr)`,
  );
  const least = columns.reduce((sum, { width }) => sum + width, hasTicks ? 34 : 0);
  const rest = columns.some(({ grow = 0 }) => grow > 0) ? [] : ['1fr'];
  return { template: [...tick, ...widths, ...rest].join(' '), least };
}
