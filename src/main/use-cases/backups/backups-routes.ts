/** The procedures of `backups`: copies of the ledger, and the way back to one. */
import path from 'node:path';
import { findBackup, listBackups } from '../../ledger/backup/backups.ts';
import { checkBackup, copyForRestore } from '../../ledger/backup/check-backup.ts';
import { api } from '../api.ts';
import { companyOf, type OpenCompany } from '../companies/open-company.ts';
import { placesOf } from '../companies/places-of.ts';
import type { AppContext, CallContext } from '../context.ts';
import { backup, verify } from '../imports/import-jobs.ts';

const NO_DETAIL = { data: { detail: null } };

/** Binds the area. */
export function backupsRoutes(context: AppContext) {
  const open = (call: CallContext) => companyOf(context, call);
  return {
    list: api.backups.list.handler(({ context: call }) =>
      listBackups(open(call).folder.backupsPath).map(({ backupId, madeAt, reason, sizeBytes }) => ({
        backupId,
        madeAt,
        reason,
        sizeBytes,
        isChecked: true,
      })),
    ),
    make: api.backups.make.handler(({ context: call }) => {
      const company = open(call);
      const { jobId } = context.jobs.start(
        backup,
        { ...placesOf(company), reason: 'asked' },
        { companyKey: company.key, subject: '', mayCancel: false },
      );
      return { jobId };
    }),
    check: api.backups.check.handler(({ input, context: call, errors }) => {
      const company = open(call);
      const file = fileOf(context, company, input);
      if (file === null) throw errors.backup_unknown(NO_DETAIL);
      return checkBackup(file, company.ledger);
    }),
    restore: api.backups.restore.handler(async ({ input, context: call, errors }) => {
      const company = open(call);
      const file = fileOf(context, company, input);
      if (file === null) throw errors.backup_unknown(NO_DETAIL);
      const checked = checkBackup(file, company.ledger);
      if (checked.code !== null) throw errors[checked.code](NO_DETAIL);
      const saved = context.jobs.start(
        backup,
        { ...placesOf(company), reason: 'before_restore' },
        { companyKey: company.key, subject: '', mayCancel: false },
      );
      const ended = await saved.outcome;
      if (ended.state !== 'done') throw errors.busy(NO_DETAIL);
      const copy = path.join(company.folder.path, 'tmp', `restore-${context.ids.next()}.db`);
      copyForRestore(file, copy);
      const { version } = { version: company.ledger.version().entryId };
      context.companies.stageRestore(company.key, copy);
      context.host.restartCore();
      return { version };
    }),
    verifyJournal: api.backups.verifyJournal.handler(async ({ context: call }) => {
      const company = open(call);
      const { outcome } = context.jobs.start(verify, placesOf(company), {
        companyKey: company.key,
        subject: '',
        mayCancel: false,
      });
      const ended = await outcome;
      if (ended.state !== 'done') throw new Error('the journal could not be verified');
      const { entryCount, firstBrokenEntryId, differingCustomerIds, isFileSound } = ended.output;
      const isIntact =
        firstBrokenEntryId === null && differingCustomerIds.length === 0 && isFileSound;
      return { isIntact, entryCount, firstBrokenEntryId };
    }),
  };
}

/** A backup of the list, or an uploaded file; null when neither is there. */
function fileOf(
  context: AppContext,
  company: OpenCompany,
  wanted: { readonly backupId: string | null; readonly uploadId: string | null },
): string | null {
  if (wanted.backupId !== null) {
    return findBackup(company.folder.backupsPath, wanted.backupId)?.path ?? null;
  }
  return wanted.uploadId === null ? null : (context.uploads.find(wanted.uploadId)?.path ?? null);
}
