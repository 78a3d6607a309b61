/**
 * Reads a FEC (fichier des écritures comptables) as a stream.
 *
 * Every line of a 41x account goes to the sink, whatever the role of the account: roles are
 * proposed in the summary and confirmed by a person, then `domain/interpretation` applies them.
 * The file is read once, by chunks; memory grows with its accounts, customers and unbalanced
 * entries, not with its lines. Nothing is thrown for what stands in the file.
 */
import { isAscii } from 'node:buffer';
import { type CalendarDate, daysBetween } from '../../../shared/kernel/calendar-date.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import { binaryKindOf, refusalOfBinary } from '../file-kind.ts';
import { BATCH_LINES, LedgerOutput } from '../ledger-output.ts';
import type { LedgerFileSummary } from '../ledger-summary.ts';
import type { FileRefused, LedgerSink, ReadingControl } from '../statement-sink.ts';
import { type TextChunk, textChunks } from '../text-chunks.ts';
import {
  type ByteSource,
  decodeText,
  detectEncoding,
  type LineEnd,
  lineEndOf,
  type TextEncoding,
} from '../text-source.ts';
import { type FecLayout, fecHeaderMatch, readFecHeader } from './fec-columns.ts';
import { FecLines } from './fec-lines.ts';
import { FieldScanner } from './field-scanner.ts';
import { readFecFileName } from './file-name.ts';

export interface FecOptions extends ReadingControl {
  /** Beginnings of the accounts to read as customers'; all of class 41 unless told. */
  readonly customerAccountPrefixes?: readonly string[];
  /** Currency of the books, ISO 4217; euro unless told. */
  readonly currency?: string;
}

/** Reads the file to its end; the sink gets customers, lines, amendments and problems. */
export async function readFec(
  source: ByteSource,
  options: FecOptions,
  sink: LedgerSink,
): Promise<Result<LedgerFileSummary, FileRefused>> {
  let reading: FecReading | null = null;
  for await (const chunk of textChunks(source)) {
    if (reading === null) {
      const opened = openReading(chunk, source, options, sink);
      if (!opened.isDone) return opened;
      reading = opened.value;
    }
    const refusal = reading.take(chunk.bytes);
    if (refusal !== null) return refused(refusal);
    options.onProgress?.(chunk.bytesRead, source.sizeBytes);
  }
  if (reading === null) return refused({ code: 'file_empty', value: source.fileName });
  return reading.finish();
}

function openReading(
  head: TextChunk,
  source: ByteSource,
  options: FecOptions,
  sink: LedgerSink,
): Result<FecReading, FileRefused> {
  const binary = binaryKindOf(head.bytes);
  if (binary !== null) {
    return refused({ code: refusalOfBinary(binary), value: source.fileName });
  }
  const lineEnd = lineEndOf(head.bytes);
  const header = findHeader(head.bytes, lineEnd);
  if (!header.isDone) return header;
  const { layout, lineNumber } = header.value;
  const { headEncoding } = head;
  const parts = { source, options, sink, layout, lineEnd, headEncoding, headerLine: lineNumber };
  return done(new FecReading(parts));
}

/** The header is the first line that looks like one; a title may stand before it. */
function findHeader(
  head: Uint8Array,
  lineEnd: LineEnd,
): Result<{ layout: FecLayout; lineNumber: number }, FileRefused> {
  const part = head.subarray(0, HEADER_BYTES);
  const { encoding, isCertain } = detectEncoding(part);
  const lines = decodeText(part, encoding).split(lineEnd === 'cr' ? '\r' : '\n');
  const first = lines.findIndex((line) => line.trim() !== '');
  if (first < 0) return refused({ code: 'file_empty', value: '' });
  const found = lines
    .slice(0, first + TITLE_LINES_MAX)
    .findIndex((line) => fecHeaderMatch(line).known >= 4);
  const at = found < 0 ? first : found;
  const layout = readFecHeader(lines[at] ?? '');
  if (layout.isDone) {
    const isQuoted = layout.value.isQuoted || startsQuoted(lines[at + 1], layout.value.separator);
    return done({ layout: { ...layout.value, isQuoted }, lineNumber: at + 1 });
  }
  // Letters of another alphabet all over: the words of the header may be there, unreadable.
  if (found < 0 && !isCertain) return refused({ code: 'encoding_unknown', value: encoding });
  return layout;
}

/** True where the first cell of the first entry stands between quotes, its header or not. */
function startsQuoted(line: string | undefined, separator: string): boolean {
  return /^\s*".*"\s*$/.test(line?.split(separator)[0] ?? '');
}

