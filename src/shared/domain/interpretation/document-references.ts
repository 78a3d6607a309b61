/**
 * Which documents a label or a reference names: « VIR MARTIN FA 220061 », `0220036`.
 *
 * A document is found by its whole number, or by its longest run of digits without leading zeros
 * where that has at least `CORE_DIGITS_MIN` digits and belongs to one document only. A reference
 * that comes back on several days is that of a journal and names nothing.
 */
import type { Position } from './settlement-book.ts';

const CORE_DIGITS_MIN = 4;
const NONE: readonly Position[] = [];

/** Items by the names they may be called by; null where a name is that of several documents. */
export type DocumentIndex = ReadonlyMap<string, readonly Position[] | null>;

export function documentIndexOf(positions: readonly Position[]): DocumentIndex {
  const index = new Map<string, Position[] | null>();
  for (const position of positions) {
    if (position.item < 0 || position.documentKey === '') continue;
    add(index, position.documentKey, position);
    const core = coreOf(position.documentKey);
    if (core !== '' && core !== position.documentKey) add(index, core, position);
  }
  return index;
}

function add(index: Map<string, Position[] | null>, name: string, position: Position): void {
  const known = index.get(name);
  if (known === undefined) index.set(name, [position]);
  else if (known !== null && isSameDocument(known[0], position)) known.push(position);
  else index.set(name, null);
}

function isSameDocument(one: Position | undefined, other: Position): boolean {
  return one?.documentKey === other.documentKey && one.date === other.date;
}

/** Items that a credit names, each once, in the order named. */
export function namedBy(index: DocumentIndex, credit: Position): readonly Position[] {
  if (index.size === 0) return NONE;
  let named: Position[] | null = null;
  collectNames(credit, (name) => {
    for (const position of index.get(name) ?? NONE) {
      named ??= [];
      if (!named.includes(position)) named.push(position);
    }
  });
  return named ?? NONE;
}

function collectNames(
  { documentKey, label }: { readonly documentKey: string; readonly label: string },
  collect: (name: string) => void,
): void {
  if (documentKey !== '') collectToken(documentKey, '', collect);
  if (!/\d/.test(label)) return;
  let previous = '';
  for (const [token] of label.toUpperCase().matchAll(/[A-Z0-9]+/g)) {
    collectToken(token, previous, collect);
    previous = token;
  }
}

function collectToken(token: string, previous: string, collect: (name: string) => void): void {
  if (!/[1-9]/.test(token)) return;
  collect(token);
  if (previous !== '') collect(previous + token);
  const core = coreOf(token);
  if (core !== '' && core !== token) collect(core);
}

/** The longest run of digits without its leading zeros; '' where it is short. */
export function coreOf(text: string): string {
  let best = '';
  let start = -1;
  for (let at = 0; at <= text.length; at += 1) {
    const code = text.charCodeAt(at);
    const isDigit = code >= 48 && code <= 57;
    if (isDigit && start < 0 && code !== 48) start = at;
    if (!isDigit) {
      if (start >= 0 && at - start > best.length) best = text.slice(start, at);
      start = -1;
    }
  }
  return best.length >= CORE_DIGITS_MIN ? best : '';
}
