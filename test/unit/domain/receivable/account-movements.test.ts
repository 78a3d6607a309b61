/** What a customer's account was before a period, what moved it, what it is after. */
import { expect, test } from 'vitest';
import { accountPeriods } from '../../../../src/shared/domain/receivable/account-movements.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

const from = calendarDate('2026-10-01');
const to = calendarDate('2026-10-31');

function moved(on: string, amountCents: number, currency = 'EUR') {
  return { on: calendarDate(on), amountCents, currency };
}

test('what was before is the opening, what is within runs to the closing, what is after waits', () => {
  const [period, ...others] = accountPeriods(
    [
      moved('2026-10-20', -30_000),
      moved('2026-09-30', 50_000),
      moved('2026-10-01', 10_000),
      moved('2026-11-01', 99_000),
    ],
    { from, to },
  );
  expect(others).toEqual([]);
  expect(period).toEqual({
    currency: 'EUR',
    openingCents: 50_000,
    movements: [
      { movement: moved('2026-10-01', 10_000), balanceCents: 60_000 },
      { movement: moved('2026-10-20', -30_000), balanceCents: 30_000 },
    ],
    debitCents: 10_000,
    creditCents: 30_000,
    closingCents: 30_000,
  });
});

test('the order given holds within a day', () => {
  const [period] = accountPeriods([moved('2026-10-05', 100), moved('2026-10-05', -100)], {
    from,
    to,
  });
  expect(period?.movements.map(({ balanceCents }) => balanceCents)).toEqual([100, 0]);
  expect(period?.creditCents).toBe(100);
});

test('currencies are never mixed, and one that says nothing is left out', () => {
  const periods = accountPeriods(
    [
      moved('2026-09-01', 500, 'USD'),
      moved('2026-09-02', -500, 'USD'),
      moved('2026-10-02', 700, 'GBP'),
      moved('2026-09-02', 200),
    ],
    { from, to },
  );
  expect(
    periods.map(({ currency, openingCents, closingCents }) => [
      currency,
      openingCents,
      closingCents,
    ]),
  ).toEqual([
    ['GBP', 0, 700],
    ['EUR', 200, 200],
  ]);
  expect(accountPeriods([], { from, to })).toEqual([]);
});
