/** What the forecast is asked for, kept in its address. */
import { useMemo } from 'react';
import type { z } from 'zod';
import type { ApiClient } from '../../api/client.ts';
import { forecastSearch } from '../../frame/addresses.ts';
import { useScreenSearch } from '../../frame/navigation.ts';

export type ForecastSearch = z.output<typeof forecastSearch>;
export type Forecast = Awaited<ReturnType<ApiClient['overview']['forecast']>>;
export type ForecastWeek = Forecast['weeks'][number];
export type ForecastGroup = Forecast['groups'][number];
export type Slot = NonNullable<ForecastSearch['slot']>;

/** Opens the items of a slot; of one group, or of what the screen is narrowed to. */
export type OpenSlot = (slot: Slot, groupKey?: string) => void;

export const GROUPINGS = [
  'none',
  'customer',
  'profile',
  'rep_code',
  'agency_code',
  'payment_method',
] as const;

export function useForecastSearch() {
  const [search, setSearch] = useScreenSearch(forecastSearch);
  const { weeks, by, key, method } = search;
  const question = useMemo(() => ({ weekCount: weeks, by, key, method }), [weeks, by, key, method]);
  return { search, setSearch, question };
}

/** What a week brings in the view. */
export function expectedOf(week: ForecastWeek, method: ForecastSearch['method']): number {
  return method === 'promise' ? week.promisedCents + week.unpromisedDueCents : week.dueCents;
}
