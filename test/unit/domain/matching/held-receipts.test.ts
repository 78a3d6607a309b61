/** Receipts that the accounting holds already are not asked about. */
import { describe, expect, test } from 'vitest';
import {
  type AccountedPayment,
  heldReceipts,
} from '../../../../src/shared/domain/matching/held-receipts.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { indexOf, matchReceipt } from '../../../support/match-books.ts';

const index = indexOf([]);

function payment(paymentId: number, customerId: number, day: string): AccountedPayment {
  return {
    paymentId,
    customerId,
    receivedOn: calendarDate(day),
    amountCents: 5_000,
    currency: 'EUR',
  };
}

function movement(movementId: number, text: string, day = '2026-11-10', cents = 5_000) {
  return { ...matchReceipt(cents, text, { movementId }), bookedOn: calendarDate(day) };
}

const held = (
  ...given: Parameters<typeof heldReceipts> extends [unknown, ...infer Rest] ? Rest : never
) => Object.fromEntries(heldReceipts(index, ...given));

describe('a receipt that the accounting holds', () => {
  test('has the same amount on a near day', () => {
    expect(held([movement(1, 'VIR')], [payment(1, 2, '2026-11-12')])).toEqual({ 1: 2 });
    expect(held([movement(1, 'VIR')], [payment(1, 2, '2026-12-12')])).toEqual({});
    expect(held([movement(1, 'VIR', '2026-11-10', 4_999)], [payment(1, 2, '2026-11-12')])).toEqual(
      {},
    );
  });

  test('is of the customer that the bank names, before the nearest', () => {
    const payments = [payment(1, 2, '2026-11-10'), payment(2, 1, '2026-11-14')];
    const named = movement(1, 'VIR MENUISERIE DUPONT');
    expect(held([named], payments)).toEqual({ 1: 1 });
    expect(held([named], payments.slice(0, 1))).toEqual({});
  });

  test('is one payment: of several the nearest, one each', () => {
    const payments = [payment(1, 2, '2026-11-10'), payment(2, 4, '2026-11-13')];
    expect(held([movement(1, 'VIR'), movement(2, 'VIR', '2026-11-13')], payments)).toEqual({
      1: 2,
      2: 4,
    });
    const three = [movement(1, 'VIR'), movement(2, 'VIR'), movement(3, 'VIR')];
    expect(Object.keys(held(three, payments))).toHaveLength(2);
    const same = [payment(1, 2, '2026-11-10'), payment(2, 4, '2026-11-10')];
    expect(held([movement(1, 'VIR')], same)).toEqual({ 1: 2 });
  });
});
