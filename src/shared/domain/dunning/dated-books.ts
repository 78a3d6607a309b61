/**
 * The lines of an account over some past months, read once and looked at as of any of their days.
 *
 * A line counts from the day it was booked, and what is left of it follows from what was allocated
 * up to a day: an invoice is there until the day its money came, whenever it was lettered.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { OpenItem } from '../receivable/open-item.ts';

/** What an allocation does to what is left of a line: signed, to be added. */
export interface DatedMove {
  readonly on: CalendarDate;
  readonly amountCents: Cents;
}

export interface DatedLine {
  /** `outstandingCents` is what was left of it before its moves. */
  readonly item: OpenItem;
  readonly bookedOn: CalendarDate;
  /** The first first. */
  readonly moves: readonly DatedMove[];
}

/** What was open of these lines at the end of a day. */
export function itemsOn(lines: readonly DatedLine[], asOf: CalendarDate): OpenItem[] {
  const open: OpenItem[] = [];
  for (const { item, bookedOn, moves } of lines) {
    if (bookedOn > asOf) continue;
    let cents = item.outstandingCents;
    for (const { on, amountCents } of moves) {
      if (on > asOf) break;
      cents += amountCents;
    }
    if (cents === 0) continue;
    open.push(cents === item.outstandingCents ? item : { ...item, outstandingCents: cents });
  }
  return open;
}

/** The day on which a line was settled for good; null while something is left of it. */
export function settledOn({ item, moves }: DatedLine): CalendarDate | null {
  const left = moves.reduce((sum, { amountCents }) => sum + amountCents, item.outstandingCents);
  return left === 0 ? (moves.at(-1)?.on ?? null) : null;
}

/** The days on which what is open moves. */
export function movingDays(lines: readonly DatedLine[]): CalendarDate[] {
  return lines.flatMap(({ bookedOn, moves }) => [bookedOn, ...moves.map(({ on }) => on)]);
}
