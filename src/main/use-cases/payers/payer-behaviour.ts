/**
 * How a payer behaves, with every term and his own figures: measured again from his rows, the same
 * way as for the portfolio, with the two years of his segment beside.
 */
import type { Behaviour } from '../../../shared/contract/payers.ts';
import { isReviewDue } from '../../../shared/domain/hold/hold.ts';
import { isInForce } from '../../../shared/domain/payer/exposure.ts';
import { promiseRate } from '../../../shared/domain/payer/promise-rate.ts';
import { segmentHistory } from '../../../shared/domain/payer/segment.ts';
import { type Reliability, reliabilityOf } from '../../../shared/domain/promise/judge-promise.ts';
import type { Language } from '../../../shared/format/language.ts';
import { addMonths, type CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader } from '../../ledger/session.ts';
import { readPaidInTimes } from '../../ledger/views/payer-delays.ts';
import { readTermsAcceptances } from '../../ledger/views/payer-facts.ts';
import type { CustomerAccount } from '../portfolio/customer-account.ts';
import { type Habit, payerExposure, readPayerItems } from '../portfolio/habits.ts';
import { payerEvents } from '../portfolio/payer-events.ts';
import { accountsOfPayer, type Portfolio } from '../portfolio/portfolio.ts';
import {
  explainBehaviour,
  explainTerms,
  exposureSentence,
  promiseSentence,
} from './behaviour-sentences.ts';
import { causeSentence } from './cause-sentence.ts';

const HISTORY_MONTHS = 24;
/** Each month end of the history has its memory of three months, and its twelve months of items. */
const MONTHS_READ = 40;
const EVENT_MONTHS = 12;

/** The whole answer; null for a customer without an account. */
export function payerBehaviourAnswer(
  reader: Reader,
  portfolio: Portfolio,
  wanted: { readonly customerId: number; readonly language: Language },
): Behaviour | null {
  const account = portfolio.accounts.get(wanted.customerId);
  if (account === undefined) return null;
  const payerId = account.record.payerCustomerId;
  const habit = portfolio.habits.get(payerId);
  const accounts = accountsOfPayer(portfolio, payerId);
  const exposure = payerExposure(accounts, portfolio.today);
  if (habit === undefined || exposure === null) return null;
  const known = { portfolio, language: wanted.language };
  const history = historyOf(reader, accounts, portfolio);
  const rate = rateOf(portfolio, accounts);
  const { currency: _, ...figures } = exposure;
  return {
    payerId,
    ...measuredOf(habit),
    ...explainBehaviour(habit.behaviour, history, known),
    terms: explainTerms(habit.behaviour, eventsOf(reader, accounts, portfolio.today), known),
    history: history.map(({ asOf, segment, delayDays }) => ({ asOf, segment, delayDays })),
    promiseRate: rate.rate,
    promiseSentence: promiseSentence(rate, wanted.language),
    causeSentence: causeSentence(accounts, portfolio.today, wanted.language),
    exposure: figures,
    exposureSentence: exposureSentence(exposure, wanted.language),
    ...factsOf(accounts, portfolio.today),
    acceptances: readTermsAcceptances(reader, wanted.customerId),
  };
}

/** The share of a payer's promises that a forecast may believe, and what it is drawn towards. */
export function rateOf(portfolio: Portfolio, accounts: readonly CustomerAccount[]) {
  const own = reliabilityOf(accounts.flatMap(({ judgedPromises }) => judgedPromises));
  return { rate: promiseRate(own, rateOfAll(portfolio)), judgedCount: own.judgedCount };
}

const rates = new WeakMap<Portfolio, number>();
/** Before anybody promised anything: two promises in three. */
const RATE_UNKNOWN = 2 / 3;

/** What the promises of all payers are worth together, by amount. */
export function rateOfAll(portfolio: Portfolio): number {
  const known = rates.get(portfolio);
  if (known !== undefined) return known;
  let keptCents = 0;
  let judgedCents = 0;
  for (const { judgedPromises } of portfolio.accounts.values()) {
    if (judgedPromises.length === 0) continue;
    const own: Reliability = reliabilityOf(judgedPromises);
    keptCents += own.keptCents;
    judgedCents += own.judgedCents;
  }
  const rate = judgedCents <= 0 ? RATE_UNKNOWN : Math.min(1, keptCents / judgedCents);
  rates.set(portfolio, rate);
  return rate;
}

function measuredOf({ behaviour }: Habit) {
  const { measured, measuredRisk, trend } = behaviour;
  return {
    segment: behaviour.segment,
    score: behaviour.score?.score ?? null,
    risk: behaviour.risk,
    trend: trend.direction,
    measuredSegment: measured.segment,
    measuredRisk: measuredRisk.risk,
    isSegmentTyped: behaviour.isSegmentTyped,
    isRiskTyped: behaviour.isRiskTyped,
    isWatched: behaviour.isWatched,
    delayDays: measured.delayDays,
    itemCount: measured.itemCount,
    openCount: measured.openCount,
    recentDays: trend.recentDays,
    earlierDays: trend.earlierDays,
  };
}

function historyOf(reader: Reader, accounts: readonly CustomerAccount[], portfolio: Portfolio) {
  const { today, settings } = portfolio;
  const items = readPayerItems(reader, accounts, addMonths(today, -MONTHS_READ));
  const asked = { months: HISTORY_MONTHS, settings: settings.payers.segment };
  return segmentHistory(items, today, asked);
}

function eventsOf(reader: Reader, accounts: readonly CustomerAccount[], today: CalendarDate) {
  const ids = accounts.map(({ record }) => record.customerId);
  const paid = readPaidInTimes(reader, ids, addMonths(today, -EVENT_MONTHS));
  return payerEvents(accounts, paid, today);
}

function factsOf(accounts: readonly CustomerAccount[], today: CalendarDate) {
  return {
    guarantees: accounts.flatMap(({ guarantees }) =>
      guarantees.map(({ customerId: _, ...row }) => ({ ...row, isInForce: isInForce(row, today) })),
    ),
    solvencyChecks: accounts
      .flatMap(({ solvencyChecks }) => [...solvencyChecks].reverse())
      .map(({ customerId: _, figures, ...row }, index) => ({
        ...row,
        figures: JSON.parse(figures) as Behaviour['solvencyChecks'][number]['figures'],
        isReviewDue: index === 0 && row.nextReviewOn !== null && row.nextReviewOn <= today,
      })),
    marks: accounts.flatMap(({ marks }) =>
      marks.map(({ customerId: _, ...row }) => ({ ...row, isReviewDue: isReviewDue(row, today) })),
    ),
  };
}
