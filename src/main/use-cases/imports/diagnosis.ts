/**
 * The one page after a first import: what the ledger is like, and what to settle before chasing.
 */

import { LEDGER_CURRENCY, sumApart } from '../../../shared/domain/receivable/currency.ts';
import { isOverdue } from '../../../shared/domain/receivable/net-position.ts';
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
import { type CustomerAccount, hasOverdue } from '../portfolio/customer-account.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

/** The figures of the page, its amounts in the currency of the books. */
export function diagnosisOf(ledger: Ledger, portfolio: Portfolio) {
  const accounts = [...portfolio.accounts.values()].filter(({ items }) => items.length > 0);
  const items = accounts.flatMap((account) => account.items.filter(isInBooks));
  const roles = ledger.read(readAccounts);
  const { letteredCount, lineCount } = ledger.read(readLetteredShare);
  const credits = creditRows(portfolio);
  const toMatch = toMatchRows(portfolio);
  const openings = items.filter(({ kind }) => kind === 'opening');
  const late = items.filter((item) => isOverdue(item, portfolio.today));
  const shared = roles.filter(({ isShared }) => isShared);
  return {
    customerCount: portfolio.accounts.size,
    openItemCount: accounts.reduce((count, account) => count + account.items.length, 0),
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
      amountCents: sumApart(credits).totalCents,
    },
    toMatchFirst: {
      customerCount: new Set(toMatch.map(({ customerId }) => customerId)).size,
      amountCents: sum(toMatch.filter(isInBooks).map((row) => row.overdueCents)),
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
      accounts.some(hasOverdue) &&
      accounts.filter(hasOverdue).every(({ record }) => record.isShared || record.isSundry),
  };
}

function isInBooks({ currency }: { readonly currency: string }): boolean {
  return currency === LEDGER_CURRENCY;
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
    amountCents: sum(
      concerned
        .flat()
        .filter(isInBooks)
        .map(({ outstandingCents }) => outstandingCents),
    ),
  };
}

function sum(amounts: readonly number[]): number {
  return amounts.reduce((total, amount) => total + amount, 0);
}
