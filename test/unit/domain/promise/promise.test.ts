import { describe, expect, test } from 'vitest';
import { decidePromise, spreadOldestFirst } from '../../../../src/shared/domain/promise/promise.ts';
import { addDays } from '../../../../src/shared/kernel/calendar-date.ts';
import { euros, lateItem, MONDAY, openItem, receipt } from '../../../support/open-items.ts';

const old = lateItem(euros(300), 60, { receivableId: 1 });
const young = lateItem(euros(200), 10, { receivableId: 2 });

describe('a promise', () => {
  test.each([
    ['for today', 0, 500, [old, young], [300, 200]],
    ['of a part, which goes to the oldest', 3, 350, [young, old], [300, 50]],
    ['on the account as a whole', 3, 9999, [], []],
  ])('%s is recorded', (...[, days, amount, items, expected]) => {
    const decided = decidePromise(
      { promisedFor: addDays(MONDAY, days), amountCents: euros(amount), items },
      MONDAY,
    );
    expect(decided.isDone && decided.value.map(({ amountCents }) => amountCents)).toEqual(
      expected.map(euros),
    );
  });

  test.each([
    ['in the past', -1, 100, [], 'promise_in_the_past'],
    ['on settled items only', 3, 100, [openItem({ outstandingCents: 0 })], 'receivable_settled'],
    ['on a credit only', 3, 100, [receipt(100)], 'receivable_settled'],
    [
      'in two currencies',
      3,
      100,
      [old, openItem({ receivableId: 9, currency: 'USD' })],
      'currencies_mixed',
    ],
    ['of more than is open', 3, 501, [old, young], 'exceeds_outstanding'],
  ])('%s is refused', (...[, days, amount, items, refusal]) => {
    expect(
      decidePromise(
        { promisedFor: addDays(MONDAY, days), amountCents: euros(amount), items },
        MONDAY,
      ),
    ).toEqual({ isDone: false, refusal });
  });
});

test('an amount spreads over items that have an identity only', () => {
  const refund = receipt(-euros(50), { dueDate: null });
  expect(spreadOldestFirst([refund, old], euros(10))).toEqual([
    { receivableId: 1, amountCents: euros(10) },
  ]);
});
