/**
 * Which of a few amounts make a given sum, to the cent.
 *
 * Bounded on purpose: with many amounts any sum can be made by chance, and a chance match hides a
 * debt. At most `PICKS_MAX` amounts of the `CANDIDATES_MAX` first are tried, first ones first, and
 * the search gives up after `STEPS_MAX` steps.
 */
import type { Cents } from '../../kernel/cents.ts';

export const CANDIDATES_MAX = 14;
export const PICKS_MAX = 6;
const STEPS_MAX = 4000;

/** Indexes whose amounts (negative for credit notes) make `goal`; null where none is found. */
export function exactSumOf(amounts: readonly Cents[], goal: Cents): number[] | null {
  const candidates = amounts.slice(0, CANDIDATES_MAX);
  const picked: number[] = [];
  let steps = 0;
  const search = (from: number, rest: Cents): boolean => {
    if (rest === 0 && picked.length > 0) return true;
    if (picked.length === PICKS_MAX) return false;
    for (let index = from; index < candidates.length; index += 1) {
      steps += 1;
      if (steps > STEPS_MAX) return false;
      picked.push(index);
      if (search(index + 1, rest - (candidates[index] as Cents))) return true;
      picked.pop();
    }
    return false;
  };
  return search(0, goal) ? picked : null;
}
