import { describe, expect, test } from 'vitest';
import { nearestPairs } from '../../../../src/shared/domain/interpretation/nearest-pairs.ts';
import { calendarDate, daysBetween } from '../../../../src/shared/kernel/calendar-date.ts';

const days = (...ofMonth: readonly number[]) =>
  ofMonth.map((day) => calendarDate(`2026-03-${String(day).padStart(2, '0')}`));
const pairs = (ones: readonly number[], others: readonly number[]) =>
  nearestPairs(days(...ones), days(...others), (one, other) => daysBetween(one, other) <= 10);

describe('days of two lists are paired', () => {
  test.each([
    [[], [1], []],
    [[1], [], [null]],
    [[5], [1, 6, 20], [1]],
    [[5], [30], [null]],
    [[1, 2], [3], [null, 0]],
    // As many pairs as there can be, though two of them are further apart.
    [
      [1, 2, 12],
      [6, 7, 22],
      [0, 1, 2],
    ],
    [
      [1, 12],
      [11, 22],
      [0, 1],
    ],
    [
      [2, 9],
      [1, 10],
      [0, 1],
    ],
  ])('%j with %j: %j', (ones, others, expected) => {
    expect(pairs(ones, others)).toEqual(expected);
  });
});
