import { expect, test } from 'vitest';
import {
  type RejectedPayment,
  rejectedItems,
} from '../../../../src/shared/domain/receivable/rejected-items.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { euros, openItem } from '../../../support/open-items.ts';

const due = { dueDate: calendarDate('2026-11-02') };
const items = [
  openItem({ receivableId: 1, documentNumber: 'FA-1', outstandingCents: euros(100), ...due }),
  openItem({ receivableId: 2, documentNumber: 'FA-2', outstandingCents: euros(200), ...due }),
  openItem({ receivableId: 3, documentNumber: 'FA-3', outstandingCents: euros(200), ...due }),
  openItem({ receivableId: 4, documentNumber: '', outstandingCents: euros(300), ...due }),
  openItem({ receivableId: null, documentNumber: 'VIR', outstandingCents: euros(-400) }),
  openItem({ receivableId: 6, kind: 'credit_note', outstandingCents: euros(500), ...due }),
  openItem({ receivableId: 7, currency: 'USD', outstandingCents: euros(600), ...due }),
  openItem({ receivableId: 8, dueDate: null, outstandingCents: euros(700) }),
  openItem({
    receivableId: 9,
    outstandingCents: euros(800),
    dueDate: calendarDate('2026-11-21'),
  }),
];

function rejected(part: Partial<RejectedPayment>): readonly number[] {
  const rejection: RejectedPayment = {
    receivedDate: calendarDate('2026-11-20'),
    amountCents: euros(-1),
    currency: 'EUR',
    label: 'REJET PRLV',
    reopenedIds: [],
    ...part,
  };
  return [...rejectedItems(items, [rejection])];
}

test.each<readonly [string, Partial<RejectedPayment>, readonly number[]]>([
  ['what the payment had settled', { reopenedIds: [2, 3], label: 'REJET FA-1' }, [2, 3]],
  ['the document the words name', { label: 'Rejet prlv fa 1', amountCents: euros(-200) }, [1]],
  ['both when they name two', { label: 'REJET FA-2 FA-3' }, [2, 3]],
  ['not a number within another', { label: 'REJET FA-12' }, []],
  ['the only item of that amount', { amountCents: euros(-100) }, [1]],
  ['an item without a number, by its amount', { amountCents: euros(-300) }, [4]],
  ['nothing where two have that amount', { amountCents: euros(-200) }, []],
  ['no credit note', { amountCents: euros(-500) }, []],
  ['nothing in another currency', { amountCents: euros(-600) }, []],
  ['nothing without a due date', { amountCents: euros(-700) }, []],
  ['nothing that was not due then', { amountCents: euros(-800) }, []],
])('a rejection puts back %s', (_, part, expected) => {
  expect(rejected(part)).toEqual(expected);
});

test('several rejections add up', () => {
  const of = (receivableId: number): RejectedPayment => ({
    receivedDate: calendarDate('2026-11-20'),
    amountCents: euros(-1),
    currency: 'EUR',
    label: '',
    reopenedIds: [receivableId],
  });
  expect([...rejectedItems(items, [of(1), of(2), of(1)])]).toEqual([1, 2]);
});
