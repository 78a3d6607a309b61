/**
 * What changed the amount owed on an item, day by day: the base of interest between two days.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { SettlementNature } from '../interpretation/interpretation.ts';

/**
 * A credit note reduces the principal and is no payment; only a payment may be taken off interest
 * first (C. civ. 1343-1). `other` (write-off, assignment, entry not explained) reduces the base,
 * so that interest never runs on more than the books hold.
 */
export type MovementKind = 'payment' | 'credit_note' | 'other';

export interface Movement {
  /** For money, the day the funds reached the creditor (C. com. L441-9): that day still counts. */
  readonly on: CalendarDate;
  readonly kind: MovementKind;
  /** Above zero takes off what is owed; below zero puts it back (rejected payment). */
  readonly amountCents: Cents;
}

const KINDS: Readonly<Partial<Record<SettlementNature, MovementKind>>> = {
  bank: 'payment',
  cash: 'payment',
  bill: 'payment',
  set_off: 'payment',
  credit_note: 'credit_note',
};

/** How an allocation of that nature counts for interest. */
export function movementKindOf(nature: SettlementNature): MovementKind {
  return KINDS[nature] ?? 'other';
}

/** What moved on one day, whatever the order in which it was written. */
export interface DayOfMovements {
  readonly on: CalendarDate;
  readonly paymentCents: Cents;
  /** Credit notes and what is neither. */
  readonly reductionCents: Cents;
}

/** Movements up to a day, summed by day and in the order of time; days that cancel out are left. */
export function movementsByDay(
  movements: readonly Movement[],
  upTo: CalendarDate,
): readonly DayOfMovements[] {
  const days = new Map<CalendarDate, { payment: Cents; reduction: Cents }>();
  for (const { on, kind, amountCents } of movements) {
    if (on > upTo) continue;
    const day = days.get(on) ?? { payment: 0, reduction: 0 };
    day[kind === 'payment' ? 'payment' : 'reduction'] += amountCents;
    days.set(on, day);
  }
  return [...days]
    .filter(([, { payment, reduction }]) => payment !== 0 || reduction !== 0)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([on, { payment, reduction }]) => ({
      on,
      paymentCents: payment,
      reductionCents: reduction,
    }));
}
