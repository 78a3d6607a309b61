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
import { USUAL_WIDENINGS, wideningOf } from './band-widening.ts';
import type {
  DatedItem,
  ItemDays,
  PayerRecord,
  PaymentModel,
  PooledPayments,
  Widening,
} from './dated-item.ts';
import { hazardOf } from './day-chances.ts';
import { ridgeOfColumns } from './hazard-features.ts';
import { fitLogistic } from './logistic.ts';
import { type Past, pastDays } from './past-looks.ts';
import { pastRows } from './past-rows.ts';
import { cumulated } from './payer-habit.ts';
import { payerRecordAt } from './payer-record.ts';
import { pooledPayments } from './pooled-payments.ts';

/** Payments under which a curve, or a hazard, would be learnt from chance. */
export const PAYMENTS_FOR_CURVE = 5;
export const PAYMENTS_FOR_HAZARD = 40;

const WEEKS_CHECKED_MAX = 52;

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
  if (paymentCount < PAYMENTS_FOR_HAZARD) {
    const kind = paymentCount < PAYMENTS_FOR_CURVE ? 'none' : 'pooled';
    const pooled = pooledPayments(payers, today);
    const base = { asOf, itemCount, paymentCount, pooled, payers: records };
    return { ...base, kind, coefficients: [], widening: USUAL_WIDENINGS };
  }
  const { pooled, coefficients } = learn({ payers, today });
  const base = { asOf, itemCount, paymentCount, pooled, payers: records };
  return { ...base, kind: 'hazard', coefficients, widening: backCheck({ payers, today }) };
}

interface Learnt {
  readonly pooled: PooledPayments;
  readonly sums: Float64Array;
  readonly coefficients: readonly number[];
}

function learn(past: Past): Learnt {
  const pooled = pooledPayments(past.payers, past.today);
  const sums = cumulated(pooled.hazard);
  const rows = pastRows({ ...past, pooled, sums });
  return { pooled, sums, coefficients: [...fitLogistic(rows, ridgeOfColumns())] };
}

/**
 * The misses of a model that knew only the older half of the past, on the half that followed: a
 * model is surer of what it has learnt from than of what comes.
 */
function backCheck(past: Past): Widening {
  const days = pastDays(past);
  const newer = days.slice(0, Math.ceil(days.length / 2)).slice(0, WEEKS_CHECKED_MAX);
  const cut = newer.at(-1) ?? past.today;
  const { pooled, sums, coefficients } = learn({ payers: asKnownOn(past.payers, cut), today: cut });
  return wideningOf(past, newer, hazardOf(pooled, sums, coefficients));
}

/** The items as they stood on the evening of an earlier day. */
function asKnownOn(payers: Past['payers'], day: number): Past['payers'] {
  const known = new Map<number, ItemDays[]>();
  for (const [customerId, own] of payers) {
    const then = own
      .filter(({ issued }) => issued <= day)
      .map((item) => (item.exit <= day ? item : { ...item, exit: Infinity, isPaid: false }));
    known.set(customerId, then);
  }
  return known;
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
