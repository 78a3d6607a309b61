/** What the forecast is asked for, kept in its address. */
import { useMemo } from 'react';
import type { z } from 'zod';
import type { ApiClient } from '../../api/client.ts';
import { forecastSearch } from '../../frame/addresses.ts';
import { useScreenSearch } from '../../frame/navigation.ts';

export type ForecastSearch = z.output<typeof forecastSearch>;
/** The views of what is written: due dates and promises. */
export type WrittenMethod = Exclude<ForecastSearch['method'], 'likely'>;
export type Outlook = Awaited<ReturnType<ApiClient['forecast']['outlook']>>;
export type OutlookWeek = Outlook['weeks'][number];
export type OutlookGroup = Outlook['groups'][number];
export type CashSlot = NonNullable<ForecastSearch['cash']>;
export type CashItem = Awaited<ReturnType<ApiClient['forecast']['outlookItems']>>['rows'][number];
export type Judgement = Awaited<ReturnType<ApiClient['forecast']['judgement']>>;

/** Opens the items of a place of the likely forecast. */
export type OpenCash = (slot: CashSlot, groupKey?: string) => void;

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
  const { weeks, by, key, method, whatIf } = search;
  const view: WrittenMethod = method === 'due_date' ? method : 'promise';
  const question = useMemo(
    () => ({ weekCount: weeks, by, key, method: view }),
    [weeks, by, key, view],
  );
  const likely = useMemo(() => ({ weekCount: weeks, by, key, whatIf }), [weeks, by, key, whatIf]);
  return { search, setSearch, question, likely };
}

/** What a week brings in the view. */
export function expectedOf(week: ForecastWeek, method: WrittenMethod): number {
  return method === 'promise' ? week.promisedCents + week.unpromisedDueCents : week.dueCents;
}
