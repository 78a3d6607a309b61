import { describe, expect, test } from 'vitest';
import {
  certainUpTo,
  GRACE_DEFAULTS,
  graceOf,
} from '../../../../src/shared/domain/freshness/lateness.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { france } from '../../../support/open-items.ts';

test.each([
  ['transfer', 2],
  ['cheque', 5],
  ['bill', 0],
  ['direct_debit', 0],
  ['card', 0],
  ['cash', 0],
  [null, 2],
] as const)('a payment by %s may be %i working days on its way', (method, days) => {
  expect(graceOf(method, GRACE_DEFAULTS)).toBe(days);
});

describe('the last due date that is surely unpaid', () => {
  test.each([
    ['2026-11-20', 2, '2026-11-18'],
    ['2026-11-20', 0, '2026-11-20'],
    ['2026-11-24', 2, '2026-11-22'], // a due date of Sunday has its two days on Monday and Tuesday
    ['2026-11-23', 2, '2026-11-19'],
    ['2026-11-22', 2, '2026-11-18'], // a bank date on a Sunday says no more than the Friday
    ['2026-11-13', 2, '2026-11-11'], // 11 November is no working day
    ['2026-11-20', 5, '2026-11-15'],
  ])('bank at %s, grace %i: %s', (bankDate, grace, expected) => {
    expect(certainUpTo(calendarDate(bankDate), grace, france)).toBe(expected);
  });
});
