import { expect, test } from 'vitest';
import { bankDateOf, freshnessOf } from '../../../../src/shared/domain/freshness/freshness.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { france } from '../../../support/open-items.ts';

// Monday 23/11/2026; amber beyond 3 working days, red beyond 15.
test.each([
  ['2026-11-20', 1, 'fresh'],
  ['2026-11-23', 0, 'fresh'],
  ['2026-11-30', 0, 'fresh'],
  ['2026-11-18', 3, 'fresh'],
  ['2026-11-17', 4, 'ageing'],
  ['2026-11-02', 14, 'ageing'],
  ['2026-10-30', 15, 'ageing'],
  ['2026-10-29', 16, 'stale'],
])('bank at %s is %i working days old: %s', (bankDate, ageBusinessDays, level) => {
  const known = {
    today: calendarDate('2026-11-23'),
    ledgerDate: calendarDate('2026-11-20'),
    bankDates: [calendarDate(bankDate)],
  };
  expect(freshnessOf(known, france)).toEqual({
    ledgerDate: '2026-11-20',
    bankDate,
    ageBusinessDays,
    level,
  });
});

test('the thresholds are settings', () => {
  const known = {
    today: calendarDate('2026-11-23'),
    ledgerDate: null,
    bankDates: [calendarDate('2026-11-20')],
  };
  const strict = { amberBusinessDays: 0, redBusinessDays: 0 };
  expect(freshnessOf(known, france, strict).level).toBe('stale');
});

test('no bank date at all is neither green nor red', () => {
  const known = { today: calendarDate('2026-11-23'), ledgerDate: null, bankDates: [] };
  expect(freshnessOf(known, france)).toEqual({
    ledgerDate: null,
    bankDate: null,
    ageBusinessDays: null,
    level: 'empty',
  });
});

test('of several bank accounts the slowest counts', () => {
  const dates = ['2026-11-20', '2026-11-13', '2026-11-18'].map(calendarDate);
  expect(bankDateOf(dates)).toBe('2026-11-13');
  expect(bankDateOf([])).toBeNull();
});
