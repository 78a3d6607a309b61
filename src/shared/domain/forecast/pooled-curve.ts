/**
 * One curve for everybody: the chance that an item still open is paid on a day, by how many days
 * past its due date that day is (negative before it).
 *
 * Open items count as long as they were watched, so that those that never pay lower the curve. A
 * usual curve counts as a little history of its own: where the ledger has none, it is all there is.
 */
import { add, between } from './vector.ts';

export const LATE_MIN = -120;
export const LATE_MAX = 400;
export const LATE_SPAN = LATE_MAX - LATE_MIN + 1;
/** Item-days that the usual curve counts for each day. */
const USUAL_WEIGHT = 10;

/** The place of a lateness in a curve. */
export function placeOf(late: number): number {
  return between(late, LATE_MIN, LATE_MAX) - LATE_MIN;
}

/** What payers usually do: a little early, most in the weeks after the due date, then rarely. */
export function usualHazard(late: number): number {
  if (late < -7) return 0.004;
  if (late < 0) return 0.02;
  if (late <= 14) return 0.06;
  if (late <= 45) return 0.025;
  if (late <= 90) return 0.012;
  return late <= 180 ? 0.006 : 0.002;
}

/** Payments and item-days by lateness. */
export class PaymentCounts {
  readonly paid = new Float64Array(LATE_SPAN);
  readonly #entering = new Float64Array(LATE_SPAN + 1);

  /** An item watched from the first lateness to the last, both included. */
  watch(first: number, last: number, isPaid: boolean): void {
    if (last < first) return;
    add(this.#entering, placeOf(first), 1);
    add(this.#entering, placeOf(last) + 1, -1);
    if (isPaid) add(this.paid, placeOf(last), 1);
  }

  watched(): Float64Array {
    const days = new Float64Array(LATE_SPAN);
    let open = 0;
    for (let k = 0; k < LATE_SPAN; k += 1) {
      open += this.#entering[k] as number;
      days[k] = open;
    }
    return days;
  }
}

/** The smoothed curve of these counts, beginning at `LATE_MIN`. */
export function pooledHazard(counts: PaymentCounts): number[] {
  const watched = counts.watched();
  return Array.from({ length: LATE_SPAN }, (_, k) => {
    const late = k + LATE_MIN;
    // Payments crowd around the due date; far from it a wider look is a steadier one.
    const reach = 1 + Math.floor(Math.abs(late) / 8);
    let paid = USUAL_WEIGHT * usualHazard(late);
    let days = USUAL_WEIGHT;
    for (let near = Math.max(0, k - reach); near <= Math.min(LATE_SPAN - 1, k + reach); near += 1) {
      const weight = 1 - Math.abs(near - k) / (reach + 1);
      paid += weight * (counts.paid[near] as number);
      days += weight * (watched[near] as number);
    }
    return paid / days;
  });
}
