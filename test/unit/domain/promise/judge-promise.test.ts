import { describe, expect, test } from 'vitest';
import {
  type AccountMovement,
  isSuspending,
  type JudgeContext,
  judgePromise,
  judgePromises,
  promisedByItem,
  recentlyBroken,
  reliabilityOf,
} from '../../../../src/shared/domain/promise/judge-promise.ts';
import type { PromiseToPay } from '../../../../src/shared/domain/promise/promise.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { euros, france, MONDAY } from '../../../support/open-items.ts';

// 5 000 € promised on 10/11 for Wednesday 18/11; grace 2 working days, so the bank of 20/11 judges.
const promise: PromiseToPay = {
  promiseId: 1,
  kind: 'promise',
  promisedOn: calendarDate('2026-11-10'),
  promisedFor: calendarDate('2026-11-18'),
  amountCents: euros(5000),
  items: [{ receivableId: 7, amountCents: euros(5000) }],
};

const money = (
  date: string,
  amount: number,
  part: Partial<AccountMovement> = {},
): AccountMovement => ({
  date: calendarDate(date),
  amountCents: euros(amount),
  nature: 'bank',
  receivableId: 7,
  ...part,
});

const at = (bankDate: string | null, today = '2026-11-23'): JudgeContext => ({
  today: calendarDate(today),
  bankDate: bankDate === null ? null : calendarDate(bankDate),
  calendar: france,
});

describe('a promise of 5 000 € for 18/11', () => {
  const rows: readonly (readonly [
    string,
    string | null,
    string,
    readonly AccountMovement[],
    string,
  ])[] = [
    ['before its day', '2026-11-16', '2026-11-17', [], 'pending'],
    ['on its day', '2026-11-17', '2026-11-18', [], 'pending'],
    [
      'the day after, the bank known to the day before',
      '2026-11-17',
      '2026-11-19',
      [],
      'to_verify',
    ],
    ['bank at 19/11: one working day short', '2026-11-19', '2026-11-20', [], 'to_verify'],
    ['no bank date at all', null, '2026-11-23', [], 'to_verify'],
    ['bank at 20/11 without it', '2026-11-20', '2026-11-23', [], 'broken'],
    ['paid on the day', '2026-11-20', '2026-11-23', [money('2026-11-18', 5000)], 'kept'],
    ['paid within the grace', '2026-11-20', '2026-11-23', [money('2026-11-20', 5000)], 'kept'],
    ['paid before its day', '2026-11-12', '2026-11-13', [money('2026-11-12', 5000)], 'kept'],
    [
      'paid in cash',
      '2026-11-20',
      '2026-11-23',
      [money('2026-11-18', 5000, { nature: 'cash' })],
      'kept',
    ],
    [
      'paid in two parts, one not allocated',
      '2026-11-20',
      '2026-11-23',
      [money('2026-11-17', 2000), money('2026-11-18', 3000, { receivableId: null })],
      'kept',
    ],
    ['a bank fee short', '2026-11-20', '2026-11-23', [money('2026-11-18', 4999)], 'kept'],
    ['paid in part', '2026-11-20', '2026-11-23', [money('2026-11-18', 4998)], 'partly_kept'],
    ['paid in full, late', '2026-11-30', '2026-12-01', [money('2026-11-23', 5000)], 'late'],
    ['paid in part, late', '2026-11-30', '2026-12-01', [money('2026-11-23', 100)], 'partly_kept'],
    ['paid before it was made', '2026-11-20', '2026-11-23', [money('2026-11-09', 5000)], 'broken'],
    [
      'another item was paid',
      '2026-11-20',
      '2026-11-23',
      [money('2026-11-18', 5000, { receivableId: 8 })],
      'broken',
    ],
    [
      'paid, and the payment came back',
      '2026-11-20',
      '2026-11-23',
      [money('2026-11-16', 5000), money('2026-11-19', -5000)],
      'broken',
    ],
    [
      'paid twice, one payment came back',
      '2026-11-20',
      '2026-11-23',
      [money('2026-11-16', 5000), money('2026-11-17', 5000), money('2026-11-19', -5000)],
      'kept',
    ],
    [
      'a payment of another item came back',
      '2026-11-20',
      '2026-11-23',
      [money('2026-11-16', 5000), money('2026-11-19', -5000, { receivableId: 8 })],
      'kept',
    ],
    [
      'a credit note instead: neither kept nor broken',
      '2026-11-20',
      '2026-11-23',
      [money('2026-11-12', 5000, { nature: 'credit_note' })],
      'settled_by_credit',
    ],
    [
      'a bill instead',
      '2026-11-16',
      '2026-11-17',
      [money('2026-11-12', 5000, { nature: 'bill' })],
      'settled_by_credit',
    ],
    [
      'a credit note of 1 000 € and money for the rest',
      '2026-11-20',
      '2026-11-23',
      [money('2026-11-12', 1000, { nature: 'credit_note' }), money('2026-11-18', 4000)],
      'kept',
    ],
    [
      'a credit note of 1 000 € and nothing else',
      '2026-11-20',
      '2026-11-23',
      [money('2026-11-12', 1000, { nature: 'credit_note' })],
      'broken',
    ],
  ];
  test.each(rows)('%s', (...[, bankDate, today, movements, expected]) => {
    expect(judgePromise(promise, movements, at(bankDate, today)).outcome).toBe(expected);
  });

  test('tells what came, when it is judged and what is still to come', () => {
    const movements = [money('2026-11-18', 1500), money('2026-11-23', 500)];
    expect(judgePromise(promise, movements, at('2026-11-30', '2026-12-01'))).toMatchObject({
      deadline: '2026-11-20',
      receivedCents: euros(2000),
      receivedInTimeCents: euros(1500),
      settledOtherwiseCents: 0,
      items: [{ receivableId: 7, openCents: euros(3000) }],
    });
  });

  test('the grace and the tolerance are settings', () => {
    const strict = { ...at('2026-11-19'), toleranceCents: 0 };
    const grace = {
      transferBusinessDays: 2,
      chequeBusinessDays: 5,
      billBusinessDays: 0,
      promiseBusinessDays: 1,
    };
    const paid = [money('2026-11-18', 4999)];
    expect(judgePromise(promise, paid, { ...strict, grace }).outcome).toBe('partly_kept');
  });
});

