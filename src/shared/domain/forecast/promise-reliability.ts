/**
 * How often promises are kept, between 0 and 1, of one customer and of all of them.
 *
 * A promise counts for the share of it that came in time. Few promises say little: a customer
 * starts from the rate of the company as if four promises had shown it, and the company from seven
 * kept out of ten, as if four had shown that.
 */
import { ratioOf } from '../../kernel/cents.ts';
import type { JudgedPromise } from '../promise/judge-promise.ts';

const PRIOR_COUNT = 4;
const PRIOR_SHARE = 0.7;

export interface PromiseRecord {
  readonly count: number;
  /** Sum of the shares kept. */
  readonly kept: number;
}

export const NO_PROMISE: PromiseRecord = { count: 0, kept: 0 };

/** Promises that are decided, and how much of them came in time. */
export function promiseRecordOf(judged: readonly JudgedPromise[]): PromiseRecord {
  let count = 0;
  let kept = 0;
  for (const { outcome, promise, receivedInTimeCents } of judged) {
    if (!DECIDED.has(outcome) || promise.amountCents <= 0) continue;
    count += 1;
    kept += outcome === 'kept' ? 1 : ratioOf(receivedInTimeCents, 100, promise.amountCents) * 0.01;
  }
  return { count, kept };
}

const DECIDED: ReadonlySet<string> = new Set(['kept', 'partly_kept', 'late', 'broken']);

/** The rate of the company. */
export function companyReliability(record: PromiseRecord): number {
  return rateOf(record, PRIOR_SHARE);
}

/** The rate of one customer, drawn towards the company's. */
export function reliabilityOf(record: PromiseRecord, company: number): number {
  return rateOf(record, company);
}

function rateOf({ count, kept }: PromiseRecord, prior: number): number {
  return Math.min(1, (kept + prior * PRIOR_COUNT) / (count + PRIOR_COUNT));
}
