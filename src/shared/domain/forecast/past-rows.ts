/** The ledger's past as rows of the regression. See `fit-payment-model.ts`. */
import type { PooledPayments } from './dated-item.ts';
import { COLUMNS, offsetOf, ROW_WIDTH, staticsOf, writeRow } from './hazard-features.ts';
import type { SparseRows } from './logistic.ts';
import { type Look, looksBack, openCount, type Past, pastDays, sampleOf } from './past-looks.ts';
import { habitOf } from './payer-habit.ts';
import { payerRecordAt } from './payer-record.ts';
import { scatter } from './vector.ts';

/** Days looked ahead of each past day. */
const AHEAD = 14;
/** How many open items of past days are looked at, and about how many rows are kept of them. */
export const LIMITS = { looked: 20_000, rows: 60_000 };
/** What is a year older counts half. */
const HALF_LIFE_DAYS = 365;

/** What the past is looked at with. */
export interface PastView extends Past {
  readonly pooled: PooledPayments;
  readonly sums: Float64Array;
}

/** Rows of every past week; a sample of customers and weeks where the ledger is large. */
export function pastRows(view: PastView, limits = LIMITS): SparseRows {
  const days = pastDays(view);
  const looked = openCount(view, days);
  const thinning = Math.max(1, (Math.min(looked, limits.looked) * AHEAD) / limits.rows);
  const made = {
    columns: [] as number[],
    values: [] as number[],
    offsets: [] as number[],
    outcomes: [] as number[],
    weights: [] as number[],
  };
  const isKept = sampleOf(limits.looked / looked);
  for (const look of looksBack(view, days, isKept)) addRows(made, look, { view, thinning });
  return {
    width: ROW_WIDTH,
    columnCount: COLUMNS.count,
    count: made.offsets.length,
    columns: Int16Array.from(made.columns),
    values: Float32Array.from(made.values),
    offsets: Float32Array.from(made.offsets),
    outcomes: Uint8Array.from(made.outcomes),
    weights: Float32Array.from(made.weights),
  };
}

interface MadeRows {
  readonly columns: number[];
  readonly values: number[];
  readonly offsets: number[];
  readonly outcomes: number[];
  readonly weights: number[];
}

function addRows(
  made: MadeRows,
  { day, own, open }: Look,
  how: { readonly view: PastView; readonly thinning: number },
): void {
  const { view, thinning } = how;
  const { pooled, sums, today } = view;
  const habit = habitOf(payerRecordAt(own, day), day, pooled, sums);
  const weight = 0.5 ** ((today - day) / HALF_LIFE_DAYS);
  for (const item of open) {
    const of = { habit, due: item.due, statics: staticsOf(habit, item) };
    const last = Math.min(day + AHEAD, today, item.exit);
    for (let date = day + 1; date <= last; date += 1) {
      const isPaid = item.isPaid && item.exit === date;
      // Payments are few and all kept; of the days without one a part stands for all.
      if (!isPaid && scatter(item.due * 1009 + item.amountCents, date * 31 + day) * thinning >= 1) {
        continue;
      }
      writeRow(made, of, date);
      made.offsets.push(offsetOf(pooled, date - item.due));
      made.outcomes.push(isPaid ? 1 : 0);
      made.weights.push(isPaid ? weight : weight * thinning);
    }
  }
}
