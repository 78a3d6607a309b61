/**
 * The months up to any day: those made by the long analysis before the month of that day, and that
 * month up to the day, rebuilt from the facts where it is not one of them.
 */
import { setImmediate } from 'node:timers/promises';
import {
  addFigures,
  type BookFigures,
  type BookSums,
  NO_BOOK_FIGURES,
} from '../../../shared/domain/metrics/month-figures.ts';
import { monthFigures } from '../../../shared/domain/metrics/month-history.ts';
import { type Month, monthsUpTo } from '../../../shared/domain/metrics/months.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { readMonthHistory } from '../../ledger/views/month-history.ts';
import type { KnownMonths } from './known-months.ts';
import { smallRuns } from './small-runs.ts';

export interface MonthsAsOf {
  readonly known: KnownMonths;
  /** The day the figures stand on. */
  readonly asOf: CalendarDate;
  readonly months: readonly (Month & BookFigures)[];
  /** The month of the day, customer by customer, where it was rebuilt for it; null otherwise. */
  readonly rebuilt: ReadonlyMap<number, BookFigures> | null;
}

const kept = new WeakMap<KnownMonths, Map<CalendarDate, Promise<MonthsAsOf>>>();
const DAYS_KEPT = 4;

/** The months up to a day; null for the day the months were made on. */
export function monthsAsOf(
  ledger: Ledger,
  known: KnownMonths,
  wanted: CalendarDate | null,
): Promise<MonthsAsOf> {
  const asOf = wanted === null || wanted > known.madeOn ? known.madeOn : wanted;
  const days = kept.get(known) ?? new Map<CalendarDate, Promise<MonthsAsOf>>();
  kept.set(known, days);
  const answer = days.get(asOf) ?? make(ledger, known, asOf);
  days.delete(asOf);
  days.set(asOf, answer);
  const [oldest] = days.keys();
  if (days.size > DAYS_KEPT && oldest !== undefined) days.delete(oldest);
  // What failed is tried again by the next who asks.
  answer.catch(() => days.delete(asOf));
  return answer;
}

async function make(ledger: Ledger, known: KnownMonths, asOf: CalendarDate): Promise<MonthsAsOf> {
  const at = known.months.findIndex(({ endsOn }) => endsOn === asOf);
  if (at !== -1) return { known, asOf, months: known.months.slice(0, at + 1), rebuilt: null };
  const [month] = monthsUpTo(asOf, 1) as [Month];
  const sums: BookSums = { ...NO_BOOK_FIGURES };
  const rebuilt = new Map<number, BookFigures>();
  // A write that comes between makes other months known, and these are asked for no more.
  for (const run of smallRuns(ledger)) {
    await setImmediate();
    const histories = ledger.read((reader) => readMonthHistory(reader, run, month.startsOn));
    for (const [customerId, history] of histories) {
      const [figures = NO_BOOK_FIGURES] = monthFigures(history, [month]);
      rebuilt.set(customerId, figures);
      addFigures(sums, figures);
    }
  }
  const before = known.months.filter(({ endsOn }) => endsOn < month.startsOn);
  return { known, asOf, months: [...before, { ...month, ...sums }], rebuilt };
}
