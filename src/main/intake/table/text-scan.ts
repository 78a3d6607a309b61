/**
 * A first pass over a text file: its encoding, how its lines end, and samples from all over it.
 *
 * The encoding is judged on the parts that hold accents, wherever they stand: the first ten
 * thousand lines of an export are often pure ASCII. The samples matter for dates: the first lines
 * of a list in order of days may never leave the first twelve of a month.
 */
import { isAscii } from 'node:buffer';
import { type ByteSource, detectEncoding, lineEndOf, type TextEncoding } from '../text-source.ts';

export interface TextScan {
  readonly encoding: TextEncoding;
  readonly markBytes: number;
  readonly endsWithCr: boolean;
  /** The first bytes, byte-order mark included. */
  readonly head: Buffer;
  /** Parts from further on; each starts and ends anywhere inside a line. */
  readonly probes: readonly Buffer[];
  /** Nothing but blanks and line ends. */
  readonly isBlank: boolean;
}

const HEAD_BYTES = 256 * 1024;
const PROBE_BYTES = 16 * 1024;
const PROBES_MAX = 12;
const ACCENTED_BYTES_MAX = 1 << 20;

/** Reads the whole file once; a hundred megabytes take a tenth of a second. */
export async function scanText(source: ByteSource): Promise<TextScan> {
  const heads: Buffer[] = [];
  const accented: Buffer[] = [];
  const probes: Buffer[] = [];
  let headBytes = 0;
  let accentedBytes = 0;
  let at = 0;
  let nextProbe = HEAD_BYTES;
  const gap = Math.max(PROBE_BYTES, Math.floor(source.sizeBytes / PROBES_MAX));
  for await (const chunk of source.chunks()) {
    const bytes = Buffer.from(chunk.buffer, chunk.byteOffset, chunk.length);
    if (headBytes < HEAD_BYTES) {
      heads.push(Buffer.from(bytes.subarray(0, HEAD_BYTES - headBytes)));
      headBytes += heads.at(-1)?.length ?? 0;
    }
    if (accentedBytes < ACCENTED_BYTES_MAX && !isAscii(bytes)) {
      accented.push(Buffer.from(bytes.subarray(0, ACCENTED_BYTES_MAX - accentedBytes)));
      accentedBytes += bytes.length;
    }
    while (nextProbe < at + bytes.length && probes.length < PROBES_MAX) {
      const from = Math.max(0, nextProbe - at);
      probes.push(Buffer.from(bytes.subarray(from, from + PROBE_BYTES)));
      nextProbe += gap;
    }
    at += bytes.length;
  }
  const head = Buffer.concat(heads);
  return { ...encodingOf(head, accented), head, probes, ...lineForm(head) };
}

function encodingOf(
  head: Buffer,
  accented: readonly Buffer[],
): Pick<TextScan, 'encoding' | 'markBytes'> {
  const first = detectEncoding(head.subarray(0, 4096));
  if (first.markBytes > 0 || first.encoding.startsWith('utf-16')) return first;
  const letters = Buffer.concat(accented.map(withoutBrokenStart));
  const { encoding } = detectEncoding(letters.length > 0 ? letters : head);
  return { encoding, markBytes: 0 };
}

/** A part may begin in the middle of a UTF-8 character. */
function withoutBrokenStart(bytes: Buffer): Buffer {
  let start = 0;
  while (start < 3 && start < bytes.length && ((bytes[start] ?? 0) & 0xc0) === 0x80) start += 1;
  return start > 0 && start < bytes.length ? bytes.subarray(start) : bytes;
}

function lineForm(head: Buffer): Pick<TextScan, 'endsWithCr' | 'isBlank'> {
  return {
    endsWithCr: lineEndOf(head) === 'cr',
    isBlank: head.every((byte) => byte <= 0x20 || byte >= 0xef),
  };
}
