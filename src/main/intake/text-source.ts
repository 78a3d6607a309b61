/**
 * Files of text whose encoding nobody wrote down.
 *
 * French packages write UTF-8, Windows-1252, ISO-8859-15, code page 850 (programs born under DOS)
 * and, rarely, UTF-16 or Mac Roman. Valid UTF-8 is never an accident. Among the single-byte
 * encodings the bytes of French accented letters do not overlap, so that counting them tells:
 * `é` is E9 in Windows, 82 in DOS, 8E on a Mac. `chardet` votes only where these say nothing.
 */
import { isAscii, isUtf8 } from 'node:buffer';
import { createReadStream } from 'node:fs';
import { stat } from 'node:fs/promises';
import path from 'node:path';
import chardet from 'chardet';
import iconv from 'iconv-lite';

/** Bytes of a file, to be read once from start to end. */
export interface ByteSource {
  readonly fileName: string;
  readonly sizeBytes: number;
  chunks(): AsyncIterable<Uint8Array>;
}

const CHUNK_BYTES = 1 << 20;

/** A file of the disk, in chunks of one mebibyte. `fileName` is the user's name for it. */
export async function fileSource(filePath: string, fileName?: string): Promise<ByteSource> {
  const { size } = await stat(filePath);
  return {
    fileName: fileName ?? path.basename(filePath),
    sizeBytes: size,
    chunks: () => createReadStream(filePath, { highWaterMark: CHUNK_BYTES }),
  };
}

/** Bytes already in memory; `chunkBytes` cuts them as a stream would. */
export function bytesSource(
  bytes: Uint8Array,
  fileName: string,
  chunkBytes = CHUNK_BYTES,
): ByteSource {
  return {
    fileName,
    sizeBytes: bytes.length,
    async *chunks() {
      for (let at = 0; at < bytes.length; at += chunkBytes) {
        yield bytes.subarray(at, Math.min(at + chunkBytes, bytes.length));
      }
    },
  };
}

export const TEXT_ENCODINGS = [
  'utf-8',
  'utf-16le',
  'utf-16be',
  'windows-1252',
  'iso-8859-15',
  'cp850',
  'macintosh',
] as const;
export type TextEncoding = (typeof TEXT_ENCODINGS)[number];

export interface DetectedEncoding {
  readonly encoding: TextEncoding;
  /** Bytes of the byte-order mark to skip, 0 to 3. */
  readonly markBytes: number;
  /** False where the bytes look French in no encoding: names may come out garbled. */
  readonly isCertain: boolean;
}

/** French letters and signs as single bytes; no two lists share a frequent letter. */
const WINDOWS_FRENCH = bytesOf('éèêëàâäçîïôöùûüÉÈÊÀÂÇÎÔ°«»€’œ–\u00a0', 'windows-1252');
const DOS_FRENCH = bytesOf('éèêëàâäçîïôöùûüÉÇ°«»\u00a0', 'cp850');
const MAC_FRENCH = bytesOf('éèêëàâäçîïôöùûüÉÀÇ', 'macintosh');

function bytesOf(letters: string, encoding: string): ReadonlySet<number> {
  return new Set(iconv.encode(letters, encoding));
}

/**
 * The encoding of a text from a part of it. `isWhole` is false when the part may end inside a
 * character. A pure ASCII part is reported as UTF-8.
 */
export function detectEncoding(sample: Uint8Array, isWhole = false): DetectedEncoding {
  if (startsWith(sample, [0xef, 0xbb, 0xbf])) return certain('utf-8', 3);
  if (startsWith(sample, [0xff, 0xfe])) return certain('utf-16le', 2);
  if (startsWith(sample, [0xfe, 0xff])) return certain('utf-16be', 2);
  const wide = wideEncodingOf(sample);
  if (wide !== null) return certain(wide, 0);
  if (isAscii(sample)) return certain('utf-8', 0);
  const complete = isWhole ? sample : withoutBrokenEnd(sample);
  if (isUtf8(complete) || isMostlyUtf8(complete)) return certain('utf-8', 0);
  return singleByteEncodingOf(sample);
}

function certain(encoding: TextEncoding, markBytes: number): DetectedEncoding {
  return { encoding, markBytes, isCertain: true };
}

function startsWith(bytes: Uint8Array, mark: readonly number[]): boolean {
  return mark.every((byte, index) => bytes[index] === byte);
}

