/**
 * A day on the wall calendar, written YYYY-MM-DD. It has no hour and no zone.
 *
 * A due date is the same day in Brest and in Strasbourg, before and after the clocks change.
 * `Date` cannot say that, so it is banned outside this file and the system clock. Strings in this
 * form also sort as they should in SQLite.
 *
 * Arithmetic goes through the number of days since 1970-01-01 (the civil-calendar algorithm of
 * Howard Hinnant, "chrono-Compatible Low-Level Date Algorithms"), valid for years 1 to 9999.
 */
export type CalendarDate = string & { readonly __brand: 'CalendarDate' };

const DATE_FORM = /^\d{4}-\d{2}-\d{2}$/;
const MONTH_DAYS = [31, 28, 31, 30, 31, 30, 31, 31, 30, 31, 30, 31] as const;

/** Number of days of a month; `month` is 1 to 12. */
export function daysInMonth(year: number, month: number): number {
  if (month === 2 && isLeapYear(year)) return 29;
  return MONTH_DAYS[month - 1] ?? 0;
}

function isLeapYear(year: number): boolean {
  return (year % 4 === 0 && year % 100 !== 0) || year % 400 === 0;
}

/** The day of these numbers, or null where the calendar has no such day (31 April). */
export function dateOf(year: number, month: number, day: number): CalendarDate | null {
  if (!(Number.isInteger(year) && Number.isInteger(month) && Number.isInteger(day))) return null;
  if (year < 1 || year > 9999 || month < 1 || month > 12) return null;
  if (day < 1 || day > daysInMonth(year, month)) return null;
  return write(year, month, day);
}

/** Reads YYYY-MM-DD; null for anything else, or for a day that does not exist. */
export function parseCalendarDate(text: string): CalendarDate | null {
  if (!DATE_FORM.test(text)) return null;
  const { year, month, day } = partsOf(text as CalendarDate);
  return dateOf(year, month, day);
}

/** For constants and tests: the day of this text, which must be one. */
export function calendarDate(text: string): CalendarDate {
  const day = parseCalendarDate(text);
  if (day === null) throw new RangeError(`Not a calendar date: ${text}`);
  return day;
}

/** Days since 1970-01-01; negative before. */
export function dayNumberOf(date: CalendarDate): number {
  const { year, month, day } = partsOf(date);
  const shiftedYear = month <= 2 ? year - 1 : year;
  const era = Math.floor(shiftedYear / 400);
  const yearOfEra = shiftedYear - era * 400;
  const dayOfYear = Math.floor((153 * (month + (month > 2 ? -3 : 9)) + 2) / 5) + day - 1;
  const dayOfEra =
    yearOfEra * 365 + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100) + dayOfYear;
  return era * 146_097 + dayOfEra - 719_468;
}

/** The day of a day number; the inverse of `dayNumberOf`. */
export function dateOfDayNumber(dayNumber: number): CalendarDate {
  const shifted = dayNumber + 719_468;
  const era = Math.floor(shifted / 146_097);
  const dayOfEra = shifted - era * 146_097;
  const yearOfEra = Math.floor(
    (dayOfEra -
      Math.floor(dayOfEra / 1460) +
      Math.floor(dayOfEra / 36_524) -
      Math.floor(dayOfEra / 146_096)) /
      365,
  );
  const dayOfYear =
    dayOfEra - (365 * yearOfEra + Math.floor(yearOfEra / 4) - Math.floor(yearOfEra / 100));
  const monthShifted = Math.floor((5 * dayOfYear + 2) / 153);
  const day = dayOfYear - Math.floor((153 * monthShifted + 2) / 5) + 1;
  const month = monthShifted < 10 ? monthShifted + 3 : monthShifted - 9;
  return write(yearOfEra + era * 400 + (month <= 2 ? 1 : 0), month, day);
}

/** The day `count` calendar days later (earlier when negative). */
export function addDays(date: CalendarDate, count: number): CalendarDate {
  return dateOfDayNumber(dayNumberOf(date) + count);
}

/** Calendar days from `from` to `to`; negative when `to` comes first. */
export function daysBetween(from: CalendarDate, to: CalendarDate): number {
  return dayNumberOf(to) - dayNumberOf(from);
}

/** The same day number `count` months later, or the last day of a shorter month. */
export function addMonths(date: CalendarDate, count: number): CalendarDate {
  const { year, month, day } = partsOf(date);
  const index = year * 12 + (month - 1) + count;
  const targetYear = Math.floor(index / 12);
  const targetMonth = index - targetYear * 12 + 1;
  return write(targetYear, targetMonth, Math.min(day, daysInMonth(targetYear, targetMonth)));
}

/** The last day of the date's month. */
export function endOfMonth(date: CalendarDate): CalendarDate {
  const { year, month } = partsOf(date);
  return write(year, month, daysInMonth(year, month));
}

/** The first day of the date's month. */
export function startOfMonth(date: CalendarDate): CalendarDate {
  const { year, month } = partsOf(date);
  return write(year, month, 1);
}

/** 1 for Monday to 7 for Sunday (ISO 8601). */
export function weekdayOf(date: CalendarDate): number {
  return ((((dayNumberOf(date) + 3) % 7) + 7) % 7) + 1;
}

/** The Monday of the date's week. */
export function mondayOf(date: CalendarDate): CalendarDate {
  return addDays(date, 1 - weekdayOf(date));
}

/** Year, month (1–12) and day (1–31) of a date. */
export function partsOf(date: CalendarDate): { year: number; month: number; day: number } {
  return { year: digitsAt(date, 0, 4), month: digitsAt(date, 5, 7), day: digitsAt(date, 8, 10) };
}

// A list of a hundred thousand items asks this of every one: no substring is made.
function digitsAt(text: string, start: number, end: number): number {
  let value = 0;
  for (let at = start; at < end; at += 1) value = value * 10 + text.charCodeAt(at) - 48;
  return value;
}

/** The later of two days. */
export function laterOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a > b ? a : b;
}

/** The earlier of two days. */
export function earlierOf(a: CalendarDate, b: CalendarDate): CalendarDate {
  return a < b ? a : b;
}

function write(year: number, month: number, day: number): CalendarDate {
  // A fifth digit would sort before every other date.
  if (year < 1 || year > 9999) throw new RangeError(`Year out of the calendar: ${year}`);
  return `${String(year).padStart(4, '0')}-${twoDigits(month)}-${twoDigits(day)}` as CalendarDate;
}

function twoDigits(value: number): string {
  return value < 10 ? `0${value}` : String(value);
}
