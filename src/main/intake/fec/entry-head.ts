/**
 * Notices, line after line, when a new entry begins: journal, number or day changes.
 *
 * Compared as bytes, because nearly every line is of the same entry as the line before.
 */
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { EntryHead } from '../entry-book.ts';
import type { JournalTally, LedgerTally } from '../ledger-tally.ts';
import type { FecColumn } from './fec-columns.ts';
import type { FieldScanner } from './field-scanner.ts';

export interface CurrentHead extends EntryHead {
  readonly journal: JournalTally;
  /** As written; empty or nought where the document stands for it. */
  readonly writtenNumber: string;
}

export class HeadWatch {
  readonly #scanner: FieldScanner;
  readonly #at: Readonly<Record<FecColumn, number>>;
  readonly #tally: LedgerTally;
  readonly #journalBytes = new FieldMemory();
  readonly #numberBytes = new FieldMemory();
  readonly #dateBytes = new FieldMemory();
  readonly #documentBytes = new FieldMemory();
  #head: CurrentHead | null = null;
  #isByDocument = false;

  constructor(scanner: FieldScanner, at: Readonly<Record<FecColumn, number>>, tally: LedgerTally) {
    this.#scanner = scanner;
    this.#at = at;
    this.#tally = tally;
  }

  /** The head of the entry the current line goes on with; null when it begins another. */
  same(): CurrentHead | null {
    const scanner = this.#scanner;
    const at = this.#at;
    const isSame =
      this.#numberBytes.isIn(scanner, at.ecriturenum) &&
      this.#journalBytes.isIn(scanner, at.journalcode) &&
      this.#dateBytes.isIn(scanner, at.ecrituredate) &&
      (!this.#isByDocument || this.#documentBytes.isIn(scanner, at.pieceref));
    return isSame ? this.#head : null;
  }

  /** The head of the entry that the current line begins. */
  begin(date: CalendarDate): CurrentHead {
    const scanner = this.#scanner;
    const at = this.#at;
    let journal = this.#head?.journal;
    if (journal === undefined || !this.#journalBytes.isIn(scanner, at.journalcode)) {
      journal = this.#tally.journal(scanner.text(at.journalcode), scanner.text(at.journallib));
    }
    const writtenNumber = scanner.text(at.ecriturenum);
    this.#isByDocument = /^0*$/.test(writtenNumber);
    const entryNumber = this.#isByDocument ? `@${scanner.text(at.pieceref)}` : writtenNumber;
    this.#journalBytes.take(scanner, at.journalcode);
    this.#numberBytes.take(scanner, at.ecriturenum);
    this.#dateBytes.take(scanner, at.ecrituredate);
    this.#documentBytes.take(scanner, at.pieceref);
    const { code, isOpening } = journal.head;
    this.#head = {
      key: `${code}\n${entryNumber}\n${date}`,
      journalCode: code,
      entryNumber,
      date,
      isOpeningJournal: isOpening,
      print: Math.imul(scanner.hash(at.ecriturenum), 31) ^ scanner.hash(at.ecrituredate),
      journal,
      writtenNumber,
    };
    return this.#head;
  }
}

/** The bytes of a field of an earlier line. */
class FieldMemory {
  #bytes = new Uint8Array(32);
  #length = -1;

  take(scanner: FieldScanner, field: number): void {
    const length = scanner.lengthOf(field);
    if (length > this.#bytes.length) this.#bytes = new Uint8Array(length * 2);
    const start = scanner.starts[field] ?? 0;
    for (let at = 0; at < length; at += 1) this.#bytes[at] = scanner.buffer[start + at] as number;
    this.#length = length;
  }

  isIn(scanner: FieldScanner, field: number): boolean {
    return scanner.equals(field, this.#bytes, this.#length);
  }
}
