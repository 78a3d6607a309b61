import { describe, expect, test } from 'vitest';
import {
  type SettledItem,
  usualDelay,
  weightedMedian,
} from '../../../../src/shared/domain/payer/usual-delay.ts';
import { addDays, calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { MONDAY } from '../../../support/open-items.ts';

const settled = (
  delayDays: number,
  amountCents: number,
  part: Partial<SettledItem> = {},
): SettledItem => ({
  dueDate: addDays(calendarDate('2026-06-30'), -delayDays),
  settledDate: calendarDate('2026-06-30'),
  amountCents,
  nature: 'bank',
  isExcluded: false,
  ...part,
});

describe('the usual delay', () => {
  test('is the median by amount: one invoice of 300 days makes no chronic of a good payer', () => {
    const items = [settled(300, 1000), settled(2, 1000), settled(4, 1000), settled(3, 1000)];
    expect(usualDelay(items, MONDAY)).toEqual({ days: 3, itemCount: 4, isApproximate: false });
  });

  test('weighs by amount: forty small invoices paid at once do not hide the large one', () => {
    const items = [...Array.from({ length: 40 }, () => settled(0, 100)), settled(45, 100_000)];
    expect(usualDelay(items, MONDAY)?.days).toBe(45);
  });

  test('may be negative, for who pays early', () => {
    const items = [-3, -5, -2, -4].map((days) => settled(days, 1000));
    expect(usualDelay(items, MONDAY)?.days).toBe(-4);
  });

  test('is unknown under four items', () => {
    expect(usualDelay([settled(1, 1), settled(2, 1), settled(3, 1)], MONDAY)).toBeNull();
  });

  const four = [settled(1, 1000), settled(1, 1000), settled(1, 1000), settled(1, 1000)];
  test.each([
    ['disputed or blocked by us', { isExcluded: true }],
    ['settled by a credit note', { nature: 'credit_note' }],
    ['settled by a bill', { nature: 'bill' }],
    ['settled by a set-off', { nature: 'set_off' }],
    ['older than twelve months', { settledDate: calendarDate('2025-11-23') }],
    ['later than the day', { settledDate: calendarDate('2026-11-24') }],
    ['without an amount', { amountCents: 0 }],
  ] as const)('leaves out what was %s', (_, part) => {
    expect(usualDelay([...four, settled(90, 99_000, part)], MONDAY)).toEqual({
      days: 1,
      itemCount: 4,
      isApproximate: false,
    });
  });

  test('counts cash', () => {
    expect(usualDelay([...four, settled(9, 99_000, { nature: 'cash' })], MONDAY)?.days).toBe(9);
  });

  test('counts what left a list between two days, and says that it is approximate', () => {
    const items = [...four, settled(9, 99_000, { nature: 'left' })];
    expect(usualDelay(items, MONDAY)).toEqual({ days: 9, itemCount: 5, isApproximate: true });
  });
});

test('a weighted median of nothing is refused', () => {
  expect(() => weightedMedian([])).toThrow(RangeError);
});
