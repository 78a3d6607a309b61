import { describe, expect, test } from 'vitest';
import {
  AmountReader,
  codeOf,
  DateReader,
  textOf,
} from '../../../../../src/main/intake/table/cell-values.ts';
import type { Cell } from '../../../../../src/main/intake/table/table-source.ts';
import { dayOfSerial } from '../../../../../src/main/intake/table/xlsx-rows.ts';
import { styleOf } from '../../../../../src/main/intake/table/xlsx-workbook.ts';

describe('the amount of a cell', () => {
  const cases: readonly [Cell | undefined, ',' | '.' | null, number | string | null][] = [
    ['1234,56', ',', 123456],
    ['1234,5', ',', 123450],
    ['-1234', ',', -123400],
    ['-0', ',', 0],
    ['12,', ',', 1200],
    ['1.234', ',', 123400],
    ['1,234', '.', 123400],
    ['1.234', '.', 123],
    ['1 234,56 €', ',', 123456],
    ['$1,234.56', '.', 123456],
    ['1 234,56 C', ',', -123456],
    ['1 234,56 Cr.', ',', -123456],
    ['1 234,56 D', ',', 123456],
    ['1,2E+05', ',', 12000000],
    ["'12,50", ',', 1250],
    ['="12,50"', ',', 1250],
    ['-', ',', null],
    ['', ',', null],
    [undefined, ',', null],
    ['   ', ',', null],
    ['abc', ',', 'amount_unreadable'],
    ['12,3,4', ',', 'amount_unreadable'],
    ['=A1', ',', 'formula_cell'],
    ['99999999999999', ',', 'amount_too_large'],
    [12.345, null, 1235],
    [0.1 + 0.2, null, 30],
    [-5e-9, null, 0],
    [1e300, null, 'amount_too_large'],
    [Number.NaN, null, 'amount_too_large'],
    [{ fault: 'cell_error', text: '#REF!' }, null, 'cell_error'],
    ['12,50', null, 1250],
    ['1.234', null, 123400],
  ];
  test.each(cases)('%j with %j is %j', (cell, sign, amount) => {
    expect(new AmountReader(sign).read(cell)).toBe(amount);
  });

  test('decimals beyond the cent are told, unless a computer made them', () => {
    const reader = new AmountReader('.');
    const wasRounded = (cell: Cell) => {
      reader.read(cell);
      return reader.wasRounded;
    };
    expect(wasRounded('64982.589')).toBe(true);
    expect(wasRounded('64982.58900000001')).toBe(true);
    expect(wasRounded('2309.7899999999995')).toBe(false);
    expect(wasRounded('12.500000')).toBe(false);
    expect(wasRounded(12.345)).toBe(true);
    expect(wasRounded(12.34)).toBe(false);
  });
});

describe('the day of a cell', () => {
  const cases: readonly [Cell | undefined, string | null][] = [
    ['31/12/2026', '2026-12-31'],
    ['31/12/26', '2026-12-31'],
    ['2026-12-31T23:59:59', '2026-12-31'],
    ['31-Dec-2026', '2026-12-31'],
    ['Dec 31, 2026', '2026-12-31'],
    ['31 déc. 2026', '2026-12-31'],
    ['311226', '2026-12-31'],
    [46_387, '2026-12-31'],
    ['46387', '2026-12-31'],
    [20_261_231, '2026-12-31'],
    ['20261231.0', '2026-12-31'],
    ['', null],
    [undefined, null],
    ['00/00/0000', null],
    ['  /  /    ', null],
    ['30/12/1899', null],
    [0, null],
    ['31/02/2026', 'date_unreadable'],
    ['12/31/2026', 'date_unreadable'],
    ['demain', 'date_unreadable'],
    ['31/12/0098', 'date_implausible'],
    ['01/01/1900', 'date_implausible'],
    ['31/12/2099', 'date_implausible'],
    [{ fault: 'formula_without_value', text: '=A1' }, 'formula_without_value'],
  ];
  test.each(cases)('%j is %j', (cell, day) => {
    expect(new DateReader('day_first', false).read(cell)).toBe(day);
  });

  test('days that only the other order reads are counted', () => {
    const reader = new DateReader('day_first', false);
    for (const text of ['01/02/2026', '13/02/2026', '02/13/2026', '2026-02-13']) reader.read(text);
    expect([reader.againstOrder, reader.forOrder]).toEqual([1, 1]);
  });

  test('numbers of both calendars of Excel', () => {
    expect(dayOfSerial(1)).toBe('1900-01-01');
    expect(dayOfSerial(59)).toBe('1900-02-28');
    expect(dayOfSerial(61)).toBe('1900-03-01');
    expect(dayOfSerial(46_387.75)).toBe('2026-12-31');
    expect(dayOfSerial(44_925, true)).toBe('2026-12-31');
    expect(dayOfSerial(0)).toBeNull();
    expect(dayOfSerial(3_000_000)).toBeNull();
  });
});

test('codes keep their zeros and lose what computers add', () => {
  expect(codeOf('00012')).toBe('00012');
  expect(codeOf('="00012"')).toBe('00012');
  expect(codeOf("'00012")).toBe('00012');
  expect(codeOf('2960623488.0')).toBe('2960623488');
  expect(codeOf(2_960_623_488)).toBe('2960623488');
  expect(codeOf('1.10')).toBe('1.10');
  expect(codeOf(undefined)).toBe('');
});

test('blanks of any kind inside a text become one', () => {
  expect(textOf('  A\u00a0 B\n C ')).toBe('A B C');
});

describe('a number format says whether a number is a day', () => {
  const cases: readonly [number, string | undefined, unknown][] = [
    [0, undefined, 'plain'],
    [2, undefined, 'plain'],
    [14, undefined, 'day'],
    [22, undefined, 'day'],
    [20, undefined, 'plain'],
    [164, 'dd/mm/yyyy', 'day'],
    [164, '[$-40C]d mmmm yyyy;@', 'day'],
    [164, 'mmm', 'day'],
    [164, 'h:mm:ss', 'plain'],
    [164, '#,##0.00\\ "dh"', 'plain'],
    [164, '#,##0.00 [$€-40C]', 'plain'],
    [164, '[Red]-0.00', 'plain'],
    [164, 'General', 'plain'],
    [164, '00000', 5],
  ];
  test.each(cases)('%i %s', (id, code, style) => {
    expect(styleOf(id, code)).toBe(style);
  });
});
