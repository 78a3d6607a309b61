import { expect, test } from 'vitest';
import {
  type CrossFact,
  type CrossKind,
  crossTable,
  figureOf,
  keepOnly,
  keptKey,
  largestKeys,
  OTHERS,
} from '../../../../src/shared/domain/analysis/cross-table.ts';

const fact = (row: string, column: string, value: number, part: Partial<CrossFact> = {}) => ({
  row,
  column,
  value,
  customerId: 1,
  days: 0,
  ...part,
});

/** The table of the head of the file, in euros. */
const RECEIVED = [
  fact('Dupas', 'June', 10),
  fact('Dupas', 'July', 5),
  fact('Dupas', 'May', 2),
  fact('Martin', 'July', 7),
];

/** The figures, line by line, with the totals of both axes. */
function shown(table: ReturnType<typeof crossTable>) {
  const { kind } = table;
  const rows = [...table.rows].map(([key, { cells, total }]) => [
    key,
    Object.fromEntries([...cells].map(([column, cell]) => [column, figureOf(cell, kind)])),
    figureOf(total, kind),
  ]);
  const columns = [...table.columns].map(([key, total]) => [key, figureOf(total, kind)]);
  return { rows, columns: Object.fromEntries(columns), total: figureOf(table.total, kind) };
}

test('each fact stands in its cell, in the totals of its row and column, and in the whole', () => {
  expect(shown(crossTable(RECEIVED, 'sum'))).toEqual({
    rows: [
      ['Dupas', { June: 10, July: 5, May: 2 }, 17],
      ['Martin', { July: 7 }, 7],
    ],
    columns: { June: 10, July: 12, May: 2 },
    total: 24,
  });
});

test('of no fact there is neither row nor column, and the whole is zero', () => {
  expect(shown(crossTable([], 'sum'))).toEqual({ rows: [], columns: {}, total: 0 });
});

test('what is not kept of an axis stands together among the others', () => {
  const table = crossTable(RECEIVED, 'sum');
  const columns = largestKeys(table.columns, 'sum', 2);
  expect([...columns]).toEqual(['July', 'June']);
  const rows = largestKeys(table.rows.size > 0 ? totalsOf(table) : new Map(), 'sum', 1);
  expect(shown(keepOnly(table, { rows, columns }))).toEqual({
    rows: [
      ['Dupas', { June: 10, July: 5, [OTHERS]: 2 }, 17],
      [OTHERS, { July: 7 }, 7],
    ],
    columns: { June: 10, July: 12, [OTHERS]: 2 },
    total: 24,
  });
  expect(keptKey(columns, 'May')).toBe(OTHERS);
});

function totalsOf({ rows }: ReturnType<typeof crossTable>) {
  return new Map([...rows].map(([key, { total }]) => [key, total]));
}

test('the largest are so whatever their sign, equal ones in the order of their keys', () => {
  const table = crossTable(
    [fact('c', '', 5), fact('a', '', -9), fact('b', '', 5), fact('d', '', 1)],
    'sum',
  );
  expect([...largestKeys(totalsOf(table), 'sum', 3)]).toEqual(['a', 'b', 'c']);
});

test('of means, what has none is the smallest', () => {
  const facts = [
    fact('none', 'x', 0, { days: 12 }),
    fact('late', 'x', 100, { days: 40 }),
    fact('soon', 'x', 100, { days: 3 }),
  ];
  const totals = totalsOf(crossTable(facts, 'days'));
  expect([...largestKeys(totals, 'days', 2)]).toEqual(['late', 'soon']);
});

test('a customer of several cells counts once in their totals, and once among the others', () => {
  const facts = [
    fact('north', 'June', 1, { customerId: 1 }),
    fact('north', 'June', 1, { customerId: 1 }),
    fact('north', 'July', 1, { customerId: 1 }),
    fact('south', 'July', 1, { customerId: 2 }),
    fact('east', 'July', 1, { customerId: 2 }),
  ];
  const table = crossTable(facts, 'customers');
  expect(shown(table)).toEqual({
    rows: [
      ['north', { June: 1, July: 1 }, 1],
      ['south', { July: 1 }, 1],
      ['east', { July: 1 }, 1],
    ],
    columns: { June: 1, July: 2 },
    total: 2,
  });
  const kept = keepOnly(table, { rows: new Set(['north']), columns: new Set(['July']) });
  expect(shown(kept).rows).toEqual([
    ['north', { [OTHERS]: 1, July: 1 }, 1],
    [OTHERS, { July: 1 }, 1],
  ]);
});

const means: readonly (readonly [readonly (readonly [number, number])[], number | null])[] = [
  // amounts and days late                    mean
  [[[100, 10]], 10],
  [
    [
      [100, 10],
      [300, 30],
    ],
    25,
  ],
  [
    [
      [100, 10],
      [100, 11],
    ],
    11,
  ], // half a day is rounded up
  [[[0, 40]], null],
  [[], null],
];
test.each(means)('days weighted by the amount: %j → %s', (parts, expected) => {
  const facts = parts.map(([value, days]) => fact('', '', value, { days }));
  expect(figureOf(crossTable(facts, 'days').total, 'days')).toBe(expected);
});

test.each<CrossKind>(['sum', 'customers', 'days'])('%s: kept whole, nothing moves', (kind) => {
  const table = crossTable(RECEIVED, kind);
  const rows = new Set(table.rows.keys());
  const columns = new Set(table.columns.keys());
  expect(shown(keepOnly(table, { rows, columns }))).toEqual(shown(table));
});