test('a promise of a few cents is kept by money only, however small', () => {
  const cents = { ...promise, amountCents: 40, items: [{ receivableId: 7, amountCents: 40 }] };
  expect(judgePromise(cents, [], at('2026-11-20')).outcome).toBe('broken');
  expect(judgePromise(cents, [money('2026-11-18', 1)], at('2026-11-20')).outcome).toBe('kept');
});

test('a promise on the account as a whole is kept by any money', () => {
  const whole = { ...promise, items: [] };
  const paid = [money('2026-11-18', 5000, { receivableId: 99 })];
  expect(judgePromise(whole, paid, at('2026-11-20'))).toMatchObject({ outcome: 'kept', items: [] });
});

describe('« le virement est parti »', () => {
  // Said on Monday 23/11 of a transfer of the day: the bank of 26/11 shows it or it is not.
  const announced: PromiseToPay = {
    ...promise,
    kind: 'announced',
    promisedOn: MONDAY,
    promisedFor: MONDAY,
  };
  test('is checked three working days later', () => {
    expect(judgePromise(announced, [], at('2026-11-25', '2026-11-26')).outcome).toBe('to_verify');
    expect(judgePromise(announced, [], at('2026-11-26', '2026-11-27')).outcome).toBe('broken');
  });

  test('counts money from the day it is said to have left', () => {
    const left = { ...announced, promisedFor: calendarDate('2026-11-19') };
    const paid = [money('2026-11-20', 5000)];
    expect(judgePromise(left, paid, at('2026-11-24', '2026-11-25')).outcome).toBe('kept');
  });
});

