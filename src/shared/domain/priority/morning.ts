/**
 * The morning's list: the obligations, then the ten.
 *
 * A payer with an obligation stands in Block 0 and takes no seat among the ten: he is seen first
 * anyway. The last seat is kept for « l'oublié »: of the payers late for long with whom nobody did
 * anything for long, the one with most at stake, however low his value. A payer at rest since his
 * last exchange (value 0) takes no seat.
 */
import type { Obligation } from './obligations.ts';
import type { RankedPayer } from './rank-payers.ts';

export interface Morning {
  readonly ten: readonly RankedPayer[];
  /** The row of the ten that is there as the forgotten one, if any. */
  readonly forgotten: RankedPayer | null;
  /** Everybody else, in order of rank. */
  readonly others: readonly RankedPayer[];
}

/** Seats the ranked payers, best first, beside the obligations of the day. */
export function seatMorning(
  ranked: readonly RankedPayer[],
  obligations: readonly Obligation[],
  seatCount: number,
): Morning {
  const obliging = new Set(obligations.map(({ payerId }) => payerId));
  const free = ranked.filter(({ value, payerId }) => value > 0 && !obliging.has(payerId));
  const first = free.slice(0, seatCount - 1);
  const forgotten = mostForgotten(free.slice(seatCount - 1));
  const last = forgotten ?? free[seatCount - 1];
  const ten = last === undefined ? first : [...first, last];
  const seated = new Set(ten);
  return { ten, forgotten, others: ranked.filter((row) => !seated.has(row)) };
}

function mostForgotten(rows: readonly RankedPayer[]): RankedPayer | null {
  return rows.reduce<RankedPayer | null>((most, row) => {
    if (!row.isForgotten) return most;
    return most === null || row.longLateCents > most.longLateCents ? row : most;
  }, null);
}
