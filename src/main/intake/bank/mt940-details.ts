/**
 * What stands in `:86:`, in the dialects of banks.
 *
 *     166?00VIREMENT?20FA 2026-0012?32DUPONT?38FR76…    numbered parts; the sign before the
 *                                                       number is whatever follows the code
 *     /EREF/…/NAME/…/REMI/…                             named parts
 *     anything else                                     text
 *
 * A line ends where it is full, in the middle of a word; one that is not full ends with a word.
 */
import { ibanIn } from './french-account.ts';

export interface Mt940Details {
  readonly text: string;
  readonly name: string | null;
  readonly iban: string | null;
  readonly endToEndId: string | null;
  readonly references: readonly string[];
  readonly rejectCode: string | null;
}

const LINE_CHARS = 65;
/** A numbered part is full at 27 signs. */
const PART_CHARS = 27;
const NAMES =
  'EREF|KREF|PREF|MARF|MREF|CSID|REMI|USTD|STRD|CDTRREF|NAME|IBAN|BIC|CNTP|BENM|ORDP|RTRN|RREF|' +
  'TRTP|ISDT|PURP|ULTC|ULTD|IREF|TRCD|PMT';
const NAMED = new RegExp(`/(${NAMES})/`, 'g');
const WORDED = /(EREF|KREF|MREF|CRED|DEBT|SVWZ|ABWA|ABWE|IBAN|BIC)\+/g;

export function mt940Details(lines: readonly string[]): Mt940Details {
  const first = lines[0] ?? '';
  const numbered = /^\s*\d{3}([^\w\s])\d{2}/.exec(lines.join(''));
  if (numbered !== null) return fromNumbered(lines.join(''), numbered[1] ?? '?');
  if (first.trimStart().startsWith('/') && lines.join('').search(NAMED) !== -1) {
    return fromNamed(lines.join(''));
  }
  return { ...NOTHING, text: joinParts(lines, LINE_CHARS) };
}

const NOTHING: Mt940Details = {
  text: '',
  name: null,
  iban: null,
  endToEndId: null,
  references: [],
  rejectCode: null,
};

/** Parts that are full run on into the next; the others end with a word. */
function joinParts(parts: readonly string[], full: number): string {
  let text = '';
  for (const [index, part] of parts.entries()) {
    const before = parts[index - 1];
    text += before === undefined || before.length >= full ? part : ` ${part}`;
  }
  return text;
}

function fromNumbered(text: string, sign: string): Mt940Details {
  const parts = new Map<string, string>();
  for (const piece of text.trim().slice(3).split(sign).slice(1)) {
    const number = /^\d{2}/.exec(piece)?.[0];
    if (number !== undefined) parts.set(number, (parts.get(number) ?? '') + piece.slice(2));
  }
  const of = (wanted: RegExp) =>
    [...parts].filter(([number]) => wanted.test(number)).map(([, value]) => value);
  const remittance = joinParts(of(/^2\d|6[0-3]/), PART_CHARS);
  const words = namedParts(remittance, WORDED);
  const account = parts.get('38') ?? words.get('IBAN') ?? parts.get('31') ?? '';
  return {
    text: [parts.get('00') ?? '', words.get('SVWZ') ?? remittance].join(' '),
    name: joinParts(of(/^3[23]$/), PART_CHARS) || words.get('ABWA') || null,
    iban: ibanIn(account),
    endToEndId: words.get('EREF') ?? null,
    references: [words.get('KREF') ?? '', words.get('MREF') ?? ''],
    rejectCode: null,
  };
}

function fromNamed(text: string): Mt940Details {
  const parts = namedParts(text, NAMED);
  const counterparty = (parts.get('CNTP') ?? '').split('/');
  const strip = (value: string | undefined) => value?.replace(/^\/+|\/+$/g, '');
  const reason = /^\/?([A-Z]{2}\d{2}|[A-Z]{4})\b/.exec(parts.get('RTRN') ?? '')?.[1];
  return {
    text: [parts.get('REMI'), parts.get('USTD')].map((part) => strip(part) ?? '').join(' '),
    name: strip(parts.get('NAME')) || counterparty[2] || null,
    iban: ibanIn(strip(parts.get('IBAN')) ?? counterparty[0] ?? ''),
    endToEndId: strip(parts.get('EREF')) ?? null,
    references: ['CDTRREF', 'STRD', 'PREF', 'KREF', 'MARF', 'MREF'].map(
      (name) => strip(parts.get(name)) ?? '',
    ),
    rejectCode: reason ?? null,
  };
}

/** Values by the marks before them; what stands before the first mark has none. */
function namedParts(text: string, marks: RegExp): Map<string, string> {
  const found = [...text.matchAll(marks)];
  const parts = new Map<string, string>();
  for (const [index, match] of found.entries()) {
    const end = found[index + 1]?.index ?? text.length;
    // The slash that ends a mark may begin the next one: /BENM//NAME/.
    const value = text.slice(match.index + match[0].length, end);
    const name = match[1] ?? '';
    if (!parts.has(name)) parts.set(name, value);
  }
  return parts;
}
