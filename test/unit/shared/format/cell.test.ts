import { describe, expect, test } from 'vitest';
import { csvField, neutraliseCell } from '../../../../src/shared/format/cell.ts';

describe('a text that a spreadsheet would run is shown as text', () => {
  const cases: readonly [string, string][] = [
    ['=1+1', "'=1+1"],
    ['+SUM(A1)', "'+SUM(A1)"],
    ['-2+3+cmd|/C', "'-2+3+cmd|/C"],
    ['@SUM(A1)', "'@SUM(A1)"],
    ['  =1+1', "'  =1+1"],
    ['\t=1', "'\t=1"],
    ['\rx', "'\rx"],
    ['＝1+1', "'＝1+1"],
    ['DUPONT SA', 'DUPONT SA'],
    ['-12,50', '-12,50'],
    ['+33 1 23 45 67 89', '+33 1 23 45 67 89'],
    ['-', '-'],
    ['', ''],
    ['a=b', 'a=b'],
  ];
  test.each(cases)('%j', (text, shown) => {
    expect(neutraliseCell(text)).toBe(shown);
    expect(neutraliseCell(shown)).toBe(shown);
  });
});

test('a CSV field is quoted only where it must be', () => {
  expect(csvField('a;b')).toBe('"a;b"');
  expect(csvField('a;b', ',')).toBe('a;b');
  expect(csvField('dit "x"')).toBe('"dit ""x"""');
  expect(csvField('deux\nlignes')).toBe('"deux\nlignes"');
  expect(csvField('=1;2')).toBe('"\'=1;2"');
});
