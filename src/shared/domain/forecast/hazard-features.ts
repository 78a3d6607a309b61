/**
 * What the chance of a payment on a day depends on, as columns of a regression.
 *
 * The pooled curve is the starting point (an offset); every column corrects it, and all of them are
 * drawn to zero: with little history the forecast is the pooled curve, with much it is the ledger's.
 */
import type { PooledPayments } from './dated-item.ts';
import { monthDayPlace } from './month-day.ts';
import type { PayerHabit } from './payer-habit.ts';
import { weekdayPlace } from './payer-record.ts';
import { placeOf } from './pooled-curve.ts';
import { between } from './vector.ts';

const LATE_KNOTS = [-30, -20, -10, -5, 0, 5, 10, 20, 30, 60, 90, 180];
const GAP_KNOTS = [-4, -2.5, -1.5, -0.75, 0, 0.75, 1.5, 2.5, 4, 8];

const LATE_AT = 1;
const GAP_AT = LATE_AT + LATE_KNOTS.length;
const OWN_AT = GAP_AT + GAP_KNOTS.length;
const WEEKDAY_AT = OWN_AT + 3;
const MONTH_DAY_AT = WEEKDAY_AT + 7;
const STATIC_AT = MONTH_DAY_AT + 8;
const STATIC_COUNT = 8;
const LATE_STATIC_AT = STATIC_AT + STATIC_COUNT;
const LATE_STATIC_COUNT = 4;

export const COLUMN_COUNT = LATE_STATIC_AT + LATE_STATIC_COUNT;
/** Entries of one row. */
export const ROW_WIDTH = 1 + 2 + 2 + 3 + 2 + STATIC_COUNT + LATE_STATIC_COUNT;

/** What of an item does not change from day to day. */
export interface ItemTraits {
  readonly due: number;
  readonly termDays: number;
  readonly amountCents: number;
}

/** How firmly each column is drawn to zero. */
export function ridgeOfColumns(): Float64Array {
  return new Float64Array(COLUMN_COUNT).fill(4).fill(0.01, 0, 1);
}

export interface RowSink {
  readonly columns: Int16Array;
  readonly values: Float32Array;
}

/** Writes the row of one item and one day; gives its offset. */
export function writeRow(
  sink: RowSink,
  start: number,
  of: { readonly habit: PayerHabit; readonly item: ItemTraits; readonly statics: Float64Array },
  day: number,
): void {
  const { habit, item, statics } = of;
  const late = day - item.due;
  let place = start;
  const put = (column: number, value: number) => {
    sink.columns[place] = column;
    sink.values[place] = value;
    place += 1;
  };
  put(0, 1);
  putHat(put, LATE_KNOTS, LATE_AT, late, 1);
  putHat(put, GAP_KNOTS, GAP_AT, (late - habit.centre) / habit.scale, habit.known);
  put(OWN_AT, habit.own[placeOf(late)] as number);
  put(OWN_AT + 1, habit.weekdays[weekdayPlace(day)] as number);
  const monthDay = monthDayPlace(day);
  put(OWN_AT + 2, habit.monthDays[monthDay] as number);
  put(WEEKDAY_AT + weekdayPlace(day), 1);
  put(MONTH_DAY_AT + Math.min(7, Math.floor(monthDay / 4)), 1);
  for (let k = 0; k < STATIC_COUNT; k += 1) put(STATIC_AT + k, statics[k] as number);
  const isLate = late > 0 ? 1 : 0;
  for (let k = 0; k < LATE_STATIC_COUNT; k += 1)
    put(LATE_STATIC_AT + k, isLate * (statics[k] as number));
}

function putHat(
  put: (column: number, value: number) => void,
  knots: readonly number[],
  first: number,
  value: number,
  weight = 1,
): void {
  const last = knots.length - 1;
  const inside = between(value, knots[0] as number, knots[last] as number);
  let k = 0;
  while (k < last - 1 && inside > (knots[k + 1] as number)) k += 1;
  const share = (inside - (knots[k] as number)) / ((knots[k + 1] as number) - (knots[k] as number));
  put(first + k, weight * (1 - share));
  put(first + k + 1, weight * share);
}

/** The columns of an item that stay the same from day to day. */
export function staticsOf(habit: PayerHabit, item: ItemTraits): Float64Array {
  const logAmount = Math.log(Math.max(1, item.amountCents));
  return Float64Array.of(
    habit.readiness,
    habit.overdueShare,
    habit.silence,
    between((logAmount - 11) / 2, -3, 3),
    habit.lateShare,
    habit.logCount,
    habit.meanLogAmount === 0 ? 0 : between((logAmount - habit.meanLogAmount) / 2, -3, 3),
    between(item.termDays / 30 - 1, -1, 3),
  );
}

/** The starting point: the pooled curve, on the scale of the regression. */
export function offsetOf(pooled: PooledPayments, late: number): number {
  const hazard = between(pooled.hazard[placeOf(late)] as number, 1e-6, 0.95);
  return Math.log(hazard / (1 - hazard));
}
