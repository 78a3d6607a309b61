/**
 * Numbers that stand for a line or a key, to find repeated ones among a million without keeping
 * them: 52 bits, so that two different lines of a million share one in one file of ten thousand.
 */
import type { Cell } from './table-source.ts';

/** The hash of a text, 0 to 2^52. */
export function wideHash(text: string): number {
  let low = 0x811c9dc5 | 0;
  let high = 0x9e3779b9 | 0;
  for (let at = 0; at < text.length; at += 1) {
    const code = text.charCodeAt(at);
    low = Math.imul(low ^ code, 0x01000193);
    high = Math.imul(high ^ code, 0x85ebca6b) ^ (high >>> 15);
  }
  return (high & 0xfffff) * 0x1_0000_0000 + (low >>> 0);
}

/** The cells of a line as one text, to be compared. */
export function rowText(cells: readonly Cell[]): string {
  return cells.map((cell) => (typeof cell === 'object' ? cell.text : String(cell))).join('\u0001');
}

/** A list of numbers that grows without an object for each. */
export class NumberList {
  #values = new Float64Array(1024);
  #length = 0;

  get length(): number {
    return this.#length;
  }

  push(value: number): void {
    if (this.#length === this.#values.length) {
      const larger = new Float64Array(this.#values.length * 2);
      larger.set(this.#values);
      this.#values = larger;
    }
    this.#values[this.#length] = value;
    this.#length += 1;
  }

  at(index: number): number {
    return this.#values[index] ?? 0;
  }

  /** Values that stand in the list more than once. */
  repeated(): Set<number> {
    const sorted = this.#values.slice(0, this.#length).sort();
    const repeated = new Set<number>();
    for (let index = 1; index < sorted.length; index += 1) {
      const value = sorted[index] ?? 0;
      if (value === sorted[index - 1]) repeated.add(value);
    }
    return repeated;
  }
}
