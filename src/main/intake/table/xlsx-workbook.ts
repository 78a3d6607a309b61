/**
 * The small parts of a workbook: its sheets, its shared texts, and which styles mean a day.
 *
 * Format: ECMA-376 part 1, § 18 (SpreadsheetML); built-in number formats § 18.8.30.
 */
import type { FileHandle } from 'node:fs/promises';
import path from 'node:path';
import { TableRefused } from './table-source.ts';
import { attributeOf, XmlScanner } from './xml-scanner.ts';
import { entryText, unpackedChunks, type ZipEntry } from './zip-archive.ts';

export interface SheetPart {
  readonly name: string;
  readonly entry: ZipEntry;
  readonly isHidden: boolean;
}

/** How a styled number is to be taken. A number above 0 is a count of digits to pad to. */
export type CellStyle = 'plain' | 'day' | number;

export interface Workbook {
  readonly sheets: readonly SheetPart[];
  /** Days count from 1904 instead of 1900 (workbooks born on a Mac). */
  readonly is1904: boolean;
  readonly styles: readonly CellStyle[];
  readonly sharedTexts: readonly string[];
}

const SMALL_PART_MAX = 64 * 1024 * 1024;
const SHARED_TEXTS_MAX = 512 * 1024 * 1024;

/** Reads all but the sheets themselves. */
export async function readWorkbook(
  file: FileHandle,
  entries: ReadonlyMap<string, ZipEntry>,
): Promise<Workbook> {
  const mainPath = await mainPartPath(file, entries);
  const main = partAt(entries, mainPath);
  if (main === undefined) throw new TableRefused('workbook_damaged');
  const links = await relationsOf(file, entries, mainPath);
  const { sheets, is1904 } = sheetsOf(await smallText(file, main), links, entries);
  if (sheets.length === 0) throw new TableRefused('sheet_empty');
  const styles = linkedPart(entries, links, '/styles');
  const texts = linkedPart(entries, links, '/sharedStrings');
  return {
    sheets,
    is1904,
    styles: styles === undefined ? [] : stylesOf(await smallText(file, styles)),
    sharedTexts: texts === undefined ? [] : await sharedTextsOf(file, texts),
  };
}

/** `xl/workbook.xml`, or where the package says that its main part lies. */
async function mainPartPath(
  file: FileHandle,
  entries: ReadonlyMap<string, ZipEntry>,
): Promise<string> {
  const root = await relationsOf(file, entries, '');
  for (const { type, target } of root.values()) {
    if (type.endsWith('/officeDocument')) return target;
  }
  return 'xl/workbook.xml';
}

interface Relation {
  readonly type: string;
  /** Path inside the package. */
  readonly target: string;
}

async function relationsOf(
  file: FileHandle,
  entries: ReadonlyMap<string, ZipEntry>,
  partPath: string,
): Promise<ReadonlyMap<string, Relation>> {
  const folder = path.posix.dirname(partPath);
  const name = `${path.posix.basename(partPath)}.rels`;
  const entry = partAt(entries, path.posix.join(folder, '_rels', name));
  const relations = new Map<string, Relation>();
  if (entry === undefined) return relations;
  scan(await smallText(file, entry), {
    open: (tag, attributes) => {
      const target = attributeOf(attributes, 'Target');
      if (tag !== 'Relationship' || target === null) return;
      const isAbsolute = target.startsWith('/');
      relations.set(attributeOf(attributes, 'Id') ?? '', {
        type: attributeOf(attributes, 'Type') ?? '',
        target: isAbsolute ? target.slice(1) : path.posix.join(folder, target),
      });
    },
  });
  return relations;
}

function linkedPart(
  entries: ReadonlyMap<string, ZipEntry>,
  links: ReadonlyMap<string, Relation>,
  typeEnd: string,
): ZipEntry | undefined {
  for (const { type, target } of links.values()) {
    if (type.endsWith(typeEnd)) return partAt(entries, target);
  }
  return undefined;
}

/** Some writers name parts in another case than they link them. */
function partAt(entries: ReadonlyMap<string, ZipEntry>, partPath: string): ZipEntry | undefined {
  const exact = entries.get(partPath);
  if (exact !== undefined) return exact;
  const lower = partPath.toLowerCase();
  for (const [name, entry] of entries) if (name.toLowerCase() === lower) return entry;
  return undefined;
}

async function smallText(file: FileHandle, entry: ZipEntry): Promise<string> {
  if (entry.unpackedBytes > SMALL_PART_MAX) throw new TableRefused('workbook_too_large');
  return entryText(file, entry);
}

