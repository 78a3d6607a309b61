/** Laws of confirmed receipts in the books of a customer, whatever the lines and the receipts. */
import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { interpret } from '../../../src/shared/domain/interpretation/interpret.ts';
import type {
  ConfirmedReceipt,
  FactLine,
  Interpretation,
} from '../../../src/shared/domain/interpretation/interpretation.ts';
import { addDays, calendarDate } from '../../../src/shared/kernel/calendar-date.ts';
import {
  balanceOf,
  factsOf,
  invoice,
  leftOf,
  receipt,
} from '../../unit/domain/interpretation/a-customer.ts';

const FIRST_DAY = calendarDate('2026-01-01');
const day = fc.integer({ min: 0, max: 90 }).map((count) => addDays(FIRST_DAY, count));
const cents = fc.oneof(fc.constantFrom(1_000, 2_000, 3_000), fc.integer({ min: 1, max: 9_000 }));

const lines = fc
  .tuple(
    fc.array(fc.tuple(day, cents), { minLength: 1, maxLength: 8 }),
    fc.array(fc.tuple(day, cents, fc.boolean()), { maxLength: 6 }),
  )
  .map(([invoices, receipts]): FactLine[] => [
    ...invoices.map(([on, amount], at) => invoice(on, `F${at}`, amount)),
    ...receipts.map(([on, amount]) => receipt(on, amount, 'VIR')),
  ]);

/** Receipts whose amounts go to items in any way that their amount allows. */
const scenario = fc
  .record({
    lines,
    movements: fc.array(fc.tuple(day, cents, fc.array(fc.nat({ max: 9 }), { maxLength: 3 })), {
      maxLength: 6,
    }),
  })
  .map(({ lines: all, movements }) => {
    const keys = interpret(factsOf({ lines: all })).items.map(({ key }) => key);
    const receipts = movements.map(([bookedOn, amountCents, chosen], at): ConfirmedReceipt => {
      const items = [...new Set(chosen.map((one) => keys[one % keys.length] ?? ''))];
      const share = Math.floor(amountCents / Math.max(1, items.length));
      return {
        movementId: at + 1,
        importId: 9,
        lineNumber: at + 1,
        bookedOn,
        amountCents,
        currency: 'EUR',
        label: 'VIR SEPA',
        reference: '',
        allocations: items.map((itemKey) => ({ itemKey, amountCents: share })),
      };
    });
    return { lines: all, receipts };
  });

function bankOnlyOf({ payments }: Interpretation): number {
  return payments
    .filter(({ bank }) => bank?.isOnly === true)
    .reduce((sum, { amountCents }) => sum + amountCents, 0);
}

describe('whatever a person confirms', () => {
  it('allocations never exceed the item, nor the receipt', () => {
    fc.assert(
      fc.property(scenario, (facts) => {
        const made = interpret(factsOf(facts));
        const { ofItems, ofPayments } = leftOf(made);
        for (const [at, left] of ofItems.entries()) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left).toBeLessThanOrEqual(made.items[at]?.amountCents ?? 0);
        }
        for (const [at, left] of ofPayments.entries()) {
          expect(left).toBeGreaterThanOrEqual(0);
          expect(left).toBeLessThanOrEqual(made.payments[at]?.amountCents ?? 0);
        }
      }),
    );
  });

  it('the balance falls by the receipts that the accounting does not hold, and by no other', () => {
    fc.assert(
      fc.property(scenario, ({ lines: all, receipts }) => {
        const alone = interpret(factsOf({ lines: all }));
        const made = interpret(factsOf({ lines: all, receipts }));
        expect(balanceOf(made)).toBe(balanceOf(alone) - bankOnlyOf(made));
      }),
    );
  });

  it('once the accounting brings the receipts, the balance is that of the accounting alone', () => {
    fc.assert(
      fc.property(scenario, fc.integer({ min: 0, max: 5 }), ({ lines: all, receipts }, days) => {
        const brought = receipts.map(({ bookedOn, amountCents }) =>
          receipt(addDays(bookedOn, days), amountCents, 'VIR'),
        );
        const accounting = [...all, ...brought];
        const made = interpret(factsOf({ lines: accounting, receipts }));
        expect(bankOnlyOf(made)).toBe(0);
        expect(balanceOf(made)).toBe(balanceOf(interpret(factsOf({ lines: accounting }))));
      }),
    );
  });

  it('a receipt that is taken back leaves no trace', () => {
    fc.assert(
      fc.property(scenario, ({ lines: all }) => {
        const without = interpret(factsOf({ lines: all }));
        expect(interpret(factsOf({ lines: all, receipts: [] }))).toEqual(without);
      }),
    );
  });
});
