/** September to 22 November 2026, of one customer. */
import { describe, expect, test } from 'vitest';
import {
  addFigures,
  type BookFigures,
  isEmpty,
  NO_BOOK_FIGURES,
  salesOf,
} from '../../../../src/shared/domain/metrics/month-figures.ts';
import {
  type CustomerHistory,
  type HistoryAllocation,
  type HistoryItem,
  type HistoryPayment,
  isReceivableRole,
  monthFigures,
} from '../../../../src/shared/domain/metrics/month-history.ts';
import { monthsUpTo } from '../../../../src/shared/domain/metrics/months.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

const day = calendarDate;
const months = monthsUpTo(day('2026-11-22'), 3);

function invoice(part: Partial<HistoryItem> = {}): HistoryItem {
  return {
    receivableId: 1,
    kind: 'invoice',
    role: 'ordinary',
    documentDate: day('2026-09-10'),
    bookedDate: part.documentDate ?? day('2026-09-10'),
    dueDate: day('2026-10-10'),
    dueBasis: 'stated',
    amountCents: 1000,
    isReversed: false,
    settledDate: null,
    settledNature: null,
    ...part,
  };
}

function receipt(part: Partial<HistoryPayment> = {}): HistoryPayment {
  return {
    paymentId: 1,
    nature: 'bank',
    role: 'ordinary',
    receivedDate: day('2026-11-05'),
    amountCents: 1000,
    ...part,
  };
}

function paid(effectiveDate: string, part: Partial<HistoryAllocation> = {}): HistoryAllocation {
  return {
    receivableId: 1,
    paymentId: 1,
    amountCents: 1000,
    effectiveDate: day(effectiveDate),
    nature: 'bank',
    ...part,
  };
}

function read(history: Partial<CustomerHistory>): readonly BookFigures[] {
  return monthFigures({ items: [], payments: [], allocations: [], ...history }, months);
}

/** One figure over the three months. */
const over = (figures: readonly BookFigures[], name: keyof BookFigures) =>
  figures.map((month) => month[name]);

test('an unpaid invoice stands in every month and is late from the day after it fell due', () => {
  const figures = read({ items: [invoice()] });
  expect(over(figures, 'invoicedCents')).toEqual([1000, 0, 0]);
  expect(over(figures, 'closingCents')).toEqual([1000, 1000, 1000]);
  expect(over(figures, 'fellDueCents')).toEqual([0, 1000, 0]);
  expect(over(figures, 'overdueCents')).toEqual([0, 1000, 1000]);
  expect(over(figures, 'overdueCount')).toEqual([0, 1, 1]);
  expect(over(figures, 'openCount')).toEqual([1, 1, 1]);
  expect(over(figures, 'over90Cents')).toEqual([0, 0, 0]);
});

test('due on the last day of a month, it is late in the next one', () => {
  const figures = read({ items: [invoice({ dueDate: day('2026-09-30') })] });
  expect(over(figures, 'overdueCents')).toEqual([0, 1000, 1000]);
  expect(over(figures, 'fellDueCents')).toEqual([0, 1000, 0]);
});

test('more than 90 days late is counted apart', () => {
  const old = invoice({ documentDate: day('2026-07-01'), dueDate: day('2026-08-01') });
  // 91 days on 31 October.
  expect(over(read({ items: [old] }), 'over90Cents')).toEqual([0, 1000, 1000]);
});

test('a late payment recovers, and tells the delay and the time of the invoice', () => {
  const figures = read({
    items: [invoice({ settledDate: day('2026-11-05'), settledNature: 'bank' })],
    payments: [receipt()],
    allocations: [paid('2026-11-05')],
  });
  expect(over(figures, 'receivedCents')).toEqual([0, 0, 1000]);
  expect(over(figures, 'recoveredCents')).toEqual([0, 0, 1000]);
  expect(over(figures, 'closingCents')).toEqual([1000, 1000, 0]);
  expect(over(figures, 'creditsCents')).toEqual([0, 0, 0]);
  // Due on 10/10, dated 10/09, paid on 05/11.
  expect(over(figures, 'paidLateCentDays')).toEqual([0, 0, 26_000]);
  expect(over(figures, 'paidCentDays')).toEqual([0, 0, 56_000]);
});

