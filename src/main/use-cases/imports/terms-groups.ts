/**
 * The customers' payment terms by group, to be confirmed in bulk: nothing automatic leaves on an
 * estimated date.
 *
 * A customer whose terms nobody typed and no file stated may have terms that his past payments
 * follow; these are proposed, with how many payments agree.
 */
import { isAboveLegalCap } from '../../../shared/domain/terms/due-date.ts';
import type { PaymentTerms } from '../../../shared/domain/terms/payment-terms.ts';
import { proposeTerms } from '../../../shared/domain/terms/propose-terms.ts';
import type { Language } from '../../../shared/format/language.ts';
import { addMonths } from '../../../shared/kernel/calendar-date.ts';
import { describePaymentTerms } from '../../../shared/text/payment-terms.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { readPaidDocuments } from '../../ledger/views/habits.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

type Origin = 'default' | 'stated' | 'proposed' | 'typed';

interface Group {
  readonly terms: PaymentTerms;
  readonly origin: Origin;
  readonly isConfirmed: boolean;
  readonly customers: CustomerAccount[];
  paymentCount: number;
}

/** Groups of customers with something open, unconfirmed ones and largest amounts first. */
export function termsGroups(ledger: Ledger, portfolio: Portfolio, language: Language) {
  const accounts = [...portfolio.accounts.values()].filter(({ items }) => items.length > 0);
  const unknown = accounts.filter(({ record }) => record.termsOrigin === 'default');
  const proposals = proposalsOf(ledger, portfolio, unknown);
  const groups = new Map<string, Group>();
  for (const account of accounts) {
    const { record } = account;
    const proposal = proposals.get(record.customerId);
    const terms = proposal?.terms ?? (JSON.parse(record.terms) as PaymentTerms);
    const origin: Origin = proposal === undefined ? record.termsOrigin : 'proposed';
    const isConfirmed = record.isTermsConfirmed;
    const key = `${origin}|${isConfirmed}|${JSON.stringify(terms)}`;
    const group = groups.get(key) ?? { terms, origin, isConfirmed, customers: [], paymentCount: 0 };
    groups.set(key, group);
    group.customers.push(account);
    group.paymentCount += proposal?.paymentCount ?? 0;
  }
  return [...groups]
    .map(([groupKey, group]) => ({
      groupKey,
      terms: group.terms,
      label: describePaymentTerms(group.terms, language),
      origin: group.origin,
      isConfirmed: group.isConfirmed,
      isAboveLegalCap: isAboveLegalCap(portfolio.today, group.terms),
      customerCount: group.customers.length,
      openCents: group.customers.reduce((sum, { sums }) => sum + sums.outstandingCents, 0),
      customerIds: group.customers.map(({ record }) => record.customerId),
      paymentCount: group.paymentCount,
    }))
    .sort((a, b) => Number(a.isConfirmed) - Number(b.isConfirmed) || b.openCents - a.openCents);
}

function proposalsOf(
  ledger: Ledger,
  portfolio: Portfolio,
  accounts: readonly CustomerAccount[],
): Map<number, { readonly terms: PaymentTerms; readonly paymentCount: number }> {
  const since = addMonths(portfolio.today, -18);
  const ids = accounts.map(({ record }) => record.customerId);
  const paid = new Map<number, Parameters<typeof proposeTerms>[0][number][]>();
  for (const { customerId, ...payment } of ledger.read((reader) =>
    readPaidDocuments(reader, ids, since),
  )) {
    const known = paid.get(customerId);
    if (known === undefined) paid.set(customerId, [payment]);
    else known.push(payment);
  }
  const proposals = new Map<number, { terms: PaymentTerms; paymentCount: number }>();
  for (const [customerId, payments] of paid) {
    const proposal = proposeTerms(payments);
    if (proposal !== null)
      proposals.set(customerId, { terms: proposal.terms, paymentCount: payments.length });
  }
  return proposals;
}
