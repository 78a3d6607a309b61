import { describe, expect, test } from 'vitest';
import {
  byAge,
  isOverdue,
  isUndated,
  netPosition,
} from '../../../../src/shared/domain/receivable/net-position.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { euros, lateItem, MONDAY, openItem, receipt } from '../../../support/open-items.ts';

const creditNote = (amount: number, part: Parameters<typeof openItem>[0] = {}) =>
  openItem({ kind: 'credit_note', documentNumber: 'A1', outstandingCents: -amount, ...part });

describe('what is late', () => {
  test.each([
    ['an invoice past its date', lateItem(100, 1), true],
    ['an invoice due today', lateItem(100, 0), false],
    ['an invoice without a due date', openItem({ dueDate: null }), false],
    ['a credit note past its date', lateItem(-100, 10), false],
    ['a doubtful debt', lateItem(100, 10, { role: 'doubtful' }), true],
    ['a bill', lateItem(100, 10, { role: 'bill' }), false],
    ['a retention', lateItem(100, 10, { role: 'retention' }), false],
    ['a deposit', lateItem(100, 10, { role: 'deposit' }), false],
  ])('%s: %s', (_, item, expected) => {
    expect(isOverdue(item, MONDAY)).toBe(expected);
  });

  test('an opening without a date may be late, nobody knows', () => {
    expect(isUndated(openItem({ kind: 'opening', dueDate: null }))).toBe(true);
    expect(isUndated(openItem())).toBe(false);
    expect(isUndated(receipt(100))).toBe(false);
    expect(isUndated(openItem({ dueDate: null, role: 'to_invoice' }))).toBe(false);
  });
});

describe('the net position', () => {
  test('is gross overdue less usable credits', () => {
    const position = netPosition(
      [lateItem(euros(8000), 40), lateItem(euros(500), -5), receipt(euros(3000))],
      MONDAY,
    );
    expect(position).toMatchObject({
      grossOverdueCents: euros(8000),
      usableCreditsCents: euros(3000),
      netDueCents: euros(5000),
      setAsideCreditsCents: 0,
    });
  });

  test('a deposit on an order hides no old invoice, nor does a credit on another account', () => {
    const position = netPosition(
      [
        lateItem(euros(8000), 40),
        receipt(euros(20_000), { kind: 'deposit' }),
        receipt(euros(50), { role: 'deposit' }),
        creditNote(euros(300), { role: 'bill' }),
      ],
      MONDAY,
    );
    expect(position.netDueCents).toBe(euros(8000));
    expect(position.usableCreditsCents).toBe(0);
    expect(position.setAsideCreditsCents).toBe(euros(20_350));
  });

  test('a credit note nets the open document it names first, even before its due date', () => {
    const named = lateItem(euros(1000), -20, { documentNumber: 'F9' });
    const old = lateItem(euros(400), 50);
    const position = netPosition(
      [named, old, creditNote(euros(1100), { namesDocumentNumber: 'F9' })],
      MONDAY,
    );
    expect(position.namedCents.get(named)).toBe(euros(1000));
    expect(position.usableCreditsCents).toBe(euros(100));
    expect(position.netDueCents).toBe(euros(300));
  });

  test('two credit notes on one document take no more than it holds, instalments in order', () => {
    const first = lateItem(euros(300), 40, { documentNumber: 'F9' });
    const second = lateItem(euros(300), 10, { documentNumber: 'F9' });
    const credits = [
      creditNote(euros(400), { namesDocumentNumber: 'F9' }),
      creditNote(euros(400), { namesDocumentNumber: 'F9', documentNumber: 'A2' }),
    ];
    const position = netPosition([second, first, ...credits], MONDAY);
    expect([first, second].map((item) => position.namedCents.get(item))).toEqual([
      euros(300),
      euros(300),
    ]);
    expect(position.namedOverdueCents).toBe(euros(600));
    expect(position.usableCreditsCents).toBe(euros(200));
    expect(position.netDueCents).toBe(-euros(200));
  });

  test('a credit note that names a settled document is usable', () => {
    const credit = creditNote(euros(100), { namesDocumentNumber: 'F2020' });
    expect(netPosition([credit], MONDAY).usableCreditsCents).toBe(euros(100));
  });

  test('a refund that nothing explains is no debt of the customer', () => {
    const refund = receipt(-euros(87));
    expect(netPosition([refund, lateItem(100, 5)], MONDAY).grossOverdueCents).toBe(100);
  });
});

test('the oldest due date comes first, then the oldest document, then its number', () => {
  const items = [
    openItem({ documentNumber: 'C', documentDate: calendarDate('2026-09-02') }),
    openItem({ documentNumber: 'B' }),
    openItem({ documentNumber: 'A' }),
    openItem({ documentNumber: 'D', dueDate: null }),
    openItem({ documentNumber: 'E', dueDate: calendarDate('2026-08-01') }),
  ];
  expect(
    items
      .sort(byAge)
      .map(({ documentNumber }) => documentNumber)
      .join(''),
  ).toBe('DEABC');
  expect(byAge(openItem(), openItem())).toBe(0);
});
