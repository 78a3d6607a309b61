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
import { wideningOf } from './band-widening.ts';
import type { DatedItem, PayerRecord, PaymentModel, PooledPayments } from './dated-item.ts';
import { ridgeOfColumns } from './hazard-features.ts';
import { fitLogistic } from './logistic.ts';
import { pastRows } from './past-rows.ts';
import { type ItemDays, payerRecordAt } from './payer-record.ts';
import { PaymentCounts, pooledHazard } from './pooled-curve.ts';
import { between } from './vector.ts';

const PAYMENTS_FOR_CURVE = 5;
const PAYMENTS_FOR_HAZARD = 40;

export function fitPaymentModel(items: Iterable<DatedItem>, asOf: CalendarDate): PaymentModel {
  const today = dayNumberOf(asOf);
  const payers = itemsByPayer(items, today);
  const pooled = pooledPayments(payers, today);
  let itemCount = 0;
  let paymentCount = 0;
  for (const own of payers.values()) {
    itemCount += own.length;
    for (const { isPaid } of own) paymentCount += isPaid ? 1 : 0;
  }
  const records: Record<string, PayerRecord> = {};
  for (const [customerId, own] of payers) records[customerId] = payerRecordAt(own, today);
  const base = { asOf, paymentCount, itemCount, pooled, payers: records };
  if (paymentCount < PAYMENTS_FOR_HAZARD) {
    const kind = paymentCount < PAYMENTS_FOR_CURVE ? 'none' : 'pooled';
    return { ...base, kind, coefficients: [], widening: 1.5 };
  }
  const past = pastRows(payers, pooled, today);
  const beta = fitLogistic(past.rows, ridgeOfColumns());
  return {
    ...base,
    kind: 'hazard',
    coefficients: [...beta],
    widening: wideningOf(past, beta),
  };
}

/** The items of each customer, as they stood on the evening of a day. */
export function itemsByPayer(items: Iterable<DatedItem>, today: number): Map<number, ItemDays[]> {
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

function pooledPayments(
  payers: ReadonlyMap<number, readonly ItemDays[]>,
  today: number,
): PooledPayments {
  const counts = new PaymentCounts();
  const weekdays = new Array<number>(7).fill(4);
  const monthDays = new Array<number>(31).fill(1);
  let sum = 0;
  let count = 0;
  for (const own of payers.values()) {
    for (const { issued, due, exit, isPaid } of own) {
      counts.watch(issued + 1 - due, Math.min(exit, today) - due, isPaid);
      if (!isPaid) continue;
      sum += between(exit - due, -60, 120);
      count += 1;
    }
    const record = payerRecordAt(own, today);
    for (let k = 0; k < 7; k += 1)
      weekdays[k] = (weekdays[k] as number) + (record.weekdays[k] as number);
    for (let k = 0; k < 31; k += 1)
      monthDays[k] = (monthDays[k] as number) + (record.monthDays[k] as number);
  }
  const share = (values: readonly number[]) => {
    const total = values.reduce((all, one) => all + one, 0);
    return values.map((one) => one / total);
  };
  const delayMean = count === 0 ? 5 : sum / count;
  return {
    hazard: pooledHazard(counts),
    delayMean,
    ...spreads(payers, delayMean),
    weekdayShares: share(weekdays),
    monthDayShares: share(monthDays),
  };
}

/** Variance of delays within customers and between them, by the method of moments. */
function spreads(
  payers: ReadonlyMap<number, readonly ItemDays[]>,
  delayMean: number,
): { readonly delayVariance: number; readonly payerVariance: number } {
  let within = 150;
  let degrees = 1;
  let total = 0;
  let squares = 0;
  let groups = 0;
  let between2 = 0;
  for (const own of payers.values()) {
    const delays = own.filter(({ isPaid }) => isPaid).map((x) => between(x.exit - x.due, -60, 120));
    const n = delays.length;
    if (n === 0) continue;
    const mean = delays.reduce((sum, one) => sum + one, 0) / n;
    within += delays.reduce((sum, one) => sum + (one - mean) ** 2, 0);
    degrees += n - 1;
    total += n;
    squares += n * n;
    groups += 1;
    between2 += n * (mean - delayMean) ** 2;
  }
  const delayVariance = Math.max(1, within / degrees);
  const scale = total - squares / Math.max(1, total);
  const payerVariance =
    scale > 0 ? Math.max(1, (between2 - (groups - 1) * delayVariance) / scale) : 50;
  return { delayVariance, payerVariance };
}
