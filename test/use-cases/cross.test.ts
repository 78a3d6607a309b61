/** Cross-tables say what the books say: their totals, their cells, what their cells are made of. */
import { afterAll, beforeAll, expect, test } from 'vitest';
import type { CrossQuestion } from '../../src/shared/contract/cross.ts';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { RunningApplication, type TestCompany } from '../support/running-application.ts';
import { agedBalance } from './reading.ts';
import { smallCompany } from './small-company.ts';

const QUESTION: CrossQuestion = {
  rows: 'rep_code',
  columns: 'bucket_due',
  measure: 'outstanding',
  asOf: null,
  period: 'twelve_months',
  text: '',
  filters: [],
  rowsMax: null,
  columnsMax: 12,
  sort: 'total',
  isDescending: true,
};
const FIRST = { offset: 0, limit: 200 };

let application: RunningApplication;
let sample: TestCompany;

beforeAll(async () => {
  application = await RunningApplication.start({ today: '2026-11-23' });
  sample = await application.openSample();
});
afterAll(() => application.close());

const sum = (cells: readonly (number | null)[]) =>
  cells.reduce<number>((total, cell) => total + (cell ?? 0), 0);

const read = (company: TestCompany, part: Partial<CrossQuestion>) =>
  company.call.cross.table({ ...QUESTION, ...part, ...FIRST });

test('customer by age of what is due is the aged balance', async () => {
  const balance = await agedBalance(sample);
  const told = await read(sample, { rows: 'customer', columns: 'bucket_due' });
  expect(told.control).toEqual({
    wholeCents: balance.balanceCents,
    ledgerCents: balance.ledgerCents,
    isEqual: true,
  });
  expect(told.grandTotal).toBe(balance.balanceCents);
  for (const row of told.rows) {
    const same = balance.rows.find(({ key }) => key === row.key);
    expect(row.figure).toBe(same?.balanceCents);
    told.columns.forEach(({ key }, index) => {
      const at = balance.buckets.findIndex((bucket) => bucket.key === key);
      expect(row.cells[index] ?? 0).toBe(same?.amountsCents[at]);
    });
  }
  expect(told.rows.length).toBe(balance.rows.length);
});

const cuts: readonly (readonly [CrossQuestion['rows'], CrossQuestion['columns']])[] = [
  ['profile', 'month_due'],
  ['city', 'bucket_document'],
  ['agency_code', 'sector'],
  ['size', 'payment_method'],
  ['month_invoice', 'customer'],
  ['segment', 'rep_code'],
];
test.each(cuts)('whatever it is cut by, the whole is the same: %s × %s', async (rows, columns) => {
  const { figures } = await sample.call.overview.dashboard();
  const wholes = {
    outstanding: figures?.outstandingCents,
    overdue: figures?.overdueCents,
    not_due: figures?.notDueCents,
    credits: figures?.creditsCents,
    net_due: figures?.netDueCents,
  } as const;
  for (const [measure, whole] of Object.entries(wholes)) {
    const asked = { rows, columns, measure: measure as 'outstanding', columnsMax: 4, rowsMax: 5 };
    const told = await read(sample, asked);
    expect(told.grandTotal, measure).toBe(whole);
    expect(sum(told.columnTotals), measure).toBe(whole);
    const own = told.rows.filter(({ currency }) => currency === 'EUR');
    expect(sum(own.map(({ figure }) => figure)), measure).toBe(whole);
    for (const { cells, figure } of told.rows) expect(sum(cells)).toBe(figure);
    expect(told.columns.length).toBeLessThanOrEqual(columns === 'bucket_document' ? 8 : 5);
  }
});

