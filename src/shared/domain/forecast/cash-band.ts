/**
 * The band that holds the receipts of a week eight times in ten, of likely cash.
 *
 * The spread is the model's (`week-band.ts`): the items of a customer are paid together or not at
 * all, and both are widened by what the model's own forecasts of the past missed. Here it is of the
 * whole mixture, so that what a date or a promise makes surer narrows it.
 */
import type { Cents } from '../../kernel/cents.ts';

/** Of a normal law, one time in ten above. */
const TENTH = 1.2816;

export interface CashBand {
  readonly lowCents: Cents;
  readonly highCents: Cents;
}

/** What one item adds to the spread of its customer, in cents. */
export function spreadOf(expectedCents: Cents, openCents: Cents): number {
  return Math.sqrt(Math.max(0, expectedCents * (openCents - expectedCents)));
}

/** The band of a week; `variance` sums the squared spreads of the customers. */
export function cashBand(expectedCents: Cents, variance: number, widening: number): CashBand {
  const reach = TENTH * widening * Math.sqrt(variance);
  return {
    lowCents: Math.max(0, Math.round(expectedCents - reach)),
    highCents: Math.round(expectedCents + reach),
  };
}
