/**
 * Cuts a stream of bytes into lines and fields without making a string of what nobody reads.
 *
 * A FEC has no quoting, and nine lines in ten of a large one are not a customer's: fields are
 * offsets into the chunk, decoded one by one on demand. Line feed ends a line, whatever carriage
 * returns stand before it; a text without any line feed is cut at carriage returns.
 */
import iconv from 'iconv-lite';
import type { TextEncoding } from '../text-source.ts';

const FEED = 0x0a;
const RETURN = 0x0d;
const BLANK = 0x20;
const QUOTE = 0x22;
const FNV_START = 0x811c9dc5 | 0;
const FNV_PRIME = 0x01000193;
/** More fields than any export has; a line beyond is cut there and reported as too long. */
const FIELDS_MAX = 128;
/** A line longer than this is no line of a text file. */
export const LINE_BYTES_MAX = 1 << 20;

export class FieldScanner {
  buffer: Buffer = Buffer.alloc(0);
  /** Bounds of the current line in `buffer`. */
  lineStart = 0;
  lineEnd = 0;
  fieldCount = 0;
  /** Bounds of field `n` of the current line: `starts[n]` to `ends[n]`. */
  readonly starts = new Int32Array(FIELDS_MAX + 1);
  readonly ends = new Int32Array(FIELDS_MAX + 1);
  /** 1 for the first line of the stream. */
  lineNumber = 0;
  /** Fields that were no valid UTF-8 in a file that is. */
  undecodableCount = 0;

  #encoding: TextEncoding = 'utf-8';
  #table: readonly string[] = [];
  #isLineAscii = true;
  #line: string | null = null;
  readonly #separator: number;
  readonly #lineByte: number;
  readonly #isQuoted: boolean;
  #carry: Buffer | null = null;

  constructor(separator: string, options: { endsWithReturn: boolean; isQuoted: boolean }) {
    this.#separator = separator.charCodeAt(0);
    this.#lineByte = options.endsWithReturn ? RETURN : FEED;
    this.#isQuoted = options.isQuoted;
  }

  /** The encoding of fields decoded from now on; UTF-8 until told. Never UTF-16. */
  setEncoding(encoding: TextEncoding): void {
    this.#encoding = encoding;
    this.#table = encoding === 'utf-8' ? [] : tableOf(encoding);
  }

  /**
   * Takes the next bytes and calls `onLine` for each line they complete. The bounds hold during
   * the call only. Returns false as soon as `onLine` does, or when a line never ends.
   */
  feed(chunk: Uint8Array, onLine: () => boolean): boolean {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    const buffer = this.#carry === null ? bytes : Buffer.concat([this.#carry, bytes]);
    let start = 0;
    for (;;) {
      const end = buffer.indexOf(this.#lineByte, start);
      if (end < 0) break;
      this.buffer = buffer;
      this.lineNumber += 1;
      this.#cut(start, end);
      if (!onLine()) return false;
      start = end + 1;
    }
    this.#carry = start < buffer.length ? buffer.subarray(start) : null;
    return buffer.length - start <= LINE_BYTES_MAX;
  }

  /** The last line, where no line end follows it. True when there was one. */
  finish(onLine: () => boolean): boolean {
    const rest = this.#carry;
    this.#carry = null;
    if (rest === null) return false;
    this.buffer = rest;
    this.lineNumber += 1;
    this.#cut(0, rest.length);
    onLine();
    return true;
  }

  /** Makes these bytes the current line, in the place of the one being read. */
  replaceLine(line: Buffer): void {
    this.buffer = line;
    this.#cut(0, line.length);
  }

  /** Joins a field with the `count` that follow it; the function returned takes it back. */
  join(field: number, count: number): () => void {
    const { starts, ends, fieldCount } = this;
    const before = { starts: starts.slice(0, fieldCount), ends: ends.slice(0, fieldCount) };
    ends[field] = ends[field + count] as number;
    starts.copyWithin(field + 1, field + count + 1, fieldCount);
    ends.copyWithin(field + 1, field + count + 1, fieldCount);
    this.fieldCount = fieldCount - count;
    return () => {
      starts.set(before.starts);
      ends.set(before.ends);
      this.fieldCount = fieldCount;
    };
  }

  /** True when the line holds nothing but blanks and separators. */
  isBlank(): boolean {
    for (let field = 0; field < this.fieldCount; field += 1) {
      if (!this.isFieldBlank(field)) return false;
    }
    return true;
  }

  isFieldBlank(field: number): boolean {
    if (field < 0 || field >= this.fieldCount) return true;
    const end = this.ends[field] ?? 0;
    for (let at = this.starts[field] ?? 0; at < end; at += 1) {
      const byte = this.buffer[at] ?? 0;
      if (byte > BLANK && byte !== 0x1a) return false;
    }
    return true;
  }

  /** A field without the blanks around it; empty where the line has no such field. */
  text(field: number): string {
    if (field < 0 || field >= this.fieldCount) return '';
    let start = this.starts[field] as number;
    let end = this.ends[field] as number;
    const buffer = this.buffer;
    while (start < end && (buffer[start] as number) <= BLANK) start += 1;
    while (end > start && (buffer[end - 1] as number) <= BLANK) end -= 1;
    if (start === end) return '';
    const text = this.#decode(start, end);
    return this.#isQuoted ? unquoted(text) : text;
  }

  /** A number equal for equal bytes of a field (FNV-1a, 32 bits, signed). */
  hash(field: number): number {
    if (field < 0 || field >= this.fieldCount) return 0;
    const buffer = this.buffer;
    const end = this.ends[field] as number;
    let hash = FNV_START;
    for (let at = this.starts[field] as number; at < end; at += 1) {
      hash = Math.imul(hash ^ (buffer[at] as number), FNV_PRIME);
    }
    return hash;
  }

  /** How many bytes a field has, blanks included; 0 where the line has no such field. */
  lengthOf(field: number): number {
    if (field < 0 || field >= this.fieldCount) return 0;
    return (this.ends[field] as number) - (this.starts[field] as number);
  }

  /** The bytes of a field as they stand, blanks included. */
  copy(field: number): Uint8Array {
    const start = this.starts[field] ?? 0;
    return Uint8Array.from(this.buffer.subarray(start, start + this.lengthOf(field)));
  }

  /** True when a field has exactly the first `length` of these bytes. */
  equals(field: number, bytes: Uint8Array, length = bytes.length): boolean {
    if (this.lengthOf(field) !== length) return false;
    const start = this.starts[field] as number;
    const buffer = this.buffer;
    for (let at = 0; at < length; at += 1) {
      if (buffer[start + at] !== bytes[at]) return false;
    }
    return true;
  }

  /** The line as it stands, for problems; cut at 400 bytes. */
  lineText(): string {
    return this.#decode(this.lineStart, Math.min(this.lineEnd, this.lineStart + 400));
  }

  /**
   * Where a byte is a character, the line is made a string once and its fields are slices of it;
   * that is three times as fast as a string for each field.
   */
  #decode(start: number, end: number): string {
    if (this.#isLineAscii || this.#encoding !== 'utf-8') {
      this.#line ??= this.#wholeLine();
      return this.#line.slice(start - this.lineStart, end - this.lineStart);
    }
    const text = this.buffer.toString('utf8', start, end);
    if (!text.includes('\ufffd')) return text.trim();
    this.undecodableCount += 1;
    return iconv.decode(this.buffer.subarray(start, end), 'windows-1252').trim();
  }