test('each cell opens on the items that make it, the others too', async () => {
  const asked = { ...QUESTION, columns: 'city', columnsMax: 2, rowsMax: 2 } as const;
  const told = await read(sample, asked);
  expect(told.rows.at(-1)?.label).toBe('Autres');
  expect(told.columns.at(-1)?.label).toBe('Autres');
  let opened = 0;
  for (const row of told.rows) {
    for (const [index, { key: column }] of told.columns.entries()) {
      const figure = { ...asked, row: row.key, column, ...FIRST };
      const made = await sample.call.cross.items(figure);
      expect(made.totalCents).toBe(row.cells[index] ?? 0);
      expect(sum(made.rows.map(({ outstandingCents }) => outstandingCents))).toBe(made.totalCents);
      opened += made.total;
    }
  }
  const whole = await sample.call.cross.items({ ...asked, row: null, column: null, ...FIRST });
  expect(whole.totalCents).toBe(told.grandTotal);
  const books = told.rows.every(({ currency }) => currency === 'EUR');
  if (books) expect(opened).toBe(whole.total);
});

test('a filter keeps one value, and the values make the whole', async () => {
  const told = await read(sample, { columns: 'profile', columnsMax: 40 });
  for (const [index, { key }] of told.columns.entries()) {
    const filters = [{ dimension: 'profile' as const, key }];
    const kept = await read(sample, { columns: 'bucket_due', filters });
    expect(kept.grandTotal).toBe(told.columnTotals[index]);
    expect(kept.control?.isEqual).toBe(true);
  }
});

test('a past day is the books of that day', async () => {
  const asOf = calendarDate('2026-08-31');
  const balance = await agedBalance(sample, asOf);
  const told = await read(sample, { asOf, rows: 'profile' });
  expect(told.grandTotal).toBe(balance.balanceCents);
  expect(told.control?.isEqual).toBe(true);
});

test('receipts of a period are those of every day, opened customer by customer', async () => {
  const told = await read(sample, { measure: 'receipts', columns: 'month_invoice' });
  expect(told.fromDay).toBe('2025-12-01');
  expect(told.control?.isEqual).toBe(true);
  expect(told.grandTotal).toBe(told.control?.ledgerCents);
  expect(told.columns.map(({ label }) => label).at(-1)).toBe('nov. 2026');
  const [row] = told.rows;
  const made = await sample.call.cross.customers({
    ...QUESTION,
    measure: 'receipts',
    columns: 'month_invoice',
    row: row?.key ?? '',
    column: null,
    ...FIRST,
  });
  expect(made.totalCents).toBe(row?.figure);
  expect(made.rows.length).toBeGreaterThan(0);
});

test('three customers, to the cent', async () => {
  const { company } = await smallCompany();
  const cells = async (part: Partial<CrossQuestion>) => {
    const told = await read(company, { rows: 'customer', columns: 'month_due', ...part });
    return {
      columns: told.columns.map(({ label }) => label),
      rows: told.rows.map((row) => [row.code, ...row.cells, row.figure]),
      totals: [...told.columnTotals, told.grandTotal],
    };
  };
  expect(await cells({})).toEqual({
    columns: ['oct. 2026', 'déc. 2026'],
    rows: [
      ['VAL', 80_000, 45_050, 125_050],
      ['LEROY', 30_000, null, 30_000],
    ],
    totals: [110_000, 45_050, 155_050],
  });
  // 44 days late for 800 €, 39 for 300 €: 42,6.
  expect(await cells({ measure: 'days_late' })).toMatchObject({
    rows: [
      ['VAL', 44, 44],
      ['LEROY', 39, 39],
    ],
    totals: [43, 43],
  });
  expect(await cells({ measure: 'customer_count' })).toMatchObject({
    rows: [
      ['LEROY', 1, null, 1],
      ['VAL', 1, 1, 1],
    ],
    totals: [2, 1, 2],
  });
  expect(await cells({ measure: 'invoiced', columns: 'month_invoice', sort: 'label' })).toEqual({
    columns: ['août 2026', 'sept. 2026', 'oct. 2026', 'nov. 2026'],
    rows: [
      ['VAL', 120_000, 80_000, null, 45_050, 245_050],
      ['MARTIN', null, null, 9_900, null, 9_900],
      ['LEROY', null, 30_000, null, null, 30_000],
    ],
    totals: [120_000, 110_000, 9_900, 45_050, 284_950],
  });
  expect(await cells({ sort: 'column:2026-12', isDescending: false })).toMatchObject({
    rows: [
      ['LEROY', 30_000, null, 30_000],
      ['VAL', 80_000, 45_050, 125_050],
    ],
  });
});
