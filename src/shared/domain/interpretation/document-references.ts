/**
 * Which documents a label or a reference names: « VIR MARTIN FA 220061 », `0220036`, « F,14/01 ».
 *
 * A document is found by its whole number, or by its longest run of digits without leading zeros
 * where that has at least `CORE_DIGITS_MIN` digits and belongs to one document only.
 */
import { normaliseDocumentNumber } from './document-key.ts';
import type { Position } from './settlement-book.ts';

const CORE_DIGITS_MIN = 4;

/** Items by the names they may be called by; null where a name is that of several documents. */
export type DocumentIndex = ReadonlyMap<string, readonly Position[] | null>;

export function documentIndexOf(items: readonly Position[]): DocumentIndex {
  const index = new Map<string, Position[] | null>();
  for (const position of items) {
    if (position.documentKey === '') continue;
    add(index, position.documentKey, position);
    const core = coreOf(position.documentKey);
    if (core !== null && core !== position.documentKey) add(index, core, position);
  }
  return index;
}

function add(index: Map<string, Position[] | null>, name: string, position: Position): void {
  const known = index.get(name);
  if (known === undefined) index.set(name, [position]);
  else if (known !== null && known[0]?.documentKey === position.documentKey) known.push(position);
  else index.set(name, null);
}

/** Items that a credit names, each once, in the order named. */
export function namedBy(index: DocumentIndex, credit: Position): Position[] {
  const named = new Set<Position>();
  if (index.size === 0) return [];
  const collect = (name: string) => {
    for (const position of index.get(name) ?? []) named.add(position);
  };
  if (credit.documentKey !== '') collectNames([credit.documentKey], collect);
  collectNames(credit.label.toUpperCase().match(/[A-Z0-9]+/g) ?? [], collect);
  named.delete(credit);
  return [...named];
}

function collectNames(tokens: readonly string[], collect: (name: string) => void): void {
  let previous = '';
  for (const token of tokens) {
    if (/\d/.test(token)) {
      collect(token);
      collect(previous + token);
      const core = coreOf(token);
      if (core !== null) collect(core);
    }
    previous = token;
  }
}

function coreOf(documentKey: string): string | null {
  let longest = '';
  for (const run of normaliseDocumentNumber(documentKey).match(/[0-9]+/g) ?? []) {
    const digits = run.replace(/^0+/, '');
    if (digits.length > longest.length) longest = digits;
  }
  return longest.length >= CORE_DIGITS_MIN ? longest : null;
}
