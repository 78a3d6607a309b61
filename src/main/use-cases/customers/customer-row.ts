/** A customer as a row of the lists: sums, flags and dimensions. */
import type { CurrencySums, CustomerRow } from '../../../shared/contract/customers.ts';
import { payerBrief } from '../payers/payer-brief.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';
import { accountExposure } from '../portfolio/habits.ts';
import { isHoldLive } from '../portfolio/live-hold.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

type Flag = CustomerRow['flags'][number];

/** The row of one account. */
export function customerRow(account: CustomerAccount, portfolio: Portfolio): CustomerRow {
  const { record, sums, items } = account;
  return {
    customerId: record.customerId,
    code: record.code,
    name: record.name,
    profile: account.profile,
    repCode: record.repCode,
    agencyCode: record.agencyCode,
    sector: record.sector,
    size: record.size,
    paymentMethod: account.paymentMethod,
    city: record.city,
    outstandingCents: sums.outstandingCents,
    overdueCents: sums.overdueCents,
    notDueCents: sums.notDueCents,
    creditsCents: sums.creditsCents,
    netDueCents: sums.netDueCents,
    oldestDaysPastDue: sums.oldestDaysPastDue,
    otherCurrencies: otherCurrenciesOf(account),
    openItemCount: items.length,
    lastContactDay: account.contact.lastActionDate,
    flags: flagsOf(account, portfolio),
    ...payerBrief(portfolio, record.payerCustomerId),
  };
}

/** What the account owes in each other currency than that of the books. */
export function otherCurrenciesOf({ otherSums }: CustomerAccount): CurrencySums[] {
  return otherSums.map((own) => ({
    currency: own.currency,
    outstandingCents: own.outstandingCents,
    overdueCents: own.overdueCents,
    notDueCents: own.notDueCents,
    creditsCents: own.creditsCents,
    netDueCents: own.netDueCents,
  }));
}

/** What a list shows beside the name, in order of weight. */
export function flagsOf(account: CustomerAccount, portfolio: Portfolio): Flag[] {
  const { record, items } = account;
  const marks: [Flag, boolean][] = [
    ['vip', record.isVip],
    ['do_not_chase', record.isDoNotChase],
    ['watched', account.marks.some(({ kind }) => kind === 'watch')],
    ['on_hold', isHoldLive(account)],
    ['to_match_first', account.assessed.some(({ isToMatchFirst }) => isToMatchFirst)],
    ['sundry', record.isSundry],
    ['shared_account', record.isShared],
    ['estimated_dates', items.some(({ dueBasis }) => dueBasis === 'estimated')],
    ['no_contact', !portfolio.reach.has(record.customerId)],
    ['limit_exceeded', accountExposure(account, portfolio.today).excessCents !== null],
  ];
  return marks.filter(([, isSet]) => isSet).map(([flag]) => flag);
}
