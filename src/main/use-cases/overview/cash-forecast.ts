/**
 * The cash of the coming weeks, as the forecast screen shows it: totals, groups, items of a slot.
 */
import { setImmediate } from 'node:timers/promises';
import { expectedParts } from '../../../shared/domain/agreement/judge-agreement.ts';
import {
  type ForecastPart,
  type ForecastSlot,
  forecastByDueDate,
  forecastByPromise,
  forecastWeeks,
  type StandingPromise,
  totalsBySlot,
} from '../../../shared/domain/forecast/due-and-promise.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { Language } from '../../../shared/format/language.ts';
import { addDays, type CalendarDate, daysBetween } from '../../../shared/kernel/calendar-date.ts';
import { dimensionLabel } from '../../../shared/text/dimension-label.ts';
import { forecastReasonSentence } from '../../../shared/text/forecast.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { readReceiptsByDay } from '../../ledger/views/receipts.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { type AgedGroup, CURRENCY_MARK, groupKeyOf } from './aged.ts';
import { lastAnswer } from './last-answer.ts';

export interface ForecastQuestion {
  readonly weekCount: number;
  readonly by: 'none' | 'customer' | 'rep_code' | 'agency_code' | 'profile' | 'payment_method';
  readonly key: string | null;
  /** Of the amounts without a week, and of the groups. */
  readonly method: 'due_date' | 'promise';
  readonly language: Language;
}

interface Views {
  readonly due: readonly ForecastPart[];
  readonly promised: readonly ForecastPart[];
}

const knownViews = new WeakMap<Portfolio, Map<number, Views>>();

/** Both views of the items that the question keeps; those of everybody are made once. */
export function forecastViews(
  portfolio: Portfolio,
  question: Pick<ForecastQuestion, 'weekCount' | 'by' | 'key'>,
): Views {
  if (question.by !== 'none' && question.key !== null) return viewsOf(portfolio, question);
  const known = knownViews.get(portfolio) ?? new Map<number, Views>();
  knownViews.set(portfolio, known);
  const views = known.get(question.weekCount) ?? viewsOf(portfolio, question);
  known.set(question.weekCount, views);
  return views;
}

function viewsOf(
  portfolio: Portfolio,
  question: Pick<ForecastQuestion, 'weekCount' | 'by' | 'key'>,
): Views {
  const key = groupOf(question.key).key;
  const views = [...portfolio.accounts.values()]
    .filter(
      (account) =>
        question.by === 'none' || key === null || groupKeyOf(account, question.by) === key,
    )
    .map((account) => viewsOfAccount(portfolio, account, question.weekCount));
  return {
    due: views.flatMap(({ due }) => due),
    promised: views.flatMap(({ promised }) => promised),
  };
}

// Credits, promises and disputes stay within a customer, so his part is made for itself and kept
// for as long as nothing of him has moved. An account is of one day.
const knownOfAccount = new WeakMap<CustomerAccount, Map<number, Views>>();

function viewsOfAccount({ today }: Portfolio, account: CustomerAccount, weekCount: number): Views {
  const kept = knownOfAccount.get(account) ?? new Map<number, Views>();
  knownOfAccount.set(account, kept);
  const known = kept.get(weekCount);
  if (known !== undefined) return known;
  const promises = standingPromises(account);
  const situation = { today, weekCount, promises, disputed: disputedOf(account) };
  const views = {
    due: forecastByDueDate(account.items, situation),
    promised: forecastByPromise(account.items, situation),
  };
  kept.set(weekCount, views);
  return views;
}

/** Customers taken before the thread is given back. */
const STAGE_CUSTOMERS = 1000;

/** Makes the views of everybody by stages. */
export async function prepareForecast(portfolio: Portfolio, weekCount: number): Promise<void> {
  const accounts = [...portfolio.accounts.values()];
  for (let at = 0; at < accounts.length; at += STAGE_CUSTOMERS) {
    await setImmediate();
    for (const account of accounts.slice(at, at + STAGE_CUSTOMERS)) {
      viewsOfAccount(portfolio, account, weekCount);
    }
  }
  await setImmediate();
  forecastViews(portfolio, { weekCount, by: 'none', key: null });
}

