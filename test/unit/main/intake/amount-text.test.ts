import { describe, expect, test } from 'vitest';
import {
  type AmountForm,
  decimalSignOf,
  parseAmount,
  readAmount,
} from '../../../../src/main/intake/amount-text.ts';

const amounts: readonly (readonly [string, number | null, AmountForm?])[] = [
  ['', 0],
  ['   ', 0],
  ['0', 0],
  ['303', 30_300],
  ['0,00', 0],
  ['-0,00', 0],
  ['1234,56', 123_456],
  ['1234.56', 123_456],
  ['1 234,56', 123_456],
  ['1\u00a0234,56', 123_456],
  ['1\u202f234\u202f567,89', 123_456_789],
  ["1'234.56", 123_456],
  ['1.234,56', 123_456],
  ['1,234.56', 123_456],
  ['1.234.567', 123_456_700],
  ['1.234.567,8', 123_456_780],
  ['0000000074,70', 7470],
  ['+000000069,40', 6940],
  ['-000001060,40', -106_040],
  ['−12,00', -1200],
  ['(12,00)', -1200],
  ['12,00-', -1200],
  ['12-', -1200],
  ['12,00+', 1200],
  ['12,00 €', 1200],
  ['€12.00', 1200],
  ['12,00 EUR', 1200],
  ['EUR 12,00', 1200],
  [',50', 50],
  ['12,', 1200],
  ['12,5', 1250],
  ['74,7000', 7470],
  ['10000000000,00', 1_000_000_000_000],
  // One sign and three digits: a FEC groups nothing, a sheet does, and a known sign decides.
  ['1,234', 123],
  ['1,234', 123_400, { loneSign: 'thousands' }],
  ['0,234', 23, { loneSign: 'thousands' }],
  ['1,234', 123_400, { decimalSign: '.' }],
  ['1.234', 123, { decimalSign: '.' }],
  ['1,234', 123, { decimalSign: ',' }],
  // No amount.
  ['abc', null],
  ['12,3,4', null],
  ['1,23,456', null],
  ['1.2.3', null],
  ['12 34 56 a', null],
  ['--12', null],
  ['(12', null],
  ['.', null],
  ['-', null],
  ['1E+05', null],
  ['12/31', null],
  ['10000000000,01', null],
  ['123456789012345678901234567890', null],
  ['=SOMME(A1:A3)', null],
  ['9'.repeat(80), null],
];

describe('amounts of files', () => {
  test.each(amounts.map(([text, cents, form]) => ({ text, cents, form: form ?? {} })))(
    '« $text » is $cents',
    ({ text, cents, form }) => {
      expect(parseAmount(text, form)).toBe(cents);
    },
  );

  test.each([
    ['12,345', 1235, true],
    ['12,344', 1234, true],
    ['-12,345', -1235, true],
    ['12,3400', 1234, false],
  ])('« %s » is rounded to the nearest cent, and says so', (text, cents, isRounded) => {
    expect(readAmount(text)).toEqual({ isDone: true, value: { cents, isRounded } });
  });

  test.each([
    ['=A1', 'formula_cell'],
    ['abc', 'amount_unreadable'],
    ['123456789012345678901234567890', 'amount_too_large'],
  ])('« %s » is refused as %s', (text, refusal) => {
    expect(readAmount(text)).toEqual({ isDone: false, refusal });
  });
});

test.each([
  [['1 234,56', '12,5'], ','],
  [['1,234.56', '7'], '.'],
  [['1.234.567'], ','],
  [['1,234,567'], '.'],
  [['(1.234,5)', '-3'], ','],
  [['12', '1234'], null],
  [['1,5', '1.5'], null],
  [[], null],
])('the decimal sign of %j is %s', (cells, sign) => {
  expect(decimalSignOf(cells)).toBe(sign);
});
