/** Reading files of invoices: how the work is named, what it is given and what it answers. */
import type { InvoiceFilesPreview } from '../../../shared/contract/einvoices.ts';
import type { Language } from '../../../shared/format/language.ts';
import { jobKey } from '../../ports/jobs.ts';
import type { JobCompany } from './import-jobs.ts';

export interface InvoiceFilesInput extends JobCompany {
  readonly files: readonly { readonly path: string; readonly fileName: string }[];
  readonly uploadIds: readonly string[];
  /** Of the person who reads the preview. */
  readonly language: Language;
  /** Null while the company's own number is not set. */
  readonly companySiren: string | null;
  /** Accounts on which the company is paid, without spaces. */
  readonly ownIbans: readonly string[];
}

/** Reads files and says what each would enrich. */
export const einvoicePreview = jobKey<InvoiceFilesInput, InvoiceFilesPreview>('einvoice_preview');

export interface CommitInvoiceFilesInput extends InvoiceFilesInput {
  readonly commandId: string;
  readonly filesPath: string;
  /** Hashes of the files wanted. */
  readonly chosen: readonly string[];
}

export interface CommittedInvoiceFiles {
  readonly importId: number;
  readonly fileCount: number;
}

/** Reads them again and writes those chosen. Refuses with `einvoices_nothing_chosen`. */
export const einvoiceCommit = jobKey<CommitInvoiceFilesInput, CommittedInvoiceFiles>(
  'einvoice_commit',
);
