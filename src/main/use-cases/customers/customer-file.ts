/** The customer file (fiche client): everything of one customer that the screen shows at once. */
import type { Contact, CustomerFile } from '../../../shared/contract/customers.ts';
import { agedBalance } from '../../../shared/domain/ageing/aged-balance.ts';
import { reliabilityOf } from '../../../shared/domain/promise/judge-promise.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import { isAboveLegalCap } from '../../../shared/domain/terms/due-date.ts';
import type { Language } from '../../../shared/format/language.ts';
import { addMonths, startOfMonth } from '../../../shared/kernel/calendar-date.ts';
import { bucketLabel } from '../../../shared/text/ageing.ts';
import { describePaymentTerms } from '../../../shared/text/payment-terms.ts';
import type { CustomerFolded } from '../../ledger/interpretation/customer-rows.ts';
import type { Reader } from '../../ledger/session.ts';
import {
  readCustomerInFull,
  readStatedContacts,
  readTypedContacts,
} from '../../ledger/views/customers.ts';
import { readRecentlySettled } from '../../ledger/views/habits.ts';
import { dunningChoice } from '../dunning/dunning-facts.ts';
import { explainRank } from '../overview/explain-rank.ts';
import { insuranceOf } from '../payers/insured-items.ts';
import { payerBrief } from '../payers/payer-brief.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';
import { accountsOfPayer, type Portfolio } from '../portfolio/portfolio.ts';
import { flagsOf, otherCurrenciesOf } from './customer-row.ts';

const ROLES: readonly Contact['role'][] = [
  'accounting',
  'decision',
  'sales',
  'dispute',
  'head_office',
  'site',
  'other',
];

/** Reads and assembles the file; null for a customer that has no row. */
export function customerFile(
  reader: Reader,
  portfolio: Portfolio,
  wanted: { readonly customerId: number; readonly language: Language },
): CustomerFile | null {
  const account = portfolio.accounts.get(wanted.customerId);
  const full = readCustomerInFull(reader, wanted.customerId);
  if (account === undefined || full === null) return null;
  const { record, sums } = account;
  const explained = explainRank(portfolio, record.payerCustomerId, wanted.language);
  return {
    ...identityOf(account, full),
    terms: {
      terms: full.terms.terms,
      label: describePaymentTerms(full.terms.terms, wanted.language),
      origin: full.terms.origin,
      isConfirmed: full.terms.isConfirmed,
      isAboveLegalCap: isAboveLegalCap(portfolio.today, full.terms.terms),
    },
    creditLimitCents: record.creditLimitCents,
    flags: flagsOf(account, portfolio),
    ...payerOf(account, portfolio),
    outstandingCents: sums.outstandingCents,
    overdueCents: sums.overdueCents,
    notDueCents: sums.notDueCents,
    creditsCents: sums.creditsCents,
    usableCreditsCents: sums.usableCreditsCents,
    netDueCents: sums.netDueCents,
    ...heldBackOf(account),
    oldestDaysPastDue: sums.oldestDaysPastDue,
    usualDelayDays: portfolio.habits.get(record.payerCustomerId)?.usualDelayDays ?? null,
    behaviour: payerBrief(portfolio, record.payerCustomerId),
    insurance: insuranceIn(account, portfolio),
    promiseReliability: reliability(account),
    controlDifferenceCents: record.controlDifferenceCents,
    contacts: contactsOf(reader, record.customerId),
    writing: writingOf(reader, record.customerId),
    ranking: explained.ranking,
    why: explained.why,
    suggestedAction: explained.suggestedAction,
    delayByMonth: delayByMonth(reader, account, portfolio),
    agedBuckets: agedBuckets(account, portfolio, wanted.language),
    otherCurrencies: otherCurrenciesOf(account),
  };
}

function identityOf(account: CustomerAccount, full: CustomerFolded) {
  const { record } = account;
  const { stated, typed } = full;
  const text = (field: 'address' | 'postalCode' | 'city' | 'countryCode') => {
    const own = typed.get(field);
    return typeof own === 'string' ? own : stated[field];
  };
  return {
    customerId: record.customerId,
    code: record.code,
    name: record.name,
    siren: record.siren,
    addressLines: (text('address') ?? '').split('\n').filter((line) => line.trim() !== ''),
    postalCode: text('postalCode'),
    city: text('city'),
    countryCode: text('countryCode'),
    profile: account.profile,
    repCode: record.repCode,
    agencyCode: record.agencyCode,
    sector: record.sector,
    size: record.size,
    paymentMethod: account.paymentMethod,
    tags: JSON.parse(record.tags) as string[],
    typedFields: [...typed.keys()],
  };
}

function writingOf(reader: Reader, customerId: number) {
  const { scenarioKey: _, ...writing } = dunningChoice(reader, customerId);
  return { ...writing, closures: [...writing.closures] };
}

