import { describe, expect, test } from 'vitest';
import {
  type DayForm,
  formatDate,
  formatDay,
  formatLongDate,
  formatMonth,
  formatWeekday,
} from '../../../../src/shared/format/date.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

const S = '\u00a0';

test('a date is written day, month, year', () => {
  expect(formatDate(calendarDate('2026-03-03'))).toBe('03/03/2026');
});

describe('a day is written in words', () => {
  const today = calendarDate('2026-11-23');
  const cases: readonly [string, DayForm, string][] = [
    ['2026-03-03', {}, `3${S}mars`],
    ['2026-03-01', {}, `1er${S}mars`],
    ['2026-03-01', { language: 'en' }, `1${S}March`],
    ['2026-11-27', { isShort: true }, `27${S}nov.`],
    ['2026-11-27', { today }, `27${S}novembre`],
    ['2027-01-08', { today }, `8${S}janvier 2027`],
    ['2027-01-08', { today, isShort: true, language: 'en' }, `8${S}Jan 2027`],
  ];
  test.each(cases)('%s with %o', (day, form, written) => {
    expect(formatDay(calendarDate(day), form)).toBe(written);
  });
});

test('a weekday, a long date, a month', () => {
  const friday = calendarDate('2026-11-27');
  expect(formatWeekday(friday)).toBe(`ven. 27${S}nov.`);
  expect(formatWeekday(friday, { language: 'en' })).toBe(`Fri 27${S}Nov`);
  expect(formatLongDate(friday)).toBe(`vendredi 27${S}novembre 2026`);
  expect(formatLongDate(friday, 'en')).toBe(`Friday 27${S}November 2026`);
  expect(formatMonth(friday)).toBe('novembre 2026');
  expect(formatMonth(friday, { isShort: true })).toBe('nov. 2026');
});
