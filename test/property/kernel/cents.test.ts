import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  AMOUNT_CENTS_MAX,
  ratioOf,
  splitEvenly,
  sumCents,
} from '../../../src/shared/kernel/cents.ts';

const amounts = fc.integer({ min: -AMOUNT_CENTS_MAX, max: AMOUNT_CENTS_MAX });

test('equal parts sum to the total and differ by at most one cent', () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 1, max: 200 }), (total, count) => {
      const parts = splitEvenly(total, count);
      expect(sumCents(parts)).toBe(total);
      expect(Math.max(...parts) - Math.min(...parts)).toBeLessThanOrEqual(1);
    }),
  );
});

test('a ratio is within half a cent of the exact quotient, computed in whole numbers', () => {
  fc.assert(
    fc.property(
      amounts,
      fc.integer({ min: -1_000_000, max: 1_000_000 }),
      fc.integer({ min: 1, max: 4_000_000 }),
      (amount, numerator, denominator) => {
        fc.pre(Math.abs(amount / denominator) * Math.abs(numerator) < 2 ** 52);
        const result = BigInt(ratioOf(amount, numerator, denominator));
        const rest = result * BigInt(denominator) - BigInt(amount) * BigInt(numerator);
        expect(2n * (rest < 0n ? -rest : rest) <= BigInt(denominator)).toBe(true);
      },
    ),
  );
});

test('a ratio and its opposite are opposites', () => {
  fc.assert(
    fc.property(amounts, fc.integer({ min: 0, max: 1000 }), (amount, numerator) => {
      expect(ratioOf(-amount, numerator, 1000) + ratioOf(amount, numerator, 1000)).toBe(0);
    }),
  );
});
