/** What happens to a file when it is opened by a build that knows another version of it. */
import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { listBackups } from '../../src/main/ledger/backup/backups.ts';
import { needsRebuild } from '../../src/main/ledger/interpretation/derived-state.ts';
import { rebuildDerived } from '../../src/main/ledger/interpretation/reinterpret.ts';
import { openLedger } from '../../src/main/ledger/ledger.ts';
import type { Migration } from '../../src/main/ledger/migrations/migration.ts';
import { migrations } from '../../src/main/ledger/migrations/migrations.ts';
import {
  LedgerFromNewerBuild,
  NotALedger,
  runMigrations,
  versionOf,
} from '../../src/main/ledger/migrations/run-migrations.ts';
import { openScratch, openWriter } from '../../src/main/ledger/sqlite.ts';
import {
  importFile,
  ledgerLine,
  silentLog,
  TestClock,
  testFolder,
  testLedger,
} from '../support/ledger.ts';
import { dumpDerived } from '../support/ledger-facts.ts';

/** A migration that no build has yet. */
const next: Migration = {
  version: migrations.length + 1,
  name: 'next',
  sql: 'CREATE TABLE next (next_id INTEGER PRIMARY KEY) STRICT;',
};

function fileOf(folder: string): string {
  return path.join(folder, 'ledger.db');
}

test('migrations are numbered from 1 without a gap', () => {
  expect(migrations.map(({ version }) => version)).toEqual(migrations.map((_, index) => index + 1));
});

test('a new file gets every migration; one that is up to date none', () => {
  const connection = openWriter(fileOf(testFolder()));
  onTestFinished(() => void connection.close());
  expect(versionOf(connection)).toBe(0);
  expect(runMigrations(connection, migrations)).toEqual(migrations);
  expect(versionOf(connection)).toBe(migrations.length);
  expect(runMigrations(connection, migrations)).toEqual([]);
});

test('a file of the version before gets what is new, after a copy was made', async () => {
  const to = testLedger();
  await importFile(to, { lines: [ledgerLine({ customerCode: 'VAL', amountCents: 12_00 })] });
  to.ledger.close();
  const connection = openWriter(to.ledger.file);
  onTestFinished(() => void connection.close());
  let copies = 0;
  runMigrations(connection, [...migrations, next], () => {
    copies += 1;
    expect(versionOf(connection)).toBe(migrations.length);
  });
  expect(copies).toBe(1);
  expect(versionOf(connection)).toBe(next.version);
  expect(connection.prepare('SELECT code FROM customer').all()).toEqual([{ code: 'VAL' }]);
  expect(connection.prepare('SELECT count(*) AS n FROM next').get()).toEqual({ n: 0 });
});

test('a ledger without an outbox gets one, and keeps what it holds', () => {
  const connection = openWriter(fileOf(testFolder()));
  onTestFinished(() => void connection.close());
  runMigrations(connection, migrations.slice(0, 1));
  connection.exec(`
    INSERT INTO customer (customer_id, code) VALUES (1, 'VAL');
    INSERT INTO receivable (receivable_id, customer_id, source_key) VALUES (7, 1, 'F1/1');`);
  expect(runMigrations(connection, migrations).map(({ name }) => name)).toEqual(
    migrations.slice(1).map(({ name }) => name),
  );
  expect(
    connection.prepare('SELECT receivable_id AS id, source_key FROM receivable').all(),
  ).toEqual([{ id: 7, source_key: 'F1/1' }]);
  expect(connection.prepare('SELECT count(*) AS n FROM claim').get()).toEqual({ n: 0 });
});

test('a migration that fails leaves the file as it was', async () => {
  const to = testLedger();
  await importFile(to, { lines: [ledgerLine({ customerCode: 'VAL', amountCents: 12_00 })] });
  to.ledger.close();
  const connection = openWriter(to.ledger.file);
  onTestFinished(() => void connection.close());
  const broken = { ...next, sql: `${next.sql} INSERT INTO nowhere VALUES (1);` };
  expect(() => runMigrations(connection, [...migrations, broken])).toThrow('nowhere');
  expect(versionOf(connection)).toBe(migrations.length);
  const tables = connection
    .prepare("SELECT name FROM sqlite_schema WHERE name IN ('next', 'derived_item')")
    .all();
  expect(tables).toEqual([{ name: 'derived_item' }]);
});

describe('refused before anything is touched', () => {
  test('a file of a newer build', () => {
    const folder = testFolder();
    const connection = openWriter(fileOf(folder));
    runMigrations(connection, [...migrations, next]);
    connection.close();
    const before = readFileSync(fileOf(folder));
    const opening = () =>
      openLedger({ file: fileOf(folder), clock: new TestClock(), log: silentLog });
    expect(opening).toThrow(LedgerFromNewerBuild);
    expect(readFileSync(fileOf(folder)).equals(before)).toBe(true);
  });

  test('a database that is no ledger', () => {
    const folder = testFolder();
    const other = openScratch(fileOf(folder));
    other.exec('CREATE TABLE recipe (name TEXT)');
    other.close();
    const opening = () =>
      openLedger({ file: fileOf(folder), clock: new TestClock(), log: silentLog });
    expect(opening).toThrow(NotALedger);
  });

  test('a file that is no database', () => {
    const folder = testFolder();
    writeFileSync(fileOf(folder), 'JournalCode\tJournalLib\n'.repeat(100));
    const opening = () =>
      openLedger({ file: fileOf(folder), clock: new TestClock(), log: silentLog });
    expect(opening).toThrow(expect.objectContaining({ code: 'SQLITE_NOTADB' }));
  });
});

test('the copy before a migration is a backup like the others', async () => {
  const to = testLedger();
  await importFile(to, { lines: [ledgerLine({ customerCode: 'VAL', amountCents: 12_00 })] });
  to.ledger.close();
  const backupsPath = path.join(to.folder, 'backups');
  const reopened = openWriter(to.ledger.file);
  onTestFinished(() => void reopened.close());
  const { makeBackupNow } = await import('../../src/main/ledger/backup/backups.ts');
  runMigrations(reopened, [...migrations, next], (source) => {
    makeBackupNow(source, { backupsPath, reason: 'before_migration', madeAt: to.clock.now() });
  });
  expect(listBackups(backupsPath).map(({ reason }) => reason)).toEqual(['before_migration']);
  expect(readdirSync(backupsPath).filter((name) => name.endsWith('.part'))).toEqual([]);
});

test('after a migration the derived tables are empty, and made anew from the facts', async () => {
  const to = testLedger();
  await importFile(to, { lines: [ledgerLine({ customerCode: 'VAL', amountCents: 12_00 })] });
  const before = dumpDerived(to.ledger);
  to.ledger.close();
  const connection = openWriter(to.ledger.file);
  connection.exec('DROP TABLE derived_build');
  connection.close();
  const again = openLedger({ file: to.ledger.file, clock: to.clock, log: silentLog });
  onTestFinished(() => again.close());
  expect(again.read(needsRebuild)).toBe(true);
  expect(dumpDerived(again).items).toEqual([]);
  await again.write((writer) => rebuildDerived(writer, { asOf: to.clock.today() }));
  expect(again.read(needsRebuild)).toBe(false);
  expect(dumpDerived(again)).toEqual(before);
});

test('a ledger without a line needs no rebuilding', () => {
  const { ledger, folder } = testLedger();
  expect(ledger.read(needsRebuild)).toBe(false);
  expect(existsSync(fileOf(folder))).toBe(true);
});
