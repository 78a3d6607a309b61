/** October and November 2026, of one customer. */
import { describe, expect, test } from 'vitest';
import {
  type DisputedItem,
  disputedByMonth,
  promisesByMonth,
} from '../../../../src/shared/domain/metrics/dealing-months.ts';
import { monthsUpTo } from '../../../../src/shared/domain/metrics/months.ts';
import type {
  JudgedPromise,
  PromiseOutcome,
} from '../../../../src/shared/domain/promise/judge-promise.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

const day = calendarDate;
const months = monthsUpTo(day('2026-11-22'), 2);

function disputed(part: Partial<DisputedItem> = {}): DisputedItem {
  return {
    receivableId: 1,
    disputedCents: 600,
    openedOn: day('2026-10-05'),
    closedOn: null,
    amountCents: 1000,
    dueDate: day('2026-10-31'),
    canBeLate: true,
    moves: [],
    ...part,
  };
}

const cents = (...items: DisputedItem[]) =>
  disputedByMonth(items, months).map(({ disputedCents, disputedOverdueCents }) => [
    disputedCents,
    disputedOverdueCents,
  ]);

describe('what stood disputed at the end of a month', () => {
  test('is late from the day after the due date', () => {
    expect(cents(disputed())).toEqual([
      [600, 0],
      [600, 600],
    ]);
  });

  test('begins with the dispute and ends on the day it is closed', () => {
    expect(cents(disputed({ openedOn: day('2026-11-01') }))[0]).toEqual([0, 0]);
    expect(cents(disputed({ closedOn: day('2026-10-31') }))[0]).toEqual([0, 0]);
    expect(cents(disputed({ closedOn: day('2026-11-01') }))[0]).toEqual([600, 0]);
  });

  test('is never more than what is left of the item, whatever is disputed of it', () => {
    const twice = disputed({ disputedCents: 900 });
    expect(cents(disputed(), twice)[0]).toEqual([1000, 0]);
    const paid = disputed({ moves: [{ on: day('2026-11-02'), amountCents: 700 }] });
    expect(cents(paid)).toEqual([
      [600, 0],
      [300, 300],
    ]);
    const settled = disputed({ moves: [{ on: day('2026-11-02'), amountCents: 1200 }] });
    expect(cents(settled)[1]).toEqual([0, 0]);
  });

  test('is not late without a due date, nor on an account that is never late', () => {
    expect(cents(disputed({ dueDate: null }))[1]).toEqual([600, 0]);
    expect(cents(disputed({ canBeLate: false }))[1]).toEqual([600, 0]);
  });
});

test('a promise is of the month in which its grace ends', () => {
  const promise = (deadline: string, outcome: PromiseOutcome): JudgedPromise => ({
    promise: {
      promiseId: 1,
      kind: 'promise',
      promisedOn: day('2026-10-01'),
      promisedFor: day('2026-10-30'),
      amountCents: 500,
      items: [],
    },
    outcome,
    deadline: day(deadline),
    receivedCents: 500,
    receivedInTimeCents: outcome === 'kept' ? 500 : 0,
    settledOtherwiseCents: 0,
    items: [],
  });
  const judged = [
    promise('2026-10-31', 'kept'),
    promise('2026-11-01', 'broken'),
    promise('2026-11-02', 'pending'),
    promise('2026-12-01', 'kept'),
  ];
  expect(promisesByMonth(judged, months)).toEqual([
    { maturedCount: 1, keptCount: 1, maturedCents: 500, keptCents: 500 },
    { maturedCount: 1, keptCount: 0, maturedCents: 500, keptCents: 0 },
  ]);
});
