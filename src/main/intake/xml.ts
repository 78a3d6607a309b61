/**
 * A small XML document as a tree: electronic invoices, statements of banks.
 *
 * Strict on what makes a document (one root, tags that close what they opened, quoted attributes)
 * and deaf to all that reaches outside it: a document type is refused, and no entity is known but
 * the five of XML and numbered characters, so that nothing can be fetched and nothing can grow.
 *
 * Elements are found by their local name, because every package picks its own prefixes; the
 * namespace is kept where it tells one format from another. A file that calls itself UTF-8 and is
 * not is read as the bytes look: a garbled accent is worth less than the amounts beside it.
 */
import { isUtf8 } from 'node:buffer';
import iconv from 'iconv-lite';
import { done, type Result, refused } from '../../shared/kernel/result.ts';
import { decodeText, detectEncoding } from './text-source.ts';

export interface XmlElement {
  /** Without its prefix. */
  readonly name: string;
  /** Address of the namespace; '' where the prefix is not declared. */
  readonly namespace: string;
  /** By local name; declarations of namespaces apart. */
  readonly attributes: ReadonlyMap<string, string>;
  readonly children: readonly XmlElement[];
  /** The text that stands directly in the element, without that of its children. */
  readonly text: string;
  /** Line of the file, 1 for the first. */
  readonly lineNumber: number;
}

export const XML_REFUSALS = [
  'xml_too_large',
  'xml_too_deep',
  'xml_doctype',
  'xml_malformed',
] as const;
export type XmlRefusalCode = (typeof XML_REFUSALS)[number];

/** Why a document is not read; line 0 is the whole of it. */
export interface XmlRefusal {
  readonly code: XmlRefusalCode;
  readonly lineNumber: number;
}

/** Larger documents are not read as a tree. */
export const XML_BYTES_MAX = 64 << 20;
export const XML_DEPTH_MAX = 64;
/** Attributes of one element; no format comes near. */
const ATTRIBUTES_MAX = 100;

/** Reads a document. */
export function readXml(bytes: Uint8Array): Result<XmlElement, XmlRefusal> {
  if (bytes.length > XML_BYTES_MAX) return refused({ code: 'xml_too_large', lineNumber: 0 });
  try {
    return done(new XmlReader(textOfXml(bytes)).read());
  } catch (error) {
    if (error instanceof NotXml) return refused({ code: error.code, lineNumber: error.lineNumber });
    throw error;
  }
}

/** The first child of a child … by local names; undefined where a step is missing. */
export function elementAt(
  element: XmlElement | undefined,
  ...path: readonly string[]
): XmlElement | undefined {
  let found = element;
  for (const name of path) found = found?.children.find((child) => child.name === name);
  return found;
}

/** All children of that name. */
export function elementsOf(element: XmlElement | undefined, name: string): readonly XmlElement[] {
  return element?.children.filter((child) => child.name === name) ?? [];
}

/** The text at the end of a path, without the blanks around it; '' where there is none. */
export function textAt(element: XmlElement | undefined, ...path: readonly string[]): string {
  return elementAt(element, ...path)?.text.trim() ?? '';
}

/** The text in the encoding of its mark, else of its declaration, else as its bytes look. */
function textOfXml(bytes: Uint8Array): string {
  const detected = detectEncoding(bytes, true);
  const declared = detected.markBytes > 0 ? null : declaredEncodingOf(bytes);
  const isSingleByte = declared !== null && !/^(utf|ucs)/i.test(declared);
  const text =
    isSingleByte && iconv.encodingExists(declared) && !isWide(detected.encoding)
      ? iconv.decode(Buffer.from(bytes), declared)
      : decodeText(
          bytes,
          isUtf8(bytes) && !isWide(detected.encoding) ? 'utf-8' : detected.encoding,
        );
  return text.replace(/\r\n?/g, '\n').replace(/^\ufeff/, '');
}

function isWide(encoding: string): boolean {
  return encoding.startsWith('utf-16');
}

