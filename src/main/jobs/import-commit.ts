/**
 * Writes a previewed staging into the ledger, as one block.
 *
 * A copy of the ledger is made first. Then the write gate is borrowed for one transaction; the
 * windows go on reading, and a job that is stopped before its end leaves nothing behind.
 */
import { existsSync } from 'node:fs';
import type { ImportPreview } from '../../shared/contract/imports.ts';
import type { Result } from '../../shared/kernel/result.ts';
import { done, refused } from '../../shared/kernel/result.ts';
import { makeBackup } from '../ledger/backup/backups.ts';
import { commitImport } from '../ledger/imports/commit-import.ts';
import { answerOf } from '../ledger/journal.ts';
import type { Ledger } from '../ledger/ledger.ts';
import { dropStaging, stagingPath } from '../ledger/staging/staging-files.ts';
import { StagingReader } from '../ledger/staging/staging-reader.ts';
import type { JobRefusal, JobRun, JobTools } from '../ports/jobs.ts';
import type { ImportCommitInput, ImportCommitted } from '../use-cases/imports/import-jobs.ts';
import { withLedger } from './job-ledger.ts';

export const run: JobRun<ImportCommitInput, ImportCommitted> = (input, tools) =>
  withLedger(input, tools, async (ledger) => {
    const { companyPath, stagingId } = input;
    const known = ledger.read((reader) => answerOf(reader, input.commandId));
    if (known !== null) return done(known.answer as ImportCommitted);

    const stagingFile = stagingPath(companyPath, stagingId);
    if (!existsSync(stagingFile)) return refused({ code: 'staging_unknown', detail: null });
    const staging = new StagingReader(stagingFile);
    const committed = await commitStaging(ledger, staging, input, tools).finally(() =>
      staging.close(),
    );
    if (committed.isDone) dropStaging(companyPath, stagingId);
    return committed;
  });

async function commitStaging(
  ledger: Ledger,
  staging: StagingReader,
  input: ImportCommitInput,
  tools: JobTools,
): Promise<Result<ImportCommitted, JobRefusal>> {
  const preview = staging.preview();
  if (preview === null) return refused({ code: 'staging_unknown', detail: null });
  const open = unanswered(preview as ImportPreview, input.acceptedGuards);
  if (open !== null) return refused({ code: 'guard_not_accepted', detail: open });

  if (ledger.version().entryId > 0) {
    tools.progress(0, null, 'backup');
    await makeBackup({
      ledgerFile: input.ledgerPath,
      backupsPath: input.backupsPath,
      reason: 'before_import',
      madeAt: tools.startedAt,
      onProgress: (pages, total) => tools.progress(pages, total, 'backup'),
    });
  }
  tools.stopIfCancelled();
  const { importId } = await ledger.write((writer) =>
    commitImport(writer, {
      staging,
      commandId: input.commandId,
      roles: input.roles,
      asOf: tools.today,
      tick: (customers, total) => {
        tools.progress(customers, total, 'writing');
        tools.stopIfCancelled();
      },
    }),
  );
  ledger.checkpoint();
  return done({ importId, meaning: staging.header.meaning });
}

/** The first guard of the preview that the user did not accept. */
function unanswered(preview: ImportPreview, accepted: readonly string[]): string | null {
  return preview.guards.find(({ code }) => !accepted.includes(code))?.code ?? null;
}
