/** The long work around imports: how it is named, what it is given and what it answers. */
import type { ImportPreview } from '../../../shared/contract/imports.ts';
import type { AccountRole } from '../../../shared/domain/statement/account-role.ts';
import type { StatementMeaning } from '../../../shared/domain/statement/statement.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { jobKey } from '../../ports/jobs.ts';

/** Where the files of a company lie, as a job needs them. */
export interface JobCompany {
  readonly companyKey: string;
  readonly ledgerPath: string;
  readonly companyPath: string;
  readonly backupsPath: string;
}

export interface ImportPreviewInput extends JobCompany {
  readonly stagingId: string;
  readonly upload: {
    readonly path: string;
    readonly fileName: string;
    readonly sha256: string;
  };
  readonly format: 'fec' | 'isa' | 'edi' | 'table' | 'bank';
  /** How the columns of a table are read; null for a file that needs no mapping. */
  readonly profile: unknown;
  /** `all`, `file`, or a dimension and its value (`rep:DUPAS`); for lists of open items. */
  readonly scope: string | null;
  readonly statedOnDate: CalendarDate | null;
  /** The balance a person read in the accounts, for a list of open items. */
  readonly typedTotalCents: Cents | null;
  readonly customerAccountPrefixes: readonly string[];
}

/** Reads a file into a staging and says what it would change. Refusals are codes of files. */
export const importPreview = jobKey<ImportPreviewInput, ImportPreview>('import_preview');

export interface ImportCommitInput extends JobCompany {
  readonly stagingId: string;
  readonly commandId: string;
  readonly roles: readonly {
    readonly ledgerAccountCode: string;
    readonly role: AccountRole;
  }[];
  readonly acceptedGuards: readonly string[];
}

export interface ImportCommitted {
  readonly importId: number;
  /** What the file was; not told again for a command sent twice. */
  readonly meaning?: StatementMeaning;
}

/** Writes a previewed staging. Refuses with `staging_unknown` or `guard_not_accepted`. */
export const importCommit = jobKey<ImportCommitInput, ImportCommitted>('import_commit');

export interface ImportUndoInput extends JobCompany {
  readonly importId: number;
  readonly commandId: string;
}

/** Undoes an import. Refuses as `imports.undo` of the contract does. */
export const importUndo = jobKey<ImportUndoInput, { readonly importId: number }>('import_undo');

/**
 * Interprets every customer again: after a change that concerns them all (roles, default terms), or
 * when the derived tables were made by another build.
 */
export const interpretAll = jobKey<JobCompany, { readonly customerCount: number }>('interpret');

export interface BackupInput extends JobCompany {
  readonly reason: 'before_import' | 'daily' | 'before_restore' | 'before_migration' | 'asked';
}

/** Copies the ledger, checks the copy and keeps the last ten. */
export const backup = jobKey<BackupInput, { readonly backupId: string }>('backup');

/** Recomputes the journal's chain, compares facts with their digests, derived tables with facts. */
export const verify = jobKey<
  JobCompany,
  {
    readonly entryCount: number;
    readonly firstBrokenEntryId: number | null;
    readonly differingCustomerIds: readonly number[];
    /** Imports whose records are not those that were committed. */
    readonly changedImportIds: readonly number[];
    readonly isFileSound: boolean;
  }
>('verify');
