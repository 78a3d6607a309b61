/**
 * Reads the folder of invoice PDFs, sub-folders included. Links are not followed, so that nothing
 * outside the folder is ever listed; depth and number are bounded, so that a wrong choice (a whole
 * disk) ends.
 */
import type { Dirent } from 'node:fs';
import { lstat, readdir } from 'node:fs/promises';
import path from 'node:path';
import { documentKeyOf, documentOfFile } from '../../shared/domain/message/document-file.ts';
import { done, refused } from '../../shared/kernel/result.ts';
import { appendEntry } from '../ledger/journal.ts';
import {
  type InvoicePdf,
  loadInvoicePdfs,
  replaceInvoicePdfs,
} from '../ledger/stores/invoice-pdfs.ts';
import { readDocumentNumbers } from '../ledger/views/senders.ts';
import type { JobRun, JobTools } from '../ports/jobs.ts';
import type {
  InvoiceFolderAnswer,
  InvoiceFolderInput,
} from '../use-cases/outbox/invoice-folder.ts';
import { withLedger } from './job-ledger.ts';

const DEPTH_MAX = 6;
const ENTRIES_MAX = 200_000;
const FILES_MAX = 50_000;
const FILE_BYTES_MAX = 25_000_000;
const UNMATCHED_SHOWN = 20;

interface Found {
  readonly path: string;
  readonly name: string;
}

export const run: JobRun<InvoiceFolderInput, InvoiceFolderAnswer> = async (input, tools) => {
  const { folder } = input;
  const listed = await listPdfs(folder, tools);
  if (listed === null) return refused({ code: 'folder_missing', detail: folder });
  const { pdfs, isCut } = listed;
  return withLedger(input, tools, async (ledger) => {
    const known = new Set(ledger.read(readDocumentNumbers).map(documentKeyOf));
    const files: InvoicePdf[] = [];
    const unmatched: string[] = [];
    for (const [at, pdf] of pdfs.entries()) {
      tools.stopIfCancelled();
      tools.progress(at, pdfs.length, 'invoices');
      const file = await matchedFile(pdf, known);
      if (file !== null) files.push(file);
      else if (unmatched.length < UNMATCHED_SHOWN) unmatched.push(pdf.name);
    }
    const answer = { fileCount: pdfs.length, matchedCount: files.length, unmatched, isCut };
    if (isKnown(files, ledger.read(loadInvoicePdfs))) return done(answer);
    await ledger.write((writer) => {
      const payload = { folder, fileCount: pdfs.length, matchedCount: files.length };
      appendEntry(writer, {
        kind: 'invoice_folder_read',
        customerId: null,
        commandId: null,
        payload,
      });
      replaceInvoicePdfs(writer, files);
    });
    return done(answer);
  });
};

/** Nothing moved since the last reading: nothing is written. */
function isKnown(files: readonly InvoicePdf[], known: readonly InvoicePdf[]): boolean {
  const before = new Set(known.map(traceOf));
  return before.size === files.length && files.every((file) => before.has(traceOf(file)));
}

function traceOf({ path: file, documentKey, sizeBytes, modifiedMs }: InvoicePdf): string {
  return [documentKey, sizeBytes, modifiedMs, file].join('|');
}

/** Null for a file that bears no known number, is gone meanwhile, or is too large to be joined. */
async function matchedFile(pdf: Found, known: ReadonlySet<string>): Promise<InvoicePdf | null> {
  const documentKey = documentOfFile(pdf.name, known);
  if (documentKey === null) return null;
  const state = await lstat(pdf.path).catch(() => null);
  if (state?.isFile() !== true || state.size > FILE_BYTES_MAX) return null;
  const modifiedMs = Math.round(state.mtimeMs);
  return { path: pdf.path, documentKey, sizeBytes: state.size, modifiedMs };
}

/** Null when the folder itself can't be read; a sub-folder that can't is left out. */
async function listPdfs(
  folder: string,
  tools: JobTools,
): Promise<{ readonly pdfs: readonly Found[]; readonly isCut: boolean } | null> {
  const pdfs: Found[] = [];
  const toRead: { readonly place: string; readonly depth: number }[] = [
    { place: folder, depth: 0 },
  ];
  let entryCount = 0;
  for (let next = toRead.shift(); next !== undefined; next = toRead.shift()) {
    tools.stopIfCancelled();
    const entries: Dirent[] | null = await readdir(next.place, { withFileTypes: true }).catch(
      () => null,
    );
    if (entries === null && next.depth === 0) return null;
    for (const entry of entries ?? []) {
      entryCount += 1;
      if (entryCount > ENTRIES_MAX || pdfs.length >= FILES_MAX) return { pdfs, isCut: true };
      const place = path.join(next.place, entry.name);
      if (entry.isDirectory() && next.depth < DEPTH_MAX && !entry.name.startsWith('.')) {
        toRead.push({ place, depth: next.depth + 1 });
      }
      if (entry.isFile() && /\.pdf$/i.test(entry.name))
        pdfs.push({ path: place, name: entry.name });
    }
    tools.progress(pdfs.length, null, 'folder');
  }
  return { pdfs, isCut: false };
}
