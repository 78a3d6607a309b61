/** The calculation sheet of the late-payment interest of a customer's overdue invoices (K1). */
import type { Language } from '../../../shared/format/language.ts';
import type { InterestSheet } from '../../reports/interest-sheet.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { readDunningFacts } from '../dunning/dunning-facts.ts';
import { itemCharges } from '../messages/message-charges.ts';
import { messageRecipient } from '../messages/recipient.ts';
import { isOverdue } from '../portfolio/customer-account.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

/** Of one currency, that of the customer's first overdue item; null for an unknown customer. */
export function interestSheetOf(
  company: OpenCompany,
  portfolio: Portfolio,
  { customerId, language }: { readonly customerId: number; readonly language: Language },
): InterestSheet | null {
  const account = portfolio.accounts.get(customerId);
  if (account === undefined) return null;
  const late = account.items.filter((item) => isOverdue(item, portfolio.today));
  const currency = late[0]?.currency ?? 'EUR';
  const payerId = account.record.payerCustomerId;
  const facts = company.ledger.read((reader) => readDunningFacts(reader, portfolio, payerId));
  const recipient = messageRecipient(company, { portfolio, facts }, customerId);
  return {
    language,
    companyName: portfolio.settings.identity.name,
    customerName: account.record.name,
    currency,
    charges: itemCharges(
      company,
      late.filter((item) => item.currency === currency),
      { portfolio, facts, recipient },
    ),
  };
}
