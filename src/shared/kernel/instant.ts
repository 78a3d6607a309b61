/**
 * A moment, written as ISO 8601 in UTC with milliseconds: `2026-11-23T08:05:00.000Z`.
 *
 * Strings in this form sort in time order. A day is never derived from one without the company's
 * time zone: see `time-zone.ts`.
 */
export type Instant = string & { readonly __brand: 'Instant' };

const INSTANT_FORM = /^\d{4}-\d{2}-\d{2}T\d{2}:\d{2}:\d{2}\.\d{3}Z$/;

/** The moment of this text, which must be one in the form above. */
export function instant(text: string): Instant {
  if (!INSTANT_FORM.test(text)) throw new RangeError(`Not an instant: ${text}`);
  return text as Instant;
}

/** The moment `count` seconds later; earlier where `count` is below zero. */
export function addSeconds(moment: Instant, count: number): Instant {
  return new Date(Date.parse(moment) + Math.round(count * 1000)).toISOString() as Instant;
}

/** Seconds from one moment to another, with their thousandths; below zero when `to` is earlier. */
export function secondsBetween(from: Instant, to: Instant): number {
  return (Date.parse(to) - Date.parse(from)) / 1000;
}
