import { expect, test } from 'vitest';
import { businessCalendar } from '../../../../src/shared/domain/calendar/business-calendar.ts';
import {
  type Hold,
  heldBy,
  isExpiring,
  isReviewDue,
  proposedReviewOf,
} from '../../../../src/shared/domain/hold/hold.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

const today = calendarDate('2026-11-23');
const calendar = businessCalendar();

function holdOf(part: Partial<Hold>): Hold {
  return {
    holdId: 1,
    customerId: 7,
    receivableId: null,
    reason: 'commercial',
    reviewOn: calendarDate('2026-12-01'),
    ...part,
  };
}

test('a stop is looked at again on its day, and is announced five business days before', () => {
  const reviews = ['2026-11-22', '2026-11-23', '2026-11-24', '2026-11-30', '2026-12-01'];
  const holds = reviews.map((review) => holdOf({ reviewOn: calendarDate(review) }));
  expect(holds.map((hold) => isReviewDue(hold, today))).toEqual([true, true, false, false, false]);
  expect(holds.map((hold) => isExpiring(hold, today, calendar))).toEqual([
    true,
    true,
    true,
    true,
    false,
  ]);
});

test('a new stop is proposed for fifteen days', () => {
  expect(proposedReviewOf(today)).toBe('2026-12-08');
});

test('a stop holds its customer or its item; of two on the same thing the later review counts', () => {
  const early = holdOf({ holdId: 1, reviewOn: calendarDate('2026-11-25') });
  const late = holdOf({ holdId: 2, reviewOn: calendarDate('2026-12-25') });
  const onItem = holdOf({ holdId: 3, receivableId: 70 });
  for (const holds of [
    [early, late, onItem],
    [late, onItem, early],
  ]) {
    const held = heldBy(holds);
    expect(held.customers.get(7)?.holdId).toBe(2);
    expect([...held.receivables.keys()]).toEqual([70]);
  }
});
