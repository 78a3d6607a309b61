import { expect, test } from 'vitest';
import { cashBand, itemVariance } from '../../../../src/shared/domain/forecast/cash-band.ts';
import { isExpected } from '../../../../src/shared/domain/forecast/expected-cash.ts';
import type { OpenItem } from '../../../../src/shared/domain/receivable/open-item.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

test('an item as likely paid as not varies most, a sure one not at all', () => {
  expect(itemVariance(500, 1000)).toBe(250_000);
  expect(itemVariance(1000, 1000)).toBe(0);
  expect(itemVariance(0, 1000)).toBe(0);
});

test('the band is 1.28 spreads on either side, widened as the past was, and never below zero', () => {
  expect(cashBand(10_000, 1_000_000, 1)).toEqual({ lowCents: 8718, highCents: 11_282 });
  expect(cashBand(10_000, 1_000_000, 2)).toEqual({ lowCents: 7437, highCents: 12_563 });
  expect(cashBand(1000, 1_000_000, 1).lowCents).toBe(0);
});

const invoice: OpenItem = {
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
};

test.each<[string, Partial<OpenItem>, boolean]>([
  ['an invoice', {}, true],
  ['a credit note', { outstandingCents: -10_000 }, false],
  ['an opening without a date', { dueDate: null }, false],
  ['a refund nobody explains', { kind: 'payment' }, false],
  ['a deposit', { kind: 'deposit' }, false],
  ['a bill of exchange', { role: 'bill' }, false],
  ['a doubtful debt', { role: 'doubtful' }, false],
  ['what has no identity', { receivableId: null }, false],
])('%s is expected: %j %s', (_name, part, expected) => {
  expect(isExpected({ ...invoice, ...part })).toBe(expected);
});