function sheetsOf(
  xml: string,
  links: ReadonlyMap<string, Relation>,
  entries: ReadonlyMap<string, ZipEntry>,
): { sheets: SheetPart[]; is1904: boolean } {
  const sheets: SheetPart[] = [];
  let is1904 = false;
  scan(xml, {
    open: (tag, attributes) => {
      if (tag === 'workbookPr') {
        is1904 = /^(?:1|true|on)$/u.test(attributeOf(attributes, 'date1904') ?? '');
      }
      if (tag !== 'sheet') return;
      const link = links.get(prefixedId(attributes));
      const entry = link === undefined ? undefined : partAt(entries, link.target);
      if (entry === undefined || !(link?.type ?? '').endsWith('/worksheet')) return;
      sheets.push({
        name: attributeOf(attributes, 'name') ?? '',
        entry,
        isHidden: /hidden/iu.test(attributeOf(attributes, 'state') ?? ''),
      });
    },
  });
  return { sheets, is1904 };
}

/** `r:id`, whatever the prefix of the relationships namespace. */
function prefixedId(attributes: string): string {
  return /\s\w+:id=["']([^"']*)["']/u.exec(attributes)?.[1] ?? '';
}

function stylesOf(xml: string): CellStyle[] {
  const codes = new Map<number, string>();
  const styles: CellStyle[] = [];
  let isInCells = false;
  scan(xml, {
    open: (tag, attributes) => {
      if (tag === 'numFmt') {
        codes.set(intOf(attributes, 'numFmtId'), attributeOf(attributes, 'formatCode') ?? '');
      }
      if (tag === 'cellXfs') isInCells = true;
      if (tag === 'xf' && isInCells) {
        const format = intOf(attributes, 'numFmtId');
        styles.push(styleOf(format, codes.get(format)));
      }
    },
    close: (tag) => {
      if (tag === 'cellXfs') isInCells = false;
    },
  });
  return styles;
}

function intOf(attributes: string, name: string): number {
  return Number.parseInt(attributeOf(attributes, name) ?? '0', 10);
}

/** What a number format says of its cells. */
export function styleOf(formatId: number, code: string | undefined): CellStyle {
  if (code === undefined) {
    const isDay = (formatId >= 14 && formatId <= 17) || formatId === 22;
    // 27–36 and 50–58 are days in East Asian editions of Excel.
    const isEastern = (formatId >= 27 && formatId <= 36) || (formatId >= 50 && formatId <= 58);
    return isDay || isEastern ? 'day' : 'plain';
  }
  if (/^0{2,20}$/u.test(code)) return code.length;
  const bare = code
    .replace(/"[^"]*"|\\.|\[[^\]]*\]|_.|\*./gu, '')
    .replace(/general|standard/giu, '');
  const first = bare.split(';')[0] ?? '';
  if (/[dyj]|a{4}/iu.test(first)) return 'day';
  return /m/iu.test(first) && !/[hs]/iu.test(first) ? 'day' : 'plain';
}

async function sharedTextsOf(file: FileHandle, entry: ZipEntry): Promise<string[]> {
  if (entry.unpackedBytes > SHARED_TEXTS_MAX) throw new TableRefused('workbook_too_large');
  const texts: string[] = [];
  let current = '';
  let isText = false;
  let isPhonetic = false;
  const scanner = new XmlScanner({
    open: (tag) => {
      if (tag === 'si') current = '';
      else if (tag === 't') isText = true;
      else if (tag === 'rPh') isPhonetic = true;
    },
    close: (tag) => {
      if (tag === 'si') texts.push(unescaped(current));
      else if (tag === 't') isText = false;
      else if (tag === 'rPh') isPhonetic = false;
    },
    text: (text) => {
      if (isText && !isPhonetic) current += text;
    },
  });
  const decoder = new TextDecoder();
  for await (const chunk of unpackedChunks(file, entry)) {
    scanner.push(decoder.decode(chunk, { stream: true }));
  }
  scanner.finish();
  return texts;
}

/** Excel writes control characters as `_x000D_`. */
export function unescaped(text: string): string {
  if (!text.includes('_x')) return text;
  return text.replace(/_x([0-9A-F]{4})_/gu, (_whole, code: string) =>
    String.fromCharCode(Number.parseInt(code, 16)),
  );
}

interface SmallEvents {
  open?(tag: string, attributes: string): void;
  close?(tag: string): void;
}

function scan(xml: string, events: SmallEvents): void {
  const scanner = new XmlScanner({
    open: (tag, attributes) => events.open?.(tag, attributes),
    close: (tag) => events.close?.(tag),
    text: () => undefined,
  });
  scanner.push(xml);
  scanner.finish();
}
