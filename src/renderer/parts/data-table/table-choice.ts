/** What was chosen of each table, and how a saved view is read back. */
import type { Sort } from './table-types.ts';

export interface TableChoice {
  readonly sort: Sort | null;
  readonly hidden: readonly string[];
  /** In pixels, by column. */
  readonly widths: Readonly<Record<string, number>>;
}

export const COLUMN_WIDTH_MIN = 48;
export const COLUMN_WIDTH_MAX = 900;

/** The choices of this window, by table. */
class KeptChoices {
  readonly #choices = new Map<string, TableChoice>();
  readonly #listeners = new Set<() => void>();

  of(id: string): TableChoice | undefined {
    return this.#choices.get(id);
  }

  keep(id: string, choice: TableChoice): void {
    this.#choices.set(id, choice);
    for (const listener of this.#listeners) listener();
  }

  readonly subscribe = (listener: () => void): (() => void) => {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  };
}

export const keptChoices = new KeptChoices();

/** The widths with that of one column chosen anew, or given back where it is null. */
export function within(
  widths: TableChoice['widths'],
  column: string,
  width: number | null,
): TableChoice['widths'] {
  const others = Object.entries(widths).filter(([name]) => name !== column);
  if (width === null) return Object.fromEntries(others);
  const kept = Math.max(COLUMN_WIDTH_MIN, Math.min(COLUMN_WIDTH_MAX, Math.round(width)));
  return Object.fromEntries([...others, [column, kept]]);
}

/** A choice as it was saved; null for what is none. A width that is none is left out. */
export function readChoice(saved: unknown): TableChoice | null {
  if (typeof saved !== 'object' || saved === null) return null;
  const { sort, hidden, widths } = saved as Record<string, unknown>;
  if (!Array.isArray(hidden) || !hidden.every((name) => typeof name === 'string')) return null;
  return { sort: isSort(sort) ? sort : null, hidden, widths: readWidths(widths) };
}

function readWidths(saved: unknown): TableChoice['widths'] {
  let widths: TableChoice['widths'] = {};
  if (typeof saved !== 'object' || saved === null) return widths;
  for (const [column, width] of Object.entries(saved)) {
    if (typeof width === 'number' && width > 0) widths = within(widths, column, width);
  }
  return widths;
}

function isSort(value: unknown): value is Sort {
  if (typeof value !== 'object' || value === null) return false;
  const { column, isDescending } = value as { column?: unknown; isDescending?: unknown };
  return typeof column === 'string' && typeof isDescending === 'boolean';
}
