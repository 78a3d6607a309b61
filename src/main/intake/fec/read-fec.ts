/**
 * Reads a FEC (fichier des écritures comptables) as a stream.
 *
 * Every line of a 41x account goes to the sink, whatever the role of the account: roles are
 * proposed in the summary and confirmed by a person, then `domain/interpretation` applies them.
 * The file is read once, by chunks; memory grows with its accounts, customers and unbalanced
 * entries, not with its lines. Nothing is thrown for what stands in the file.
 */
import { isAscii } from 'node:buffer';
import type { LedgerLine, StatedCustomer } from '../../../shared/domain/statement/statement.ts';
import { daysBetween } from '../../../shared/kernel/calendar-date.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import type { FileRefused, LedgerSink, ReadingControl } from '../statement-sink.ts';
import { textChunks } from '../text-chunks.ts';
import {
  type ByteSource,
  decodeText,
  detectEncoding,
  type LineEnd,
  lineEndOf,
  looksBinary,
  type TextEncoding,
} from '../text-source.ts';
import { type Entry, EntryBook } from './entry-book.ts';
import { type FecLayout, readFecHeader } from './fec-columns.ts';
import { FecLines } from './fec-lines.ts';
import { type FecSummary, fecSummaryOf } from './fec-summary.ts';
import { FecTally } from './fec-tally.ts';
import { FieldScanner } from './field-scanner.ts';
import { readFecFileName } from './file-name.ts';
import { ProblemLog } from './problem-log.ts';

export interface FecOptions extends ReadingControl {
  /** Beginnings of the accounts to read as customers'; all of class 41 unless told. */
  readonly customerAccountPrefixes?: readonly string[];
  /** Currency of the books, ISO 4217; euro unless told. */
  readonly currency?: string;
}

const BATCH_LINES = 1000;

/** Reads the file to its end; the sink gets customers, lines, amendments and problems. */
export async function readFec(
  source: ByteSource,
  options: FecOptions,
  sink: LedgerSink,
): Promise<Result<FecSummary, FileRefused>> {
  let reading: FecReading | null = null;
  for await (const chunk of textChunks(source)) {
    if (reading === null) {
      const opened = openReading(chunk.bytes, source, options, sink);
      if (!opened.isDone) return opened;
      reading = opened.value;
      reading.encoding = chunk.headEncoding;
    }
    const refusal = reading.take(chunk.bytes);
    if (refusal !== null) return refused(refusal);
    options.onProgress?.(chunk.bytesRead, source.sizeBytes);
  }
  if (reading === null) return refused({ code: 'file_empty', value: source.fileName });
  return reading.finish();
}

function openReading(
  head: Uint8Array,
  source: ByteSource,
  options: FecOptions,
  sink: LedgerSink,
): Result<FecReading, FileRefused> {
  if (looksBinary(head)) return refused({ code: 'file_binary', value: source.fileName });
  const lineEnd = lineEndOf(head);
  const line = firstLine(head, lineEnd);
  if (line.trim() === '') return refused({ code: 'file_empty', value: source.fileName });
  const layout = readFecHeader(line);
  if (!layout.isDone) return layout;
  return done(new FecReading({ source, options, sink, layout: layout.value, lineEnd }));
}

/** The first line that is not blank. */
function firstLine(head: Uint8Array, lineEnd: LineEnd): string {
  const part = head.subarray(0, 16_384);
  const text = decodeText(part, detectEncoding(part).encoding);
  return text.split(lineEnd === 'cr' ? '\r' : '\n').find((line) => line.trim() !== '') ?? '';
}

interface ReadingParts {
  readonly source: ByteSource;
  readonly options: FecOptions;
  readonly sink: LedgerSink;
  readonly layout: FecLayout;
  readonly lineEnd: LineEnd;
}

class FecReading {
  encoding: TextEncoding = 'utf-8';
  readonly #parts: ReadingParts;
  readonly #scanner: FieldScanner;
  readonly #tally = new FecTally();
  readonly #problems: ProblemLog;
  readonly #book: EntryBook;
  readonly #lines: FecLines;
  #batch: LedgerLine[] = [];
  #isHeaderPassed = false;
  #isEncodingKnown = false;

