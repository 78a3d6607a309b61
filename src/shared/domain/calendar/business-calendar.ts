/**
 * Working days of the company: Monday to Friday, without French public holidays.
 *
 * Every grace, delay and freshness counts them, so all of it is computed offline. The eleven
 * holidays are those of C. trav. L3133-1; Alsace-Moselle adds Good Friday and 26 December (C. trav.
 * L3134-13). The days on which the company itself is closed can be added. These are the company's
 * days: the customers' own closures are another matter.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import {
  addDays,
  calendarDate,
  dateOfDayNumber,
  dayNumberOf,
  partsOf,
  weekdayOf,
} from '../../kernel/calendar-date.ts';

const CENTURY = 100;

export interface BusinessCalendarSettings {
  readonly hasAlsaceMoselle: boolean;
  /** Days on which the company is closed besides week-ends and holidays. */
  readonly closedDays: readonly CalendarDate[];
}

export const BUSINESS_CALENDAR_DEFAULTS: BusinessCalendarSettings = {
  hasAlsaceMoselle: false,
  closedDays: [],
};

export interface BusinessCalendar {
  /** Days from Monday to Friday of that year on which nobody works, as sorted day numbers. */
  readonly weekdaysOff: (year: number) => readonly number[];
}

/** The calendar of these settings; years are computed when first asked for. */
export function businessCalendar(
  settings: BusinessCalendarSettings = BUSINESS_CALENDAR_DEFAULTS,
): BusinessCalendar {
  const years = new Map<number, readonly number[]>();
  return {
    weekdaysOff: (year) => {
      let off = years.get(year);
      if (off === undefined) {
        off = computeWeekdaysOff(year, settings);
        years.set(year, off);
      }
      return off;
    },
  };
}

/** Public holidays of a year in date order, week-ends included. */
export function frenchHolidays(year: number, hasAlsaceMoselle: boolean): CalendarDate[] {
  const easter = easterOf(year);
  const fixed = ['01-01', '05-01', '05-08', '07-14', '08-15', '11-01', '11-11', '12-25'];
  if (hasAlsaceMoselle) fixed.push('12-26');
  const days = fixed.map((monthDay) =>
    calendarDate(`${String(year).padStart(4, '0')}-${monthDay}`),
  );
  // Easter Monday, Ascension Thursday, Whit Monday; Good Friday.
  const fromEaster = hasAlsaceMoselle ? [-2, 1, 39, 50] : [1, 39, 50];
  return [...days, ...fromEaster.map((count) => addDays(easter, count))].sort();
}

/** Easter Sunday, Gregorian calendar (Meeus, Jones and Butcher). */
export function easterOf(year: number): CalendarDate {
  const golden = year % 19;
  const yearOfCentury = year % CENTURY;
  const century = (year - yearOfCentury) / CENTURY;
  const moon =
    (19 * golden +
      century -
      Math.floor(century / 4) -
      Math.floor((century - Math.floor((century + 8) / 25) + 1) / 3) +
      15) %
    30;
  const sunday =
    (32 + 2 * (century % 4) + 2 * Math.floor(yearOfCentury / 4) - moon - (yearOfCentury % 4)) % 7;
  const correction = Math.floor((golden + 11 * moon + 22 * sunday) / 451);
  const sum = moon + sunday - 7 * correction + 114;
  const month = String(Math.floor(sum / 31)).padStart(2, '0');
  const day = String((sum % 31) + 1).padStart(2, '0');
  return calendarDate(`${String(year).padStart(4, '0')}-${month}-${day}`);
}

/** Whether the company works on that day. */
export function isBusinessDay(day: CalendarDate, calendar: BusinessCalendar): boolean {
  return weekdayOf(day) <= 5 && !calendar.weekdaysOff(partsOf(day).year).includes(dayNumberOf(day));
}

/** The day itself when the company works on it, else the next day it does. */
export function nextBusinessDay(day: CalendarDate, calendar: BusinessCalendar): CalendarDate {
  let candidate = day;
  while (!isBusinessDay(candidate, calendar)) candidate = addDays(candidate, 1);
  return candidate;
}

/**
 * The day `count` working days later, earlier when negative; the day itself for 0.
 * Saturday + 1 is Monday.
 */
export function addBusinessDays(
  day: CalendarDate,
  count: number,
  calendar: BusinessCalendar,
): CalendarDate {
  const step = count < 0 ? -1 : 1;
  let left = Math.abs(count);
  let candidate = day;
  while (left > 0) {
    candidate = addDays(candidate, step);
    if (isBusinessDay(candidate, calendar)) left -= 1;
  }
  return candidate;
}

/**
 * Working days after `from`, up to and including `to`: Friday to Monday is 1. Negative when `to`
 * comes first.
 */
export function businessDaysBetween(
  from: CalendarDate,
  to: CalendarDate,
  calendar: BusinessCalendar,
): number {
  if (to < from) return -businessDaysBetween(to, from, calendar);
  const first = dayNumberOf(from);
  const last = dayNumberOf(to);
  let count = weekdaysUpTo(last) - weekdaysUpTo(first);
  const lastYear = partsOf(to).year;
  for (let year = partsOf(from).year; year <= lastYear; year += 1) {
    for (const off of calendar.weekdaysOff(year)) if (off > first && off <= last) count -= 1;
  }
  return count;
}

// Days from Monday to Friday since Monday 1969-12-29, which counts for none itself.
function weekdaysUpTo(dayNumber: number): number {
  const sinceMonday = dayNumber + 3;
  const weeks = Math.floor(sinceMonday / 7);
  return weeks * 5 + Math.min(sinceMonday - weeks * 7, 4);
}

function computeWeekdaysOff(year: number, settings: BusinessCalendarSettings): readonly number[] {
  const closed = settings.closedDays.filter((day) => partsOf(day).year === year);
  const days = new Set([...frenchHolidays(year, settings.hasAlsaceMoselle), ...closed]);
  return [...days]
    .map(dayNumberOf)
    .filter((number) => weekdayOf(dateOfDayNumber(number)) <= 5)
    .sort((a, b) => a - b);
}
