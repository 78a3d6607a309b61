/**
 * The one door to SQLite: this file alone imports the driver.
 *
 * Everything else sees `Connection`, so that an encrypting build of the same driver is one line
 * here. A ledger has at most one writing connection at a time (see `write-gate.ts`), so a busy
 * ledger is a broken invariant and nothing waits for it: `busy_timeout` is 0 once open.
 */
import Database from 'better-sqlite3';
import { BetterSQLiteSession } from 'drizzle-orm/better-sqlite3/session';
import { BaseSQLiteDatabase, SQLiteSyncDialect } from 'drizzle-orm/sqlite-core';

export type Connection = Database.Database;
export type PreparedStatement = Database.Statement<unknown[], unknown>;

/** Typed queries over the small tables of `schema/people.ts`. */
export type Orm = BaseSQLiteDatabase<'sync', Database.RunResult, Record<string, unknown>>;

/** Longest wait while a file is being opened, when another process may still be leaving it. */
const OPENING_TIMEOUT_MS = 2_000;
const JOURNAL_SIZE_LIMIT_BYTES = 64 * 1024 * 1024;
const READER_CACHE_KIB = 64 * 1024;
const WRITER_CACHE_KIB = 384 * 1024;

/** The connection that writes. Makes the file when there is none. */
export function openWriter(file: string): Connection {
  const connection = new Database(file, { timeout: OPENING_TIMEOUT_MS });
  connection.pragma('journal_mode = WAL');
  connection.pragma('synchronous = FULL');
  connection.pragma('foreign_keys = ON');
  connection.pragma(`journal_size_limit = ${JOURNAL_SIZE_LIMIT_BYTES}`);
  connection.pragma(`cache_size = -${WRITER_CACHE_KIB}`);
  connection.pragma('temp_store = MEMORY');
  connection.pragma('busy_timeout = 0');
  return connection;
}

/** A connection that reads, beside a writing one: WAL lets it go on during a commit. */
export function openReader(file: string): Connection {
  const connection = new Database(file, { timeout: OPENING_TIMEOUT_MS, fileMustExist: true });
  connection.pragma('query_only = ON');
  connection.pragma(`cache_size = -${READER_CACHE_KIB}`);
  connection.pragma('mmap_size = 1073741824');
  connection.pragma('temp_store = MEMORY');
  connection.pragma('busy_timeout = 0');
  return connection;
}

/** A copy of a ledger, made to stand alone: without a write-ahead log beside it. */
export function openCopy(file: string): Connection {
  const connection = new Database(file, { fileMustExist: true });
  connection.pragma('journal_mode = DELETE');
  return connection;
}

/** A file that was made by somebody else (a backup to look into): nothing in it is changed. */
export function openUntouched(file: string): Connection {
  return new Database(file, { readonly: true, fileMustExist: true });
}

/**
 * A file of one import, thrown away after it: nothing is fsynced, a crash leaves rubbish that the
 * next start sweeps.
 */
export function openScratch(file: string): Connection {
  const connection = new Database(file);
  connection.pragma('journal_mode = OFF');
  connection.pragma('synchronous = OFF');
  connection.pragma('locking_mode = NORMAL');
  connection.pragma(`cache_size = -${WRITER_CACHE_KIB}`);
  connection.pragma('temp_store = MEMORY');
  return connection;
}

/** The file that keeps two programs out of one data folder (see `folder-lock.ts`). */
export function openLockFile(file: string): Connection {
  return new Database(file, { timeout: 0 });
}

/** Typed queries over a connection, without a second copy of the driver. */
export function ormOf(connection: Connection): Orm {
  const dialect = new SQLiteSyncDialect();
  const session = new BetterSQLiteSession(connection, dialect, undefined);
  return new BaseSQLiteDatabase('sync', dialect, session, undefined);
}

/** The code of SQLite's error (`SQLITE_BUSY`, `SQLITE_CORRUPT` …), or null for another error. */
export function sqliteCodeOf(error: unknown): string | null {
  return error instanceof Database.SqliteError ? error.code : null;
}
