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
const LOOKED_MAX = 40_000;
/** The factor found on ledgers of others, and the misses that it weighs as much as. */
const USUAL_WIDENING = 1.4;
const USUAL_MISSES = 8;
/** Normal quantile that leaves one tenth above. */
export const Z_80 = 1.2816;

export const USUAL_WIDENINGS: Widening = { week: USUAL_WIDENING, fourWeeks: USUAL_WIDENING };

/** What the forecast of one past day missed, and the variance it would claim. */
interface Missed {
  miss: number;
  variance: number;
}

/** The factors that the misses of these past days tell, drawn to the usual one. */
export function wideningOf(past: Past, days: readonly number[], hazard: Hazard): Widening {
  return {
    week: widen(missesOf(past, days, { hazard, horizon: WEEK }), WEEK),
    fourWeeks: widen(missesOf(past, days, { hazard, horizon: FOUR_WEEKS }), FOUR_WEEKS),
  };
}

function missesOf(
  past: Past,
  days: readonly number[],
  of: { readonly hazard: Hazard; readonly horizon: number },
): Missed[] {
  const { hazard, horizon } = of;
  const over = days.filter((day) => day + horizon <= past.today);
  // Whole customers are sampled: what their weeks have in common is what is looked for.
  const share = LOOKED_MAX / Math.max(1, openCount(past, over));
  const missed = new Map(over.map((day) => [day, { miss: 0, variance: 0 }]));
  const open = new Float64Array(horizon + 1);
  for (const look of looksBack(past, over, (customerId) => scatter(customerId, 0) < share)) {
    const payer = payerScores(hazard, payerRecordAt(look.own, look.day), look.day);
    const sum = missed.get(look.day) as Missed;
    for (const item of look.open) {
      fillOpenChances(open, { hazard, payer, item }, look.day);
      const stays = open[horizon] as number;
      sum.miss += item.amountCents * (paidBy(item, look.day + horizon) - (1 - stays));
      sum.variance += item.amountCents ** 2 * stays * (1 - stays);
    }
  }
  return [...missed.values()].filter(({ variance }) => variance > 0);
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
  return (apart * within + USUAL_MISSES * USUAL_WIDENING) / (apart + USUAL_MISSES);
}
