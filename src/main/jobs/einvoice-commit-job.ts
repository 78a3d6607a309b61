/**
 * Writes the chosen files of invoices into the ledger, as one block.
 *
 * They are read and matched again: what was shown may have changed meanwhile, and a file that has
 * become somebody else's is left out. Each file is kept by its hash before the ledger names it.
 */
import { createHash } from 'node:crypto';
import { done, refused } from '../../shared/kernel/result.ts';
import { commitEinvoices, type InvoiceFile } from '../ledger/imports/commit-einvoices.ts';
import { answerOf } from '../ledger/journal.ts';
import type { JobRun } from '../ports/jobs.ts';
import { keepFile } from '../use-cases/files/kept-files.ts';
import type {
  CommitInvoiceFilesInput,
  CommittedInvoiceFiles,
} from '../use-cases/imports/einvoice-jobs.ts';
import { invoiceFileOf, recogniseInvoices } from './invoice-files/recognise-invoices.ts';
import { withLedger } from './job-ledger.ts';

export const run: JobRun<CommitInvoiceFilesInput, CommittedInvoiceFiles> = (input, tools) =>
  withLedger(input, tools, async (ledger) => {
    const { commandId, filesPath } = input;
    const known = ledger.read((reader) => answerOf(reader, commandId));
    if (known !== null) return done(known.answer as CommittedInvoiceFiles);
    const chosen = new Set(input.chosen);
    const { files: recognised } = await recogniseInvoices(
      ledger,
      input,
      tools,
      async (sha256, bytes) => {
        if (chosen.has(sha256)) await keepFile(filesPath, bytes);
      },
    );
    const files = recognised.flatMap((file) =>
      chosen.has(file.fileSha256) ? (invoiceFileOf(file) ?? []) : [],
    );
    const [first] = files;
    if (first === undefined) return refused({ code: 'einvoices_nothing_chosen', detail: null });
    tools.stopIfCancelled();
    const { importId } = await ledger.write((writer) =>
      commitEinvoices(writer, {
        commandId,
        files,
        leftOutCount: recognised.length - files.length,
        fileName: blockName(input.files, first, files.length),
        fileSha256: blockHash(files),
      }),
    );
    return done({ importId, fileCount: files.length });
  });

/** One file by its own name; several by the first and how many there are. */
function blockName(
  dropped: CommitInvoiceFilesInput['files'],
  first: InvoiceFile,
  count: number,
): string {
  if (count === 1) return first.fileName;
  const [only] = dropped;
  if (dropped.length === 1 && only !== undefined) return only.fileName;
  return `${first.fileName} + ${count - 1}`;
}

function blockHash(files: readonly InvoiceFile[]): string {
  const [only] = files;
  if (files.length === 1 && only !== undefined) return only.fileSha256;
  const hash = createHash('sha256');
  for (const one of files.map(({ fileSha256 }) => fileSha256).sort()) hash.update(one);
  return hash.digest('hex');
}
