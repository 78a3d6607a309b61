/**
 * A first look at a table nobody described: how it is written, where its headers are, what its
 * columns hold. Nothing is decided about their meaning here: see `propose-mapping.ts`.
 */
import type { FileHandle } from 'node:fs/promises';
import type { TableLayout } from '../../../shared/domain/statement/table-mapping.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import type { FileRefused } from '../statement-sink.ts';
import { type ByteSource, decodeText } from '../text-source.ts';
import { type ColumnShape, ColumnVote } from './column-forms.ts';
import { CsvSplitter } from './csv-rows.ts';
import { findHeaderRow, headerScore, statedOnDateIn } from './header-row.ts';
import { signatureOf } from './header-words.ts';
import { openFile } from './open-table.ts';
import { findSeparator } from './separator.ts';
import {
  COLUMNS_MAX,
  cellText,
  columnLetters,
  isBlank,
  shownCell,
  TableRefused,
  type TableRow,
} from './table-source.ts';
import { scanText, type TextScan } from './text-scan.ts';
import { xlsxSource } from './xlsx-rows.ts';
import type { Workbook } from './xlsx-workbook.ts';

export interface SniffedColumn {
  readonly columnIndex: number;
  /** The header as written; the letters of the column (`C`, `AB`) where there is none. */
  readonly name: string;
  /** The header as written, empty where there is none. */
  readonly header: string;
  readonly shape: ColumnShape;
}

export interface SniffedTable {
  readonly layout: TableLayout;
  /** Sheets of a workbook in their order, hidden ones last; empty for a text. */
  readonly sheetNames: readonly string[];
  readonly columns: readonly SniffedColumn[];
  /** Rows under the headers, the first ones and some from further on. */
  readonly sampleRows: readonly TableRow[];
  /** The first rows as texts, for the screen. */
  readonly shownRows: readonly (readonly string[])[];
  readonly rowCountEstimate: number;
  readonly headerSignature: string;
  /** The day that a title above the headers tells. */
  readonly statedOnDate: CalendarDate | null;
}

export interface SniffChoice {
  /** A sheet the person chose instead of the one found. */
  readonly sheetName?: string;
}

const SHOWN_ROWS = 20;
const SAMPLE_ROWS = 2000;

/** Looks at a file; refuses what is no table, with the code of its sentence. */
export async function sniffTable(
  filePath: string,
  choice: SniffChoice = {},
): Promise<Result<SniffedTable, FileRefused>> {
  try {
    const opened = await openFile(filePath);
    try {
      return done(
        opened.format === 'csv'
          ? await sniffText(opened.bytes)
          : await sniffWorkbook(opened.file, opened.workbook, choice.sheetName),
      );
    } finally {
      await opened.file.close();
    }
  } catch (error) {
    if (error instanceof TableRefused) return refused(error.refusal);
    throw error;
  }
}

async function sniffText(bytes: ByteSource): Promise<SniffedTable> {
  const scan = await scanText(bytes);
  if (scan.isBlank) throw new TableRefused('file_empty');
  const isWhole = scan.head.length >= bytes.sizeBytes;
  const head = scan.head.subarray(scan.markBytes, isWhole ? undefined : evenEnd(scan));
  const text = decodeText(head, scan.encoding);
  const found = findSeparator(text, scan.endsWithCr, isWhole);
  if (found === null) throw new TableRefused('not_a_table');
  const rows = found.rows.slice(found.skippedLines);
  const headerIndex = findHeaderRow(rows);
  const headerLine = headerIndex === null ? null : (rows[headerIndex]?.lineNumber ?? null);
  const probed = scan.probes.flatMap((probe) => probeRows(probe, scan, found.separator));
  const bytesPerRow = head.length / Math.max(1, found.rows.length);
  return describe({
    layout: {
      format: 'csv',
      encoding: scan.encoding,
      markBytes: scan.markBytes,
      separator: found.separator,
      endsWithCr: scan.endsWithCr,
      headerLine,
    },
    sheetNames: [],
    rows,
    headerIndex,
    probed,
    rowCountEstimate: Math.max(rows.length, Math.round(bytes.sizeBytes / bytesPerRow)),
  });
}

/** UTF-16 is cut at even bytes. */
function evenEnd({ head, encoding, markBytes }: TextScan): number {
  return encoding.startsWith('utf-16')
    ? head.length - ((head.length - markBytes) % 2)
    : head.length;
}

/** Whole lines of a part taken from the middle of the file. */
function probeRows(probe: Buffer, scan: TextScan, separator: string): TableRow[] {
  if (scan.encoding.startsWith('utf-16')) return [];
  const text = decodeText(probe, scan.encoding);
  const lineEnd = scan.endsWithCr ? '\r' : '\n';
  const start = text.indexOf(lineEnd) + 1;
  const rows =
    start === 0 ? [] : new CsvSplitter(separator, scan.endsWithCr).push(text.slice(start));
  return rows.filter((row) => row.hasOpenQuote !== true);
}

