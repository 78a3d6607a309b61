/**
 * The plans of the ledger's statements: what is asked of one customer, one item or one import never
 * reads a large table through, whatever SQLite knows of the tables' contents.
 *
 * A plan that read well has run for ten minutes once `ANALYZE` had seen a ledger of one import, so
 * both are looked at: a ledger without statistics, and one with those of a single import.
 */
import { mkdtempSync, readdirSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { commitImport } from '../../src/main/ledger/imports/commit-import.ts';
import type { Ledger } from '../../src/main/ledger/ledger.ts';
import { openLedger } from '../../src/main/ledger/ledger.ts';
import type { Connection } from '../../src/main/ledger/sqlite.ts';
import { StagingReader } from '../../src/main/ledger/staging/staging-reader.ts';
import { statements } from '../../src/main/ledger/statement.ts';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { ledgerLine, silentLog, stage, TestClock } from '../support/ledger.ts';

/** Tables that grow with lines, items or payments: a hundred thousand rows and more. */
const LARGE =
  /^SCAN (\w+\.)?(ledger_line|stated_item|stated_row|receivable|derived_item|derived_payment|derived_allocation|derived_open_item|import_customer|import_problem)\b/;

/** What narrows a statement down to a few rows. */
const NARROW = [
  'customerId',
  'customerIds',
  'fromCustomerId',
  'receivableId',
  'receivableIds',
  'paymentIds',
  'promiseId',
  'importId',
  'pattern',
];

/** Of one import, but all of it: read where the import itself is looked at. */
const WHOLE_IMPORT = new Set(['undo_preview.hanging']);

const folder = mkdtempSync(path.join(tmpdir(), 'encours-plans-'));
let ledger: Ledger;

beforeAll(async () => {
  const clock = new TestClock();
  ledger = openLedger({ file: path.join(folder, 'ledger.db'), clock, log: silentLog });
  const lines = Array.from({ length: 4000 }, (_, index) =>
    ledgerLine({
      lineNumber: index + 2,
      customerCode: `C${index % 40}`,
      amountCents: index % 2 === 0 ? 100 : -100,
      documentNumber: `F${index}`,
      letter: index % 50 === 0 ? null : `L${index >> 1}`,
      lineDate: calendarDate(`2026-0${(index % 9) + 1}-15`),
    }),
  );
  const staging = new StagingReader(stage(folder, { lines }));
  await ledger.write((writer) =>
    commitImport(writer, { staging, commandId: null, roles: [], asOf: clock.today() }),
  );
  staging.close();
  const sources = path.resolve(import.meta.dirname, '../../src/main/ledger');
  for (const file of readdirSync(sources, { recursive: true, encoding: 'utf8' })) {
    if (file.endsWith('.ts')) await import(path.join(sources, file));
  }
});

afterAll(() => {
  ledger.close();
  rmSync(folder, { recursive: true, force: true });
});

/** Aliases of tables in a statement, so that a plan's words can be read as tables. */
function tablesByAlias(sql: string): Map<string, string> {
  const named = new Map<string, string>();
  for (const [, table = '', alias] of sql.matchAll(
    /\b(?:FROM|JOIN|INTO|UPDATE)\s+(\w+)(?:\s+AS\s+(\w+))?/gi,
  )) {
    named.set(alias ?? table, table);
  }
  return named;
}

/** What SQLite would do; the values of parameters do not matter to it. */
function planOf(connection: Connection, name: string): string[] {
  const statement = statements.find((one) => one.name === name);
  if (statement === undefined) throw new RangeError(`No statement ${name}`);
  const nothing = Object.fromEntries(Object.keys(statement.params).map((param) => [param, null]));
  return connection
    .prepare<unknown[], { detail: string }>(`EXPLAIN QUERY PLAN ${statement.sql}`)
    .all(nothing)
    .map(({ detail }) => detail);
}

/** The steps of a plan that read a large table through. */
function largeScans(connection: Connection, name: string, sql: string): string[] {
  const named = tablesByAlias(sql);
  return planOf(connection, name).filter((detail) => {
    const [, word = ''] = /^SCAN (\w+)/.exec(detail) ?? [];
    return LARGE.test(`SCAN ${named.get(word) ?? word}`);
  });
}

function offenders(connection: Connection): string[] {
  return statements
    .filter(
      ({ name, params }) => NARROW.some((param) => param in params) && !WHOLE_IMPORT.has(name),
    )
    .flatMap(({ name, sql }) =>
      largeScans(connection, name, sql).map((step) => `${name}: ${step}`),
    );
}

describe('what is asked of one reads no large table through', () => {
  test('without statistics', () => {
    expect(ledger.read(({ connection }) => offenders(connection))).toEqual([]);
  });

  test('with the statistics of a ledger of one import', async () => {
    const found = await ledger.write(({ connection }) => {
      connection.exec('ANALYZE');
      connection.exec('ANALYZE sqlite_schema');
      return offenders(connection);
    });
    expect(found).toEqual([]);
  });
});

// statement, a step that its plan must hold
const PLANS: readonly (readonly [string, RegExp])[] = [
  ['open_items.one', /USING INDEX derived_open_customer/],
  ['items.settled', /USING INDEX derived_item_customer/],
  ['search.documents_by_prefix', /USING INDEX derived_item_document/],
  ['open_items.stated_balance', /SEARCH d USING PRIMARY KEY/],
  ['roll_forward.coming', /SEARCH derived_coming USING PRIMARY KEY/],
  [
    'open_items_as_of.allocated_since.all',
    /SEARCH derived_allocation USING COVERING INDEX derived_allocation_effective/,
  ],
];

describe('hot statements go by their index', () => {
  test.each(PLANS)('%s', (name, step) => {
    const plan = ledger.read(({ connection }) => planOf(connection, name));
    expect(plan.join('\n')).toMatch(step);
  });
});

test('no statistics are kept in a ledger: plans are those of the schema', () => {
  const { folder: other } = { folder: mkdtempSync(path.join(folder, 'plain-')) };
  const plain = openLedger({
    file: path.join(other, 'ledger.db'),
    clock: new TestClock(),
    log: silentLog,
  });
  const tables = plain.read(({ connection }) =>
    connection.prepare("SELECT name FROM sqlite_schema WHERE name GLOB 'sqlite_stat*'").all(),
  );
  plain.close();
  expect(tables).toEqual([]);
});
