/**
 * Statements as values: the SQL, what it takes and what a row of its answer holds, side by side.
 *
 * The types of parameters and rows follow from the columns written beside the SQL, and a test
 * prepares every statement on a new ledger and compares its columns with them, so that a renamed
 * column is noticed at once. SQL is written whole in one place and never glued at run time.
 */
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../shared/kernel/cents.ts';
import type { Instant } from '../../shared/kernel/instant.ts';

/** A column of an answer or a parameter. SQLite knows no booleans: `flag` stands as 0 or 1. */
export interface Column<Value> {
  readonly storage: 'integer' | 'text' | 'blob' | 'flag';
  readonly isNullable: boolean;
  /** Never there at run time; carries the type. */
  readonly value?: Value;
}

export const int: Column<number> = { storage: 'integer', isNullable: false };
export const amount: Column<Cents> = { storage: 'integer', isNullable: false };
export const text: Column<string> = { storage: 'text', isNullable: false };
export const day: Column<CalendarDate> = { storage: 'text', isNullable: false };
export const moment: Column<Instant> = { storage: 'text', isNullable: false };
export const flag: Column<boolean> = { storage: 'flag', isNullable: false };
export const blob: Column<Uint8Array> = { storage: 'blob', isNullable: false };

/** The same column where it may be null. */
export function nullable<Value>(column: Column<Value>): Column<Value | null> {
  return { storage: column.storage, isNullable: true };
}

/** A text of a closed list (a `CHECK` or the domain holds the list). */
export function word<Word extends string>(): Column<Word> {
  return { storage: 'text', isNullable: false };
}

export type Columns = Readonly<Record<string, Column<unknown>>>;
export type ValuesOf<Shape extends Columns> = {
  readonly [Name in keyof Shape]: Shape[Name] extends Column<infer Value> ? Value : never;
};

/** A statement that reads. */
export interface Query<Params, Row> {
  readonly name: string;
  readonly sql: string;
  readonly params: Columns;
  readonly row: Columns;
  readonly flags: readonly string[];
  /** Never there at run time; carries the types. */
  readonly types?: (params: Params) => Row;
}

/** A statement that writes. */
export interface Command<Params> {
  readonly name: string;
  readonly sql: string;
  readonly params: Columns;
  readonly types?: (params: Params) => void;
}

/** Every statement of the ledger, for the test that prepares them all. */
export const statements: (Query<never, unknown> | Command<never>)[] = [];

/** Declares a statement that reads. Parameters stand in the SQL as `@name`. */
export function query<
  Row extends Columns,
  Params extends Columns = Record<never, never>,
>(definition: {
  readonly name: string;
  readonly params?: Params;
  readonly row: Row;
  readonly sql: string;
}): Query<ValuesOf<Params>, ValuesOf<Row>> {
  const made = {
    name: definition.name,
    sql: definition.sql,
    params: definition.params ?? {},
    row: definition.row,
    flags: Object.keys(definition.row).filter((name) => definition.row[name]?.storage === 'flag'),
  };
  statements.push(made);
  return made;
}

/** Declares a statement that writes. */
export function command<Params extends Columns = Record<never, never>>(definition: {
  readonly name: string;
  readonly params?: Params;
  readonly sql: string;
}): Command<ValuesOf<Params>> {
  const made = { name: definition.name, sql: definition.sql, params: definition.params ?? {} };
  statements.push(made);
  return made;
}
