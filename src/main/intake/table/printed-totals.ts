/**
 * The totals that a list prints, compared with the sum of its lines.
 *
 * A subtotal sums the lines since some earlier total, whatever its level, and a grand total all of
 * them. A total that is the sum of nothing is told: lines are missing, or were read wrong.
 */
import type { Cents } from '../../../shared/kernel/cents.ts';

export interface PrintedTotal {
  readonly lineNumber: number;
  readonly isGrand: boolean;
  readonly printedCents: Cents;
  /** Sum of the lines that come nearest to it: since the last total, or all. */
  readonly summedCents: Cents;
  readonly isEqual: boolean;
}

export class TotalsCheck {
  #sum: Cents = 0;
  #sinceLast: Cents = 0;
  readonly #starts = new Set<Cents>([0]);
  #last: PrintedTotal | null = null;
  #lastGrand: PrintedTotal | null = null;
  count = 0;

  /** A line of data, kept or not, whose amount could be read. */
  add(openCents: Cents): void {
    this.#sum += openCents;
    this.#sinceLast += openCents;
  }

  /** A printed total. */
  compare(lineNumber: number, isGrand: boolean, printedCents: Cents): PrintedTotal {
    const isEqual = [printedCents, -printedCents].some((printed) =>
      isGrand ? printed === this.#sum : this.#starts.has(this.#sum - printed),
    );
    // Some lists call every subtotal « Total ».
    const isPart = isGrand && this.#starts.has(this.#sum - printedCents);
    const total: PrintedTotal = {
      lineNumber,
      isGrand,
      printedCents,
      summedCents: isGrand ? this.#sum : this.#sinceLast,
      isEqual: isEqual || isPart,
    };
    this.count += 1;
    this.#starts.add(this.#sum);
    this.#sinceLast = 0;
    this.#last = total;
    if (isGrand) this.#lastGrand = total;
    return total;
  }

  /** The total of the whole list: its last grand total, or its last total if that sums it all. */
  whole(): PrintedTotal | null {
    if (this.#lastGrand !== null) return this.#lastGrand;
    const last = this.#last;
    return last !== null && Math.abs(last.printedCents) === Math.abs(this.#sum) ? last : null;
  }
}
