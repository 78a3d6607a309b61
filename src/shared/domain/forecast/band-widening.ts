/**
 * How much wider than its items the money really came: the model's forecasts of the ledger's past
 * are made again, week after week, and their misses set against the spread they claimed.
 */
import type { ItemDays, Widening } from './dated-item.ts';
import { fillOpenChances, type Hazard, payerScores } from './day-chances.ts';
import { looksBack, openCount, type Past, pastDays } from './past-looks.ts';
import { payerRecordAt } from './payer-record.ts';
import { scatter } from './vector.ts';

const WEEKS_BACK_MAX = 52;
const HORIZONS = [7, 28] as const;
const LOOKED_MAX = 40_000;
/** Weeks of the past that the usual widening weighs as much as. */
const USUAL_WEEKS = 4;
export const USUAL_WIDENING = 1.2;
const Z_80 = 1.2816;

/** What the forecasts of one past day missed, for one horizon. */
interface Miss {
  miss: number;
  variance: number;
}

export function wideningOf(past: Past, hazard: Hazard): Widening {
  const days = pastDays(past).slice(0, WEEKS_BACK_MAX);
  const share = LOOKED_MAX / Math.max(1, openCount(past, days));
  const misses = new Map<number, readonly Miss[]>();
  const open = new Float64Array(HORIZONS[1] + 1);
  // Whole customers are sampled: what their weeks have in common is what is looked for.
  for (const look of looksBack(past, days, (customerId) => scatter(customerId, 0) < share)) {
    const payer = payerScores(hazard, payerRecordAt(look.own, look.day), look.day);
    const sums = misses.get(look.day) ?? HORIZONS.map(() => ({ miss: 0, variance: 0 }));
    misses.set(look.day, sums);
    const spreads = HORIZONS.map(() => 0);
    for (const item of look.open) {
      fillOpenChances(open, { hazard, payer, item }, look.day);
      for (const [k, horizon] of HORIZONS.entries()) {
        const stays = open[horizon] as number;
        const sum = sums[k] as Miss;
        sum.miss += item.amountCents * (paidWithin(item, look.day + horizon) - (1 - stays));
        spreads[k] = (spreads[k] as number) + item.amountCents * Math.sqrt(stays * (1 - stays));
      }
    }
    for (const [k, sum] of sums.entries()) sum.variance += (spreads[k] as number) ** 2;
  }
  const of = (k: number, horizon: number) =>
    widen(
      [...misses].filter(([day]) => day + horizon <= past.today).map(([, sums]) => sums[k] as Miss),
    );
  return { week: of(0, 7), fourWeeks: of(1, 28) };
}

function paidWithin(item: ItemDays, day: number): number {
  return item.isPaid && item.exit <= day ? 1 : 0;
}

/** What eight misses in ten stay within, over what eight in ten should; drawn to the usual. */
function widen(misses: readonly Miss[]): number {
  const ratios = misses
    .filter(({ variance }) => variance > 0)
    .map(({ miss, variance }) => Math.abs(miss) / Math.sqrt(variance))
    .sort((a, b) => a - b);
  const at80 = ratios[Math.floor(0.8 * ratios.length)] ?? 0;
  const weight = ratios.length / (ratios.length + USUAL_WEEKS);
  return weight * (at80 / Z_80) + (1 - weight) * USUAL_WIDENING;
}
