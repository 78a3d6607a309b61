/**
 * The lists of the follow-up: promises, disputes, stops, missing contacts, credits, calls, tasks.
 */
import { isExpiring, isReviewDue } from '../../../shared/domain/hold/hold.ts';
import type { JudgedPromise } from '../../../shared/domain/promise/judge-promise.ts';
import {
  type CurrencyAmount,
  LEDGER_CURRENCY,
  sumApart,
} from '../../../shared/domain/receivable/currency.ts';
import { type CustomerAccount, overdueElsewhere } from '../portfolio/customer-account.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

export interface Window {
  readonly offset: number;
  readonly limit: number;
}

/** One window of rows, with the count of all. */
export function windowOf<Row>(rows: readonly Row[], { offset, limit }: Window) {
  return { total: rows.length, rows: rows.slice(offset, offset + limit) };
}

function accountsOf(portfolio: Portfolio): CustomerAccount[] {
  return [...portfolio.accounts.values()];
}

function nameOf({ record }: CustomerAccount) {
  return { customerId: record.customerId, code: record.code, name: record.name };
}

/** Every promise of the last thirteen months with what became of it, the most urgent first. */
export function promiseRows(portfolio: Portfolio) {
  return accountsOf(portfolio)
    .flatMap((account) => [
      ...account.judgedPromises.map((judged) => promiseRow(account, judged)),
      ...account.promises
        .filter(({ closedReason }) => closedReason === 'cancelled')
        .map((row) => ({
          ...promiseBase(account, row.promiseId),
          outcome: 'cancelled' as const,
          receivedCents: 0,
        })),
    ])
    .sort((a, b) => ORDER[a.outcome] - ORDER[b.outcome] || compare(a.promisedFor, b.promisedFor));
}

const ORDER: Readonly<Record<JudgedPromise['outcome'] | 'cancelled', number>> = {
  broken: 0,
  partly_kept: 1,
  to_verify: 2,
  pending: 3,
  late: 4,
  kept: 5,
  settled_by_credit: 6,
  cancelled: 7,
};

function promiseRow(account: CustomerAccount, judged: JudgedPromise) {
  return {
    ...promiseBase(account, judged.promise.promiseId),
    outcome: judged.outcome,
    receivedCents: judged.receivedCents,
  };
}

function promiseBase(account: CustomerAccount, promiseId: number) {
  const row = account.promises.find((one) => one.promiseId === promiseId);
  if (row === undefined) throw new Error(`promise ${promiseId} of no customer`);
  return {
    ...nameOf(account),
    promiseId,
    promisedOn: row.promisedOn,
    promisedFor: row.promisedFor,
    amountCents: row.amountCents,
    currency: row.currency,
    documentNumbers: row.items.map(({ documentNumber }) => documentNumber ?? ''),
    comment: row.comment,
    method: row.method,
  };
}

/** Counts and amounts by outcome, for the filter chips. */
export function promiseCounts(rows: ReturnType<typeof promiseRows>) {
  return [...Map.groupBy(rows, ({ outcome }) => outcome)].map(([outcome, own]) => ({
    outcome,
    count: own.length,
    amountCents: sumApart(own).totalCents,
  }));
}

/** Live stops in order of review, with the overdue amount each keeps back. */
export function holdRows(portfolio: Portfolio, isExpiringOnly: boolean) {
  const { today, calendar } = portfolio;
  return accountsOf(portfolio)
    .flatMap((account) =>
      account.holds
        .filter((one) => !one.isEnded)
        .filter((one) => !isExpiringOnly || isExpiring(one, today, calendar))
        .map((one) => ({
          ...nameOf(account),
          holdId: one.holdId,
          documentNumber: one.documentNumber,
          reason: one.reason,
          since: one.since,
          reviewOn: one.reviewOn,
          ...heldBy(account, one.receivableId),
          comment: one.comment,
          isExpired: isReviewDue(one, today),
        })),
    )
    .sort((a, b) => compare(a.reviewOn, b.reviewOn) || b.amountCents - a.amountCents);
}

/** The amounts of a stop, each in its currency. */
export function heldAmounts(row: ReturnType<typeof heldBy>): CurrencyAmount[] {
  return [row, ...row.otherAmounts];
}

/** What a stop keeps back: what is overdue of a customer, what is open of an item. */
function heldBy(account: CustomerAccount, receivableId: number | null) {
  if (receivableId === null) {
    return {
      amountCents: account.sums.overdueCents,
      currency: LEDGER_CURRENCY,
      otherAmounts: overdueElsewhere(account),
    };
  }
  const item = account.items.find((one) => one.receivableId === receivableId);
  return {
    amountCents: item?.outstandingCents ?? 0,
    currency: item?.currency ?? LEDGER_CURRENCY,
    otherAmounts: [],
  };
}

