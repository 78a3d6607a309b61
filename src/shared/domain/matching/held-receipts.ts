/**
 * Which receipts of the bank the accounting holds already: nobody has to say whose they are.
 *
 * Same amount on a near day, one payment a receipt; the customer that the bank names comes first,
 * and a payment of somebody else than the payer it names for sure is none. Of several the nearest.
 */
import { type CalendarDate, daysBetween } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { isNearDay } from '../interpretation/bank-receipts.ts';
import { findPayers } from './find-payers.ts';
import type { MatchIndex } from './match-index.ts';
import type { MatchMovement } from './match-suggestion.ts';

/** A payment of the accounting that no movement of the bank was told to be. */
export interface AccountedPayment {
  readonly paymentId: number;
  readonly customerId: number;
  readonly receivedOn: CalendarDate;
  readonly amountCents: Cents;
  readonly currency: string;
}

export type DatedMovement = MatchMovement & { readonly bookedOn: CalendarDate };

interface Pair {
  readonly movementId: number;
  readonly payment: AccountedPayment;
  readonly isNamed: boolean;
  readonly days: number;
}

/** The customer of each movement that the accounting holds, by movement. */
export function heldReceipts(
  index: MatchIndex,
  movements: readonly DatedMovement[],
  payments: readonly AccountedPayment[],
): ReadonlyMap<number, number> {
  const byAmount = Map.groupBy(
    payments,
    ({ amountCents, currency }) => `${amountCents}${currency}`,
  );
  const pairs = movements.flatMap((movement) => {
    const equal = byAmount.get(`${movement.amountCents}${movement.currency}`) ?? [];
    const near = equal.filter(({ receivedOn }) => isNearDay(movement.bookedOn, receivedOn));
    return near.length === 0 ? [] : pairsOf(index, movement, near);
  });
  pairs.sort(
    (one, other) =>
      Number(other.isNamed) - Number(one.isNamed) ||
      one.days - other.days ||
      one.movementId - other.movementId ||
      one.payment.paymentId - other.payment.paymentId,
  );
  const held = new Map<number, number>();
  const taken = new Set<number>();
  for (const { movementId, payment } of pairs) {
    if (held.has(movementId) || taken.has(payment.paymentId)) continue;
    taken.add(payment.paymentId);
    held.set(movementId, payment.customerId);
  }
  return held;
}

function pairsOf(
  index: MatchIndex,
  movement: DatedMovement,
  payments: readonly AccountedPayment[],
): Pair[] {
  const payers = findPayers(index, movement);
  const isSure = [...payers.values()].some((known) => known !== 'like');
  return payments.flatMap((payment) => {
    const isNamed = payers.has(payment.customerId);
    if (isSure && !isNamed) return [];
    const days = Math.abs(daysBetween(movement.bookedOn, payment.receivedOn));
    return [{ movementId: movement.movementId, payment, isNamed, days }];
  });
}
