/**
 * The payment model of a ledger, learnt from its own past.
 *
 * The past is looked at as it stood on one day after another: what was open then, what was known of
 * each customer then, and which of it was paid on each of the four weeks that followed. A logistic
 * regression of "paid on this day, given still open" on what was known gives the chances of today's
 * open items. What is open and never gets paid is there on every one of those days: it lowers the
 * chances, as it must.
 */
import { type CalendarDate, dayNumberOf } from '../../kernel/calendar-date.ts';
import { USUAL_WIDENING, wideningOf } from './band-widening.ts';
import type { DatedItem, ItemDays, PayerRecord, PaymentModel } from './dated-item.ts';
import { hazardOf } from './day-chances.ts';
import { ridgeOfColumns } from './hazard-features.ts';
import { fitLogistic } from './logistic.ts';
import { pastRows } from './past-rows.ts';
import { cumulated } from './payer-habit.ts';
import { payerRecordAt } from './payer-record.ts';
import { pooledPayments } from './pooled-payments.ts';

/** Payments under which a curve, or a hazard, would be learnt from chance. */
export const PAYMENTS_FOR_CURVE = 5;
export const PAYMENTS_FOR_HAZARD = 40;

/** Learns from the items what was known of them on the evening of `asOf`. */
export function fitPaymentModel(items: Iterable<DatedItem>, asOf: CalendarDate): PaymentModel {
  const today = dayNumberOf(asOf);
  const payers = itemsByPayer(items, today);
  const records: Record<string, PayerRecord> = {};
  let itemCount = 0;
  let paymentCount = 0;
  for (const [customerId, own] of payers) {
    records[customerId] = payerRecordAt(own, today);
    itemCount += own.length;
    for (const { isPaid } of own) paymentCount += isPaid ? 1 : 0;
  }
  const pooled = pooledPayments(payers, today);
  const base = { asOf, itemCount, paymentCount, pooled, payers: records };
  if (paymentCount < PAYMENTS_FOR_HAZARD) {
    const kind = paymentCount < PAYMENTS_FOR_CURVE ? 'none' : 'pooled';
    const widening = { week: USUAL_WIDENING, fourWeeks: USUAL_WIDENING };
    return { ...base, kind, coefficients: [], widening };
  }
  const view = { payers, pooled, today, sums: cumulated(pooled.hazard) };
  const coefficients = [...fitLogistic(pastRows(view), ridgeOfColumns())];
  const widening = wideningOf(view, hazardOf(pooled, view.sums, coefficients));
  return { ...base, kind: 'hazard', coefficients, widening };
}

/** The items of each customer, as they stood on the evening of a day. */
function itemsByPayer(items: Iterable<DatedItem>, today: number): Map<number, ItemDays[]> {
  const payers = new Map<number, ItemDays[]>();
  for (const item of items) {
    const issued = dayNumberOf(item.issuedOn);
    if (issued > today || item.amountCents <= 0) continue;
    const paid = item.paidOn === null ? Infinity : Math.max(issued, dayNumberOf(item.paidOn));
    const left = item.leftOn === null ? Infinity : Math.max(issued, dayNumberOf(item.leftOn));
    const exit = Math.min(paid, left);
    const own = payers.get(item.customerId) ?? [];
    if (own.length === 0) payers.set(item.customerId, own);
    own.push({
      issued,
      due: dayNumberOf(item.dueOn),
      exit: exit > today ? Infinity : exit,
      isPaid: exit <= today && paid <= left,
      amountCents: item.amountCents,
    });
  }
  return payers;
}
