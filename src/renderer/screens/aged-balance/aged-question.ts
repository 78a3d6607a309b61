/** What the balance is asked for, kept in its address, and the names of what it is cut by. */
import type { z } from 'zod';
import type { ApiClient } from '../../api/client.ts';
import { agedBalanceSearch } from '../../frame/addresses.ts';
import { useScreenSearch } from '../../frame/navigation.ts';
import type { TableState } from '../../parts/data-table/table-state.ts';

export type AgedSearch = z.output<typeof agedBalanceSearch>;
export type AgedAnswer = Awaited<ReturnType<ApiClient['overview']['agedBalance']>>;
export type AgedRow = AgedAnswer['rows'][number];

/** In the address, the column of the balance itself: the items of all columns. */
export const WHOLE = 'all';

export const GROUPINGS = [
  'customer',
  'profile',
  'rep_code',
  'agency_code',
  'sector',
  'payment_method',
] as const;

export const useAgedSearch = () => useScreenSearch(agedBalanceSearch);

/** The question to the core, without its window. */
export function questionOf(search: AgedSearch, { sort }: TableState) {
  const { asOf, by, groupBy, text } = search;
  return {
    asOf,
    by,
    groupBy,
    text,
    sort: sort?.column ?? 'balance',
    isDescending: sort?.isDescending ?? true,
  };
}

/** By document date nothing is « not due » and nothing lacks a date: those columns say nothing. */
export function isShown(bucket: string, by: AgedSearch['by']): boolean {
  return by === 'due_date' || (bucket !== 'not_due' && bucket !== 'no_due_date');
}
