/** The ledger as a place to read and to write: transactions, gate, version, what it tells. */
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { appendEntry } from '../../src/main/ledger/journal.ts';
import type { LedgerChange } from '../../src/main/ledger/ledger.ts';
import { openLedger } from '../../src/main/ledger/ledger.ts';
import type { Writer } from '../../src/main/ledger/session.ts';
import { loadSetting, recordSetting } from '../../src/main/ledger/stores/settings.ts';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { importFile, ledgerLine, silentLog, testLedger } from '../support/ledger.ts';

function setCompanyName(writer: Writer, name: string): number {
  const entryId = appendEntry(writer, {
    kind: 'setting_changed',
    customerId: null,
    commandId: null,
    payload: { name },
  });
  recordSetting(writer, entryId, { name: 'identity', value: { name } });
  return entryId;
}

test('what a write appends is there for the next read', async () => {
  const { ledger } = testLedger();
  expect(ledger.read((reader) => loadSetting(reader, 'identity'))).toBeNull();
  await ledger.write((writer) => setCompanyName(writer, 'Dupas'));
  expect(ledger.read((reader) => loadSetting(reader, 'identity'))).toEqual({ name: 'Dupas' });
});

test('a write that throws leaves nothing behind, and the next one goes on', async () => {
  const { ledger } = testLedger();
  const failing = ledger.write((writer) => {
    setCompanyName(writer, 'lost');
    throw new RangeError('in the middle');
  });
  await expect(failing).rejects.toThrow(RangeError);
  expect(ledger.version().entryId).toBe(0);
  await ledger.write((writer) => setCompanyName(writer, 'kept'));
  expect(ledger.read((reader) => loadSetting(reader, 'identity'))).toEqual({ name: 'kept' });
});

test('writes wait for one another, in the order in which they were asked', async () => {
  const { ledger } = testLedger();
  const names = Array.from({ length: 20 }, (_, index) => `name ${index}`);
  const ids = await Promise.all(
    names.map((name) => ledger.write((writer) => setCompanyName(writer, name))),
  );
  expect(ids).toEqual(names.map((_, index) => index + 1));
  expect(ledger.read((reader) => loadSetting(reader, 'identity'))).toEqual({ name: 'name 19' });
});

test('a reading sees one state, though a write of another connection comes between', async () => {
  const { ledger, clock } = testLedger();
  const other = openLedger({ file: ledger.file, clock, log: silentLog });
  onTestFinished(() => other.close());
  let writing: Promise<number> | null = null;
  const [before, after] = ledger.read((reader) => {
    const first = loadSetting(reader, 'identity');
    reader.connection.prepare('SELECT count(*) FROM entry').get();
    writing = other.write((writer) => setCompanyName(writer, 'meanwhile'));
    return [first, loadSetting(reader, 'identity')];
  });
  expect([before, after]).toEqual([null, null]);
  await writing;
  expect(ledger.read((reader) => loadSetting(reader, 'identity'))).toEqual({ name: 'meanwhile' });
});

test('a reader writes nothing', () => {
  const { ledger } = testLedger();
  const attempt = () =>
    ledger.read((reader) =>
      reader.connection.prepare("INSERT INTO customer VALUES (1, 'A')").run(),
    );
  expect(attempt).toThrow(expect.objectContaining({ code: 'SQLITE_READONLY' }));
});

test('the version is the last entry, the day of the derived tables and the bank date', async () => {
  const to = testLedger('2026-11-23');
  expect(to.ledger.version()).toEqual({ entryId: 0, asOf: null, bankDate: null });
  await importFile(to, {
    header: { bankDate: calendarDate('2026-11-20') },
    lines: [ledgerLine({ customerCode: 'VAL', amountCents: 100 })],
  });
  expect(to.ledger.version()).toEqual({ entryId: 1, asOf: '2026-11-23', bankDate: '2026-11-20' });
});

describe('listeners', () => {
  test('hear of a write once it is on the disk, with what it touched', async () => {
    const { ledger } = testLedger();
    const heard: LedgerChange[] = [];
    const stop = ledger.onChange((change) => heard.push(change));
    await ledger.write((writer) => setCompanyName(writer, 'Dupas'));
    stop();
    await ledger.write((writer) => setCompanyName(writer, 'unheard'));
    expect(heard).toEqual([
      {
        version: { entryId: 1, asOf: null, bankDate: null },
        topics: ['settings'],
        customerIds: [],
      },
    ]);
  });

  test('hear nothing of a write that failed', async () => {
    const { ledger } = testLedger();
    const heard: LedgerChange[] = [];
    ledger.onChange((change) => heard.push(change));
    const failing = ledger.write((writer) => {
      writer.touch(['settings']);
      throw new RangeError('in the middle');
    });
    await expect(failing).rejects.toThrow(RangeError);
    await ledger.write((writer) => {
      writer.touch(['notes'], [3, 3]);
    });
    expect(heard.map(({ topics, customerIds }) => ({ topics, customerIds }))).toEqual([
      { topics: ['notes'], customerIds: [3] },
    ]);
  });

  test('hear of a write of another thread when they are told', () => {
    const { ledger } = testLedger();
    const heard: LedgerChange[] = [];
    ledger.onChange((change) => heard.push(change));
    ledger.announce({ topics: ['imports'], customerIds: 'all' });
    expect(heard[0]).toMatchObject({ topics: ['imports'], customerIds: 'all' });
  });
});

test('the file is strict, in WAL, with foreign keys and full synchronisation', async () => {
  const { ledger } = testLedger();
  const pragmas = await ledger.write(({ connection }) => ({
    journal: connection.pragma('journal_mode', { simple: true }),
    synchronous: connection.pragma('synchronous', { simple: true }),
    foreignKeys: connection.pragma('foreign_keys', { simple: true }),
    busyTimeout: connection.pragma('busy_timeout', { simple: true }),
    journalSizeLimit: connection.pragma('journal_size_limit', { simple: true }),
    loose: connection
      .prepare(
        "SELECT name FROM pragma_table_list WHERE schema = 'main' AND type = 'table' AND strict = 0 AND name NOT GLOB 'sqlite_*'",
      )
      .all(),
  }));
  expect(pragmas).toEqual({
    journal: 'wal',
    synchronous: 2,
    foreignKeys: 1,
    busyTimeout: 0,
    journalSizeLimit: 64 * 1024 * 1024,
    loose: [],
  });
});

test('closed and opened again, the ledger is the same', async () => {
  const { ledger, clock, folder } = testLedger();
  await ledger.write((writer) => setCompanyName(writer, 'Dupas'));
  ledger.close();
  const again = openLedger({ file: path.join(folder, 'ledger.db'), clock, log: silentLog });
  onTestFinished(() => again.close());
  expect(again.version().entryId).toBe(1);
  expect(again.read((reader) => loadSetting(reader, 'identity'))).toEqual({ name: 'Dupas' });
});
