/**
 * Where the payer is going: the average delay of the last three months against the nine before.
 *
 * Averages are by amount, and what was settled long ago weighs less (half at the half-life). What
 * is open counts among the last three months.
 */
import { addMonths, type CalendarDate, daysBetween } from '../../kernel/calendar-date.ts';
import type { DelayPoint } from './delay-points.ts';
import type { ScoreSettings } from './payer-settings.ts';

export interface DelayTrend {
  /** `worsening`: he pays later than he did. Null where one of the two has too few items. */
  readonly direction: 'improving' | 'stable' | 'worsening' | null;
  /** Average of the twelve months; null without an item. */
  readonly averageDays: number | null;
  /** Average of the last three months and of the nine before; null under two items. */
  readonly recentDays: number | null;
  readonly earlierDays: number | null;
}

const RECENT_MONTHS = 3;
const ITEMS_MIN = 2;

export function delayTrend(
  points: readonly DelayPoint[],
  today: CalendarDate,
  settings: Pick<ScoreSettings, 'halfLifeDays' | 'trendToleranceDays'>,
): DelayTrend {
  const since = addMonths(today, -RECENT_MONTHS);
  const recent = points.filter(({ settledDate }) => settledDate === null || settledDate > since);
  const earlier = points.filter(({ settledDate }) => settledDate !== null && settledDate <= since);
  const { halfLifeDays } = settings;
  const average = (some: readonly DelayPoint[], least: number) =>
    some.length < least ? null : averageDelay(some, today, halfLifeDays);
  const recentDays = average(recent, ITEMS_MIN);
  const earlierDays = average(earlier, ITEMS_MIN);
  return {
    direction: directionOf(recentDays, earlierDays, settings.trendToleranceDays),
    averageDays: average(points, 1),
    recentDays,
    earlierDays,
  };
}

/** How much an item weighs by when it was settled: 1 today, a half at the half-life. */
export function recencyWeight(
  settledDate: CalendarDate | null,
  today: CalendarDate,
  halfLifeDays: number,
): number {
  return settledDate === null ? 1 : 0.5 ** (daysBetween(settledDate, today) / halfLifeDays);
}

function averageDelay(
  points: readonly DelayPoint[],
  today: CalendarDate,
  halfLifeDays: number,
): number {
  let total = 0;
  let weighted = 0;
  for (const { days, weightCents, settledDate } of points) {
    const weight = weightCents * recencyWeight(settledDate, today, halfLifeDays);
    total += weight;
    weighted += weight * days;
  }
  // A thousandth of a day: equal delays give that very delay, whatever the weights.
  return Math.round((weighted / total) * 1000) / 1000;
}

function directionOf(
  recent: number | null,
  earlier: number | null,
  tolerance: number,
): DelayTrend['direction'] {
  if (recent === null || earlier === null) return null;
  if (Math.abs(recent - earlier) <= tolerance) return 'stable';
  return recent > earlier ? 'worsening' : 'improving';
}
