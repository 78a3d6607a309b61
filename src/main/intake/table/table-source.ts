/**
 * Rows of a table, whatever file they come from.
 *
 * A CSV gives texts. A workbook gives typed cells: a number stays a number, a day comes as
 * YYYY-MM-DD, and a formula comes as the value the workbook keeps of it.
 */
import type { FileRefused } from '../statement-sink.ts';

/** A cell whose value cannot be had. */
export interface CellFault {
  readonly fault: 'formula_without_value' | 'cell_error';
  /** What stands there: the formula, or `#REF!`. */
  readonly text: string;
}

export type Cell = string | number | CellFault;

export interface TableRow {
  /** Line of the file, or row of the sheet; 1 for the first. */
  readonly lineNumber: number;
  readonly cells: readonly Cell[];
  /** A quote that nothing closes was taken as a plain sign. */
  readonly hasOpenQuote?: true;
}

export interface RowBatch {
  readonly rows: readonly TableRow[];
  readonly bytesRead: number;
}

/** A table that can be read from its beginning as often as needed. */
export interface TableSource {
  readonly bytesTotal: number;
  /** Throws `TableRefused` where the file turns out to be unreadable. */
  batches(): AsyncGenerator<RowBatch>;
  /** Columns that hold formulas, with the row of the first; complete after a whole reading. */
  readonly formulaColumns: ReadonlyMap<number, number>;
  /** Bare numbers that are days count from 1904 (workbooks born on a Mac). */
  readonly is1904: boolean;
  /** Rows that a filter or a person hid in the workbook. */
  readonly hiddenRows: () => number;
}

/**
 * A file that cannot be read, found out in the middle of it. It never leaves this folder: the
 * public functions turn it into a refusal, which is a value.
 */
export class TableRefused extends Error {
  readonly refusal: FileRefused;

  constructor(code: string, value = '') {
    super(code);
    this.refusal = { code, value: value.slice(0, 200) };
  }
}

/** The text of a cell, trimmed; empty for a fault. */
export function cellText(cell: Cell | undefined): string {
  if (typeof cell === 'string') return isTrimmed(cell) ? cell : cell.trim();
  return typeof cell === 'number' ? String(cell) : '';
}

/** Nearly all cells begin and end with a sign of plain ASCII. */
function isTrimmed(text: string): boolean {
  const first = text.charCodeAt(0);
  const last = text.charCodeAt(text.length - 1);
  return first > 0x20 && first < 0x80 && last > 0x20 && last < 0x80;
}

export function isBlank(cell: Cell | undefined): boolean {
  if (typeof cell !== 'string') return cell === undefined;
  const first = cell.charCodeAt(0);
  return !(first > 0x20 && first < 0x80) && cell.trim() === '';
}

/** What to show of a cell that is wrong. */
export function shownCell(cell: Cell | undefined): string {
  return typeof cell === 'object' ? cell.text : cellText(cell);
}

/** A copy that does not keep the whole chunk of the file in memory behind it. */
export function detached(text: string): string {
  return text.length < 13 ? text : Buffer.from(text, 'utf16le').toString('utf16le');
}

/** `A` for column 0, `AB` for column 27. */
export function columnLetters(columnIndex: number): string {
  const last = String.fromCharCode(0x41 + (columnIndex % 26));
  return columnIndex < 26 ? last : columnLetters(Math.floor(columnIndex / 26) - 1) + last;
}

/** Cells of one row at most. A table of more is a matrix, not a list. */
export const COLUMNS_MAX = 500;
export const ROWS_MAX = 2_000_000;
