/**
 * Low and high of the money of coming weeks: eight times in ten the sum is between the two.
 *
 * The spread is that of independent items, widened by what the model's own forecasts of the
 * ledger's past missed (`band-widening.ts`): customers are late together.
 */
import type { Cents } from '../../kernel/cents.ts';
import { Z_80 } from './band-widening.ts';
import type { PaymentModel } from './dated-item.ts';
import type { PaymentChances } from './payment-chances.ts';
import { add } from './vector.ts';

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
  readonly amountCents: Cents;
}

export function addToBand(
  sums: BandSums,
  items: readonly BandItem[],
  chances: PaymentChances,
): void {
  const { slotCount } = sums;
  for (const [row, { amountCents }] of items.entries()) {
    add(sums.atMost, 0, amountCents);
    let total = 0;
    for (let slot = 0; slot < slotCount; slot += 1) {
      const chance = chances.perSlot[row * slotCount + slot] as number;
      total += chance;
      add(sums.expected, slot, chance * amountCents);
      add(sums.variance, slot, amountCents ** 2 * chance * (1 - chance));
      add(sums.totalVariance, slot, amountCents ** 2 * total * (1 - total));
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
