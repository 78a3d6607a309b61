import fc from 'fast-check';
import { expect, test } from 'vitest';
import { agedBalance, bucketKeys } from '../../../../src/shared/domain/ageing/aged-balance.ts';
import { addDays } from '../../../../src/shared/kernel/calendar-date.ts';
import { MONDAY, openItem } from '../../../support/open-items.ts';

const items = fc.array(
  fc
    .record({
      customerId: fc.integer({ min: 1, max: 5 }),
      outstandingCents: fc.integer({ min: -1_000_000, max: 1_000_000 }),
      due: fc.option(fc.integer({ min: -90, max: 500 })),
      issued: fc.integer({ min: -5, max: 600 }),
    })
    .map(({ due, issued, ...part }) =>
      openItem({
        ...part,
        dueDate: due === null ? null : addDays(MONDAY, -due),
        documentDate: addDays(MONDAY, -issued),
      }),
    ),
  { maxLength: 40 },
);
const settings = fc.record({
  asOf: fc.integer({ min: -400, max: 400 }).map((days) => addDays(MONDAY, days)),
  by: fc.constantFrom('due_date', 'document_date' as const),
  brackets: fc
    .uniqueArray(fc.integer({ min: 1, max: 720 }), { minLength: 1, maxLength: 6 })
    .map((bounds) => bounds.sort((a, b) => a - b)),
});

test('columns, rows, and debit less credit balances all sum to what is open', () => {
  fc.assert(
    fc.property(items, settings, (open, chosen) => {
      const total = open.reduce((sum, { outstandingCents }) => sum + outstandingCents, 0);
      const balance = agedBalance(open, ({ customerId }) => customerId, chosen);
      const sum = (amounts: readonly number[]) => amounts.reduce((a, b) => a + b, 0);
      expect(balance.buckets).toEqual(bucketKeys(chosen.brackets));
      expect(balance.totals.amountsCents).toHaveLength(balance.buckets.length);
      expect(sum(balance.totals.amountsCents)).toBe(total);
      expect(balance.totals.balanceCents).toBe(total);
      expect(sum([...balance.rows.values()].map(({ balanceCents }) => balanceCents))).toBe(total);
      expect(balance.debitBalancesCents + balance.creditBalancesCents).toBe(total);
    }),
  );
});

test('a later day never makes an item younger', () => {
  fc.assert(
    fc.property(items, settings, fc.integer({ min: 0, max: 200 }), (open, chosen, days) => {
      const late = (asOf: typeof MONDAY) => {
        const { totals } = agedBalance(open, () => 0, { ...chosen, asOf });
        return totals.amountsCents[0] ?? 0;
      };
      expect(late(addDays(chosen.asOf, days))).toBeLessThanOrEqual(late(chosen.asOf));
    }),
  );
});
