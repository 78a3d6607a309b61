/**
 * The elements of an XML document, strictly and with limits.
 *
 * It knows elements, one attribute at a time, character data, CDATA, comments and processing
 * instructions. A document type is refused, and no entity is known but the five of XML and
 * numbered characters: nothing outside the file can be reached and nothing can grow. A tag that is
 * not closed by its own name, a second root, or an end in the middle refuse the whole document: a
 * statement cut in two must not pass for a short one.
 */
import { LineCounter } from './line-counter.ts';

export interface XmlEvents {
  /** `attributes` is the raw text after the name: see `attributeOf`. */
  open(name: string, attributes: string, lineNumber: number): void;
  /** `text` is what stood directly in the element, without the blanks around it. */
  close(name: string, text: string): void;
}

/** Why a document is not read: a sentence of its own (`code`), and the line. */
export class XmlDamaged extends Error {
  readonly code: 'bank_file_damaged' | 'bank_file_too_deep';
  readonly lineNumber: number;

  constructor(code: XmlDamaged['code'], lineNumber: number) {
    super(`${code} at line ${lineNumber}`);
    this.code = code;
    this.lineNumber = lineNumber;
  }
}

/** Twice the depth of the deepest message of ISO 20022. */
export const XML_DEPTH_MAX = 64;
const TAG_CHARS_MAX = 10_000;
const NAME = /^[A-Za-z_][\w.:-]*/;

/** Reads a whole document; throws `XmlDamaged`. Prefixes of names are left out. */
export function readXml(text: string, events: XmlEvents): void {
  new XmlReader(text, events).run();
}

class XmlReader {
  readonly #text: string;
  readonly #events: XmlEvents;
  /** Names as written, prefix included, and the texts directly inside. */
  readonly #path: { readonly name: string; parts: string }[] = [];
  #at = 0;
  readonly #lines: LineCounter;
  #hasRoot = false;

  constructor(text: string, events: XmlEvents) {
    this.#text = text;
    this.#lines = new LineCounter(text);
    this.#events = events;
  }

  run(): void {
    while (this.#at < this.#text.length) {
      const tag = this.#text.indexOf('<', this.#at);
      const end = tag === -1 ? this.#text.length : tag;
      if (end > this.#at) this.#characters(decoded(this.#text.slice(this.#at, end), this));
      this.#at = end;
      if (tag !== -1) this.#tag();
    }
    if (this.#path.length > 0 || !this.#hasRoot) throw this.damage();
  }

  damage(code: XmlDamaged['code'] = 'bank_file_damaged'): XmlDamaged {
    return new XmlDamaged(code, this.#lines.lineAt(this.#at));
  }

  #characters(text: string): void {
    const inside = this.#path.at(-1);
    if (inside !== undefined) inside.parts += text;
    else if (text.replace(/\p{Cc}/gu, '').trim() !== '') throw this.damage();
  }

  #tag(): void {
    if (this.#text.startsWith('<!--', this.#at)) this.#skip('-->');
    else if (this.#text.startsWith('<?', this.#at)) this.#skip('?>');
    else if (this.#text.startsWith('<![CDATA[', this.#at)) {
      const from = this.#at + 9;
      this.#skip(']]>');
      this.#characters(this.#text.slice(from, this.#at - 3));
    } else this.#element();
  }

  #element(): void {
    const stop = tagStop(this.#text, this.#at + 1);
    if (stop === -1) throw this.damage();
    const body = this.#text.slice(this.#at + 1, stop);
    if (body.startsWith('/')) this.#close(body.slice(1).trim());
    else this.#open(body);
    this.#at = stop + 1;
  }

  #skip(mark: string): void {
    const end = this.#text.indexOf(mark, this.#at);
    if (end === -1) throw this.damage();
    this.#at = end + mark.length;
  }

  #open(body: string): void {
    const isEmpty = body.endsWith('/');
    const inside = isEmpty ? body.slice(0, -1) : body;
    const name = NAME.exec(inside)?.[0];
    const attributes = inside.slice(name?.length ?? 0);
    // « <!DOCTYPE » and anything else that is no element end here.
    if (name === undefined || !/^(\s|$)/.test(attributes)) throw this.damage();
    if (this.#path.length === 0 && this.#hasRoot) throw this.damage();
    if (this.#path.length === XML_DEPTH_MAX) throw this.damage('bank_file_too_deep');
    this.#hasRoot = true;
    this.#path.push({ name, parts: '' });
    this.#events.open(localName(name), attributes, this.#lines.lineAt(this.#at));
    if (isEmpty) this.#close(name);
  }

  #close(name: string): void {
    const closed = this.#path.pop();
    if (closed === undefined || closed.name !== name) throw this.damage();
    this.#events.close(localName(name), closed.parts.trim());
  }
}

function localName(name: string): string {
  return name.slice(name.indexOf(':') + 1);
}

/** The `>` that ends a tag; those inside quoted values do not. */
function tagStop(text: string, from: number): number {
  let quote = '';
  const last = Math.min(text.length, from + TAG_CHARS_MAX);
  for (let at = from; at < last; at += 1) {
    const sign = text.charAt(at);
    if (quote !== '') {
      if (sign === quote) quote = '';
    } else if (sign === '"' || sign === "'") quote = sign;
    else if (sign === '>') return at;
    else if (sign === '<') return -1;
  }
  return -1;
}

/** The value of an attribute, or null. */
export function attributeOf(attributes: string, name: string): string | null {
  for (const [, key, value] of attributes.matchAll(/([\w.:-]+)\s*=\s*["']([^"']*)["']/g)) {
    if (key === name) return value ?? null;
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

function decoded(text: string, reader: { damage(): XmlDamaged }): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&]{0,10});?/gu, (whole, name: string) => {
    const sign = whole.endsWith(';') ? entityOf(name) : null;
    if (sign === null) throw reader.damage();
    return sign;
  });
}

function entityOf(name: string): string | null {
  const numbered = /^#(?:x([0-9a-f]{1,6})|(\d{1,7}))$/i.exec(name);
  if (numbered === null) return Object.hasOwn(ENTITIES, name) ? (ENTITIES[name] ?? null) : null;
  const [, hexadecimal, decimal] = numbered;
  const code =
    hexadecimal === undefined
      ? Number.parseInt(decimal ?? '', 10)
      : Number.parseInt(hexadecimal, 16);
  return code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : null;
}
