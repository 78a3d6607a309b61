import { mkdtemp, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { writeInterestWorkbook } from '../../src/main/reports/interest-sheet.ts';
import type { Charges } from '../../src/shared/domain/interest/charges.ts';
import { chargesOf } from '../../src/shared/domain/interest/charges.ts';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import type { Circumstances } from '../support/late-invoices.ts';
import { circumstances, lateInvoice, moved } from '../support/late-invoices.ts';
import { euros } from '../support/open-items.ts';

let folder = '';
beforeAll(async () => {
  folder = await mkdtemp(path.join(os.tmpdir(), 'encours-interest-'));
});
afterAll(() => rm(folder, { recursive: true }));

const INVOICES = [
  lateInvoice({ movements: [moved('2026-06-15', euros(5000))] }),
  lateInvoice({ receivableId: 2, documentNumber: 'F2', decision: { decision: 'waive' } }),
  lateInvoice({ receivableId: 3, documentNumber: 'F3', dueDate: calendarDate('2026-12-31') }),
];

interface ReadSheet {
  /** The header row, then each row of the list, a formula read by its value. */
  readonly rows: readonly (readonly unknown[])[];
  readonly title: unknown;
  readonly subtitle: unknown;
  readonly rateFormat: string;
}

async function readBack(charges: Charges, language: 'fr' | 'en' = 'fr'): Promise<ReadSheet[]> {
  const file = path.join(folder, `${language}.xlsx`);
  await writeInterestWorkbook(file, {
    language,
    companyName: 'Vauclair Matériaux',
    customerName: '=Charpentes Delorme',
    currency: 'EUR',
    charges,
  });
  const workbook = new ExcelJS.Workbook();
  await workbook.xlsx.readFile(file);
  return workbook.worksheets.map((sheet) => ({
    title: sheet.getRow(1).getCell(1).value,
    subtitle: sheet.getRow(2).getCell(1).value,
    rows: Array.from({ length: sheet.rowCount - 3 }, (_, index) =>
      Array.from({ length: sheet.columnCount }, (__, column) =>
        readCell(sheet.getRow(index + 4).getCell(column + 1)),
      ),
    ),
    rateFormat: sheet.getRow(5).getCell(8).numFmt,
  }));
}

function readCell(cell: ExcelJS.Cell): unknown {
  const { value } = cell;
  if (value instanceof Date) return value.toISOString().slice(0, 10);
  return cell.type === ExcelJS.ValueType.Formula ? cell.result : value;
}

/** Cells of a column below its header, the total last. */
function column({ rows }: ReadSheet, title: string): readonly unknown[] {
  const at = rows[0]?.indexOf(title) ?? -1;
  if (at === -1) throw new Error(`no column ${title}`);
  return rows.slice(1).map((row) => row[at]);
}

const inEuros = (cents: number) => cents / 100;

async function sheetsOf(part: Circumstances = {}, language: 'fr' | 'en' = 'fr') {
  const charges = chargesOf(INVOICES, circumstances(part));
  const [summary, detail] = await readBack(charges, language);
  if (summary === undefined || detail === undefined) throw new Error('two sheets expected');
  return { charges, summary, detail };
}

describe('the sheet of three invoices: part paid, waived, not due', () => {
  test('totals are the engine’s, by invoice and in all', async () => {
    const { charges, summary, detail } = await sheetsOf();
    expect(charges.interestCents).toBe(5992 + 3495 + 10_701);
    expect(column(summary, 'Intérêts réclamés')).toEqual([
      201.88,
      0,
      0,
      inEuros(charges.interestCents),
    ]);
    expect(column(summary, 'Indemnité')).toEqual([40, 0, 0, inEuros(charges.feeCents)]);
    expect(column(summary, 'Total réclamé').at(-1)).toBe(241.88);
    expect(column(detail, 'Réclamés').at(-1)).toBe(inEuros(charges.interestCents));
  });

  test('each segment has its days, balance, rate and where the rate comes from', async () => {
    const { detail } = await sheetsOf();
    expect(detail.rows[1]?.map((cell) => cell)).toEqual([
      'F1',
      'C1',
      '2026-05-31',
      '2026-06-01',
      '2026-06-15',
      15,
      12_000,
      0.1215,
      365,
      59.92,
      59.92,
      'BCE 2,15\u00a0% + 10 points (C. com. L441-10 II), 1er semestre 2026',
    ]);
    expect(detail.rateFormat).toBe('0.00%');
  });

  test('what was waived is computed, and not asked for', async () => {
    const { detail, summary } = await sheetsOf();
    const waived = detail.rows.filter(([document]) => document === 'F2');
    expect(waived.map((row) => [row[9], row[10]])).toEqual([
      [119.84, 0],
      [183.45, 0],
    ]);
    expect(column(summary, 'Décision').slice(0, 3)).toEqual(['Réclamés', 'Abandonnés', 'Réclamés']);
  });

  test('why nothing runs is said once', async () => {
    const { summary } = await sheetsOf();
    expect(column(summary, 'Remarque').slice(0, 3)).toEqual([
      null,
      'Abandonnée.',
      'Aucun jour de retard.',
    ]);
  });

  test('what payments covered already is told apart', async () => {
    const { summary } = await sheetsOf({ settings: { imputation: 'interest_first' } });
    expect(column(summary, 'Dont déjà couverts')).toEqual([59.92, 0, 0, 59.92]);
  });

  test('a missing rate is named, and no interest is asked for', async () => {
    const { summary, detail } = await sheetsOf({ upTo: '2027-01-10' });
    expect(column(summary, 'Intérêts réclamés').at(-1)).toBe(0);
    const missing =
      'Intérêts de retard non réclamés : le taux de refinancement de la BCE du 1er semestre 2027 n’est pas saisi.';
    expect(column(summary, 'Remarque').slice(0, 3)).toEqual([missing, 'Abandonnée.', missing]);
    expect(detail.rows).toHaveLength(1);
  });

  test('in English, a name that looks like a formula stays a text', async () => {
    const { summary } = await sheetsOf({}, 'en');
    expect(summary.title).toBe('Late-payment interest · =Charpentes Delorme');
    expect(summary.subtitle).toBe('Vauclair Matériaux · As of 14/08/2026 · EUR');
    expect(column(summary, 'Interest claimed').at(-1)).toBe(201.88);
  });
});
