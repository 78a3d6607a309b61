/**
 * Low and high of the money of coming weeks: eight times in ten the sum is between the two.
 *
 * The items of one customer are paid together or not at all, so that a sum of independent items
 * would look surer than it is. Two spreads are added up, of items that know nothing of each other
 * and of customers whose items all go one way; and both are widened by what the model's own
 * forecasts of the ledger's past really missed.
 *
 * Sums are gathered customer by customer: `addToBand` is given whole customers.
 */
import type { Cents } from '../../kernel/cents.ts';
import type { PaymentModel } from './dated-item.ts';
import type { PaymentChances } from './payment-chances.ts';
import { add } from './vector.ts';

/** Normal quantile that leaves one tenth above. */
const Z_80 = 1.2816;

/** What is gathered: for each slot, and for the first slots together. */
export interface BandSums {
  readonly slotCount: number;
  readonly expected: Float64Array;
  readonly variance: Float64Array;
  readonly totalVariance: Float64Array;
  readonly atMost: Float64Array;
}

export interface ExpectedBand {
  readonly expectedCents: Cents;
  readonly lowCents: Cents;
  readonly highCents: Cents;
}

export interface WeekBand {
  readonly slots: readonly ExpectedBand[];
  /** Of the first slot, of the first two … */
  readonly totals: readonly ExpectedBand[];
}

export function emptyBand(slotCount: number): BandSums {
  return {
    slotCount,
    expected: new Float64Array(slotCount),
    variance: new Float64Array(slotCount),
    totalVariance: new Float64Array(slotCount),
    atMost: new Float64Array(1),
  };
}

/** An open amount of a customer; the rows of `PaymentChances` are in the same order. */
export interface BandItem {
  readonly customerId: number;
  readonly amountCents: Cents;
}

export function addToBand(
  sums: BandSums,
  items: readonly BandItem[],
  chances: PaymentChances,
): void {
  const { slotCount } = sums;
  const own = new Map<number, { slots: Float64Array; totals: Float64Array }>();
  for (const [row, { customerId, amountCents }] of items.entries()) {
    let payer = own.get(customerId);
    if (payer === undefined) {
      payer = { slots: new Float64Array(slotCount), totals: new Float64Array(slotCount) };
      own.set(customerId, payer);
    }
    add(sums.atMost, 0, amountCents);
    let total = 0;
    for (let slot = 0; slot < slotCount; slot += 1) {
      const chance = chances.perSlot[row * slotCount + slot] as number;
      total += chance;
      add(sums.expected, slot, chance * amountCents);
      add(payer.slots, slot, amountCents * Math.sqrt(Math.max(0, chance * (1 - chance))));
      add(payer.totals, slot, amountCents * Math.sqrt(Math.max(0, total * (1 - total))));
    }
  }
  for (const payer of own.values()) {
    for (let slot = 0; slot < slotCount; slot += 1) {
      add(sums.variance, slot, (payer.slots[slot] as number) ** 2);
      add(sums.totalVariance, slot, (payer.totals[slot] as number) ** 2);
    }
  }
}

/** The bands of what was gathered. */
export function weekBand(model: PaymentModel, sums: BandSums): WeekBand {
  const { slotCount, expected, variance, totalVariance } = sums;
  const { week, fourWeeks } = model.widening;
  const most = sums.atMost[0] as number;
  const slots: ExpectedBand[] = [];
  const totals: ExpectedBand[] = [];
  let total = 0;
  for (let slot = 0; slot < slotCount; slot += 1) {
    const here = expected[slot] as number;
    total += here;
    slots.push(bandOf(here, week * Math.sqrt(variance[slot] as number), most));
    const factor = slot === 0 ? week : fourWeeks;
    totals.push(bandOf(total, factor * Math.sqrt(totalVariance[slot] as number), most));
  }
  return { slots, totals };
}

function bandOf(expected: number, spread: number, most: number): ExpectedBand {
  return {
    expectedCents: Math.round(expected),
    lowCents: Math.round(Math.max(0, expected - Z_80 * spread)),
    highCents: Math.round(Math.min(most, expected + Z_80 * spread)),
  };
}
