/**
 * Reads a file into a staging of its own and says what it would change. The ledger is only read.
 */
import { done, refused } from '../../shared/kernel/result.ts';
import { StagingWriter } from '../ledger/staging/staging.ts';
import { dropStaging, stagingPath } from '../ledger/staging/staging-files.ts';
import type { JobRun, JobTools } from '../ports/jobs.ts';
import type { ImportPreviewInput, importPreview } from '../use-cases/imports/import-jobs.ts';
import { withLedger } from './job-ledger.ts';
import { stageBankFile } from './staging/bank-file.ts';
import { stageLedgerFile } from './staging/ledger-file.ts';
import { previewOf } from './staging/preview.ts';
import { stageTable } from './staging/table-file.ts';

type Types = NonNullable<(typeof importPreview)['types']>;

export const run: JobRun<ImportPreviewInput, ReturnType<Types>> = async (input, tools) => {
  const stagingFile = stagingPath(input.companyPath, input.stagingId);
  try {
    const staged = await stage(stagingFile, input, tools);
    if (!staged.isDone) {
      dropStaging(input.companyPath, input.stagingId);
      return refused({ code: staged.refusal.code, detail: staged.refusal.value });
    }
    const preview = await withLedger(input, tools, (ledger) =>
      previewOf(ledger, { stagingId: input.stagingId, stagingFile }, input.typedTotalCents, tools),
    );
    return done(preview);
  } catch (error) {
    dropStaging(input.companyPath, input.stagingId);
    throw error;
  }
};

async function stage(stagingFile: string, input: ImportPreviewInput, tools: JobTools) {
  const staging = new StagingWriter(stagingFile);
  try {
    return await stageFile(staging, input, tools);
  } finally {
    staging.close();
  }
}

function stageFile(staging: StagingWriter, input: ImportPreviewInput, tools: JobTools) {
  const { format } = input;
  if (format === 'table') return stageTable(staging, input, tools);
  if (format === 'bank') return stageBankFile(staging, input, tools);
  return stageLedgerFile(staging, { ...input, format }, tools);
}
