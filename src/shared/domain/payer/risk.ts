/**
 * The risk of a payer and the terms that go with it.
 *
 *     high      score under 40 · chronic · new and late for long
 *     moderate  score under 70 · occasional
 *     low       the others
 *
 * What is owed beyond the limit or the cover raises it by one degree. With too little history and
 * nothing exceeded nothing is said: no history is no proof.
 */
import type { RiskSettings } from './payer-settings.ts';
import type { PayerSegment } from './segment.ts';

export const RISKS = ['low', 'moderate', 'high'] as const;
export type PayerRisk = (typeof RISKS)[number];

export type RiskReason =
  | 'score_low'
  | 'score_middling'
  | 'score_good'
  | 'chronic'
  | 'occasional'
  | 'new_at_risk'
  | 'exposure_exceeded';

/** `standard` as agreed · `earlier_reminders` · the three that protect a sale to come. */
export type RecommendedTerms =
  | 'standard'
  | 'earlier_reminders'
  | 'deposit'
  | 'guarantee'
  | 'shorter_terms';

export interface RiskJudgement {
  readonly risk: PayerRisk | null;
  readonly reasons: readonly RiskReason[];
}

export function payerRisk(
  known: {
    readonly score: number | null;
    readonly segment: PayerSegment | null;
    readonly isExposureExceeded: boolean;
  },
  settings: RiskSettings,
): RiskJudgement {
  const { score, segment, isExposureExceeded } = known;
  const high: RiskReason[] = [];
  const moderate: RiskReason[] = [];
  if (score !== null && score < settings.highBelowScore) high.push('score_low');
  else if (score !== null && score < settings.lowFromScore) moderate.push('score_middling');
  if (segment === 'chronic' || segment === 'new_at_risk') high.push(segment);
  else if (segment === 'occasional') moderate.push(segment);
  const raised: RiskReason[] = isExposureExceeded ? ['exposure_exceeded'] : [];
  if (high.length > 0) return { risk: 'high', reasons: [...high, ...moderate, ...raised] };
  if (moderate.length > 0) {
    return { risk: isExposureExceeded ? 'high' : 'moderate', reasons: [...moderate, ...raised] };
  }
  if (isExposureExceeded) return { risk: 'moderate', reasons: raised };
  return score === null ? { risk: null, reasons: [] } : { risk: 'low', reasons: ['score_good'] };
}

/** What is recommended for the next sales; nothing where the risk is not known. */
export function recommendedTerms(
  risk: PayerRisk | null,
  known: { readonly segment: PayerSegment | null; readonly isExposureExceeded: boolean },
): readonly RecommendedTerms[] {
  if (risk === null) return [];
  if (risk === 'low') return ['standard'];
  const guarantee: RecommendedTerms[] = known.isExposureExceeded ? ['guarantee'] : [];
  if (risk === 'moderate') return ['earlier_reminders', ...guarantee];
  return known.segment === 'new_at_risk'
    ? ['deposit', ...guarantee, 'shorter_terms']
    : ['earlier_reminders', 'deposit', ...guarantee, 'shorter_terms'];
}
