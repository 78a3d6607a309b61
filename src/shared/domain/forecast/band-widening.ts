/** How much the model's own forecasts of the ledger's past missed. First version. */
import type { PastRows } from './past-rows.ts';
import { add } from './vector.ts';

/** Misses that a usual dependence weighs as much as. */
const USUAL_MISSES = 4;
const USUAL = 1;

export function wideningOf({ rows, spells }: PastRows, beta: Float64Array): number {
  const sums = new Map<number, Float64Array>();
  const payers = new Map<string, Float64Array>();
  for (const spell of spells) {
    if (!spell.isWhole) continue;
    let open = 1;
    let paid = 0;
    for (let row = spell.firstRow; row < spell.firstRow + spell.rowCount; row += 1) {
      let score = rows.offsets[row] as number;
      for (let k = row * rows.width; k < (row + 1) * rows.width; k += 1) {
        score += (beta[rows.columns[k] as number] as number) * (rows.values[k] as number);
      }
      open *= 1 - 1 / (1 + Math.exp(-score));
      if (rows.outcomes[row] === 1) paid = 1;
    }
    const day = sums.get(spell.snapshot) ?? new Float64Array(2);
    sums.set(spell.snapshot, day);
    add(day, 0, (paid - (1 - open)) * spell.amountCents);
    const key = `${spell.snapshot} ${spell.customerId}`;
    const own = payers.get(key) ?? new Float64Array([spell.snapshot, 0]);
    payers.set(key, own);
    add(own, 1, spell.amountCents * Math.sqrt(open * (1 - open)));
  }
  for (const own of payers.values()) {
    add(sums.get(own[0] as number) as Float64Array, 1, (own[1] as number) ** 2);
  }
  let squares = USUAL_MISSES * USUAL;
  let count = USUAL_MISSES;
  for (const day of sums.values()) {
    if ((day[1] as number) <= 0) continue;
    squares += (day[0] as number) ** 2 / (day[1] as number);
    count += 1;
  }
  return Math.sqrt(squares / count);
}