/** Customers with something open who lack a way to be reached, largest overdue first. */
export function missingContactRows(
  portfolio: Portfolio,
  missing: 'email' | 'phone' | 'address' | 'any',
) {
  return accountsOf(portfolio)
    .filter(({ items }) => items.length > 0)
    .map((account) => ({
      ...nameOf(account),
      outstandingCents: account.sums.outstandingCents,
      overdueCents: account.sums.overdueCents,
      otherOutstanding: account.otherSums.map(({ currency, outstandingCents }) => ({
        currency,
        amountCents: outstandingCents,
      })),
      otherOverdue: overdueElsewhere(account),
      hasEmail: account.record.hasEmail,
      hasPhone: account.record.hasPhone,
      hasAddress: account.record.hasAddress,
    }))
    .filter((row) =>
      missing === 'email'
        ? !row.hasEmail
        : missing === 'phone'
          ? !row.hasPhone
          : missing === 'address'
            ? !row.hasAddress
            : !(row.hasEmail && row.hasPhone && row.hasAddress),
    )
    .sort((a, b) => b.overdueCents - a.overdueCents || compare(a.name, b.name));
}

/** Credits that reduce nothing yet, the oldest first. */
export function creditRows(portfolio: Portfolio) {
  return accountsOf(portfolio)
    .flatMap((account) =>
      account.items
        .filter(({ outstandingCents }) => outstandingCents < 0)
        .map((item) => ({
          ...nameOf(account),
          paymentId: item.paymentId,
          receivableId: item.receivableId,
          kind: item.kind,
          documentNumber: item.documentNumber,
          day: item.documentDate,
          amountCents: item.outstandingCents,
          currency: item.currency,
          customerOverdueCents: sumsIn(account, item.currency).overdueCents,
        })),
    )
    .sort((a, b) => compare(a.day, b.day) || a.amountCents - b.amountCents);
}

/** Calls and other exchanges, latest first. */
export function callRows(portfolio: Portfolio, fromDay: string | null) {
  return accountsOf(portfolio)
    .flatMap((account) =>
      account.calls
        // A note of absence stands among the replies: nobody called.
        .filter(({ channel }) => channel !== 'email')
        .filter(({ day }) => fromDay === null || day >= fromDay)
        .map((call) => ({
          contactLogId: call.contactLogId,
          ...nameOf(account),
          day: call.day,
          direction: call.direction,
          outcome: call.channel === 'sms' ? 'sms' : call.outcome,
          comment: call.comment,
          amountCents: call.amountCents,
          currency: call.currency,
          contactId: call.contactId,
        })),
    )
    .sort((a, b) => compare(b.day, a.day) || b.contactLogId - a.contactLogId);
}

/** Open tasks in order of their day. */
export function taskRows(portfolio: Portfolio, isLateOnly: boolean) {
  return accountsOf(portfolio)
    .flatMap((account) => {
      const open = account.tasks.filter(({ isClosed }) => !isClosed);
      return [...open, ...agreedCallBack(account, open)]
        .filter(({ dueOn }) => !isLateOnly || dueOn <= portfolio.today)
        .map((task) => ({
          ...nameOf(account),
          taskId: task.taskId,
          kind: task.kind,
          dueOn: task.dueOn,
          comment: task.comment,
          overdueCents: account.sums.overdueCents,
          otherOverdue: overdueElsewhere(account),
        }));
    })
    .sort((a, b) => compare(a.dueOn, b.dueOn) || b.overdueCents - a.overdueCents);
}

/** A call agreed with the customer is to be made too, unless a task says the same. */
function agreedCallBack(
  { contact }: CustomerAccount,
  tasks: readonly { readonly kind: string; readonly dueOn: string }[],
) {
  const dueOn = contact.callBackOn;
  if (dueOn === null) return [];
  if (tasks.some((task) => task.kind === 'call' && task.dueOn === dueOn)) return [];
  return [{ taskId: null, kind: 'call', dueOn, comment: '' }];
}

/**
 * Customers whose credits are too large to chase them: what the accountant should letter first, one
 * row a currency.
 */
export function toMatchRows(portfolio: Portfolio) {
  return accountsOf(portfolio)
    .flatMap((account) =>
      account.assessed
        .filter(({ isToMatchFirst }) => isToMatchFirst)
        .map(({ currency }) => ({ account, currency: currency ?? LEDGER_CURRENCY })),
    )
    .map(({ account, currency }) => {
      const { usableCreditsCents, overdueCents } = sumsIn(account, currency);
      const virtual = currency === LEDGER_CURRENCY ? account.virtuallySettledCents : 0;
      const unletteredCents = usableCreditsCents + virtual;
      const grossCents = overdueCents + virtual;
      return {
        ...nameOf(account),
        currency,
        overdueCents,
        unletteredCents,
        share: grossCents === 0 ? 0 : unletteredCents / grossCents,
      };
    })
    .sort((a, b) => b.unletteredCents - a.unletteredCents);
}

function sumsIn({ sums, otherSums }: CustomerAccount, currency: string) {
  return otherSums.find((own) => own.currency === currency) ?? sums;
}

function compare(a: string, b: string): number {
  return a < b ? -1 : a > b ? 1 : 0;
}
