/**
 * The strict backtest of a cash forecast: on one cut-off after another only what was issued and paid
 * up to then is shown, and what is forecast is set against what came.
 *
 * Cut-offs, weeks and measures are those of the published baselines: every 7 days over the last
 * 40 % of the file's time, the last one 8 weeks before its end; week k is the days from 7 (k − 1) + 1
 * to 7 k after the cut-off; the target is the money of what was open then. Beside the model stand the
 * forecasts that put each invoice on one day: its due date, and what its customer's payments add.
 */
import type { DatedItem } from '../../src/shared/domain/forecast/dated-item.ts';
import { fitPaymentModel } from '../../src/shared/domain/forecast/fit-payment-model.ts';
import { paymentChances } from '../../src/shared/domain/forecast/payment-chances.ts';
import { addDays, type CalendarDate, daysBetween } from '../../src/shared/kernel/calendar-date.ts';
import { addToBand, emptyBand, weekBand } from './forecast-band.ts';

const WEEKS = 8;
const FOUR = 4;

/** What a method forecasts at a cut-off: money by week, and a day for each open item. */
interface Forecast {
  readonly weeks: readonly number[];
  /** Days after the cut-off; null where the method names none. */
  readonly days: readonly number[] | null;
  /** Whether the four weeks' money lies in the band; null without one. */
  readonly isWithin?: boolean;
}

export interface MethodRow {
  readonly method: string;
  readonly maeDays: number | null;
  readonly biasDays: number | null;
  readonly wape4: number;
  readonly wape8: number;
  readonly bias4: number;
  readonly withinBand: number | null;
}

export interface Backtest {
  readonly cutOffs: readonly CalendarDate[];
  readonly pairs: number;
  readonly rows: readonly MethodRow[];
  readonly fitMs: number;
}

/** Runs every method on every cut-off. */
export function backtest(items: readonly DatedItem[]): Backtest {
  const cutOffs = cutOffsOf(items);
  const kept = new Map<string, Forecast[]>();
  const cases: Case[] = [];
  let fitMs = 0;
  for (const cutOff of cutOffs) {
    const one = caseAt(items, cutOff);
    if (one.open.length === 0) continue;
    cases.push(one);
    const startedAt = performance.now();
    const made = { Encours: byModel(one), ...byDates(one) };
    fitMs = Math.max(fitMs, performance.now() - startedAt);
    for (const [method, forecast] of Object.entries(made)) {
      kept.set(method, [...(kept.get(method) ?? []), forecast]);
    }
  }
  const rows = [...kept].map(([method, forecasts]) => measured(method, forecasts, cases));
  const pairs = cases.reduce((sum, { days }) => sum + days.filter((day) => day !== null).length, 0);
  return { cutOffs, pairs, rows, fitMs };
}

function cutOffsOf(items: readonly DatedItem[]): CalendarDate[] {
  const days = items.flatMap(({ issuedOn, paidOn }) => [issuedOn, paidOn ?? issuedOn]).sort();
  const [first, last] = [days[0], days.at(-1)];
  if (first === undefined || last === undefined) return [];
  const cutOffs: CalendarDate[] = [];
  let day = addDays(first, Math.floor(daysBetween(first, last) * 0.6));
  for (; daysBetween(day, last) >= 7 * WEEKS; day = addDays(day, 7)) cutOffs.push(day);
  return cutOffs;
}

/** What was known on a cut-off, and what came of it. */
interface Case {
  readonly cutOff: CalendarDate;
  readonly known: readonly DatedItem[];
  readonly open: readonly DatedItem[];
  /** Day of the payment of each open item, counted from the cut-off; null where none came. */
  readonly days: readonly (number | null)[];
  readonly weeks: readonly number[];
}

function caseAt(items: readonly DatedItem[], cutOff: CalendarDate): Case {
  const seen = items.filter(({ issuedOn }) => issuedOn <= cutOff);
  const isPast = (day: CalendarDate | null) => day !== null && day <= cutOff;
  const known = seen.map((item) => ({
    ...item,
    paidOn: isPast(item.paidOn) ? item.paidOn : null,
    leftOn: isPast(item.leftOn) ? item.leftOn : null,
  }));
  const open = seen.filter(({ paidOn, leftOn }) => !isPast(paidOn) && !isPast(leftOn));
  const days = open.map(({ paidOn }) => (paidOn === null ? null : daysBetween(cutOff, paidOn)));
  return { cutOff, known, open, days, weeks: inWeeks(open, days) };
}

