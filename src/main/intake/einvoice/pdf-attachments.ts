/**
 * The XML files that a PDF carries inside (PDF/A-3: Factur-X, ZUGFeRD, XRechnung).
 *
 * They are found by the tree of embedded files of the catalogue, and by its list of associated
 * files where a package fills only that one. The name that the norm gives goes first; another
 * XML is looked at too, because some portals rename the file.
 *
 * What a page shows is not looked at. All that is inflated is inflated within a limit: a few
 * kilobytes can be made to fill a memory.
 */
import { inflateSync } from 'node:zlib';
import type { PDFDict, PDFDocument, PDFObject } from 'pdf-lib';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import type { FileRefused } from '../statement-sink.ts';
import { inflatesWithin } from './object-streams.ts';

export interface PdfAttachment {
  readonly name: string;
  readonly bytes: Uint8Array;
}

/** Larger PDF files are kept, and not opened. */
export const PDF_BYTES_MAX = 40_000_000;
const ATTACHMENT_BYTES_MAX = 20_000_000;
const DEPTH_MAX = 20;
const ATTACHMENTS_MAX = 200;

/** As the versions of Factur-X, ZUGFeRD and XRechnung name it, in order of preference. */
const NORM_NAMES = ['factur-x.xml', 'zugferd-invoice.xml', 'xrechnung.xml'];

/** The XML attachments, the likeliest first; refused where there is none. */
export async function xmlAttachmentsOf(
  bytes: Uint8Array,
): Promise<Result<readonly PdfAttachment[], FileRefused>> {
  if (bytes.length > PDF_BYTES_MAX) return refused({ code: 'pdf_too_large', value: '' });
  if (!inflatesWithin(bytes)) return refused({ code: 'pdf_damaged', value: '' });
  const pdf = await import('pdf-lib');
  let specs: FileSpec[];
  try {
    const document = await pdf.PDFDocument.load(bytes, {
      ignoreEncryption: true,
      updateMetadata: false,
      // Otherwise the library writes to the console for each object it passes over.
      throwOnInvalidObject: true,
    });
    if (document.isEncrypted) return refused({ code: 'pdf_encrypted', value: '' });
    specs = new EmbeddedFiles(pdf, document).find();
  } catch {
    // Encrypted compressed objects fail before the library sees that they are encrypted.
    const code = saysEncrypted(bytes) ? 'pdf_encrypted' : 'pdf_damaged';
    return refused({ code, value: '' });
  }
  const xml = specs.filter(({ name }) => name.toLowerCase().endsWith('.xml'));
  if (xml.length === 0) return refused({ code: 'pdf_without_einvoice', value: '' });
  const read = xml.sort((one, other) => rankOf(one.name) - rankOf(other.name)).flatMap(contentOf);
  if (read.length > 0) return done(read);
  return refused({ code: 'pdf_attachment_unreadable', value: xml[0]?.name ?? '' });
}

function rankOf(name: string): number {
  const rank = NORM_NAMES.indexOf(name.toLowerCase());
  return rank === -1 ? NORM_NAMES.length : rank;
}

function saysEncrypted(bytes: Uint8Array): boolean {
  return (
    Buffer.from(bytes)
      .toString('latin1')
      .search(/\/Encrypt\s*(\d+\s+\d+\s+R|<<)/) !== -1
  );
}

interface FileSpec {
  readonly name: string;
  readonly contents: Uint8Array;
  /** Names of the filters, as `/FlateDecode`. */
  readonly filters: readonly string[];
}

function contentOf({ name, contents, filters }: FileSpec): PdfAttachment[] {
  if (filters.length === 0) return [{ name, bytes: contents }];
  if (filters.length > 1 || !/^\/(FlateDecode|Fl)$/.test(filters[0] ?? '')) return [];
  try {
    const bytes = inflateSync(contents, { maxOutputLength: ATTACHMENT_BYTES_MAX });
    return [{ name, bytes: new Uint8Array(bytes) }];
  } catch {
    return [];
  }
}

/** Walks the catalogue; a tree that turns back on itself ends by its depth and its count. */
class EmbeddedFiles {
  readonly #pdf: typeof import('pdf-lib');
  readonly #document: PDFDocument;
  readonly #found = new Map<PDFObject, FileSpec>();
  #visited = 0;

  constructor(pdf: typeof import('pdf-lib'), document: PDFDocument) {
    this.#pdf = pdf;
    this.#document = document;
  }

  find(): FileSpec[] {
    const catalog = this.#document.catalog;
    const names = this.#dict(this.#get(catalog, 'Names'));
    if (names !== null) this.#nameTree(this.#get(names, 'EmbeddedFiles'), 0);
    for (const spec of this.#items(this.#get(catalog, 'AF'))) this.#fileSpec(spec);
    return [...this.#found.values()];
  }

  #nameTree(object: PDFObject | undefined, depth: number): void {
    const node = this.#dict(object);
    this.#visited += 1;
    if (node === null || depth > DEPTH_MAX || this.#visited > ATTACHMENTS_MAX) return;
    for (const kid of this.#items(this.#get(node, 'Kids'))) this.#nameTree(kid, depth + 1);
    // Names and file specifications by turns.
    const pairs = this.#items(this.#get(node, 'Names'));
    for (let at = 1; at < pairs.length; at += 2) this.#fileSpec(pairs[at]);
  }

  #fileSpec(object: PDFObject | undefined): void {
    const spec = this.#dict(object);
    if (spec === null || this.#found.has(spec) || this.#found.size >= ATTACHMENTS_MAX) return;
    const files = this.#dict(this.#get(spec, 'EF'));
    const stream = files === null ? undefined : (this.#get(files, 'F') ?? this.#get(files, 'UF'));
    if (!(stream instanceof this.#pdf.PDFRawStream)) return;
    const name = this.#text(this.#get(spec, 'UF')) || this.#text(this.#get(spec, 'F'));
    const filter = this.#get(stream.dict, 'Filter');
    const filters = filter instanceof this.#pdf.PDFName ? [filter] : this.#items(filter);
    this.#found.set(spec, { name, contents: stream.contents, filters: filters.map(String) });
  }

  #get(dict: PDFDict, key: string): PDFObject | undefined {
    return dict.lookup(this.#pdf.PDFName.of(key));
  }

  #dict(object: PDFObject | undefined): PDFDict | null {
    return object instanceof this.#pdf.PDFDict ? object : null;
  }

  #items(object: PDFObject | undefined): (PDFObject | undefined)[] {
    if (!(object instanceof this.#pdf.PDFArray)) return [];
    return Array.from({ length: object.size() }, (_, at) => object.lookup(at));
  }

  #text(object: PDFObject | undefined): string {
    const { PDFString, PDFHexString } = this.#pdf;
    if (object instanceof PDFString || object instanceof PDFHexString) return object.decodeText();
    return '';
  }
}
