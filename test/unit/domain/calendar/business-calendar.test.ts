import { describe, expect, test } from 'vitest';
import {
  addBusinessDays,
  BUSINESS_CALENDAR_DEFAULTS,
  businessCalendar,
  businessDaysBetween,
  easterOf,
  frenchHolidays,
  isBusinessDay,
  nextBusinessDay,
} from '../../../../src/shared/domain/calendar/business-calendar.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

const france = businessCalendar();
const alsace = businessCalendar({ ...BUSINESS_CALENDAR_DEFAULTS, hasAlsaceMoselle: true });
const day = calendarDate;

test.each([
  [1818, '1818-03-22'],
  [1943, '1943-04-25'],
  [2000, '2000-04-23'],
  [2019, '2019-04-21'],
  [2024, '2024-03-31'],
  [2025, '2025-04-20'],
  [2026, '2026-04-05'],
  [2027, '2027-03-28'],
  [2038, '2038-04-25'],
  [2049, '2049-04-18'],
  [2076, '2076-04-19'],
])('Easter of %i is %s', (year, expected) => {
  expect(easterOf(year)).toBe(expected);
});

describe('public holidays', () => {
  test('there are eleven in France', () => {
    expect(frenchHolidays(2026, false)).toEqual([
      '2026-01-01',
      '2026-04-06',
      '2026-05-01',
      '2026-05-08',
      '2026-05-14',
      '2026-05-25',
      '2026-07-14',
      '2026-08-15',
      '2026-11-01',
      '2026-11-11',
      '2026-12-25',
    ]);
  });

  test('Alsace-Moselle adds Good Friday and 26 December', () => {
    const added = frenchHolidays(2026, true).filter(
      (d) => !frenchHolidays(2026, false).includes(d),
    );
    expect(added).toEqual(['2026-04-03', '2026-12-26']);
  });
});

describe('a working day', () => {
  test.each([
    ['2026-11-23', true, true],
    ['2026-11-21', false, false], // Saturday
    ['2026-11-22', false, false], // Sunday
    ['2026-11-11', false, false],
    ['2026-04-03', true, false], // Good Friday
    ['2026-12-25', false, false],
    ['2025-12-26', true, false],
  ])('%s: France %s, Alsace-Moselle %s', (text, inFrance, inAlsace) => {
    expect(isBusinessDay(day(text), france)).toBe(inFrance);
    expect(isBusinessDay(day(text), alsace)).toBe(inAlsace);
  });

  test('is not a day on which the company is closed', () => {
    const closed = businessCalendar({
      hasAlsaceMoselle: false,
      closedDays: [day('2026-05-15'), day('2026-05-16')],
    });
    expect(isBusinessDay(day('2026-05-15'), closed)).toBe(false);
    expect(businessDaysBetween(day('2026-05-13'), day('2026-05-18'), closed)).toBe(1);
  });

  test('is found by going forward', () => {
    expect(nextBusinessDay(day('2026-05-01'), france)).toBe('2026-05-04');
    expect(nextBusinessDay(day('2026-05-04'), france)).toBe('2026-05-04');
  });
});

describe('counting working days', () => {
  test.each([
    ['2026-11-20', 1, '2026-11-23'], // Friday to Monday
    ['2026-11-21', 1, '2026-11-23'], // Saturday to Monday
    ['2026-11-18', 2, '2026-11-20'],
    ['2026-11-10', 1, '2026-11-12'], // over 11 November
    ['2026-12-24', 1, '2026-12-28'],
    ['2026-12-31', 1, '2027-01-04'],
    ['2026-11-23', -1, '2026-11-20'],
    ['2026-11-22', -1, '2026-11-20'],
    ['2026-11-22', 0, '2026-11-22'],
  ])('%s and %i working days is %s', (from, count, expected) => {
    expect(addBusinessDays(day(from), count, france)).toBe(expected);
  });

  test.each([
    ['2026-11-20', '2026-11-23', 1],
    ['2026-11-20', '2026-11-22', 0],
    ['2026-11-23', '2026-11-23', 0],
    ['2026-11-05', '2026-11-23', 11], // 11 November between
    ['2026-11-23', '2026-11-20', -1],
    ['2026-12-24', '2027-01-04', 5],
    ['2025-01-01', '2026-01-01', 251],
  ])('from %s to %s there are %i', (from, to, expected) => {
    expect(businessDaysBetween(day(from), day(to), france)).toBe(expected);
  });
});
