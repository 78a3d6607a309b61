/**
 * Which of a customer's items make an amount, to the cent, and whether it is the only way.
 *
 * Bounded on purpose: among many items any amount can be made by chance. The search looks at the
 * `CANDIDATES_MAX` first items, takes at most `PICKS_MAX` of them, and stops at the second way,
 * since two ways tell nothing.
 */
import type { Cents } from '../../kernel/cents.ts';

export const CANDIDATES_MAX = 14;
export const PICKS_MAX = 6;

export interface SubsetFound {
  /** Indexes of the amounts, ascending: the way with the earliest ones. */
  readonly picks: readonly number[];
  readonly isOnly: boolean;
}

/** The subset of two amounts or more that makes `goal`; null where there is none. */
export function subsetSum(
  amounts: readonly Cents[],
  goal: Cents,
  picksMin = 2,
): SubsetFound | null {
  const count = Math.min(amounts.length, CANDIDATES_MAX);
  // What the amounts from here on can add at most, and take away at most.
  const most = new Array<Cents>(count + 1).fill(0);
  const least = new Array<Cents>(count + 1).fill(0);
  for (let index = count - 1; index >= 0; index -= 1) {
    const amount = amounts[index] as Cents;
    most[index] = (most[index + 1] as Cents) + Math.max(amount, 0);
    least[index] = (least[index + 1] as Cents) + Math.min(amount, 0);
  }
  const found: (readonly number[])[] = [];
  const picked: number[] = [];
  const search = (from: number, rest: Cents): void => {
    if (rest === 0 && picked.length >= picksMin) found.push([...picked]);
    if (picked.length === PICKS_MAX) return;
    for (let index = from; index < count && found.length < 2; index += 1) {
      if (rest > (most[index] as Cents) || rest < (least[index] as Cents)) return;
      picked.push(index);
      search(index + 1, rest - (amounts[index] as Cents));
      picked.pop();
    }
  };
  search(0, goal);
  const [picks] = found;
  return picks === undefined ? null : { picks, isOnly: found.length === 1 };
}
