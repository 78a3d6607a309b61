import { describe, expect, test } from 'vitest';
import { seatMorning } from '../../../../src/shared/domain/priority/morning.ts';
import type { Obligation } from '../../../../src/shared/domain/priority/obligations.ts';
import { plainPayer } from '../../../../src/shared/domain/priority/payer-input.ts';
import { PRIORITY_WEIGHTS } from '../../../../src/shared/domain/priority/priority-weights.ts';
import type { RankedPayer } from '../../../../src/shared/domain/priority/rank-payers.ts';
import { rankPayers } from '../../../../src/shared/domain/priority/rank-payers.ts';
import {
  assessed,
  contacted,
  euros,
  FRIDAY,
  france,
  lateItem,
  MONDAY,
} from '../../../support/open-items.ts';

const context = { today: MONDAY, bankDate: FRIDAY, calendar: france, weights: PRIORITY_WEIGHTS };

/** Payers 1, 2, 3 … in order of rank, tried yesterday so that nobody is forgotten. */
function rows(count: number, part: Partial<RankedPayer> = {}): readonly RankedPayer[] {
  const payers = Array.from({ length: count }, (_, index) => ({
    ...plainPayer(index + 1, [assessed([lateItem(euros(90_000 - index * 100), 70)])]),
    contact: contacted({ lastActionDate: FRIDAY }),
  }));
  return rankPayers(payers, context).ranked.map((row) => ({ ...row, ...part }));
}

const ids = (list: readonly RankedPayer[]) => list.map(({ payerId }) => payerId);
const duty = (payerId: number): Obligation => ({
  kind: 'task',
  payerId,
  customerId: payerId,
  deadline: MONDAY,
  amountCents: 0,
  currency: 'EUR',
  sourceId: null,
  isDone: false,
});

describe('the seats', () => {
  test('go to the ten best, the others following in order', () => {
    const { ten, forgotten, others } = seatMorning(rows(13), [], 10);
    expect(ids(ten)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10]);
    expect(ids(others)).toEqual([11, 12, 13]);
    expect(forgotten).toBeNull();
  });

  test('are fewer when fewer are ranked', () => {
    expect(ids(seatMorning(rows(4), [], 10).ten)).toEqual([1, 2, 3, 4]);
    expect(seatMorning([], [], 10)).toEqual({ ten: [], forgotten: null, others: [] });
  });

  test('are not taken by who stands in Block 0, nor by who rests', () => {
    const given = rows(13).map((row) => (row.payerId === 3 ? { ...row, value: 0 } : row));
    const { ten, others } = seatMorning(given, [duty(1), duty(2)], 10);
    expect(ids(ten)).toEqual([4, 5, 6, 7, 8, 9, 10, 11, 12, 13]);
    expect(ids(others)).toEqual([1, 2, 3]);
  });
});

describe('« l’oublié »', () => {
  const forgetting = (...payerIds: readonly number[]) =>
    rows(15).map((row) => ({ ...row, isForgotten: payerIds.includes(row.payerId) }));

  test('has the tenth seat, the one with most at stake for long', () => {
    const { ten, forgotten, others } = seatMorning(forgetting(13, 12, 14), [], 10);
    expect(ids(ten)).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 12]);
    expect(forgotten?.payerId).toBe(12);
    expect(ids(others)).toEqual([10, 11, 13, 14, 15]);
  });

  test('is sought beyond those already seated', () => {
    expect(seatMorning(forgetting(2, 14), [], 10).forgotten?.payerId).toBe(14);
    expect(seatMorning(forgetting(2), [], 10).forgotten).toBeNull();
  });
});
