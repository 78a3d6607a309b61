/**
 * Brings a ledger file to the version this build knows, or refuses to open it.
 *
 * All pending migrations run in one transaction, so a crash leaves either the old ledger or the
 * new one. A file from a newer build is refused before it is touched: an older program that writes
 * to it would lose what it cannot see. The derived tables are dropped, never migrated: they are
 * made anew from the facts.
 */
import { dropDerived } from '../schema/drop-derived.ts';
import type { Connection } from '../sqlite.ts';
import type { Migration } from './migration.ts';

/** Written in the header of every ledger file: the letters `Encr`. */
export const LEDGER_APPLICATION_ID = 0x456e_6372;

export class LedgerFromNewerBuild extends Error {
  override readonly name = 'LedgerFromNewerBuild';
}

export class NotALedger extends Error {
  override readonly name = 'NotALedger';
}

/**
 * Runs what is pending and gives its list, empty for a file that is up to date. `backUp` is called
 * before a file that already holds a ledger is changed.
 */
export function runMigrations(
  connection: Connection,
  migrations: readonly Migration[],
  backUp?: (connection: Connection) => void,
): readonly Migration[] {
  const current = versionOf(connection);
  if (current > migrations.length) {
    throw new LedgerFromNewerBuild(
      `The ledger is at version ${current}, this build knows ${migrations.length}.`,
    );
  }
  const pending = migrations.slice(current);
  if (pending.length === 0) return pending;
  if (current > 0) backUp?.(connection);
  connection
    .transaction(() => {
      connection.pragma(`application_id = ${LEDGER_APPLICATION_ID}`);
      dropDerived(connection);
      for (const migration of pending) connection.exec(migration.sql);
      connection.pragma(`user_version = ${migrations.length}`);
    })
    .immediate();
  return pending;
}

/** The version of a ledger file, 0 for an empty one; throws `NotALedger` for any other file. */
export function versionOf(connection: Connection): number {
  const version = integerOf(connection.pragma('user_version', { simple: true }));
  const applicationId = integerOf(connection.pragma('application_id', { simple: true }));
  if (applicationId === LEDGER_APPLICATION_ID) return version;
  const tables = connection.prepare("SELECT 1 FROM sqlite_schema WHERE type = 'table'").get();
  if (version !== 0 || applicationId !== 0 || tables !== undefined) {
    throw new NotALedger('The file holds something else than a ledger.');
  }
  return 0;
}

function integerOf(value: unknown): number {
  return typeof value === 'number' ? value : 0;
}
