import { describe, expect, test } from 'vitest';
import { calendarDate } from '../../../src/shared/kernel/calendar-date.ts';
import { instant } from '../../../src/shared/kernel/instant.ts';
import {
  dayOf,
  endOfDay,
  instantOf,
  isTimeZone,
  minuteOfDayOf,
  startOfDay,
} from '../../../src/shared/kernel/time-zone.ts';

const PARIS = 'Europe/Paris';
const minute = (hours: number, minutes: number) => hours * 60 + minutes;

test.each([
  ['Europe/Paris', true],
  ['Indian/Reunion', true],
  ['UTC', true],
  ['Europe/Lutece', false],
  ['', false],
])('zone %j is known: %s', (zone, expected) => {
  expect(isTimeZone(zone)).toBe(expected);
});

describe('the day and minute of a moment', () => {
  test.each([
    ['2026-11-22T22:59:59.999Z', PARIS, '2026-11-22', minute(23, 59)],
    ['2026-11-22T23:00:00.000Z', PARIS, '2026-11-23', 0],
    ['2026-07-14T22:00:00.000Z', PARIS, '2026-07-15', 0],
    ['2026-11-22T20:30:00.000Z', 'Indian/Reunion', '2026-11-23', minute(0, 30)],
    ['2026-11-22T03:59:00.000Z', 'America/Martinique', '2026-11-21', minute(23, 59)],
    ['2026-11-22T03:59:00.000Z', 'UTC', '2026-11-22', minute(3, 59)],
  ])('%s in %s is %s, minute %i', (moment, zone, day, minuteOfDay) => {
    expect(dayOf(instant(moment), zone)).toBe(day);
    expect(minuteOfDayOf(instant(moment), zone)).toBe(minuteOfDay);
  });
});

describe('the moment of a local time', () => {
  test.each([
    ['2026-11-23', minute(8, 30), PARIS, '2026-11-23T07:30:00.000Z'],
    ['2026-07-14', minute(8, 30), PARIS, '2026-07-14T06:30:00.000Z'],
    ['2026-11-23', 0, 'Indian/Reunion', '2026-11-22T20:00:00.000Z'],
    // summer time begins: 02:00 to 02:59 does not exist
    ['2026-03-29', minute(1, 59), PARIS, '2026-03-29T00:59:00.000Z'],
    ['2026-03-29', minute(2, 0), PARIS, '2026-03-29T01:00:00.000Z'],
    ['2026-03-29', minute(2, 30), PARIS, '2026-03-29T01:00:00.000Z'],
    ['2026-03-29', minute(2, 59), PARIS, '2026-03-29T01:00:00.000Z'],
    ['2026-03-29', minute(3, 0), PARIS, '2026-03-29T01:00:00.000Z'],
    // summer time ends: 02:30 exists twice and is taken the first time
    ['2026-10-25', minute(2, 30), PARIS, '2026-10-25T00:30:00.000Z'],
    ['2026-10-25', minute(3, 0), PARIS, '2026-10-25T02:00:00.000Z'],
    ['2026-10-25', minute(1, 59), PARIS, '2026-10-24T23:59:00.000Z'],
    // half an hour of summer time
    ['2026-10-04', minute(2, 15), 'Australia/Lord_Howe', '2026-10-03T15:30:00.000Z'],
    // a whole day left out
    ['2011-12-30', minute(12, 0), 'Pacific/Apia', '2011-12-30T10:00:00.000Z'],
  ])('%s minute %i in %s is %s', (day, minuteOfDay, zone, expected) => {
    expect(instantOf(calendarDate(day), minuteOfDay, zone)).toBe(expected);
  });

  test.each([-1, 1440, 0.5])('minute %d of a day is refused', (minuteOfDay) => {
    expect(() => instantOf(calendarDate('2026-11-23'), minuteOfDay, PARIS)).toThrow(RangeError);
  });

  test('a day begins at its midnight and ends where the next begins', () => {
    expect(startOfDay(calendarDate('2026-03-29'), PARIS)).toBe('2026-03-28T23:00:00.000Z');
    expect(endOfDay(calendarDate('2026-03-29'), PARIS)).toBe('2026-03-29T22:00:00.000Z');
  });

  test('a day whose midnight is left out begins at its first minute', () => {
    expect(startOfDay(calendarDate('2026-04-24'), 'Africa/Cairo')).toBe('2026-04-23T22:00:00.000Z');
  });
});
