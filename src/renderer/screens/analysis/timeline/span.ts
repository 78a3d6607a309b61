/** The days a zoom shows, and where a day stands among them. */
import {
  addDays,
  type CalendarDate,
  daysBetween,
} from '../../../../shared/kernel/calendar-date.ts';
import type { ApiClient } from '../../../api/client.ts';

export type WatchAnswer = Awaited<ReturnType<ApiClient['watch']['lanes']>>;
export type Lane = WatchAnswer['lanes'][number];
export type Mark = Lane['marks'][number];
export type Zoom = 'month' | 'quarter' | 'half';

/** Days before and after today. */
const DAYS: Readonly<Record<Zoom, readonly [number, number]>> = {
  month: [20, 11],
  quarter: [60, 31],
  half: [120, 63],
};

export interface Span {
  readonly fromDay: CalendarDate;
  readonly toDay: CalendarDate;
}

export function spanOf(today: CalendarDate, zoom: Zoom): Span {
  const [back, ahead] = DAYS[zoom];
  return { fromDay: addDays(today, -back), toDay: addDays(today, ahead) };
}

/** In percent of the width; the middle of the day. */
export function placeOf(day: CalendarDate, { fromDay, toDay }: Span): number {
  const days = daysBetween(fromDay, toDay) + 1;
  return ((daysBetween(fromDay, day) + 0.5) / days) * 100;
}

export function isWithin(day: CalendarDate, { fromDay, toDay }: Span): boolean {
  return day >= fromDay && day <= toDay;
}
