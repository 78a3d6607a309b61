/**
 * What the user may set of how payers are judged, with the defaults.
 *
 * The weights of the score are the points that each term may take away: together they make 100, so
 * that the worst payer in everything stands at 0. The drift may not weigh more than the average
 * delay: else an old item that gets later would lighten the drift by more than it adds to the
 * average, and the score would rise.
 */
import type { Cents } from '../../kernel/cents.ts';

export const SCORE_TERMS = [
  'average_delay',
  'trend',
  'dispersion',
  'broken_promises',
  'postponements',
  'unanswered',
  'split_payments',
  'groundless_claims',
  'rejected_payments',
  'share_overdue',
] as const;
export type ScoreTermCode = (typeof SCORE_TERMS)[number];

export interface SegmentSettings {
  /** Good below the first, chronic above the second, occasional between. */
  readonly goodBelowDays: number;
  readonly chronicAboveDays: number;
  /** A segment is left at once this far beyond the threshold, else after two month ends. */
  readonly bandDays: number;
  readonly itemsMin: number;
  /** With too few items to judge: what is later than this, for that much, is a risk. */
  readonly newLateBeyondDays: number;
  readonly newLateFloorCents: Cents;
}

export interface ScoreSettings {
  /** An item settled that long ago weighs half as much as one of today. */
  readonly halfLifeDays: number;
  /** Points that each term may take away. */
  readonly weights: Readonly<Record<ScoreTermCode, number>>;
  /** Days late at which the average, and its drift, take all their points away. */
  readonly averageFullDays: number;
  readonly dispersionFullDays: number;
  /** Promises broken or postponed, claims, rejected payments: all points at so many. */
  readonly countFull: number;
  /** Fewer calls than this say nothing of how he answers. */
  readonly callsMin: number;
  /** Share of items paid in several times that takes all points away. */
  readonly splitFullBasisPoints: number;
  /** The last three months differ from the nine before by more than this: better or worse. */
  readonly trendToleranceDays: number;
}

export interface RiskSettings {
  readonly highBelowScore: number;
  readonly lowFromScore: number;
}

export interface PayerSettings {
  readonly segment: SegmentSettings;
  readonly score: ScoreSettings;
  readonly risk: RiskSettings;
}

export const PAYER_DEFAULTS: PayerSettings = {
  segment: {
    goodBelowDays: 10,
    chronicAboveDays: 30,
    bandDays: 3,
    itemsMin: 4,
    newLateBeyondDays: 30,
    newLateFloorCents: 15_000,
  },
  score: {
    halfLifeDays: 180,
    weights: {
      average_delay: 45,
      trend: 10,
      dispersion: 10,
      broken_promises: 8,
      postponements: 3,
      unanswered: 2,
      split_payments: 2,
      groundless_claims: 2,
      rejected_payments: 8,
      share_overdue: 10,
    },
    averageFullDays: 45,
    dispersionFullDays: 90,
    countFull: 3,
    callsMin: 3,
    splitFullBasisPoints: 5000,
    trendToleranceDays: 5,
  },
  risk: { highBelowScore: 40, lowFromScore: 70 },
};

const WEIGHTS_TOTAL = 100;

/** The first thing wrong in how they go together; null when all does. */
export function payerSettingsProblem({
  segment,
  score,
  risk,
}: PayerSettings): 'segments_reversed' | 'score_weights_wrong' | 'risk_scores_reversed' | null {
  if (segment.goodBelowDays > segment.chronicAboveDays) return 'segments_reversed';
  const total = SCORE_TERMS.reduce((sum, code) => sum + score.weights[code], 0);
  if (total !== WEIGHTS_TOTAL || score.weights.trend > score.weights.average_delay) {
    return 'score_weights_wrong';
  }
  return risk.highBelowScore > risk.lowFromScore ? 'risk_scores_reversed' : null;
}
