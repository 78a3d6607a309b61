/**
 * The band that holds the receipts of a week eight times in ten.
 *
 * Items paid or not paid one by one spread the sum of a week by √(Σ amount² × p × (1 − p)); real
 * sums spread more, for customers pay several invoices at once and a bad week is bad for all. By
 * how much more is what the model saw in the past of the books (`widening`), and a factor of two
 * where it saw too little of it.
 */
import type { Cents } from '../../kernel/cents.ts';
import type { BandWidening } from './dated-item.ts';

/** Of a normal law, one time in ten above. */
const TENTH = 1.2816;
const UNKNOWN_FACTOR = 2;

export interface Band {
  readonly lowCents: Cents;
  readonly highCents: Cents;
}

/** The band of one week; `daysAhead` is how far its end is. */
export function cashBand(
  expected: { readonly cents: Cents; readonly variance: number },
  widening: readonly BandWidening[],
  daysAhead: number,
): Band {
  const reach = TENTH * factorOf(widening, daysAhead) * Math.sqrt(expected.variance);
  return {
    lowCents: Math.max(0, Math.round(expected.cents - reach)),
    highCents: Math.round(expected.cents + reach),
  };
}

/** Of the nearest horizon that is not shorter; beyond the longest, of that one. */
function factorOf(widening: readonly BandWidening[], daysAhead: number): number {
  const inOrder = widening.toSorted((a, b) => a.horizonDays - b.horizonDays);
  const found = inOrder.find(({ horizonDays }) => horizonDays >= daysAhead) ?? inOrder.at(-1);
  return found?.factor ?? UNKNOWN_FACTOR;
}