async function sniffWorkbook(
  file: FileHandle,
  workbook: Workbook,
  chosen: string | undefined,
): Promise<SniffedTable> {
  const sheets = workbook.sheets.toSorted((a, b) => Number(a.isHidden) - Number(b.isHidden));
  let best: { looked: LookedSheet; score: number } | null = null;
  for (const sheet of sheets.slice(0, 30)) {
    if (chosen !== undefined && sheet.name !== chosen) continue;
    const looked = await lookAtSheet(file, workbook, sheet.name);
    const score = scoreOfSheet(looked) * (sheet.isHidden ? 0.3 : 1);
    if (best === null || score > best.score) best = { looked, score };
  }
  if (best === null) throw new TableRefused('sheet_missing', chosen ?? '');
  if (best.looked.rows.length === 0) throw new TableRefused('sheet_empty');
  const { rows, name, rowCountEstimate } = best.looked;
  const headerIndex = findHeaderRow(rows);
  const headerLine = headerIndex === null ? null : (rows[headerIndex]?.lineNumber ?? null);
  return describe({
    layout: { format: 'xlsx', sheetName: name, headerLine },
    sheetNames: sheets.map((sheet) => sheet.name),
    rows,
    headerIndex,
    probed: [],
    rowCountEstimate,
  });
}

interface LookedSheet {
  readonly name: string;
  readonly rows: readonly TableRow[];
  readonly rowCountEstimate: number;
}

async function lookAtSheet(
  file: FileHandle,
  workbook: Workbook,
  name: string,
): Promise<LookedSheet> {
  const sheet = workbook.sheets.find((candidate) => candidate.name === name);
  const rows: TableRow[] = [];
  let bytesRead = 0;
  if (sheet !== undefined) {
    for await (const batch of xlsxSource(file, workbook, sheet).batches()) {
      rows.push(...batch.rows);
      bytesRead = batch.bytesRead;
      if (rows.length >= SAMPLE_ROWS) break;
    }
  }
  const bytesPerRow = bytesRead / Math.max(1, rows.length);
  const total = sheet?.entry.unpackedBytes ?? 0;
  return {
    name,
    rows,
    rowCountEstimate: Math.max(rows.length, Math.round(total / Math.max(1, bytesPerRow))),
  };
}

/** The sheet whose headers say most; the longer of two alike. */
function scoreOfSheet({ rows, rowCountEstimate }: LookedSheet): number {
  const index = findHeaderRow(rows);
  const header = index === null ? undefined : rows[index];
  if (header === undefined || index === null) return Math.min(0.5, rows.length / 100);
  return headerScore(header, rows.slice(index + 1, index + 6)) + Math.log10(1 + rowCountEstimate);
}

interface Look {
  readonly layout: TableLayout;
  readonly sheetNames: readonly string[];
  readonly rows: readonly TableRow[];
  readonly headerIndex: number | null;
  readonly probed: readonly TableRow[];
  readonly rowCountEstimate: number;
}

function describe(look: Look): SniffedTable {
  const { rows, headerIndex } = look;
  const header = headerIndex === null ? undefined : rows[headerIndex];
  const under = headerIndex === null ? rows : rows.slice(headerIndex + 1);
  const sampleRows = [...under.slice(0, SAMPLE_ROWS), ...look.probed];
  const width = widthOf(header, sampleRows);
  if (width < 2) throw new TableRefused('not_a_table');
  if (width > COLUMNS_MAX) throw new TableRefused('too_many_columns', String(width));
  const headers = Array.from({ length: width }, (_, index) => cellText(header?.cells[index]));
  return {
    layout: look.layout,
    sheetNames: look.sheetNames,
    columns: columnsOf(headers, sampleRows),
    sampleRows,
    shownRows: under
      .slice(0, SHOWN_ROWS)
      .map((row) => headers.map((_, index) => shownCell(row.cells[index]).slice(0, 100))),
    rowCountEstimate: Math.max(0, look.rowCountEstimate - (headerIndex ?? -1) - 1),
    headerSignature: signatureOf(headers),
    statedOnDate: statedOnDateIn(rows.slice(0, headerIndex ?? 0)),
  };
}

/** Columns that are named or filled; what trails behind is left out. */
function widthOf(header: TableRow | undefined, rows: readonly TableRow[]): number {
  let width = 0;
  for (const row of header === undefined ? rows : [header, ...rows]) {
    for (let index = row.cells.length; index > width; index -= 1) {
      if (!isBlank(row.cells[index - 1])) width = index;
    }
  }
  return width;
}

function columnsOf(headers: readonly string[], rows: readonly TableRow[]): SniffedColumn[] {
  return headers.map((header, columnIndex) => {
    const vote = new ColumnVote();
    for (const row of rows) vote.add(row.cells[columnIndex]);
    const name = header === '' ? columnLetters(columnIndex) : header;
    return { columnIndex, name, header, shape: vote.shape() };
  });
}