  constructor(parts: ReadingParts) {
    this.#parts = parts;
    const { sink, layout, options } = parts;
    this.#scanner = new FieldScanner(layout.separator, {
      endsWithReturn: parts.lineEnd === 'cr',
      isQuoted: layout.isQuoted,
    });
    this.#problems = new ProblemLog((problem) => sink.problem(problem));
    this.#book = new EntryBook({
      line: (line) => this.#line(line),
      amend: (lineNumber, counterpart) => {
        if (lineNumber >= (this.#batch[0]?.lineNumber ?? Number.POSITIVE_INFINITY)) this.#flush();
        sink.amend(lineNumber, counterpart);
      },
      closed: (entry) => this.#closed(entry),
      repeated: (entry) => this.#entryProblem('entry_repeated', entry, nameOf(entry)),
    });
    this.#lines = new FecLines({
      scanner: this.#scanner,
      layout,
      tally: this.#tally,
      book: this.#book,
      problems: this.#problems,
      customerAccountPrefixes: options.customerAccountPrefixes ?? ['41'],
      currency: options.currency ?? 'EUR',
      customer: (customer: StatedCustomer) => sink.customer(customer),
    });
  }

  /** The next bytes; a refusal when the reading cannot go on. */
  take(bytes: Uint8Array): FileRefused | null {
    this.#learnEncoding(bytes);
    const { isCancelled } = this.#parts.options;
    const goesOn = this.#scanner.feed(bytes, () => {
      this.#read(false);
      return this.#scanner.lineNumber % BATCH_LINES !== 0 || isCancelled?.() !== true;
    });
    if (goesOn) return null;
    if (isCancelled?.() === true) return { code: 'cancelled', value: '' };
    return { code: 'line_too_long', value: String(this.#scanner.lineNumber + 1) };
  }

  finish(): Result<FecSummary, FileRefused> {
    this.#scanner.finish(() => {
      this.#read(true);
      return true;
    });
    this.#book.finish();
    this.#flush();
    if (this.#tally.totals.linesRead === 0) {
      return refused({ code: 'file_without_lines', value: this.#parts.source.fileName });
    }
    this.#fileProblems();
    this.#problems.finish();
    return done(
      fecSummaryOf(this.#tally, {
        encoding: this.encoding,
        lineEnd: this.#parts.lineEnd,
        layout: this.#parts.layout,
        fileName: this.#parts.source.fileName,
        customerCount: this.#lines.customerCount,
        problemCounts: this.#problems.counts(),
      }),
    );
  }

  #read(isCut: boolean): void {
    if (this.#isHeaderPassed) {
      this.#lines.read(isCut);
      return;
    }
    this.#isHeaderPassed = !this.#scanner.isBlank();
  }

  /** The first bytes beyond ASCII tell the encoding; until then there is nothing to decode. */
  #learnEncoding(bytes: Uint8Array): void {
    if (this.#isEncodingKnown || isAscii(bytes)) return;
    this.#isEncodingKnown = true;
    if (this.encoding === 'utf-16le' || this.encoding === 'utf-16be') return;
    const { encoding, isCertain } = detectEncoding(bytes);
    this.encoding = encoding;
    this.#scanner.setEncoding(encoding);
    if (!isCertain) this.#fileProblem('encoding_uncertain', encoding);
  }

  #line(line: LedgerLine): void {
    this.#batch.push(line);
    if (line.isOpening) this.#tally.openingLineCount += 1;
    if (this.#batch.length >= BATCH_LINES) this.#flush();
  }

  #flush(): void {
    if (this.#batch.length === 0) return;
    this.#parts.sink.lines(this.#batch);
    this.#batch = [];
  }

  #closed(entry: Entry): void {
    this.#tally.closed(entry);
    if (entry.differenceCents === 0) return;
    const euros = (entry.differenceCents / 100).toFixed(2);
    this.#entryProblem('entry_unbalanced', entry, `${nameOf(entry)} : ${euros}`);
  }

  #entryProblem(code: string, entry: Entry, value: string): void {
    const lineNumber = entry.lines[0]?.lineNumber ?? 0;
    this.#problems.add({ lineNumber, columnName: null, code, value, severity: 'warning' });
  }

  #fileProblem(code: string, value: string): void {
    this.#problems.add({ lineNumber: 0, columnName: null, code, value, severity: 'warning' });
  }

  #fileProblems(): void {
    const { layout, source } = this.#parts;
    const { lastDate, fileDebitCents, fileCreditCents } = this.#tally;
    if (layout.absentColumns.length > 0) {
      this.#fileProblem('columns_absent', layout.absentColumns.join(', '));
    }
    if (this.#scanner.undecodableCount > 0) {
      this.#fileProblem('encoding_mixed', String(this.#scanner.undecodableCount));
    }
    const { closingDate } = readFecFileName(source.fileName);
    // A year may close up to a month after its last entry, or be exported before its end.
    if (closingDate !== null && lastDate !== null) {
      const days = daysBetween(lastDate, closingDate);
      if (days < -31 || days > 400) this.#fileProblem('file_name_period', closingDate);
    }
    const difference = fileDebitCents - fileCreditCents;
    if (difference !== 0) this.#fileProblem('file_unbalanced', (difference / 100).toFixed(2));
  }
}

function nameOf(entry: Entry): string {
  return `${entry.head.journalCode} ${entry.head.entryNumber} ${entry.head.date}`;
}
