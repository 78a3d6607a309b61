/**
 * The ranking of a portfolio, computed once a state of it: the payers in order, who is left out and
 * why, the obligations of the day.
 */
import { setImmediate } from 'node:timers/promises';
import { contactStateOf } from '../../../shared/domain/contact-log/contact-state.ts';
import { stateDuty } from '../../../shared/domain/item-state/item-state.ts';
import { isDeadlineNear } from '../../../shared/domain/payer/insurer-deadline.ts';
import {
  type DueReview,
  inOrderOfDeadline,
  type MissedPart,
  type Obligation,
  obligationsOf,
} from '../../../shared/domain/priority/obligations.ts';
import { oneRowAPayer } from '../../../shared/domain/priority/one-row-a-payer.ts';
import type { PayerInput } from '../../../shared/domain/priority/payer-input.ts';
import {
  type PlacedPayer,
  placePayer,
  type Ranking,
  rankPlaced,
} from '../../../shared/domain/priority/rank-payers.ts';
import { recentlyBroken } from '../../../shared/domain/promise/judge-promise.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import { addDays, type CalendarDate, earlierOf } from '../../../shared/kernel/calendar-date.ts';
import { insuranceOf, insuredItems } from '../payers/insured-items.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';
import { payerExposure } from '../portfolio/habits.ts';
import { loggedContacts } from '../portfolio/logged-contacts.ts';
import { chancesWithinAWeek } from '../portfolio/outlook.ts';
import { accountsOfPayer, type Portfolio } from '../portfolio/portfolio.ts';

export interface RankedPortfolio extends Ranking {
  readonly obligations: readonly Obligation[];
}

/** Rejects older than this are no news any more. */
const REJECT_NEWS_DAYS = 30;

const known = new WeakMap<Portfolio, RankedPortfolio>();

/** The ranking of this state of the portfolio. */
export function rankingOf(portfolio: Portfolio): RankedPortfolio {
  const made = known.get(portfolio) ?? makeRanking(portfolio);
  known.set(portfolio, made);
  return made;
}

/** What a payer came to, and what it was made from: as long as that is the same, so is this. */
interface Placement {
  readonly sources: readonly unknown[];
  readonly placed: PlacedPayer | null;
  readonly duties: readonly Obligation[];
}

/** Placements of a day under the same settings: portfolios that differ by a customer share them. */
const placements = new WeakMap<Portfolio['chase'], Map<number, Placement>>();

/** Payers placed before the thread is given back. */
const STAGE_PAYERS = 1000;

/** Makes the ranking by stages: on a large ledger it takes some hundreds of milliseconds. */
export async function prepareRanking(portfolio: Portfolio): Promise<void> {
  const payerIds = [...portfolio.payers.keys()];
  for (let at = 0; at < payerIds.length; at += STAGE_PAYERS) {
    await setImmediate();
    for (const payerId of payerIds.slice(at, at + STAGE_PAYERS)) placementAt(portfolio, payerId);
  }
  await setImmediate();
  rankingOf(portfolio);
}

function makeRanking(portfolio: Portfolio): RankedPortfolio {
  const all = Array.from(portfolio.payers.keys(), (payerId) => placementAt(portfolio, payerId));
  const ranking = rankPlaced(all.flatMap(({ placed }) => placed ?? []));
  return { ...ranking, obligations: inOrderOfDeadline(all.flatMap(({ duties }) => duties)) };
}

/** The payer's placement: the one of before where nothing it was made from has moved. */
function placementAt(portfolio: Portfolio, payerId: number): Placement {
  const kept = placements.get(portfolio.chase) ?? new Map<number, Placement>();
  placements.set(portfolio.chase, kept);
  const before = kept.get(payerId);
  const sources = sourcesOf(portfolio, payerId);
  const isSame =
    before !== undefined &&
    before.sources.length === sources.length &&
    before.sources.every((source, index) => source === sources[index]);
  if (isSame) return before;
  const made = placementOf(portfolio, payerId, sources);
  kept.set(payerId, made);
  return made;
}

function sourcesOf({ accounts, payers, habits, reach }: Portfolio, payerId: number): unknown[] {
  const sources: unknown[] = [habits.get(payerId)];
  for (const id of payers.get(payerId) ?? [payerId]) sources.push(accounts.get(id), reach.get(id));
  return sources;
}

function placementOf(
  portfolio: Portfolio,
  payerId: number,
  sources: readonly unknown[],
): Placement {
  const { today, bankDate, calendar, settings } = portfolio;
  const context = { today, bankDate, calendar, weights: settings.priority };
  return {
    sources,
    placed: oneRowAPayer(
      payerInputs(portfolio, payerId).flatMap((payer) => placePayer(payer, context) ?? []),
    ),
    duties: dutiesOf(portfolio, payerId),
  };
}

