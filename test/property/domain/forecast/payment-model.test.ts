/** Laws of the payment model, whatever the ledger. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { DatedItem } from '../../../../src/shared/domain/forecast/dated-item.ts';
import { fitPaymentModel } from '../../../../src/shared/domain/forecast/fit-payment-model.ts';
import { paymentChances } from '../../../../src/shared/domain/forecast/payment-chances.ts';
import { addDays, calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { addToBand, emptyBand, weekBand } from '../../../support/forecast-band.ts';

const today = calendarDate('2026-11-25');
const BOUNDS = Array.from({ length: 26 }, (_, week) => addDays(today, 7 * week + 4));

const item: fc.Arbitrary<DatedItem> = fc
  .record({
    customerId: fc.integer({ min: 1, max: 6 }),
    age: fc.integer({ min: 0, max: 500 }),
    term: fc.integer({ min: -20, max: 120 }),
    life: fc.integer({ min: -5, max: 300 }),
    end: fc.constantFrom('paid', 'paid', 'paid', 'left', 'open'),
    amountCents: fc.integer({ min: 1, max: 50_000_000 }),
  })
  .map(({ customerId, age, term, life, end, amountCents }) => {
    const issuedOn = addDays(today, -age);
    const endsOn = addDays(issuedOn, life);
    return {
      receivableId: 0,
      customerId,
      issuedOn,
      dueOn: addDays(issuedOn, term),
      paidOn: end === 'paid' ? endsOn : null,
      leftOn: end === 'left' ? endsOn : null,
      amountCents,
    };
  });
const ledgers = fc
  .array(item, { maxLength: 120 })
  .map((items) => items.map((one, at) => ({ ...one, receivableId: at + 1 })));

test('the chances of an item are chances, and with what is later sum to one', () => {
  fc.assert(
    fc.property(ledgers, (items) => {
      const model = fitPaymentModel(items, today);
      const made = paymentChances(model, items, today, BOUNDS);
      for (const [row, later] of made.later.entries()) {
        let sum = later;
        for (const chance of made.perSlot.subarray(row * 26, row * 26 + 26)) {
          expect(chance).toBeGreaterThanOrEqual(0);
          sum += chance;
        }
        expect(later).toBeGreaterThanOrEqual(0);
        expect(sum).toBeCloseTo(1, 9);
        expect(made.likelyDate[row]).toSatisfy((day: string) => day > today);
      }
    }),
    { numRuns: 40 },
  );
});

test('a band holds what is expected, between nothing and everything', () => {
  fc.assert(
    fc.property(ledgers, (items) => {
      const model = fitPaymentModel(items, today);
      const sums = emptyBand(26);
      addToBand(sums, items, paymentChances(model, items, today, BOUNDS));
      const { slots, totals } = weekBand(model, sums);
      const all = items.reduce((sum, { amountCents }) => sum + amountCents, 0);
      for (const { expectedCents, lowCents, highCents } of [...slots, ...totals]) {
        expect(lowCents).toBeGreaterThanOrEqual(0);
        expect(lowCents).toBeLessThanOrEqual(expectedCents);
        expect(expectedCents).toBeLessThanOrEqual(highCents);
        expect(highCents).toBeLessThanOrEqual(all);
      }
    }),
    { numRuns: 40 },
  );
});

test('the order of the items changes nothing but the last digits', () => {
  fc.assert(
    fc.property(ledgers, (items) => {
      const chances = (given: readonly DatedItem[]) =>
        paymentChances(fitPaymentModel(given, today), items, today, BOUNDS).perSlot;
      const turned = chances(items.toReversed());
      for (const [at, chance] of chances(items).entries()) {
        expect(turned[at]).toBeCloseTo(chance, 5);
      }
    }),
    { numRuns: 30 },
  );
});
