/** The forecast screen's answer: likely weeks beside the two other views, groups, aims, events. */

import { totalsBySlot } from '../../../shared/domain/forecast/due-and-promise.ts';
import {
  HORIZON_WEEKS,
  LATER,
  NEVER,
  PLACES,
} from '../../../shared/domain/forecast/expected-cash.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { Language } from '../../../shared/format/language.ts';
import {
  addDays,
  type CalendarDate,
  daysBetween,
  endOfMonth,
  laterOf,
  startOfMonth,
} from '../../../shared/kernel/calendar-date.ts';
import { type Cents, ratioOf } from '../../../shared/kernel/cents.ts';
import { dimensionLabel } from '../../../shared/text/dimension-label.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { readCashEvents, readObjectives } from '../../ledger/views/forecasts.ts';
import { readReceiptsByDay } from '../../ledger/views/receipts.ts';
import { type AgedGroup, CURRENCY_MARK, groupKeyOf } from '../overview/aged.ts';
import { forecastViews, receiptsByWeek } from '../overview/cash-forecast.ts';
import { lastAnswer } from '../overview/last-answer.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { CASH_KINDS, type CashSums } from './account-cash.ts';
import { judgementOf } from './judgement.ts';
import { cashOfAccount, placeCents } from './likely-cash.ts';
import { accountsIn, type CashQuestion, type LikelyWeek, likelyWeeks } from './likely-weeks.ts';

const GROUPS_MAX = 500;

export interface OutlookQuestion extends CashQuestion {
  readonly weekCount: number;
  readonly language: Language;
}

type Answer = ReturnType<typeof makeAnswer>;

const answers = lastAnswer<Answer>();

/** All of it but how far the model is; kept for the state of the ledger and the last question. */
export function outlookAnswer(
  ledger: Ledger,
  portfolio: Portfolio,
  question: OutlookQuestion,
): Answer {
  const { weekCount, by, key, whatIf, language } = question;
  const asked = [weekCount, by, key, whatIf, language, ledger.version().entryId];
  return answers(portfolio, asked, () => makeAnswer(ledger, portfolio, question));
}

function makeAnswer(ledger: Ledger, portfolio: Portfolio, question: OutlookQuestion) {
  const { weekCount, by, key } = question;
  const cash = likelyWeeks(ledger, portfolio, question);
  const plain =
    question.whatIf.length === 0
      ? cash
      : likelyWeeks(ledger, portfolio, { ...question, whatIf: [] });
  const views = forecastViews(portfolio, { weekCount, by, key });
  const inBooks = ({ item }: (typeof views.due)[number]) => item.currency === LEDGER_CURRENCY;
  const due = totalsBySlot(views.due.filter(inBooks));
  const promised = totalsBySlot(views.promised.filter(inBooks));
  const weeks = cash.weeks.slice(0, weekCount);
  const lastYear = receiptsByWeek(
    ledger,
    weeks.map(({ weekStart }) => addDays(weekStart, -364)),
  );
  const objectives = ledger.read(readObjectives);
  const beyond = cash.weeks.slice(weekCount).reduce((sum, week) => sum + week.expectedCents, 0);
  return {
    today: portfolio.today,
    bankDate: portfolio.bankDate,
    chosen: judgementOf(ledger, portfolio).chosen,
    weeks: weeks.map((week, index) => ({
      ...week,
      plainCents: plain.weeks[index]?.expectedCents ?? 0,
      dueCents: due.get(week.weekStart) ?? 0,
      byPromiseCents: promised.get(week.weekStart) ?? 0,
      lastYearCents: by === 'none' ? (lastYear?.[index] ?? null) : null,
      objectiveCents: by === 'none' ? weeklyAim(week.weekStart, objectives) : null,
    })),
    laterCents: cash.laterCents + beyond,
    neverCents: cash.neverCents,
    undatedCents: cash.books.undatedCents,
    creditsCents: cash.books.creditsCents,
    apartCents: cash.books.apartCents,
    totalCents: totalOf(cash.books),
    groups: by === 'none' ? [] : groupsOf(portfolio, question),
    otherCurrencies: cash.others.map((sums) => ({
      currency: sums.currency,
      amountsCents: placeCents(sums).slice(0, weekCount),
      totalCents: totalOf(sums),
    })),
    events: ledger.read(readCashEvents),
    objectives: objectives.map((aim) => ({
      ...aim,
      receivedCents: receivedIn(ledger, aim.monthDate),
      expectedCents: expectedIn(aim.monthDate, cash.weeks, portfolio.today),
    })),
  };
}