test('what is paid before its due date never falls due; on the day, it is recovered', () => {
  const on = (effective: string) =>
    read({ items: [invoice()], allocations: [paid(effective)] }).map(
      ({ fellDueCents, recoveredCents }) => [fellDueCents, recoveredCents],
    );
  expect(on('2026-10-09')).toEqual([
    [0, 0],
    [0, 0],
    [0, 0],
  ]);
  expect(on('2026-10-10')).toEqual([
    [0, 0],
    [1000, 1000],
    [0, 0],
  ]);
});

test('an early payment is on time: a delay of nothing', () => {
  const figures = read({
    items: [invoice({ settledDate: day('2026-10-01'), settledNature: 'cash' })],
  });
  expect(over(figures, 'paidDueCents')).toEqual([0, 1000, 0]);
  expect(over(figures, 'paidLateCentDays')).toEqual([0, 0, 0]);
});

test('what was late before the months begin is recovered in the month it is paid', () => {
  const old = invoice({ documentDate: day('2026-05-01'), dueDate: day('2026-06-01') });
  const figures = read({ items: [old], allocations: [paid('2026-10-05')] });
  expect(over(figures, 'fellDueCents')).toEqual([0, 0, 0]);
  expect(over(figures, 'recoveredCents')).toEqual([0, 1000, 0]);
});

test('entered after its due date, it falls due on the day it is entered', () => {
  const late = invoice({ bookedDate: day('2026-11-02') });
  const figures = read({ items: [late] });
  expect(over(figures, 'invoicedCents')).toEqual([1000, 0, 0]); // sold when it is dated
  expect(over(figures, 'closingCents')).toEqual([0, 0, 1000]);
  expect(over(figures, 'fellDueCents')).toEqual([0, 0, 1000]);
});

test('a credit note sells less, settles without money, and is no time of payment', () => {
  const figures = read({
    items: [
      invoice({ settledDate: day('2026-10-20'), settledNature: 'credit_note' }),
      invoice({
        receivableId: 2,
        kind: 'credit_note',
        documentDate: day('2026-10-20'),
        amountCents: -1000,
      }),
    ],
    allocations: [
      paid('2026-10-20', { paymentId: null, nature: 'credit_note' }),
      paid('2026-10-20', {
        receivableId: 2,
        paymentId: null,
        nature: 'credit_note',
        amountCents: -1000,
      }),
    ],
  });
  expect(figures.map(salesOf)).toEqual([1000, -1000, 0]);
  expect(over(figures, 'recoveredCents')).toEqual([0, 0, 0]);
  expect(over(figures, 'paidCents')).toEqual([0, 0, 0]);
  expect(over(figures, 'closingCents')).toEqual([1000, 0, 0]);
  expect(over(figures, 'creditsCents')).toEqual([0, 0, 0]);
});

test('credits and money that nobody allocated stand apart and reduce nothing', () => {
  const figures = read({
    items: [invoice(), invoice({ receivableId: 2, kind: 'credit_note', amountCents: -300 })],
    payments: [receipt({ receivedDate: day('2026-10-05'), amountCents: 400 })],
  });
  expect(over(figures, 'creditsCents')).toEqual([300, 700, 700]);
  expect(over(figures, 'closingCents')).toEqual([1000, 1000, 1000]);
});

test('a refund that nothing explains is owed by the customer; doubtful accounts are told', () => {
  const figures = read({
    items: [invoice({ role: 'doubtful', dueBasis: 'estimated' })],
    payments: [
      receipt({ amountCents: -200 }),
      receipt({ paymentId: 2, amountCents: -50, role: 'doubtful' }),
    ],
  });
  expect(over(figures, 'closingCents')).toEqual([1000, 1000, 1250]);
  expect(over(figures, 'doubtfulCents')).toEqual([1000, 1000, 1050]);
  expect(over(figures, 'estimatedCents')).toEqual([1000, 1000, 1000]);
  expect(over(figures, 'receivedCents')).toEqual([0, 0, -250]);
});

