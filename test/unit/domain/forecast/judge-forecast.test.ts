import { expect, test } from 'vitest';
import {
  chooseMethod,
  type ForecastMethod,
  JUDGED_WEEKS_MIN,
  type JudgedWeek,
  judgeMethod,
  type MethodJudgement,
} from '../../../../src/shared/domain/forecast/judge-forecast.ts';

const week = (expected: number, received: number, band: readonly [number, number] | null) =>
  ({
    expectedCents: expected,
    lowCents: band?.[0] ?? null,
    highCents: band?.[1] ?? null,
    receivedCents: received,
  }) satisfies JudgedWeek;

test('error, bias and coverage of three weeks', () => {
  // Off by 20 + 10 + 30 = 60 of 300 received; too hopeful by 20 − 10 + 30 = 40; two of three inside.
  const weeks = [week(120, 100, [90, 150]), week(90, 100, [80, 100]), week(130, 100, [110, 150])];
  expect(judgeMethod(weeks)).toEqual({
    weekCount: 3,
    errorBasisPoints: 2000,
    biasBasisPoints: 1333,
    coverageBasisPoints: 6667,
  });
});

test('where nothing was received no error can be said, without a band no coverage', () => {
  expect(judgeMethod([week(120, 0, null)])).toEqual({
    weekCount: 1,
    errorBasisPoints: null,
    biasBasisPoints: null,
    coverageBasisPoints: null,
  });
});

const judged = (errors: Partial<Record<ForecastMethod, number | null>>, weekCount: number) =>
  new Map(
    Object.entries(errors).map(([method, errorBasisPoints]) => [
      method as ForecastMethod,
      {
        weekCount,
        errorBasisPoints,
        biasBasisPoints: 0,
        coverageBasisPoints: null,
      } satisfies MethodJudgement,
    ]),
  );
const all = { hasModel: true, hasPromises: true };

test('the smallest error is believed once enough weeks are judged', () => {
  const errors = { likely: 3000, promise: 2500, due_date: 6000 };
  expect(chooseMethod(judged(errors, JUDGED_WEEKS_MIN), all)).toEqual({
    method: 'promise',
    reason: 'smallest_error',
  });
  expect(chooseMethod(judged(errors, JUDGED_WEEKS_MIN - 1), all)).toEqual({
    method: 'likely',
    reason: 'has_model',
  });
});

test('a method judged alone, or without receipts, has beaten nobody', () => {
  const alone = judged({ due_date: 6000, promise: null }, JUDGED_WEEKS_MIN);
  expect(chooseMethod(alone, all).reason).toBe('has_model');
});

test('without a model the likely method is not believed, however good it was', () => {
  const errors = judged({ likely: 100, promise: 2500, due_date: 6000 }, JUDGED_WEEKS_MIN);
  expect(chooseMethod(errors, { ...all, hasModel: false }).method).toBe('promise');
});

test('before any judgement: the model, else promises, else due dates', () => {
  const none = new Map<ForecastMethod, MethodJudgement>();
  expect(chooseMethod(none, all).reason).toBe('has_model');
  expect(chooseMethod(none, { hasModel: false, hasPromises: true })).toEqual({
    method: 'promise',
    reason: 'has_promises',
  });
  expect(chooseMethod(none, { hasModel: false, hasPromises: false })).toEqual({
    method: 'due_date',
    reason: 'due_dates_only',
  });
});
