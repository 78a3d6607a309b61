/**
 * Where rows and group headings stand in a list, one under the other.
 *
 * The core orders rows by group; a heading comes before the first row of each, and a closed group
 * shows its heading alone. Rows keep their index in the whole list, closed or not.
 */
export type Place =
  | { readonly kind: 'group'; readonly group: number }
  | { readonly kind: 'row'; readonly index: number };

export interface RowPlaces {
  readonly count: number;
  readonly placeAt: (position: number) => Place;
  /** Position of a row, or of its group's heading when that is closed. */
  readonly positionOf: (index: number) => number;
}

/** `groupSizes` is null for a list without groups. */
export function rowPlaces(
  total: number,
  groupSizes: readonly number[] | null,
  closed: ReadonlySet<number>,
): RowPlaces {
  if (groupSizes === null) {
    return {
      count: total,
      placeAt: (position) => ({ kind: 'row', index: position }),
      positionOf: (index) => index,
    };
  }
  const starts: number[] = [];
  const firstRows: number[] = [];
  let position = 0;
  let row = 0;
  groupSizes.forEach((size, group) => {
    starts.push(position);
    firstRows.push(row);
    position += 1 + (closed.has(group) ? 0 : size);
    row += size;
  });
  return {
    count: position,
    placeAt: (at) => {
      const group = lastAtMost(starts, at);
      const shift = at - (starts[group] ?? 0);
      if (shift === 0) return { kind: 'group', group };
      return { kind: 'row', index: (firstRows[group] ?? 0) + shift - 1 };
    },
    positionOf: (index) => {
      const group = lastAtMost(firstRows, index);
      const start = starts[group] ?? 0;
      return closed.has(group) ? start : start + 1 + index - (firstRows[group] ?? 0);
    },
  };
}

/** Index of the last value that is at most `limit`; the values never decrease. */
function lastAtMost(values: readonly number[], limit: number): number {
  let low = 0;
  let high = values.length - 1;
  while (low < high) {
    const middle = Math.ceil((low + high) / 2);
    if ((values[middle] ?? 0) <= limit) low = middle;
    else high = middle - 1;
  }
  return low;
}
