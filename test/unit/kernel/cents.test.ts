import { describe, expect, test } from 'vitest';
import { cents, ratioOf, splitEvenly, sumCents } from '../../../src/shared/kernel/cents.ts';

describe('an amount', () => {
  test('is a whole number of cents; a fraction is a broken invariant', () => {
    expect(cents(12_345)).toBe(12_345);
    expect(() => cents(0.5)).toThrow(RangeError);
    expect(() => cents(Number.NaN)).toThrow(RangeError);
    expect(() => cents(2 ** 53)).toThrow(RangeError);
  });

  test('is never minus zero, which would not equal zero in a golden file', () => {
    expect(Object.is(cents(-0), 0)).toBe(true);
  });

  test('adds up; a sum beyond what a number holds is refused', () => {
    expect(sumCents([])).toBe(0);
    expect(sumCents([100, -30, 5])).toBe(75);
    expect(() => sumCents([Number.MAX_SAFE_INTEGER, 1])).toThrow(RangeError);
  });
});

describe('a ratio of an amount', () => {
  test.each([
    [100, 1, 3, 33],
    [200, 1, 3, 67],
    [1, 1, 2, 1],
    [-1, 1, 2, -1],
    [1, -1, 2, -1],
    [-5, -1, 2, 3],
    [5, 1, -2, -3],
    [0, 7, 9, 0],
    [100_000, 1, 8, 12_500],
  ])('%i × %i ÷ %i is %i, halves away from zero', (amount, numerator, denominator, expected) => {
    expect(ratioOf(amount, numerator, denominator)).toBe(expected);
  });

  test('is exact where the product passes what a double holds', () => {
    expect(ratioOf(1_000_000_000_001, 3_650_001, 3_650_000)).toBe(1_000_000_273_974);
    expect(ratioOf(999_999_999_999, 999_999_999_999, 999_999_999_999)).toBe(999_999_999_999);
    expect(ratioOf(-999_999_999_999, 999_999_999_999, -999_999_999_999)).toBe(999_999_999_999);
    expect(ratioOf(999_999_999_999, -999_999_999_999, 999_999_999_999)).toBe(-999_999_999_999);
  });

  test('takes a fraction as well', () => {
    expect(ratioOf(1000, 0.125, 1)).toBe(125);
    expect(ratioOf(-1001, 0.5, 1)).toBe(-501);
  });

  test('over zero is refused', () => {
    expect(() => ratioOf(1, 1, 0)).toThrow(RangeError);
  });
});

describe('splitting evenly', () => {
  test.each([
    [10_000, 3, [3334, 3333, 3333]],
    [2, 3, [1, 1, 0]],
    [-100, 3, [-33, -33, -34]],
    [0, 2, [0, 0]],
    [500, 1, [500]],
  ])('%i in %i', (total, count, parts) => {
    expect(splitEvenly(total, count)).toEqual(parts);
  });

  test.each([0, -1, 1.5])('in %d parts is refused', (count) => {
    expect(() => splitEvenly(100, count)).toThrow(RangeError);
  });
});
