/**
 * Bands of the weeks of a backtest, by the formula of the product: of each slot, and of the first
 * slots together.
 */
import { cashBand, itemVariance } from '../../src/shared/domain/forecast/cash-band.ts';
import type { PaymentModel } from '../../src/shared/domain/forecast/dated-item.ts';
import type { PaymentChances } from '../../src/shared/domain/forecast/payment-chances.ts';
import type { Cents } from '../../src/shared/kernel/cents.ts';

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
      add(sums.variance, slot, itemVariance(chance * amountCents, amountCents));
      add(sums.totalVariance, slot, itemVariance(total * amountCents, amountCents));
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
    slots.push(bandOf(here, variance[slot] as number, { widening: week, most }));
    const widening = slot === 0 ? week : fourWeeks;
    totals.push(bandOf(total, totalVariance[slot] as number, { widening, most }));
  }
  return { slots, totals };
}

function bandOf(
  expected: number,
  variance: number,
  { widening, most }: { readonly widening: number; readonly most: number },
): ExpectedBand {
  const { lowCents, highCents } = cashBand(expected, variance, widening);
  return {
    expectedCents: Math.round(expected),
    lowCents,
    highCents: Math.min(Math.round(most), highCents),
  };
}

function add(values: Float64Array, index: number, more: number): void {
  values[index] = (values[index] as number) + more;
}
