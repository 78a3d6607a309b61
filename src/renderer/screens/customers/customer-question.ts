/** What the list is narrowed to, kept in its address. */
import { useMemo } from 'react';
import type { z } from 'zod';
import type { CustomerFilter, Dimension } from '../../../shared/contract/customers.ts';
import { customersSearch } from '../../frame/addresses.ts';
import { useScreenSearch } from '../../frame/navigation.ts';

export type CustomersSearch = z.output<typeof customersSearch>;
export type Grouping = Dimension | null;

const DIMENSIONS: readonly Dimension[] = [
  'profile',
  'rep_code',
  'agency_code',
  'sector',
  'size',
  'payment_method',
  'city',
  'tags',
];

const BEHAVIOURS = ['segment', 'risk', 'trend'] as const;

export function useCustomerQuestion() {
  const [search, setSearch] = useScreenSearch(customersSearch);
  const filter = useMemo<CustomerFilter>(
    () => ({
      text: search.text,
      only: search.only,
      segment: search.segment,
      risk: search.risk,
      trend: search.trend,
      dimensions: Object.fromEntries(
        DIMENSIONS.flatMap((name) => (search[name].length === 0 ? [] : [[name, search[name]]])),
      ),
    }),
    [search],
  );
  const isNarrowed =
    search.text !== '' ||
    search.only.length > 0 ||
    BEHAVIOURS.some((name) => search[name].length > 0) ||
    DIMENSIONS.some((name) => search[name].length > 0);
  /** Narrows further, or starts again from nothing with `{}`. */
  const change = (patch: Partial<CustomersSearch> | Record<string, never>) =>
    setSearch(Object.keys(patch).length === 0 ? customersSearch.parse({}) : patch);
  return { filter, search, change, isNarrowed };
}
