/**
 * Writes a staging into the ledger: facts, identities and what they mean, in one transaction.
 *
 * The staging is attached beside the ledger and its rows go over by sets, in the order of the
 * ledger's own keys. Then the customers it concerns are interpreted again: those it names, and
 * those whose earlier lines it takes the place of.
 */
import type { AccountRole } from '../../../shared/domain/statement/account-role.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Tick } from '../interpretation/reinterpret.ts';
import { rebuildDerived, reinterpretCustomers } from '../interpretation/reinterpret.ts';
import { appendEntry, recordAnswer } from '../journal.ts';
import type { Writer } from '../session.ts';
import type { StoredHeader } from '../staging/staging.ts';
import { command, day, flag, int, nullable, query, text } from '../statement.ts';
import { recordAccountRole } from '../stores/account-roles.ts';
import { copyStaging } from './copy-staging.ts';
import { liveImportOf } from './live-imports.ts';
import { touchedByImport } from './touched-customers.ts';

export interface CommitImport {
  readonly header: StoredHeader;
  readonly commandId: string | null;
  /** Roles that the user gave to accounts while looking at the preview. */
  readonly roles: readonly {
    readonly ledgerAccountCode: string;
    readonly role: AccountRole;
  }[];
  /** What the preview said, kept for the history. */
  readonly summary: unknown;
  readonly asOf: CalendarDate;
  readonly tick?: Tick;
}

export interface CommittedImport {
  readonly importId: number;
  /** The same bytes were live already: nothing was written. */
  readonly isSameFile: boolean;
}

const APPEND_IMPORT = command({
  name: 'imports.append',
  params: {
    importId: int,
    entryId: int,
    meaning: text,
    reader: text,
    scope: text,
    fileName: text,
    fileSha256: text,
    statedOnDate: day,
    coversFromDate: nullable(day),
    coversToDate: nullable(day),
    bankDate: nullable(day),
    lineCount: int,
    rejectedCount: int,
    debitCents: int,
    creditCents: int,
    hasOpenings: flag,
    summary: text,
  },
  sql: `
INSERT INTO import_batch (import_id, entry_id, meaning, reader, scope, file_name, file_sha256,
  stated_on_date, covers_from_date, covers_to_date, bank_date, line_count, rejected_count,
  debit_cents, credit_cents, has_openings, summary)
VALUES (@importId, @entryId, @meaning, @reader, @scope, @fileName, @fileSha256, @statedOnDate,
  @coversFromDate, @coversToDate, @bankDate, @lineCount, @rejectedCount, @debitCents, @creditCents,
  @hasOpenings, @summary)`,
});

const LAST_IMPORT = query({
  name: 'imports.last',
  row: { importId: int },
  sql: 'SELECT ifnull(max(import_id), 0) AS importId FROM import_batch',
});

/**
 * Commits the staging that is attached as `staging`. Throws what `tick` throws, and then nothing
 * was written.
 */
export function commitImport(writer: Writer, commit: CommitImport): CommittedImport {
  const { header, roles, asOf } = commit;
  const same = liveImportOf(writer, header.fileSha256, header.scope);
  if (same !== null) return { importId: same, isSameFile: true };

  const importId = (writer.one(LAST_IMPORT)?.importId ?? 0) + 1;
  const entryId = appendEntry(writer, {
    kind: 'import_committed',
    customerId: null,
    commandId: commit.commandId,
    payload: { importId, header, roles },
  });
  writer.run(APPEND_IMPORT, {
    importId,
    entryId,
    meaning: header.meaning,
    reader: header.reader,
    scope: header.scope,
    fileName: header.fileName,
    fileSha256: header.fileSha256,
    statedOnDate: header.statedOnDate,
    coversFromDate: header.coversFromDate,
    coversToDate: header.coversToDate,
    bankDate: header.bankDate,
    lineCount: header.linesKept,
    rejectedCount: header.linesRejected,
    debitCents: header.debitCents,
    creditCents: header.creditCents,
    hasOpenings: header.hasOpenings,
    summary: JSON.stringify(commit.summary ?? null),
  });
  copyStaging(writer, importId);
  let hasNewRole = false;
  for (const given of roles) hasNewRole = recordAccountRole(writer, entryId, given) || hasNewRole;

  const options = commit.tick === undefined ? { asOf } : { asOf, tick: commit.tick };
  if (hasNewRole) rebuildDerived(writer, options);
  else reinterpretCustomers(writer, touchedByImport(writer, importId, header), options);
  recordAnswer(writer, entryId, { importId });
  writer.touch(['imports', 'customers', 'items', 'settings'], 'all');
  return { importId, isSameFile: false };
}
