/**
 * The payer contact is the unit of the morning: one row, one call, one message, whatever the number
 * of accounts he pays for.
 *
 * Accounts stay apart inside: one customer's credit never reduces another's debt. So do currencies:
 * amounts of two of them are never added, and a payer who owes in two has a row for each.
 */
import type { OpenItem } from '../receivable/open-item.ts';

/** The open items of one customer in one currency. */
export interface CustomerItems {
  readonly customerId: number;
  readonly items: readonly OpenItem[];
}

export interface PayerAccounts {
  readonly payerId: number;
  readonly currency: string;
  /** In the order their items came. */
  readonly accounts: readonly CustomerItems[];
}

/** Gathers open items by payer and currency, then by customer. */
export function groupByPayer(
  items: readonly OpenItem[],
  payerOf: (customerId: number) => number,
): readonly PayerAccounts[] {
  const payers = new Map<string, Map<number, Map<number, OpenItem[]>>>();
  for (const item of items) {
    const byPayer = grown(payers, item.currency, newMap<number, Map<number, OpenItem[]>>);
    const byCustomer = grown(byPayer, payerOf(item.customerId), newMap<number, OpenItem[]>);
    grown(byCustomer, item.customerId, () => []).push(item);
  }
  return [...payers].flatMap(([currency, byPayer]) =>
    Array.from(byPayer, ([payerId, byCustomer]) => ({
      payerId,
      currency,
      accounts: Array.from(byCustomer, ([customerId, own]) => ({ customerId, items: own })),
    })),
  );
}

function newMap<Key, Value>(): Map<Key, Value> {
  return new Map();
}

function grown<Key, Value>(map: Map<Key, Value>, key: Key, make: () => Value): Value {
  let value = map.get(key);
  if (value === undefined) {
    value = make();
    map.set(key, value);
  }
  return value;
}
