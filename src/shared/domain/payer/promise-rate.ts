/**
 * How much of a promise a payer keeps, as a forecast may believe it: his own record, drawn towards
 * that of everybody while it is short.
 *
 *     rate = (n × kept share of amounts + k × rate of all) ÷ (n + k)
 *
 * One promise kept out of one is no certainty, one broken no condemnation.
 */
import type { Reliability } from '../promise/judge-promise.ts';

/** The rate of all payers counts as this many promises of his own. */
export const PROMISE_PRIOR_COUNT = 4;

/** Between 0 and 1; `rateOfAll` is what the company's promises are worth together. */
export function promiseRate(
  { judgedCount, keptCents, judgedCents }: Reliability,
  rateOfAll: number,
): number {
  const kept = judgedCents <= 0 ? rateOfAll : Math.min(1, keptCents / judgedCents);
  return (
    (judgedCount * kept + PROMISE_PRIOR_COUNT * rateOfAll) / (judgedCount + PROMISE_PRIOR_COUNT)
  );
}
