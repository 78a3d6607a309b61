/** Undoes an import as one block. A copy of the ledger is made first. */
import { done, refused } from '../../shared/kernel/result.ts';
import { makeBackup } from '../ledger/backup/backups.ts';
import { undoImport, undoRefusalOf } from '../ledger/imports/undo-import.ts';
import { answerOf } from '../ledger/journal.ts';
import type { JobRun } from '../ports/jobs.ts';
import type { ImportUndoInput } from '../use-cases/imports/import-jobs.ts';
import { withLedger } from './job-ledger.ts';

export const run: JobRun<ImportUndoInput, { readonly importId: number }> = (input, tools) =>
  withLedger(input, tools, async (ledger) => {
    const { importId, commandId } = input;
    if (ledger.read((reader) => answerOf(reader, commandId)) !== null) return done({ importId });
    const refusal = ledger.read((reader) => undoRefusalOf(reader, importId));
    if (refusal !== null) return refused({ code: refusal, detail: null });
    await makeBackup({
      ledgerFile: input.ledgerPath,
      backupsPath: input.backupsPath,
      reason: 'before_import',
      madeAt: tools.startedAt,
    });
    tools.stopIfCancelled();
    const undone = await ledger.write((writer) =>
      undoImport(writer, {
        importId,
        commandId,
        asOf: tools.today,
        tick: (customers, total) => {
          tools.progress(customers, total, 'writing');
          tools.stopIfCancelled();
        },
      }),
    );
    ledger.checkpoint();
    if (!undone.isDone) return refused({ code: undone.refusal, detail: null });
    return done({ importId });
  });
