/**
 * A payer is called once, for all he owes: of his placements, one a currency, one speaks for him.
 *
 * That is the one in the currency of the books where it can be chased, else what is worth most of
 * what can; a payer of whom nothing can be chased is left out for the books' reason first. What the
 * others come to stands beside and is in no figure of the row: nothing here knows a rate.
 */
import { LEDGER_CURRENCY } from '../receivable/currency.ts';
import type { CurrencyFigures, PlacedPayer } from './rank-payers.ts';

/** The row of one payer, from what he comes to in each currency; null for a payer without any. */
export function oneRowAPayer(placed: readonly PlacedPayer[]): PlacedPayer | null {
  const [first, ...rest] = [...placed].sort(
    (a, b) => place(a) - place(b) || weightOf(b) - weightOf(a),
  );
  if (first === undefined || rest.length === 0) return first ?? null;
  return { ...first, elsewhere: rest.map(figuresOf).sort(byCurrency) };
}

/** Ranked before left out, then the currency of the books before the others. */
function place(one: PlacedPayer): number {
  return ('because' in one ? 2 : 0) + (one.currency === LEDGER_CURRENCY ? 0 : 1);
}

function weightOf(one: PlacedPayer): number {
  return 'because' in one ? one.overdueCents + one.undatedCents : one.value;
}

function figuresOf(one: PlacedPayer): CurrencyFigures {
  const { currency, overdueCents, undatedCents, netDueCents, stakeCents } = one;
  const chased = 'because' in one ? 0 : stakeCents;
  return { currency, overdueCents, undatedCents, netDueCents, stakeCents: chased };
}

function byCurrency(a: CurrencyFigures, b: CurrencyFigures): number {
  return a.currency < b.currency ? -1 : 1;
}
