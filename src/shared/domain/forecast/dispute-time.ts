/**
 * The days a dispute takes, by its reason, and those that one still takes.
 *
 * The median of the disputes already solved for that reason, drawn towards the median of all
 * reasons as if four disputes had shown it; that one, in the same way, towards thirty days. A
 * dispute that lasts longer than its reason usually does is as likely to end any day: half of the
 * usual time is left.
 */
import { type CalendarDate, daysBetween } from '../../kernel/calendar-date.ts';

const PRIOR_COUNT = 4;
const PRIOR_DAYS = 30;

export interface SolvedDispute {
  readonly reason: string;
  readonly days: number;
}

/** Days by reason; a reason never seen takes the days of all. */
export interface DisputeTimes {
  readonly byReason: ReadonlyMap<string, number>;
  readonly anyReason: number;
}

export function disputeTimes(solved: readonly SolvedDispute[]): DisputeTimes {
  const anyReason = drawn(
    solved.map(({ days }) => days),
    PRIOR_DAYS,
  );
  const byReason = new Map<string, number>();
  for (const [reason, own] of Map.groupBy(solved, (one) => one.reason)) {
    byReason.set(
      reason,
      drawn(
        own.map(({ days }) => days),
        anyReason,
      ),
    );
  }
  return { byReason, anyReason };
}

/** Days that an open dispute still takes, at least one. */
export function disputeDaysLeft(
  dispute: { readonly reason: string; readonly openedOn: CalendarDate },
  times: DisputeTimes,
  today: CalendarDate,
): number {
  const usual = times.byReason.get(dispute.reason) ?? times.anyReason;
  const gone = daysBetween(dispute.openedOn, today);
  return Math.max(1, Math.round(gone < usual ? usual - gone : usual / 2));
}

function drawn(days: readonly number[], prior: number): number {
  if (days.length === 0) return prior;
  const own = medianOf(days);
  return (own * days.length + prior * PRIOR_COUNT) / (days.length + PRIOR_COUNT);
}

/** The middle of some values, at least one. */
export function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = (sorted.length - 1) / 2;
  const [low = 0, high = low] = [sorted[Math.floor(middle)], sorted[Math.ceil(middle)]];
  return (low + high) / 2;
}
