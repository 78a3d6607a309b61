import fc from 'fast-check';
import { expect, test } from 'vitest';
import { sumApart } from '../../../../src/shared/domain/receivable/currency.ts';

const amounts = fc.array(
  fc.record({
    currency: fc.constantFrom('EUR', 'USD', 'CHF', 'GBP'),
    amountCents: fc.integer({ min: -1_000_000, max: 1_000_000 }),
  }),
);

test('an amount in another currency never moves a total', () => {
  fc.assert(
    fc.property(amounts, (given) => {
      const euros = given.filter(({ currency }) => currency === 'EUR');
      expect(sumApart(given).totalCents).toBe(sumApart(euros).totalCents);
      for (const { currency, amountCents } of sumApart(given).otherTotals) {
        const alone = given.filter((one) => one.currency === currency);
        expect(amountCents).toBe(alone.reduce((sum, one) => sum + one.amountCents, 0));
      }
    }),
    { numRuns: 100 },
  );
});
