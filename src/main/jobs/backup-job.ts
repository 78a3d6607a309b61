/** Copies the ledger while it is in use, checks the copy and keeps the last ten. */
import { done } from '../../shared/kernel/result.ts';
import { makeBackup } from '../ledger/backup/backups.ts';
import type { JobRun } from '../ports/jobs.ts';
import type { BackupInput } from '../use-cases/imports/import-jobs.ts';

export const run: JobRun<BackupInput, { readonly backupId: string }> = async (input, tools) => {
  const { backupId } = await makeBackup({
    ledgerFile: input.ledgerPath,
    backupsPath: input.backupsPath,
    reason: input.reason,
    madeAt: tools.startedAt,
    onProgress: (pages, total) => {
      tools.progress(pages, total, 'backup');
      tools.stopIfCancelled();
    },
  });
  return done({ backupId });
};
