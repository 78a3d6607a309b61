/** What the statement of account of a customer says on a day. */

import type { Settings } from '../../../shared/contract/settings.ts';
import { formatIban } from '../../../shared/domain/bank-account/iban.ts';
import { companyMentions } from '../../../shared/domain/company/mentions.ts';
import { accountPeriods } from '../../../shared/domain/receivable/account-movements.ts';
import type { Language } from '../../../shared/format/language.ts';
import { type CalendarDate, daysBetween } from '../../../shared/kernel/calendar-date.ts';
import { readAccountMovements } from '../../ledger/views/account-movements.ts';
import { readCustomerInFull } from '../../ledger/views/customers.ts';
import { readOpenItemsAsOf } from '../../ledger/views/open-items.ts';
import type { StatementOfAccount } from '../../reports/statement/statement-of-account.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { readLogo } from '../settings/settings-routes.ts';

/** Null for a customer that is none of the company's. */
export async function statementOf(
  company: OpenCompany,
  portfolio: Portfolio,
  wanted: {
    readonly customerId: number;
    readonly asOf: CalendarDate | null;
    readonly language: Language;
    /** The first day of the movements to show; null for what is open alone. */
    readonly from?: CalendarDate | null;
  },
): Promise<StatementOfAccount | null> {
  const account = portfolio.accounts.get(wanted.customerId);
  const full = company.ledger.read((reader) => readCustomerInFull(reader, wanted.customerId));
  if (account === undefined || full === null) return null;
  const asOf = wanted.asOf ?? portfolio.today;
  const items =
    asOf >= portfolio.today
      ? account.items
      : company.ledger.read((reader) => readOpenItemsAsOf(reader, wanted.customerId, asOf));
  const { logoFileId } = portfolio.settings.identity;
  const logo = logoFileId === null ? null : await readLogo(company.folder.filesPath, logoFileId);
  const from = wanted.from ?? null;
  const moved = () =>
    company.ledger.read((reader) => readAccountMovements(reader, wanted.customerId, asOf));
  return {
    asOf,
    bankDate: portfolio.bankDate,
    language: wanted.language,
    issuer: issuerOf(portfolio.settings, logo),
    customer: {
      code: account.record.code,
      name: account.record.name,
      addressLines: addressLinesOf(full),
    },
    lines: items
      .map((item) => ({
        kind: item.kind,
        documentNumber: item.documentNumber,
        documentDate: item.documentDate,
        dueDate: item.dueDate,
        amountCents: item.amountCents,
        outstandingCents: item.outstandingCents,
        currency: item.currency,
        daysPastDue:
          item.dueDate === null || item.outstandingCents < 0
            ? null
            : daysBetween(item.dueDate, asOf),
      }))
      .sort((a, b) => (a.dueDate ?? a.documentDate).localeCompare(b.dueDate ?? b.documentDate)),
    period:
      from === null ? null : { from, currencies: accountPeriods(moved(), { from, to: asOf }) },
  };
}

/** The address of a customer, as typed or else as stated, line by line. */
export function addressLinesOf(
  full: NonNullable<ReturnType<typeof readCustomerInFull>>,
): readonly string[] {
  const place = (field: 'address' | 'postalCode' | 'city') => {
    const typed = full.typed.get(field);
    return (typeof typed === 'string' ? typed : full.stated[field]) ?? '';
  };
  const lines = [...place('address').split('\n'), `${place('postalCode')} ${place('city')}`.trim()];
  return lines.filter((line) => line !== '');
}

/** The company as its papers name it. */
export function issuerOf(
  settings: Settings,
  logo: StatementOfAccount['issuer']['logo'],
): StatementOfAccount['issuer'] {
  const { identity, bank } = settings;
  return {
    name: identity.name,
    addressLines: [
      ...identity.address.split('\n'),
      `${identity.postalCode} ${identity.city}`.trim(),
    ].filter((line) => line !== ''),
    mentions: companyMentions(identity),
    phone: identity.phone,
    email: identity.email,
    logo,
    bank:
      bank.iban.trim() === ''
        ? null
        : { holder: bank.holder, iban: formatIban(bank.iban), bic: bank.bic },
  };
}
