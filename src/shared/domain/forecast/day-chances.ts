/** The chance of a payment on each coming day, given that the item is still open then. */
import type { PayerRecord, PaymentModel } from './dated-item.ts';
import { type ItemTraits, offsetOf, ROW_WIDTH, staticsOf, writeRow } from './hazard-features.ts';
import { cumulated, habitOf, type PayerHabit } from './payer-habit.ts';

const UNKNOWN_PAYER: PayerRecord = {
  delays: [],
  entries: [],
  openLates: [],
  openEntries: [],
  weekdays: new Array<number>(7).fill(0),
  monthDays: new Array<number>(31).fill(0),
  lastPaid: null,
  meanLogAmount: 0,
};

export interface Forecaster {
  readonly model: PaymentModel;
  readonly today: number;
  readonly sums: Float64Array;
  readonly beta: Float64Array;
  readonly habits: Map<number, PayerHabit>;
  readonly columns: Int16Array;
  readonly values: Float32Array;
}

export function forecaster(model: PaymentModel, today: number): Forecaster {
  return {
    model,
    today,
    sums: cumulated(model.pooled.hazard),
    beta: Float64Array.from(model.coefficients),
    habits: new Map(),
    columns: new Int16Array(ROW_WIDTH),
    values: new Float32Array(ROW_WIDTH),
  };
}

export function dayChances(
  made: Forecaster,
  customerId: number,
  item: ItemTraits,
): (ahead: number) => number {
  const { model, today, beta, columns, values } = made;
  const { pooled } = model;
  if (model.kind !== 'hazard') {
    return (ahead) => 1 / (1 + Math.exp(-offsetOf(pooled, today + ahead - item.due)));
  }
  let habit = made.habits.get(customerId);
  if (habit === undefined) {
    const record = model.payers[customerId] ?? UNKNOWN_PAYER;
    habit = habitOf(record, today, pooled, made.sums);
    made.habits.set(customerId, habit);
  }
  const of = { habit, item, statics: staticsOf(habit, item) };
  return (ahead) => {
    const day = today + ahead;
    writeRow({ columns, values }, 0, of, day);
    let score = offsetOf(pooled, day - item.due);
    for (let k = 0; k < ROW_WIDTH; k += 1)
      score += (beta[columns[k] as number] as number) * (values[k] as number);
    return 1 / (1 + Math.exp(-score));
  };
}
