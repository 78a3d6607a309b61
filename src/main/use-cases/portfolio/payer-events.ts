/** What twelve months hold of a payer beside his delays, as the score counts it. */
import type { PayerEvents } from '../../../shared/domain/payer/score.ts';
import type { JudgedPromise } from '../../../shared/domain/promise/judge-promise.ts';
import { addMonths, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { ContactLogRecord, DisputeRecord, PromiseRecord } from '../../ledger/views/people.ts';
import type { CustomerAccount } from './customer-account.ts';

const MONTHS = 12;

export function payerEvents(
  accounts: readonly CustomerAccount[],
  paid: readonly { readonly paidItemCount: number; readonly splitItemCount: number }[],
  today: CalendarDate,
): PayerEvents {
  const count = (of: (account: CustomerAccount) => number) =>
    accounts.reduce((sum, account) => sum + of(account), 0);
  return {
    brokenPromiseCount: count((account) => brokenPromises(account, today).length),
    postponementCount: count((account) => postponements(account, today).length),
    callCount: count((account) => callsMade(account, today).length),
    unansweredCallCount: count((account) => callsMade(account, today).filter(isUnanswered).length),
    splitItemCount: paid.reduce((sum, row) => sum + row.splitItemCount, 0),
    paidItemCount: paid.reduce((sum, row) => sum + row.paidItemCount, 0),
    groundlessClaimCount: count((account) => groundlessClaims(account, today).length),
    rejectedPaymentCount: count((account) => rejectedPayments(account, today).length),
    overdueCents: count(({ sums }) => sums.overdueCents),
    owedCents: count(({ sums }) => sums.overdueCents + Math.max(0, sums.notDueCents)),
  };
}

/** Promises judged broken in the last twelve months. */
export function brokenPromises(
  { judgedPromises }: CustomerAccount,
  today: CalendarDate,
): JudgedPromise[] {
  const since = addMonths(today, -MONTHS);
  return judgedPromises.filter(({ outcome, deadline }) => outcome === 'broken' && deadline > since);
}

/** Promises on an item that an earlier one had named already. */
export function postponements({ promises }: CustomerAccount, today: CalendarDate): PromiseRecord[] {
  if (promises.length < 2) return [];
  const since = addMonths(today, -MONTHS);
  const promised = new Set<number>();
  return promises
    .filter(({ closedReason }) => closedReason !== 'undone' && closedReason !== 'cancelled')
    .sort((a, b) => (a.promisedOn < b.promisedOn ? -1 : a.promisedOn > b.promisedOn ? 1 : 0))
    .filter(({ items, promisedOn }) => {
      const isAgain = items.some(({ receivableId }) => promised.has(receivableId));
      for (const { receivableId } of items) promised.add(receivableId);
      return isAgain && promisedOn > since;
    });
}

/** Calls that we made, answered or not. */
export function callsMade({ calls }: CustomerAccount, today: CalendarDate): ContactLogRecord[] {
  const since = addMonths(today, -MONTHS);
  return calls.filter(
    ({ channel, direction, day }) => channel === 'phone' && direction === 'out' && day > since,
  );
}

export function isUnanswered({ outcome }: ContactLogRecord): boolean {
  return outcome === 'voicemail' || outcome === 'unreachable';
}

/** Disputes that ended in our favour. */
export function groundlessClaims(
  { disputes }: CustomerAccount,
  today: CalendarDate,
): DisputeRecord[] {
  const since = addMonths(today, -MONTHS);
  return disputes.filter(
    ({ outcome, closedOn }) => outcome === 'maintained' && closedOn !== null && closedOn > since,
  );
}

/** Payments and bills that came back unpaid. */
export function rejectedPayments(
  { rejects }: CustomerAccount,
  today: CalendarDate,
): CustomerAccount['rejects'] {
  const since = addMonths(today, -MONTHS);
  return rejects.filter(({ receivedDate }) => receivedDate > since);
}
