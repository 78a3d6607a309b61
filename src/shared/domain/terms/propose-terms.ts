/**
 * The terms a customer most likely has, read from how he has paid.
 *
 * Each usual wording is tried: how much of what he paid arrived between `EARLY_DAYS_MAX` days
 * before the due date it gives and `LATE_DAYS_MAX` after, by amount. The wording that explains most
 * wins if it explains at least half of at least `PAYMENTS_MIN` payments; of two that explain as
 * much, the one that is nearest on average, then the simpler. One who always pays late by the same
 * number of days looks like one with longer terms: a proposal is confirmed by a person, never used
 * by itself.
 */
import { type CalendarDate, daysBetween } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { dueDateOf } from './due-date.ts';
import type { PaymentTerms } from './payment-terms.ts';

export const PAYMENTS_MIN = 4;
export const EARLY_DAYS_MAX = 2;
export const LATE_DAYS_MAX = 5;
const CONFIDENCE_PERCENT_MIN = 50;

export interface PastPayment {
  readonly documentDate: CalendarDate;
  readonly paidDate: CalendarDate;
  readonly amountCents: Cents;
}

export interface TermsProposal {
  readonly terms: PaymentTerms;
  /** Share of the amount paid that these terms explain, 50 to 100. */
  readonly confidencePercent: number;
  /** Payments looked at. */
  readonly count: number;
  /** Payments explained. */
  readonly explainedCount: number;
}

type Wording = readonly [
  count: number,
  endOfMonth: PaymentTerms['endOfMonth'],
  dayOfMonth: number | null,
];

/** Simplest first. */
const WORDINGS: readonly Wording[] = [
  [30, 'none', null],
  [0, 'none', null],
  [45, 'none', null],
  [60, 'none', null],
  [15, 'none', null],
  [8, 'none', null],
  [10, 'none', null],
  [20, 'none', null],
  [90, 'none', null],
  [30, 'after', null],
  [45, 'after', null],
  [0, 'after', null],
  [60, 'after', null],
  [45, 'before', null],
  [30, 'after', 10],
  [30, 'after', 15],
  [45, 'after', 10],
  [45, 'after', 15],
  [60, 'after', 10],
  [30, 'none', 10],
  [30, 'none', 15],
  [30, 'none', 25],
];
const CATALOGUE: readonly PaymentTerms[] = WORDINGS.map(([count, endOfMonth, dayOfMonth]) => ({
  unit: 'days',
  count,
  endOfMonth,
  dayOfMonth,
}));

interface Score {
  readonly terms: PaymentTerms;
  readonly explainedCents: Cents;
  readonly explainedCount: number;
  /** Σ |days| of the explained ones, by amount. */
  readonly distance: number;
}

/** The likeliest terms, or null where payments are too few or follow none. */
export function proposeTerms(pastPayments: readonly PastPayment[]): TermsProposal | null {
  const paid = pastPayments.filter(({ amountCents }) => amountCents > 0);
  if (paid.length < PAYMENTS_MIN) return null;
  let totalCents: Cents = 0;
  for (const { amountCents } of paid) totalCents += amountCents;
  const best = CATALOGUE.map((terms) => scoreOf(terms, paid)).reduce((first, next) =>
    isBetter(next, first) ? next : first,
  );
  const { terms, explainedCount, explainedCents } = best;
  const confidencePercent = Math.round((explainedCents * 100) / totalCents);
  if (confidencePercent < CONFIDENCE_PERCENT_MIN || explainedCount < PAYMENTS_MIN) return null;
  return { terms, confidencePercent, count: paid.length, explainedCount };
}

function scoreOf(terms: PaymentTerms, paid: readonly PastPayment[]): Score {
  let explainedCents: Cents = 0;
  let explainedCount = 0;
  let distance = 0;
  for (const { documentDate, paidDate, amountCents } of paid) {
    const days = daysBetween(dueDateOf(documentDate, terms), paidDate);
    if (days < -EARLY_DAYS_MAX || days > LATE_DAYS_MAX) continue;
    explainedCents += amountCents;
    explainedCount += 1;
    distance += Math.abs(days) * amountCents;
  }
  return { terms, explainedCents, explainedCount, distance };
}

function isBetter(score: Score, best: Score): boolean {
  if (score.explainedCents !== best.explainedCents) {
    return score.explainedCents > best.explainedCents;
  }
  return score.distance < best.distance;
}
