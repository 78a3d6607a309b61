import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  type CrossFact,
  type CrossTable,
  crossTable,
  figureOf,
  keepOnly,
  largestKeys,
} from '../../../../src/shared/domain/analysis/cross-table.ts';
import {
  measuredItems,
  type STOCK_MEASURES,
} from '../../../../src/shared/domain/analysis/measure.ts';
import { netPosition } from '../../../../src/shared/domain/receivable/net-position.ts';
import { addDays } from '../../../../src/shared/kernel/calendar-date.ts';
import { MONDAY, openItem } from '../../../support/open-items.ts';

const facts = fc.array(
  fc.record({
    row: fc.constantFrom('a', 'b', 'c', 'd'),
    column: fc.constantFrom('x', 'y', 'z'),
    customerId: fc.integer({ min: 1, max: 6 }),
    value: fc.integer({ min: -1_000_000, max: 1_000_000 }),
    days: fc.integer({ min: 0, max: 400 }),
  }),
  { maxLength: 50 },
);
const kind = fc.constantFrom('sum', 'customers', 'days' as const);

const whole = (list: readonly CrossFact[]) => list.reduce((sum, { value }) => sum + value, 0);

/** What the table says, whichever way it lies. */
function figures(table: CrossTable): Record<string, number | null> {
  const said: Record<string, number | null> = { '/': figureOf(table.total, table.kind) };
  for (const [row, { cells, total }] of table.rows) {
    said[`${row}/`] = figureOf(total, table.kind);
    for (const [column, cell] of cells) said[`${row}/${column}`] = figureOf(cell, table.kind);
  }
  for (const [column, total] of table.columns) said[`/${column}`] = figureOf(total, table.kind);
  return said;
}

test('cells sum to their row and column, rows and columns to the whole, the whole to the facts', () => {
  fc.assert(
    fc.property(facts, (list) => {
      const table = crossTable(list, 'sum');
      const sum = (all: Iterable<{ value: number }>) => whole([...all] as CrossFact[]);
      for (const { cells, total } of table.rows.values()) {
        expect(sum(cells.values())).toBe(total.value);
      }
      for (const [column, total] of table.columns) {
        const own = [...table.rows.values()].flatMap(({ cells }) => cells.get(column) ?? []);
        expect(sum(own)).toBe(total.value);
      }
      expect(sum([...table.rows.values()].map(({ total }) => total))).toBe(whole(list));
      expect(sum(table.columns.values())).toBe(whole(list));
      expect(table.total.value).toBe(whole(list));
    }),
  );
});

test('lying on its side, the table says the same', () => {
  fc.assert(
    fc.property(facts, kind, (list, wanted) => {
      const turned = list.map((fact) => ({ ...fact, row: fact.column, column: fact.row }));
      const straight = Object.entries(figures(crossTable(list, wanted)));
      const aside = straight.map(([key, figure]) => [key.split('/').reverse().join('/'), figure]);
      expect(Object.fromEntries(aside)).toEqual(figures(crossTable(turned, wanted)));
    }),
  );
});

test('what a filter keeps and what it leaves make the whole, cell by cell', () => {
  fc.assert(
    fc.property(facts, fc.integer({ min: 1, max: 6 }), (list, customerId) => {
      const kept = figures(
        crossTable(
          list.filter((one) => one.customerId === customerId),
          'sum',
        ),
      );
      const left = figures(
        crossTable(
          list.filter((one) => one.customerId !== customerId),
          'sum',
        ),
      );
      for (const [key, figure] of Object.entries(figures(crossTable(list, 'sum')))) {
        expect((kept[key] ?? 0) + (left[key] ?? 0)).toBe(figure);
      }
    }),
  );
});

test('keeping the largest moves no total, and says what its facts put together would say', () => {
  const count = fc.integer({ min: 1, max: 4 });
  fc.assert(
    fc.property(facts, kind, count, (list, wanted, most) => {
      const table = crossTable(list, wanted);
      const totals = new Map([...table.rows].map(([key, { total }]) => [key, total]));
      const rows = largestKeys(totals, wanted, most);
      const columns = largestKeys(table.columns, wanted, most);
      const cut = keepOnly(table, { rows, columns });
      const together = list.map((fact) => ({
        ...fact,
        row: rows.has(fact.row) ? fact.row : '\u0000others',
        column: columns.has(fact.column) ? fact.column : '\u0000others',
      }));
      expect(figures(cut)).toEqual(figures(crossTable(together, wanted)));
      expect(figureOf(cut.total, wanted)).toBe(figureOf(table.total, wanted));
    }),
  );
});

const items = fc.array(
  fc
    .record({
      outstandingCents: fc.integer({ min: -5_000, max: 5_000 }).filter((cents) => cents !== 0),
      due: fc.option(fc.integer({ min: -90, max: 500 })),
      role: fc.constantFrom('ordinary', 'bill', 'doubtful' as const),
      documentNumber: fc.constantFrom('F1', 'F2', 'F3'),
      namesDocumentNumber: fc.option(fc.constantFrom('F1', 'F2')),
    })
    .map(({ due, ...part }) =>
      openItem({ ...part, dueDate: due === null ? null : addDays(MONDAY, -due) }),
    ),
  { maxLength: 20 },
);

test('measured item by item, the sums are those of the customer', () => {
  fc.assert(
    fc.property(items, (open) => {
      const sum = (measure: (typeof STOCK_MEASURES)[number]) =>
        measuredItems(open, measure, MONDAY).reduce((all, { value }) => all + value, 0);
      const all = open.reduce((total, { outstandingCents }) => total + outstandingCents, 0);
      expect(sum('outstanding')).toBe(all);
      expect(sum('overdue') + sum('not_due') + sum('credits')).toBe(all);
      expect(sum('net_due')).toBe(Math.max(0, netPosition(open, MONDAY).netDueCents));
      expect(sum('item_count')).toBe(open.length);
    }),
  );
});
