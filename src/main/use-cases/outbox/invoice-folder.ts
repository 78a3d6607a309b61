/**
 * The folder of invoice PDFs (A8): read as a job, matched by document number, and kept as a list of
 * paths. The files themselves stay where they are.
 */
import { statSync } from 'node:fs';
import path from 'node:path';
import { documentKeyOf } from '../../../shared/domain/message/document-file.ts';
import type { OpenItem } from '../../../shared/domain/receivable/open-item.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import { findInvoicePdfs, loadInvoicePdfs, loadPdfKeys } from '../../ledger/stores/invoice-pdfs.ts';
import { jobKey } from '../../ports/jobs.ts';
import type { OpenCompany } from '../companies/open-company.ts';
import { placesOf } from '../companies/places-of.ts';
import type { AppContext } from '../context.ts';
import type { JobCompany } from '../imports/import-jobs.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { settingsInForce } from '../settings/settings-in-force.ts';

export interface InvoiceFolderInput extends JobCompany {
  readonly folder: string;
}

export interface InvoiceFolderAnswer {
  /** PDFs seen. */
  readonly fileCount: number;
  /** Those that bear the number of a known document. */
  readonly matchedCount: number;
  /** Names of some of the others. */
  readonly unmatched: readonly string[];
  /** The folder holds more than is read. */
  readonly isCut: boolean;
}

/** Reads the folder and keeps what it found. Refuses with `folder_missing`. */
export const invoiceFolderJob = jobKey<InvoiceFolderInput, InvoiceFolderAnswer>('invoice_pdfs');

/** Whether a path typed by a person is a folder of this computer. */
export function isFolder(typed: string): boolean {
  return (
    path.isAbsolute(typed) && statSync(typed, { throwIfNoEntry: false })?.isDirectory() === true
  );
}

/** Starts to read it; what was known stands until it is read whole. */
export function scanInvoiceFolder(
  context: AppContext,
  company: OpenCompany,
): Result<{ readonly jobId: string }, 'folder_missing'> {
  const { ledger, key } = company;
  const folder = ledger.read(settingsInForce).mail.invoiceFolder.trim();
  if (folder === '' || !isFolder(folder)) return refused('folder_missing');
  const { jobId, outcome } = context.jobs.start(
    invoiceFolderJob,
    { ...placesOf(company), folder },
    { companyKey: key, subject: path.basename(folder), mayCancel: true },
  );
  void outcome.then(({ state }) => {
    if (state === 'done') ledger.announce({ topics: ['documents'], customerIds: [] });
  });
  return done({ jobId });
}

/** The PDFs of these documents, and those of which there is none. */
export function invoicesOf({ ledger }: OpenCompany, documentNumbers: readonly string[]) {
  const found = ledger.read((reader) => findInvoicePdfs(reader, documentNumbers));
  const known = new Set(found.map(({ documentNumber }) => documentNumber));
  return { found, missing: documentNumbers.filter((number) => !known.has(number)) };
}

/** Open invoices without a PDF, the largest first; none while no folder is set and none is kept. */
export function missingPdfRows({ accounts, settings }: Portfolio, keys: ReadonlySet<string>) {
  if (settings.mail.invoiceFolder.trim() === '' && keys.size === 0) return [];
  return [...accounts.values()]
    .flatMap(({ record, items }) =>
      items
        .filter((item) => isInvoice(item) && !keys.has(documentKeyOf(item.documentNumber)))
        .map((item) => ({
          customerId: record.customerId,
          code: record.code,
          name: record.name,
          documentNumber: item.documentNumber,
          documentDate: item.documentDate,
          dueDate: item.dueDate,
          currency: item.currency,
          amountCents: item.amountCents,
          outstandingCents: item.outstandingCents,
        })),
    )
    .sort((a, b) => b.outstandingCents - a.outstandingCents || a.customerId - b.customerId);
}

/** The list with what the screen says beside it. */
export function missingPdfs(company: OpenCompany, portfolio: Portfolio) {
  const known = company.ledger.read(loadInvoicePdfs);
  return {
    folder: portfolio.settings.mail.invoiceFolder.trim(),
    fileCount: known.length,
    rows: missingPdfRows(portfolio, company.ledger.read(loadPdfKeys)),
  };
}

function isInvoice({ kind, outstandingCents, documentNumber, receivableId }: OpenItem): boolean {
  return (
    kind === 'invoice' && outstandingCents > 0 && documentNumber !== '' && receivableId !== null
  );
}