/** One input a currency, with the events in it; a payer with nothing open gives none. */
function payerInputs(portfolio: Portfolio, payerId: number): PayerInput[] {
  const accounts = accountsOfPayer(portfolio, payerId).filter(({ items }) => items.length > 0);
  if (accounts.length === 0) return [];
  const currencies = new Set(accounts.flatMap(({ items }) => items.map((item) => item.currency)));
  const shared = sharedInput(portfolio, payerId, accounts);
  return [...currencies].map((currency) => ({
    ...shared,
    ...eventsIn(currency, accounts, portfolio.today),
    currency,
    accounts: accounts.flatMap(({ assessed }) =>
      assessed.filter((account) => account.currency === currency),
    ),
  }));
}

function sharedInput(
  portfolio: Portfolio,
  payerId: number,
  accounts: readonly CustomerAccount[],
): Omit<PayerInput, 'currency' | 'accounts' | keyof Events> {
  const { habits, reach } = portfolio;
  const habit = habits.get(payerId);
  const reached = accounts.flatMap(({ record }) => reach.get(record.customerId) ?? []);
  const best =
    reached.find((one) => one.reach === 'direct_phone') ??
    reached.find((one) => one.reach === 'switchboard') ??
    reached[0];
  return {
    payerId,
    usualDelayDays: habit?.usualDelayDays ?? null,
    paymentDays: habit?.paymentDays ?? [],
    reach: best?.reach ?? 'none',
    contact: contactStateOf(accounts.flatMap(({ calls }) => loggedContacts(calls)).sort(byDay)),
    isOrderWaiting: false,
    isEmailPlannedToday: false,
    chances: chancesWithinAWeek(portfolio.outlook, portfolio.payers.get(payerId) ?? [payerId]),
  };
}

type Events = Pick<PayerInput, 'brokenPromises' | 'rejectedPayment' | 'exposureExcessCents'>;

/** What happened in one currency; limits are in that of the books. */
function eventsIn(
  currency: string,
  accounts: readonly CustomerAccount[],
  today: CalendarDate,
): Events {
  const broken = accounts.flatMap((account) =>
    recentlyBroken(account.judgedPromises, today).filter(
      ({ promise }) => promiseCurrency(account, promise.promiseId) === currency,
    ),
  );
  const since = addDays(today, -REJECT_NEWS_DAYS);
  const [latest] = accounts
    .flatMap(({ rejects }) => rejects)
    .filter((one) => one.currency === currency && one.receivedDate >= since)
    .sort((a, b) => (a.receivedDate < b.receivedDate ? 1 : -1));
  return {
    brokenPromises: broken.map(({ promise, deadline, receivedCents }) => ({
      promisedFor: promise.promisedFor,
      brokenOn: deadline,
      amountCents: promise.amountCents - receivedCents,
    })),
    rejectedPayment:
      latest === undefined
        ? null
        : { day: latest.receivedDate, amountCents: Math.abs(latest.amountCents) },
    exposureExcessCents:
      currency === LEDGER_CURRENCY ? (payerExposure(accounts, today)?.excessCents ?? null) : null,
  };
}

function promiseCurrency({ promises }: CustomerAccount, promiseId: number): string {
  return promises.find((row) => row.promiseId === promiseId)?.currency ?? LEDGER_CURRENCY;
}

function dutiesOf(portfolio: Portfolio, payerId: number): readonly Obligation[] {
  const accounts = accountsOfPayer(portfolio, payerId);
  const since = addDays(portfolio.today, -REJECT_NEWS_DAYS);
  const overdueCents = accounts.reduce((sum, { sums }) => sum + sums.overdueCents, 0);
  return obligationsOf(
    {
      payerId,
      overdueCents,
      contact: contactStateOf(accounts.flatMap(({ calls }) => loggedContacts(calls)).sort(byDay)),
      promises: accounts.flatMap((account) =>
        account.judgedPromises.map((judged) => ({
          ...judged,
          customerId: account.record.customerId,
          currency: promiseCurrency(account, judged.promise.promiseId),
        })),
      ),
      missedParts: accounts.flatMap(missedPartsOf),
      rejects: accounts.flatMap(({ rejects }) =>
        rejects
          .filter(({ receivedDate }) => receivedDate >= since)
          .map(({ customerId, receivedDate, amountCents, currency }) => ({
            customerId,
            day: receivedDate,
            amountCents: Math.abs(amountCents),
            currency,
          })),
      ),
      tasks: accounts.flatMap(({ tasks, sums }) =>
        tasks
          .filter((task) => !task.isClosed)
          .map(({ taskId, customerId, dueOn }) => ({
            taskId,
            customerId,
            dueOn,
            amountCents: sums.overdueCents,
          })),
      ),
      holds: accounts.flatMap(({ liveHolds }) => liveHolds),
      reviews: accounts.flatMap((account) => [
        ...reviewsOf(account),
        ...insurerReviewsOf(account, portfolio.today),
      ]),
      replies: accounts.flatMap(({ replies }) => replies),
    },
    portfolio.today,
  );
}

