/**
 * What the user chose of a table: sorting and columns. Kept while the window is open, under the
 * table's name; a saved view holds it for good (`state.value` in, `state.apply` out).
 *
 *     const state = useTableState('customers', columns, { column: 'overdue', isDescending: true });
 *     <DataTable state={state} …/>        state.sort goes into the question to the core
 */
import { useCallback, useMemo, useState } from 'react';
import type { ColumnName, Sort } from './table-types.ts';

export interface TableChoice {
  readonly sort: Sort | null;
  readonly hidden: readonly string[];
}

export interface TableState {
  readonly sort: Sort | null;
  readonly hidden: ReadonlySet<string>;
  readonly value: TableChoice;
  readonly setSort: (sort: Sort) => void;
  readonly setHidden: (hidden: ReadonlySet<string>) => void;
  readonly reset: () => void;
  /** Takes back what a saved view holds; anything else is ignored. */
  readonly apply: (saved: unknown) => void;
}

const kept = new Map<string, TableChoice>();

export function useTableState(
  id: string,
  columns: readonly ColumnName[],
  sort: Sort | null = null,
): TableState {
  const first = useMemo<TableChoice>(() => {
    const hidden = columns.filter((column) => column.isHiddenAtFirst).map((column) => column.id);
    return { sort, hidden };
  }, [columns, sort]);
  const [value, setValue] = useState(() => kept.get(id) ?? first);
  const choose = useCallback(
    (next: TableChoice) => {
      kept.set(id, next);
      setValue(next);
    },
    [id],
  );
  return {
    sort: value.sort,
    hidden: useMemo(() => new Set(value.hidden), [value.hidden]),
    value,
    setSort: (next) => choose({ ...value, sort: next }),
    setHidden: (hidden) => choose({ ...value, hidden: [...hidden] }),
    reset: () => choose({ ...value, hidden: first.hidden }),
    apply: (saved) => choose(readChoice(saved) ?? first),
  };
}

function readChoice(saved: unknown): TableChoice | null {
  if (typeof saved !== 'object' || saved === null) return null;
  const { sort, hidden } = saved as { sort?: unknown; hidden?: unknown };
  if (!Array.isArray(hidden) || !hidden.every((name) => typeof name === 'string')) return null;
  return { sort: isSort(sort) ? sort : null, hidden };
}

function isSort(value: unknown): value is Sort {
  if (typeof value !== 'object' || value === null) return false;
  const { column, isDescending } = value as { column?: unknown; isDescending?: unknown };
  return typeof column === 'string' && typeof isDescending === 'boolean';
}
