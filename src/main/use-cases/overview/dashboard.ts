/** The dashboard: where the money is, what moved since last month, what is to be done today. */
import { setImmediate } from 'node:timers/promises';
import { agedBalance, bucketOfItem } from '../../../shared/domain/ageing/aged-balance.ts';
import { isExpiring } from '../../../shared/domain/hold/hold.ts';
import {
  type CurrencyAmount,
  LEDGER_CURRENCY,
  sumApart,
} from '../../../shared/domain/receivable/currency.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import type { Language } from '../../../shared/format/language.ts';
import { addDays } from '../../../shared/kernel/calendar-date.ts';
import { bucketLabel } from '../../../shared/text/ageing.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { listedCustomers, otherTotalsOf } from '../customers/list-customers.ts';
import { type CustomerAccount, overdueElsewhere } from '../portfolio/customer-account.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import {
  figuresWithChange,
  isInBooks,
  itemsOfBooks,
  prepareFiguresBefore,
} from './dashboard-figures.ts';
import { receiptsAgainstForecast } from './dashboard-receipts.ts';
import { creditRows, missingContactRows, promiseRows, toMatchRows } from './lists.ts';
import type { prioritiesAnswer } from './priorities.ts';
import { segmentTotals } from './segment-totals.ts';
import { BROKEN_OUTCOMES, waitingOf } from './waiting.ts';

const SOON_DAYS = 15;
const DEBTORS = 8;

type Answer = Awaited<ReturnType<typeof makeAnswer>>;

const answers = new WeakMap<Portfolio, Map<Language, Promise<Answer>>>();

/**
 * The screen's whole answer but the work of the day: made once for each state of the portfolio, and
 * part by part. On a large ledger all of it takes more than a second the first time.
 */
export function dashboardOf(
  ledger: Ledger,
  portfolio: Portfolio,
  language: Language,
): Promise<Answer> {
  const kept = answers.get(portfolio) ?? new Map<Language, Promise<Answer>>();
  answers.set(portfolio, kept);
  const answer = kept.get(language) ?? makeAnswer(ledger, portfolio, language);
  kept.set(language, answer);
  // What failed is tried again by the next who asks.
  answer.catch(() => kept.delete(language));
  return answer;
}

async function makeAnswer(ledger: Ledger, portfolio: Portfolio, language: Language) {
  const accounts = [...portfolio.accounts.values()];
  await prepareFiguresBefore(ledger, portfolio);
  const part = async <Part>(make: () => Part): Promise<Part> => {
    await setImmediate();
    return make();
  };
  return {
    today: portfolio.today,
    freshness: portfolio.freshness,
    figures: accounts.length === 0 ? null : await part(() => figuresWithChange(ledger, portfolio)),
    buckets: await part(() => bucketsOf(portfolio, language)),
    topDebtors: await part(() => topDebtors(accounts)),
    profiles: await part(() => profilesOf(portfolio, accounts)),
    segments: await part(() => segmentTotals(portfolio)),
    promises: await part(() => promisesOf(portfolio)),
    disputes: disputesOf(accounts),
    holds: await part(() => holdsOf(portfolio, accounts)),
    toMatchFirst: await part(() => toMatchOf(portfolio)),
    creditsToAllocate: await part(() => creditsOf(portfolio)),
    missingContacts: await part(() => missingOf(portfolio)),
    receiptsByWeek: await part(() => receiptsAgainstForecast(ledger, portfolio)),
    otherCurrencies: await part(() => otherTotalsOf(listedCustomers(portfolio))),
  };
}

interface Bucket {
  readonly key: string;
  readonly amountCents: number;
  readonly itemCount: number;
}

const knownBuckets = new WeakMap<Portfolio['owed'], readonly Bucket[]>();

/** The bars of the aged balance: counted once for as long as what is owed does not move. */
function bucketsOf(portfolio: Portfolio, language: Language) {
  const made = knownBuckets.get(portfolio.owed) ?? makeBuckets(portfolio, itemsOfBooks(portfolio));
  knownBuckets.set(portfolio.owed, made);
  return made.map((bucket) => ({ ...bucket, label: bucketLabel(bucket.key, language) }));
}

function makeBuckets(portfolio: Portfolio, items: readonly OpenItem[]): readonly Bucket[] {
  const brackets = portfolio.settings.ageing.bracketDays;
  const settings = { asOf: portfolio.today, by: 'due_date' as const, brackets };
  const { buckets, totals } = agedBalance(items, () => 0, settings);
  const counts = buckets.map(() => 0);
  for (const item of items) {
    const column = bucketOfItem(item, settings);
    counts[column] = (counts[column] ?? 0) + 1;
  }
  return buckets.map((key, index) => ({
    key,
    amountCents: totals.amountsCents[index] ?? 0,
    itemCount: counts[index] ?? 0,
  }));
}

function topDebtors(accounts: readonly CustomerAccount[]) {
  return accounts
    .filter(({ sums }) => sums.overdueCents > 0)
    .sort((a, b) => b.sums.overdueCents - a.sums.overdueCents)
    .slice(0, DEBTORS)
    .map(({ record, sums }) => ({
      customerId: record.customerId,
      name: record.name,
      overdueCents: sums.overdueCents,
      outstandingCents: sums.outstandingCents,
      oldestDaysPastDue: sums.oldestDaysPastDue,
    }));
}