function declaredEncodingOf(bytes: Uint8Array): string | null {
  const head = Buffer.from(bytes.subarray(0, 200)).toString('latin1');
  return /^\s*<\?xml[^>]*?\sencoding\s*=\s*["']([A-Za-z][\w.-]*)["']/.exec(head)?.[1] ?? null;
}

/** Leaves the reading; turned into a refusal at the door. */
class NotXml extends Error {
  readonly code: XmlRefusalCode;
  readonly lineNumber: number;

  constructor(code: XmlRefusalCode, lineNumber: number) {
    super(code);
    this.code = code;
    this.lineNumber = lineNumber;
  }
}

type Scope = ReadonlyMap<string, string>;

interface Growing {
  readonly element: XmlElement & { text: string; readonly children: XmlElement[] };
  /** As written in the tag: the closing one must be the same. */
  readonly tag: string;
  readonly scope: Scope;
}

const NAME = /[^\s/>=<"'&]+/y;
const SPACES = /\s*/y;
const ATTRIBUTE = /\s+([^\s/>=<"'&]+)\s*=\s*("[^"<]*"|'[^'<]*')/y;
const NO_ATTRIBUTES: ReadonlyMap<string, string> = new Map();

class XmlReader {
  readonly #text: string;
  readonly #open: Growing[] = [];
  #root: XmlElement | null = null;
  #at = 0;
  #line = 1;
  #counted = 0;

  constructor(text: string) {
    this.#text = text;
  }

  read(): XmlElement {
    while (this.#at < this.#text.length) {
      const tag = this.#text.indexOf('<', this.#at);
      const end = tag === -1 ? this.#text.length : tag;
      if (end > this.#at) this.#addText(decoded(this.#text.slice(this.#at, end), this.#fail));
      this.#at = end;
      if (tag !== -1) this.#tag();
    }
    if (this.#root === null || this.#open.length > 0) throw this.#fail();
    return this.#root;
  }

  readonly #fail = (code: XmlRefusalCode = 'xml_malformed'): NotXml =>
    new NotXml(code, this.#lineNumber());

  /** Counted as the reading goes, so that a long document is gone through once. */
  #lineNumber(): number {
    for (let at = this.#text.indexOf('\n', this.#counted); at !== -1 && at < this.#at; ) {
      this.#line += 1;
      this.#counted = at + 1;
      at = this.#text.indexOf('\n', this.#counted);
    }
    return this.#line;
  }

  #addText(text: string): void {
    const parent = this.#open.at(-1);
    if (parent !== undefined) parent.element.text += text;
    else if (text.trim() !== '') throw this.#fail();
  }

  #tag(): void {
    const text = this.#text;
    const at = this.#at;
    if (text.startsWith('<!--', at)) this.#skipPast('-->', 4);
    else if (text.startsWith('<?', at)) this.#skipPast('?>', 2);
    else if (text.startsWith('<![CDATA[', at)) this.#characterData();
    else if (text.startsWith('<!DOCTYPE', at)) throw this.#fail('xml_doctype');
    else if (text.startsWith('</', at)) this.#closeTag();
    else this.#openTag();
  }

  #skipPast(mark: string, from: number): string {
    const end = this.#text.indexOf(mark, this.#at + from);
    if (end === -1) throw this.#fail();
    const inside = this.#text.slice(this.#at + from, end);
    this.#at = end + mark.length;
    return inside;
  }

  #characterData(): void {
    if (this.#open.length === 0) throw this.#fail();
    this.#addText(this.#skipPast(']]>', 9));
  }

  #openTag(): void {
    if (this.#open.length === 0 && this.#root !== null) throw this.#fail();
    if (this.#open.length === XML_DEPTH_MAX) throw this.#fail('xml_too_deep');
    const lineNumber = this.#lineNumber();
    this.#at += 1;
    const tag = this.#take(NAME);
    const { attributes, scope } = this.#attributes(this.#open.at(-1)?.scope ?? NO_ATTRIBUTES);
    this.#take(SPACES);
    const isEmpty = this.#text.startsWith('/>', this.#at);
    if (!isEmpty && this.#text[this.#at] !== '>') throw this.#fail();
    this.#at += isEmpty ? 2 : 1;
    const { prefix, name } = splitName(tag);
    const namespace = scope.get(prefix) ?? '';
    const element = { name, namespace, attributes, children: [], text: '', lineNumber };
    this.#open.at(-1)?.element.children.push(element);
    if (this.#open.length === 0) this.#root = element;
    if (!isEmpty) this.#open.push({ element, tag, scope });
  }

  #closeTag(): void {
    this.#at += 2;
    const tag = this.#take(NAME);
    this.#take(SPACES);
    if (this.#open.pop()?.tag !== tag || this.#text[this.#at] !== '>') throw this.#fail();
    this.#at += 1;
  }

  #attributes(outer: Scope): { attributes: ReadonlyMap<string, string>; scope: Scope } {
    const written = new Map<string, string>();
    for (let found = this.#match(ATTRIBUTE); found !== null; found = this.#match(ATTRIBUTE)) {
      const [, name = '', quoted = ''] = found;
      if (written.has(name) || written.size === ATTRIBUTES_MAX) throw this.#fail();
      written.set(name, decoded(quoted.slice(1, -1), this.#fail));
    }
    if (written.size === 0) return { attributes: NO_ATTRIBUTES, scope: outer };
    const attributes = new Map<string, string>();
    let scope: Map<string, string> | null = null;
    for (const [name, value] of written) {
      const declares = /^xmlns(?::(.+))?$/.exec(name);
      if (declares === null) attributes.set(splitName(name).name, value);
      else {
        scope ??= new Map(outer);
        scope.set(declares[1] ?? '', value);
      }
    }
    return { attributes, scope: scope ?? outer };
  }

  #match(form: RegExp): RegExpExecArray | null {
    form.lastIndex = this.#at;
    const found = form.exec(this.#text);
    if (found !== null) this.#at += found[0].length;
    return found;
  }

  #take(form: RegExp): string {
    const found = this.#match(form);
    if (found === null) throw this.#fail();
    return found[0];
  }
}

function splitName(written: string): { prefix: string; name: string } {
  const colon = written.indexOf(':');
  return { prefix: written.slice(0, Math.max(0, colon)), name: written.slice(colon + 1) };
}

const ENTITIES: ReadonlyMap<string, string> = new Map([
  ['amp', '&'],
  ['apos', "'"],
  ['gt', '>'],
  ['lt', '<'],
  ['quot', '"'],
]);

function decoded(text: string, fail: () => Error): string {
  if (!text.includes('&')) return text;
  return text.replace(/&([^;&\s]{1,10};)?/g, (_whole, name: string | undefined) => {
    const sign = name === undefined ? undefined : characterOf(name.slice(0, -1));
    if (sign === undefined) throw fail();
    return sign;
  });
}

function characterOf(name: string): string | undefined {
  const [, hex, decimal] = /^#(?:x([0-9a-fA-F]{1,6})|(\d{1,7}))$/.exec(name) ?? [];
  if (hex === undefined && decimal === undefined) return ENTITIES.get(name);
  const code = Number.parseInt(hex ?? decimal ?? '', hex === undefined ? 10 : 16);
  const isCharacter = code > 0 && code <= 0x10ffff && (code < 0xd800 || code > 0xdfff);
  return isCharacter ? String.fromCodePoint(code) : undefined;
}
