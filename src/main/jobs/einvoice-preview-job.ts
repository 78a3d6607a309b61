/** Reads files of invoices and says what each would enrich; nothing is written. */
import type { InvoiceFilesPreview } from '../../shared/contract/einvoices.ts';
import { done } from '../../shared/kernel/result.ts';
import type { JobRun } from '../ports/jobs.ts';
import type { InvoiceFilesInput } from '../use-cases/imports/einvoice-jobs.ts';
import { previewRow } from './invoice-files/preview-rows.ts';
import { recogniseInvoices } from './invoice-files/recognise-invoices.ts';
import { withLedger } from './job-ledger.ts';

export const run: JobRun<InvoiceFilesInput, InvoiceFilesPreview> = (input, tools) =>
  withLedger(input, tools, async (ledger) => {
    const { files, isCut } = await recogniseInvoices(ledger, input, tools);
    const rows = files.map((file) => previewRow(file, input));
    return done({ uploadIds: [...input.uploadIds], rows, isCut });
  });