/** Promises that stand, and the parts of the agreements that do. */
function standingPromises({ judgedPromises, judgedAgreements }: CustomerAccount) {
  const promised: StandingPromise[] = judgedPromises
    .filter(({ outcome }) => outcome === 'pending' || outcome === 'to_verify')
    .flatMap(({ promise, items }) =>
      items
        .filter(({ openCents }) => openCents > 0)
        .map(({ receivableId, openCents }) => ({
          receivableId,
          promisedFor: promise.promisedFor,
          amountCents: openCents,
        })),
    );
  const parts = judgedAgreements.flatMap(expectedParts);
  return [...promised, ...parts.map((part) => ({ ...part, isPart: true }))];
}

function disputedOf({ situation }: CustomerAccount): ReadonlyMap<number, number> {
  const disputed = new Map<number, number>();
  for (const [receivableId, { disputedCents }] of situation.items) {
    if (disputedCents > 0) disputed.set(receivableId, disputedCents);
  }
  return disputed;
}

type ForecastAnswer = ReturnType<typeof makeAnswer>;

const answers = lastAnswer<ForecastAnswer>();

/** The screen's whole answer. */
export function forecastAnswer(
  ledger: Ledger,
  portfolio: Portfolio,
  question: ForecastQuestion,
): ForecastAnswer {
  const { weekCount, by, key, method, language } = question;
  const asked = [weekCount, by, key, method, language];
  return answers(portfolio, asked, () => makeAnswer(ledger, portfolio, question));
}

/** A group and the currency its row is in, from the key of the row. */
function groupOf(rowKey: string | null) {
  const [key = null, currency = LEDGER_CURRENCY] = rowKey?.split(CURRENCY_MARK) ?? [];
  return { key, currency };
}

/** Promised, or a part of an agreement. */
function isAgreed({ basis }: ForecastPart): boolean {
  return basis !== 'due_date';
}

function isInBooks({ item }: ForecastPart): boolean {
  return isOfBooks(item.currency);
}

function makeAnswer(ledger: Ledger, portfolio: Portfolio, question: ForecastQuestion) {
  const views = forecastViews(portfolio, question);
  const due = totalsBySlot(views.due.filter(isInBooks));
  const promised = views.promised.filter(isInBooks);
  const byPromise = totalsBySlot(promised);
  const promisedOnly = totalsBySlot(promised.filter(isAgreed));
  const placed = question.method === 'promise' ? byPromise : due;
  const weeks = forecastWeeks(portfolio.today, question.weekCount);
  const lastYear = receiptsByWeek(
    ledger,
    weeks.map((week) => addDays(week, -364)),
  );
  return {
    today: portfolio.today,
    bankDate: portfolio.bankDate,
    weeks: weeks.map((weekStart, index) => ({
      weekStart,
      dueCents: due.get(weekStart) ?? 0,
      promisedCents: promisedOnly.get(weekStart) ?? 0,
      unpromisedDueCents: (byPromise.get(weekStart) ?? 0) - (promisedOnly.get(weekStart) ?? 0),
      lastYearCents: question.by === 'none' ? (lastYear?.[index] ?? null) : null,
    })),
    overdueCents: placed.get('overdue') ?? 0,
    disputedCents: placed.get('disputed') ?? 0,
    undatedCents: placed.get('undated') ?? 0,
    creditsCents: placed.get('credits') ?? 0,
    laterCents: placed.get('later') ?? 0,
    totalCents: [...placed.values()].reduce((sum, cents) => sum + cents, 0),
    groups: question.by === 'none' ? [] : groupsOf(portfolio, partsOf(views, question), question),
    otherCurrencies: otherCurrencies(partsOf(views, question), weeks),
  };
}

/** The weeks of each other currency, in the order of their codes. */
function otherCurrencies(parts: readonly ForecastPart[], weeks: readonly CalendarDate[]) {
  const foreign = parts.filter((part) => !isInBooks(part));
  return [...Map.groupBy(foreign, ({ item }) => item.currency)]
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([currency, own]) => {
      const promised = totalsBySlot(own.filter(isAgreed));
      return {
        currency,
        promisedCents: weeks.map((week) => promised.get(week) ?? 0),
        ...amountsOf(own, weeks),
      };
    });
}

