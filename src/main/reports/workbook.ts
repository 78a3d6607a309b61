/**
 * A list as an Excel workbook: typed cells, frozen header, filters, totals as formulas with their
 * value, and nothing that Excel could take for a formula of a stranger. A grouped list folds: each
 * group under a row of its sums.
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
  readonly rows: Iterable<Row>;
  readonly totalLabel: string;
  /** Key of the text that names a row's group; the rows of a group stand together. */
  readonly groupKey?: string;
}

type Row = Readonly<Record<string, WorkbookCell>>;

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
  const isGrouped = sheet.groupKey !== undefined;
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
    ...(isGrouped && { properties: GROUPED }),
  });
  target.columns = sheet.columns.map(({ key, width }) => ({ key, width }));
  writeHead(target, sheet);
  // From here on exceljs takes rows of the deepest level for folded ones; these are open.
  if (isGrouped) target.properties.outlineLevelRow = 2;
  let count = 0;
  let lineCount = 0;
  const totals: Totals = new Map();
  for (const { label, rows } of partsOf(sheet)) {
    if (label !== null) {
      lineCount += 1;
      writeGroup(target, sheet, { label, rows, at: HEADER_ROW + lineCount });
    }
    for (const row of rows) {
      writeRow(target, sheet, { row, isInGroup: label !== null });
      addTo(totals, sheet, row);
      count += 1;
      lineCount += 1;
      if (count % 500 === 0) onRow(count);
    }
  }
  // A filter would sort the groups apart from their rows.
  if (!isGrouped) {
    target.autoFilter = {
      from: { row: HEADER_ROW, column: 1 },
      to: { row: HEADER_ROW + lineCount, column: sheet.columns.length },
    };
  }
  writeTotals(target, sheet, { lineCount, totals });
  target.commit();
  return count;
}

/** Groups fold under the row above them. */
const GROUPED = {
  outlineLevelRow: 1,
  outlineProperties: { summaryBelow: false, summaryRight: false },
};

type Totals = Map<string, number>;

/** The groups of a grouped list; the rows of another one by one, so that none has to wait. */
function* partsOf(sheet: WorkbookSheet): Generator<{ label: string | null; rows: readonly Row[] }> {
  const { groupKey, rows } = sheet;
  if (groupKey === undefined) {
    for (const row of rows) yield { label: null, rows: [row] };
    return;
  }
  let label: string | null = null;
  let own: Row[] = [];
  for (const row of rows) {
    const name = String(row[groupKey] ?? '');
    if (name !== label && own.length > 0) {
      yield { label, rows: own };
      own = [];
    }
    label = name;
    own.push(row);
  }
  if (own.length > 0) yield { label, rows: own };
}

function addTo(totals: Totals, sheet: WorkbookSheet, row: Row): void {
  for (const { key, isTotalled } of sheet.columns) {
    const value = row[key];
    if (isTotalled && typeof value === 'number') totals.set(key, (totals.get(key) ?? 0) + value);
  }
}

function writeRow(
  target: ExcelJS.Worksheet,
  sheet: WorkbookSheet,
  { row, isInGroup }: { readonly row: Row; readonly isInGroup: boolean },
): void {
  const line = target.addRow(
    sheet.columns.map((column) => cellOf(row[column.key] ?? null, column.kind)),
  );
  sheet.columns.forEach((column, index) => {
    line.getCell(index + 1).numFmt = FORMATS[column.kind];
  });
  if (isInGroup) line.outlineLevel = 1;
  line.commit();
}

/** The name of a group with how many rows it has, and their sums. */
function writeGroup(
  target: ExcelJS.Worksheet,
  sheet: WorkbookSheet,
  group: { readonly label: string; readonly rows: readonly Row[]; readonly at: number },
): void {
  const { label, rows, at } = group;
  const totals: Totals = new Map();
  for (const row of rows) addTo(totals, sheet, row);
  const line = target.addRow([neutraliseCell(`${label} (${rows.length})`)]);
  line.font = { bold: true };
  writeSums(line, sheet, { totals, from: at + 1, to: at + rows.length });
  line.commit();
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
  { lineCount, totals }: { readonly lineCount: number; readonly totals: Totals },
): void {
  if (lineCount === 0 || !sheet.columns.some((column) => column.isTotalled)) return;
  const row = target.addRow([sheet.totalLabel]);
  row.font = { bold: true };
  sheet.columns.forEach((_, index) => {
    row.getCell(index + 1).border = { top: { style: 'thin', color: { argb: 'FF8A979F' } } };
  });
  writeSums(row, sheet, { totals, from: HEADER_ROW + 1, to: HEADER_ROW + lineCount });
  row.commit();
}

/** Sums of the totalled columns between two rows; SUBTOTAL leaves out the sums among them. */
function writeSums(
  row: ExcelJS.Row,
  sheet: WorkbookSheet,
  { totals, from, to }: { readonly totals: Totals; readonly from: number; readonly to: number },
): void {
  sheet.columns.forEach((column, index) => {
    if (!column.isTotalled) return;
    const cell = row.getCell(index + 1);
    const letter = columnLetterOf(index + 1);
    const range = `${letter}${from}:${letter}${to}`;
    const total = totals.get(column.key) ?? 0;
    const result = column.kind === 'amount' ? eurosOf(total) : total;
    cell.value = { formula: `SUBTOTAL(109,${range})`, result };
    cell.numFmt = FORMATS[column.kind];
  });
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
