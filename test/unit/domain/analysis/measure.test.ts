import { expect, test } from 'vitest';
import {
  isFlow,
  kindOf,
  type Measure,
  measuredItems,
  STOCK_MEASURES,
  type StockMeasure,
  unitOf,
} from '../../../../src/shared/domain/analysis/measure.ts';
import { netPosition } from '../../../../src/shared/domain/receivable/net-position.ts';
import { addDays } from '../../../../src/shared/kernel/calendar-date.ts';
import { euros, lateItem, MONDAY, openItem, receipt } from '../../../support/open-items.ts';

const late = lateItem(euros(100), 10, { documentNumber: 'late' });
const later = lateItem(euros(40), 3, { documentNumber: 'later' });
const coming = openItem({
  documentNumber: 'coming',
  outstandingCents: euros(30),
  dueDate: addDays(MONDAY, 5),
});
const undated = openItem({ documentNumber: 'undated', outstandingCents: 700, dueDate: null });
const bill = lateItem(euros(5), 8, { documentNumber: 'bill', role: 'bill' });
const money = receipt(euros(25), { documentNumber: 'money' });
const named = openItem({
  kind: 'credit_note',
  documentNumber: 'named',
  outstandingCents: -euros(15),
  namesDocumentNumber: 'late',
});
const ITEMS = [late, later, coming, undated, bill, money];

const cases: readonly (readonly [StockMeasure, Readonly<Record<string, number>>])[] = [
  [
    'outstanding',
    {
      late: 10_000,
      later: 4_000,
      coming: 3_000,
      undated: 700,
      bill: 500,
      money: -2_500,
    },
  ],
  ['overdue', { late: 10_000, later: 4_000 }],
  ['not_due', { coming: 3_000, undated: 700, bill: 500 }],
  ['credits', { money: -2_500 }],
  ['net_due', { late: 10_000, later: 4_000, money: -2_500 }],
  ['item_count', { late: 1, later: 1, coming: 1, undated: 1, bill: 1, money: 1 }],
  ['customer_count', { late: 1, later: 1, coming: 1, undated: 1, bill: 1, money: 1 }],
  ['days_late', { late: 10_000, later: 4_000 }],
];
test.each(cases)('%s counts %j', (measure, expected) => {
  const counted = measuredItems(ITEMS, measure, MONDAY).map(
    ({ item, value }) => [item.documentNumber, value] as const,
  );
  expect(Object.fromEntries(counted)).toEqual(expected);
});

test('overdue, not due and credits make the outstanding', () => {
  const sum = (measure: StockMeasure) =>
    measuredItems(ITEMS, measure, MONDAY).reduce((all, { value }) => all + value, 0);
  expect(sum('overdue') + sum('not_due') + sum('credits')).toBe(sum('outstanding'));
});

test('late items carry their days', () => {
  const days = measuredItems(ITEMS, 'days_late', MONDAY).map((one) => one.days);
  expect(days).toEqual([10, 3]);
});

test('a credit note reduces the item it names, and only once', () => {
  const items = [late, coming, named];
  const parts = measuredItems(items, 'net_due', MONDAY);
  expect(parts.map(({ item, value }) => [item.documentNumber, value])).toEqual([['late', 8_500]]);
  const covered = openItem({ ...named, outstandingCents: -euros(100) });
  const rest = measuredItems([late, later, covered], 'net_due', MONDAY);
  expect(rest.map(({ item, value }) => [item.documentNumber, value])).toEqual([['later', 4_000]]);
  expect(netPosition([late, later, covered], MONDAY).netDueCents).toBe(4_000);
});

test('nobody nets below nothing', () => {
  expect(measuredItems([later, receipt(euros(50))], 'net_due', MONDAY)).toEqual([]);
});

const kinds: readonly (readonly [Measure, string, string, boolean])[] = [
  ['outstanding', 'sum', 'amount', false],
  ['item_count', 'sum', 'count', false],
  ['customer_count', 'customers', 'count', false],
  ['days_late', 'days', 'days', false],
  ['receipts', 'sum', 'amount', true],
  ['invoiced', 'sum', 'amount', true],
];
test.each(kinds)('%s is a %s written as %s', (measure, kind, unit, isOfPeriod) => {
  expect([kindOf(measure), unitOf(measure), isFlow(measure)]).toEqual([kind, unit, isOfPeriod]);
  expect(STOCK_MEASURES.some((one) => one === measure)).toBe(!isOfPeriod);
});
