import { expect, test } from 'vitest';
import {
  type ForecastSituation,
  forecastByDueDate,
  forecastByPromise,
  forecastWeeks,
  totalsBySlot,
} from '../../../../src/shared/domain/forecast/due-and-promise.ts';
import type { OpenItem } from '../../../../src/shared/domain/receivable/open-item.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

const today = calendarDate('2026-11-25'); // a Wednesday

function itemOf(part: Partial<OpenItem>): OpenItem {
  return {
    receivableId: 1,
    paymentId: null,
    customerId: 1,
    kind: 'invoice',
    role: 'ordinary',
    documentNumber: 'F1',
    documentDate: calendarDate('2026-10-01'),
    dueDate: calendarDate('2026-12-01'),
    dueBasis: 'stated',
    amountCents: 10_000,
    outstandingCents: 10_000,
    currency: 'EUR',
    namesDocumentNumber: null,
    isVirtual: false,
    ...part,
  };
}

const situation: ForecastSituation = { today, weekCount: 13, promises: [], disputed: new Map() };

test('the forecast begins on the Monday of this week', () => {
  expect(forecastWeeks(today, 3)).toEqual(['2026-11-23', '2026-11-30', '2026-12-07']);
});

test.each([
  ['2026-11-24', 'overdue'],
  ['2026-11-25', '2026-11-23'], // due today is not late
  ['2026-12-06', '2026-11-30'],
  ['2027-02-21', '2027-02-15'],
  ['2027-02-22', 'later'],
  [null, 'undated'],
])('an item due on %s stands in %s', (due, slot) => {
  const item = itemOf({ dueDate: due === null ? null : calendarDate(due) });
  expect(forecastByDueDate([item], situation).map((part) => part.slot)).toEqual([slot]);
});

test('a promised part moves to its week, the rest keeps its due date', () => {
  const promises = [
    { receivableId: 1, promisedFor: calendarDate('2026-12-18'), amountCents: 4_000 },
  ];
  const parts = forecastByPromise([itemOf({})], { ...situation, promises });
  expect(parts.map(({ slot, amountCents, basis }) => [slot, amountCents, basis])).toEqual([
    ['2026-12-14', 4_000, 'promise'],
    ['2026-11-30', 6_000, 'due_date'],
  ]);
});

test('promises beyond what is open count once, the earliest first', () => {
  const promises = [
    { receivableId: 1, promisedFor: calendarDate('2026-12-18'), amountCents: 8_000 },
    { receivableId: 1, promisedFor: calendarDate('2026-12-04'), amountCents: 7_000 },
  ];
  const parts = forecastByPromise([itemOf({})], { ...situation, promises });
  expect(parts.map(({ slot, amountCents }) => [slot, amountCents])).toEqual([
    ['2026-11-30', 7_000],
    ['2026-12-14', 3_000],
  ]);
});

test('what is disputed, a credit and a promise already past have no week to come', () => {
  const items = [
    itemOf({ dueDate: calendarDate('2026-11-01') }),
    itemOf({
      receivableId: null,
      paymentId: 9,
      kind: 'payment',
      dueDate: null,
      outstandingCents: -2_500,
    }),
  ];
  const parts = forecastByPromise(items, {
    ...situation,
    disputed: new Map([[1, 3_000]]),
    promises: [{ receivableId: 1, promisedFor: calendarDate('2026-11-20'), amountCents: 1_000 }],
  });
  expect(Object.fromEntries(totalsBySlot(parts))).toEqual({
    disputed: 3_000,
    overdue: 7_000,
    credits: -2_500,
  });
});
