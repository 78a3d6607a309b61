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

/**
 * The columns that say something: by document date nothing is « not due » and nothing lacks a date;
 * few companies have bills, retentions or a factor, so that « apart » comes with its first amount.
 */
export function shownBuckets(
  answer: Pick<AgedAnswer, 'buckets' | 'totalsCents' | 'otherTotals'> | null,
  by: AgedSearch['by'],
): readonly { readonly key: string; readonly label: string; readonly index: number }[] {
  if (answer === null) return [];
  const { buckets, totalsCents, otherTotals } = answer;
  return buckets
    .map(({ key, label }, index) => ({ key, label, index }))
    .filter(({ key, index }) => {
      if (key === 'apart') return totalsCents[index] !== 0 || otherTotals.length > 0;
      return by === 'due_date' || (key !== 'not_due' && key !== 'no_due_date');
    });
}
