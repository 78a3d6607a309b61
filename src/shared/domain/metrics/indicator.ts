/**
 * The indicators (KPI) of collection: what each is counted in, over what time, and which way is
 * better. Their formulas are in `read-indicators.ts`, their words in `shared/text`.
 *
 * `day` is a standing on one evening · `month` what one month did · `period` the last months that
 * the settings say (three at first) · `year` the last twelve.
 */
export const INDICATORS = [
  'dso',
  'count_back_dso',
  'best_possible_dso',
  'days_delinquent',
  'dispute_dso',
  'average_delay',
  'payment_time',
  'collection_effectiveness',
  'recovery_rate',
  'overdue_rate',
  'late_item_rate',
  'over_90_share',
  'dispute_rate',
  'promise_count_rate',
  'promise_value_rate',
  'write_offs',
  'write_off_rate',
  'lateness_cost',
  'collection_cost',
  'collection_cost_rate',
  'typed_time',
  'measured_time',
  'complaint_rate',
] as const;
export type Indicator = (typeof INDICATORS)[number];

export type IndicatorUnit = 'days' | 'rate' | 'cents' | 'minutes' | 'per_thousand';
export type IndicatorSpan = 'day' | 'month' | 'period' | 'year';

export interface IndicatorKind {
  readonly unit: IndicatorUnit;
  readonly span: IndicatorSpan;
  /** Which way is better; null where more is neither good nor bad. */
  readonly better: 'lower' | 'higher' | null;
  /** Made of what people type or record for the company as a whole: it has no dimension. */
  readonly isOfCompany: boolean;
}

const kind = (
  unit: IndicatorUnit,
  span: IndicatorSpan,
  better: IndicatorKind['better'],
  isOfCompany = false,
): IndicatorKind => ({ unit, span, better, isOfCompany });

export const INDICATOR_KINDS: Readonly<Record<Indicator, IndicatorKind>> = {
  dso: kind('days', 'period', 'lower'),
  count_back_dso: kind('days', 'day', 'lower'),
  best_possible_dso: kind('days', 'period', 'lower'),
  days_delinquent: kind('days', 'period', 'lower'),
  dispute_dso: kind('days', 'period', 'lower'),
  average_delay: kind('days', 'period', 'lower'),
  payment_time: kind('days', 'period', 'lower'),
  collection_effectiveness: kind('rate', 'month', 'higher'),
  recovery_rate: kind('rate', 'month', 'higher'),
  overdue_rate: kind('rate', 'day', 'lower'),
  late_item_rate: kind('rate', 'day', 'lower'),
  over_90_share: kind('rate', 'day', 'lower'),
  dispute_rate: kind('rate', 'day', 'lower'),
  promise_count_rate: kind('rate', 'year', 'higher'),
  promise_value_rate: kind('rate', 'year', 'higher'),
  write_offs: kind('cents', 'year', 'lower'),
  write_off_rate: kind('rate', 'year', 'lower'),
  lateness_cost: kind('cents', 'period', 'lower'),
  collection_cost: kind('cents', 'month', 'lower', true),
  collection_cost_rate: kind('rate', 'month', 'lower', true),
  typed_time: kind('minutes', 'month', null, true),
  measured_time: kind('minutes', 'month', null, true),
  complaint_rate: kind('per_thousand', 'month', 'lower', true),
};

/** How a figure moved, said by what it means: a DSO that falls has become better. */
export type ChangeSense = 'better' | 'worse' | 'same' | 'neutral';

/** Below this share of itself a figure has not moved. */
const SAME_SHARE = 0.0005;
/** Nor below what its unit shows: a tenth of a day, of a percent, of a thousandth; a cent … */
const LEAST_SHOWN: Readonly<Record<IndicatorUnit, number>> = {
  days: 0.1,
  rate: 0.001,
  cents: 1,
  minutes: 1,
  per_thousand: 0.1,
};

/** What the way from one figure to another means. */
export function changeSense(indicator: Indicator, from: number, to: number): ChangeSense {
  const { better, unit } = INDICATOR_KINDS[indicator];
  const least = SAME_SHARE * Math.max(Math.abs(from), Math.abs(to));
  if (Math.abs(to - from) <= Math.max(least, LEAST_SHOWN[unit] / 2)) return 'same';
  if (better === null) return 'neutral';
  return to < from === (better === 'lower') ? 'better' : 'worse';
}

/** Whether the figure is where it was meant to be; null where that can't be said. */
export function isReached(indicator: Indicator, value: number, target: number): boolean | null {
  const { better } = INDICATOR_KINDS[indicator];
  if (better === null) return null;
  return better === 'lower' ? value <= target : value >= target;
}
