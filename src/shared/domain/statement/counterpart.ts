/**
 * What stands on the other side of a customer line, read from the accounts of its entry.
 *
 * Only the lines of the opposite sign answer a line: in a remittance of two cheques, the bank
 * answers both and neither customer answers the other. VAT says nothing by itself, and a bank fee
 * or a few cents of difference beside a receipt do not hide the receipt: up to
 * `MINOR_SHARE_PERCENT` of the opposite side, differences and expenses are passed over.
 *
 * Account numbers are those of the French chart (PCG art. 932-1).
 */
import type { Cents } from '../../kernel/cents.ts';
import type { Counterpart } from './statement.ts';

/** What an account is to a customer line; `vat` is neutral. */
export type AccountKind = Exclude<Counterpart, 'opening' | 'mixed' | 'none'> | 'vat';

const KINDS: readonly (readonly [string, AccountKind])[] = [
  ['413', 'bill'],
  ['416', 'doubtful'],
  ['41', 'customer'],
  ['40', 'supplier'],
  ['4457', 'vat'],
  ['4458', 'vat'],
  ['467', 'factor'],
  // Income invoiced in advance: a subscription may be booked there at once.
  ['487', 'sales'],
  ['5113', 'bill'],
  ['5114', 'bill'],
  ['5115', 'factor'],
  ['51', 'bank'],
  ['52', 'bank'],
  ['53', 'cash'],
  ['58', 'bank'],
  ['654', 'loss'],
  ['658', 'loss'],
  ['665', 'loss'],
  ['666', 'loss'],
  ['71', 'other'],
  ['714', 'loss'],
  ['72', 'other'],
  ['756', 'loss'],
  ['758', 'loss'],
  ['766', 'loss'],
  ['768', 'loss'],
  ['78', 'other'],
  ['7', 'sales'],
];
const LONGEST_FIRST = KINDS.toSorted(([a], [b]) => b.length - a.length);

/** Share of the opposite side, in percent, that fees and differences may take beside money. */
export const MINOR_SHARE_PERCENT = 5;

/** The kind of an account, by its longest known beginning. */
export function accountKindOf(ledgerAccountCode: string): AccountKind {
  return LONGEST_FIRST.find(([prefix]) => ledgerAccountCode.startsWith(prefix))?.[1] ?? 'other';
}

/** A line of an entry, as far as counterparts go: debit positive, credit negative. */
export interface EntryPart {
  readonly kind: AccountKind;
  readonly amountCents: Cents;
}

/**
 * What answers the lines of one side of an entry. `side` is the sign of the customer line; a line
 * of nought has no opposite and gets what all the others are.
 */
export function counterpartOf(parts: readonly EntryPart[], side: 1 | -1): Counterpart {
  const weights = new Map<AccountKind, number>();
  for (const { kind, amountCents } of parts) {
    if (Math.sign(amountCents) !== -side) continue;
    weights.set(kind, (weights.get(kind) ?? 0) + Math.abs(amountCents));
  }
  return counterpartOfWeights(weights);
}

/** The kind that the opposite side is made of; see the file's opening. */
export function counterpartOfWeights(weights: ReadonlyMap<AccountKind, number>): Counterpart {
  const kinds = [...weights.keys()].filter((kind) => kind !== 'vat');
  const [first] = kinds;
  if (first === undefined) return weights.has('vat') ? 'sales' : 'none';
  if (kinds.length === 1) return first;
  const main = kinds.filter((kind) => kind !== 'other' && kind !== 'loss');
  const [only] = main;
  if (main.length !== 1 || only === undefined) return 'mixed';
  // An invoice may carry an expense re-invoiced or a rounding; what it is does not change.
  if (only === 'sales') return 'sales';
  let total = 0;
  for (const weight of weights.values()) total += weight;
  const minor = (weights.get('other') ?? 0) + (weights.get('loss') ?? 0);
  return minor * 100 <= total * MINOR_SHARE_PERCENT ? only : 'mixed';
}
