/**
 * The ledger of one company: a file of facts that are appended, and what follows from them.
 *
 * `read` is synchronous and sees one state; it goes on while a job commits. `write` waits for the
 * write gate, then runs its function inside one transaction, without an await: what it appends is
 * all there or not at all. The last entry, the day the derived tables stand for and the bank date
 * are the ledger's version: whatever was read at a version holds until it moves.
 */
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import { makeBackupNow } from './backup/backups.ts';
import { prepareDerived } from './interpretation/derived-state.ts';
import { migrations } from './migrations/migrations.ts';
import { runMigrations } from './migrations/run-migrations.ts';
import type { Reader, SlowStatement, Writer } from './session.ts';
import { Session } from './session.ts';
import type { Connection } from './sqlite.ts';
import { openReader, openWriter } from './sqlite.ts';
import { day, int, nullable, query } from './statement.ts';
import type { HoldGate } from './write-gate.ts';
import { makeWriteGate } from './write-gate.ts';

/** A value that is there now: the type that forbids an await inside a transaction. */
export type Immediate<Answer> = Answer extends PromiseLike<unknown> ? never : Answer;

export interface LedgerVersion {
  /** The last entry of the journal; 0 before the first. */
  readonly entryId: number;
  /** The day the derived tables stand for; null before the first interpretation. */
  readonly asOf: CalendarDate | null;
  /** The last day known of the bank, over the live imports. */
  readonly bankDate: CalendarDate | null;
}

/** What a write did, told once it is on the disk. */
export interface LedgerChange {
  readonly version: LedgerVersion;
  readonly topics: readonly string[];
  readonly customerIds: readonly number[] | 'all';
}

export interface LedgerOptions {
  readonly file: string;
  readonly clock: Clock;
  readonly log: Log;
  /** How the write gate is held; by default the ledger has one of its own. */
  readonly holdGate?: HoldGate;
  /** Who writes, as the journal names it. */
  readonly actor?: string;
  /** Where a copy of the file is put before a migration touches it; without it none is made. */
  readonly backupsPath?: string;
}

export interface Ledger {
  readonly file: string;
  readonly clock: Clock;
  readonly log: Log;
  /** Runs `work` over one state of the ledger. Calls may be nested. */
  read<Answer>(work: (reader: Reader) => Answer): Immediate<Answer>;
  /** Waits for the gate, then appends in one transaction; a throw leaves nothing behind. */
  write<Answer>(work: (writer: Writer) => Answer): Promise<Immediate<Answer>>;
  version(): LedgerVersion;
  /** Calls `listener` after each write; gives back how to stop. */
  onChange(listener: (change: LedgerChange) => void): () => void;
  /** Tells the listeners of a write that another thread did on the same file. */
  announce(change: Pick<LedgerChange, 'topics' | 'customerIds'>): void;
  /** The slowest statements since opening, slowest first. */
  slowest(): readonly SlowStatement[];
  /** Folds the write-ahead log into the file; false while a reader still needs it. */
  checkpoint(): boolean;
  /** False once it was closed. */
  isOpen(): boolean;
  close(): void;
}

const VERSION = query({
  name: 'ledger.version',
  row: { entryId: int, asOf: nullable(day), bankDate: nullable(day) },
  sql: `
SELECT ifnull((SELECT max(entry_id) FROM entry), 0) AS entryId,
  (SELECT as_of_date FROM derived_state) AS asOf,
  (SELECT max(bank_date) FROM import_batch
    WHERE import_id NOT IN (SELECT import_id FROM import_undone)) AS bankDate`,
});

/**
 * Opens the ledger file of a company, making or migrating it.
 *
 * Throws `LedgerFromNewerBuild` for a file of a newer program and `NotALedger` for another file,
 * both before anything is touched.
 */
export function openLedger(options: LedgerOptions): Ledger {
  const writing = openWriter(options.file);
  try {
    runMigrations(writing, migrations, (connection) => backUp(connection, options));
    prepareDerived(writing);
  } catch (error) {
    writing.close();
    throw error;
  }
  return makeLedger(options, writing, openReader(options.file));
}

function backUp(connection: Connection, { backupsPath, clock }: LedgerOptions): void {
  if (backupsPath === undefined) return;
  makeBackupNow(connection, { backupsPath, reason: 'before_migration', madeAt: clock.now() });
}

function makeLedger(options: LedgerOptions, writing: Connection, reading: Connection): Ledger {
  const { clock, log } = options;
  const surroundings = { clock, log, actor: options.actor ?? 'user' };
  const writer = new Session(writing, surroundings);
  const reader = new Session(reading, surroundings);
  const holdGate = options.holdGate ?? makeWriteGate();
  const listeners = new Set<(change: LedgerChange) => void>();
  let depth = 0;

  const read: Ledger['read'] = (work) => {
    if (depth === 0) reading.exec('BEGIN');
    depth += 1;
    try {
      return work(reader) as Immediate<ReturnType<typeof work>>;
    } finally {
      depth -= 1;
      if (depth === 0 && reading.inTransaction) reading.exec('COMMIT');
    }
  };
  const version = () => read((from) => from.one(VERSION)) ?? EMPTY_VERSION;
  const announce: Ledger['announce'] = ({ topics, customerIds }) => {
    const change: LedgerChange = { version: version(), topics, customerIds };
    for (const listener of listeners) listener(change);
  };
  return {
    file: options.file,
    clock,
    log,
    read,
    version,
    announce,
    write: (work) =>
      holdGate(() => inTransaction(writer, work)).then((answer) => {
        announce(takeTouched(writer));
        return answer;
      }),
    onChange: (listener) => {
      listeners.add(listener);
      return () => listeners.delete(listener);
    },
    slowest: () => [...reader.slowest, ...writer.slowest].sort((a, b) => b.ms - a.ms),
    checkpoint: () => isCheckpointed(writing),
    isOpen: () => writing.open,
    close: () => {
      listeners.clear();
      if (!writing.open) return;
      reading.close();
      isCheckpointed(writing);
      writing.close();
    },
  };
}

const EMPTY_VERSION: LedgerVersion = { entryId: 0, asOf: null, bankDate: null };

function inTransaction<Answer>(
  writer: Session,
  work: (writer: Writer) => Answer,
): Immediate<Answer> {
  takeTouched(writer);
  writer.connection.exec('BEGIN IMMEDIATE');
  try {
    const answer = work(writer);
    writer.connection.exec('COMMIT');
    return answer as Immediate<Answer>;
  } catch (error) {
    if (writer.connection.inTransaction) writer.connection.exec('ROLLBACK');
    throw error;
  }
}

function takeTouched(writer: Session): Pick<LedgerChange, 'topics' | 'customerIds'> {
  const { topics, customerIds } = writer.touched;
  writer.touched = { topics: new Set(), customerIds: new Set() };
  return {
    topics: [...topics],
    customerIds: customerIds === 'all' ? 'all' : [...customerIds],
  };
}

function isCheckpointed(connection: Connection): boolean {
  const [row] = connection.pragma('wal_checkpoint(TRUNCATE)') as { busy: number }[];
  return row?.busy === 0;
}
