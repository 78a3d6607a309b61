/**
 * Document numbers in what a payer wrote: `VIR FA-2026-0012`, `fact 2026 0012`, `RF83FA202600123`.
 *
 * Words that follow one another are also tried together, since banks and payers cut numbers; a
 * number may stand without its letters. Numbers shorter than `NUMBER_MIN` name nothing.
 */
import { normaliseDocumentNumber } from '../interpretation/document-key.ts';
import { isCreditorReference } from '../message/creditor-reference.ts';

/** Signs that a number needs to be looked up. */
const NUMBER_MIN = 4;
/** What is left of a number whose beginning was cut. */
const CUT_MIN = 5;
/** Signs that its end may have lost: what is left would begin many numbers otherwise. */
const LOST_MAX = 3;
const JOINED_MAX = 3;
const WORDS_MAX = 120;

/** The words of a text that may be a number, alone and joined; each once, in their order. */
export function referenceWords(texts: readonly (string | null)[]): ReadonlySet<string> {
  const found = new Set<string>();
  for (const text of texts) {
    if (text === null) continue;
    const words = (text.toUpperCase().match(/[A-Z0-9]+/g) ?? []).slice(0, WORDS_MAX);
    for (let last = 0; last < words.length; last += 1) {
      let joined = '';
      for (let first = last; first >= 0 && first > last - JOINED_MAX; first -= 1) {
        joined = (words[first] as string) + joined;
        if (/[1-9]/.test(joined) && joined.length >= NUMBER_MIN) found.add(joined);
      }
    }
    if (isCreditorReference(text)) found.add(normaliseDocumentNumber(text).slice(4));
  }
  return found;
}

/** The digits of a number, without letters and leading zeros; '' where they are too few. */
export function digitsOf(number: string): string {
  const digits = number.replace(/[^0-9]+/g, '').replace(/^0+/, '');
  return digits.length >= NUMBER_MIN ? digits : '';
}

/** The shape of a number: `FA20260012` and `FA20260013` have the same. */
export function shapeOf(number: string): string {
  return number.replace(/[0-9]/g, '9');
}

/** What happened to a number: cut at an end, two neighbours swapped, one sign changed. */
export type NearKind = 'cut' | 'swapped' | 'changed';

/** How a word is this number but for what people and banks do to numbers; null where it is not. */
export function nearKindOf(number: string, word: string): NearKind | null {
  if (word.length < CUT_MIN || word === number) return null;
  const lost = number.length - word.length;
  if (lost > 0) {
    const isCut = number.endsWith(word) || (lost <= LOST_MAX && number.startsWith(word));
    return isCut ? 'cut' : null;
  }
  if (lost < 0) return null;
  let first = 0;
  while (word.charCodeAt(first) === number.charCodeAt(first)) first += 1;
  if (word.slice(first + 1) === number.slice(first + 1)) return 'changed';
  const isSwapped =
    word.charAt(first) === number.charAt(first + 1) &&
    word.charAt(first + 1) === number.charAt(first) &&
    word.slice(first + 2) === number.slice(first + 2);
  return isSwapped ? 'swapped' : null;
}
