/**
 * The habit of one customer, drawn to what all of them do the more the less is known of him.
 */
import type { PayerRecord, PooledPayments } from './dated-item.ts';
import { LATE_SPAN, placeOf } from './pooled-curve.ts';
import { add, between } from './vector.ts';

/** Item-days of the pooled curve that weigh as much as those of the customer. */
const OWN_WEIGHT = 6;
const SPREAD_WEIGHT = 4;
const DAYS_WEIGHT = 12;
const RISK_WEIGHT = 2;

export interface PayerHabit {
  /** 0 without a payment, towards 1 with many. */
  readonly known: number;
  /** Day on which he usually pays, and how far around it, in days after the due date. */
  readonly centre: number;
  readonly scale: number;
  /** Logarithm of his own hazard over the pooled one, by lateness. */
  readonly own: Float64Array;
  readonly weekdays: Float64Array;
  readonly monthDays: Float64Array;
  /** Logarithm of his payments over those that the pooled curve would expect of him. */
  readonly readiness: number;
  readonly lateShare: number;
  readonly overdueShare: number;
  readonly logCount: number;
  readonly silence: number;
  readonly meanLogAmount: number | null;
}

/** Sums of the pooled hazard up to each lateness: what is expected of an item is a difference. */
export function cumulated(hazard: readonly number[]): Float64Array {
  const sums = new Float64Array(hazard.length + 1);
  for (let k = 0; k < hazard.length; k += 1)
    sums[k + 1] = (sums[k] as number) + (hazard[k] as number);
  return sums;
}

/** The habit that a record tells of on the evening of a day. */
export function habitOf(
  record: PayerRecord,
  day: number,
  pooled: PooledPayments,
  sums: Float64Array,
): PayerHabit {
  const { delays, openLates } = record;
  const paidCount = delays.length;
  const centre = centreOf(record, pooled);
  let spread = SPREAD_WEIGHT * pooled.delayVariance;
  for (const delay of delays) spread += (between(delay, -60, 120) - centre) ** 2;
  const lateOpen = openLates.filter((late) => late > 0).length;
  const latePaid = delays.filter((delay) => delay > 0).length;
  return {
    known: paidCount / (paidCount + 2),
    centre,
    scale: Math.max(1, Math.sqrt(spread / (paidCount + SPREAD_WEIGHT))),
    own: ownRatio(record, pooled),
    weekdays: logShares(record.weekdays, pooled.weekdayShares),
    monthDays: logShares(record.monthDays, pooled.monthDayShares),
    readiness: readinessOf(record, sums),
    lateShare: (latePaid + lateOpen + 1) / (paidCount + lateOpen + 2) - 0.5,
    overdueShare: lateOpen / Math.max(1, openLates.length),
    logCount: Math.log1p(paidCount) / 2,
    silence: silenceOf(record, day),
    meanLogAmount: record.meanLogAmount,
  };
}

/**
 * His usual delay. An open item that is already late counts as if paid some time later, the more
 * the later it is: it is a delay of which only the beginning is known.
 */
function centreOf(record: PayerRecord, pooled: PooledPayments): number {
  const noise = pooled.delayVariance / pooled.payerVariance;
  let sum = noise * pooled.delayMean;
  let weight = noise;
  for (const delay of record.delays) {
    sum += between(delay, -60, 120);
    weight += 1;
  }
  const spread = Math.sqrt(pooled.delayVariance);
  for (const late of record.openLates) {
    const past = (late - pooled.delayMean) / spread;
    if (past <= 0) continue;
    const share = past / (1 + past);
    sum += share * Math.min(120, late + spread / 2);
    weight += share;
  }
  return sum / weight;
}

// Made for each of some ten thousand customers: the room for it is made once.
const paidRoom = new Float64Array(LATE_SPAN + 2);
const watchedRoom = new Float64Array(LATE_SPAN + 3);

/** His own hazard over the pooled one; a day lends half of its weight to each neighbour. */
function ownRatio(record: PayerRecord, pooled: PooledPayments): Float64Array {
  const ratio = new Float64Array(LATE_SPAN);
  if (record.delays.length === 0) return ratio;
  // Places are one further here, so that each has two neighbours.
  const paid = paidRoom.fill(0);
  const watched = watchedRoom.fill(0);
  let [from, to] = [LATE_SPAN, 0];
  const watch = (entry: number, last: number) => {
    const first = placeOf(entry + 1);
    add(watched, first + 1, 1);
    add(watched, placeOf(last) + 2, -1);
    from = Math.min(from, first);
    to = Math.max(to, placeOf(last));
  };
  for (const [k, delay] of record.delays.entries()) {
    add(paid, placeOf(delay) + 1, 1);
    watch(Math.min(record.entries[k] as number, delay - 1), delay);
  }
  for (const [k, late] of record.openLates.entries()) watch(record.openEntries[k] as number, late);
  for (let k = from; k <= to; k += 1) add(watched, k + 1, watched[k] as number);
  const around = (counts: Float64Array, k: number) =>
    (counts[k + 1] as number) + ((counts[k] as number) + (counts[k + 2] as number)) / 2;
  // Past the last watched day stands what closes the count.
  watched[to + 2] = 0;
  for (let k = Math.max(0, from - 1); k <= Math.min(LATE_SPAN - 1, to + 1); k += 1) {
    const usual = pooled.hazard[k] as number;
    const days = around(watched, k) + OWN_WEIGHT;
    ratio[k] = Math.log((around(paid, k) + OWN_WEIGHT * usual) / (days * usual));
  }
  return ratio;
}

function logShares(counts: readonly number[], pooledShares: readonly number[]): Float64Array {
  const total = counts.reduce((sum, one) => sum + one, 0);
  return Float64Array.from(counts, (one, k) => {
    const share = pooledShares[k] as number;
    return Math.log((one + DAYS_WEIGHT * share) / ((total + DAYS_WEIGHT) * share));
  });
}

function readinessOf(record: PayerRecord, sums: Float64Array): number {
  let expected = 0;
  const life = (entry: number, last: number) =>
    Math.max(0, (sums[placeOf(last) + 1] as number) - (sums[placeOf(entry + 1)] as number));
  for (const [k, delay] of record.delays.entries())
    expected += life(record.entries[k] as number, delay);
  for (const [k, late] of record.openLates.entries()) {
    expected += life(record.openEntries[k] as number, late);
  }
  return Math.log((record.delays.length + RISK_WEIGHT) / (expected + RISK_WEIGHT));
}

/** Months since money last came from him, though he had something late to pay; 3 at most. */
function silenceOf(record: PayerRecord, day: number): number {
  const latest = Math.max(0, ...record.openLates);
  if (latest === 0) return 0;
  const silent = record.lastPaid === null ? latest : Math.min(latest, day - record.lastPaid);
  return Math.log1p(silent / 15);
}
