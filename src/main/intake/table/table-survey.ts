/**
 * The first of the two readings of a table: what only the whole file can tell.
 *
 * Which days contradict the chosen order, what each customer is called, which lines stand twice,
 * and how the instalments of one document rank. A million lines leave four numbers each behind.
 */
import { documentKeyOf } from '../../../shared/domain/interpretation/document-key.ts';
import type { TableProfile } from '../../../shared/domain/statement/table-mapping.ts';
import { dayNumberOf } from '../../../shared/kernel/calendar-date.ts';
import { isDay } from './cell-values.ts';
import type { ColumnReaders } from './column-readers.ts';
import { CustomerBook } from './customer-book.ts';
import { kindNamed } from './item-kind.ts';
import { AmountRules, isProblem } from './row-amounts.ts';
import { NumberList, rowText, wideHash } from './row-hash.ts';
import type { RowParty } from './row-party.ts';
import { type Cell, cellText, type TableRow } from './table-source.ts';

export interface TableFindings {
  readonly customers: CustomerBook;
  /** Rank of each line that is not the first instalment of its document, by line. */
  readonly ranks: ReadonlyMap<number, number>;
  /** Documents of more than one line, by `documentHash`; only these can have a line twice. */
  readonly repeatedDocuments: ReadonlySet<number>;
  /** Credit notes and payments stand with a minus already. */
  readonly creditsAreSigned: boolean;
  /** Lines with letters that were lost on the way. */
  readonly garbledLines: number;
  readonly dataLines: number;
}

export class TableSurvey {
  readonly customers: CustomerBook;
  readonly #readers: ColumnReaders;
  readonly #amounts: AmountRules;
  readonly #hasDocuments: boolean;
  readonly #isList: boolean;
  readonly #documents = new NumberList();
  readonly #days = new NumberList();
  readonly #lines = new NumberList();
  #signedCredits = 0;
  #garbledLines = 0;
  #dataLines = 0;

  constructor(profile: TableProfile, readers: ColumnReaders) {
    this.#readers = readers;
    this.customers = new CustomerBook(readers, profile.kind);
    this.#amounts = new AmountRules(readers);
    const { kind } = profile;
    this.#hasDocuments = kind === 'open_items' || kind === 'invoices' || kind === 'receipts';
    this.#isList = kind === 'open_items';
  }

  /** A line of data whose customer is in scope. */
  add(row: TableRow, party: RowParty): void {
    const { cells } = row;
    this.#dataLines += 1;
    if (party.customerCode === '') return;
    this.customers.meet(party.customerCode, party.name, row);
    if (party.name.includes('\ufffd')) this.#garbledLines += 1;
    for (const column of this.#readers.dateColumns) column.read(cells);
    const readsAmount = this.#isList || this.#readers.has('item_kind');
    const read = readsAmount ? this.#amounts.read(cells) : null;
    const isCredit = read !== null && !isProblem(read) && read.openCents < 0;
    if (isCredit && this.#isNamedCredit(row)) this.#signedCredits += 1;
    if (this.#hasDocuments) this.#addDocument(row, party, isCredit);
  }

  #isNamedCredit({ cells }: TableRow): boolean {
    if (!this.#readers.has('item_kind')) return false;
    const kind = kindNamed(cellText(this.#readers.cell('item_kind', cells)));
    return kind === 'credit_note' || kind === 'payment';
  }

  #addDocument({ cells, lineNumber }: TableRow, party: RowParty, isCredit: boolean): void {
    const document = documentKeyOf(this.#readers.code('document_number', cells));
    this.#documents.push(documentHash(party, document, cells));
    // A credit has ranks of its own; a line that names no document has none.
    this.#lines.push(isCredit ? -lineNumber : lineNumber);
    const due = this.#isList ? (this.#readers.dateOf('due_date')?.read(cells) ?? null) : null;
    const day = isDay(due) ? dayNumberOf(due) : Number.MAX_SAFE_INTEGER;
    this.#days.push(document === '' ? Number.NaN : day);
  }

  findings(): TableFindings {
    const repeatedDocuments = this.#documents.repeated();
    return {
      customers: this.customers,
      ranks: this.#isList ? this.#ranks(repeatedDocuments) : new Map(),
      repeatedDocuments,
      creditsAreSigned: this.#signedCredits > 0,
      garbledLines: this.#garbledLines,
      dataLines: this.#dataLines,
    };
  }

  /** Lines of one document and side in the order of their due dates, then of the file. */
  #ranks(repeated: ReadonlySet<number>): Map<number, number> {
    const ranks = new Map<number, number>();
    const groups = new Map<string, { day: number; line: number }[]>();
    for (let index = 0; repeated.size > 0 && index < this.#documents.length; index += 1) {
      const document = this.#documents.at(index);
      const day = this.#days.at(index);
      if (!repeated.has(document) || Number.isNaN(day)) continue;
      const line = this.#lines.at(index);
      const key = `${document}${line < 0 ? 'C' : 'D'}`;
      const group = groups.get(key) ?? [];
      group.push({ day, line: Math.abs(line) });
      groups.set(key, group);
    }
    for (const group of groups.values()) {
      group.sort((a, b) => a.day - b.day || a.line - b.line);
      group.forEach(({ line }, index) => {
        if (index > 0) ranks.set(line, index + 1);
      });
    }
    return ranks;
  }
}

/** Equal for lines of one customer and document; of lines without a document, for equal lines. */
export function documentHash(party: RowParty, documentKey: string, cells: readonly Cell[]): number {
  const body = documentKey === '' ? rowText(cells) : documentKey;
  return wideHash(`${party.customerCode}\u0001${body}`);
}