/** First table: by profile, what is overdue and what falls due within a fortnight. */
function profilesOf(portfolio: Portfolio, accounts: readonly CustomerAccount[]) {
  const soon = addDays(portfolio.today, SOON_DAYS);
  const profiles = new Map<
    string | null,
    { late: number; lateCents: number; soon: number; soonCents: number }
  >();
  for (const account of accounts) {
    const row = profiles.get(account.profile) ?? { late: 0, lateCents: 0, soon: 0, soonCents: 0 };
    profiles.set(account.profile, row);
    const dueSoonCents = account.items.reduce(
      (sum, item) =>
        item.outstandingCents > 0 &&
        isInBooks(item) &&
        item.dueDate !== null &&
        item.dueDate >= portfolio.today &&
        item.dueDate <= soon
          ? sum + item.outstandingCents
          : sum,
      0,
    );
    if (account.sums.overdueCents > 0) row.late += 1;
    row.lateCents += account.sums.overdueCents;
    if (dueSoonCents > 0) row.soon += 1;
    row.soonCents += dueSoonCents;
  }
  return [...profiles]
    .map(([profile, row]) => ({
      profile,
      overdueCustomerCount: row.late,
      overdueCents: row.lateCents,
      dueSoonCustomerCount: row.soon,
      dueSoonCents: row.soonCents,
    }))
    .filter((row) => row.overdueCents > 0 || row.dueSoonCents > 0)
    .sort((a, b) => b.overdueCents - a.overdueCents);
}

/** What is to be done today; `morning` is the answer of the priorities screen. */
export function workOfDay(portfolio: Portfolio, morning: ReturnType<typeof prioritiesAnswer>) {
  const { callBackCount, tasksDueCount } = waitingOf(portfolio);
  return {
    obligationCount: morning.obligations.filter(({ isDone }) => !isDone).length,
    tenCount: morning.ten.length,
    doneCount: morning.doneCount,
    callBackCount,
    tasksDueCount,
  };
}

function promisesOf(portfolio: Portfolio) {
  const rows = promiseRows(portfolio);
  const soon = addDays(portfolio.today, 7);
  const due = rows.filter((row) => row.outcome === 'pending' && row.promisedFor <= soon);
  const { brokenCount, toVerifyCount } = waitingOf(portfolio);
  const broken = rows.filter((row) => BROKEN_OUTCOMES.includes(row.outcome));
  const toVerify = rows.filter((row) => row.outcome === 'to_verify');
  const { totalCents: dueCents, otherTotals: dueOther } = sumApart(due);
  const { totalCents: toVerifyCents, otherTotals: toVerifyOther } = sumApart(toVerify);
  const missed = sumApart(
    broken.map(({ currency, amountCents, receivedCents }) => ({
      currency,
      amountCents: amountCents - receivedCents,
    })),
  );
  return {
    dueCount: due.length,
    dueCents,
    dueOther,
    brokenCount,
    brokenCents: missed.totalCents,
    brokenOther: missed.otherTotals,
    toVerifyCount,
    toVerifyCents,
    toVerifyOther,
  };
}

function disputesOf(accounts: readonly CustomerAccount[]) {
  const open = accounts.flatMap(({ openDisputes }) => openDisputes);
  const amounts = open.flatMap(({ items, currency }) =>
    items.map(({ amountCents }) => ({ currency, amountCents })),
  );
  return { count: open.length, ...amountsOf(amounts) };
}

function holdsOf(portfolio: Portfolio, accounts: readonly CustomerAccount[]) {
  const held = accounts.filter(({ liveHolds }) => liveHolds.length > 0);
  const holds = held.flatMap(({ liveHolds }) => liveHolds);
  const expiring = holds.filter((hold) => isExpiring(hold, portfolio.today, portfolio.calendar));
  return {
    count: holds.length,
    ...amountsOf(held.flatMap(overdueOf)),
    expiringCount: expiring.length,
  };
}

function creditsOf(portfolio: Portfolio) {
  const rows = creditRows(portfolio);
  return {
    customerCount: new Set(rows.map((row) => row.customerId)).size,
    ...amountsOf(rows),
  };
}

function missingOf(portfolio: Portfolio) {
  const rows = missingContactRows(portfolio, 'any').filter(
    (row) => row.overdueCents > 0 || row.otherOverdue.length > 0,
  );
  const { totalCents, otherTotals } = sumApart(
    rows.flatMap(({ overdueCents, otherOverdue }) => [inBooks(overdueCents), ...otherOverdue]),
  );
  return { customerCount: rows.length, overdueCents: totalCents, otherTotals };
}

function toMatchOf(portfolio: Portfolio) {
  const rows = toMatchRows(portfolio);
  return {
    customerCount: new Set(rows.map(({ customerId }) => customerId)).size,
    ...amountsOf(
      rows.map(({ currency, overdueCents }) => ({ currency, amountCents: overdueCents })),
    ),
  };
}

function amountsOf(amounts: Iterable<CurrencyAmount>) {
  const { totalCents, otherTotals } = sumApart(amounts);
  return { amountCents: totalCents, otherTotals };
}

function overdueOf(account: CustomerAccount): CurrencyAmount[] {
  return [inBooks(account.sums.overdueCents), ...overdueElsewhere(account)];
}

function inBooks(amountCents: number): CurrencyAmount {
  return { currency: LEDGER_CURRENCY, amountCents };
}
