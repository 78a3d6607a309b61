/** What the cross-table is asked for, kept in its address. */
import type { z } from 'zod';
import type { ApiClient } from '../../../api/client.ts';
import { crossSearch } from '../../../frame/addresses.ts';
import { useScreenSearch } from '../../../frame/navigation.ts';
import type { TableState } from '../../../parts/data-table/table-state.ts';

export type CrossSearch = z.output<typeof crossSearch>;
export type CrossAnswer = Awaited<ReturnType<ApiClient['cross']['table']>>;
export type CrossRow = CrossAnswer['rows'][number];
export type Figure = NonNullable<CrossSearch['figure']>;
/** Opens what a figure is made of; null for the totals of an axis. */
export type OpenFigureOf = (row: string | null, column: string | null) => void;

/** Begins the name of a column that is a value of the dimension. */
export const COLUMN_MARK = 'column:';

export const useCrossSearch = () => useScreenSearch(crossSearch);

/** The question to the core, without its window. */
export function questionOf(search: CrossSearch, { sort }: Pick<TableState, 'sort'>) {
  const { figure: _figure, ...question } = search;
  return {
    ...question,
    sort: sort?.column ?? 'total',
    isDescending: sort?.isDescending ?? true,
  };
}
