import { describe, expect, test } from 'vitest';
import {
  formatCount,
  formatDays,
  formatDecimal,
  formatPercent,
  formatRate,
  type NumberForm,
} from '../../../../src/shared/format/number.ts';

const N = '\u202f';
const S = '\u00a0';

describe('numbers are written with a fixed count of decimals', () => {
  const cases: readonly [number, NumberForm, string][] = [
    [12431, { decimals: 0 }, `12${N}431`],
    [0.05, {}, '0,1'],
    [1.005, { decimals: 2 }, '1,01'],
    [-0.04, {}, '0,0'],
    [-12.34, {}, '\u221212,3'],
    [-12.34, { style: 'document' }, '-12,3'],
    [1234.5, { language: 'en' }, '1,234.5'],
    [1234.5, { style: 'plain' }, '1234,5'],
    [2.5, { decimals: 0 }, '3'],
  ];
  test.each(cases)('%d with %o', (value, form, written) => {
    expect(formatDecimal(value, form)).toBe(written);
  });
});

test('counts, percentages, rates and days', () => {
  expect(formatCount(12431)).toBe(`12${N}431`);
  expect(formatCount(12431, { style: 'document' })).toBe(`12${S}431`);
  expect(formatCount(12431, { language: 'en' })).toBe('12,431');
  expect(formatPercent(0.125)).toBe(`12,5${N}%`);
  expect(formatPercent(0.125, { style: 'document', decimals: 0 })).toBe(`13${S}%`);
  expect(formatPercent(0.125, { language: 'en' })).toBe('12.5%');
  expect(formatRate(786)).toBe(`7,86${N}%`);
  expect(formatDays(47)).toBe(`47${S}j`);
  expect(formatDays(47, { language: 'en' })).toBe(`47${S}d`);
});

test('what is not a number is a broken invariant', () => {
  expect(() => formatDecimal(Number.NaN)).toThrow(RangeError);
  expect(() => formatPercent(1 / 0)).toThrow(RangeError);
});
