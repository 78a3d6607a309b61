import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { dueDateOf } from '../../src/shared/domain/terms/due-date.ts';
import { parsePaymentTerms } from '../../src/shared/domain/terms/parse-payment-terms.ts';
import type { PaymentTerms } from '../../src/shared/domain/terms/payment-terms.ts';
import { addDays, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { describePaymentTerms } from '../../src/shared/text/payment-terms.ts';

const terms: fc.Arbitrary<PaymentTerms> = fc
  .record({
    unit: fc.constantFrom('days' as const, 'months' as const),
    count: fc.integer({ min: 0, max: 120 }),
    endOfMonth: fc.constantFrom('none' as const, 'after' as const, 'before' as const),
    dayOfMonth: fc.option(fc.integer({ min: 1, max: 31 })),
  })
  .map(({ unit, count, endOfMonth, dayOfMonth }) => {
    const bounded = unit === 'months' ? count % 13 : count;
    // « fin de mois 0 jour » is « fin de mois ».
    return {
      unit,
      count: bounded,
      endOfMonth: bounded === 0 ? never(endOfMonth) : endOfMonth,
      dayOfMonth,
    };
  });

function never(endOfMonth: PaymentTerms['endOfMonth']): PaymentTerms['endOfMonth'] {
  return endOfMonth === 'before' ? 'after' : endOfMonth;
}

const day = fc
  .integer({ min: 0, max: 3_000 })
  .map((count) => addDays(calendarDate('2024-01-01'), count));

describe('payment terms', () => {
  it.each(['fr', 'en'] as const)(
    'what is written in %s is read back to the same due dates',
    (language) => {
      fc.assert(
        fc.property(terms, day, (of, on) => {
          const read = parsePaymentTerms(describePaymentTerms(of, language));
          expect(read).not.toBeNull();
          if (read !== null) expect(dueDateOf(on, read)).toBe(dueDateOf(on, of));
        }),
      );
    },
  );

  it('nothing is due before its date', () => {
    fc.assert(
      fc.property(terms, day, (of, on) => {
        expect(dueDateOf(on, of) >= on).toBe(true);
      }),
    );
  });

  it('a later invoice is never due earlier', () => {
    fc.assert(
      fc.property(terms, day, fc.integer({ min: 1, max: 90 }), (of, on, later) => {
        expect(dueDateOf(addDays(on, later), of) >= dueDateOf(on, of)).toBe(true);
      }),
    );
  });
});
