/**
 * Which of a few amounts make a given sum, to the cent.
 *
 * Bounded on purpose: with many amounts any sum can be made by chance, and a chance match hides a
 * debt. Only the first `CANDIDATES_MAX` amounts are looked at, and at most `PICKS_MAX` of them
 * make a sum; of several ways, the one with the earliest amounts.
 */
import type { Cents } from '../../kernel/cents.ts';

export const CANDIDATES_MAX = 12;
export const PICKS_MAX = 5;

/** Indexes whose amounts (negative for credit notes) make `goal`; null where none is found. */
export function exactSumOf(amounts: readonly Cents[], goal: Cents): number[] | null {
  const count = Math.min(amounts.length, CANDIDATES_MAX);
  const most = new Array<Cents>(count + 1).fill(0);
  const least = new Array<Cents>(count + 1).fill(0);
  for (let index = count - 1; index >= 0; index -= 1) {
    const amount = amounts[index] as Cents;
    most[index] = (most[index + 1] as Cents) + Math.max(amount, 0);
    least[index] = (least[index + 1] as Cents) + Math.min(amount, 0);
  }
  const picked: number[] = [];
  const search = (from: number, rest: Cents): boolean => {
    if (rest === 0 && picked.length > 0) return true;
    if (picked.length === PICKS_MAX) return false;
    for (let index = from; index < count; index += 1) {
      if (rest > (most[index] as Cents) || rest < (least[index] as Cents)) return false;
      picked.push(index);
      if (search(index + 1, rest - (amounts[index] as Cents))) return true;
      picked.pop();
    }
    return false;
  };
  return search(0, goal) ? picked : null;
}
