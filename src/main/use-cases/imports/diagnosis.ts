/**
 * The one page after a first import: what the ledger is like, and what to settle before chasing.
 */
import { isAboveLegalCap } from '../../../shared/domain/terms/due-date.ts';
import type { PaymentTerms } from '../../../shared/domain/terms/payment-terms.ts';
import { daysBetween } from '../../../shared/kernel/calendar-date.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import {
  readAccounts,
  readLetteredShare,
  readNatureQuestions,
} from '../../ledger/views/imports.ts';
import { creditRows, toMatchRows } from '../overview/lists.ts';
import { type CustomerAccount, isOverdue } from '../portfolio/customer-account.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

/** The figures of the page. */
export function diagnosisOf(ledger: Ledger, portfolio: Portfolio) {
  const accounts = [...portfolio.accounts.values()].filter(({ items }) => items.length > 0);
  const items = accounts.flatMap((account) => account.items);
  const roles = ledger.read(readAccounts);
  const { letteredCount, lineCount } = ledger.read(readLetteredShare);
  const credits = creditRows(portfolio);
  const toMatch = toMatchRows(portfolio);
  const openings = items.filter(({ kind }) => kind === 'opening');
  const late = items.filter((item) => isOverdue(item, portfolio.today));
  const shared = roles.filter(({ isShared }) => isShared);
  return {
    customerCount: portfolio.accounts.size,
    openItemCount: items.length,
    outstandingCents: sum(items.map(({ outstandingCents }) => outstandingCents)),
    overdueCents: sum(late.map(({ outstandingCents }) => outstandingCents)),
    lateOver90Cents: sum(
      late
        .filter(({ dueDate }) => dueDate !== null && daysBetween(dueDate, portfolio.today) > 90)
        .map(({ outstandingCents }) => outstandingCents),
    ),
    letteredShare: lineCount === 0 ? null : letteredCount / lineCount,
    virtuallyMatchedCents: sum(accounts.map(({ virtuallySettledCents }) => virtuallySettledCents)),
    creditsToAllocate: {
      count: credits.length,
      amountCents: sum(credits.map((row) => row.amountCents)),
    },
    toMatchFirst: {
      customerCount: toMatch.length,
      amountCents: sum(toMatch.map((row) => row.overdueCents)),
    },
    openingsWithoutInvoice: {
      count: openings.length,
      amountCents: sum(openings.map(({ outstandingCents }) => outstandingCents)),
    },
    estimatedDates: countAndSum(accounts, (item) => item.dueBasis === 'estimated'),
    termsAboveCap: accounts.filter((account) =>
      isAboveLegalCap(portfolio.today, JSON.parse(account.record.terms) as PaymentTerms),
    ).length,
    withoutContact: withOpen(
      accounts.filter(({ record }) => !portfolio.reach.has(record.customerId)),
    ),
    sundry: withOpen(accounts.filter(({ record }) => record.isSundry)),
    sharedAccounts: shared.map(({ ledgerAccountCode, label }) => `${ledgerAccountCode} ${label}`),
    natureQuestionCount: ledger.read(readNatureQuestions).length,
    accountsToConfirm: roles.filter(({ confirmedRole }) => confirmedRole === null).length,
    isDunningRefused:
      late.length > 0 &&
      accounts
        .filter(({ sums }) => sums.overdueCents > 0)
        .every(({ record }) => record.isShared || record.isSundry),
  };
}

function withOpen(accounts: readonly CustomerAccount[]) {
  return {
    customerCount: accounts.length,
    amountCents: sum(accounts.map(({ sums }) => sums.outstandingCents)),
  };
}

function countAndSum(
  accounts: readonly CustomerAccount[],
  isCounted: (item: CustomerAccount['items'][number]) => boolean,
) {
  const concerned = accounts.map((account) => account.items.filter(isCounted));
  return {
    customerCount: concerned.filter((own) => own.length > 0).length,
    amountCents: sum(concerned.flat().map(({ outstandingCents }) => outstandingCents)),
  };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
