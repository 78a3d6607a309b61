/** Whose rows a list may have, and a row about a customer as a whole. */
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import { profileName } from '../../../shared/text/screens/profiles.ts';
import { type CustomerAccount, hasOverdue } from '../portfolio/customer-account.ts';
import type { ListFrame, ListMember } from './list-frame.ts';

export function accountsOf({ known }: ListFrame): CustomerAccount[] {
  return [...known.portfolio.accounts.values()].filter(
    (account) =>
      account.items.length > 0 ||
      hasOverdue(account) ||
      account.record.isVip ||
      account.record.isDoNotChase ||
      account.holds.length > 0,
  );
}

export function plainMember(
  { language }: ListFrame,
  account: CustomerAccount,
  detail: string,
): ListMember {
  return {
    account,
    rowKey: String(account.record.customerId),
    groupKey: account.profile ?? '',
    groupLabel: profileName(account.profile, language),
    amountCents: null,
    currency: LEDGER_CURRENCY,
    day: null,
    detail,
  };
}
