/** Late-payment interest of a customer's invoices: one computation for screen and sheet (K1). */
import { isOverdue } from '../../../shared/domain/receivable/net-position.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import type { Language } from '../../../shared/format/language.ts';
import type { InterestSheet } from '../../reports/interest-sheet.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { readDunningFacts } from '../dunning/dunning-facts.ts';
import { itemCharges } from '../messages/message-charges.ts';
import { messageRecipient } from '../messages/recipient.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

export interface WantedSheet {
  readonly customerId: number;
  /** Of any account of the payer; none for all that is overdue on this one. */
  readonly receivableIds: readonly number[];
  readonly language: Language;
}

export interface SheetOf extends InterestSheet {
  /** Currencies of items asked for that stand on another sheet. */
  readonly otherCurrencies: readonly string[];
}

/** Of one currency, that of the first item; null for an unknown customer. */
export function interestSheetOf(
  company: OpenCompany,
  portfolio: Portfolio,
  wanted: WantedSheet,
): SheetOf | null {
  const { customerId, language } = wanted;
  const account = portfolio.accounts.get(customerId);
  if (account === undefined) return null;
  const items = itemsWanted(portfolio, account.items, wanted);
  const currency = items[0]?.currency ?? 'EUR';
  const payerId = account.record.payerCustomerId;
  const facts = company.ledger.read((reader) => readDunningFacts(reader, portfolio, payerId));
  // Who owes interest, and under which law, is the payer: as in the letter.
  const recipient = messageRecipient(company, { portfolio, facts }, payerId);
  const others = items.filter((item) => item.currency !== currency);
  return {
    language,
    companyName: portfolio.settings.identity.name,
    customerName: account.record.name,
    currency,
    otherCurrencies: [...new Set(others.map((item) => item.currency))],
    charges: itemCharges(
      company,
      items.filter((item) => item.currency === currency),
      { portfolio, facts, recipient },
    ),
  };
}

function itemsWanted(
  { accounts, payers, today }: Portfolio,
  own: readonly OpenItem[],
  { customerId, receivableIds }: WantedSheet,
): readonly OpenItem[] {
  if (receivableIds.length === 0) return own.filter((item) => isOverdue(item, today));
  const rank = new Map(receivableIds.map((receivableId, index) => [receivableId, index]));
  const rankOf = ({ receivableId }: OpenItem) => rank.get(receivableId ?? 0) ?? -1;
  return (payers.get(customerId) ?? [customerId])
    .flatMap((accountId) => accounts.get(accountId)?.items ?? [])
    .filter((item) => rankOf(item) >= 0)
    .sort((a, b) => rankOf(a) - rankOf(b));
}
