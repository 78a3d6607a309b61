import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  forecastByDueDate,
  forecastByPromise,
  totalsBySlot,
} from '../../../../src/shared/domain/forecast/due-and-promise.ts';
import type { OpenItem } from '../../../../src/shared/domain/receivable/open-item.ts';
import { addDays, calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { sumCents } from '../../../../src/shared/kernel/cents.ts';

const today = calendarDate('2026-11-25');

const items = fc.array(
  fc.record({
    cents: fc.integer({ min: -50_000, max: 50_000 }),
    due: fc.option(fc.integer({ min: -200, max: 200 })),
  }),
  { maxLength: 30 },
);
const promises = fc.array(
  fc.record({
    receivableId: fc.integer({ min: 1, max: 30 }),
    after: fc.integer({ min: -20, max: 150 }),
    cents: fc.integer({ min: 1, max: 60_000 }),
  }),
  { maxLength: 20 },
);

test('in both views, the slots sum to what is open', () => {
  fc.assert(
    fc.property(items, promises, (rows, promised) => {
      const open = rows
        .map(
          ({ cents, due }, index): OpenItem => ({
            receivableId: index + 1,
            paymentId: null,
            customerId: 1,
            kind: 'invoice',
            role: 'ordinary',
            documentNumber: '',
            documentDate: today,
            dueDate: due === null ? null : addDays(today, due),
            dueBasis: 'stated',
            amountCents: cents,
            outstandingCents: cents,
            currency: 'EUR',
            namesDocumentNumber: null,
            isVirtual: false,
          }),
        )
        .filter((item) => item.outstandingCents !== 0);
      const situation = {
        today,
        weekCount: 13,
        promises: promised.map(({ receivableId, after, cents }) => ({
          receivableId,
          promisedFor: addDays(today, after),
          amountCents: cents,
        })),
        disputed: new Map(
          promised.map(({ receivableId, cents }) => [receivableId, Math.round(cents / 3)]),
        ),
      };
      const total = sumCents(open.map((item) => item.outstandingCents));
      for (const view of [forecastByDueDate, forecastByPromise]) {
        expect(sumCents(totalsBySlot(view(open, situation)).values())).toBe(total);
      }
    }),
  );
});
