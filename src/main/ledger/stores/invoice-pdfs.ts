/** The folder of invoice PDFs as it was last read: which file is which document. */
import { inArray } from 'drizzle-orm';
import { documentKeyOf } from '../../../shared/domain/message/document-file.ts';
import { invoicePdf } from '../schema/dunning.ts';
import type { Reader, Writer } from '../session.ts';

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

/** The files of these documents; absent where there is none. */
export function findInvoicePdfs(
  reader: Reader,
  documentNumbers: readonly string[],
): { readonly documentNumber: string; readonly path: string }[] {
  const keys = new Map(documentNumbers.map((number) => [documentKeyOf(number), number]));
  const rows = reader.orm
    .select()
    .from(invoicePdf)
    .where(inArray(invoicePdf.documentKey, [...keys.keys()]))
    .all();
  const found = new Map<string, string>();
  for (const { documentKey, path } of rows)
    if (!found.has(documentKey)) found.set(documentKey, path);
  return Array.from(found, ([key, path]) => ({ documentNumber: keys.get(key) ?? key, path }));
}
