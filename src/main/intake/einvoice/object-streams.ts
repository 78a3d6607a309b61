/**
 * Whether the compressed objects of a PDF stay within a limit.
 *
 * The library that opens a PDF inflates its object streams and cross-reference streams before
 * anything can be asked of it, and without a limit. They are inflated here first, within one: a
 * file that passes has at most so much to inflate. Pages and pictures are never inflated at all.
 */
import { inflateSync } from 'node:zlib';

/** Of a thousand-page document, a few megabytes. */
export const OBJECT_BYTES_MAX = 64_000_000;
const KINDS = /\/(ObjStm|XRef)(?![A-Za-z])/;

/** The word inside one object; more of it is text, and no dictionary. */
const WORDS_MAX = 50;

export function inflatesWithin(bytes: Uint8Array, limit: number = OBJECT_BYTES_MAX): boolean {
  const file = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length);
  let left = limit;
  let head = 0;
  let words = 0;
  for (let at = file.indexOf('stream'); at !== -1; at = file.indexOf('stream', at + 6)) {
    if (file.toString('latin1', Math.max(0, at - 3), at) === 'end') {
      head = at;
      words = 0;
      continue;
    }
    words += 1;
    if (words > WORDS_MAX) continue;
    const dictionary = plainNames(file.toString('latin1', head, at));
    if (!KINDS.test(dictionary)) continue;
    if (words === WORDS_MAX) return false;
    const filters = dictionary.match(/\/[A-Za-z0-9]*Decode(?![A-Za-z])/g) ?? [];
    if (filters.length === 0) continue;
    if (filters.join() !== '/FlateDecode') return false;
    const size = inflatedSize(file.subarray(dataStart(file, at)), left);
    if (size === null) return false;
    left -= size;
  }
  return true;
}

/** `#4f` is a way to write a letter of a name. */
function plainNames(text: string): string {
  return text.replace(/#([0-9a-f]{2})/gi, (_all, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

/** After `stream` and its end of line. */
function dataStart(file: Buffer, at: number): number {
  const end = at + 6;
  if (file[end] === 0x0d) return file[end + 1] === 0x0a ? end + 2 : end + 1;
  return file[end] === 0x0a ? end + 1 : end;
}

/** Null beyond the limit; what does not inflate gives nothing to hold. */
function inflatedSize(data: Buffer, limit: number): number | null {
  if (limit <= 0) return null;
  try {
    return inflateSync(data, { maxOutputLength: limit }).length;
  } catch (error) {
    const isTooLarge = error instanceof RangeError;
    return isTooLarge ? null : 0;
  }
}
