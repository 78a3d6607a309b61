import { describe, expect, it } from 'vitest';
import {
  dueDateOf,
  isAboveLegalCap,
  legalCapOf,
} from '../../../../src/shared/domain/terms/due-date.ts';
import type { PaymentTerms } from '../../../../src/shared/domain/terms/payment-terms.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

function days(
  count: number,
  endOfMonth: PaymentTerms['endOfMonth'] = 'none',
  dayOfMonth: number | null = null,
): PaymentTerms {
  return { unit: 'days', count, endOfMonth, dayOfMonth };
}

const WORDINGS = [
  ['60 net', days(60)],
  ['45 FDM', days(45, 'after')],
  ['FDM 45', days(45, 'before')],
  ['30 FDM', days(30, 'after')],
  ['30 FDM le 10', days(30, 'after', 10)],
  ['45 FDM le 10', days(45, 'after', 10)],
] as const;

/** The published table: one row an invoice date, one column a wording. */
const TABLE = [
  [
    '2026-01-15',
    '2026-03-16',
    '2026-03-31',
    '2026-03-17',
    '2026-02-28',
    '2026-03-10',
    '2026-04-10',
  ],
  [
    '2026-01-31',
    '2026-04-01',
    '2026-03-31',
    '2026-03-17',
    '2026-03-31',
    '2026-04-10',
    '2026-04-10',
  ],
  [
    '2026-02-15',
    '2026-04-16',
    '2026-04-30',
    '2026-04-14',
    '2026-03-31',
    '2026-04-10',
    '2026-05-10',
  ],
  [
    '2026-06-30',
    '2026-08-29',
    '2026-08-31',
    '2026-08-14',
    '2026-07-31',
    '2026-08-10',
    '2026-09-10',
  ],
  [
    '2026-07-01',
    '2026-08-30',
    '2026-08-31',
    '2026-09-14',
    '2026-07-31',
    '2026-08-10',
    '2026-09-10',
  ],
  [
    '2026-12-17',
    '2027-02-15',
    '2027-01-31',
    '2027-02-14',
    '2027-01-31',
    '2027-02-10',
    '2027-02-10',
  ],
] as const;

describe('an invoice is due', () => {
  const cases = TABLE.flatMap(([invoiceDate, ...dueDates]) =>
    WORDINGS.map(([name, terms], at) => [invoiceDate, name, terms, dueDates[at]] as const),
  );
  it.each(cases)('of %s, %s', (invoiceDate, _, terms, expected) => {
    expect(dueDateOf(calendarDate(invoiceDate), terms)).toBe(expected);
  });

  it.each([
    ['à réception', days(0), '2026-01-15', '2026-01-15'],
    ['30 jours le 10, before the 10th', days(30, 'none', 10), '2026-01-05', '2026-02-10'],
    ['30 jours le 10, on the 10th', days(30, 'none', 10), '2026-01-11', '2026-02-10'],
    ['30 jours le 10, after the 10th', days(30, 'none', 10), '2026-01-15', '2026-03-10'],
    ['fin de mois 45 jours le 15', days(45, 'before', 15), '2026-01-15', '2026-04-15'],
    ['30 jours fin de mois le 31', days(30, 'after', 31), '2026-03-15', '2026-05-31'],
    ['le 31 in a short month', days(30, 'after', 31), '2026-02-15', '2026-04-30'],
    ['30 jours le 31 in February', days(30, 'none', 31), '2026-01-15', '2026-02-28'],
    ['2 mois', { ...days(2), unit: 'months' as const }, '2025-12-31', '2026-02-28'],
    [
      '1 mois fin de mois',
      { ...days(1, 'after'), unit: 'months' as const },
      '2026-01-15',
      '2026-02-28',
    ],
    [
      'fin de mois 1 mois',
      { ...days(1, 'before'), unit: 'months' as const },
      '2026-01-15',
      '2026-02-28',
    ],
  ])('%s', (_, terms, invoiceDate, expected) => {
    expect(dueDateOf(calendarDate(invoiceDate), terms)).toBe(expected);
  });
});

describe('the longest the law allows', () => {
  it.each([
    ['60 days by default', days(30), false, '2026-03-16'],
    ['45 days then end of month where stipulated', days(30, 'after'), false, '2026-03-31'],
    ['end of month then 45 days where stipulated', days(45, 'before'), false, '2026-03-17'],
    ['45 days for a summary invoice', days(45, 'after'), true, '2026-03-01'],
  ])('%s', (_, terms, isSummary, expected) => {
    expect(legalCapOf(calendarDate('2026-01-15'), terms, isSummary)).toBe(expected);
  });

  it('is 60 days where that is later than the end of month', () => {
    expect(legalCapOf(calendarDate('2026-01-31'), days(45, 'after'))).toBe('2026-04-01');
  });

  it.each([
    ['60 net', days(60), '2026-01-15', false],
    ['61 net', days(61), '2026-01-15', true],
    ['45 FDM', days(45, 'after'), '2026-01-15', false],
    ['45 FDM le 10: 85 days', days(45, 'after', 10), '2026-01-15', true],
    ['45 FDM le 10: 84 days', days(45, 'after', 10), '2026-02-15', true],
    ['30 FDM le 10', days(30, 'after', 10), '2026-01-15', false],
    ['60 FDM', days(60, 'after'), '2026-01-15', false],
    ['60 FDM, later in the month', days(60, 'after'), '2026-01-31', true],
  ])('%s of %s is above it: %s', (_, terms, invoiceDate, expected) => {
    expect(isAboveLegalCap(calendarDate(invoiceDate), terms)).toBe(expected);
  });

  it('a summary invoice at 60 days is above it', () => {
    expect(isAboveLegalCap(calendarDate('2026-01-15'), days(60), true)).toBe(true);
  });
});
