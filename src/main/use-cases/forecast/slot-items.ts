/**
 * The items behind a week or an amount set apart, those that bring most of it first. A hundred
 * thousand items each have their share of every week: they are put in order as numbers, and only a
 * window of them becomes rows.
 */

import { forecastWeeks } from '../../../shared/domain/forecast/due-and-promise.ts';
import { HORIZON_WEEKS, LATER, NEVER } from '../../../shared/domain/forecast/expected-cash.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { type Cents, ratioOf } from '../../../shared/kernel/cents.ts';
import { cashReasonSentence } from '../../../shared/text/cash-reason.ts';
import { CURRENCY_MARK } from '../overview/aged.ts';
import { lastAnswer } from '../overview/last-answer.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import type { ItemCash } from './account-cash.ts';
import { cashOfAccount } from './likely-cash.ts';
import { accountsIn } from './likely-weeks.ts';
import type { OutlookQuestion } from './outlook-answer.ts';

export type CashSlot = CalendarDate | 'later' | 'never' | 'undated' | 'credits' | 'apart';

export interface SlotQuestion extends OutlookQuestion {
  readonly slot: CashSlot;
}

interface Share {
  readonly item: OpenItem;
  readonly amountCents: Cents;
  /** Null where it stands apart. */
  readonly cash: ItemCash | null;
}

interface Shares {
  readonly total: number;
  /** One amount a currency. */
  readonly amounts: readonly { readonly currency: string; readonly amountCents: Cents }[];
  /** Those of a window, in order. */
  readonly window: (part: { readonly offset: number; readonly limit: number }) => readonly Share[];
}

const kept = lastAnswer<Shares>();

/** The shares of the slot, those that bring most first, the currency of the books before others. */
export function slotShares(portfolio: Portfolio, question: SlotQuestion): Shares {
  const { slot, weekCount, by, key, whatIf } = question;
  return kept(portfolio, [slot, weekCount, by, key, whatIf], () => {
    const shares = sharesOf(portfolio, question);
    const [books, others] = [orderedKeys(shares, true), orderedKeys(shares, false)];
    const shareAt = (at: number): Share[] => {
      const key = at < books.length ? books[at] : others[at - books.length];
      const share = key === undefined ? undefined : shares[indexOfKey(key)];
      return share === undefined ? [] : [share];
    };
    return {
      total: shares.length,
      amounts: sumsByCurrency(shares),
      window: ({ offset, limit }) =>
        Array.from({ length: limit }, (_, row) => shareAt(offset + row)).flat(),
    };
  });
}

/** More items than a portfolio has, below what a double holds beside the cents. */
const INDEX_RANGE = 2 ** 21;
const KEY_CENTS_MAX = 2 ** 31;

/**
 * The shares as numbers that sort by amount, the largest first: numbers are sorted ten times faster
 * than objects. Amounts beyond twenty million euros are equal to it.
 */
function orderedKeys(shares: readonly Share[], isOfBooks: boolean): Float64Array {
  const keys: number[] = [];
  for (const [index, { item, amountCents }] of shares.entries()) {
    if ((item.currency === LEDGER_CURRENCY) !== isOfBooks) continue;
    const size = Math.min(Math.abs(amountCents), KEY_CENTS_MAX);
    keys.push((KEY_CENTS_MAX - size) * INDEX_RANGE + index);
  }
  return Float64Array.from(keys).sort();
}

function indexOfKey(key: number): number {
  return key % INDEX_RANGE;
}

function sumsByCurrency(shares: readonly Share[]): Shares['amounts'] {
  const sums = new Map<string, Cents>();
  for (const { item, amountCents } of shares) {
    sums.set(item.currency, (sums.get(item.currency) ?? 0) + amountCents);
  }
  return [...sums].map(([currency, amountCents]) => ({ currency, amountCents }));
}

function sharesOf(portfolio: Portfolio, question: SlotQuestion): Share[] {
  const { slot, whatIf, key } = question;
  const [, currency] = key?.split(CURRENCY_MARK) ?? [];
  const places = placesOf(portfolio, question);
  const shares: Share[] = [];
  for (const account of accountsIn(portfolio, question)) {
    const cash = cashOfAccount(portfolio, account, whatIf);
    for (const one of cash.apart) {
      if (one.slot === slot) shares.push({ ...one, cash: null });
    }
    if (places === null) continue;
    for (const item of cash.items) {
      let amountCents = 0;
      for (let place = places.from; place <= places.to; place += 1) {
        amountCents += cash.cents[item.start + place] ?? 0;
      }
      if (amountCents !== 0) shares.push({ item: item.item, amountCents, cash: item });
    }
  }
  return currency === undefined ? shares : shares.filter(({ item }) => item.currency === currency);
}

/** The places of a slot, both ends included; null for what stands apart. */
function placesOf(
  { today }: Portfolio,
  { slot, weekCount }: SlotQuestion,
): { readonly from: number; readonly to: number } | null {
  if (slot === 'never') return { from: NEVER, to: NEVER };
  if (slot === 'later') return { from: weekCount, to: LATER };
  if (slot === 'undated' || slot === 'credits' || slot === 'apart') return null;
  const place = forecastWeeks(today, HORIZON_WEEKS).indexOf(slot);
  return place < 0 ? null : { from: place, to: place };
}

/** A share as a row of the screen. */
export function shareRow(portfolio: Portfolio, share: Share, question: SlotQuestion) {
  const { item, amountCents, cash } = share;
  const typed = portfolio.outlook.typedDays.get(item.receivableId ?? 0);
  const { language, slot } = question;
  return {
    receivableId: item.receivableId,
    customerId: item.customerId,
    name: portfolio.accounts.get(item.customerId)?.record.name ?? '',
    documentNumber: item.documentNumber,
    dueDate: item.dueDate,
    likelyDate: cash?.day ?? null,
    chanceBasisPoints:
      cash === null || cash.openCents === 0 ? null : ratioOf(amountCents, 10_000, cash.openCents),
    openCents: cash?.openCents ?? item.outstandingCents,
    amountCents,
    currency: item.currency,
    why: cashReasonSentence(
      {
        slot,
        source: cash?.source ?? null,
        reliability: cash?.reliability ?? 0,
        isPromised: cash?.isPromised ?? false,
        isDisputed: (cash?.disputedCents ?? 0) > 0,
        disputeDays: cash?.disputeDays ?? 0,
        isLate: item.dueDate !== null && item.dueDate < portfolio.today,
        isSupposed: cash?.isSupposed ?? false,
        reason: typed?.reason ?? '',
      },
      language,
    ),
    typedDate: typed?.expectedDate ?? null,
    typedReason: typed?.reason ?? '',
  };
}