/** What some parts bring week by week, what of them is late, and their sum. */
function amountsOf(parts: readonly ForecastPart[], weeks: readonly CalendarDate[]) {
  const totals = totalsBySlot(parts);
  return {
    amountsCents: weeks.map((week) => totals.get(week) ?? 0),
    overdueCents: totals.get('overdue') ?? 0,
    totalCents: [...totals.values()].reduce((sum, cents) => sum + cents, 0),
  };
}

/** Receipts of these weeks; null where the ledger has none at all in them. */
export function receiptsByWeek(ledger: Ledger, weeks: readonly CalendarDate[]): number[] | null {
  const [first] = weeks;
  const last = weeks.at(-1);
  if (first === undefined || last === undefined) return null;
  const days = ledger.read((reader) => readReceiptsByDay(reader, first, addDays(last, 6)));
  if (days.length === 0) return null;
  const sums = weeks.map(() => 0);
  for (const { day, receivedCents } of days) {
    const index = Math.floor(daysBetween(first, day) / 7);
    sums[index] = (sums[index] ?? 0) + receivedCents;
  }
  return sums;
}

/** One row a group and currency: amounts of two currencies have no sum. */
function groupsOf(
  portfolio: Portfolio,
  parts: readonly ForecastPart[],
  question: ForecastQuestion,
) {
  const weeks = forecastWeeks(portfolio.today, question.weekCount);
  const groups = Map.groupBy(parts, ({ item }) => {
    const account = portfolio.accounts.get(item.customerId);
    const key = groupKeyOf(account, question.by as AgedGroup);
    return isOfBooks(item.currency) ? key : `${key}${CURRENCY_MARK}${item.currency}`;
  });
  return [...groups]
    .map(([rowKey, own]) => {
      const { key, currency } = groupOf(rowKey);
      const label = labelOf(portfolio, key ?? '', question);
      return {
        key: rowKey,
        label: isOfBooks(currency) ? label : `${label} (${currency})`,
        currency,
        ...amountsOf(own, weeks),
      };
    })
    .sort((a, b) => b.totalCents - a.totalCents)
    .slice(0, 500);
}

function place(currency: string): number {
  return isOfBooks(currency) ? 0 : 1;
}

function isOfBooks(currency: string): boolean {
  return currency === LEDGER_CURRENCY;
}

const partsOf = (views: Views, { method }: Pick<ForecastQuestion, 'method'>) =>
  method === 'promise' ? views.promised : views.due;

function labelOf(
  portfolio: Portfolio,
  key: string,
  { by, language }: Pick<ForecastQuestion, 'by' | 'language'>,
): string {
  if (by === 'none') return '';
  if (by !== 'customer') return dimensionLabel(by, key, language);
  return portfolio.accounts.get(Number.parseInt(key, 10))?.record.name ?? '';
}

/**
 * The items of one slot with the day each is expected on and why, those in the currency of the
 * books first; of the row of another currency, its own.
 */
export function forecastSlotItems(
  portfolio: Portfolio,
  question: ForecastQuestion & { readonly slot: ForecastSlot },
) {
  const { language } = question;
  const { currency } = groupOf(question.key);
  return partsOf(forecastViews(portfolio, question), question)
    .filter((part) => part.slot === question.slot)
    .filter(({ item }) => isOfBooks(currency) || item.currency === currency)
    .map(({ item, amountCents, expectedDate, basis, slot }) => ({
      receivableId: item.receivableId,
      customerId: item.customerId,
      name: portfolio.accounts.get(item.customerId)?.record.name ?? '',
      documentNumber: item.documentNumber,
      dueDate: item.dueDate,
      expectedDate,
      amountCents,
      currency: item.currency,
      why: forecastReasonSentence({ basis, slot, dueBasis: item.dueBasis }, language),
    }))
    .sort(
      (a, b) =>
        place(a.currency) - place(b.currency) || Math.abs(b.amountCents) - Math.abs(a.amountCents),
    );
}