/** Money by week where each amount falls on one day. */
function inWeeks(open: readonly DatedItem[], days: readonly (number | null)[]): number[] {
  const weeks = new Array<number>(WEEKS).fill(0);
  for (const [row, day] of days.entries()) {
    const week = day === null ? WEEKS : Math.ceil(day / 7) - 1;
    if (week < WEEKS) weeks[week] = (weeks[week] ?? 0) + (open[row]?.amountCents ?? 0);
  }
  return weeks;
}

function byModel({ cutOff, known, open, weeks }: Case): Forecast {
  const model = fitPaymentModel(known, cutOff);
  const bounds = Array.from({ length: WEEKS }, (_, week) => addDays(cutOff, 7 * (week + 1)));
  const chances = paymentChances(model, open, cutOff, bounds);
  const sums = emptyBand(WEEKS);
  addToBand(sums, open, chances);
  const { slots, totals } = weekBand(model, sums);
  const came = sum(weeks.slice(0, FOUR));
  const band = totals[FOUR - 1];
  return {
    weeks: slots.map(({ expectedCents }) => expectedCents),
    days: chances.likelyDate.map((date) => daysBetween(cutOff, date)),
    isWithin: band !== undefined && came >= band.lowCents && came <= band.highCents,
  };
}

/** The forecasts by one date; a date that is past becomes the next day. */
function byDates({ cutOff, known, open }: Case): Record<string, Forecast> {
  const due = open.map(({ dueOn }) => daysBetween(cutOff, dueOn));
  const delays = new Map<number, number[]>();
  for (const { customerId, dueOn, paidOn } of known) {
    if (paidOn === null) continue;
    delays.set(customerId, [...(delays.get(customerId) ?? []), daysBetween(dueOn, paidOn)]);
  }
  const all = [...delays.values()].flat();
  const shifted = (shift: (own: readonly number[]) => number): Forecast => {
    const days = open.map(({ customerId }, row) => {
      const day = (due[row] ?? 0) + shift(delays.get(customerId) ?? all);
      return Math.max(1, roundToEven(day));
    });
    return { weeks: inWeeks(open, days), days };
  };
  const notLate = due.map((day) => (day < 0 ? null : Math.max(1, day)));
  return {
    échéance: shifted(() => 0),
    'échéance, sans les échues': { weeks: inWeeks(open, notLate), days: null },
    'échéance + moyenne du client': shifted((own) => sum(own) / Math.max(1, own.length)),
    'échéance + médiane du client': shifted(medianOf),
  };
}

function measured(
  method: string,
  forecasts: readonly Forecast[],
  cases: readonly Case[],
): MethodRow {
  const misses: number[] = [];
  let within = 0;
  for (const [at, { days, isWithin }] of forecasts.entries()) {
    within += isWithin === true ? 1 : 0;
    for (const [row, day] of (cases[at]?.days ?? []).entries()) {
      if (day !== null && days !== null) misses.push((days[row] ?? 0) - day);
    }
  }
  const wape = (weeks: number) => {
    let missed = 0;
    let came = 0;
    for (const [at, forecast] of forecasts.entries()) {
      for (let week = 0; week < weeks; week += 1) {
        const real = cases[at]?.weeks[week] ?? 0;
        missed += Math.abs((forecast.weeks[week] ?? 0) - real);
        came += real;
      }
    }
    return missed / came;
  };
  const fourWeeks = (of: readonly { readonly weeks: readonly number[] }[]) =>
    sum(of.flatMap(({ weeks }) => weeks.slice(0, FOUR)));
  const hasDays = misses.length > 0;
  return {
    method,
    maeDays: hasDays ? sum(misses.map(Math.abs)) / misses.length : null,
    biasDays: hasDays ? sum(misses) / misses.length : null,
    wape4: wape(FOUR),
    wape8: wape(WEEKS),
    bias4: fourWeeks(forecasts) / fourWeeks(cases) - 1,
    withinBand: forecasts[0]?.isWithin === undefined ? null : within / forecasts.length,
  };
}

function sum(values: readonly number[]): number {
  return values.reduce((total, value) => total + value, 0);
}

function medianOf(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b);
  const middle = sorted.length >> 1;
  const upper = sorted[middle] ?? 0;
  return sorted.length % 2 === 1 ? upper : (upper + (sorted[middle - 1] ?? 0)) / 2;
}

function roundToEven(value: number): number {
  const low = Math.floor(value);
  if (value - low !== 0.5) return Math.round(value);
  return low % 2 === 0 ? low : low + 1;
}
