/**
 * Indicators that drift: worse than a month before by more than they usually waver, or away from
 * where they were meant to be.
 */
import { changeSense, INDICATOR_KINDS, type Indicator, isReached } from './indicator.ts';

export type DriftReason = 'worse' | 'target_missed';

/** A change below this share of itself is no drift. */
const DRIFT_SHARE = 0.1;

/** Why an indicator is said to drift; null where it does not, or where too little is known. */
export function driftOf(
  indicator: Indicator,
  figures: {
    readonly value: number | null;
    readonly before: number | null;
    readonly target: number | null;
  },
): DriftReason | null {
  const { value, before, target } = figures;
  // What one month did is not told before the month is over.
  if (value === null || INDICATOR_KINDS[indicator].span === 'month') return null;
  if (target !== null)
    return isReached(indicator, value, target) === false ? 'target_missed' : null;
  if (before === null || changeSense(indicator, before, value) !== 'worse') return null;
  return Math.abs(value - before) >= DRIFT_SHARE * Math.abs(before) ? 'worse' : null;
}