  #wholeLine(): string {
    const line = this.buffer.toString('latin1', this.lineStart, this.lineEnd);
    if (this.#isLineAscii) return line;
    const table = this.#table;
    return line.replace(/[\x80-\xff]/g, (letter) => table[letter.charCodeAt(0) - 0x80] ?? letter);
  }

  #cut(start: number, lineEnd: number): void {
    const buffer = this.buffer;
    let end = lineEnd;
    while (end > start && (buffer[end - 1] === RETURN || buffer[end - 1] === FEED)) end -= 1;
    this.lineStart = start;
    this.lineEnd = end;
    this.#line = null;
    if (this.#isQuoted) this.#cutQuoted(start, end);
    else this.#cutPlain(start, end);
  }

  #cutPlain(start: number, end: number): void {
    const { buffer, starts, ends } = this;
    const separator = this.#separator;
    let count = 0;
    let seen = 0;
    starts[0] = start;
    for (let at = start; at < end; at += 1) {
      const byte = buffer[at] as number;
      seen |= byte;
      if (byte === separator && count < FIELDS_MAX) {
        ends[count] = at;
        count += 1;
        starts[count] = at + 1;
      }
    }
    ends[count] = end;
    this.fieldCount = count + 1;
    this.#isLineAscii = seen < 0x80;
  }

  /** As `#cutPlain`, where a separator between quotes belongs to the field. */
  #cutQuoted(start: number, end: number): void {
    this.#cutPlain(start, end);
    const { buffer, starts, ends } = this;
    let count = 0;
    let isInside = false;
    for (let at = start; at < end; at += 1) {
      const byte = buffer[at];
      if (byte === QUOTE) {
        // A quote opens a field at its start and closes it at its end; elsewhere it is a letter.
        if (!isInside) isInside = at === starts[count];
        else if (buffer[at + 1] === QUOTE) at += 1;
        else isInside = at + 1 !== end && buffer[at + 1] !== this.#separator;
      } else if (byte === this.#separator && !isInside && count < FIELDS_MAX) {
        ends[count] = at;
        count += 1;
        starts[count] = at + 1;
      }
    }
    ends[count] = end;
    this.fieldCount = count + 1;
  }
}

function unquoted(text: string): string {
  if (text.length < 2 || !text.startsWith('"') || !text.endsWith('"')) return text;
  return text.slice(1, -1).replaceAll('""', '"').trim();
}

/** What bytes 80 to FF stand for. */
function tableOf(encoding: TextEncoding): string[] {
  const bytes = Buffer.from(Array.from({ length: 128 }, (_, index) => index + 0x80));
  return [...iconv.decode(bytes, encoding)];
}
