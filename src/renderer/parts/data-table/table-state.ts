/**
 * What the user chose of a table: sorting, columns and their widths. Kept while the window is
 * open, under the table's name, and the same for all who ask by that name; a saved view holds it
 * for good (`state.value` in, `state.apply` out).
 *
 *     const state = useTableState('customers', columns, { column: 'overdue', isDescending: true });
 *     <DataTable state={state} …/>        state.sort goes into the question to the core
 */
import { useMemo, useSyncExternalStore } from 'react';
import { keptChoices, readChoice, type TableChoice, within } from './table-choice.ts';
import type { ColumnName, Sort } from './table-types.ts';

export interface TableState {
  readonly sort: Sort | null;
  readonly hidden: ReadonlySet<string>;
  /** In pixels, of the columns whose width was chosen. */
  readonly widths: Readonly<Record<string, number>>;
  readonly value: TableChoice;
  readonly setSort: (sort: Sort) => void;
  readonly setHidden: (hidden: ReadonlySet<string>) => void;
  /** Null gives the column the width it had at first; any other is brought within the limits. */
  readonly setWidth: (column: string, width: number | null) => void;
  readonly reset: () => void;
  /** Takes back what a saved view holds; anything else is ignored. */
  readonly apply: (saved: unknown) => void;
}

export function useTableState(
  id: string,
  columns: readonly ColumnName[],
  sort: Sort | null = null,
): TableState {
  const first = useMemo<TableChoice>(() => {
    const hidden = columns.filter((column) => column.isHiddenAtFirst).map((column) => column.id);
    return { sort, hidden, widths: {} };
  }, [columns, sort]);
  const value = useSyncExternalStore(keptChoices.subscribe, () => keptChoices.of(id) ?? first);
  const choose = (next: TableChoice) => keptChoices.keep(id, next);
  return {
    sort: value.sort,
    hidden: useMemo(() => new Set(value.hidden), [value.hidden]),
    widths: value.widths,
    value,
    setSort: (next) => choose({ ...value, sort: next }),
    setHidden: (hidden) => choose({ ...value, hidden: [...hidden] }),
    setWidth: (column, width) => choose({ ...value, widths: within(value.widths, column, width) }),
    reset: () => choose({ ...value, hidden: first.hidden, widths: {} }),
    apply: (saved) => choose(readChoice(saved) ?? first),
  };
}
