/**
 * How good the forecasts were, method by method, and which one to believe.
 *
 *     error     Σ |expected − received| ÷ Σ received       (WAPE; 0 % is perfect)
 *     bias      Σ (expected − received) ÷ Σ received       (above 0: too hopeful)
 *     coverage  share of weeks whose receipts fell inside the band of 80 %
 *
 * Only weeks that the bank is known to the end of are judged, each against what was frozen at its
 * beginning. The method believed is the one with the smallest error once it has been judged on
 * enough weeks; before that, the likely one where the history is long enough for a model, else by
 * promise where promises are made, else by due date.
 */
import { type Cents, ratioOf } from '../../kernel/cents.ts';

export const FORECAST_METHODS = ['likely', 'promise', 'due_date'] as const;
export type ForecastMethod = (typeof FORECAST_METHODS)[number];

/** Weeks below which an error says more of those weeks than of the method. */
export const JUDGED_WEEKS_MIN = 6;

export interface JudgedWeek {
  readonly expectedCents: Cents;
  /** Null for a method without a band. */
  readonly lowCents: Cents | null;
  readonly highCents: Cents | null;
  readonly receivedCents: Cents;
}

export interface MethodJudgement {
  readonly weekCount: number;
  /** In basis points of what was received; null where nothing was. */
  readonly errorBasisPoints: number | null;
  readonly biasBasisPoints: number | null;
  /** Null without a band. */
  readonly coverageBasisPoints: number | null;
}

/** Error, bias and coverage of one method over its weeks. */
export function judgeMethod(weeks: readonly JudgedWeek[]): MethodJudgement {
  let received = 0;
  let off = 0;
  let over = 0;
  let banded = 0;
  let inside = 0;
  for (const { expectedCents, lowCents, highCents, receivedCents } of weeks) {
    received += receivedCents;
    off += Math.abs(expectedCents - receivedCents);
    over += expectedCents - receivedCents;
    if (lowCents === null || highCents === null) continue;
    banded += 1;
    if (receivedCents >= lowCents && receivedCents <= highCents) inside += 1;
  }
  return {
    weekCount: weeks.length,
    errorBasisPoints: received > 0 ? ratioOf(off, 10_000, received) : null,
    biasBasisPoints: received > 0 ? ratioOf(over, 10_000, received) : null,
    coverageBasisPoints: banded > 0 ? ratioOf(inside, 10_000, banded) : null,
  };
}

/** Why a method is the one believed. */
export type MethodReason = 'smallest_error' | 'has_model' | 'has_promises' | 'due_dates_only';

export interface ChosenMethod {
  readonly method: ForecastMethod;
  readonly reason: MethodReason;
}

/** The method to believe. */
export function chooseMethod(
  judged: ReadonlyMap<ForecastMethod, MethodJudgement>,
  situation: { readonly hasModel: boolean; readonly hasPromises: boolean },
): ChosenMethod {
  const usable = FORECAST_METHODS.filter((method) => method !== 'likely' || situation.hasModel);
  const rated = usable.flatMap((method) => {
    const own = judged.get(method);
    if (own === undefined || own.weekCount < JUDGED_WEEKS_MIN) return [];
    return own.errorBasisPoints === null ? [] : [{ method, error: own.errorBasisPoints }];
  });
  // One method judged alone has beaten nobody.
  const [best] = rated.length > 1 ? rated.toSorted((a, b) => a.error - b.error) : [];
  if (best !== undefined) return { method: best.method, reason: 'smallest_error' };
  if (situation.hasModel) return { method: 'likely', reason: 'has_model' };
  if (situation.hasPromises) return { method: 'promise', reason: 'has_promises' };
  return { method: 'due_date', reason: 'due_dates_only' };
}
