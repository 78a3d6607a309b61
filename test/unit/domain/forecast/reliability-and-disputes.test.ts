import { expect, test } from 'vitest';
import {
  disputeDaysLeft,
  disputeTimes,
} from '../../../../src/shared/domain/forecast/dispute-time.ts';
import {
  companyReliability,
  NO_PROMISE,
  promiseRecordOf,
  reliabilityOf,
} from '../../../../src/shared/domain/forecast/promise-reliability.ts';
import type {
  JudgedPromise,
  PromiseOutcome,
} from '../../../../src/shared/domain/promise/judge-promise.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

const today = calendarDate('2026-11-25');

function judged(outcome: PromiseOutcome, inTimeCents = 0, amountCents = 1000): JudgedPromise {
  return {
    promise: {
      promiseId: 1,
      kind: 'promise',
      promisedOn: today,
      promisedFor: today,
      amountCents,
      items: [],
    },
    outcome,
    deadline: today,
    receivedCents: inTimeCents,
    receivedInTimeCents: inTimeCents,
    settledOtherwiseCents: 0,
    items: [],
  };
}

test('a promise counts for the share of it that came in time', () => {
  const record = promiseRecordOf([
    judged('kept', 990),
    judged('partly_kept', 400),
    judged('late', 0),
    judged('broken'),
  ]);
  expect(record.count).toBe(4);
  expect(record.kept).toBeCloseTo(1.4);
});

test('a promise that is pending, settled by a credit or of nothing shows nothing', () => {
  const record = promiseRecordOf([
    judged('pending'),
    judged('to_verify'),
    judged('settled_by_credit'),
    judged('kept', 0, 0),
  ]);
  expect(record).toEqual(NO_PROMISE);
});

test('few promises are drawn towards the company’s rate, and that towards seven in ten', () => {
  expect(companyReliability(NO_PROMISE)).toBeCloseTo(0.7);
  expect(companyReliability({ count: 4, kept: 4 })).toBeCloseTo(0.85);
  expect(reliabilityOf(NO_PROMISE, 0.85)).toBeCloseTo(0.85);
  expect(reliabilityOf({ count: 4, kept: 0 }, 0.85)).toBeCloseTo(0.425);
  expect(reliabilityOf({ count: 3, kept: 3 }, 1)).toBe(1);
});

test('a dispute takes the median of its reason, drawn towards that of all', () => {
  expect(disputeTimes([]).anyReason).toBe(30);
  const times = disputeTimes([
    { reason: 'price', days: 10 },
    { reason: 'price', days: 14 },
    { reason: 'delivery', days: 54 },
    { reason: 'price', days: 12 },
  ]);
  // All: median 13 of four against 30: (13×4 + 30×4) / 8 = 21.5.
  expect(times.anyReason).toBe(21.5);
  // Price: median 12 of three: (12×3 + 21.5×4) / 7.
  expect(times.byReason.get('price')).toBeCloseTo(17.43, 2);
});

test('what is left of a dispute never falls to zero', () => {
  const times = { byReason: new Map([['price', 20]]), anyReason: 30 };
  const opened = (day: string, reason = 'price') =>
    disputeDaysLeft({ reason, openedOn: calendarDate(day) }, times, today);
  expect(opened('2026-11-20')).toBe(15);
  expect(opened('2026-10-01')).toBe(10);
  expect(opened('2026-11-20', 'delivery')).toBe(25);
  expect(
    disputeDaysLeft(
      { reason: 'price', openedOn: today },
      { byReason: new Map([['price', 0]]), anyReason: 0 },
      today,
    ),
  ).toBe(1);
});
