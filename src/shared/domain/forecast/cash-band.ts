/**
 * The band that holds the receipts of a week eight times in ten.
 *
 * The spread is that of items that are paid independently of one another, each for its own chance,
 * widened by what the model's forecasts of the ledger's own past missed (`band-widening.ts`):
 * customers are late together. Of the whole mixture, so that what a date or a promise makes surer
 * narrows it.
 */
import type { Cents } from '../../kernel/cents.ts';
import { Z_80 } from './band-widening.ts';

export interface CashBand {
  readonly lowCents: Cents;
  readonly highCents: Cents;
}

/** What one item adds to the variance of a week, in cents². */
export function itemVariance(expectedCents: number, openCents: number): number {
  return Math.max(0, expectedCents * (openCents - expectedCents));
}

/** The band of a sum whose items' variances add up to `variance`. */
export function cashBand(expectedCents: number, variance: number, widening: number): CashBand {
  const reach = Z_80 * widening * Math.sqrt(variance);
  return {
    lowCents: Math.max(0, Math.round(expectedCents - reach)),
    highCents: Math.round(expectedCents + reach),
  };
}
