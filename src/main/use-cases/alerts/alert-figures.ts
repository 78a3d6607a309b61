/**
 * What the criteria of the alerts look at, customer by customer. Sums are in the currency of the
 * books; a message or an exchange with the payer counts for every account he pays for.
 */
import type { AlertFigures, Criterion } from '../../../shared/domain/alert/criterion.ts';
import { recentlyBroken } from '../../../shared/domain/promise/judge-promise.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import {
  addDays,
  type CalendarDate,
  daysBetween,
  laterOf,
} from '../../../shared/kernel/calendar-date.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { readLastMessages } from '../../ledger/views/last-messages.ts';
import { readOpenItemsAsOf } from '../../ledger/views/open-items.ts';
import { readKnownDays } from '../../ledger/views/receipts.ts';
import { lastAnswer } from '../overview/last-answer.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';
import { accountExposure } from '../portfolio/habits.ts';
import { readInRuns } from '../portfolio/in-runs.ts';
import { accountsOfPayer, type Portfolio } from '../portfolio/portfolio.ts';

const GROWTH_DAYS = 30;

const before = lastAnswer<ReadonlyMap<number, number> | null>();

/** Whether the criteria look at what was owed a month ago, which takes a reading of that day. */
export function looksBack(criteria: readonly Criterion[]): boolean {
  return criteria.some(({ kind }) => kind === 'grown_by');
}

/** Reads what each customer owed thirty days ago, run by run; null before the books begin. */
export async function prepareGrowth(ledger: Ledger, portfolio: Portfolio): Promise<void> {
  const { owed, today } = portfolio;
  if (before.isKnown(owed, today)) return;
  const day = addDays(today, -GROWTH_DAYS);
  const { firstDay } = ledger.read(readKnownDays);
  if (firstDay === null || firstDay > day) {
    before(owed, today, () => null);
    return;
  }
  const sums = new Map<number, number>();
  for (const items of await readInRuns(ledger, (reader, whose) =>
    readOpenItemsAsOf(reader, whose, day),
  )) {
    for (const { customerId, outstandingCents, currency } of items) {
      if (currency !== LEDGER_CURRENCY) continue;
      sums.set(customerId, (sums.get(customerId) ?? 0) + outstandingCents);
    }
  }
  before(owed, today, () => sums);
}

/** The figures of every customer who owes something; what was owed before only where prepared. */
export function* alertFigures(
  ledger: Ledger,
  portfolio: Portfolio,
): Generator<readonly [number, AlertFigures]> {
  const { owed, today } = portfolio;
  const known = before.isKnown(owed, today) ? before(owed, today, () => null) : null;
  const messages = ledger.read(readLastMessages);
  for (const [payerId, customerIds] of portfolio.payers) {
    const lastContact = lastContactOf(portfolio, payerId, messages.get(payerId) ?? null);
    for (const customerId of customerIds) {
      const account = portfolio.accounts.get(customerId);
      if (account === undefined || account.items.length === 0) continue;
      const shared = {
        daysSinceContact: lastContact === null ? null : daysBetween(lastContact, today),
        usualDelayDays: portfolio.habits.get(payerId)?.usualDelayDays ?? null,
        owedBeforeCents: known === null ? null : (known.get(customerId) ?? 0),
      };
      yield [customerId, figuresOf(account, today, shared)];
    }
  }
}

type Shared = Pick<AlertFigures, 'daysSinceContact' | 'usualDelayDays' | 'owedBeforeCents'>;

function figuresOf(account: CustomerAccount, today: CalendarDate, shared: Shared): AlertFigures {
  const { sums, record, profile } = account;
  return {
    ...shared,
    outstandingCents: sums.outstandingCents,
    owedCents: sums.outstandingCents - sums.creditsCents,
    overdueCents: sums.overdueCents,
    oldestDaysPastDue: sums.oldestDaysPastDue,
    brokenPromiseCents: brokenCents(account, today),
    excessCents: accountExposure(account, today).excessCents,
    disputeAsleepDays: asleepDays(account, today, shared.daysSinceContact),
    profile,
    repCode: record.repCode,
    agencyCode: record.agencyCode,
  };
}

function brokenCents(account: CustomerAccount, today: CalendarDate): number {
  const inBooks = new Set(
    account.promises
      .filter(({ currency }) => currency === LEDGER_CURRENCY)
      .map(({ promiseId }) => promiseId),
  );
  return recentlyBroken(account.judgedPromises, today)
    .filter(({ promise }) => inBooks.has(promise.promiseId))
    .reduce((sum, { promise, receivedCents }) => sum + promise.amountCents - receivedCents, 0);
}

/** Days since the oldest open dispute was opened, or since anything was done with the payer. */
function asleepDays(
  { openDisputes }: CustomerAccount,
  today: CalendarDate,
  daysSinceContact: number | null,
): number | null {
  const opened = openDisputes.map(({ openedOn }) => daysBetween(openedOn, today));
  if (opened.length === 0) return null;
  const oldest = Math.max(...opened);
  return daysSinceContact === null ? oldest : Math.min(oldest, daysSinceContact);
}

function lastContactOf(
  portfolio: Portfolio,
  payerId: number,
  messageDay: CalendarDate | null,
): CalendarDate | null {
  return accountsOfPayer(portfolio, payerId).reduce<CalendarDate | null>((latest, { contact }) => {
    const own = contact.lastActionDate;
    if (own === null) return latest;
    return latest === null ? own : laterOf(latest, own);
  }, messageDay);
}