test('a part paid leaves the rest standing; a loss is told in its month', () => {
  const figures = read({
    items: [invoice()],
    allocations: [
      paid('2026-10-15', { amountCents: 600 }),
      paid('2026-11-15', { amountCents: 400, nature: 'loss' }),
      paid('2027-01-15', { amountCents: 0, nature: 'loss' }),
    ],
  });
  expect(over(figures, 'closingCents')).toEqual([1000, 400, 0]);
  expect(over(figures, 'writtenOffCents')).toEqual([0, 0, 400]);
  expect(over(figures, 'recoveredCents')).toEqual([0, 600, 0]);
});

test('a rejected payment opens again what it had settled', () => {
  const figures = read({
    items: [invoice()],
    payments: [receipt({ receivedDate: day('2026-09-20') })],
    allocations: [paid('2026-09-20'), paid('2026-11-03', { amountCents: -1000 })],
  });
  expect(over(figures, 'closingCents')).toEqual([0, 0, 1000]);
});

describe('what is no receivable', () => {
  test.each(['to_invoice', 'deposit', 'rounding'] as const)('%s counts nowhere', (role) => {
    const figures = read({
      items: [invoice({ role })],
      payments: [receipt({ role, nature: 'other_entry' })],
    });
    expect(figures.every(isEmpty)).toBe(true);
    expect(isReceivableRole(role)).toBe(false);
  });

  test('a deposit received is money all the same', () => {
    expect(over(read({ payments: [receipt({ role: 'deposit' })] }), 'receivedCents')).toEqual([
      0, 0, 1000,
    ]);
  });

  test('bills and retentions are owed and never late; an item without a date neither', () => {
    for (const item of [
      invoice({ role: 'retention' }),
      invoice({ role: 'bill' }),
      invoice({ dueDate: null }),
    ]) {
      const figures = read({ items: [item] });
      expect(over(figures, 'closingCents')).toEqual([1000, 1000, 1000]);
      expect(over(figures, 'overdueCents')).toEqual([0, 0, 0]);
      expect(over(figures, 'fellDueCents')).toEqual([0, 0, 0]);
    }
  });

  test('a cancelled document was never sold nor paid', () => {
    const figures = read({
      items: [invoice({ isReversed: true, settledDate: day('2026-10-01'), settledNature: 'bank' })],
    });
    expect(over(figures, 'invoicedCents')).toEqual([0, 0, 0]);
    expect(over(figures, 'paidCents')).toEqual([0, 0, 0]);
  });

  test('what has no due date is paid without being late or in time', () => {
    const figures = read({
      items: [
        invoice({ dueDate: null, settledDate: day('2026-10-01'), settledNature: 'bank' }),
        invoice({
          receivableId: 2,
          settledDate: day('2026-08-30'),
          settledNature: 'bank',
          documentDate: day('2026-08-01'),
        }),
      ],
    });
    expect(over(figures, 'paidCents')).toEqual([0, 1000, 0]);
    expect(over(figures, 'paidDueCents')).toEqual([0, 0, 0]);
  });

  test('what is booked or moves after the last day is not there yet', () => {
    const figures = read({
      items: [
        invoice({ bookedDate: day('2026-11-25'), documentDate: day('2026-11-25') }),
        invoice({ receivableId: 2, dueDate: day('2026-12-31') }),
      ],
      allocations: [paid('2026-11-25', { receivableId: 2 })],
    });
    expect(over(figures, 'closingCents')).toEqual([1000, 1000, 1000]);
    expect(over(figures, 'invoicedCents')).toEqual([1000, 0, 0]);
  });
});

test('figures of customers add up', () => {
  const sums = { ...NO_BOOK_FIGURES };
  for (const month of read({ items: [invoice()] })) addFigures(sums, month);
  expect(sums.closingCents).toBe(3000);
  expect(sums.overdueCount).toBe(2);
  expect(isEmpty(sums)).toBe(false);
});
