/**
 * The likely cash of everybody, made by stages and kept customer by customer; summed for the
 * screen, for the frozen weeks and for the dashboard.
 */
import { setImmediate } from 'node:timers/promises';
import { disputeTimes } from '../../../shared/domain/forecast/dispute-time.ts';
import { PLACES } from '../../../shared/domain/forecast/expected-cash.ts';
import {
  companyReliability,
  promiseRecordOf,
} from '../../../shared/domain/forecast/promise-reliability.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import { daysBetween } from '../../../shared/kernel/calendar-date.ts';
import { rankingOf } from '../overview/ranking.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import {
  type AccountCash,
  accountCash,
  CASH_KINDS,
  type CashContext,
  type CashSums,
  emptySums,
  isTouched,
  type WhatIf,
} from './account-cash.ts';

const CALLED_MAX = 10;
/** Customers taken before the thread is given back. */
const STAGE_CUSTOMERS = 500;

interface Kept {
  readonly chances: Portfolio['outlook']['chances'];
  readonly cash: Map<string, AccountCash>;
}

const kept = new WeakMap<CustomerAccount, Kept>();
const contexts = new WeakMap<Portfolio, Map<string, CashContext>>();

/** What is the same for all customers of a portfolio under what is supposed. */
function contextOf(portfolio: Portfolio, whatIf: readonly WhatIf[]): CashContext {
  const known = contexts.get(portfolio) ?? new Map<string, CashContext>();
  contexts.set(portfolio, known);
  const key = keyOf(whatIf);
  const made = known.get(key) ?? makeContext(portfolio, whatIf);
  known.set(key, made);
  return made;
}

function makeContext(portfolio: Portfolio, whatIf: readonly WhatIf[]): CashContext {
  const record = { count: 0, kept: 0 };
  const solved: { reason: string; days: number }[] = [];
  for (const { judgedPromises, disputes } of portfolio.accounts.values()) {
    const own = promiseRecordOf(judgedPromises);
    record.count += own.count;
    record.kept += own.kept;
    for (const { reason, openedOn, closedOn, outcome } of disputes) {
      if (closedOn !== null && outcome !== 'undone')
        solved.push({ reason, days: daysBetween(openedOn, closedOn) });
    }
  }
  const first = whatIf.includes('top_called') ? rankingOf(portfolio).ranked : [];
  const called = first
    .slice(0, CALLED_MAX)
    .flatMap(({ payerId }) => portfolio.payers.get(payerId) ?? [payerId]);
  return {
    portfolio,
    companyRate: companyReliability(record),
    disputeTimes: disputeTimes(solved),
    whatIf: new Set(whatIf),
    called: new Set(called),
  };
}

function keyOf(whatIf: readonly WhatIf[]): string {
  return whatIf.toSorted().join();
}

/** The likely cash of one customer, kept for as long as nothing of him has moved. */
export function cashOfAccount(
  portfolio: Portfolio,
  account: CustomerAccount,
  whatIf: readonly WhatIf[] = [],
): AccountCash {
  const context = contextOf(portfolio, whatIf);
  if (whatIf.length > 0 && !isTouched(account, context)) return cashOfAccount(portfolio, account);
  // Who is called follows the ranking of the moment: his cash is made anew each time.
  const isCalled = context.called.has(account.record.customerId);
  if (!isCalled && whatIf.includes('top_called')) {
    const rest = whatIf.filter((one) => one !== 'top_called');
    return cashOfAccount(portfolio, account, rest);
  }
  if (isCalled) return accountCash(account, context);
  const { chances } = portfolio.outlook;
  const before = kept.get(account);
  const own: Kept = before?.chances === chances ? before : { chances, cash: new Map() };
  kept.set(account, own);
  const key = keyOf(whatIf);
  const made = own.cash.get(key) ?? accountCash(account, context);
  own.cash.set(key, made);
  return made;
}

/** Makes the cash of everybody by stages. */
export async function prepareCash(portfolio: Portfolio, whatIf: readonly WhatIf[]): Promise<void> {
  const accounts = [...portfolio.accounts.values()];
  for (let at = 0; at < accounts.length; at += STAGE_CUSTOMERS) {
    await setImmediate();
    for (const account of accounts.slice(at, at + STAGE_CUSTOMERS)) {
      cashOfAccount(portfolio, account, whatIf);
    }
  }
  await setImmediate();
}

/** Sums some customers, one row a currency, the one of the books first. */
export function sumCash(
  portfolio: Portfolio,
  accounts: Iterable<CustomerAccount>,
  whatIf: readonly WhatIf[] = [],
): readonly CashSums[] {
  const totals = new Map<string, Mutable<CashSums>>([
    [LEDGER_CURRENCY, emptySums(LEDGER_CURRENCY)],
  ]);
  for (const account of accounts) {
    for (const own of cashOfAccount(portfolio, account, whatIf).sums) {
      const total = totals.get(own.currency) ?? emptySums(own.currency);
      totals.set(own.currency, total);
      addSums(total, own);
    }
  }
  const [books, ...others] = totals.values();
  if (books === undefined) return [];
  return [books, ...others.sort((a, b) => (a.currency < b.currency ? -1 : 1))];
}

type Mutable<Shape> = { -readonly [Name in keyof Shape]: Shape[Name] };

function addSums(total: Mutable<CashSums>, own: CashSums): void {
  for (let place = 0; place < PLACES; place += 1) {
    for (const kind of CASH_KINDS) {
      const sums = total.byKind[kind];
      sums[place] = (sums[place] ?? 0) + (own.byKind[kind][place] ?? 0);
    }
    total.variance[place] = (total.variance[place] ?? 0) + (own.variance[place] ?? 0);
  }
  total.undatedCents += own.undatedCents;
  total.creditsCents += own.creditsCents;
  total.apartCents += own.apartCents;
}

/** What the places of some sums hold, all kinds together. */
export function placeCents({ byKind }: CashSums): number[] {
  return Array.from({ length: PLACES }, (_, place) =>
    CASH_KINDS.reduce((sum, kind) => sum + (byKind[kind][place] ?? 0), 0),
  );
}
