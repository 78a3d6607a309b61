/**
 * How late a payer usually is: the amount-weighted median delay of twelve months.
 *
 * A median, so that one invoice of 300 days makes no chronic of a good payer; weighted, so that
 * forty small invoices paid at once do not hide the large one that waits. What is not his doing is
 * left out: disputed, blocked by us, settled by a credit note. Under four items: no habit yet.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { addMonths, daysBetween } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { SettlementNature } from '../interpretation/interpretation.ts';

export interface SettledItem {
  readonly dueDate: CalendarDate;
  readonly settledDate: CalendarDate;
  readonly amountCents: Cents;
  readonly nature: SettlementNature;
  /** Disputed, blocked by us, or on a due date that was only estimated. */
  readonly isExcluded: boolean;
}

export interface UsualDelay {
  /** Calendar days after the due date; negative for a payer who is early. */
  readonly days: number;
  readonly itemCount: number;
  /** Some dates are the middle of an interval: the item left a list between two days. */
  readonly isApproximate: boolean;
}

const ITEMS_MIN = 4;
const MONTHS = 12;

/** The habit of the payer of these items; null under four of them in twelve months. */
export function usualDelay(items: readonly SettledItem[], today: CalendarDate): UsualDelay | null {
  const since = addMonths(today, -MONTHS);
  const counted = items.filter(
    (item) =>
      !item.isExcluded &&
      item.amountCents > 0 &&
      item.settledDate > since &&
      item.settledDate <= today &&
      isPaid(item.nature),
  );
  if (counted.length < ITEMS_MIN) return null;
  return {
    days: weightedMedian(
      counted.map((item) => ({
        value: daysBetween(item.dueDate, item.settledDate),
        weight: item.amountCents,
      })),
    ),
    itemCount: counted.length,
    isApproximate: counted.some(({ nature }) => nature === 'left'),
  };
}

// Only money counts. What left a list was most likely paid, and is the only history such a ledger
// has: it counts, and the result says so.
function isPaid(nature: SettlementNature): boolean {
  return nature === 'bank' || nature === 'cash' || nature === 'left';
}

/** The least value at which half of the weight is reached. Weights are above zero. */
export function weightedMedian(
  points: readonly { readonly value: number; readonly weight: number }[],
): number {
  const sorted = [...points].sort((a, b) => a.value - b.value);
  const total = sorted.reduce((sum, { weight }) => sum + weight, 0);
  let reached = 0;
  const middle = sorted.find(({ weight }) => {
    reached += weight;
    return reached * 2 >= total;
  });
  if (middle === undefined) throw new RangeError('weightedMedian: no points');
  return middle.value;
}
