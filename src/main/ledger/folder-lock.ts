/**
 * One program per data folder.
 *
 * A transaction on `run/lock.db` is held for life: the system frees it with the process, a kill
 * included, so that no stale lock ever needs a person. Only the right to write is held, so that
 * whoever is refused can still read who holds it.
 */
import type { Result } from '../../shared/kernel/result.ts';
import { done, refused } from '../../shared/kernel/result.ts';
import { type Connection, openLockFile, sqliteCodeOf } from './sqlite.ts';

export interface LockHolder {
  readonly user: string;
  readonly machine: string;
}

export interface FolderLock {
  release(): void;
}

/** Takes the lock for life, or says who has it. */
export function takeFolderLock(file: string, holder: LockHolder): Result<FolderLock, LockHolder> {
  const connection = openLockFile(file);
  try {
    connection.exec('BEGIN IMMEDIATE');
    connection.exec(
      `CREATE TABLE IF NOT EXISTS holder (user_name TEXT NOT NULL, machine TEXT NOT NULL) STRICT;
       DELETE FROM holder;`,
    );
    connection.prepare('INSERT INTO holder VALUES (?, ?)').run(holder.user, holder.machine);
    connection.exec('COMMIT');
    connection.pragma('locking_mode = EXCLUSIVE');
    connection.exec('BEGIN IMMEDIATE');
    return done({ release: () => connection.close() });
  } catch (error) {
    if (sqliteCodeOf(error) !== 'SQLITE_BUSY') {
      connection.close();
      throw error;
    }
    const other = holderOf(connection);
    connection.close();
    return refused(other);
  }
}

function holderOf(connection: Connection): LockHolder {
  try {
    const row = connection.prepare('SELECT user_name AS user, machine FROM holder').get() as
      | LockHolder
      | undefined;
    return row ?? { user: '', machine: '' };
  } catch {
    // The other program is writing its name this very moment.
    return { user: '', machine: '' };
  }
}
