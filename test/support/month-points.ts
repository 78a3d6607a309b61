/** Months of figures for tests, written by what matters in the test. */
import { NO_BOOK_FIGURES } from '../../src/shared/domain/metrics/month-figures.ts';
import { type MonthPoint, NO_DEALINGS } from '../../src/shared/domain/metrics/month-point.ts';
import { monthsUpTo } from '../../src/shared/domain/metrics/months.ts';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';

/** The months up to a day, each with its part, the last part for the last month. */
export function monthPoints(
  asOf: string,
  parts: readonly Partial<MonthPoint>[],
): readonly MonthPoint[] {
  return monthsUpTo(calendarDate(asOf), parts.length).map((month, index) => ({
    ...month,
    ...NO_BOOK_FIGURES,
    ...NO_DEALINGS,
    hasSales: true,
    isBegun: true,
    hasStanding: true,
    effort: null,
    ...parts[index],
  }));
}
