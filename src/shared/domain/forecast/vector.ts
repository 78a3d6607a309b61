/** Numbers by position, where the loop around already knows that the position exists. */
export interface Numbers {
  readonly length: number;
  readonly [index: number]: number;
}

export function at(values: Numbers, index: number): number {
  return values[index] as number;
}

export function add(values: Float64Array, index: number, more: number): void {
  values[index] = (values[index] as number) + more;
}

export function between(value: number, least: number, most: number): number {
  return value < least ? least : value > most ? most : value;
}
