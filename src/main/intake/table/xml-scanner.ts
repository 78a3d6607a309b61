/**
 * The tags and texts of the XML inside a workbook, from a text that comes in pieces.
 *
 * It knows what spreadsheets write: elements, attributes, character data, CDATA, comments. It
 * knows no document type and expands no entity but the five of XML and numbered characters, so
 * that nothing outside the file can be reached and nothing can grow. A general parser took four
 * times as long on a sheet of a hundred thousand rows.
 */
import { TableRefused } from './table-source.ts';

export interface XmlEvents {
  /** `attributes` is the raw text after the name: see `attributeOf`. */
  open(name: string, attributes: string, isEmpty: boolean): void;
  close(name: string): void;
  /** Text between tags, entities replaced; may come in several parts. */
  text(text: string): void;
}

/** A tag longer than this is not of a spreadsheet. */
const TAG_CHARS_MAX = 1 << 16;

export class XmlScanner {
  readonly #events: XmlEvents;
  #carry = '';

  constructor(events: XmlEvents) {
    this.#events = events;
  }

  push(text: string): void {
    const all = this.#carry === '' ? text : this.#carry + text;
    let at = 0;
    while (at < all.length) {
      const tag = all.indexOf('<', at);
      if (tag === -1) {
        at = this.#lastText(all, at);
        break;
      }
      if (tag > at) this.#events.text(decoded(all.slice(at, tag)));
      const end = this.#tagAt(all, tag);
      if (end === -1) {
        at = tag;
        break;
      }
      at = end;
    }
    this.#carry = all.slice(at);
    if (this.#carry.length > TAG_CHARS_MAX) throw new TableRefused('workbook_damaged');
  }

  /** A document that stops inside a tag is a damaged one. */
  finish(): void {
    if (this.#carry.trim() !== '') throw new TableRefused('workbook_damaged');
  }

  /** Gives the text up to the end of the piece, keeping an entity that may be cut in two. */
  #lastText(all: string, at: number): number {
    const entity = all.lastIndexOf('&');
    const isCut = entity >= at && !all.includes(';', entity) && all.length - entity < 12;
    const stop = isCut ? entity : all.length;
    if (stop > at) this.#events.text(decoded(all.slice(at, stop)));
    return stop;
  }

  /** Where the next thing starts, or -1 when the tag is not complete yet. */
  #tagAt(all: string, tag: number): number {
    const next = all.charCodeAt(tag + 1);
    if (next === 0x21) return this.#special(all, tag);
    if (next === 0x3f) return endAfter(all, '?>', tag);
    const stop = tagStop(all, tag + 1);
    if (stop === -1) return -1;
    if (next === 0x2f) {
      this.#events.close(localName(all, tag + 2, stop).name);
      return stop + 1;
    }
    const isEmpty = all.charCodeAt(stop - 1) === 0x2f;
    const { name, end } = localName(all, tag + 1, isEmpty ? stop - 1 : stop);
    this.#events.open(name, all.slice(end, isEmpty ? stop - 1 : stop), isEmpty);
    if (isEmpty) this.#events.close(name);
    return stop + 1;
  }

  #special(all: string, tag: number): number {
    if (all.startsWith('<!--', tag)) return endAfter(all, '-->', tag);
    if (all.startsWith('<![CDATA[', tag)) {
      const end = endAfter(all, ']]>', tag);
      if (end !== -1) this.#events.text(all.slice(tag + 9, end - 3));
      return end;
    }
    // « <!- » or « <![CD » may be cut by the end of the piece; a document type is refused.
    if (all.length - tag < 9) return -1;
    throw new TableRefused('workbook_damaged');
  }
}

function endAfter(all: string, mark: string, from: number): number {
  const at = all.indexOf(mark, from);
  return at === -1 ? -1 : at + mark.length;
}

/** The `>` that ends a tag; those inside quoted values do not. */
function tagStop(all: string, from: number): number {
  let stop = all.indexOf('>', from);
  while (stop !== -1 && isInsideQuotes(all, from, stop)) stop = all.indexOf('>', stop + 1);
  return stop;
}

function isInsideQuotes(all: string, from: number, stop: number): boolean {
  let quote = 0;
  for (let at = from; at < stop; at += 1) {
    const code = all.charCodeAt(at);
    if (quote === 0 && (code === 0x22 || code === 0x27)) quote = code;
    else if (code === quote) quote = 0;
  }
  return quote !== 0;
}

/** The name of a tag without its prefix, and where it ends. */
function localName(all: string, from: number, stop: number): { name: string; end: number } {
  let end = from;
  let start = from;
  for (; end < stop; end += 1) {
    const code = all.charCodeAt(end);
    if (code === 0x20 || code === 0x09 || code === 0x0a || code === 0x0d) break;
    if (code === 0x3a) start = end + 1;
  }
  return { name: all.slice(start, end), end };
}

/** The value of an attribute, or null. `name` has no prefix and must match exactly. */
export function attributeOf(attributes: string, name: string): string | null {
  let at = attributes.indexOf(name);
  while (at !== -1) {
    const before = at === 0 ? 0x20 : attributes.charCodeAt(at - 1);
    const equals = at + name.length;
    const isName = before === 0x20 || before === 0x0a || before === 0x09 || before === 0x0d;
    if (isName && attributes.charCodeAt(equals) === 0x3d) {
      const quote = attributes.charAt(equals + 1);
      const end = attributes.indexOf(quote, equals + 2);
      return end === -1 ? null : decoded(attributes.slice(equals + 2, end));
    }
    at = attributes.indexOf(name, at + 1);
  }
  return null;
}

const ENTITIES: Readonly<Record<string, string>> = {
  amp: '&',
  apos: "'",
  gt: '>',
  lt: '<',
  quot: '"',
};

function decoded(text: string): string {
  if (!text.includes('&')) return text;
  return text.replace(/&(#x?[0-9a-f]{1,6}|[a-z]{2,4});/giu, (whole, name: string) => {
    if (!name.startsWith('#')) return ENTITIES[name] ?? whole;
    const isHex = name.charAt(1).toLowerCase() === 'x';
    const code = Number.parseInt(name.slice(isHex ? 2 : 1), isHex ? 16 : 10);
    return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '';
  });
}
