/** The tags of an OFX file, with the value behind each. */

import { LineCounter } from './line-counter.ts';

export interface OfxTag {
  /** Capitals. */
  readonly name: string;
  readonly isEnd: boolean;
  /** What stands between this tag and the next one. */
  readonly text: string;
  readonly lineNumber: number;
}

const TAG = /<(\/?)([A-Za-z][A-Za-z0-9._]{0,40})\s*\/?>([^<]*)/g;
const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  nbsp: ' ',
  quot: '"',
};

export function* ofxTags(text: string): Generator<OfxTag> {
  const lines = new LineCounter(text);
  for (const match of text.matchAll(TAG)) {
    const lineNumber = lines.lineAt(match.index);
    const [, slash, name = '', value = ''] = match;
    yield { name: name.toUpperCase(), isEnd: slash === '/', text: decoded(value), lineNumber };
  }
}

function decoded(text: string): string {
  const clean = text.trim();
  if (!clean.includes('&')) return clean;
  return clean.replace(
    /&(?:#(\d{1,7})|([a-z]{2,4}));/g,
    (whole, number?: string, name?: string) => {
      if (number === undefined) return ENTITIES[name ?? ''] ?? whole;
      const code = Number.parseInt(number, 10);
      return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : ' ';
    },
  );
}
