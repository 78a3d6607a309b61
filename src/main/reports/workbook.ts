/**
 * A list as an Excel workbook: typed cells, frozen header, filters, totals as formulas with their
 * value, and nothing that Excel could take for a formula of a stranger.
 *
 * Written row after row, so that a list of any length takes a bounded memory.
 */
import ExcelJS from 'exceljs';
import { neutraliseCell } from '../../shared/format/cell.ts';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import { dayNumberOf } from '../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../shared/kernel/cents.ts';

/** `amount` is given in cents, `share` and `rate` in basis points, `day` as YYYY-MM-DD. */
export type ColumnKind = 'text' | 'amount' | 'day' | 'count' | 'share' | 'rate';

export interface WorkbookColumn {
  readonly key: string;
  readonly title: string;
  readonly kind: ColumnKind;
  /** Width in characters. */
  readonly width: number;
  /** A total stands below: amounts and counts only. */
  readonly isTotalled: boolean;
}

export type WorkbookCell = string | number | null;

export interface WorkbookSheet {
  readonly name: string;
  readonly title: string;
  /** Company, day, filter: what the reader must know of the list. */
  readonly subtitle: string;
  readonly columns: readonly WorkbookColumn[];
  readonly rows: Iterable<Readonly<Record<string, WorkbookCell>>>;
  readonly totalLabel: string;
}

/** Days between Excel's day zero (1899-12-30) and 1970-01-01. */
const EXCEL_EPOCH_DAYS = 25_569;
const HEADER_ROW = 4;
const FORMATS: Readonly<Record<ColumnKind, string>> = {
  text: '@',
  amount: '#,##0.00;[Red]-#,##0.00',
  day: 'dd/mm/yyyy',
  count: '#,##0',
  share: '0.0%',
  rate: '0.00%',
};

/** Writes the workbook; `onRow` is called now and then and may throw to stop. */
export async function writeWorkbook(
  path: string,
  sheets: readonly WorkbookSheet[],
  onRow: (count: number) => void,
): Promise<{ readonly rowCount: number }> {
  const workbook = new ExcelJS.stream.xlsx.WorkbookWriter({ filename: path, useStyles: true });
  workbook.creator = 'Encours';
  let rowCount = 0;
  for (const sheet of sheets) {
    rowCount += writeSheet(workbook, sheet, (count) => onRow(rowCount + count));
  }
  await workbook.commit();
  return { rowCount };
}

function writeSheet(
  workbook: ExcelJS.stream.xlsx.WorkbookWriter,
  sheet: WorkbookSheet,
  onRow: (count: number) => void,
): number {
  const target = workbook.addWorksheet(sheetNameOf(sheet.name), {
    views: [{ state: 'frozen', ySplit: HEADER_ROW, xSplit: 1 }],
    pageSetup: {
      paperSize: 9,
      orientation: 'landscape',
      fitToPage: true,
      fitToWidth: 1,
      fitToHeight: 0,
      printTitlesRow: `${HEADER_ROW}:${HEADER_ROW}`,
    },
  });
  target.columns = sheet.columns.map(({ key, width }) => ({ key, width }));
  writeHead(target, sheet);
  let count = 0;
  const totals = new Map<string, number>();
  for (const row of sheet.rows) {
    const line = target.addRow(
      sheet.columns.map((column) => cellOf(row[column.key] ?? null, column.kind)),
    );
    sheet.columns.forEach((column, index) => {
      line.getCell(index + 1).numFmt = FORMATS[column.kind];
    });
    line.commit();
    for (const { key, isTotalled } of sheet.columns) {
      const value = row[key];
      if (isTotalled && typeof value === 'number') totals.set(key, (totals.get(key) ?? 0) + value);
    }
    count += 1;
    if (count % 500 === 0) onRow(count);
  }
  target.autoFilter = {
    from: { row: HEADER_ROW, column: 1 },
    to: { row: HEADER_ROW + count, column: sheet.columns.length },
  };
  writeTotals(target, sheet, { count, totals });
  target.commit();
  return count;
}

function writeHead(target: ExcelJS.Worksheet, sheet: WorkbookSheet): void {
  const title = target.addRow([neutraliseCell(sheet.title)]);
  title.font = { bold: true, size: 14 };
  title.commit();
  const subtitle = target.addRow([neutraliseCell(sheet.subtitle)]);
  subtitle.font = { color: { argb: 'FF5B6770' } };
  subtitle.commit();
  target.addRow([]).commit();
  const header = target.addRow(sheet.columns.map((column) => column.title));
  header.font = { bold: true };
  header.alignment = { vertical: 'middle', wrapText: true };
  sheet.columns.forEach((column, index) => {
    const cell = header.getCell(index + 1);
    cell.fill = { type: 'pattern', pattern: 'solid', fgColor: { argb: 'FFE8EEF0' } };
    cell.border = { bottom: { style: 'thin', color: { argb: 'FF8A979F' } } };
    if (column.kind !== 'text')
      cell.alignment = { horizontal: 'right', vertical: 'middle', wrapText: true };
  });
  header.commit();
}

/** A total that follows the filter (SUBTOTAL 109), under a thin line. */
function writeTotals(
  target: ExcelJS.Worksheet,
  sheet: WorkbookSheet,
  { count, totals }: { readonly count: number; readonly totals: ReadonlyMap<string, number> },
): void {
  if (count === 0 || !sheet.columns.some((column) => column.isTotalled)) return;
  const row = target.addRow([sheet.totalLabel]);
  row.font = { bold: true };
  sheet.columns.forEach((column, index) => {
    const cell = row.getCell(index + 1);
    cell.border = { top: { style: 'thin', color: { argb: 'FF8A979F' } } };
    if (!column.isTotalled) return;
    const letter = columnLetterOf(index + 1);
    const range = `${letter}${HEADER_ROW + 1}:${letter}${HEADER_ROW + count}`;
    const total = totals.get(column.key) ?? 0;
    const result = column.kind === 'amount' ? eurosOf(total) : total;
    cell.value = { formula: `SUBTOTAL(109,${range})`, result };
    cell.numFmt = FORMATS[column.kind];
  });
  row.commit();
}

function cellOf(value: WorkbookCell, kind: ColumnKind): string | number | null {
  if (value === null) return null;
  if (kind === 'amount' && typeof value === 'number') return eurosOf(value);
  if ((kind === 'share' || kind === 'rate') && typeof value === 'number') return value / 10_000;
  if (kind === 'day' && typeof value === 'string') {
    return dayNumberOf(value as CalendarDate) + EXCEL_EPOCH_DAYS;
  }
  return typeof value === 'string' ? neutraliseCell(value) : value;
}

/** Excel counts in units: the nearest double of the cents, which two decimals show exactly. */
function eurosOf(amount: Cents): number {
  return amount / 1e2;
}

function columnLetterOf(column: number): string {
  const rest = Math.floor((column - 1) / 26);
  const letter = String.fromCharCode(65 + ((column - 1) % 26));
  return rest === 0 ? letter : `${columnLetterOf(rest)}${letter}`;
}

/** Excel refuses some signs and more than 31 characters in a sheet's name. */
function sheetNameOf(name: string): string {
  return (
    name
      .replace(/[\\/?*[\]:]/g, ' ')
      .slice(0, 31)
      .trim() || 'Encours'
  );
}
