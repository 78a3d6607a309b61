/**
 * What a reading or a writing function of the ledger is given.
 *
 * A `Reader` sees one state of the ledger from its first statement to its last; a `Writer` also
 * appends, inside the one transaction of its command. Neither outlives the function it was given
 * to. Statements are prepared once a connection and kept.
 */
import { performance } from 'node:perf_hooks';
import type { Clock } from '../ports/clock.ts';
import type { Log } from '../ports/log.ts';
import type { Connection, Orm, PreparedStatement } from './sqlite.ts';
import { ormOf } from './sqlite.ts';
import type { Columns, Command, Query } from './statement.ts';

/** No parameter object where a statement takes none. */
export type Arguments<Params> = keyof Params extends never ? [] : [params: Params];

/** Statements slower than this are logged by name. */
const SLOW_STATEMENT_MS = 40;
const SLOWEST_KEPT = 10;

export interface SlowStatement {
  readonly name: string;
  readonly ms: number;
}

export interface Reader {
  /** Every row of the answer. */
  all<Params, Row>(query: Query<Params, Row>, ...params: Arguments<Params>): Row[];
  /** The first row, or null. */
  one<Params, Row>(query: Query<Params, Row>, ...params: Arguments<Params>): Row | null;
  /** Typed queries over the small tables of people. */
  readonly orm: Orm;
  /** The connection itself, for the set-based work inside `ledger/`. */
  readonly connection: Connection;
}

export interface Writer extends Reader {
  readonly clock: Clock;
  /** Who writes, as the journal names it. */
  readonly actor: string;
  /** Runs a statement that writes; gives the id of the row it made. */
  run<Params>(command: Command<Params>, ...params: Arguments<Params>): number;
  /** A function that appends one row of values in the order of the statement's `?`. */
  appender(statement: { readonly sql: string }): (values: readonly unknown[]) => void;
  /** Names what this write touches, for those who listen to the ledger. */
  touch(topics: readonly string[], customerIds?: readonly number[] | 'all'): void;
}

/** What a write touched. */
export interface Touched {
  readonly topics: Set<string>;
  customerIds: Set<number> | 'all';
}

/** One connection with its prepared statements; implements both sides. */
export class Session implements Writer {
  readonly connection: Connection;
  touched: Touched = { topics: new Set(), customerIds: new Set() };
  readonly slowest: SlowStatement[] = [];
  readonly clock: Clock;
  readonly actor: string;
  readonly #log: Log;
  readonly #prepared = new Map<string, PreparedStatement>();
  #orm: Orm | null = null;

  constructor(
    connection: Connection,
    surroundings: { readonly log: Log; readonly clock: Clock; readonly actor: string },
  ) {
    this.connection = connection;
    this.clock = surroundings.clock;
    this.actor = surroundings.actor;
    this.#log = surroundings.log;
  }

  get orm(): Orm {
    this.#orm ??= ormOf(this.connection);
    return this.#orm;
  }

  all<Params, Row>(query: Query<Params, Row>, ...params: Arguments<Params>): Row[] {
    const statement = this.prepare(query.sql);
    const rows = this.#timed(query.name, () => statement.all(...bound(query.params, params)));
    return readFlags(rows, query.flags) as Row[];
  }

  one<Params, Row>(query: Query<Params, Row>, ...params: Arguments<Params>): Row | null {
    const statement = this.prepare(query.sql);
    const row = this.#timed(query.name, () => statement.get(...bound(query.params, params)));
    return row === undefined ? null : (readFlags([row], query.flags)[0] as Row);
  }

  run<Params>(command: Command<Params>, ...params: Arguments<Params>): number {
    const statement = this.prepare(command.sql);
    const made = this.#timed(command.name, () => statement.run(...bound(command.params, params)));
    return Number(made.lastInsertRowid);
  }

  appender(statement: { readonly sql: string }): (values: readonly unknown[]) => void {
    const prepared = this.prepare(statement.sql);
    return (values) => {
      prepared.run(...values);
    };
  }

  touch(topics: readonly string[], customerIds: readonly number[] | 'all' = []): void {
    for (const topic of topics) this.touched.topics.add(topic);
    if (customerIds === 'all') this.touched.customerIds = 'all';
    if (this.touched.customerIds === 'all' || customerIds === 'all') return;
    for (const id of customerIds) this.touched.customerIds.add(id);
  }

  prepare(sql: string): PreparedStatement {
    const known = this.#prepared.get(sql);
    if (known !== undefined) return known;
    const made = this.connection.prepare<unknown[], unknown>(sql);
    this.#prepared.set(sql, made);
    return made;
  }

  /** Forgets the prepared statements: their tables were made anew. */
  forget(): void {
    this.#prepared.clear();
  }

  #timed<Answer>(name: string, work: () => Answer): Answer {
    const from = performance.now();
    const answer = work();
    const ms = performance.now() - from;
    if (ms >= SLOW_STATEMENT_MS) this.#keepSlow({ name, ms: Math.round(ms) });
    return answer;
  }

  #keepSlow(slow: SlowStatement): void {
    this.#log.info('ledger.slow_statement', { name: slow.name, ms: slow.ms });
    const known = this.slowest.findIndex(({ name }) => name === slow.name);
    const before = known === -1 ? null : this.slowest.splice(known, 1)[0];
    this.slowest.push(before && before.ms > slow.ms ? before : slow);
    this.slowest.sort((a, b) => b.ms - a.ms);
    this.slowest.splice(SLOWEST_KEPT);
  }
}

function bound(columns: Columns, params: readonly unknown[]): unknown[] {
  const [named] = params;
  if (named === undefined) return [];
  const values: Record<string, unknown> = { ...(named as Record<string, unknown>) };
  for (const name of Object.keys(values)) {
    if (columns[name]?.storage === 'flag') values[name] = values[name] === true ? 1 : 0;
  }
  return [values];
}

function readFlags(rows: readonly unknown[], flags: readonly string[]): unknown[] {
  if (flags.length > 0) {
    for (const row of rows as Record<string, unknown>[]) {
      for (const name of flags) row[name] = row[name] === null ? null : row[name] === 1;
    }
  }
  return rows as unknown[];
}
