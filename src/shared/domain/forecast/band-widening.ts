/**
 * How much wider than its items the money really came: the model's forecasts of the ledger's past
 * are made again, week after week, and their misses set against the spread that independent items
 * would have.
 *
 * Customers of one trade are late together and one customer's items are paid together, so that the
 * usual factor is well above 1. A ledger's own misses count as many times as they do not overlap:
 * a year has fifty-two weeks, and thirteen times four weeks.
 */
import type { ItemDays, Widening } from './dated-item.ts';
import { fillOpenChances, type Hazard, payerScores } from './day-chances.ts';
import { looksBack, openCount, type Past } from './past-looks.ts';
import { payerRecordAt } from './payer-record.ts';
import { scatter } from './vector.ts';

const WEEK = 7;
const FOUR_WEEKS = 28;
/** Open items of past days that are looked at. */
const LOOKED_MAX = 15_000;
/** The factor found on ledgers of others, and the misses that it weighs as much as. */
const USUAL_WIDENING = 1.3;
const USUAL_MISSES = 8;
/** Normal quantile that leaves one tenth above. */
export const Z_80 = 1.2816;

/** Where the ledger has no past to look at. */
export const USUAL_WIDENINGS: Widening = { week: widen([], WEEK), fourWeeks: widen([], WEEK) };

/** What the forecast of one past day missed, and the variance it would claim. */
interface Missed {
  readonly horizon: number;
  miss: number;
  variance: number;
}

/** The factors that the misses of these past days tell, drawn to the usual one. */
export function wideningOf(past: Past, days: readonly number[], hazard: Hazard): Widening {
  const missed = missesOf(past, days, hazard);
  const within = (horizon: number) =>
    widen(
      missed.filter((one) => one.horizon === horizon),
      horizon,
    );
  return { week: within(WEEK), fourWeeks: within(FOUR_WEEKS) };
}

function missesOf(past: Past, days: readonly number[], hazard: Hazard): Missed[] {
  // Whole customers are sampled: what their weeks have in common is what is looked for.
  const share = LOOKED_MAX / Math.max(1, openCount(past, days));
  const missed = new Map<number, readonly Missed[]>();
  for (const day of days) {
    const over = [WEEK, FOUR_WEEKS].filter((horizon) => day + horizon <= past.today);
    missed.set(
      day,
      over.map((horizon) => ({ horizon, miss: 0, variance: 0 })),
    );
  }
  const open = new Float64Array(FOUR_WEEKS + 1);
  for (const look of looksBack(past, days, (customerId) => scatter(customerId, 0) < share)) {
    const payer = payerScores(hazard, payerRecordAt(look.own, look.day), look.day);
    const sums = missed.get(look.day) as readonly Missed[];
    for (const item of look.open) {
      fillOpenChances(open, { hazard, payer, item }, look.day);
      for (const sum of sums) {
        const stays = open[sum.horizon] as number;
        sum.miss += item.amountCents * (paidBy(item, look.day + sum.horizon) - (1 - stays));
        sum.variance += item.amountCents ** 2 * stays * (1 - stays);
      }
    }
  }
  return [...missed.values()].flat().filter(({ variance }) => variance > 0);
}

function paidBy(item: ItemDays, day: number): number {
  return item.isPaid && item.exit <= day ? 1 : 0;
}

/** What eight misses in ten stay within, over what eight in ten of independent items should. */
function widen(missed: readonly Missed[], horizon: number): number {
  const ratios = missed
    .map(({ miss, variance }) => Math.abs(miss) / Math.sqrt(variance))
    .sort((a, b) => a - b);
  const within = (ratios[Math.floor(0.8 * ratios.length)] ?? 0) / Z_80;
  const apart = (ratios.length * WEEK) / horizon;
  const count = apart + USUAL_MISSES;
  // A spread that few misses tell is itself unsure: Student's quantile over the normal one.
  const unsure = 1 + (Z_80 ** 2 + 1) / (4 * count);
  return (unsure * (apart * within + USUAL_MISSES * USUAL_WIDENING)) / count;
}
