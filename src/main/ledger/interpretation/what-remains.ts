/**
 * What remains of items and payments on a day, from what was allocated up to that day.
 *
 * The only place where an outstanding amount is computed for the derived tables: the first
 * interpretation, the roll at midnight and the comparison with the facts all come here.
 */
import type {
  Interpretation,
  InterpretedAllocation,
  SettlementNature,
} from '../../../shared/domain/interpretation/interpretation.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';

/** An item or a payment with the day from which it counts in the balance. */
export interface Booked {
  readonly amountCents: Cents;
  readonly bookedDate: CalendarDate;
}

/** Payments count from the day they were received. */
export function bookedPaymentsOf(interpretation: Interpretation): Booked[] {
  return interpretation.payments.map(({ amountCents, receivedDate }) => ({
    amountCents,
    bookedDate: receivedDate,
  }));
}

/** What one item or payment came to. */
export interface Remainder {
  /** What is left on the day; the sign is the amount's. */
  readonly remainingCents: Cents;
  /** The day of the last allocation when nothing is left for good, else null. */
  readonly settledDate: CalendarDate | null;
  /** The nature of the greatest part of what settled it. */
  readonly nature: SettlementNature | null;
  /** Part of it is a proposal of ours. */
  readonly isVirtual: boolean;
}

interface Running {
  asOfCents: Cents;
  everCents: Cents;
  lastDate: CalendarDate | null;
  nature: SettlementNature | null;
  greatestCents: Cents;
  isVirtual: boolean;
}

/** Adds up the allocations of items (or of payments) by their index. */
export function remaindersOf(
  amounts: readonly Booked[],
  allocations: readonly InterpretedAllocation[],
  side: 'item' | 'payment',
  asOf: CalendarDate,
): Remainder[] {
  const running = new Map<number, Running>();
  for (const allocation of allocations) {
    const index = allocation[side];
    if (index === null) continue;
    add(running, index, allocation, asOf);
  }
  return amounts.map(({ amountCents, bookedDate }, index) => {
    const known = running.get(index);
    const isSettled = (known?.everCents ?? 0) === amountCents;
    return {
      remainingCents: bookedDate > asOf ? 0 : amountCents - (known?.asOfCents ?? 0),
      settledDate: isSettled ? (known?.lastDate ?? bookedDate) : null,
      nature: known?.nature ?? null,
      isVirtual: known?.isVirtual ?? false,
    };
  });
}

function add(
  running: Map<number, Running>,
  index: number,
  allocation: InterpretedAllocation,
  asOf: CalendarDate,
): void {
  let known = running.get(index);
  if (known === undefined) {
    known = {
      asOfCents: 0,
      everCents: 0,
      lastDate: null,
      nature: null,
      greatestCents: 0,
      isVirtual: false,
    };
    running.set(index, known);
  }
  known.everCents += allocation.amountCents;
  if (allocation.effectiveDate <= asOf) known.asOfCents += allocation.amountCents;
  if (known.lastDate === null || allocation.effectiveDate > known.lastDate) {
    known.lastDate = allocation.effectiveDate;
  }
  if (Math.abs(allocation.amountCents) > known.greatestCents) {
    known.greatestCents = Math.abs(allocation.amountCents);
    known.nature = allocation.nature;
  }
  known.isVirtual ||= allocation.basis === 'virtual';
}
