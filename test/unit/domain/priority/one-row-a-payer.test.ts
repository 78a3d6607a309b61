import { describe, expect, test } from 'vitest';
import { oneRowAPayer } from '../../../../src/shared/domain/priority/one-row-a-payer.ts';
import { plainPayer } from '../../../../src/shared/domain/priority/payer-input.ts';
import { PRIORITY_WEIGHTS } from '../../../../src/shared/domain/priority/priority-weights.ts';
import {
  type PlacedPayer,
  placePayer,
  rankPlaced,
} from '../../../../src/shared/domain/priority/rank-payers.ts';
import {
  assessed,
  customer,
  euros,
  FRIDAY,
  france,
  lateItem,
  MONDAY,
} from '../../../support/open-items.ts';

const context = { today: MONDAY, bankDate: FRIDAY, calendar: france, weights: PRIORITY_WEIGHTS };

/** What payer 1 comes to for one late item; null for one not due yet. */
function placed(currency: string, amount: number, situation = customer()): PlacedPayer {
  const items = [lateItem(euros(amount), 40, { currency })];
  const one = placePayer(plainPayer(1, [assessed(items, situation)], currency), context);
  if (one === null) throw new Error('nothing late');
  return one;
}

const small = (currency: string) => placed(currency, 100);

describe('of a payer’s currencies', () => {
  test('none gives no row, one is the row', () => {
    expect(oneRowAPayer([])).toBeNull();
    const only = placed('USD', 900);
    expect(oneRowAPayer([only])).toBe(only);
  });

  test('the euros speak for him, however much he owes elsewhere', () => {
    const row = oneRowAPayer([placed('USD', 90_000), placed('EUR', 900), placed('CHF', 500)]);
    expect(row).toMatchObject({ currency: 'EUR', overdueCents: euros(900) });
    expect(row?.elsewhere).toMatchObject([
      { currency: 'CHF', overdueCents: euros(500), stakeCents: euros(500) },
      { currency: 'USD', overdueCents: euros(90_000), stakeCents: euros(90_000) },
    ]);
  });

  test('the others stand in the order of their codes, whatever they come to', () => {
    const row = oneRowAPayer([placed('EUR', 900), placed('CHF', 90_000), placed('USD', 500)]);
    expect(row?.elsewhere?.map(({ currency }) => currency)).toEqual(['CHF', 'USD']);
  });

  test('what can be chased goes before what cannot, and the amount left out is not at stake', () => {
    const row = oneRowAPayer([small('EUR'), placed('USD', 900)]);
    expect(row).toMatchObject({ currency: 'USD', stakeCents: euros(900) });
    expect(row?.elsewhere).toMatchObject([
      { currency: 'EUR', overdueCents: euros(100), stakeCents: 0 },
    ]);
  });

  test('without euros to chase, what is worth most speaks', () => {
    const row = oneRowAPayer([placed('CHF', 500), placed('USD', 900)]);
    expect(row?.currency).toBe('USD');
  });

  test('nothing to chase leaves him out once, by the largest amount without euros', () => {
    const row = oneRowAPayer([small('CHF'), placed('USD', 120)]);
    expect(row).toMatchObject({ currency: 'USD', because: 'below_floor' });
    expect(row?.elsewhere).toMatchObject([{ currency: 'CHF' }]);
  });
});

test('a payer stands once in the ranking', () => {
  const row = oneRowAPayer([placed('EUR', 900), placed('USD', 700)]);
  const { ranked, leftOut } = rankPlaced(row === null ? [] : [row]);
  expect(ranked.map(({ rank, payerId }) => [rank, payerId])).toEqual([[1, 1]]);
  expect(leftOut).toEqual([]);
});
