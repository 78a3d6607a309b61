/** Copies of a ledger: made while it is in use, checked, kept, and looked into before a restore. */
import { copyFileSync, existsSync, readdirSync, truncateSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import {
  BACKUPS_KEPT,
  findBackup,
  listBackups,
  makeBackup,
} from '../../src/main/ledger/backup/backups.ts';
import { checkBackup, copyForRestore } from '../../src/main/ledger/backup/check-backup.ts';
import { openLedger } from '../../src/main/ledger/ledger.ts';
import { openScratch } from '../../src/main/ledger/sqlite.ts';
import { recordSetting } from '../../src/main/ledger/stores/settings.ts';
import type { TestLedger } from '../support/ledger.ts';
import { importFile, ledgerLine, record, silentLog, testLedger } from '../support/ledger.ts';
import { dumpDerived } from '../support/ledger-facts.ts';

async function company(): Promise<TestLedger> {
  const to = testLedger();
  await record(to, (writer, entryId) =>
    recordSetting(writer, entryId, { name: 'identity', value: { name: 'Dupas & Fils' } }),
  );
  await importFile(to, { lines: [ledgerLine({ customerCode: 'VAL', amountCents: 12_00 })] });
  return to;
}

function backupOf(to: TestLedger, reason: 'daily' | 'asked' = 'asked') {
  return makeBackup({
    ledgerFile: to.ledger.file,
    backupsPath: path.join(to.folder, 'backups'),
    reason,
    madeAt: to.clock.now(),
  });
}

test('a copy is one file that says when and why it was made', async () => {
  const to = await company();
  const made = await backupOf(to);
  expect(made).toMatchObject({ reason: 'asked', madeAt: expect.stringMatching(/^2026-11-23T/) });
  expect(made.sizeBytes).toBeGreaterThan(10_000);
  expect(readdirSync(path.dirname(made.path))).toEqual([made.backupId]);
  expect(findBackup(path.dirname(made.path), made.backupId)).toEqual(made);
  expect(findBackup(path.dirname(made.path), 'ledger-other.db')).toBeNull();
});

test('the last ten are kept, the latest first', async () => {
  const to = await company();
  for (let index = 0; index < BACKUPS_KEPT + 3; index += 1) await backupOf(to, 'daily');
  const kept = listBackups(path.join(to.folder, 'backups'));
  expect(kept).toHaveLength(BACKUPS_KEPT);
  expect(kept.map(({ madeAt }) => madeAt)).toEqual(
    kept
      .map(({ madeAt }) => madeAt)
      .toSorted()
      .toReversed(),
  );
});

test('files of another form in the folder are nobody’s business', async () => {
  const to = await company();
  const made = await backupOf(to);
  writeFileSync(path.join(path.dirname(made.path), 'notes.txt'), 'mine');
  writeFileSync(
    path.join(path.dirname(made.path), 'ledger-2026-11-23T08-00-00-000Z-because.db'),
    '',
  );
  expect(listBackups(path.dirname(made.path))).toEqual([made]);
});

test('a copy stopped half way leaves nothing', async () => {
  const to = await company();
  const backupsPath = path.join(to.folder, 'backups');
  const stopped = makeBackup({
    ledgerFile: to.ledger.file,
    backupsPath,
    reason: 'asked',
    madeAt: to.clock.now(),
    onProgress: () => {
      throw new RangeError('stopped');
    },
  });
  await expect(stopped).rejects.toThrow('stopped');
  expect(readdirSync(backupsPath)).toEqual([]);
});

describe('before a restore', () => {
  test('the copy tells what it holds and what would be lost', async () => {
    const to = await company();
    const made = await backupOf(to);
    await record(to, () => null);
    await record(to, () => null);
    expect(checkBackup(made.path, to.ledger)).toEqual({
      isRestorable: true,
      code: null,
      companyName: 'Dupas & Fils',
      lastEntryAt: expect.stringMatching(/^2026-11-23T/),
      customerCount: 1,
      importCount: 1,
      lostEntryCount: 2,
    });
    expect(checkBackup(made.path, null)).toMatchObject({ lostEntryCount: 0 });
  });

  test('a copy of another history would lose everything', async () => {
    const to = await company();
    const other = await company();
    const made = await backupOf(other);
    await record(to, () => null);
    expect(checkBackup(made.path, to.ledger)).toMatchObject({ lostEntryCount: 3 });
  });

  // what is done to the copy, why it is refused
  test.each([
    [
      'not a database',
      'backup_not_a_ledger',
      (file: string) => writeFileSync(file, 'x'.repeat(5000)),
    ],
    ['gone', 'backup_not_a_ledger', (file: string) => writeFileSync(`${file}.other`, '')],
    [
      'another database',
      'backup_not_a_ledger',
      (file: string) => change(file, 'PRAGMA application_id = 12'),
    ],
    [
      'of a newer build',
      'backup_newer',
      (file: string) => change(file, 'PRAGMA user_version = 999'),
    ],
    ['cut short', 'backup_damaged', (file: string) => truncateSync(file, 40_000)],
    [
      'tampered with',
      'backup_damaged',
      (file: string) => change(file, "UPDATE entry SET kind = 'other' WHERE entry_id = 1"),
    ],
  ] as const)('a file that is %s is refused: %s', async (what, code, damage) => {
    const to = await company();
    const made = await backupOf(to);
    const file = path.join(to.folder, what === 'gone' ? 'nowhere.db' : 'copy.db');
    if (what !== 'gone') copyFileSync(made.path, file);
    damage(file);
    expect(checkBackup(file, to.ledger)).toMatchObject({ isRestorable: false, code });
  });
});

test('a restored copy is the ledger it was', async () => {
  const to = await company();
  const made = await backupOf(to);
  const before = dumpDerived(to.ledger);
  await importFile(to, {
    header: { fileSha256: 'later' },
    lines: [ledgerLine({ customerCode: 'LEROY', amountCents: 99_00 })],
  });
  to.ledger.close();
  copyForRestore(made.path, to.ledger.file);
  expect(existsSync(made.path)).toBe(true);
  const restored = openLedger({ file: to.ledger.file, clock: to.clock, log: silentLog });
  onTestFinished(() => restored.close());
  expect(dumpDerived(restored)).toEqual(before);
  expect(restored.version().entryId).toBe(2);
});

function change(file: string, sql: string): void {
  const connection = openScratch(file);
  connection.exec(sql);
  connection.close();
}
