/**
 * Known payment days: « paie les 10 et 25 ».
 *
 * Half of mid-size companies pay in runs. A run that falls on a closed day moves to the next
 * working day, and the money may be booked the day after; a receipt within those two days belongs
 * to it. One or two days of the month are a habit when they explain four receipts in five of the
 * last twelve months, each day in at least three months.
 *
 * The habit is only used to wait: before the run, and until the bank is known past it, a payer who
 * keeps his runs is not late-alarmed.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import {
  addDays,
  addMonths,
  daysInMonth,
  partsOf,
  startOfMonth,
} from '../../kernel/calendar-date.ts';
import type { BusinessCalendar } from '../calendar/business-calendar.ts';
import { addBusinessDays, nextBusinessDay } from '../calendar/business-calendar.ts';

const MONTHS = 12;
const RECEIPTS_MIN = 4;
const MONTHS_MIN = 3;
const DAYS_MAX = 2;
/** One receipt in this many may come on another day. */
const STRAY_ONE_IN = 5;

/**
 * The days of the month (1 to 31, 31 for the last one) on which the money of these receipts comes,
 * ascending; empty when it comes on no particular day.
 */
export function paymentDaysOf(
  receivedDates: readonly CalendarDate[],
  today: CalendarDate,
  calendar: BusinessCalendar,
): readonly number[] {
  const since = addMonths(today, -MONTHS);
  const receipts = [...new Set(receivedDates)].filter((date) => date > since && date <= today);
  if (receipts.length < RECEIPTS_MIN || isScattered(receipts, calendar)) return [];
  const runs = runsOf(receipts, calendar);
  const chosen: Run[] = [];
  const unexplained = new Set(receipts);
  while (chosen.length < DAYS_MAX && isUnexplained(unexplained, receipts)) {
    const best = bestRun(runs, unexplained);
    if (best === null) return [];
    chosen.push(best);
    for (const date of best.receipts.keys()) unexplained.delete(date);
  }
  if (isUnexplained(unexplained, receipts)) return [];
  return chosen.map(({ day }) => day).sort((a, b) => a - b);
}

/** The first such day of the month after `after`, moved to a working day; null without a habit. */
export function nextPaymentDay(
  paymentDays: readonly number[],
  after: CalendarDate,
  calendar: BusinessCalendar,
): CalendarDate | null {
  if (paymentDays.length === 0) return null;
  let first: CalendarDate | null = null;
  // A run of last month may have moved into this one.
  for (const shift of [-1, 0, 1]) {
    const month = addMonths(startOfMonth(after), shift);
    for (const day of paymentDays) {
      const run = runDate(day, month, calendar);
      if (run > after && (first === null || run < first)) first = run;
    }
  }
  return first;
}

/** The last such day that is not after `upTo`; null without a habit. */
export function lastPaymentDay(
  paymentDays: readonly number[],
  upTo: CalendarDate,
  calendar: BusinessCalendar,
): CalendarDate | null {
  if (paymentDays.length === 0) return null;
  let last: CalendarDate | null = null;
  // The run of last month may have moved beyond the day.
  for (const shift of [-2, -1, 0]) {
    const month = addMonths(startOfMonth(upTo), shift);
    for (const day of paymentDays) {
      const run = runDate(day, month, calendar);
      if (run <= upTo && (last === null || run > last)) last = run;
    }
  }
  return last;
}

interface Run {
  readonly day: number;
  /** Receipts it explains; true where the money came on the very day. */
  readonly receipts: ReadonlyMap<CalendarDate, boolean>;
}

/**
 * True when not even the days that explain the most receipts would explain enough of them: most
 * payers pay on no particular day, and that is quickly counted.
 */
function isScattered(receipts: readonly CalendarDate[], calendar: BusinessCalendar): boolean {
  const counts = new Map<number, number>();
  for (const [day] of receipts.flatMap((date) => explanationsOf(date, calendar))) {
    counts.set(day, (counts.get(day) ?? 0) + 1);
  }
  const most = [...counts.values()].sort((a, b) => b - a).slice(0, DAYS_MAX);
  const left = receipts.length - most.reduce((sum, count) => sum + count, 0);
  return left * STRAY_ONE_IN > receipts.length;
}

/** The runs of each day of the month, with the receipts that each explains. */
function runsOf(receipts: readonly CalendarDate[], calendar: BusinessCalendar): readonly Run[] {
  const runs = Array.from({ length: 31 }, (_, index) => ({
    day: index + 1,
    receipts: new Map<CalendarDate, boolean>(),
  }));
  for (const date of receipts) {
    for (const [day, isExact] of explanationsOf(date, calendar)) {
      runs[day - 1]?.receipts.set(date, isExact);
    }
  }
  return runs;
}

/** Days of the month whose run brings money on a date, and whether on the very day. */
type Explanations = readonly (readonly [day: number, isExact: boolean])[];

// The same dates are asked for payer after payer; twelve months have a few hundred of them.
const explanations = new WeakMap<BusinessCalendar, Map<CalendarDate, Explanations>>();

function explanationsOf(date: CalendarDate, calendar: BusinessCalendar): Explanations {
  const known = explanations.get(calendar) ?? new Map<CalendarDate, Explanations>();
  explanations.set(calendar, known);
  const made = known.get(date) ?? explain(date, calendar);
  known.set(date, made);
  return made;
}

function explain(date: CalendarDate, calendar: BusinessCalendar): Explanations {
  const found = new Map<number, boolean>();
  for (const shift of [-1, 0]) {
    const month = addMonths(startOfMonth(date), shift);
    for (let day = 1; day <= 31; day += 1) {
      const run = runDate(day, month, calendar);
      if (date === run) found.set(day, true);
      else if (date === addBusinessDays(run, 1, calendar)) found.set(day, false);
    }
  }
  return [...found];
}

/** The run that explains most of what is left, the very day counting double; null if too few. */
function bestRun(runs: readonly Run[], unexplained: ReadonlySet<CalendarDate>): Run | null {
  let best: Run | null = null;
  let bestScore = 0;
  for (const run of runs) {
    const fresh = [...run.receipts].filter(([date]) => unexplained.has(date));
    const months = new Set(fresh.map(([date]) => startOfMonth(date)));
    const score = fresh.reduce((sum, [, isExact]) => sum + (isExact ? 2 : 1), 0);
    if (months.size >= MONTHS_MIN && score > bestScore) {
      best = run;
      bestScore = score;
    }
  }
  return best;
}

function isUnexplained(
  unexplained: ReadonlySet<CalendarDate>,
  receipts: readonly CalendarDate[],
): boolean {
  return unexplained.size * STRAY_ONE_IN > receipts.length;
}

// The same runs are asked for payer after payer; a calendar has a few hundred of them.
const runDates = new WeakMap<BusinessCalendar, Map<string, CalendarDate>>();

/** The working day on which a run of that day of the month falls; `month` is its first day. */
function runDate(day: number, month: CalendarDate, calendar: BusinessCalendar): CalendarDate {
  const known = runDates.get(calendar) ?? new Map<string, CalendarDate>();
  runDates.set(calendar, known);
  const key = `${month}/${day}`;
  const date = known.get(key) ?? computeRunDate(day, month, calendar);
  known.set(key, date);
  return date;
}

function computeRunDate(
  day: number,
  month: CalendarDate,
  calendar: BusinessCalendar,
): CalendarDate {
  const { year, month: number } = partsOf(month);
  return nextBusinessDay(addDays(month, Math.min(day, daysInMonth(year, number)) - 1), calendar);
}
