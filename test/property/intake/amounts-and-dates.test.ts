import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decimalSignOf, parseAmount, readAmount } from '../../../src/main/intake/amount-text.ts';
import { isPlausible, parseDateText } from '../../../src/main/intake/date-text.ts';
import { DateCache, plainCentsAt } from '../../../src/main/intake/fec/fec-amount.ts';
import {
  calendarDate,
  dateOfDayNumber,
  dayNumberOf,
} from '../../../src/shared/kernel/calendar-date.ts';
import { AMOUNT_CENTS_MAX } from '../../../src/shared/kernel/cents.ts';

const numRuns = process.env.ENCOURS_NIGHT === '1' ? 10_000 : 100;

const amounts = fc.oneof(
  fc.integer({ min: -100_000, max: 100_000 }),
  fc.integer({ min: -AMOUNT_CENTS_MAX, max: AMOUNT_CENTS_MAX }),
);

/** The ways an amount is written: sign, grouping, decimal sign. */
const forms = fc.record({
  decimalSign: fc.constantFrom<',' | '.'>(',', '.'),
  grouping: fc.constantFrom('', ' ', '\u00a0', '\u202f', "'", 'other'),
  sign: fc.constantFrom('before', 'after', 'parentheses'),
  around: fc.constantFrom(['', ''], ['', ' €'], ['  ', ' '], ['EUR ', ''], ['', ' EUR']),
  leadingNoughts: fc.nat(3),
});

function written(
  cents: number,
  form: {
    decimalSign: ',' | '.';
    grouping: string;
    sign: string;
    around: readonly string[];
    leadingNoughts: number;
  },
): string {
  const digits = String(Math.abs(cents)).padStart(3, '0');
  const whole = digits.slice(0, -2);
  const separator =
    form.grouping === 'other' ? (form.decimalSign === ',' ? '.' : ',') : form.grouping;
  const padded =
    separator === ''
      ? '0'.repeat(form.leadingNoughts) + whole
      : whole.replace(/\B(?=(\d{3})+$)/g, separator);
  const size = `${padded}${form.decimalSign}${digits.slice(-2)}`;
  const [before = '', after = ''] = form.around;
  if (cents >= 0) return `${before}${size}${after}`;
  if (form.sign === 'before') return `${before}-${size}${after}`;
  return form.sign === 'after' ? `${before}${size}-${after}` : `${before}(${size})${after}`;
}

describe('amounts', () => {
  test('read what was written, in any form', () => {
    fc.assert(
      fc.property(amounts, forms, (cents, form) => {
        expect(parseAmount(written(cents, form))).toBe(cents);
        expect(parseAmount(written(cents, form), { decimalSign: form.decimalSign })).toBe(cents);
      }),
      { numRuns },
    );
  });

  test('the decimal sign of a column of amounts is found', () => {
    fc.assert(
      fc.property(fc.array(amounts, { minLength: 1 }), forms, (column, form) => {
        expect(decimalSignOf(column.map((cents) => written(cents, form)))).toBe(form.decimalSign);
      }),
      { numRuns },
    );
  });

  test('straight from bytes are the same as from text, wherever bytes are enough', () => {
    const texts = fc.oneof(
      amounts.chain((cents) => forms.map((form) => written(cents, form))),
      fc.string({ unit: fc.constantFrom(...'0123456789,.+- ') }),
      fc.string(),
    );
    fc.assert(
      fc.property(texts, (text) => {
        const bytes = Buffer.from(text, 'utf8');
        const plain = plainCentsAt(bytes, 0, bytes.length);
        if (plain === null) return;
        const read = readAmount(text);
        expect(read).toEqual({ isDone: true, value: { cents: plain, isRounded: false } });
      }),
      { numRuns },
    );
  });

  test('never throw, and are whole cents', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const read = readAmount(text);
        if (read.isDone) expect(Number.isSafeInteger(read.value.cents)).toBe(true);
      }),
      { numRuns },
    );
  });
});

const days = fc
  .integer({
    min: dayNumberOf(calendarDate('1980-01-01')),
    max: dayNumberOf(calendarDate('2079-12-31')),
  })
  .map(dateOfDayNumber);

describe('days', () => {
  test('read what was written, in any form', () => {
    fc.assert(
      fc.property(days, (day) => {
        const [year = '', month = '', date = ''] = day.split('-');
        const texts = [
          day,
          `${year}${month}${date}`,
          `${year}/${month}/${date}`,
          `${date}/${month}/${year}`,
          `${date}-${month}-${year}`,
          `${date}.${month}.${year}`,
          `${date}/${month}/${year.slice(2)}`,
          `${date}/${month}/${year} 00:00:00`,
          `${day}T12:30:00`,
        ];
        for (const text of texts) expect(parseDateText(text)).toBe(day);
        expect(parseDateText(`${month}/${date}/${year}`, 'month_first')).toBe(day);
      }),
      { numRuns },
    );
  });

  test('straight from bytes are the same as from text', () => {
    const cache = new DateCache();
    fc.assert(
      fc.property(fc.nat(99_999_999), (number) => {
        const text = String(number).padStart(8, '0');
        const read = cache.solidAt(Buffer.from(`${text}  `), 0, 10);
        expect(read).toBe(parseDateText(text));
      }),
      { numRuns },
    );
  });

  test('never throw, and exist', () => {
    fc.assert(
      fc.property(fc.string(), (text) => {
        const day = parseDateText(text);
        if (day !== null) expect(dateOfDayNumber(dayNumberOf(day))).toBe(day);
        if (day !== null) expect(typeof isPlausible(day)).toBe('boolean');
      }),
      { numRuns },
    );
  });
});
