/**
 * Where the PDF of an invoice is: kept with its electronic invoice, or a file of the folder of
 * invoice PDFs as it was last read.
 */
import { inArray } from 'drizzle-orm';
import { documentKeyOf } from '../../../shared/domain/message/document-file.ts';
import { invoicePdf } from '../schema/dunning.ts';
import type { Reader, Writer } from '../session.ts';
import { findKeptInvoicePdfs, readKeptInvoicePdfs } from '../views/invoice-files.ts';

export type InvoicePdf = typeof invoicePdf.$inferSelect;

/** Puts what the folder holds now in the place of what it held. */
export function replaceInvoicePdfs(writer: Writer, files: readonly InvoicePdf[]): void {
  writer.orm.delete(invoicePdf).run();
  const add = writer.appender({
    sql: `INSERT OR REPLACE INTO invoice_pdf (path, document_key, size_bytes, modified_ms)
VALUES (?, ?, ?, ?)`,
  });
  for (const { path, documentKey, sizeBytes, modifiedMs } of files) {
    add([path, documentKey, sizeBytes, modifiedMs]);
  }
  writer.touch(['documents']);
}

/** Every file known. */
export function loadInvoicePdfs(reader: Reader): readonly InvoicePdf[] {
  return reader.orm.select().from(invoicePdf).all();
}

/** The PDF of a document: kept beside the ledger by its hash, or a file of the folder. */
export type FoundInvoicePdf =
  | { readonly documentNumber: string; readonly fileSha256: string }
  | { readonly documentNumber: string; readonly path: string };

/** The files of these documents, those kept first; absent where there is none. */
export function findInvoicePdfs(
  reader: Reader,
  documentNumbers: readonly string[],
): FoundInvoicePdf[] {
  const keys = new Map(documentNumbers.map((number) => [documentKeyOf(number), number]));
  const rows = reader.orm
    .select()
    .from(invoicePdf)
    .where(inArray(invoicePdf.documentKey, [...keys.keys()]))
    .all();
  const found = new Map<string, FoundInvoicePdf>();
  for (const { documentKey, fileSha256 } of findKeptInvoicePdfs(reader, [...keys.keys()])) {
    found.set(documentKey, { documentNumber: keys.get(documentKey) ?? documentKey, fileSha256 });
  }
  for (const { documentKey, path } of rows) {
    if (found.has(documentKey)) continue;
    found.set(documentKey, { documentNumber: keys.get(documentKey) ?? documentKey, path });
  }
  return [...found.values()];
}

/** The keys of every document of which there is a PDF. */
export function loadPdfKeys(reader: Reader): ReadonlySet<string> {
  const ofFolder = loadInvoicePdfs(reader).map(({ documentKey }) => documentKey);
  return new Set([...ofFolder, ...readKeptInvoicePdfs(reader).keys()]);
}
