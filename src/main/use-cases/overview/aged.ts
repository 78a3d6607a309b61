/** The aged balance of today or of a past day, by customer or dimension, with its control line. */
import {
  agedBalance,
  bucketKeys,
  bucketOfItem,
} from '../../../shared/domain/ageing/aged-balance.ts';
import { LEDGER_CURRENCY, sumApart } from '../../../shared/domain/receivable/currency.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import type { Language } from '../../../shared/format/language.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { daysBetween } from '../../../shared/kernel/calendar-date.ts';
import { bucketLabel } from '../../../shared/text/ageing.ts';
import { dimensionLabel } from '../../../shared/text/dimension-label.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { searchTextOf } from '../../ledger/search-text.ts';
import { readOpenItemsAsOf, readStatedBalance } from '../../ledger/views/open-items.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';
import { readInRuns } from '../portfolio/in-runs.ts';
import { itemsOfAll, type Portfolio } from '../portfolio/portfolio.ts';
import { lastAnswer } from './last-answer.ts';

export type AgedGroup =
  | 'customer'
  | 'profile'
  | 'rep_code'
  | 'agency_code'
  | 'sector'
  | 'payment_method';

export interface AgedQuestion {
  readonly asOf: CalendarDate | null;
  readonly by: 'due_date' | 'document_date';
  readonly groupBy: AgedGroup;
  readonly text: string;
  readonly sort: string;
  readonly isDescending: boolean;
}

/** The open items of the day asked for; today's come from memory. */
export function itemsAsOf(
  ledger: Ledger,
  portfolio: Portfolio,
  asOf: CalendarDate | null,
): readonly OpenItem[] {
  if (asOf === null || asOf >= portfolio.today) return itemsOfAll(portfolio);
  return pastItems(portfolio.owed, asOf, () =>
    ledger.read((reader) => readOpenItemsAsOf(reader, null, asOf)),
  );
}

/** Reads a past day run by run, so that what asks for its items next has them at hand. */
export async function prepareItemsAsOf(
  ledger: Ledger,
  portfolio: Portfolio,
  asOf: CalendarDate | null,
): Promise<void> {
  const { owed, today } = portfolio;
  if (asOf === null || asOf >= today || pastItems.isKnown(owed, asOf)) return;
  const runs = await readInRuns(ledger, (reader, whose) => readOpenItemsAsOf(reader, whose, asOf));
  pastItems(owed, asOf, () => runs.flat());
}

/** The past day looked at last: its windows and its drill-downs read it again and again. */
const pastItems = lastAnswer<readonly OpenItem[]>();

/** The value of a customer in a dimension; an empty text where there is none. */
export function groupKeyOf(account: CustomerAccount | undefined, groupBy: AgedGroup): string {
  if (account === undefined) return '';
  const { record } = account;
  switch (groupBy) {
    case 'customer':
      return String(record.customerId);
    case 'profile':
      return account.profile ?? '';
    case 'rep_code':
      return record.repCode ?? '';
    case 'agency_code':
      return record.agencyCode ?? '';
    case 'sector':
      return record.sector ?? '';
    case 'payment_method':
      return account.paymentMethod ?? '';
  }
}

function isInBooks({ currency }: OpenItem): boolean {
  return currency === LEDGER_CURRENCY;
}

/** The group of an item; those of one customer come one after the other. */
function groupFinder({ accounts }: Portfolio, groupBy: AgedGroup): (item: OpenItem) => string {
  let customerId: number | null = null;
  let key = '';
  return (item) => {
    if (item.customerId === customerId) return key;
    customerId = item.customerId;
    key = groupKeyOf(accounts.get(customerId), groupBy);
    return key;
  };
}

type AgedAnswer = ReturnType<typeof makeAnswer>;

const answers = lastAnswer<AgedAnswer>();

/** The balance whole, made once for all the windows of the same question. */
export function agedAnswer(
  ledger: Ledger,
  portfolio: Portfolio,
  question: AgedQuestion,
  language: Language,
): AgedAnswer {
  const { asOf, by, groupBy, text, sort, isDescending } = question;
  const asked = [asOf, by, groupBy, text, sort, isDescending, language];
  return answers(portfolio.owed, asked, () => makeAnswer(ledger, portfolio, question, language));
}

/**
 * Rows sorted, totals over those in the currency of the books, control against the stated lines.
 * What is owed in another currency has rows of its own, which no total counts.
 */
