/**
 * Words of a customer's file on their way into a header: one line, nothing hidden.
 *
 * A line end would begin a header of the sender's choice; a sign that reverses the reading order
 * would show another address than the one written.
 */
import { calendarDate, partsOf, weekdayOf } from '../../../shared/kernel/calendar-date.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';

const CONTROLS = /[\p{Cc}\p{Zl}\p{Zp}\u061c\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu;
const DAYS = ['Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat', 'Sun'];
const MONTHS = 'Jan Feb Mar Apr May Jun Jul Aug Sep Oct Nov Dec'.split(' ');

/** The words on one line, cut after `lengthMax` signs. */
export function headerWords(text: string, lengthMax: number): string {
  const line = text.toWellFormed().replace(CONTROLS, ' ').replace(/\s+/gu, ' ').trim();
  return [...line].slice(0, lengthMax).join('').trim();
}

/** A file's name that opens on every system: no folder, no sign that Windows refuses. */
export function attachmentName(text: string): string {
  const name = headerWords(text.replace(/[\\/:*?"<>|]+/g, '-'), 120).replace(
    /^[.\s]+|[.\s]+$/g,
    '',
  );
  return name === '' ? 'document' : name;
}

/** The moment as RFC 5322 writes it, in UTC: `Mon, 23 Nov 2026 08:05:00 +0000`. */
export function headerDate(moment: Instant): string {
  const date = calendarDate(moment.slice(0, 10));
  const { year, month, day } = partsOf(date);
  const time = moment.slice(11, 19);
  return `${DAYS[weekdayOf(date) - 1]}, ${day} ${MONTHS[month - 1]} ${year} ${time} +0000`;
}
