import { expect, test } from 'vitest';
import { driftOf } from '../../../../src/shared/domain/metrics/drift.ts';
import type { Indicator } from '../../../../src/shared/domain/metrics/indicator.ts';

const cases: readonly (readonly [
  string,
  Indicator,
  number | null,
  number | null,
  number | null,
  'worse' | 'target_missed' | null,
])[] = [
  // what                                     indicator        now   before  aim   drift
  ['a DSO of five more days in fifty', 'dso', 55, 50, null, 'worse'],
  ['of four more', 'dso', 54, 50, null, null],
  ['of five less', 'dso', 45, 50, null, null],
  ['a share kept that falls', 'promise_count_rate', 0.6, 0.8, null, 'worse'],
  ['a share kept that rises', 'promise_count_rate', 0.8, 0.6, null, null],
  ['an aim missed, though nothing moved', 'dso', 52, 52, 50, 'target_missed'],
  ['an aim reached, though it worsens', 'dso', 49, 40, 50, null],
  ['nothing known before', 'dso', 55, null, null, null],
  ['no figure', 'dso', null, 50, 40, null],
  ['from nothing at all', 'write_offs', 100, 0, null, 'worse'],
  ['a month under way is not judged', 'collection_effectiveness', 0.2, 0.8, null, null],
];
test.each(cases)('%s', (_, indicator, value, before, target, drift) => {
  expect(driftOf(indicator, { value, before, target })).toBe(drift);
});
