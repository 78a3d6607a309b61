/**
 * How a payer behaves: segment, score, trend and risk, with what a person put in their place.
 *
 * Everything follows from the items and events of his accounts; nothing of it is kept, so that a
 * corrected due date or a wrong import taken back corrects it by itself.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { type DelayPoint, delayPoints, type PayerItem } from './delay-points.ts';
import type { Exposure } from './exposure.ts';
import { overridesOf, type PayerMark } from './mark.ts';
import type { PayerSettings } from './payer-settings.ts';
import {
  type PayerRisk,
  payerRisk,
  type RecommendedTerms,
  type RiskJudgement,
  recommendedTerms,
} from './risk.ts';
import { type PayerEvents, type PayerScore, payerScore } from './score.ts';
import { type PayerSegment, type SegmentJudgement, segmentFrom } from './segment.ts';
import { type DelayTrend, delayTrend } from './trend.ts';

export interface BehaviourInput {
  /** Settled in the last fifteen months, and all open ones. */
  readonly items: readonly PayerItem[];
  readonly events: PayerEvents;
  /** In the currency of the books; null for a payer without an account. */
  readonly exposure: Exposure | null;
  /** In force, oldest first. */
  readonly marks: readonly PayerMark[];
}

export interface PayerBehaviour {
  /** As it holds: a person's, else the measured one. */
  readonly segment: PayerSegment | null;
  readonly measured: SegmentJudgement;
  /** Null with too few items: then `measured.itemCount` says how few. */
  readonly score: PayerScore | null;
  readonly trend: DelayTrend;
  readonly risk: PayerRisk | null;
  readonly measuredRisk: RiskJudgement;
  readonly recommended: readonly RecommendedTerms[];
  readonly isWatched: boolean;
  readonly isSegmentTyped: boolean;
  readonly isRiskTyped: boolean;
}

export interface ExplainedBehaviour extends PayerBehaviour {
  readonly points: readonly DelayPoint[];
}

export function payerBehaviour(
  input: BehaviourInput,
  { today, settings }: { readonly today: CalendarDate; readonly settings: PayerSettings },
): ExplainedBehaviour {
  const points = delayPoints(input.items, today);
  const measured = segmentFrom(points, input.items, { asOf: today, settings: settings.segment });
  const typed = overridesOf(input.marks);
  const segment = typed.segment ?? measured.segment;
  const score =
    points.length < settings.segment.itemsMin
      ? null
      : payerScore(points, input.events, { today, settings: settings.score });
  const isExposureExceeded = (input.exposure?.excessCents ?? null) !== null;
  const measuredRisk = payerRisk(
    { score: score?.score ?? null, segment, isExposureExceeded },
    settings.risk,
  );
  const risk = typed.risk ?? measuredRisk.risk;
  return {
    points,
    segment,
    measured,
    score,
    trend: delayTrend(points, today, settings.score),
    risk,
    measuredRisk,
    recommended: recommendedTerms(risk, { segment, isExposureExceeded }),
    isWatched: typed.isWatched,
    isSegmentTyped: typed.segment !== null,
    isRiskTyped: typed.risk !== null,
  };
}