function makeAnswer(
  ledger: Ledger,
  portfolio: Portfolio,
  question: AgedQuestion,
  language: Language,
) {
  const asOf = question.asOf ?? portfolio.today;
  const all = itemsAsOf(ledger, portfolio, question.asOf);
  const brackets = portfolio.settings.ageing.bracketDays;
  const words = searchTextOf([question.text])
    .split(' ')
    .filter((word) => word !== '');
  const isWanted = (item: OpenItem) => {
    const search = portfolio.accounts.get(item.customerId)?.record.search ?? '';
    return words.every((word) => search.includes(word));
  };
  const items = words.length === 0 ? all : all.filter(isWanted);
  const settings = { asOf, by: question.by, brackets };
  const keyOf = groupFinder(portfolio, question.groupBy);
  const own = items.every(isInBooks) ? items : items.filter(isInBooks);
  const balance = agedBalance(own, keyOf, settings);
  const foreignItems = own === items ? [] : items.filter((item) => !isInBooks(item));
  const others = Map.groupBy(foreignItems, ({ currency }) => currency);
  const keys = bucketKeys(brackets);
  const rowsOf = ({ rows }: typeof balance, currency: string) =>
    [...rows].map(([key, row]) => {
      const labels = labelsOf({ portfolio, key, groupBy: question.groupBy, language });
      if (currency === LEDGER_CURRENCY) return { key, currency, ...labels, ...row };
      const label = `${labels.label} (${currency})`;
      return { key: `${key}${CURRENCY_MARK}${currency}`, currency, ...labels, ...row, label };
    });
  const foreign = [...others].flatMap(([currency, list]) =>
    rowsOf(agedBalance(list, keyOf, settings), currency),
  );
  const rows = [...rowsOf(balance, LEDGER_CURRENCY), ...foreign].sort(rowOrder(question, keys));
  const { ledgerCents, isEqual } = controlOf(ledger, portfolio, question.asOf);
  return {
    asOf,
    buckets: keys.map((key) => ({ key, label: bucketLabel(key, language) })),
    rows: rows.map((row) => ({ ...row, amountsCents: [...row.amountsCents] })),
    totalsCents: [...balance.totals.amountsCents],
    balanceCents: balance.totals.balanceCents,
    otherTotals: sumApart(
      foreign.map(({ currency, balanceCents }) => ({ currency, amountCents: balanceCents })),
    ).otherTotals,
    debitBalancesCents: balance.debitBalancesCents,
    creditBalancesCents: balance.creditBalancesCents,
    ledgerCents,
    isEqual,
  };
}

/** All that is open on a day in the currency of the books, and what the stated lines say of it. */
export function controlOf(ledger: Ledger, portfolio: Portfolio, asOf: CalendarDate | null) {
  let ownCents = 0;
  let foreignCents = 0;
  for (const item of itemsAsOf(ledger, portfolio, asOf)) {
    if (isInBooks(item)) ownCents += item.outstandingCents;
    else foreignCents += item.outstandingCents;
  }
  const day = asOf ?? portfolio.today;
  // The stated lines are added up whole: what is owed in other currencies is taken off both sides.
  const ledgerCents = ledger.read((reader) => readStatedBalance(reader, day)) - foreignCents;
  return { ownCents, ledgerCents, isEqual: ownCents === ledgerCents };
}

/** Ends the key of a row in another currency than that of the books, before its code. */
export const CURRENCY_MARK = '|';

function labelsOf(group: {
  readonly portfolio: Portfolio;
  readonly key: string;
  readonly groupBy: AgedGroup;
  readonly language: Language;
}) {
  const { portfolio, key, groupBy, language } = group;
  if (groupBy !== 'customer') {
    return { customerId: null, code: '', label: dimensionLabel(groupBy, key, language) };
  }
  const customerId = Number.parseInt(key, 10);
  const record = portfolio.accounts.get(customerId)?.record;
  return { customerId, code: record?.code ?? '', label: record?.name ?? '' };
}

// Made once: a comparison that makes its own rules each time takes most of a sort.
const inFrench = new Intl.Collator('fr');
const byNumber = new Intl.Collator('fr', { numeric: true });

interface SortableRow {
  readonly label: string;
  readonly code: string;
  readonly amountsCents: readonly number[];
  readonly balanceCents: number;
}

function rowOrder(question: AgedQuestion, keys: readonly string[]) {
  const sign = question.isDescending ? -1 : 1;
  const column = keys.indexOf(question.sort);
  return (a: SortableRow, b: SortableRow) => {
    const order =
      column >= 0
        ? (a.amountsCents[column] ?? 0) - (b.amountsCents[column] ?? 0)
        : question.sort === 'balance'
          ? a.balanceCents - b.balanceCents
          : question.sort === 'code'
            ? byNumber.compare(a.code, b.code)
            : inFrench.compare(a.label, b.label);
    return sign * order || inFrench.compare(a.label, b.label);
  };
}

/** The items of a column, of a row, or of both: what a figure of the balance is made of. */
export function agedItems(
  ledger: Ledger,
  portfolio: Portfolio,
  wanted: {
    readonly asOf: CalendarDate | null;
    readonly by: 'due_date' | 'document_date';
    readonly bucket: string | null;
    readonly groupBy: string | null;
    readonly groupKey: string | null;
  },
) {
  const asOf = wanted.asOf ?? portfolio.today;
  const brackets = portfolio.settings.ageing.bracketDays;
  const keys = bucketKeys(brackets);
  const column = wanted.bucket === null ? null : keys.indexOf(wanted.bucket);
  const all = itemsAsOf(ledger, portfolio, wanted.asOf);
  const [groupKey, foreign] = wanted.groupKey?.split(CURRENCY_MARK) ?? [];
  const wantedCurrency = foreign ?? LEDGER_CURRENCY;
  return all
    .filter(({ currency }) => currency === wantedCurrency)
    .filter(
      (item) => column === null || bucketOfItem(item, { asOf, by: wanted.by, brackets }) === column,
    )
    .filter((item) => {
      if (wanted.groupBy === null || groupKey === undefined) return true;
      const account = portfolio.accounts.get(item.customerId);
      return groupKeyOf(account, wanted.groupBy as AgedGroup) === groupKey;
    })
    .map((item) => ({
      receivableId: item.receivableId,
      customerId: item.customerId,
      name: portfolio.accounts.get(item.customerId)?.record.name ?? '',
      documentNumber: item.documentNumber,
      kind: item.kind,
      documentDate: item.documentDate,
      dueDate: item.dueDate,
      amountCents: item.amountCents,
      outstandingCents: item.outstandingCents,
      currency: item.currency,
      daysPastDue: item.dueDate === null ? null : daysBetween(item.dueDate, asOf),
    }))
    .sort((a, b) => Math.abs(b.outstandingCents) - Math.abs(a.outstandingCents));
}
