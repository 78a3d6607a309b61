/**
 * The columns on screen and what their headings sort by, held by TanStack Table. Rows, filters and
 * totals are the core's.
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
import type { Column, Sort } from './table-types.ts';

const features = tableFeatures({ columnVisibilityFeature, rowSortingFeature });

/** The model has no rows of its own: the lines take theirs from the list, as they scroll. */
const NO_ROWS: readonly never[] = [];

/** A column on screen, with what a click on its heading asks for. */
export interface ShownColumn<Row> extends Column<Row> {
  readonly sorted: 'asc' | 'desc' | false;
  readonly next: Sort | null;
}

export function useShownColumns<Row>(
  columns: readonly Column<Row>[],
  state: TableState,
): readonly ShownColumn<Row>[] {
  const { sort, hidden } = state;
  const definitions = useMemo(() => {
    const helper = createColumnHelper<typeof features, never>();
    return columns.map((column) =>
      helper.accessor((): unknown => null, {
        id: column.id,
        enableSorting: column.isSortable === true,
        sortDescFirst: column.sortsDownFirst === true,
      }),
    );
  }, [columns]);
  const choice = useMemo(
    () => ({
      columnVisibility: Object.fromEntries([...hidden].map((id) => [id, false])),
      sorting: sort === null ? [] : [{ id: sort.column, desc: sort.isDescending }],
    }),
    [hidden, sort],
  );
  const table = useTable({
    features,
    columns: definitions,
    data: NO_ROWS,
    manualSorting: true,
    enableSortingRemoval: false,
    state: choice,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: the table holds what was chosen.
  return useMemo(
    () =>
      table.getVisibleLeafColumns().flatMap((shown) => {
        const column = columns.find(({ id }) => id === shown.id);
        if (column === undefined) return [];
        const order = shown.getCanSort() ? shown.getNextSortingOrder() : false;
        const next = order === false ? null : { column: shown.id, isDescending: order === 'desc' };
        return [{ ...column, sorted: shown.getIsSorted(), next }];
      }),
    [columns, choice, table],
  );
}

/**
 * The widths of the columns on screen, as a grid template, and their least sum in pixels. `chosen`
 * holds those that the user chose, in pixels: such a column grows no more. On
 * paper they share the width of the sheet in the same proportion, and nothing is ticked.
 */
export function templateOf<Row>(
  columns: readonly Pick<Column<Row>, 'id' | 'width' | 'grow'>[],
  hasTicks: boolean,
  chosen: Readonly<Record<string, number>>,
) {
  const tick = hasTicks ? ['34px'] : [];
  const drawn = columns.map(({ id, width, grow = 0 }) => {
    const own = chosen[id];
    return own === undefined ? { width, grow } : { width: own, grow: 0 };
  });
  const widths = drawn.map(({ width, grow }) =>
    grow === 0 ? `${width}px` : `minmax(${width}px, ${grow}fr)`,
  );
  const least = drawn.reduce((sum, { width }) => sum + width, hasTicks ? 34 : 0);
  const rest = drawn.some(({ grow }) => grow > 0) ? [] : ['1fr'];
  const paper = drawn.map(({ width }) => `minmax(0, ${width}fr)`).join(' ');
  return { template: [...tick, ...widths, ...rest].join(' '), least, paper };
}
