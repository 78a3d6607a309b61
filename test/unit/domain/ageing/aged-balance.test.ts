import { describe, expect, test } from 'vitest';
import {
  agedBalance,
  areBracketsIncreasing,
  BRACKETS_DEFAULT,
  bucketKeys,
  bucketOf,
  bucketOfItem,
} from '../../../../src/shared/domain/ageing/aged-balance.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { lateItem, MONDAY, openItem, receipt } from '../../../support/open-items.ts';

const byDueDate = { asOf: MONDAY, by: 'due_date', brackets: BRACKETS_DEFAULT } as const;
const byDocument = { ...byDueDate, by: 'document_date' } as const;

test('columns are named by their bounds', () => {
  expect(bucketKeys([30, 60, 90])).toEqual([
    'not_due',
    'late_1_30',
    'late_31_60',
    'late_61_90',
    'late_over_90',
    'no_due_date',
    'apart',
    'credits',
  ]);
  expect(bucketKeys([15])).toEqual([
    'not_due',
    'late_1_15',
    'late_over_15',
    'no_due_date',
    'apart',
    'credits',
  ]);
});

test.each([
  [-400, 'not_due'],
  [0, 'not_due'], // due today is not late
  [1, 'late_1_30'],
  [30, 'late_1_30'],
  [31, 'late_31_60'],
  [60, 'late_31_60'],
  [61, 'late_61_90'],
  [90, 'late_61_90'],
  [91, 'late_over_90'],
  [4000, 'late_over_90'],
])('%i days late is %s', (days, key) => {
  expect(bucketKeys(BRACKETS_DEFAULT)[bucketOf(days, BRACKETS_DEFAULT)]).toBe(key);
});

describe('the column of an item', () => {
  const keyOf = (item: Parameters<typeof bucketOfItem>[0], settings = byDueDate as object) =>
    bucketKeys(BRACKETS_DEFAULT)[bucketOfItem(item, { ...byDueDate, ...settings })];

  test('is by its due date', () => {
    expect(keyOf(lateItem(100, 45))).toBe('late_31_60');
    expect(keyOf(openItem({ dueDate: null }))).toBe('no_due_date');
  });

  test.each([
    ['a bill', { role: 'bill' }],
    ['a retention', { role: 'retention' }],
    ['a deposit', { role: 'deposit' }],
    ['what the factor bought', { state: 'factored' }],
  ] as const)('is apart for %s, whatever its dates', (_, part) => {
    expect(keyOf(lateItem(100, 45, part))).toBe('apart');
    expect(keyOf(openItem({ ...part, dueDate: null }), byDocument)).toBe('apart');
  });

  test('is that of credits, whatever its dates', () => {
    expect(keyOf(receipt(100))).toBe('credits');
    expect(keyOf(lateItem(-100, 45))).toBe('credits');
    expect(keyOf(lateItem(-100, 45), byDocument)).toBe('credits');
  });

  test.each([
    ['2026-11-23', 'late_1_30'], // its own day is in the first bracket
    ['2026-11-22', 'late_1_30'],
    ['2026-10-24', 'late_1_30'],
    ['2026-10-23', 'late_31_60'],
    ['2026-11-24', 'not_due'],
  ])('by document date %s is %s', (documentDate, key) => {
    expect(keyOf(openItem({ documentDate: calendarDate(documentDate) }), byDocument)).toBe(key);
    expect(
      keyOf(openItem({ documentDate: calendarDate(documentDate), dueDate: null }), byDocument),
    ).toBe(key);
  });
});

describe('the aged balance', () => {
  const items = [
    lateItem(10_000, -3),
    lateItem(20_000, 10),
    lateItem(30_000, 100, { customerId: 2 }),
    openItem({ outstandingCents: 4000, dueDate: null, customerId: 2 }),
    receipt(5000, { customerId: 3 }),
    receipt(1000, { customerId: 2 }),
  ];

  test('has a row a key, whose columns sum to its balance', () => {
    const { rows, totals } = agedBalance(items, ({ customerId }) => customerId, byDueDate);
    expect([...rows]).toEqual([
      [1, { amountsCents: [10_000, 20_000, 0, 0, 0, 0, 0, 0], balanceCents: 30_000 }],
      [2, { amountsCents: [0, 0, 0, 0, 30_000, 4000, 0, -1000], balanceCents: 33_000 }],
      [3, { amountsCents: [0, 0, 0, 0, 0, 0, 0, -5000], balanceCents: -5000 }],
    ]);
    expect(totals).toEqual({
      amountsCents: [10_000, 20_000, 0, 0, 30_000, 4000, 0, -6000],
      balanceCents: 58_000,
    });
  });

  test('tells customers who owe and customers who are owed apart, however it is grouped', () => {
    const grouped = agedBalance(items, () => 'Dupas', byDueDate);
    expect(grouped.rows.size).toBe(1);
    expect(grouped.debitBalancesCents).toBe(63_000);
    expect(grouped.creditBalancesCents).toBe(-5000);
  });

  test('follows the brackets it is given', () => {
    const { buckets, totals } = agedBalance(items, () => 0, { ...byDueDate, brackets: [120] });
    expect(buckets).toHaveLength(6);
    expect(totals.amountsCents).toEqual([10_000, 50_000, 0, 4000, 0, -6000]);
  });

  test('of nothing is nothing', () => {
    expect(agedBalance([], () => 0, byDueDate).totals.balanceCents).toBe(0);
  });

  test('never adds two currencies', () => {
    const mixed = [openItem(), openItem({ currency: 'USD' })];
    expect(() => agedBalance(mixed, () => 0, byDueDate)).toThrow(RangeError);
  });
});

test.each([
  [[30, 60, 90], true],
  [[1], true],
  [[], false],
  [[0, 30], false],
  [[30, 30], false],
  [[60, 30], false],
  [[30.5], false],
])('brackets %j may be used: %s', (brackets, expected) => {
  expect(areBracketsIncreasing(brackets)).toBe(expected);
});