describe('several promises of one customer', () => {
  const second: PromiseToPay = {
    ...promise,
    promiseId: 2,
    promisedFor: calendarDate('2026-11-19'),
    amountCents: euros(2000),
    items: [
      { receivableId: 7, amountCents: euros(500) },
      { receivableId: 8, amountCents: euros(1500) },
    ],
  };

  test('share the money in the order of their days, each cent once', () => {
    const paid = [money('2026-11-19', 6000, { receivableId: null })];
    const judged = judgePromises([second, promise], paid, at('2026-11-23', '2026-11-24'));
    expect(judged.map(({ promise: { promiseId }, outcome }) => [promiseId, outcome])).toEqual([
      [1, 'kept'],
      [2, 'partly_kept'],
    ]);
  });

  test('of one day are served in the order they were made', () => {
    const twin = { ...promise, promiseId: 3 };
    const judged = judgePromises([twin, promise], [money('2026-11-18', 5000)], at('2026-11-23'));
    expect(judged.map(({ outcome }) => outcome)).toEqual(['kept', 'broken']);
  });

  test('hold back what is still to come on each item, while they suspend', () => {
    const pending = judgePromises(
      [promise, second],
      [money('2026-11-12', 1000)],
      at('2026-11-12', '2026-11-13'),
    );
    expect(pending.every(isSuspending)).toBe(true);
    expect([...promisedByItem(pending)]).toEqual([
      [7, euros(4500)],
      [8, euros(1500)],
    ]);
    const broken = judgePromises([promise], [], at('2026-11-20'));
    expect(promisedByItem(broken).size).toBe(0);
  });
});

describe('reliability', () => {
  const of = (amount: number, movements: readonly AccountMovement[], part = {}) =>
    judgePromise(
      {
        ...promise,
        ...part,
        amountCents: euros(amount),
        items: [{ receivableId: 7, amountCents: euros(amount) }],
      },
      movements,
      at('2026-12-01', '2026-12-01'),
    );

  test('counts promises honoured in full and in time over those matured', () => {
    const judged = [
      of(1000, [money('2026-11-18', 1000)]),
      of(1000, [money('2026-11-18', 400)]),
      of(1000, [money('2026-11-27', 1000)]),
      of(1000, []),
      of(1000, [money('2026-11-18', 1000, { nature: 'credit_note' })]),
      of(1000, [], { promisedFor: calendarDate('2026-12-24') }),
      of(1000, [], { kind: 'announced' }),
    ];
    expect(judged.map(({ outcome }) => outcome)).toEqual([
      'kept',
      'partly_kept',
      'late',
      'broken',
      'settled_by_credit',
      'pending',
      'broken',
    ]);
    expect(reliabilityOf(judged)).toEqual({
      keptCount: 1,
      judgedCount: 4,
      keptCents: euros(1400),
      judgedCents: euros(4000),
    });
  });

  test('of nobody is nothing over nothing', () => {
    expect(reliabilityOf([])).toEqual({
      keptCount: 0,
      judgedCount: 0,
      keptCents: 0,
      judgedCents: 0,
    });
  });
});

test('promises broken in the last six months are news, the latest first', () => {
  const on = (promiseId: number, day: string) => ({
    ...promise,
    promiseId,
    promisedOn: calendarDate(day),
    promisedFor: calendarDate(day),
  });
  const judged = judgePromises(
    [on(1, '2026-05-19'), on(2, '2026-05-22'), on(3, '2026-10-15'), on(4, '2026-11-24')],
    [],
    at('2026-11-20'),
  );
  // 19 May and its grace end on 21 May, six months and two days ago.
  expect(recentlyBroken(judged, MONDAY).map(({ promise: { promiseId } }) => promiseId)).toEqual([
    3, 2,
  ]);
});

describe('what the books later say was settled before the promise', () => {
  const paidBefore = (amount: number): PromiseToPay => ({
    ...promise,
    items: [{ receivableId: 7, amountCents: euros(5000), settledBeforeCents: euros(amount) }],
  });

  test('is not asked for again', () => {
    const judged = judgePromise(paidBefore(3000), [money('2026-11-18', 2000)], at('2026-11-20'));
    expect(judged).toMatchObject({ outcome: 'kept', receivedCents: euros(2000) });
    expect(judged.items).toEqual([{ receivableId: 7, openCents: 0 }]);
  });

  test('leaves nothing to break when it was all of it', () => {
    expect(judgePromise(paidBefore(5000), [], at('2026-11-20')).outcome).toBe('settled_by_credit');
  });

  test('leaves the rest owed', () => {
    const judged = judgePromise(paidBefore(3000), [], at('2026-11-20'));
    expect(judged).toMatchObject({ outcome: 'broken', settledOtherwiseCents: euros(3000) });
    expect(judged.items).toEqual([{ receivableId: 7, openCents: euros(2000) }]);
  });
});
