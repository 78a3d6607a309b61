import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { formatCents, parseAmount } from '../../../src/shared/format/amount.ts';
import { neutraliseCell } from '../../../src/shared/format/cell.ts';
import {
  formatDate,
  formatDay,
  formatLongDate,
  formatWeekday,
} from '../../../src/shared/format/date.ts';
import { parseDateWords } from '../../../src/shared/format/date-words.ts';
import { addDays, calendarDate } from '../../../src/shared/kernel/calendar-date.ts';

const amounts = fc.integer({ min: -1_000_000_000_000, max: 1_000_000_000_000 });
const forms = fc.record({
  currency: fc.constantFrom('EUR', 'USD', 'GBP', 'CHF', null),
  style: fc.constantFrom('screen' as const, 'document' as const, 'plain' as const),
  language: fc.constantFrom('fr' as const, 'en' as const),
});
const days = fc
  .integer({ min: 365, max: 36_000 })
  .map((n) => addDays(calendarDate('1980-06-01'), n));

describe('what is written is read back the same', () => {
  test('amounts, in every form', () => {
    fc.assert(
      fc.property(amounts, forms, (amount, form) => {
        expect(parseAmount(formatCents(amount, form))).toBe(amount);
      }),
    );
  });

  test('dates, whatever today is', () => {
    fc.assert(
      fc.property(
        days,
        days,
        fc.constantFrom('fr' as const, 'en' as const),
        (day, now, language) => {
          expect(parseDateWords(formatDate(day), now)).toBe(day);
          expect(parseDateWords(formatLongDate(day, language), now)).toBe(day);
        },
      ),
    );
  });

  test('days without a year, within half a year of today', () => {
    fc.assert(
      fc.property(
        days,
        fc.integer({ min: -180, max: 180 }),
        fc.constantFrom('fr' as const, 'en' as const),
        (today, away, language) => {
          const day = addDays(today, away);
          expect(parseDateWords(formatDay(day, { language }), today)).toBe(day);
          expect(parseDateWords(formatWeekday(day, { language }), today)).toBe(day);
        },
      ),
    );
  });
});

test('reading never fails on any text', () => {
  const today = calendarDate('2026-11-23');
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 40 }), (text) => {
      parseAmount(text);
      parseDateWords(text, today);
      expect(neutraliseCell(neutraliseCell(text))).toBe(neutraliseCell(text));
    }),
  );
});
