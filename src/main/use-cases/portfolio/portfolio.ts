/** What every screen is made of: all customers of a company, judged on one day. */
import type { Settings } from '../../../shared/contract/settings.ts';
import type { Freshness } from '../../../shared/domain/freshness/freshness.ts';
import type { Reach } from '../../../shared/domain/priority/payer-input.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import type { LedgerVersion } from '../../ledger/ledger.ts';
import type { AccountContext, CustomerAccount } from './customer-account.ts';
import type { Habit } from './habits.ts';
import type { Outlook } from './outlook.ts';

/** How a customer is reached: the best means, and the number to dial. */
export interface Reachable {
  readonly reach: Reach;
  readonly phone: string | null;
  readonly contactName: string | null;
}

export interface Portfolio extends AccountContext {
  readonly version: LedgerVersion;
  readonly settings: Settings;
  readonly freshness: Freshness;
  /** Every customer, with or without open items. */
  readonly accounts: ReadonlyMap<number, CustomerAccount>;
  /** Customers by the payer who pays for them, themselves included. */
  readonly payers: ReadonlyMap<number, readonly number[]>;
  /** Of every payer. */
  readonly habits: ReadonlyMap<number, Habit>;
  readonly reach: ReadonlyMap<number, Reachable>;
  readonly doneToday: ReadonlySet<number>;
  readonly outlook: Outlook;
  /** Stands for what is owed and by whom: the same object for as long as neither has moved. */
  readonly owed: object;
}

/** The accounts a payer pays for. */
export function accountsOfPayer(portfolio: Portfolio, payerId: number): CustomerAccount[] {
  return (portfolio.payers.get(payerId) ?? [payerId]).flatMap((id) => {
    const account = portfolio.accounts.get(id);
    return account === undefined ? [] : [account];
  });
}

const items = new WeakMap<Portfolio['accounts'], readonly OpenItem[]>();

/** The open items of all customers, customer by customer. */
export function itemsOfAll({ accounts }: Portfolio): readonly OpenItem[] {
  const known = items.get(accounts) ?? [...accounts.values()].flatMap((account) => account.items);
  items.set(accounts, known);
  return known;
}
