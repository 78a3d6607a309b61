/**
 * Lines of a table that are no data: blank ones, headers repeated at each page, totals, headings
 * of groups. They are passed over and counted; totals are kept to be compared.
 */

import { plainWords } from '../../../shared/domain/statement/label-words.ts';
import type { TableField, TableKind } from '../../../shared/domain/statement/table-mapping.ts';
import { isDay } from './cell-values.ts';
import type { ColumnReaders } from './column-readers.ts';
import { type GroupHeading, groupHeadingOf } from './group-heading.ts';
import { type Cell, cellText, isBlank, type TableRow } from './table-source.ts';

export type RowClass =
  | { readonly is: 'data' }
  | { readonly is: 'blank' }
  | { readonly is: 'header' }
  | { readonly is: 'total'; readonly isGrand: boolean }
  | { readonly is: 'heading'; readonly heading: GroupHeading | null };

const DATA: RowClass = { is: 'data' };
const BLANK: RowClass = { is: 'blank' };
const HEADER: RowClass = { is: 'header' };

const TOTAL_WORDS = [
  '(?:sous|sub) ?tota(?:l|ux)',
  'tota(?:l|ux)',
  'grand total',
  'cumul',
  'solde (?:total|general|du client|client|du compte|tiers)',
  'reports?',
  'a reporter',
];
const TOTAL = new RegExp(String.raw`^(?:${TOTAL_WORDS.join('|')})\b`, 'u');
const GRAND = /^(?:totaux|total|grand total|total general|totaux generaux|total general .*)$/u;
const DIRECTORY: ReadonlySet<TableKind> = new Set(['customers', 'contacts']);
const PROOF: readonly TableField[] = ['document_number', 'due_date', 'document_date', 'line_date'];

export class RowClassifier {
  readonly #kind: TableKind;
  readonly #readers: ColumnReaders;
  readonly #headerTexts: readonly string[];
  readonly #fillsDown: boolean;

  constructor(
    kind: TableKind,
    readers: ColumnReaders,
    headerTexts: readonly string[],
    fillsDown: boolean,
  ) {
    this.#kind = kind;
    this.#readers = readers;
    this.#headerTexts = headerTexts;
    this.#fillsDown = fillsDown;
  }

  classOf(row: TableRow): RowClass {
    const { cells } = row;
    // A line with a day in it is of data: nearly all are known by this alone.
    if (this.#hasDay(cells)) return DATA;
    let filled = 0;
    for (const cell of cells) if (!isBlank(cell)) filled += 1;
    if (filled === 0) return BLANK;
    if (this.#isHeader(cells)) return HEADER;
    const total = this.#totalClass(cells, filled);
    if (total !== null) return total;
    if (filled > 4 || DIRECTORY.has(this.#kind) || this.#kind === 'journal') return DATA;
    return this.#headingClass(row, filled);
  }

  #headingClass(row: TableRow, filled: number): RowClass {
    const { cells } = row;
    for (const index of this.#readers.amountIndexes) if (!isBlank(cells[index])) return DATA;
    const announced = groupHeadingOf(row);
    const document = this.#readers.indexOf('document_number');
    const hasDocument = document !== null && !isBlank(cells[document]);
    if (hasDocument && announced?.columnIndex !== document) return DATA;
    const heading = announced ?? this.#ownHeading(cells);
    if (heading !== null) return { is: 'heading', heading };
    return filled === 1 ? { is: 'heading', heading: null } : DATA;
  }

  /** The same texts as the headers, at the top of a printed page. */
  #isHeader(cells: readonly Cell[]): boolean {
    let same = 0;
    for (let index = 0; index < this.#headerTexts.length; index += 1) {
      const header = this.#headerTexts[index] ?? '';
      if (cellText(cells[index]) !== header) return false;
      if (header !== '') same += 1;
    }
    return same >= 2;
  }

  #totalClass(cells: readonly Cell[], filled: number): RowClass | null {
    const at = cells.findIndex(isTotalCell);
    if (at === -1) return null;
    if (DIRECTORY.has(this.#kind)) {
      return filled <= 3 && /^total/u.test(wordsOf(cells[at]))
        ? { is: 'total', isGrand: true }
        : null;
    }
    for (const field of PROOF) {
      const index = this.#readers.indexOf(field);
      if (
        index !== null &&
        index !== at &&
        !isBlank(cells[index]) &&
        !this.#isNoDay(field, cells)
      ) {
        return null;
      }
    }
    const isGrand = GRAND.test(
      wordsOf(cells[at]).replace(/ (?:clients?|en euros?|eur|debit|credit)$/u, ''),
    );
    return { is: 'total', isGrand };
  }

  /** A customer may well be called « Total » : its lines have a day. */
  #hasDay(cells: readonly Cell[]): boolean {
    for (const column of this.#readers.dateColumns) if (isDay(column.read(cells))) return true;
    return false;
  }

  /** Totals may repeat a count or a text under the dates. */
  #isNoDay(field: TableField, cells: readonly Cell[]): boolean {
    const reader = this.#readers.dateOf(field);
    if (reader === null) return false;
    return reader.read(cells) === 'date_unreadable';
  }

  /** In lists that fill down, a line with nothing but the customer. */
  #ownHeading(cells: readonly Cell[]): GroupHeading | null {
    if (!this.#fillsDown) return null;
    const customerCode = this.#readers.code('customer_code', cells);
    const customerName = this.#readers.name('customer_name', cells);
    if (customerCode === '' && customerName === '') return null;
    return { columnIndex: 0, customerCode, customerName };
  }
}

function isTotalCell(cell: Cell): boolean {
  if (typeof cell !== 'string' || cell.length > 80) return false;
  const first = cell.charCodeAt(0) | 0x20;
  // t, s, g, c, r, a, or something before the word.
  if (first > 0x61 && first <= 0x7a && !'tsgcr'.includes(String.fromCharCode(first))) return false;
  return TOTAL.test(plainWords(cell));
}

function wordsOf(cell: Cell | undefined): string {
  return plainWords(cellText(cell));
}
