import { describe, expect, test } from 'vitest';
import type { Hold } from '../../../../src/shared/domain/hold/hold.ts';
import {
  type DueReview,
  inOrderOfDeadline,
  type Obligation,
  obligationsOf,
  type PayerDuties,
} from '../../../../src/shared/domain/priority/obligations.ts';
import type { PromiseOutcome } from '../../../../src/shared/domain/promise/judge-promise.ts';
import { addDays, calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { contacted, euros, FRIDAY, MONDAY } from '../../../support/open-items.ts';

const duties = (part: Partial<PayerDuties>): PayerDuties => ({
  payerId: 1,
  overdueCents: euros(900),
  contact: contacted({}),
  promises: [],
  missedParts: [],
  rejects: [],
  tasks: [],
  holds: [],
  reviews: [],
  replies: [],
  ...part,
});

const judged = (outcome: PromiseOutcome, deadline = FRIDAY, receivedCents = 0) => ({
  promise: {
    promiseId: 5,
    kind: 'promise' as const,
    promisedOn: FRIDAY,
    promisedFor: FRIDAY,
    amountCents: euros(500),
    items: [],
  },
  customerId: 2,
  currency: 'EUR',
  outcome,
  deadline,
  receivedCents,
  receivedInTimeCents: 0,
  settledOtherwiseCents: 0,
  items: [],
});

const hold = (reviewOn: typeof MONDAY): Hold => ({
  holdId: 9,
  customerId: 2,
  receivableId: null,
  reason: 'other',
  reviewOn,
});

describe('a promise', () => {
  test.each([
    ['pending', 0],
    ['to_verify', 0],
    ['kept', 0],
    ['late', 0],
    ['settled_by_credit', 0],
    ['broken', 1],
    ['partly_kept', 1],
  ] as const)('%s gives %i obligations', (outcome, count) => {
    expect(obligationsOf(duties({ promises: [judged(outcome)] }), MONDAY)).toHaveLength(count);
  });

  test('obliges for what did not come', () => {
    const promises = [judged('partly_kept', FRIDAY, euros(200))];
    expect(obligationsOf(duties({ promises }), MONDAY)).toEqual([
      {
        kind: 'broken_promise',
        payerId: 1,
        customerId: 2,
        deadline: FRIDAY,
        amountCents: euros(300),
        currency: 'EUR',
        sourceId: 5,
        isDone: false,
      },
    ]);
  });
});

describe('an obligation is met by acting after it arose', () => {
  const promises = [judged('broken', calendarDate('2026-11-18'))];
  test.each([
    ['never', null, [false]],
    ['before', '2026-11-17', [false]],
    ['on the day it arose, before the bank said so', '2026-11-18', [false]],
    ['since, before today', '2026-11-19', []],
    ['today: it stays, greyed', '2026-11-23', [true]],
  ] as const)('%s', (_, action, expected) => {
    const lastActionDate = action === null ? null : calendarDate(action);
    const given = duties({ promises, contact: contacted({ lastActionDate }) });
    expect(obligationsOf(given, MONDAY).map(({ isDone }) => isDone)).toEqual(expected);
  });
});

test('a payment that came back obliges for its amount', () => {
  const rejects = [{ customerId: 2, day: FRIDAY, amountCents: euros(48), currency: 'USD' }];
  expect(obligationsOf(duties({ rejects }), MONDAY)).toMatchObject([
    { kind: 'reject', customerId: 2, deadline: FRIDAY, amountCents: euros(48), currency: 'USD' },
  ]);
});

const review = (kind: DueReview['kind'], on: typeof MONDAY): DueReview => ({
  kind,
  on,
  sourceId: 5,
  customerId: 2,
});

describe('what was set for a day', () => {
  const tomorrow = addDays(MONDAY, 1);
  test.each([
    ['call_back', (day: typeof MONDAY) => ({ contact: contacted({ callBackOn: day }) }), 1, null],
    [
      'task',
      (day: typeof MONDAY) => ({
        tasks: [{ taskId: 7, customerId: 2, dueOn: day, amountCents: euros(900) }],
      }),
      2,
      7,
    ],
    ['hold_review', (day: typeof MONDAY) => ({ holds: [hold(day)] }), 2, 9],
    ['mark_review', (day: typeof MONDAY) => ({ reviews: [review('mark_review', day)] }), 2, 5],
    [
      'solvency_review',
      (day: typeof MONDAY) => ({ reviews: [review('solvency_review', day)] }),
      2,
      5,
    ],
    ['guarantee_end', (day: typeof MONDAY) => ({ reviews: [review('guarantee_end', day)] }), 2, 5],
  ] as const)('%s obliges from that day on', (kind, made, customerId, sourceId) => {
    expect(obligationsOf(duties(made(tomorrow)), MONDAY)).toEqual([]);
    const expected = { kind, customerId, sourceId, amountCents: euros(900), isDone: false };
    expect(obligationsOf(duties(made(MONDAY)), MONDAY)).toMatchObject([expected]);
    expect(obligationsOf(duties(made(FRIDAY)), MONDAY)).toMatchObject([
      { ...expected, deadline: FRIDAY },
    ]);
  });

  test('stands whatever else was done with the payer', () => {
    const contact = contacted({ callBackOn: MONDAY, lastActionDate: MONDAY });
    expect(obligationsOf(duties({ contact }), MONDAY)).toHaveLength(1);
  });
});

test('Block 0 is in order of deadline, then amount, then payer', () => {
  const one = (payerId: number, deadline: typeof MONDAY, amountCents: number): Obligation => ({
    kind: 'task',
    payerId,
    customerId: payerId,
    deadline,
    amountCents,
    currency: 'EUR',
    sourceId: null,
    isDone: false,
  });
  const given = [
    one(1, MONDAY, 900),
    one(4, FRIDAY, 100),
    one(2, MONDAY, 950),
    one(3, FRIDAY, 100),
  ];
  expect(inOrderOfDeadline(given).map(({ payerId }) => payerId)).toEqual([3, 4, 2, 1]);
});

describe('an unread reply', () => {
  const reply = (replyId: number, customerId: number) => ({ replyId, customerId, day: FRIDAY });
  test('obliges once a customer, by the oldest, until it is read', () => {
    const replies = [reply(7, 2), reply(8, 2), reply(9, 3)];
    expect(obligationsOf(duties({ replies }), MONDAY)).toEqual([
      {
        kind: 'reply',
        payerId: 1,
        customerId: 2,
        deadline: FRIDAY,
        amountCents: euros(900),
        currency: 'EUR',
        sourceId: 7,
        isDone: false,
      },
      expect.objectContaining({ kind: 'reply', customerId: 3, sourceId: 9 }),
    ]);
  });
  test('is not met by a call of today', () => {
    const contact = contacted({ lastActionDate: MONDAY });
    expect(obligationsOf(duties({ replies: [reply(7, 2)], contact }), MONDAY)).toMatchObject([
      { kind: 'reply', isDone: false },
    ]);
  });
});

test('a part of a plan that did not come obliges until something is done', () => {
  const missedParts = [
    { agreementId: 8, customerId: 2, deadline: FRIDAY, amountCents: euros(250), currency: 'EUR' },
  ];
  expect(obligationsOf(duties({ missedParts }), MONDAY)).toEqual([
    {
      kind: 'plan_missed',
      payerId: 1,
      customerId: 2,
      deadline: FRIDAY,
      amountCents: euros(250),
      currency: 'EUR',
      sourceId: 8,
      isDone: false,
    },
  ]);
});
