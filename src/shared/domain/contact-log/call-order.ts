/**
 * The calls of the day in the order in which they are made: obligations first, by their day, then
 * the others by the rank of the morning, then by amount. Who was tried today comes after the rest.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';

export interface CallPlace {
  readonly payerId: number;
  /** The first day among his obligations; null for a payer without one. */
  readonly obligedOn: CalendarDate | null;
  /** Rank of the morning; null for one who is not ranked. */
  readonly rank: number | null;
  readonly amountCents: Cents;
  readonly isTriedToday: boolean;
}

/** Compares two payers for the order of the calls. */
export function byCallOrder(a: CallPlace, b: CallPlace): number {
  return (
    Number(a.isTriedToday) - Number(b.isTriedToday) ||
    compareDays(a.obligedOn, b.obligedOn) ||
    (a.obligedOn === null ? (a.rank ?? LAST) - (b.rank ?? LAST) : 0) ||
    b.amountCents - a.amountCents ||
    a.payerId - b.payerId
  );
}

const LAST = Number.MAX_SAFE_INTEGER;

/** The earlier first; none last. */
function compareDays(a: CalendarDate | null, b: CalendarDate | null): number {
  if (a === b) return 0;
  if (a === null) return 1;
  return b === null || a < b ? -1 : 1;
}
