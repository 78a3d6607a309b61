/** Small help for loops over numbers by position. */

export function add(values: Float64Array, index: number, more: number): void {
  values[index] = (values[index] as number) + more;
}

export function between(value: number, least: number, most: number): number {
  return value < least ? least : value > most ? most : value;
}

/**
 * A number from 0 to 1 that depends on two whole numbers alone and looks like chance: what is
 * sampled with it is the same on every machine, in whatever order it comes.
 */
export function scatter(a: number, b: number): number {
  let mixed = Math.imul(a ^ Math.imul(b, 0x9e3779b1), 0x85ebca6b);
  mixed = Math.imul(mixed ^ (mixed >>> 13), 0xc2b2ae35);
  return ((mixed ^ (mixed >>> 16)) >>> 0) / 2 ** 32;
}