/** UTF-16 without its mark: in a text of Latin letters every other byte is nought. */
function wideEncodingOf(sample: Uint8Array): TextEncoding | null {
  const length = Math.min(sample.length, 400) & ~1;
  if (length < 8) return null;
  let even = 0;
  let odd = 0;
  for (let at = 0; at < length; at += 2) {
    if (sample[at] === 0) even += 1;
    if (sample[at + 1] === 0) odd += 1;
  }
  const most = length * 0.4;
  if (odd > most && even === 0) return 'utf-16le';
  return even > most && odd === 0 ? 'utf-16be' : null;
}

/** Drops a multi-byte character cut by the end of the part. */
function withoutBrokenEnd(sample: Uint8Array): Uint8Array {
  let at = sample.length;
  for (let back = 1; back <= 3 && back <= sample.length; back += 1) {
    const byte = sample[sample.length - back] ?? 0;
    if (byte >= 0xc0) {
      at = sample.length - back;
      break;
    }
    if (byte < 0x80) break;
  }
  return sample.subarray(0, at);
}

/** A few cells pasted from elsewhere do not make another encoding of the whole. */
function isMostlyUtf8(sample: Uint8Array): boolean {
  const letters =
    Buffer.from(sample)
      .toString('utf8')
      .match(/[^\0-\x7f]/gu) ?? [];
  const broken = letters.filter((letter) => letter === '\ufffd').length;
  return broken * 20 <= letters.length;
}

function singleByteEncodingOf(sample: Uint8Array): DetectedEncoding {
  const counts = new Uint32Array(256);
  for (const byte of sample) counts[byte] = (counts[byte] ?? 0) + 1;
  let high = 0;
  for (let byte = 0x80; byte < 0x100; byte += 1) high += counts[byte] ?? 0;
  const share = (letters: ReadonlySet<number>) => {
    let found = 0;
    for (const byte of letters) if (byte >= 0x80) found += counts[byte] ?? 0;
    return found / high;
  };
  const windows = share(WINDOWS_FRENCH);
  const dos = share(DOS_FRENCH);
  const mac = share(MAC_FRENCH);
  const best = Math.max(windows, dos, mac);
  if (best < 0.5) return { ...guessOfLibrary(sample), isCertain: false };
  if (dos === best && dos > windows) return certain('cp850', 0);
  if (mac === best && mac > windows) return certain('macintosh', 0);
  return certain(hasControlRange(counts) ? 'windows-1252' : 'iso-8859-15', 0);
}

/** 80 to 9F are unused in ISO-8859-15 and letters, quotes and the euro sign in Windows-1252. */
function hasControlRange(counts: Uint32Array): boolean {
  for (let byte = 0x80; byte < 0xa0; byte += 1) if ((counts[byte] ?? 0) > 0) return true;
  return false;
}

function guessOfLibrary(sample: Uint8Array): { encoding: TextEncoding; markBytes: number } {
  const name = chardet.detect(sample)?.toLowerCase() ?? '';
  const known = TEXT_ENCODINGS.find((encoding) => encoding === name);
  return { encoding: known ?? 'windows-1252', markBytes: 0 };
}

/** The text of some bytes; what cannot be decoded becomes U+FFFD. */
export function decodeText(bytes: Uint8Array, encoding: TextEncoding): string {
  return iconv.decode(Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length), encoding, {
    stripBOM: true,
  });
}

/** True for content that is no text at all: control characters that no text file holds. */
export function looksBinary(sample: Uint8Array): boolean {
  const { encoding } = detectEncoding(sample);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return false;
  let controls = 0;
  for (const byte of sample) {
    // Tab, line ends, form feed and the DOS end of file are met in texts; Escape is not.
    if (byte < 9 || (byte > 13 && byte < 32 && byte !== 26)) controls += 1;
  }
  return controls > sample.length / 200;
}

export type LineEnd = 'lf' | 'crlf' | 'crcrlf' | 'cr';

/** How the lines of a text end, from its first line end. */
export function lineEndOf(sample: Uint8Array): LineEnd {
  const feed = sample.indexOf(0x0a);
  if (feed < 0) return sample.includes(0x0d) ? 'cr' : 'lf';
  if (sample[feed - 1] !== 0x0d) return 'lf';
  return sample[feed - 2] === 0x0d ? 'crcrlf' : 'crlf';
}

/** The lines of a text whatever ends them, without empty ones at the end. */
export function splitLines(text: string): string[] {
  const lines = text.includes('\n') ? text.split(/\r*\n/) : text.split('\r');
  while (lines.length > 0 && (lines.at(-1) ?? '').trim() === '') lines.pop();
  return lines;
}
