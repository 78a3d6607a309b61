/** Every statement of the ledger prepares, takes what it declares and answers what it declares. */
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { getTableConfig } from 'drizzle-orm/sqlite-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { prepareDerived } from '../../src/main/ledger/interpretation/derived-state.ts';
import { migrations } from '../../src/main/ledger/migrations/migrations.ts';
import { runMigrations } from '../../src/main/ledger/migrations/run-migrations.ts';
import * as dunning from '../../src/main/ledger/schema/dunning.ts';
import * as itemStates from '../../src/main/ledger/schema/item-states.ts';
import * as payers from '../../src/main/ledger/schema/payers.ts';
import * as people from '../../src/main/ledger/schema/people.ts';
import { openWriter } from '../../src/main/ledger/sqlite.ts';
import { statements } from '../../src/main/ledger/statement.ts';

const ledgerFolder = path.resolve(import.meta.dirname, '../../src/main/ledger');
const connection = openWriter(':memory:');

beforeAll(async () => {
  runMigrations(connection, migrations);
  prepareDerived(connection);
  const files = readdirSync(ledgerFolder, { recursive: true, encoding: 'utf8' });
  for (const file of files.filter((name) => name.endsWith('.ts'))) {
    await import(path.join(ledgerFolder, file));
  }
});

test('names tell statements apart', () => {
  const names = statements.map(({ name }) => name);
  expect(names.filter((name, at) => names.indexOf(name) !== at)).toEqual([]);
  expect(names.length).toBeGreaterThan(60);
});

test('each prepares with the parameters it declares', () => {
  const wrong: string[] = [];
  for (const { name, sql, params } of statements) {
    const used = new Set([...sql.matchAll(/@(\w+)/g)].map((match) => match[1] ?? ''));
    const declared = new Set(Object.keys(params));
    try {
      connection.prepare(sql);
    } catch (error) {
      wrong.push(`${name}: ${String(error)}`);
    }
    if (used.symmetricDifference(declared).size > 0) wrong.push(`${name}: ${[...used].join()}`);
  }
  expect(wrong).toEqual([]);
});

test('each answers the columns it declares', () => {
  const wrong: string[] = [];
  for (const statement of statements) {
    if (!('row' in statement)) continue;
    const columns = connection
      .prepare(statement.sql)
      .columns()
      .map(({ name }) => name);
    const declared = Object.keys(statement.row);
    if (new Set(columns).symmetricDifference(new Set(declared)).size > 0) {
      wrong.push(`${statement.name}: ${columns.join()}`);
    }
  }
  expect(wrong).toEqual([]);
});

describe('typed tables', () => {
  test.each(
    [people, dunning, payers, itemStates]
      .flatMap((schema) => Object.values(schema))
      .map((table) => [getTableConfig(table).name, table] as const),
  )('%s is as the migrations make it', (name, table) => {
    const made = connection
      .prepare<[string], { name: string; type: string; notnull: number; pk: number }>(
        'SELECT name, type, "notnull", pk FROM pragma_table_info(?)',
      )
      .all(name);
    const typed = getTableConfig(table).columns.map((column) => ({
      name: column.name,
      type: column.getSQLType().toUpperCase(),
      isNullable: !(column.notNull || column.primary),
    }));
    const stated = made.map((column) => ({
      name: column.name,
      type: column.type,
      isNullable: column.notnull === 0 && column.pk === 0,
    }));
    const byName = (a: { name: string }, b: { name: string }) => a.name.localeCompare(b.name);
    expect(typed.sort(byName)).toEqual(stated.sort(byName));
  });
});
