/**
 * The chance of a payment on each coming day, given that the item is still open then.
 *
 * The score of the regression is a sum of tables, of how late a day is, of the calendar, of the
 * customer and of the item: made once each, they are looked up for every item and day.
 */
import type { PayerRecord, PooledPayments } from './dated-item.ts';
import { monthDayPlace, weekdayPlace } from './day-place.ts';
import {
  COLUMNS,
  GAP_KNOTS,
  gapOf,
  type ItemTraits,
  knotPosition,
  LATE_KNOTS,
  monthPartOf,
  offsetOf,
  staticScores,
  staticsOf,
} from './hazard-features.ts';
import { habitOf, type PayerHabit } from './payer-habit.ts';
import { LATE_MIN, LATE_SPAN, placeOf } from './pooled-curve.ts';

/** What the chances of a day are made of. */
export interface Hazard {
  readonly pooled: PooledPayments;
  readonly sums: Float64Array;
  /** Coefficients; all zero where only the pooled curve is known. */
  readonly beta: Float64Array;
  /** Score of a lateness: level, pooled curve and its correction. */
  readonly lateScores: Float64Array;
}

export function hazardOf(
  pooled: PooledPayments,
  sums: Float64Array,
  coefficients: ArrayLike<number>,
): Hazard {
  const beta = new Float64Array(COLUMNS.count);
  beta.set(coefficients);
  const lateScores = new Float64Array(LATE_SPAN);
  for (let place = 0; place < LATE_SPAN; place += 1) {
    const late = place + LATE_MIN;
    const position = knotPosition(LATE_KNOTS, late);
    lateScores[place] =
      (beta[0] as number) + offsetOf(pooled, late) + lineAt(beta, COLUMNS.late, position);
  }
  return { pooled, sums, beta, lateScores };
}

/** Value at a position of the line through the coefficients from `first` on. */
function lineAt(beta: Float64Array, first: number, position: number): number {
  const lower = Math.floor(position);
  const from = beta[first + lower] as number;
  return from + (position - lower) * ((beta[first + lower + 1] as number) - from);
}

/** The score of one customer's days. */
export interface PayerScores {
  readonly habit: PayerHabit;
  /** By lateness, his own habit included; NaN until it is asked for, most never are. */
  readonly byLate: Float64Array;
  readonly byWeekday: Float64Array;
  readonly byMonthDay: Float64Array;
}

export function payerScores(hazard: Hazard, record: PayerRecord, today: number): PayerScores {
  const { beta } = hazard;
  const habit = habitOf(record, today, hazard.pooled, hazard.sums);
  const byLate = new Float64Array(LATE_SPAN).fill(Number.NaN);
  const byWeekday = habit.weekdays.map(
    (own, k) => (beta[COLUMNS.ownWeekday] as number) * own + (beta[COLUMNS.weekday + k] as number),
  );
  const byMonthDay = habit.monthDays.map(
    (own, k) =>
      (beta[COLUMNS.ownMonthDay] as number) * own +
      (beta[COLUMNS.monthPart + monthPartOf(k)] as number),
  );
  return { habit, byLate, byWeekday, byMonthDay };
}

function scoreOfLate({ beta, lateScores }: Hazard, habit: PayerHabit, place: number): number {
  const position = knotPosition(GAP_KNOTS, gapOf(habit, place + LATE_MIN));
  return (
    (lateScores[place] as number) +
    (beta[COLUMNS.own] as number) * (habit.own[place] as number) +
    habit.known * lineAt(beta, COLUMNS.gap, position)
  );
}

/** Chance of being open under which an item counts as paid: the days beyond add nothing. */
const NEGLIGIBLE = 1e-4;

/**
 * Writes into `open` the chance that the item is still open on the evening of `today`, of the day
 * after, and so on: as many days as the array has.
 */
export function fillOpenChances(
  open: Float64Array,
  of: { readonly hazard: Hazard; readonly payer: PayerScores; readonly item: ItemTraits },
  today: number,
): void {
  const { hazard, payer, item } = of;
  const { early, late } = staticScores(hazard.beta, staticsOf(payer.habit, item));
  open[0] = 1;
  let left = 1;
  for (let ahead = 1; ahead < open.length; ahead += 1) {
    if (left < NEGLIGIBLE) {
      open.fill(left, ahead);
      return;
    }
    const day = today + ahead;
    const place = placeOf(day - item.due);
    let score = payer.byLate[place] as number;
    if (Number.isNaN(score)) {
      score = scoreOfLate(hazard, payer.habit, place);
      payer.byLate[place] = score;
    }
    score +=
      (payer.byWeekday[weekdayPlace(day)] as number) +
      (payer.byMonthDay[monthDayPlace(day)] as number) +
      (day > item.due ? late : early);
    // What stays open is 1 − 1 ÷ (1 + e^−s).
    left /= 1 + Math.exp(score);
    open[ahead] = left;
  }
}
