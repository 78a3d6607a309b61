import { describe, expect, test } from 'vitest';
import {
  addDays,
  addMonths,
  calendarDate,
  dateOf,
  dateOfDayNumber,
  dayNumberOf,
  daysBetween,
  daysInMonth,
  earlierOf,
  endOfMonth,
  laterOf,
  mondayOf,
  parseCalendarDate,
  partsOf,
  startOfMonth,
  weekdayOf,
} from '../../../src/shared/kernel/calendar-date.ts';

describe('a day of the calendar', () => {
  test.each([
    ['2026-11-23', '2026-11-23'],
    ['2024-02-29', '2024-02-29'],
    ['2000-02-29', '2000-02-29'],
    ['2026-02-29', null],
    ['1900-02-29', null],
    ['2026-04-31', null],
    ['2026-00-10', null],
    ['2026-13-10', null],
    ['2026-11-00', null],
    ['0000-01-01', null],
    ['2026-1-1', null],
    ['23/11/2026', null],
    ['2026-11-23T00:00', null],
    ['', null],
  ])('%s reads as %s', (text, expected) => {
    expect(parseCalendarDate(text)).toBe(expected);
  });

  test('numbers that are not whole make no day', () => {
    expect(dateOf(2026.5, 1, 1)).toBeNull();
    expect(dateOf(2026, 1.5, 1)).toBeNull();
    expect(dateOf(2026, 1, Number.NaN)).toBeNull();
    expect(dateOf(10_000, 1, 1)).toBeNull();
  });

  test('a constant that is no day is refused at once', () => {
    expect(() => calendarDate('2026-02-30')).toThrow(RangeError);
  });

  test('a month has its number of days, and none outside 1 to 12', () => {
    expect(Array.from({ length: 12 }, (_, index) => daysInMonth(2023, index + 1))).toEqual([
      31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31,
    ]);
    expect(daysInMonth(2024, 2)).toBe(29);
    expect(daysInMonth(2024, 13)).toBe(0);
  });

  test('a day is told in year, month and day', () => {
    expect(partsOf(calendarDate('2026-11-03'))).toEqual({ year: 2026, month: 11, day: 3 });
  });
});

describe('arithmetic of days', () => {
  test.each([
    ['2026-02-28', 1, '2026-03-01'],
    ['2024-02-28', 1, '2024-02-29'],
    ['2026-01-01', -1, '2025-12-31'],
    ['2026-03-28', 1, '2026-03-29'],
    ['2026-03-29', 1, '2026-03-30'],
    ['1970-01-01', -719_162, '0001-01-01'],
    ['2026-11-23', 0, '2026-11-23'],
  ])('%s %i days later is %s', (day, count, expected) => {
    expect(addDays(calendarDate(day), count)).toBe(expected);
    expect(daysBetween(calendarDate(day), calendarDate(expected))).toBe(count);
  });

  test('1970-01-01 is day number 0', () => {
    expect(dayNumberOf(calendarDate('1970-01-01'))).toBe(0);
    expect(dateOfDayNumber(0)).toBe('1970-01-01');
  });

  test('a day beyond the years 1 to 9999 is refused, since it would sort wrongly', () => {
    expect(() => addDays(calendarDate('9999-12-31'), 1)).toThrow(RangeError);
    expect(() => addMonths(calendarDate('0001-01-01'), -1)).toThrow(RangeError);
  });

  test.each([
    ['2026-01-31', 1, '2026-02-28'],
    ['2024-01-31', 1, '2024-02-29'],
    ['2026-01-15', 12, '2027-01-15'],
    ['2026-03-31', -1, '2026-02-28'],
    ['2026-01-31', -1, '2025-12-31'],
    ['2026-12-17', 2, '2027-02-17'],
  ])('%s %i months later is %s', (day, count, expected) => {
    expect(addMonths(calendarDate(day), count)).toBe(expected);
  });

  test('a month begins on its first day and ends on its last', () => {
    expect(startOfMonth(calendarDate('2024-02-17'))).toBe('2024-02-01');
    expect(endOfMonth(calendarDate('2024-02-17'))).toBe('2024-02-29');
  });

  test.each([
    ['2026-11-23', 1],
    ['2026-11-29', 7],
    ['1969-12-31', 3],
    ['2000-01-01', 6],
  ])('%s is weekday %i of ISO 8601', (day, expected) => {
    expect(weekdayOf(calendarDate(day))).toBe(expected);
  });

  test('every day of a week has the same Monday', () => {
    expect(mondayOf(calendarDate('2026-11-23'))).toBe('2026-11-23');
    expect(mondayOf(calendarDate('2026-11-29'))).toBe('2026-11-23');
  });

  test('of two days one is the earlier and the other the later', () => {
    const [first, second] = [calendarDate('2026-11-23'), calendarDate('2026-11-24')];
    expect([laterOf(first, second), laterOf(second, first)]).toEqual([second, second]);
    expect([earlierOf(first, second), earlierOf(second, first)]).toEqual([first, first]);
  });
});
