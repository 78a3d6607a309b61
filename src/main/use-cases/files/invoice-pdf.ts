/** The PDF of an invoice, wherever it is: kept beside the ledger, or in the folder of invoices. */
import { readFile, stat } from 'node:fs/promises';
import type { FoundInvoicePdf } from '../../ledger/stores/invoice-pdfs.ts';
import { readKeptFile } from './kept-files.ts';

/** Its bytes; null for one that was moved or changed meanwhile. */
export async function readInvoicePdf(
  filesPath: string,
  found: FoundInvoicePdf,
): Promise<Buffer | null> {
  if ('fileSha256' in found) return readKeptFile(filesPath, found.fileSha256);
  return readFile(found.path).catch(() => null);
}

/** Its size in bytes; null for one that was moved meanwhile. */
export async function sizeOfInvoicePdf(
  filesPath: string,
  found: FoundInvoicePdf,
): Promise<number | null> {
  if ('fileSha256' in found) {
    const bytes = await readKeptFile(filesPath, found.fileSha256);
    return bytes === null ? null : bytes.length;
  }
  const state = await stat(found.path).catch(() => null);
  return state?.isFile() === true ? state.size : null;
}
