import { expect, test } from 'vitest';
import type { ItemDays } from '../../../../src/shared/domain/forecast/dated-item.ts';
import { knotPosition } from '../../../../src/shared/domain/forecast/hazard-features.ts';
import { fitLogistic, solvePositive } from '../../../../src/shared/domain/forecast/logistic.ts';
import {
  openCount,
  pastDays,
  sampleOf,
} from '../../../../src/shared/domain/forecast/past-looks.ts';
import { pastRows } from '../../../../src/shared/domain/forecast/past-rows.ts';
import { cumulated } from '../../../../src/shared/domain/forecast/payer-habit.ts';
import { payerRecordAt } from '../../../../src/shared/domain/forecast/payer-record.ts';
import {
  LATE_MIN,
  PaymentCounts,
  pooledHazard,
  usualHazard,
} from '../../../../src/shared/domain/forecast/pooled-curve.ts';
import { pooledPayments } from '../../../../src/shared/domain/forecast/pooled-payments.ts';

function itemOf(part: Partial<ItemDays> = {}): ItemDays {
  return { issued: 0, due: 30, exit: 35, isPaid: true, amountCents: 10_000, ...part };
}

test('a symmetric system is solved: 4x + 2y = 10 and 2x + 3y = 9 give 1,5 and 2', () => {
  const [x, y] = solvePositive(Float64Array.of(4, 2, 2, 3), Float64Array.of(10, 9), 2);
  expect(x).toBeCloseTo(1.5, 12);
  expect(y).toBeCloseTo(2, 12);
});

test('a regression on one level finds the share of what happened; the ridge draws it to a half', () => {
  const rows = {
    width: 1,
    columnCount: 1,
    count: 8,
    columns: new Int16Array(8),
    values: new Float32Array(8).fill(1),
    offsets: new Float32Array(8),
    outcomes: Uint8Array.of(1, 1, 0, 0, 0, 0, 0, 0),
    weights: new Float32Array(8).fill(1),
  };
  const shareAt = (ridge: number) => {
    const [level = 0] = fitLogistic(rows, Float64Array.of(ridge));
    return 1 / (1 + Math.exp(-level));
  };
  expect(shareAt(0)).toBeCloseTo(0.25, 6);
  expect(shareAt(10)).toBeGreaterThan(0.4);
  expect(shareAt(10)).toBeLessThan(0.5);
});

test.each([
  [-5, 0],
  [0, 0],
  [5, 0.5],
  [10, 1],
  [25, 1.75],
  [30, 2 - 1e-9],
  [99, 2 - 1e-9],
])('between the knots 0, 10 and 30, %d is at %d', (value, position) => {
  expect(knotPosition([0, 10, 30], value)).toBeCloseTo(position, 8);
});

test('open items lower the curve where they were watched, and paid ones raise it', () => {
  const at = (counts: PaymentCounts, late: number) => pooledHazard(counts)[late - LATE_MIN] ?? 0;
  const paid = new PaymentCounts();
  for (let k = 0; k < 100; k += 1) paid.watch(-29, 3, true);
  expect(at(paid, 3)).toBeGreaterThan(0.5);
  expect(at(paid, -10)).toBeLessThan(usualHazard(-10));
  for (let k = 0; k < 100; k += 1) paid.watch(-29, 60, false);
  expect(at(paid, 3)).toBeLessThan(0.5);
  expect(at(paid, 40)).toBeLessThan(usualHazard(40) / 2);
  const untouched = new PaymentCounts();
  untouched.watch(5, 4, true);
  expect(at(untouched, 4)).toBeCloseTo(usualHazard(4), 12);
});

test('the record of a customer: sixty latest payments, what is open, the days money came on', () => {
  // 1970-01-05 is day 4, a Monday.
  const paid = Array.from({ length: 70 }, (_, k) =>
    itemOf({ issued: k, due: k + 30, exit: k + 34 }),
  );
  const open = itemOf({ issued: 80, due: 90, exit: Infinity, isPaid: false });
  const later = itemOf({ issued: 500 });
  const record = payerRecordAt([...paid, open, later], 120);
  expect(record.delays).toEqual(new Array(60).fill(4));
  expect(record).toMatchObject({ openLates: [30], openEntries: [-10], lastPaid: 103 });
  expect(record.weekdays.reduce((sum, one) => sum + one, 0)).toBe(60);
  const two = payerRecordAt([itemOf({ exit: 4 }), itemOf({ exit: 4, issued: 1 })], 10);
  expect(two.weekdays).toEqual([1, 0, 0, 0, 0, 0, 0]);
  expect(two.monthDays.indexOf(1)).toBe(4);
  expect(payerRecordAt([], 10)).toMatchObject({ lastPaid: null, meanLogAmount: null });
});

test('which items are remembered does not hang on the order they came in', () => {
  const same = [3, 1, 2].flatMap((issued) =>
    [31, 30].flatMap((due) => [
      itemOf({ issued, due, exit: 40 }),
      itemOf({ issued, due, exit: Infinity, isPaid: false }),
    ]),
  );
  expect(payerRecordAt(same.toReversed(), 50)).toEqual(payerRecordAt(same, 50));
});

const payers = new Map(
  Array.from({ length: 20 }, (_, customer) => [
    customer,
    Array.from({ length: 20 }, (_, k) =>
      itemOf({ issued: k * 12, due: k * 12 + 30, exit: k * 12 + 20 + ((customer + k) % 20) }),
    ),
  ]),
);
const pooled = pooledPayments(payers, 260);
const view = { payers, pooled, today: 260, sums: cumulated(pooled.hazard) };

test('past days are a week apart, the latest first, and leave a run-up of 45 days', () => {
  const days = pastDays(view);
  expect(days.slice(0, 2)).toEqual([253, 246]);
  expect(days.at(-1)).toBeGreaterThanOrEqual(45);
  expect(days.at(-1)).toBeLessThan(52);
  expect(pastDays({ payers: new Map(), today: 260 })).toEqual([]);
});

test('what there is to look at is counted in weeks of open items', () => {
  const one = new Map([[1, [itemOf({ issued: 0, exit: 70 })]]]);
  expect(openCount({ payers: one, today: 100 }, [56, 49, 42])).toBe(4);
  expect(openCount({ payers: one, today: 100 }, [])).toBe(0);
});

test('a large past is sampled and its days without payment thinned, weighing as much together', () => {
  const whole = pastRows(view);
  const few = pastRows(view, { looked: 200, rows: 1_000 });
  expect(few.count).toBeLessThan(whole.count / 3);
  const paidShare = (rows: typeof whole) => {
    let paid = 0;
    let all = 0;
    for (let row = 0; row < rows.count; row += 1) {
      all += rows.weights[row] ?? 0;
      paid += (rows.outcomes[row] ?? 0) * (rows.weights[row] ?? 0);
    }
    return paid / all;
  };
  expect(paidShare(few) / paidShare(whole)).toBeGreaterThan(0.7);
  expect(paidShare(few) / paidShare(whole)).toBeLessThan(1.4);
  const kept = Array.from({ length: 4_000 }, (_, k) => sampleOf(0.25)(k, 7)).filter(Boolean).length;
  expect(kept).toBeGreaterThan(850);
  expect(kept).toBeLessThan(1_150);
});

test('the columns of a row ascend, as the regression needs them', () => {
  const { columns, width, count } = pastRows(view, { looked: 100, rows: 500 });
  for (let row = 0; row < count; row += 1) {
    const own = [...columns.subarray(row * width, (row + 1) * width)];
    expect(own).toEqual(own.toSorted((a, b) => a - b));
  }
});
