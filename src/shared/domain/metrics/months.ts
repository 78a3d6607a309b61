/**
 * The months that a history is told by: whole ones, and a last one up to the day looked at.
 *
 * Two bases for the days of a year, of which the company chooses one for every figure: 365 counts
 * calendar days, 360 counts thirty days a whole month, and never more than thirty of one under
 * way. A DSO of one base beside one of the other differs by 1.4 % for no reason.
 */
import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  earlierOf,
  endOfMonth,
  startOfMonth,
} from '../../kernel/calendar-date.ts';

export const DAY_BASES = [360, 365] as const;
export type DayBase = (typeof DAY_BASES)[number];

const BANKING_MONTH_DAYS = 30;

export interface Month {
  /** Its first day. */
  readonly startsOn: CalendarDate;
  /** Its last day, or the day looked at when that is sooner. */
  readonly endsOn: CalendarDate;
}

/** The last `count` months up to a day, the one under way included, oldest first. */
export function monthsUpTo(asOf: CalendarDate, count: number): readonly Month[] {
  const current = startOfMonth(asOf);
  return Array.from({ length: count }, (_, index) => {
    const startsOn = addMonths(current, index - count + 1);
    return { startsOn, endsOn: earlierOf(endOfMonth(startsOn), asOf) };
  });
}

/** Days of a month in the base. */
export function monthDays({ startsOn, endsOn }: Month, base: DayBase): number {
  const days = daysBetween(startsOn, addDays(endsOn, 1));
  if (base === 365) return days;
  return endsOn === endOfMonth(startsOn) ? BANKING_MONTH_DAYS : Math.min(days, BANKING_MONTH_DAYS);
}
