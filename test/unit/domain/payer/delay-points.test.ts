import { describe, expect, test } from 'vitest';
import {
  delayExclusionOf,
  delayPoints,
  medianDelay,
} from '../../../../src/shared/domain/payer/delay-points.ts';
import { addDays, calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { MONDAY } from '../../../support/open-items.ts';
import { delaysOf, openLate, paidItem } from '../../../support/payer-items.ts';

describe('the delays that count', () => {
  test('are of what was paid and of what is open and late, least first', () => {
    const points = delayPoints([paidItem(12), openLate(80), paidItem(-4)], MONDAY);
    expect(delaysOf(points)).toEqual([-4, 12, 80]);
  });

  test('an item open and 80 days late is at least 80', () => {
    expect(delaysOf(delayPoints([paidItem(2), openLate(80)], MONDAY))).toEqual([2, 80]);
  });

  test('a fresh one of a payer who takes 50 days is no sign of better habits', () => {
    const paid = [paidItem(50), paidItem(50), paidItem(52)];
    expect(delaysOf(delayPoints([...paid, openLate(1)], MONDAY))).toEqual([50, 50, 50, 52]);
  });

  test('an item is not late on its due date', () => {
    expect(delayPoints([openLate(0)], MONDAY)).toEqual([]);
  });

  test('an open item weighs what is left of it, a settled one what it amounted to', () => {
    const items = [openLate(5, { amountCents: 90_000, outstandingCents: 500 }), paidItem(3)];
    const weights = delayPoints(items, MONDAY).map(({ weightCents }) => weightCents);
    expect(weights).toEqual([100_000, 500]);
  });

  test.each([
    ['disputed', { exclusion: 'disputed' }, 'disputed'],
    ['blocked by us', { exclusion: 'blocked' }, 'blocked'],
    ['on an estimated date', { exclusion: 'estimated' }, 'estimated'],
    ['settled by a credit note', { nature: 'credit_note' }, 'not_money'],
    ['settled by an entry', { nature: 'other_entry' }, 'not_money'],
  ] as const)('leaves out what is %s', (_, part, because) => {
    const item = paidItem(300, part);
    expect(delayPoints([item], MONDAY)).toEqual([]);
    expect(delayExclusionOf(item)).toBe(because);
  });

  test('counts cash, and what left a list, which it says', () => {
    const items = [paidItem(1, { nature: 'cash' }), paidItem(2, { nature: 'left' })];
    const points = delayPoints(items, MONDAY);
    expect(points.map(({ isApproximate }) => isApproximate)).toEqual([false, true]);
    expect(items.map(delayExclusionOf)).toEqual([null, null]);
  });

  test('forgets what was settled over twelve months ago, not what is open since', () => {
    const old = paidItem(5, { settledDate: calendarDate('2025-11-23') });
    const kept = paidItem(6, { settledDate: calendarDate('2025-11-24') });
    expect(delaysOf(delayPoints([old, kept, openLate(500)], MONDAY))).toEqual([6, 500]);
  });

  test('nothing without an amount counts', () => {
    const items = [paidItem(5, { amountCents: 0 }), openLate(5, { outstandingCents: 0 })];
    expect(delayPoints(items, MONDAY)).toEqual([]);
  });

  test('as of a past day, what was paid since was open and weighs its amount', () => {
    const item = paidItem(40, { ago: 10 });
    const points = delayPoints([item], addDays(MONDAY, -20));
    expect(points).toMatchObject([{ days: 30, weightCents: 100_000, settledDate: null }]);
  });

  test('as of a day before it was booked, an item is not there', () => {
    const item = openLate(80);
    expect(delayPoints([item], addDays(item.documentDate, -1))).toEqual([]);
  });
});

test('the median is by amount', () => {
  const items = [paidItem(0), paidItem(1), paidItem(60, { amountCents: 900_000 })];
  expect(medianDelay(delayPoints(items, MONDAY))).toBe(60);
});