/** What is known or decided of a customer and comes up again on a day. */
function reviewsOf(account: CustomerAccount): DueReview[] {
  const { record, marks, guarantees, solvencyChecks } = account;
  const { customerId } = record;
  const latest = solvencyChecks.at(-1);
  const on = latest?.nextReviewOn ?? null;
  return [
    ...stateReviewsOf(account),
    ...marks.map(({ markId, reviewOn }) => ({
      kind: 'mark_review' as const,
      sourceId: markId,
      customerId,
      on: reviewOn,
    })),
    ...(latest === undefined || on === null
      ? []
      : [
          {
            kind: 'solvency_review' as const,
            sourceId: latest.solvencyCheckId,
            customerId,
            on,
          },
        ]),
    ...guarantees.flatMap(({ guaranteeId, until }) =>
      until === null
        ? []
        : [{ kind: 'guarantee_end' as const, sourceId: guaranteeId, customerId, on: until }],
    ),
    ...agreedReviews(account),
  ];
}

/** Answers due to disputes, and plans that nobody signed in time. */
function agreedReviews(account: CustomerAccount): DueReview[] {
  const { customerId } = account.record;
  const unsigned = account.judgedAgreements.filter(({ state }) => state === 'unsigned');
  return [
    ...account.openDisputes.flatMap(({ disputeId, answerBy, items, currency }) => {
      if (answerBy === null) return [];
      const amountCents = items.reduce((sum, item) => sum + item.amountCents, 0);
      const amount = { currency, amountCents };
      const kind = 'dispute_answer' as const;
      return [{ kind, sourceId: disputeId, customerId, on: answerBy, amount }];
    }),
    ...unsigned.map(({ agreement: { agreementId, answerBy }, openCents }) => {
      const amount = {
        currency: agreementCurrency(account, agreementId),
        amountCents: openCents,
      };
      const kind = 'plan_unsigned' as const;
      return { kind, sourceId: agreementId, customerId, on: answerBy, amount };
    }),
  ];
}

/** Parts of the plans that wait for a decision. */
function missedPartsOf(account: CustomerAccount): MissedPart[] {
  const { customerId } = account.record;
  return account.judgedAgreements.flatMap(({ state, next, agreement: { agreementId } }) => {
    if (state !== 'missed' || next === null) return [];
    const { deadline, openCents: amountCents } = next;
    const currency = agreementCurrency(account, agreementId);
    return [{ agreementId, customerId, deadline, amountCents, currency }];
  });
}

function agreementCurrency({ agreements }: CustomerAccount, agreementId: number): string {
  return agreements.find((row) => row.agreementId === agreementId)?.currency ?? LEDGER_CURRENCY;
}

function byDay(a: { readonly day: string }, b: { readonly day: string }): number {
  return a.day < b.day ? -1 : a.day > b.day ? 1 : 0;
}

/** What the states of items still open ask, the amount being theirs. */
function stateReviewsOf({ record, items, states }: CustomerAccount): DueReview[] {
  return states.flatMap((state) => {
    const duty = stateDuty(state);
    const item = items.find(({ receivableId }) => receivableId === state.receivableId);
    if (duty === null || item === undefined || item.outstandingCents <= 0) return [];
    return {
      kind: duty.duty,
      sourceId: state.itemStateId,
      customerId: record.customerId,
      on: duty.on,
      amount: { amountCents: item.outstandingCents, currency: item.currency },
    };
  });
}

/** The first deadline of the insurer that is near, for all that is to be declared by then. */
function insurerReviewsOf(account: CustomerAccount, today: CalendarDate): DueReview[] {
  const near = insuredItems(account, today).flatMap(({ item, declareBefore: on }) =>
    on !== null && isDeadlineNear(on, today) ? [{ item, on }] : [],
  );
  const currencies = Map.groupBy(near, ({ item }) => item.currency);
  return [...currencies].map(([currency, own]) => ({
    kind: 'insurer_deadline' as const,
    sourceId: insuranceOf(account, today)?.guaranteeId ?? 0,
    customerId: account.record.customerId,
    on: own.reduce((first, one) => earlierOf(first, one.on), own[0]?.on ?? today),
    from: today,
    amount: {
      amountCents: own.reduce((sum, { item }) => sum + item.outstandingCents, 0),
      currency,
    },
  }));
}
