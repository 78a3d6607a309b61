/**
 * Whether a file may take the place of a ledger, and what that would cost.
 *
 * Looked at without changing it: is it a ledger, of a version this build knows, sound page by page,
 * its journal unbroken? And which entries of today's ledger does it not have?
 */
import { copyFileSync, rmSync } from 'node:fs';
import type { Instant } from '../../../shared/kernel/instant.ts';
import { verifyJournal } from '../journal.ts';
import type { Ledger } from '../ledger.ts';
import { migrations } from '../migrations/migrations.ts';
import { NotALedger, versionOf } from '../migrations/run-migrations.ts';
import type { Connection } from '../sqlite.ts';
import { openCopy, openUntouched, sqliteCodeOf } from '../sqlite.ts';
import { blob, int, query } from '../statement.ts';

export type BackupTrouble = 'backup_not_a_ledger' | 'backup_newer' | 'backup_damaged';

export interface BackupCheck {
  readonly isRestorable: boolean;
  readonly code: BackupTrouble | null;
  readonly companyName: string | null;
  readonly lastEntryAt: Instant | null;
  readonly customerCount: number;
  readonly importCount: number;
  /** Entries of the open ledger that the file lacks: what a restore would lose. */
  readonly lostEntryCount: number;
}

const LAST_ENTRY = `
SELECT entry_id AS entryId, recorded_at AS recordedAt, hash FROM entry
ORDER BY entry_id DESC LIMIT 1`;

const COUNTS = `
SELECT (SELECT count(*) FROM customer) AS customerCount,
  (SELECT count(*) FROM import_batch) AS importCount,
  (SELECT json_extract(value, '$.name') FROM setting WHERE name = 'identity'
    ORDER BY entry_id DESC LIMIT 1) AS companyName`;

const HASH_AT = query({
  name: 'backup.hash_at',
  params: { entryId: int },
  row: { hash: blob },
  sql: 'SELECT hash FROM entry WHERE entry_id = @entryId',
});

/** Looks into a file; `ledger` is the one it would replace, null when there is none open. */
export function checkBackup(file: string, ledger: Ledger | null): BackupCheck {
  let connection: Connection | null = null;
  try {
    connection = openUntouched(file);
    return lookInto(connection, ledger);
  } catch (error) {
    if (error instanceof NotALedger) return unusable('backup_not_a_ledger');
    const code = sqliteCodeOf(error);
    if (code === 'SQLITE_NOTADB' || code === 'SQLITE_CANTOPEN') {
      return unusable('backup_not_a_ledger');
    }
    if (code === null) throw error;
    return unusable('backup_damaged');
  } finally {
    connection?.close();
  }
}

/** Copies a checked file to where the restore takes it from; the original stays. */
export function copyForRestore(file: string, target: string): void {
  rmSync(target, { force: true });
  copyFileSync(file, target);
  openCopy(target).close();
}

function lookInto(connection: Connection, ledger: Ledger | null): BackupCheck {
  const version = versionOf(connection);
  if (version === 0) return unusable('backup_not_a_ledger');
  if (version > migrations.length) return unusable('backup_newer');
  if (connection.pragma('quick_check(1)', { simple: true }) !== 'ok') {
    return unusable('backup_damaged');
  }
  if (!verifyJournal(connection).isIntact) return unusable('backup_damaged');
  type Last = { readonly entryId: number; readonly recordedAt: Instant; readonly hash: Uint8Array };
  const last = connection.prepare<[], Last>(LAST_ENTRY).get();
  type Counts = Pick<BackupCheck, 'customerCount' | 'importCount' | 'companyName'>;
  const counts = connection.prepare<[], Counts>(COUNTS).get();
  return {
    isRestorable: true,
    code: null,
    companyName: counts?.companyName ?? null,
    lastEntryAt: last?.recordedAt ?? null,
    customerCount: counts?.customerCount ?? 0,
    importCount: counts?.importCount ?? 0,
    lostEntryCount: ledger === null ? 0 : lostEntries(ledger, last ?? null),
  };
}

/** Of another history, everything is lost; of the same one, what came after. */
function lostEntries(
  ledger: Ledger,
  last: { readonly entryId: number; readonly hash: Uint8Array } | null,
): number {
  const { entryId } = ledger.version();
  if (last === null) return entryId;
  const own = ledger.read((reader) => reader.one(HASH_AT, { entryId: last.entryId }));
  const isSameHistory = own !== null && Buffer.compare(own.hash, last.hash) === 0;
  return isSameHistory ? entryId - last.entryId : entryId;
}

function unusable(code: BackupTrouble): BackupCheck {
  return {
    isRestorable: false,
    code,
    companyName: null,
    lastEntryAt: null,
    customerCount: 0,
    importCount: 0,
    lostEntryCount: 0,
  };
}
