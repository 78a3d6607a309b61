/** What the indicators are asked for, kept in the address. */
import type { z } from 'zod';
import type { Indicator } from '../../../../shared/domain/metrics/indicator.ts';
import type { ApiClient } from '../../../api/client.ts';
import { indicatorsSearch } from '../../../frame/addresses.ts';
import { useScreenSearch } from '../../../frame/navigation.ts';

export type IndicatorsSearch = z.output<typeof indicatorsSearch>;
export type SetIndicators = (patch: Partial<IndicatorsSearch>) => void;
export type IndicatorsAnswer = Awaited<ReturnType<ApiClient['figures']['show']>>;
export type IndicatorRow = IndicatorsAnswer['rows'][number];
export type GroupsAnswer = Awaited<ReturnType<ApiClient['figures']['groups']>>;
export type GroupRow = GroupsAnswer['rows'][number];

export const CUTS = [
  'none',
  'customer',
  'profile',
  'rep_code',
  'agency_code',
  'sector',
  'payment_method',
] as const;

export const useIndicatorsSearch = () => useScreenSearch(indicatorsSearch);

/** The part of the company the screen is narrowed to; null for all of it. */
export function partOf({ partBy, partKey }: IndicatorsSearch) {
  return partBy === null ? null : { by: partBy, key: partKey };
}

export type Family = 'time' | 'collection' | 'people' | 'effort';

/** The families that the table shows the indicators by, in its order. */
export const FAMILIES: readonly (readonly [Family, readonly Indicator[]])[] = [
  [
    'time',
    [
      'dso',
      'count_back_dso',
      'best_possible_dso',
      'days_delinquent',
      'average_delay',
      'payment_time',
    ],
  ],
  [
    'collection',
    [
      'collection_effectiveness',
      'recovery_rate',
      'overdue_rate',
      'late_item_rate',
      'over_90_share',
      'write_offs',
      'write_off_rate',
      'lateness_cost',
    ],
  ],
  ['people', ['dispute_rate', 'dispute_dso', 'promise_count_rate', 'promise_value_rate']],
  [
    'effort',
    ['collection_cost', 'collection_cost_rate', 'typed_time', 'measured_time', 'complaint_rate'],
  ],
];
