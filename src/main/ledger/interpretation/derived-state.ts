/** For which day the derived tables stand, and which interpreter made them. */
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { DERIVED_INDEXES, DERIVED_TABLES, INTERPRETER_VERSION } from '../schema/derived.ts';
import { dropDerived } from '../schema/drop-derived.ts';
import type { Reader, Writer } from '../session.ts';
import type { Connection } from '../sqlite.ts';
import { command, day, flag, query } from '../statement.ts';

const STATE = query({
  name: 'derived.state',
  row: { asOf: day },
  sql: 'SELECT as_of_date AS asOf FROM derived_state',
});

const RECORD_STATE = command({
  name: 'derived.record_state',
  params: { asOf: day },
  sql: `
INSERT INTO derived_state (only_row, as_of_date) VALUES (1, @asOf)
ON CONFLICT (only_row) DO UPDATE SET as_of_date = excluded.as_of_date`,
});

const HAS_FACTS = query({
  name: 'derived.has_facts',
  row: { has: flag },
  sql: 'SELECT EXISTS (SELECT 1 FROM customer) AS has',
});

export interface DerivedState {
  /** The day the open items stand for. */
  readonly asOf: CalendarDate;
}

/** Null while the derived tables were never filled. */
export function loadDerivedState(reader: Reader): DerivedState | null {
  return reader.one(STATE);
}

/** Declares the derived tables to hold what the facts mean as of that day. */
export function recordDerivedState(writer: Writer, asOf: CalendarDate): void {
  writer.run(RECORD_STATE, { asOf });
}

/** True when facts stand in the ledger and the derived tables do not tell what they mean. */
export function needsRebuild(reader: Reader): boolean {
  return loadDerivedState(reader) === null && reader.one(HAS_FACTS)?.has === true;
}

/**
 * Makes the derived tables empty where this build's are not there: in a new file, after a
 * migration, or when another interpreter made them.
 */
export function prepareDerived(connection: Connection): void {
  if (madeBy(connection) === INTERPRETER_VERSION) return;
  connection
    .transaction(() => {
      emptyDerived(connection);
      indexDerived(connection);
    })
    .immediate();
}

function madeBy(connection: Connection): number | null {
  const table = "SELECT 1 FROM sqlite_schema WHERE name = 'derived_build'";
  if (connection.prepare(table).get() === undefined) return null;
  const build = connection
    .prepare<[], { version: number }>('SELECT interpreter_version AS version FROM derived_build')
    .get();
  return build?.version ?? null;
}

/** Empties the derived tables and leaves them without indexes, for a rebuild of all customers. */
export function emptyDerived(connection: Connection): void {
  dropDerived(connection);
  connection.exec(DERIVED_TABLES);
  connection
    .prepare('INSERT INTO derived_build (interpreter_version) VALUES (?)')
    .run(INTERPRETER_VERSION);
}

/** Puts the indexes on, once the rows of all customers are there. */
export function indexDerived(connection: Connection): void {
  connection.exec(DERIVED_INDEXES);
}
