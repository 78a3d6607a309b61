/**
 * Writes a staging into the ledger: facts, identities and what they mean, in one transaction.
 *
 * Group by group, in the order of the ledger's own keys, the lines of the customers it concerns are
 * read from the staging, appended, and interpreted with what earlier files said of them.
 */
import type { AccountRole } from '../../../shared/domain/statement/account-role.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { InterpretedCustomer } from '../interpretation/group-interpreter.ts';
import type { Tick } from '../interpretation/reinterpret.ts';
import { derive, isWorthWholesale } from '../interpretation/reinterpret.ts';
import { appendEntry, nextEntryId, recordAnswer } from '../journal.ts';
import type { Writer } from '../session.ts';
import type { StagingReader } from '../staging/staging-reader.ts';
import { recordAccountRole } from '../stores/account-roles.ts';
import { appendImport } from './append-import.ts';
import { appendStagedRecords, StagedLines } from './append-staged.ts';
import { commitBank } from './commit-bank.ts';
import { liveImportOf } from './live-imports.ts';
import { RecordsDigest } from './records-digest.ts';
import { stagedView } from './staged-view.ts';

export interface CommitImport {
  readonly staging: StagingReader;
  readonly commandId: string | null;
  /** Roles that the user gave to accounts while looking at the preview. */
  readonly roles: readonly {
    readonly ledgerAccountCode: string;
    readonly role: AccountRole;
  }[];
  readonly asOf: CalendarDate;
  readonly tick?: Tick;
}

export interface CommittedImport {
  readonly importId: number;
  /** The same bytes were live already: nothing was written. */
  readonly isSameFile: boolean;
}

/** Commits a staging. Throws what `tick` throws, and then nothing was written. */
export function commitImport(writer: Writer, commit: CommitImport): CommittedImport {
  const { staging, roles, asOf, tick } = commit;
  const { header } = staging;
  const same = liveImportOf(writer, header.fileSha256, header.scope);
  if (same !== null) return { importId: same, isSameFile: true };
  const reading = staging.bank();
  if (reading !== null) {
    return { importId: commitBank(writer, commit, reading), isSameFile: false };
  }

  const rolesByCode = new Map(roles.map((given) => [given.ledgerAccountCode, given.role]));
  const staged = stagedView(writer, staging, rolesByCode);
  const { importId, newCustomers, customerIdOf } = staged;
  // The entry comes last, with the digest of what was written; what names it waits for it.
  writer.connection.pragma('defer_foreign_keys = ON');
  const entryId = nextEntryId(writer);
  appendImport(writer, staging, { importId, entryId });
  appendStagedRecords(writer, staging, { importId, newCustomers, customerIdOf });
  let hasNewRole = false;
  for (const given of roles) hasNewRole = recordAccountRole(writer, entryId, given) || hasNewRole;

  const isWholesale =
    hasNewRole || isWorthWholesale(staged.touched.length, staged.everybody.length);
  const customers = isWholesale ? staged.everybody : staged.touched;
  const lines = new StagedLines(writer, importId);
  const digest = new RecordsDigest(importId);
  const beside = ({ customerId, facts }: InterpretedCustomer) => {
    lines.add(customerId, facts);
    digest.add(customerId, facts);
  };
  derive(writer, { view: staged.view, customers, isWholesale }, { asOf, tick, beside });
  appendEntry(writer, {
    kind: 'import_committed',
    customerId: null,
    commandId: commit.commandId,
    payload: { importId, header, roles, recordsSha256: digest.digest() },
  });
  recordAnswer(writer, entryId, { importId, meaning: header.meaning });
  writer.touch(['imports', 'customers', 'items', 'settings'], 'all');
  return { importId, isSameFile: false };
}