function totalOf(sums: CashSums): Cents {
  const { undatedCents, creditsCents, apartCents } = sums;
  const placed = placeCents(sums).reduce((sum, cents) => sum + cents, 0);
  return placed + undatedCents + creditsCents + apartCents;
}

/** The share of the aims of its months that falls on a week, day by day; null without an aim. */
function weeklyAim(
  monday: CalendarDate,
  objectives: readonly { readonly monthDate: CalendarDate; readonly amountCents: Cents }[],
): Cents | null {
  let sum: Cents | null = null;
  for (const { monthDate, amountCents } of objectives) {
    const days = daysShared(monday, addDays(monday, 6), monthDate);
    if (days === 0) continue;
    sum =
      (sum ?? 0) + ratioOf(amountCents, days, daysBetween(monthDate, endOfMonth(monthDate)) + 1);
  }
  return sum;
}

/** Days of a month between two days, both included. */
function daysShared(from: CalendarDate, to: CalendarDate, monthDate: CalendarDate): number {
  const first = laterOf(from, startOfMonth(monthDate));
  const end = endOfMonth(monthDate);
  return Math.max(0, daysBetween(first, to < end ? to : end) + 1);
}

function receivedIn(ledger: Ledger, monthDate: CalendarDate): Cents {
  return ledger
    .read((reader) => readReceiptsByDay(reader, monthDate, endOfMonth(monthDate)))
    .reduce((sum, { receivedCents }) => sum + receivedCents, 0);
}

/** What is still expected in a month: of a week, the share of its days to come that are in it. */
function expectedIn(
  monthDate: CalendarDate,
  weeks: readonly LikelyWeek[],
  today: CalendarDate,
): Cents {
  return weeks.reduce((sum, { weekStart, expectedCents }) => {
    const from = laterOf(weekStart, today);
    const sunday = addDays(weekStart, 6);
    const days = daysBetween(from, sunday) + 1;
    return sum + ratioOf(expectedCents, daysShared(from, sunday, monthDate), days);
  }, 0);
}

/** One row a group and currency: amounts of two currencies have no sum. */
function groupsOf(portfolio: Portfolio, question: OutlookQuestion) {
  const { weekCount, by, whatIf } = question;
  const groups = new Map<string, { key: string; currency: string; places: Float64Array }>();
  for (const account of accountsIn(portfolio, question)) {
    const key = groupKeyOf(account, by as AgedGroup);
    for (const sums of cashOfAccount(portfolio, account, whatIf).sums) {
      const isBooks = sums.currency === LEDGER_CURRENCY;
      const rowKey = isBooks ? key : `${key}${CURRENCY_MARK}${sums.currency}`;
      const group = groups.get(rowKey) ?? {
        key,
        currency: sums.currency,
        places: new Float64Array(PLACES + 1),
      };
      groups.set(rowKey, group);
      addPlaces(group.places, sums);
    }
  }
  return [...groups]
    .map(([rowKey, { key, currency, places }]) => {
      const label = labelOf(portfolio, key, question);
      const cents = [...places];
      return {
        key: rowKey,
        label: currency === LEDGER_CURRENCY ? label : `${label} (${currency})`,
        currency,
        amountsCents: cents.slice(0, weekCount),
        laterCents: sumOf(cents.slice(weekCount, HORIZON_WEEKS)) + (cents[LATER] ?? 0),
        neverCents: cents[NEVER] ?? 0,
        totalCents: sumOf(cents),
      };
    })
    .sort((a, b) => b.totalCents - a.totalCents)
    .slice(0, GROUPS_MAX);
}

/** Places, and after them what stands apart, all in one. */
function addPlaces(places: Float64Array, sums: CashSums): void {
  for (let place = 0; place < PLACES; place += 1) {
    let cents = places[place] ?? 0;
    for (const kind of CASH_KINDS) cents += sums.byKind[kind][place] ?? 0;
    places[place] = cents;
  }
  const apart = sums.undatedCents + sums.creditsCents + sums.apartCents;
  places[PLACES] = (places[PLACES] ?? 0) + apart;
}

function sumOf(cents: readonly number[]): Cents {
  return cents.reduce((sum, one) => sum + one, 0);
}

function labelOf(
  portfolio: Portfolio,
  key: string,
  { by, language }: Pick<OutlookQuestion, 'by' | 'language'>,
): string {
  if (by === 'none') return '';
  if (by !== 'customer') return dimensionLabel(by, key, language);
  return portfolio.accounts.get(Number.parseInt(key, 10))?.record.name ?? '';
}
