/**
 * What people and other rules say of a customer and of his items, beside what the books hold:
 * everything a verdict depends on, as plain facts.
 */
import type { Cents } from '../../kernel/cents.ts';
import type { PaymentMethod } from './payment-method.ts';

/** Who holds the item, where it is not simply ours to collect. */
export type ItemHolder = 'factored' | 'handed_over' | 'bill' | 'retention';

export interface ItemSituation {
  /** Part under an open dispute; more than the item counts as the whole of it. */
  readonly disputedCents: Cents;
  /** Part promised, the promise being pending or still to verify with the bank. */
  readonly promisedCents: Cents;
  /** Part covered by an instalment plan that nobody ended. */
  readonly plannedCents: Cents;
  /** Part covered by a settlement: the offer stands, or was taken up. */
  readonly offeredCents: Cents;
  readonly isHeld: boolean;
  /** Something is missing at the customer's: an order number, a validation. */
  readonly isBlocked: boolean;
  /** A payment of it came back unpaid: it is due at once, however the customer pays. */
  readonly isRejected: boolean;
  readonly state: ItemHolder | null;
}

export const FREE_ITEM: ItemSituation = {
  disputedCents: 0,
  promisedCents: 0,
  plannedCents: 0,
  offeredCents: 0,
  isHeld: false,
  isBlocked: false,
  isRejected: false,
  state: null,
};

export interface CustomerSituation {
  readonly customerId: number;
  /** « Clients divers »: a crowd under one code, never one debtor. */
  readonly isSundry: boolean;
  /** The ledger has one account for all its customers: nobody can be told from another. */
  readonly isSharedAccount: boolean;
  readonly isIntraGroup: boolean;
  readonly isInsolvent: boolean;
  readonly isDoNotChase: boolean;
  /** A stop runs on the customer as a whole. */
  readonly isHeld: boolean;
  /** The ledger and the stated total of this customer are not equal. */
  readonly hasControlDifference: boolean;
  readonly paymentMethod: PaymentMethod | null;
  /** What is left of an item at most for it to be a small residue; null for that of all. */
  readonly residueToleranceCents: Cents | null;
  /** What only virtual lettering settles among what is past due: proposed, not yet lettered. */
  readonly virtuallySettledCents: Cents;
  /** By `receivableId`; items of which nothing is said are absent. */
  readonly items: ReadonlyMap<number, ItemSituation>;
}

/** A customer of whom nothing particular is said. */
export function plainCustomer(customerId: number): CustomerSituation {
  return {
    customerId,
    isSundry: false,
    isSharedAccount: false,
    isIntraGroup: false,
    isInsolvent: false,
    isDoNotChase: false,
    isHeld: false,
    hasControlDifference: false,
    paymentMethod: null,
    residueToleranceCents: null,
    virtuallySettledCents: 0,
    items: new Map(),
  };
}
