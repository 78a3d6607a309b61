import { parse } from 'csv-parse/sync';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { CsvSplitter } from '../../../../../src/main/intake/table/csv-rows.ts';
import { TableRefused } from '../../../../../src/main/intake/table/table-source.ts';

/** Rows of a text that comes in pieces of this length. */
function split(text: string, separator = ';', pieceLength = text.length + 1) {
  const splitter = new CsvSplitter(separator, false);
  const rows = [];
  for (let at = 0; at < text.length; at += pieceLength) {
    rows.push(...splitter.push(text.slice(at, at + pieceLength)));
  }
  return [...rows, ...splitter.finish()];
}

describe('a text is cut into rows', () => {
  const cases: readonly [string, string, readonly (readonly string[])[]][] = [
    [
      'plain lines',
      'a;b\nc;d\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'no last line end',
      'a;b\nc;d',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'several carriage returns',
      'a;b\r\r\nc;d\r\n',
      [
        ['a', 'b'],
        ['c', 'd'],
      ],
    ],
    ['empty fields', ';;\n', [['', '', '']]],
    ['a blank line', 'a;b\n\nc;d\n', [['a', 'b'], [''], ['c', 'd']]],
    ['quotes around a separator', '"a;b";c\n', [['a;b', 'c']]],
    ['doubled quotes', '"a ""b""";c\n', [['a "b"', 'c']]],
    [
      'quotes over lines',
      '"a\r\nb";c\nd;e\n',
      [
        ['a\r\nb', 'c'],
        ['d', 'e'],
      ],
    ],
    ['an empty quoted field', '"";b\n', [['', 'b']]],
    ['blanks after a quote', '"a" ;b\n', [['a', 'b']]],
    ['quotes inside a word', 'vis 12" x;b\n', [['vis 12" x', 'b']]],
    [
      'a quoted word that goes on',
      '"Chez" Paul;b\nc;d\n',
      [
        ['"Chez" Paul', 'b'],
        ['c', 'd'],
      ],
    ],
    [
      'a quote that nothing closes',
      '"a;b\nc;d\n',
      [
        ['"a', 'b'],
        ['c', 'd'],
      ],
    ],
  ];
  test.each(cases)('%s', (_name, text, rows) => {
    expect(split(text).map(({ cells }) => cells)).toEqual(rows);
  });

  test('rows are numbered by the line they start on', () => {
    expect(split('a;b\n"c\nd\ne";f\ng;h\n').map(({ lineNumber }) => lineNumber)).toEqual([1, 2, 5]);
  });

  test('a quote closed a hundred lines further was none', () => {
    const text = `"a;b\n${'c;d\n'.repeat(150)}e";f\n`;
    const rows = split(text);
    expect(rows).toHaveLength(152);
    expect(rows[0]).toMatchObject({ hasOpenQuote: true, cells: ['"a', 'b'] });
  });

  test('lines may end with a lone carriage return', () => {
    const splitter = new CsvSplitter(';', true);
    const rows = [...splitter.push('a;"b\r\nc"\rd;e'), ...splitter.finish()];
    expect(rows.map(({ cells }) => cells)).toEqual([
      ['a', 'b\r\nc'],
      ['d', 'e'],
    ]);
  });

  test('a text without an end of line is no table', () => {
    const splitter = new CsvSplitter(';', false);
    expect(() => splitter.push('x'.repeat(2_000_000))).toThrow(TableRefused);
  });
});

describe('any table well written', () => {
  const field = fc.string({
    unit: fc.constantFrom('a', 'é', '1', ' ', ';', ',', '"', '\n', '\r\n', '-', '.'),
    maxLength: 8,
  });
  const tables = fc.array(fc.array(field, { minLength: 2, maxLength: 4 }), { minLength: 1 });
  const quoted = (text: string) => `"${text.replaceAll('"', '""')}"`;

  test('is cut as csv-parse cuts it, wherever the pieces end', () => {
    fc.assert(
      fc.property(tables, fc.integer({ min: 1, max: 40 }), (table, pieceLength) => {
        const text = table.map((row) => row.map(quoted).join(';')).join('\n');
        const expected = parse(text, { delimiter: ';', relax_column_count: true });
        expect(split(text, ';', pieceLength).map(({ cells }) => cells)).toEqual(expected);
      }),
    );
  });

  test('gives the same rows whatever the pieces, well written or not', () => {
    const texts = fc.string({ unit: fc.constantFrom('a', ';', '"', '\n', '\r'), maxLength: 60 });
    fc.assert(
      fc.property(texts, fc.integer({ min: 1, max: 20 }), (text, pieceLength) => {
        expect(split(text, ';', pieceLength)).toEqual(split(text));
      }),
    );
  });
});
