/**
 * The segment of a payer from how late he pays: good, occasional, chronic.
 *
 * The delay is the amount-weighted median of twelve months, paid items and those still open and
 * late: an item open for 80 days is at least 80, so that who pays nothing is no good payer. What is
 * not his doing is left out. Under four items there is no segment yet.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { addMonths, daysBetween } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { type SettledItem, weightedMedian } from '../payer/usual-delay.ts';
import type { DunningSettings } from './dunning-settings.ts';
import type { Segment } from './planner-input.ts';

export interface LateOpenItem {
  readonly dueDate: CalendarDate;
  readonly amountCents: Cents;
  /** Disputed, blocked by us, or on a due date that was only estimated. */
  readonly isExcluded: boolean;
}

const ITEMS_MIN = 4;
const MONTHS = 12;

/** The delay in days that decides the segment; null under four items. */
export function segmentDelayOf(
  settled: readonly SettledItem[],
  open: readonly LateOpenItem[],
  today: CalendarDate,
): number | null {
  const since = addMonths(today, -MONTHS);
  const paid = settled
    .filter(
      ({ isExcluded, amountCents, settledDate, nature }) =>
        !isExcluded &&
        amountCents > 0 &&
        settledDate > since &&
        settledDate <= today &&
        (nature === 'bank' || nature === 'cash' || nature === 'left'),
    )
    .map(({ dueDate, settledDate, amountCents }) => ({
      value: daysBetween(dueDate, settledDate),
      weight: amountCents,
    }));
  const late = open
    .filter(
      ({ isExcluded, amountCents, dueDate }) => !isExcluded && amountCents > 0 && dueDate < today,
    )
    .map(({ dueDate, amountCents }) => ({
      value: daysBetween(dueDate, today),
      weight: amountCents,
    }));
  const points = [...paid, ...late];
  return points.length < ITEMS_MIN ? null : weightedMedian(points);
}

/** The segment of that delay by the thresholds of the settings. */
export function segmentOf(delayDays: number | null, settings: DunningSettings): Segment | null {
  if (delayDays === null) return null;
  if (delayDays < settings.segmentGoodBelowDays) return 'good';
  return delayDays > settings.segmentChronicAboveDays ? 'chronic' : 'occasional';
}
