/** The ledger's past as rows of the regression. See `fit-payment-model.ts`. */
import type { PooledPayments } from './dated-item.ts';
import { COLUMN_COUNT, offsetOf, ROW_WIDTH, staticsOf, writeRow } from './hazard-features.ts';
import type { SparseRows } from './logistic.ts';
import { cumulated, habitOf } from './payer-habit.ts';
import { type ItemDays, payerRecordAt } from './payer-record.ts';

/** Days looked ahead of each past day. */
export const AHEAD = 28;
const SNAPSHOT_EVERY = 7;
const SNAPSHOTS_MAX = 104;
const ROWS_MAX = 120_000;
const HALF_LIFE = 365;
/** Past days before which too little is known of anybody. */
const RUN_UP_DAYS = 45;

/** One open item of a past day: its rows follow one another. */
export interface PastSpell {
  readonly snapshot: number;
  readonly customerId: number;
  readonly firstRow: number;
  readonly rowCount: number;
  readonly isWhole: boolean;
  readonly amountCents: number;
}

export interface PastRows {
  readonly rows: SparseRows;
  readonly spells: readonly PastSpell[];
}

interface Looked {
  readonly day: number;
  readonly customerId: number;
  readonly own: readonly ItemDays[];
}

/** Rows of every past day, or of a sample of customers where the ledger is large. */
export function pastRows(
  payers: ReadonlyMap<number, readonly ItemDays[]>,
  pooled: PooledPayments,
  today: number,
): PastRows {
  const looks: Looked[] = [];
  let rowCount = 0;
  let first = Infinity;
  for (const own of payers.values()) for (const { issued } of own) first = Math.min(first, issued);
  for (let step = 1; step <= SNAPSHOTS_MAX; step += 1) {
    const day = today - step * SNAPSHOT_EVERY;
    if (day < first + RUN_UP_DAYS) break;
    for (const [customerId, own] of payers) {
      let rows = 0;
      for (const item of own) rows += rowsOf(item, day, today);
      if (rows === 0) continue;
      looks.push({ day, customerId, own });
      rowCount += rows;
    }
  }
  return writeRows(looks, { pooled, today, rowCount: Math.min(rowCount, ROWS_MAX) });
}

function rowsOf({ issued, exit }: ItemDays, day: number, today: number): number {
  return issued > day || exit <= day ? 0 : Math.min(AHEAD, today - day, exit - day);
}

function writeRows(
  looks: readonly Looked[],
  of: { readonly pooled: PooledPayments; readonly today: number; readonly rowCount: number },
): PastRows {
  const { pooled, today, rowCount } = of;
  const columns = new Int16Array(rowCount * ROW_WIDTH);
  const values = new Float32Array(rowCount * ROW_WIDTH);
  const offsets = new Float32Array(rowCount);
  const outcomes = new Uint8Array(rowCount);
  const weights = new Float32Array(rowCount);
  const spells: PastSpell[] = [];
  const sums = cumulated(pooled.hazard);
  let row = 0;
  for (const { day, customerId, own } of looks) {
    const habit = habitOf(payerRecordAt(own, day), day, pooled, sums);
    const weight = 0.5 ** ((today - day) / HALF_LIFE);
    for (const item of own) {
      const count = rowsOf(item, day, today);
      if (count === 0) continue;
      if (row + count > rowCount) break;
      const traits = {
        due: item.due,
        termDays: item.due - item.issued,
        amountCents: item.amountCents,
      };
      const statics = staticsOf(habit, traits);
      const isWhole = day + AHEAD <= today;
      spells.push({
        snapshot: day,
        customerId,
        firstRow: row,
        rowCount: count,
        isWhole,
        amountCents: item.amountCents,
      });
      for (let ahead = 1; ahead <= count; ahead += 1) {
        writeRow(
          { columns, values },
          row * ROW_WIDTH,
          { habit, item: traits, statics },
          day + ahead,
        );
        offsets[row] = offsetOf(pooled, day + ahead - item.due);
        outcomes[row] = item.isPaid && item.exit === day + ahead ? 1 : 0;
        weights[row] = weight;
        row += 1;
      }
    }
  }
  const rows = { width: ROW_WIDTH, columnCount: COLUMN_COUNT, count: row };
  return { rows: { ...rows, columns, values, offsets, outcomes, weights }, spells };
}