/** Enough for a header and a few lines of title. */
const HEADER_BYTES = 16_384;
const TITLE_LINES_MAX = 10;

interface ReadingParts {
  readonly source: ByteSource;
  readonly options: FecOptions;
  readonly sink: LedgerSink;
  readonly layout: FecLayout;
  readonly lineEnd: LineEnd;
  readonly headEncoding: TextEncoding;
  /** Line of the file that holds the header, from 1. */
  readonly headerLine: number;
}

class FecReading {
  readonly #parts: ReadingParts;
  readonly #scanner: FieldScanner;
  readonly #output: LedgerOutput;
  readonly #lines: FecLines;
  #encoding: TextEncoding;
  #isEncodingKnown: boolean;

  constructor(parts: ReadingParts) {
    this.#parts = parts;
    const { layout, options, headEncoding } = parts;
    this.#encoding = headEncoding;
    this.#isEncodingKnown = headEncoding === 'utf-16le' || headEncoding === 'utf-16be';
    this.#scanner = new FieldScanner(layout.separator, {
      endsWithReturn: parts.lineEnd === 'cr',
      isQuoted: layout.isQuoted,
    });
    this.#output = new LedgerOutput(parts.sink);
    this.#lines = new FecLines({
      scanner: this.#scanner,
      layout,
      output: this.#output,
      customerAccountPrefixes: options.customerAccountPrefixes ?? ['41'],
      currency: options.currency ?? 'EUR',
    });
  }

  /** The next bytes; a refusal when the reading cannot go on. */
  take(bytes: Uint8Array): FileRefused | null {
    this.#learnEncoding(bytes);
    const isStopped = () => this.#parts.options.isCancelled?.() === true;
    const goesOn = this.#scanner.feed(bytes, () => {
      this.#read(false);
      return this.#scanner.lineNumber % BATCH_LINES !== 0 || !isStopped();
    });
    if (goesOn) return null;
    if (isStopped()) return { code: 'cancelled', value: '' };
    return { code: 'line_too_long', value: String(this.#scanner.lineNumber + 1) };
  }

  finish(): Result<LedgerFileSummary, FileRefused> {
    this.#scanner.finish(() => {
      this.#read(true);
      return true;
    });
    this.#lines.finish();
    const { layout, source, lineEnd } = this.#parts;
    const { siren, closingDate } = readFecFileName(source.fileName);
    if (this.#output.tally.totals.linesRead === 0) {
      return refused({ code: 'file_without_lines', value: source.fileName });
    }
    this.#tellOfFile(closingDate);
    const summary = this.#output.finish({
      format: 'fec',
      encoding: this.#encoding,
      lineEnd,
      separator: layout.separator,
      variant: layout.variant,
      columnNames: layout.columnNames,
      absentColumns: layout.absentColumns,
      siren,
      closingDate,
    });
    return done(summary);
  }

  #read(isCut: boolean): void {
    if (this.#scanner.lineNumber > this.#parts.headerLine) this.#lines.read(isCut);
  }

  /** The first bytes beyond ASCII tell the encoding; until then there is nothing to decode. */
  #learnEncoding(bytes: Uint8Array): void {
    if (this.#isEncodingKnown || isAscii(bytes)) return;
    this.#isEncodingKnown = true;
    const { encoding, isCertain } = detectEncoding(bytes);
    this.#encoding = encoding;
    this.#scanner.setEncoding(encoding);
    if (!isCertain) this.#output.fileProblem('encoding_uncertain', encoding);
  }

  #tellOfFile(closingDate: CalendarDate | null): void {
    const { absentColumns } = this.#parts.layout;
    if (absentColumns.length > 0) {
      this.#output.fileProblem('columns_absent', absentColumns.join(', '));
    }
    const { undecodableCount } = this.#scanner;
    if (undecodableCount > 0) this.#output.fileProblem('encoding_mixed', String(undecodableCount));
    const { lastDate } = this.#output.tally;
    if (closingDate === null || lastDate === null) return;
    // A year may be exported before its end, and holds nothing after its closing.
    const days = daysBetween(lastDate, closingDate);
    if (days < 0 || days > DAYS_BEFORE_CLOSING_MAX) {
      this.#output.fileProblem('file_name_period', closingDate);
    }
  }
}

/** A year may last up to 24 months after a creation. */
const DAYS_BEFORE_CLOSING_MAX = 740;
