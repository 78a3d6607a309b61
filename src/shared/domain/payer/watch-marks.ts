/**
 * The marks of a customer on a time line: what happened and what is to come, one mark a kind and a
 * day. What falls on the same day together is one mark that says how many.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';

export interface Happening<Kind> {
  readonly kind: Kind;
  readonly day: CalendarDate;
  /** In the currency of the books; null where it has no amount in it. */
  readonly amountCents: Cents | null;
}

export interface Marked<Kind> extends Happening<Kind> {
  readonly count: number;
}

/** The marks between two days, both included, in the order of their days. */
export function marksOf<Kind extends string>(
  happenings: readonly Happening<Kind>[],
  fromDay: CalendarDate,
  toDay: CalendarDate,
): Marked<Kind>[] {
  const marks = new Map<string, Marked<Kind>>();
  for (const one of happenings) {
    if (one.day < fromDay || one.day > toDay) continue;
    const key = `${one.day}|${one.kind}`;
    const known = marks.get(key);
    marks.set(key, known === undefined ? { ...one, count: 1 } : together(known, one));
  }
  return [...marks.values()].sort((a, b) => (a.day < b.day ? -1 : a.day > b.day ? 1 : 0));
}

function together<Kind>(known: Marked<Kind>, one: Happening<Kind>): Marked<Kind> {
  const amountCents =
    known.amountCents === null
      ? one.amountCents
      : known.amountCents + (one.amountCents === null ? 0 : one.amountCents);
  return { ...known, count: known.count + 1, amountCents };
}
