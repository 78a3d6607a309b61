import { expect, test } from 'vitest';
import {
  byCallOrder,
  type CallPlace,
} from '../../../../src/shared/domain/contact-log/call-order.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

const place = (payerId: number, more: Partial<CallPlace> = {}): CallPlace => ({
  payerId,
  obligedOn: null,
  rank: null,
  amountCents: 100,
  isTriedToday: false,
  ...more,
});

test('obligations by day then amount, then ranks, then amounts; who was tried today comes last', () => {
  const monday = calendarDate('2026-11-23');
  const friday = calendarDate('2026-11-20');
  const places = [
    place(1, { isTriedToday: true, obligedOn: friday }),
    place(2, { amountCents: 900 }),
    place(3),
    place(4),
    place(5, { rank: 2, amountCents: 900 }),
    place(6, { rank: 1 }),
    place(7, { obligedOn: monday }),
    place(8, { obligedOn: friday, rank: 9 }),
    place(9, { obligedOn: friday, rank: 12, amountCents: 500 }),
  ];
  const order = places.toSorted(byCallOrder).map(({ payerId }) => payerId);
  expect(order).toEqual([9, 8, 7, 6, 5, 2, 3, 4, 1]);
  expect(
    places
      .toReversed()
      .sort(byCallOrder)
      .map(({ payerId }) => payerId),
  ).toEqual(order);
});
