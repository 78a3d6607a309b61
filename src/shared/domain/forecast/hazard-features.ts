/**
 * What the chance of a payment on a day depends on, as columns of a regression.
 *
 * The pooled curve is the starting point (an offset); every column corrects it, and all of them are
 * drawn to zero: with little history the forecast is the pooled curve, with much it is the ledger's
 * own. A column depends on how late the day is, on the day of the calendar, on the customer, or on
 * the item, never on two of them but for "late": a score is a sum of tables (`day-chances.ts`).
 */
import type { PooledPayments } from './dated-item.ts';
import { monthDayPlace, weekdayPlace } from './day-place.ts';
import type { PayerHabit } from './payer-habit.ts';
import { placeOf } from './pooled-curve.ts';
import { between } from './vector.ts';

/** Days after the due date between which the correction of the curve is a straight line. */
export const LATE_KNOTS = [-30, -20, -10, -5, 0, 5, 10, 20, 30, 60, 90, 180];
/** The same for how far a day is past the customer's usual one, in units of his own spread. */
export const GAP_KNOTS = [-4, -2.5, -1.5, -0.75, 0, 0.75, 1.5, 2.5, 4, 8];

const MONTH_PARTS = 8;
const STATIC_COUNT = 8;
/** The first of the statics weigh anew on what is late. */
const LATE_STATIC_COUNT = 4;

/** Where each group of columns begins; column 0 is the level. */
const LATE = 1;
const GAP = LATE + LATE_KNOTS.length;
const OWN = GAP + GAP_KNOTS.length;
const OWN_WEEKDAY = OWN + 1;
const OWN_MONTH_DAY = OWN + 2;
const WEEKDAY = OWN + 3;
const MONTH_PART = WEEKDAY + 7;
const STATIC = MONTH_PART + MONTH_PARTS;
const LATE_STATIC = STATIC + STATIC_COUNT;
export const COLUMNS = {
  late: LATE,
  gap: GAP,
  own: OWN,
  ownWeekday: OWN_WEEKDAY,
  ownMonthDay: OWN_MONTH_DAY,
  weekday: WEEKDAY,
  monthPart: MONTH_PART,
  static: STATIC,
  lateStatic: LATE_STATIC,
  count: LATE_STATIC + LATE_STATIC_COUNT,
} as const;

/** Entries of one row. */
export const ROW_WIDTH = 1 + 2 + 2 + 3 + 2 + STATIC_COUNT + LATE_STATIC_COUNT;

/**
 * How firmly each column is drawn to zero. A day of an item is looked at from two past weeks, and
 * the items of one customer are paid together: the rows say less than their number.
 */
const RIDGE = 30;
const LEVEL_RIDGE = 0.01;

export function ridgeOfColumns(): Float64Array {
  return new Float64Array(COLUMNS.count).fill(RIDGE).fill(LEVEL_RIDGE, 0, 1);
}

/** What of an item does not change from day to day. */
export interface ItemTraits {
  readonly due: number;
  readonly issued: number;
  readonly amountCents: number;
}

/** Where rows are written: a column and a value for each entry. */
export interface RowSink {
  readonly columns: number[];
  readonly values: number[];
}

/** Adds the row of one item and one day. */
export function writeRow(
  sink: RowSink,
  of: { readonly habit: PayerHabit; readonly due: number; readonly statics: Float64Array },
  day: number,
): void {
  const { habit, statics } = of;
  const late = day - of.due;
  const monthDay = monthDayPlace(day);
  const weekday = weekdayPlace(day);
  const put = (column: number, value: number) => {
    sink.columns.push(column);
    sink.values.push(value);
  };
  const putBetween = (first: number, position: number, weight: number) => {
    const lower = Math.floor(position);
    put(first + lower, weight * (lower + 1 - position));
    put(first + lower + 1, weight * (position - lower));
  };
  put(0, 1);
  putBetween(LATE, knotPosition(LATE_KNOTS, late), 1);
  putBetween(GAP, knotPosition(GAP_KNOTS, gapOf(habit, late)), habit.known);
  put(OWN, habit.own[placeOf(late)] as number);
  put(OWN_WEEKDAY, habit.weekdays[weekday] as number);
  put(OWN_MONTH_DAY, habit.monthDays[monthDay] as number);
  put(WEEKDAY + weekday, 1);
  put(MONTH_PART + monthPartOf(monthDay), 1);
  for (let k = 0; k < STATIC_COUNT; k += 1) put(STATIC + k, statics[k] as number);
  const isLate = late > 0 ? 1 : 0;
  for (let k = 0; k < LATE_STATIC_COUNT; k += 1) {
    put(LATE_STATIC + k, isLate * (statics[k] as number));
  }
}

/** How far past his usual day a lateness is, in units of his spread. */
export function gapOf(habit: PayerHabit, late: number): number {
  return (late - habit.centre) / habit.scale;
}

/** Days 1–4, 5–8 … 29–31 of the month, 0 to 7. */
export function monthPartOf(monthDay: number): number {
  return Math.floor(monthDay / 4);
}

/** Between which two knots a value lies, and how far: 2.25 is a quarter of the way from 2 to 3. */
export function knotPosition(knots: readonly number[], value: number): number {
  const last = knots.length - 1;
  if (value <= (knots[0] as number)) return 0;
  // Just under the last knot, so that there is always a next one.
  if (value >= (knots[last] as number)) return last - 1e-9;
  let k = 0;
  while (value >= (knots[k + 1] as number)) k += 1;
  const from = knots[k] as number;
  return k + (value - from) / ((knots[k + 1] as number) - from);
}

/** The columns of an item that stay the same from day to day; the first four weigh anew if late. */
export function staticsOf(habit: PayerHabit, item: ItemTraits): Float64Array {
  const logAmount = Math.log(item.amountCents);
  const termDays = item.due - item.issued;
  return Float64Array.of(
    habit.readiness,
    habit.overdueShare,
    habit.silence,
    between((logAmount - 11) / 2, -3, 3),
    habit.lateShare,
    habit.logCount,
    between((logAmount - (habit.meanLogAmount ?? logAmount)) / 2, -3, 3),
    between(termDays / 30 - 1, -1, 3),
  );
}

/** What the statics add to a score, before the due date and after it. */
export function staticScores(
  beta: Float64Array,
  statics: Float64Array,
): { readonly early: number; readonly late: number } {
  let early = 0;
  let late = 0;
  for (let k = 0; k < STATIC_COUNT; k += 1) {
    early += (beta[STATIC + k] as number) * (statics[k] as number);
  }
  for (let k = 0; k < LATE_STATIC_COUNT; k += 1) {
    late += (beta[LATE_STATIC + k] as number) * (statics[k] as number);
  }
  return { early, late: early + late };
}

/** The starting point: the pooled curve, on the scale of the regression. */
export function offsetOf(pooled: PooledPayments, late: number): number {
  const hazard = pooled.hazard[placeOf(late)] as number;
  return Math.log(hazard / (1 - hazard));
}
