/**
 * The text of a bank file.
 *
 * A file of a bank says what its letters are written in, and is often wrong: OFX declares USASCII
 * and holds Windows-1252, or UTF-8. Valid UTF-8 is never an accident; otherwise the single-byte
 * encoding declared counts, then what French letters look like.
 */
import { isUtf8 } from 'node:buffer';
import { decodeText, detectEncoding } from '../text-source.ts';

const HEAD_CHARS = 2000;
/** A movement has a few lines of text; a damaged file may seem to have a million. */
const PARTS_MAX = 200;
const TEXT_MAX = 4000;
const WESTERN = /CHARSET:\s*(?:1252|8859-1)|encoding=["'](?:windows-1252|iso-8859-1)["']/i;

export function bankText(bytes: Uint8Array): string {
  const { encoding, markBytes } = detectEncoding(bytes, true);
  if (encoding === 'utf-16le' || encoding === 'utf-16be') return decodeText(bytes, encoding);
  const body = bytes.subarray(markBytes);
  if (isUtf8(body)) return decodeText(body, 'utf-8');
  const head = decodeText(body.subarray(0, HEAD_CHARS), 'windows-1252');
  return decodeText(body, WESTERN.test(head) ? 'windows-1252' : encoding);
}

/** One line of readable text: control characters and runs of blanks become one space. */
export function oneLine(text: string): string {
  return text
    .replace(/\u00ad/g, '-')
    .replace(/[\p{Cc}\p{Cf}\ufffd\s]+/gu, ' ')
    .trim();
}

/** The parts that say something, each once, in their order. */
export function joinedText(parts: readonly (string | null)[]): string {
  const clean = parts
    .slice(0, PARTS_MAX)
    .map((part) => oneLine(part ?? ''))
    .filter((part) => part !== '');
  return clean
    .filter((part, index) => !clean.some((other, at) => isSaidBy(part, index, other, at)))
    .join(' ')
    .slice(0, TEXT_MAX);
}

/** True where another part says the same words: a memo often begins with the name. */
function isSaidBy(part: string, index: number, other: string, at: number): boolean {
  if (index === at) return false;
  return other === part ? at < index : other.startsWith(`${part} `);
}

/** The references that say something, each once. */
export function references(texts: readonly (string | null | undefined)[]): string[] {
  const clean = texts.slice(0, PARTS_MAX).map((text) => oneLine(text ?? ''));
  return [...new Set(clean.filter((text) => text !== '' && !isFiller(text)))];
}

/** The text of a field, or null where it holds nothing but a filler. */
export function stated(text: string | null | undefined): string | null {
  const clean = oneLine(text ?? '');
  return clean === '' || isFiller(clean) ? null : clean;
}

function isFiller(text: string): boolean {
  return /^(NOTPROVIDED|NONREF|NON ?REF|[EK]REF|N\/?A|0+|.)$/iu.test(text);
}
