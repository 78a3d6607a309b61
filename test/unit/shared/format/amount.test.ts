import { describe, expect, test } from 'vitest';
import { type AmountForm, formatCents, parseAmount } from '../../../../src/shared/format/amount.ts';

const N = '\u202f'; // narrow no-break space
const S = '\u00a0'; // no-break space

describe('an amount is written for where it is read', () => {
  const cases: readonly [number, AmountForm, string][] = [
    [123456, {}, `1${N}234,56${S}€`],
    [123456, { style: 'document' }, `1${S}234,56${S}€`],
    [123456, { style: 'plain' }, '1234,56'],
    [123456, { currency: null }, `1${N}234,56`],
    [123456, { currency: 'CHF', style: 'document' }, `1${S}234,56${S}CHF`],
    [-5, {}, `\u22120,05${S}€`],
    [-5, { style: 'document' }, `-0,05${S}€`],
    [-123456789, { style: 'plain' }, '-1234567,89'],
    [0, {}, `0,00${S}€`],
    [1_000_000_000_000, {}, `10${N}000${N}000${N}000,00${S}€`],
    [123456, { language: 'en' }, '€1,234.56'],
    [-123456, { language: 'en', currency: 'USD' }, '\u2212$1,234.56'],
    [123456, { language: 'en', currency: 'CHF' }, `CHF${S}1,234.56`],
    [123456, { language: 'en', style: 'plain' }, '1234.56'],
  ];
  test.each(cases)('%i with %o is %s', (amount, form, written) => {
    expect(formatCents(amount, form)).toBe(written);
  });

  test('no narrow space leaves the screen', () => {
    expect(formatCents(-123456789, { style: 'document' })).not.toMatch(/[\u202f\u2212]/u);
  });
});

describe('an amount is read in the forms people type', () => {
  const cases: readonly [string, number | null][] = [
    ['1 234,56', 123456],
    ['1,234.56', 123456],
    ['1.234,56', 123456],
    [`1${S}234,56`, 123456],
    [`1${N}234,56${S}€`, 123456],
    ['1’234.56', 123456],
    ['(12,00)', -1200],
    ['12-', -1200],
    ['12 -', -1200],
    ['-12,5', -1250],
    ['−12,50 €', -1250],
    ['- 12', -1200],
    ['+12', 1200],
    ['€ 12', 1200],
    ['12 eur', 1200],
    ['12 euros', 1200],
    ['12 CHF', 1200],
    ['(€12.00)', -1200],
    ['0', 0],
    ['-0', 0],
    ['(0,00)', 0],
    [',50', 50],
    ['12,', 1200],
    ['1.234', 123400],
    ['1,234', 123400],
    ['1.234.567', 123456700],
    ['1 234 567.8', 123456780],
    ['007,00', 700],
    ['10 000 000 000,00', 1_000_000_000_000],
    // refused
    ['', null],
    ['  ', null],
    ['-', null],
    ['.', null],
    ['€', null],
    ['abc', null],
    ['12x', null],
    ['1,2,3', null],
    ['12,345', 1234500],
    ['12,3456', null],
    ['0,294', null],
    ['1.23.456', null],
    ['1 23,45', null],
    ['1.234 567,00', null],
    ['-12-', null],
    ['(-12)', null],
    ['(12', null],
    ['1e5', null],
    ['10 000 000 000,01', null],
    ['123456789012345678901234567890', null],
  ];
  test.each(cases)('« %s » is %s', (text, amount) => {
    expect(parseAmount(text)).toBe(amount);
  });
});
