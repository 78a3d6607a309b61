import { expect, test } from 'vitest';
import { movementKindOf, movementsByDay } from '../../../../src/shared/domain/interest/movement.ts';
import { SETTLEMENT_NATURES } from '../../../../src/shared/domain/interpretation/interpretation.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { moved } from '../../../support/late-invoices.ts';

test('money, bills and set-offs are payments, a credit note is not, the rest only reduces', () => {
  const kinds = SETTLEMENT_NATURES.map((nature) => [nature, movementKindOf(nature)]);
  expect(Object.fromEntries(kinds)).toEqual({
    bank: 'payment',
    cash: 'payment',
    bill: 'payment',
    set_off: 'payment',
    credit_note: 'credit_note',
    factor: 'other',
    doubtful: 'other',
    loss: 'other',
    other_entry: 'other',
    opening: 'other',
    left: 'other',
    unknown: 'other',
  });
});

test('a day is summed by what moved, in the order of time, up to the day asked', () => {
  const movements = [
    moved('2026-06-05', 300),
    moved('2026-06-01', 100),
    moved('2026-06-05', 50, 'credit_note'),
    moved('2026-06-05', 7, 'other'),
    moved('2026-06-03', 20),
    moved('2026-06-03', -20),
    moved('2026-06-06', 999),
  ];
  expect(movementsByDay(movements, calendarDate('2026-06-05'))).toEqual([
    { on: '2026-06-01', paymentCents: 100, reductionCents: 0 },
    { on: '2026-06-05', paymentCents: 300, reductionCents: 57 },
  ]);
});