function payerOf(account: CustomerAccount, portfolio: Portfolio) {
  const { record } = account;
  const payer = portfolio.accounts.get(record.payerCustomerId);
  const isOther = record.payerCustomerId !== record.customerId && payer !== undefined;
  return {
    payer: isOther ? { customerId: payer.record.customerId, name: payer.record.name } : null,
    accountsOfPayer: accountsOfPayer(portfolio, record.payerCustomerId)
      .filter((other) => other.record.customerId !== record.customerId)
      .map(({ record: own }) => ({ customerId: own.customerId, code: own.code, name: own.name })),
  };
}

function isInBooks({ currency }: OpenItem): boolean {
  return currency === LEDGER_CURRENCY;
}

/** What promises and disputes hold back of what is open, in the currency of the books. */
function heldBackOf(account: CustomerAccount) {
  let promisedCents = 0;
  let disputedCents = 0;
  for (const item of account.items.filter(isInBooks)) {
    const own = item.receivableId === null ? null : account.situation.items.get(item.receivableId);
    if (own === undefined || own === null || item.outstandingCents <= 0) continue;
    const disputed = Math.min(own.disputedCents, item.outstandingCents);
    disputedCents += disputed;
    promisedCents += Math.min(own.promisedCents, item.outstandingCents - disputed);
  }
  return { promisedCents, disputedCents };
}

function insuranceIn(account: CustomerAccount, { today }: Portfolio): CustomerFile['insurance'] {
  const policy = insuranceOf(account, today);
  if (policy === null) return null;
  const { source, termDaysMax, extensionDaysMax, declareDays } = policy;
  return { source, termDaysMax, extensionDaysMax, declareDays };
}

function reliability(account: CustomerAccount) {
  const { keptCount, judgedCount } = reliabilityOf(account.judgedPromises);
  return { kept: keptCount, judged: judgedCount };
}

/**
 * Typed contacts as they stand, then those that only a file states: these have no id of their own.
 */
function contactsOf(reader: Reader, customerId: number): Contact[] {
  const typed = readTypedContacts(reader, customerId).map((row) => ({
    contactId: row.contactId,
    name: row.name,
    role: roleOf(row.role),
    email: row.email,
    phone: row.phone,
    mobile: row.mobile,
    comment: row.comment,
    origin: 'typed' as const,
  }));
  const names = new Set(typed.map(({ name }) => name.toLowerCase()));
  const stated = readStatedContacts(reader, customerId)
    .filter((row) => !names.has(row.name.toLowerCase()))
    .map((row) => ({
      contactId: null,
      name: row.name,
      role: roleOf(row.role ?? ''),
      email: row.email,
      phone: row.phone,
      mobile: null,
      comment: '',
      origin: 'stated' as const,
    }));
  return [...typed, ...stated];
}

const ROLE_WORDS: readonly (readonly [Contact['role'], RegExp])[] = [
  ['accounting', /compta|factur|fournisseur|account/i],
  ['decision', /direct|g[ée]rant|pr[ée]sident|pdg|daf|manager/i],
  ['sales', /commerc|achat|sales|buyer/i],
  ['dispute', /litige|dispute|qualit/i],
  ['head_office', /si[èe]ge|head/i],
  ['site', /chantier|site|agence/i],
];

/** The role that a word of a file means. */
export function roleOf(word: string): Contact['role'] {
  const known = ROLES.find((role) => role === word);
  return known ?? ROLE_WORDS.find(([, form]) => form.test(word))?.[0] ?? 'other';
}

function delayByMonth(reader: Reader, account: CustomerAccount, portfolio: Portfolio) {
  const first = startOfMonth(addMonths(portfolio.today, -11));
  const months = Array.from({ length: 12 }, (_, index) => addMonths(first, index).slice(0, 7));
  const sums = new Map(months.map((month) => [month, { weighted: 0, paidCents: 0 }]));
  for (const row of readRecentlySettled(reader, [account.record.customerId], first)) {
    const sum = sums.get(row.settledDate.slice(0, 7));
    if (sum === undefined) continue;
    sum.weighted += row.amountCents * row.delayDays;
    sum.paidCents += row.amountCents;
  }
  return [...sums].map(([month, { weighted, paidCents }]) => ({
    month,
    delayDays: paidCents === 0 ? null : Math.round(weighted / paidCents),
    paidCents,
  }));
}

function agedBuckets(account: CustomerAccount, portfolio: Portfolio, language: Language) {
  const balance = agedBalance(account.items.filter(isInBooks), () => 0, {
    asOf: portfolio.today,
    by: 'due_date',
    brackets: portfolio.settings.ageing.bracketDays,
  });
  return balance.buckets.map((key, index) => ({
    key,
    label: bucketLabel(key, language),
    amountCents: balance.totals.amountsCents[index] ?? 0,
  }));
}
