/**
 * Seasons and events typed by hand: a closing in August, an invoicing strike, a settlement day.
 *
 * An event delays a share of the cash expected by habit in its weeks until the first week after
 * it. Money is delayed, never lost nor made: the sum over the places does not move. A week that
 * the event covers in part gives in proportion of its days. Typed days and promises are not
 * touched: they already know.
 */
import { addDays, type CalendarDate, daysBetween, mondayOf } from '../../kernel/calendar-date.ts';
import { type Cents, ratioOf } from '../../kernel/cents.ts';
import { HORIZON_WEEKS, LATER, placeOf } from './expected-cash.ts';

export interface CashEvent {
  readonly firstDate: CalendarDate;
  readonly lastDate: CalendarDate;
  /** Share of the cash that waits for the end of the event, 0 to 10 000. */
  readonly delayedBasisPoints: number;
}

/** What events add to each place and take from it; `habitCents` by place. */
export function eventShifts(
  habitCents: ArrayLike<Cents>,
  events: readonly CashEvent[],
  today: CalendarDate,
): Cents[] {
  const shifts = Array.from({ length: LATER + 1 }, () => 0);
  const first = mondayOf(today);
  for (const event of events) {
    if (event.lastDate < today) continue;
    const after = placeOf(addDays(mondayOf(event.lastDate), 7), today);
    for (let place = 0; place < Math.min(after, HORIZON_WEEKS); place += 1) {
      const days = daysCovered(event, addDays(first, 7 * place));
      const left = (habitCents[place] as Cents) + (shifts[place] as Cents);
      const delayed = ratioOf(Math.max(0, left), days * event.delayedBasisPoints, 70_000);
      shifts[place] = (shifts[place] as Cents) - delayed;
      shifts[after] = (shifts[after] as Cents) + delayed;
    }
  }
  return shifts;
}

function daysCovered(event: CashEvent, monday: CalendarDate): number {
  const from = Math.max(0, daysBetween(monday, event.firstDate));
  const to = Math.min(6, daysBetween(monday, event.lastDate));
  return Math.max(0, to - from + 1);
}
