import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type WorkbookColumn,
  type WorkbookSheet,
  writeWorkbook,
} from '../../src/main/reports/workbook.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'encours-workbook-'));
});
afterAll(() => rm(folder, { recursive: true }));

const columns: WorkbookColumn[] = [
  { key: 'name', title: 'Client', kind: 'text', width: 30, isTotalled: false },
  { key: 'due', title: 'Échéance', kind: 'day', width: 12, isTotalled: false },
  { key: 'amount', title: 'Reste dû', kind: 'amount', width: 14, isTotalled: true },
];

async function readBack(sheet: Partial<WorkbookSheet>): Promise<ExcelJS.Worksheet> {
  const file = path.join(folder, 'list.xlsx');
  const full: WorkbookSheet = {
    name: 'Liste',
    title: 'Clients',
    subtitle: 'Au 22/11/2026',
    totalLabel: 'Total',
    columns,
    rows: [],
    ...sheet,
  };
  await writeWorkbook(file, [full], () => {});
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  const worksheet = workbook.worksheets[0];
  if (worksheet === undefined) throw new Error('no sheet');
  return worksheet;
}

test('amounts are numbers to the cent, days are Excel dates, totals carry their value', async () => {
  const sheet = await readBack({
    rows: [
      { name: 'Bâtiments du Val', due: '2026-11-20', amount: 3_841_210 },
      { name: 'Menuiserie', due: null, amount: -4_005 },
    ],
  });
  const first = sheet.getRow(5);
  expect(first.getCell(3).value).toBe(38_412.1);
  const due = first.getCell(2).value;
  expect(due instanceof Date ? due.toISOString().slice(0, 10) : due).toBe('2026-11-20');
  expect(sheet.getRow(6).getCell(3).value).toBe(-40.05);
  expect(sheet.getRow(7).getCell(3).value).toEqual({
    formula: 'SUBTOTAL(109,C5:C6)',
    result: 38_372.05,
  });
});

test('the header stays in sight and filters the rows', async () => {
  const sheet = await readBack({ rows: [{ name: 'A', due: null, amount: 1 }] });
  expect(sheet.views[0]).toMatchObject({ state: 'frozen', ySplit: 4 });
  expect(sheet.autoFilter).toBe('A4:C5');
});

test('groups fold under rows of their sums, and the whole counts nothing twice', async () => {
  const sheet = await readBack({
    groupKey: 'group',
    rows: [
      { group: 'Nord', name: 'A', due: null, amount: 100 },
      { group: 'Nord', name: 'B', due: null, amount: 250 },
      { group: '=Sud', name: 'C', due: null, amount: -50 },
    ],
  });
  const told = [5, 6, 7, 8, 9, 10].map((at) => {
    const row = sheet.getRow(at);
    const { value } = row.getCell(3);
    return [row.getCell(1).value, row.outlineLevel, value];
  });
  expect(told).toEqual([
    ['Nord (2)', 0, { formula: 'SUBTOTAL(109,C6:C7)', result: 3.5 }],
    ['A', 1, 1],
    ['B', 1, 2.5],
    [
      expect.stringMatching(/^[^=].*Sud \(1\)$/u),
      0,
      { formula: 'SUBTOTAL(109,C9:C9)', result: -0.5 },
    ],
    ['C', 1, -0.5],
    ['Total', 0, { formula: 'SUBTOTAL(109,C5:C9)', result: 3 }],
  ]);
  expect(sheet.properties.outlineProperties).toMatchObject({ summaryBelow: false });
  expect(sheet.autoFilter).toBeFalsy();
});

test('a name that looks like a formula stays a text', async () => {
  const sheet = await readBack({
    rows: [{ name: '=HYPERLINK("http://x")', due: null, amount: 0 }],
  });
  const cell = sheet.getRow(5).getCell(1);
  expect(cell.type).toBe(ExcelJS.ValueType.String);
  expect(String(cell.value).startsWith('=')).toBe(false);
});

test('a list without a row has its header and no total', async () => {
  const sheet = await readBack({});
  expect(sheet.getRow(4).getCell(1).value).toBe('Client');
  expect(sheet.getRow(5).getCell(1).value).toBeNull();
});

test('signs that Excel refuses in a name of sheet are left out', async () => {
  const sheet = await readBack({ name: 'Balance âgée [2026/11]: tous les clients' });
  expect(sheet.name).toBe('Balance âgée  2026 11   tous le');
});
