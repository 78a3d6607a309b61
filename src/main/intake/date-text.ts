/**
 * Days as files write them.
 *
 *     20261231 · 2026-12-31 · 2026/12/31 · 31/12/2026 · 31-12-2026 · 31.12.2026 · 31/12/26
 *     31122026 (packages) · 31 décembre 2026 · 31-déc-26 · any of these followed by an hour
 *
 * `12/31/2026` is read only where the caller says that months come first, because `03/04/2026`
 * would be read wrong without a word.
 */
import { type CalendarDate, dateOf } from '../../shared/kernel/calendar-date.ts';

/** What comes first in a numeric date whose year does not. */
export type DayOrder = 'day_first' | 'month_first';

/** A stated day outside these years is a filler or a typing error, not a day of business. */
const FIRST_PLAUSIBLE = '1980-01-01';
const LAST_PLAUSIBLE = '2079-12-31';

const HOUR = /[T ]\d{1,2}[:h]\d{2}.*$/;
const MONTHS = [
  'janv',
  'fevr',
  'mars',
  'avr',
  'mai',
  'juin',
  'juil',
  'aout',
  'sept',
  'oct',
  'nov',
  'dec',
] as const;

/** Reads a day; null when the text is none, or a day that does not exist. */
export function parseDateText(text: string, order: DayOrder = 'day_first'): CalendarDate | null {
  const bare = text.trim().replace(HOUR, '');
  const solid = /^(\d{4})(\d{2})(\d{2})(\.0+)?$/.exec(bare);
  if (solid !== null) return solidDate(bare.slice(0, 8));
  const yearFirst = /^(\d{4})[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(bare);
  if (yearFirst !== null) return dayOf(yearFirst[1], yearFirst[2], yearFirst[3]);
  const yearLast = /^(\d{1,2})[-/. ](\d{1,2})[-/. ](\d{4}|\d{2})$/.exec(bare);
  if (yearLast !== null) {
    return order === 'day_first'
      ? dayOf(yearLast[3], yearLast[2], yearLast[1])
      : dayOf(yearLast[3], yearLast[1], yearLast[2]);
  }
  return wordedDate(bare);
}

/** Eight digits: AAAAMMJJ, or JJMMAAAA where that is the only day it can be. */
function solidDate(digits: string): CalendarDate | null {
  const yearFirst = dayOf(digits.slice(0, 4), digits.slice(4, 6), digits.slice(6));
  if (yearFirst !== null && isPlausible(yearFirst)) return yearFirst;
  const yearLast = dayOf(digits.slice(4), digits.slice(2, 4), digits.slice(0, 2));
  return yearLast !== null && isPlausible(yearLast) ? yearLast : yearFirst;
}

function wordedDate(text: string): CalendarDate | null {
  const match = /^(\d{1,2})(?:er)?[-/. ]+([a-z]{3,9})\.?[-/. ]+(\d{4}|\d{2})$/.exec(
    text
      .normalize('NFD')
      .replace(/\p{M}+/gu, '')
      .toLowerCase(),
  );
  if (match === null) return null;
  const word = match[2] ?? '';
  const month = MONTHS.findIndex((name) =>
    word.startsWith(name.slice(0, Math.max(3, Math.min(4, word.length)))),
  );
  return month < 0 ? null : dayOf(match[3], String(month + 1), match[1]);
}

/** Two-digit years are of this century up to 79, of the last from 80. */
function dayOf(
  year: string | undefined,
  month: string | undefined,
  day: string | undefined,
): CalendarDate | null {
  const stated = Number.parseInt(year ?? '', 10);
  const full = (year ?? '').length > 2 ? stated : stated + (stated < 80 ? 2000 : 1900);
  return dateOf(full, Number.parseInt(month ?? '', 10), Number.parseInt(day ?? '', 10));
}

/** False for the fillers of packages: 1900-01-01, 2099-12-31, the year 98. */
export function isPlausible(date: CalendarDate): boolean {
  return date >= FIRST_PLAUSIBLE && date <= LAST_PLAUSIBLE;
}
