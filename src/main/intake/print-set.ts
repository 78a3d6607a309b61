/**
 * A set of 64-bit fingerprints, in two arrays of integers.
 *
 * A million entries in a `Set` of floating numbers cost a third of the reading time; here they
 * cost a tenth of that. Open addressing, never more than half full.
 */
export class PrintSet {
  #low = new Int32Array(1 << 12);
  #high = new Int32Array(1 << 12);
  #count = 0;

  /** Adds a fingerprint; true when it was there already. */
  add(low: number, high: number): boolean {
    // The pair 0, 0 marks an empty place.
    const safeLow = low === 0 && high === 0 ? 1 : low;
    if (this.#put(safeLow, high)) return true;
    this.#count += 1;
    if (this.#count * 2 > this.#low.length) this.#grow();
    return false;
  }

  /** True when the pair was found, else it is stored. */
  #put(low: number, high: number): boolean {
    // Held in variables: fields read inside the loop keep it from being compiled well.
    const lows = this.#low;
    const highs = this.#high;
    const mask = lows.length - 1;
    let at = (low ^ high) & mask;
    while (lows[at] !== 0 || highs[at] !== 0) {
      if (lows[at] === low && highs[at] === high) return true;
      at = (at + 1) & mask;
    }
    lows[at] = low;
    highs[at] = high;
    return false;
  }

  #grow(): void {
    const low = this.#low;
    const high = this.#high;
    this.#low = new Int32Array(low.length * 2);
    this.#high = new Int32Array(low.length * 2);
    for (let at = 0; at < low.length; at += 1) {
      if (low[at] !== 0 || high[at] !== 0) this.#put(low[at] ?? 0, high[at] ?? 0);
    }
  }
}
