/**
 * Where a block of orders stands: still justified by what it was asked for, or to be released.
 *
 * It is released as soon as its items are paid: a block forgotten costs a customer who pays. A
 * small rest does not keep it.
 */
import { type Cents, ratioOf } from '../../kernel/cents.ts';

export type OrderBlockState = 'blocked' | 'to_release';

/** `remainingCents`: what is still open of the items, of the `askedCents` it was asked for. */
export function orderBlockState(
  askedCents: Cents,
  remainingCents: Cents,
  residueShareBasisPoints: number,
): OrderBlockState {
  const residue = ratioOf(askedCents, residueShareBasisPoints, 10_000);
  return remainingCents <= residue ? 'to_release' : 'blocked';
}
