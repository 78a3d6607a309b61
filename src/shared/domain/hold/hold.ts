/**
 * A stop (arrêt des relances): a person decided not to chase a customer or an item for a while.
 *
 * A stop always has a reason and a day on which somebody looks at it again. Past that day it still
 * holds, so that nothing leaves by surprise, and it is shown until a person decides.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { addDays } from '../../kernel/calendar-date.ts';
import { addBusinessDays, type BusinessCalendar } from '../calendar/business-calendar.ts';

export const HOLD_REASONS = [
  'commercial',
  'our_error',
  'in_negotiation',
  'insolvency',
  'management',
  'other',
] as const;
export type HoldReason = (typeof HOLD_REASONS)[number];

/** A live stop. `receivableId` null stands for the whole customer. */
export interface Hold {
  readonly holdId: number;
  readonly customerId: number;
  readonly receivableId: number | null;
  readonly reason: HoldReason;
  readonly reviewOn: CalendarDate;
}

/** Days from a stop to its review that the form proposes. */
export const HOLD_REVIEW_DAYS = 15;

/** The review day a new stop is proposed: in fifteen days. */
export function proposedReviewOf(today: CalendarDate): CalendarDate {
  return addDays(today, HOLD_REVIEW_DAYS);
}

/** True once the day to look at it again has come. */
export function isReviewDue(hold: Pick<Hold, 'reviewOn'>, today: CalendarDate): boolean {
  return hold.reviewOn <= today;
}

/** True when the review is due or will be within five business days: the list « qui expirent ». */
export function isExpiring(
  hold: Pick<Hold, 'reviewOn'>,
  today: CalendarDate,
  calendar: BusinessCalendar,
): boolean {
  return hold.reviewOn <= addBusinessDays(today, 5, calendar);
}

/** What stands still: whole customers, and items of the others. */
export interface Held {
  readonly customers: ReadonlyMap<number, Hold>;
  readonly receivables: ReadonlyMap<number, Hold>;
}

/** Live stops by what they hold; of two on the same thing, the one reviewed last counts. */
export function heldBy(holds: readonly Hold[]): Held {
  const customers = new Map<number, Hold>();
  const receivables = new Map<number, Hold>();
  for (const hold of holds) {
    const held = hold.receivableId === null ? customers : receivables;
    const key = hold.receivableId ?? hold.customerId;
    const known = held.get(key);
    if (known === undefined || known.reviewOn < hold.reviewOn) held.set(key, hold);
  }
  return { customers, receivables };
}
