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

test('what is disputed and a promise already past have no week to come', () => {
  const parts = forecastByPromise([itemOf({ dueDate: calendarDate('2026-11-01') })], {
    ...situation,
    disputed: new Map([[1, 3_000]]),
    promises: [{ receivableId: 1, promisedFor: calendarDate('2026-11-20'), amountCents: 1_000 }],
  });
  expect(Object.fromEntries(totalsBySlot(parts))).toEqual({ disputed: 3_000, overdue: 7_000 });
});

const creditOf = (cents: number, part: Partial<OpenItem> = {}): OpenItem =>
  itemOf({
    receivableId: null,
    paymentId: 9,
    kind: 'payment',
    documentNumber: 'R1',
    dueDate: null,
    outstandingCents: -cents,
    ...part,
  });
const late = itemOf({ dueDate: calendarDate('2026-11-01') });
const coming = itemOf({ receivableId: 2, documentNumber: 'F2' });
const totals = (items: readonly OpenItem[], disputed: ReadonlyMap<number, number> = new Map()) =>
  Object.fromEntries(totalsBySlot(forecastByDueDate(items, { ...situation, disputed })));

test('usable credits come off the oldest items, and what is left of them stands apart', () => {
  expect(totals([coming, late, creditOf(2_500)])).toEqual({ overdue: 7_500, '2026-11-30': 10_000 });
  expect(totals([coming, late, creditOf(12_000), creditOf(1_000)])).toEqual({
    '2026-11-30': 7_000,
  });
  expect(totals([coming, late, creditOf(15_000), creditOf(8_000)])).toEqual({ credits: -3_000 });
});

test('a credit leaves the disputed part alone', () => {
  expect(totals([late, creditOf(9_000)], new Map([[1, 4_000]]))).toEqual({
    disputed: 4_000,
    credits: -3_000,
  });
});

test('a credit note comes off the document it names', () => {
  const note = creditOf(4_000, { kind: 'credit_note', namesDocumentNumber: 'F2' });
  expect(totals([late, coming, note])).toEqual({ overdue: 10_000, '2026-11-30': 6_000 });
});

test('a deposit and a credit of another customer or currency come off nothing', () => {
  const items = [
    late,
    creditOf(500, { kind: 'deposit' }),
    creditOf(600, { customerId: 2 }),
    creditOf(700, { currency: 'USD' }),
  ];
  expect(totals(items)).toEqual({ overdue: 10_000, credits: -1_800 });
});

test('an item without an identity takes its credits like any other', () => {
  const items = [{ ...late, receivableId: null }, creditOf(1_000)];
  expect(totals(items)).toEqual({ overdue: 9_000 });
  expect(forecastByPromise(items, situation)).toEqual(forecastByDueDate(items, situation));
});

test('a part of a plan is expected on its day, as agreed', () => {
  const item = itemOf({});
  const part = {
    receivableId: 1,
    promisedFor: calendarDate('2026-12-15'),
    amountCents: 4_000,
    isPart: true,
  };
  const told = forecastByPromise([item], { ...situation, promises: [part] });
  expect(
    told.map(({ amountCents, expectedDate, basis }) => [amountCents, expectedDate, basis]),
  ).toEqual([
    [4_000, '2026-12-15', 'agreement'],
    [6_000, '2026-12-01', 'due_date'],
  ]);
});
