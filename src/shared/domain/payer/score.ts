/**
 * The score of a payer, 0 to 100: what ten terms take away from 100, each with its figure, its
 * weight and its points.
 *
 *     score = 100 − Σ points,   points = weight × figure ÷ figure that takes all, at most weight
 *
 * It never rises when an item gets later. That is why the dispersion is a high delay (what one
 * tenth of the amounts exceeds) and not a spread, and why the drift is counted over the average: a
 * spread and a difference both shrink when the wrong end of them gets worse.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { DelayPoint } from './delay-points.ts';
import { SCORE_TERMS, type ScoreSettings, type ScoreTermCode } from './payer-settings.ts';
import { type DelayTrend, delayTrend } from './trend.ts';

/** What twelve months hold of a payer beside his delays. */
export interface PayerEvents {
  readonly brokenPromiseCount: number;
  /** Promises on an item that had been promised before. */
  readonly postponementCount: number;
  readonly callCount: number;
  readonly unansweredCallCount: number;
  /** Items that money settled or reduced in several times, and those it reached. */
  readonly splitItemCount: number;
  readonly paidItemCount: number;
  /** Disputes that ended in our favour. */
  readonly groundlessClaimCount: number;
  readonly rejectedPaymentCount: number;
  /** Of what is owed today, credits aside. */
  readonly overdueCents: Cents;
  readonly owedCents: Cents;
}

export interface ScoreTerm {
  readonly code: ScoreTermCode;
  /** Days, a count, or a share from 0 to 1; null where nothing is known: no points then. */
  readonly figure: number | null;
  /** The figure from which all points are gone. */
  readonly fullAt: number;
  readonly weight: number;
  /** Tenths of a point taken away. */
  readonly tenths: number;
}

export interface PayerScore {
  readonly score: number;
  readonly terms: readonly ScoreTerm[];
}

interface Measure {
  readonly figure: number | null;
  readonly fullAt: number;
}

/** The score of a payer of whom there is enough to say. */
export function payerScore(
  points: readonly DelayPoint[],
  events: PayerEvents,
  { today, settings }: { readonly today: CalendarDate; readonly settings: ScoreSettings },
): PayerScore {
  const trend = delayTrend(points, today, settings);
  const measures = measuresOf(points, events, { trend, settings });
  const terms = SCORE_TERMS.map((code): ScoreTerm => {
    const { figure, fullAt } = measures[code];
    const weight = settings.weights[code];
    const tenths =
      code === 'trend' ? driftTenths(trend, settings) : tenthsOf(weight, measures[code]);
    return { code, figure, fullAt, weight, tenths };
  });
  const lost = terms.reduce((sum, { tenths }) => sum + tenths, 0);
  return { score: Math.round((1000 - lost) / 10), terms };
}

function measuresOf(
  points: readonly DelayPoint[],
  events: PayerEvents,
  known: { readonly trend: DelayTrend; readonly settings: ScoreSettings },
): Readonly<Record<ScoreTermCode, Measure>> {
  const { trend, settings } = known;
  const { averageFullDays, countFull, callsMin, splitFullBasisPoints } = settings;
  const count = (figure: number): Measure => ({ figure, fullAt: countFull });
  const share = (part: number, whole: number) => (whole === 0 ? null : part / whole);
  return {
    average_delay: { figure: trend.averageDays, fullAt: averageFullDays },
    trend: { figure: driftOf(trend), fullAt: averageFullDays },
    dispersion: { figure: highDelay(points), fullAt: settings.dispersionFullDays },
    broken_promises: count(events.brokenPromiseCount),
    postponements: count(events.postponementCount),
    unanswered: {
      figure:
        events.callCount < callsMin ? null : share(events.unansweredCallCount, events.callCount),
      fullAt: 1,
    },
    split_payments: {
      figure: share(events.splitItemCount, events.paidItemCount),
      fullAt: splitFullBasisPoints / 10_000,
    },
    groundless_claims: count(events.groundlessClaimCount),
    rejected_payments: count(events.rejectedPaymentCount),
    share_overdue: { figure: share(events.overdueCents, events.owedCents), fullAt: 1 },
  };
}

/** By how much the last three months are later than the twelve. */
function driftOf({ recentDays, averageDays }: DelayTrend): number | null {
  if (recentDays === null || averageDays === null) return null;
  return Math.max(0, recentDays - averageDays);
}

/**
 * Both delays stop counting at the same number of days, and the two terms are rounded as one: their
 * sum then only grows with either delay.
 */
function driftTenths({ averageDays, recentDays }: DelayTrend, settings: ScoreSettings): number {
  if (averageDays === null || recentDays === null) return 0;
  const { weights, averageFullDays: fullAt } = settings;
  const share = (days: number) => Math.min(1, Math.max(0, days) / fullAt);
  const average = 10 * weights.average_delay * share(averageDays);
  const drift =
    10 * weights.trend * (share(Math.max(recentDays, averageDays)) - share(averageDays));
  return Math.round(average + drift) - Math.round(average);
}

function tenthsOf(weight: number, { figure, fullAt }: Measure): number {
  if (figure === null || figure <= 0) return 0;
  return Math.round(10 * weight * (fullAt === 0 ? 1 : Math.min(1, figure / fullAt)));
}

const HIGH_SHARE = 0.9;

/** The delay that a tenth of the amounts reaches or exceeds; the points come least first. */
function highDelay(points: readonly DelayPoint[]): number | null {
  const total = points.reduce((sum, { weightCents }) => sum + weightCents, 0);
  let reached = 0;
  for (const { days, weightCents } of points) {
    reached += weightCents;
    if (reached >= total * HIGH_SHARE) return days;
  }
  return null;
}
