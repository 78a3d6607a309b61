/** Imports as jobs: preview, guards, commit, cancel, undo. */
import { existsSync, readdirSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { run as backup } from '../../src/main/jobs/backup-job.ts';
import { run as commit } from '../../src/main/jobs/import-commit.ts';
import { run as preview } from '../../src/main/jobs/import-preview.ts';
import { run as undo } from '../../src/main/jobs/import-undo.ts';
import { run as interpretAll } from '../../src/main/jobs/interpret-job.ts';
import { run as verify } from '../../src/main/jobs/verify-job.ts';
import { listBackups } from '../../src/main/ledger/backup/backups.ts';
import { readImportHistory } from '../../src/main/ledger/views/imports.ts';
import { readOpenItems } from '../../src/main/ledger/views/open-items.ts';
import { generateFec } from '../support/fec-generator.ts';
import { testFolder } from '../support/ledger.ts';
import { dumpDerived } from '../support/ledger-facts.ts';
import type { TestCompany } from '../support/ledger-jobs.ts';
import {
  commitPreview,
  nextId,
  previewFile,
  previewInput,
  Stopped,
  testCompany,
  undoImportOf,
} from '../support/ledger-jobs.ts';

function company(): TestCompany {
  const made = testCompany(testFolder(), '2026-01-15');
  onTestFinished(() => made.ledger.close());
  return made;
}

/** A made-up FEC of a few thousand lines in the company's folder. */
function fecOf(of: TestCompany, seed = 1, lines = 3000): string {
  const file = path.join(of.companyPath, `fec-${seed}.txt`);
  writeFileSync(file, Buffer.concat([...generateFec({ customers: 60, lines, seed })]));
  return file;
}

function filesIn(of: TestCompany): string[] {
  return readdirSync(path.join(of.companyPath, 'tmp'));
}

test('a file is previewed, committed, and its staging is gone', async () => {
  const of = company();
  const told = await previewFile(of, fecOf(of));
  expect(told).toMatchObject({
    reader: 'fec',
    meaning: 'period',
    guards: [],
    sameAsImportId: null,
  });
  expect(told.linesRead).toBe(told.linesKept + told.linesRejected + told.linesOutOfScope);
  expect(told.ledgerBalanceCents).toBe(told.fileBalanceCents);
  expect(of.ledger.version().entryId).toBe(0);
  expect(filesIn(of)).toHaveLength(1);
  const importId = await commitPreview(of, told);
  expect(filesIn(of)).toEqual([]);
  const open = of.ledger.read((reader) => readOpenItems(reader, null));
  expect(open.reduce((sum, item) => sum + item.outstandingCents, 0)).toBe(told.fileBalanceCents);
  expect(of.ledger.read(readImportHistory)).toMatchObject([
    { importId, lineCount: told.linesKept, mayUndo: true, undoneAt: null },
  ]);
});

test('the same file again is told, and changes nothing', async () => {
  const of = company();
  const file = fecOf(of);
  const importId = await commitPreview(of, await previewFile(of, file));
  const before = dumpDerived(of.ledger);
  const told = await previewFile(of, file);
  expect(told.sameAsImportId).toBe(importId);
  expect(told.guards).toEqual([{ code: 'same_file', detail: String(importId) }]);
  expect([told.newItems, told.settledItems, told.leftItems, told.changedItems]).toEqual(
    Array.from({ length: 4 }, () => ({ lineCount: 0, amountCents: 0 })),
  );
  expect(await commitPreview(of, told)).toBe(importId);
  expect(dumpDerived(of.ledger)).toEqual(before);
});

test('a guard that was not accepted stops the commit', async () => {
  const of = company();
  const file = fecOf(of);
  await commitPreview(of, await previewFile(of, file));
  const told = await previewFile(of, file);
  const input = {
    ...of,
    stagingId: told.stagingId,
    commandId: nextId(),
    roles: [],
    acceptedGuards: [],
  };
  const result = await commit(input, of.tools());
  expect(result).toEqual({
    isDone: false,
    refusal: { code: 'guard_not_accepted', detail: 'same_file' },
  });
});

test('a staging that is not there is refused', async () => {
  const of = company();
  const input = { ...of, stagingId: nextId(), commandId: nextId(), roles: [], acceptedGuards: [] };
  expect(await commit(input, of.tools())).toMatchObject({ refusal: { code: 'staging_unknown' } });
});

test('a commit sent twice is one import', async () => {
  const of = company();
  const told = await previewFile(of, fecOf(of));
  const commandId = nextId();
  const first = await commitPreview(of, told, { commandId });
  expect(await commitPreview(of, told, { commandId })).toBe(first);
  expect(of.ledger.version().entryId).toBe(1);
});

test('the ledger is copied before the second import, not before the first', async () => {
  const of = company();
  await commitPreview(of, await previewFile(of, fecOf(of, 1)));
  expect(listBackups(of.backupsPath)).toEqual([]);
  await commitPreview(of, await previewFile(of, fecOf(of, 2)));
  expect(listBackups(of.backupsPath).map(({ reason }) => reason)).toEqual(['before_import']);
});

describe('stopped', () => {
  test('while it is read, it leaves no staging', async () => {
    const of = company();
    const input = previewInput(of, fecOf(of));
    await expect(
      preview(
        input,
        of.tools(() => true),
      ),
    ).rejects.toThrow(Stopped);
    expect(filesIn(of)).toEqual([]);
  });

  test('while it is written, it leaves the ledger as it was', async () => {
    const of = company();
    await commitPreview(of, await previewFile(of, fecOf(of, 1)));
    const before = dumpDerived(of.ledger);
    const told = await previewFile(of, fecOf(of, 2));
    let looks = 0;
    const isCancelled = () => {
      looks += 1;
      return looks > 1;
    };
    const input = {
      ...of,
      stagingId: told.stagingId,
      commandId: nextId(),
      roles: [],
      acceptedGuards: [],
    };
    await expect(commit(input, of.tools(isCancelled))).rejects.toThrow(Stopped);
    expect(of.ledger.version().entryId).toBe(1);
    expect(dumpDerived(of.ledger)).toEqual(before);
    await commitPreview(of, told);
    expect(of.ledger.version().entryId).toBe(2);
  });
});

test('a file that is no ledger file is refused with its code and leaves nothing', async () => {
  const of = company();
  const file = path.join(of.companyPath, 'letter.txt');
  writeFileSync(file, 'Madame, Monsieur,\nVeuillez trouver ci-joint\n');
  const result = await preview(previewInput(of, file), of.tools());
  expect(result.isDone).toBe(false);
  expect(filesIn(of)).toEqual([]);
});

test('an import is undone as one block', async () => {
  const of = company();
  const first = await commitPreview(of, await previewFile(of, fecOf(of, 1)));
  const before = dumpDerived(of.ledger);
  const second = await commitPreview(of, await previewFile(of, fecOf(of, 2)));
  const refused = await undo({ ...of, importId: first, commandId: nextId() }, of.tools());
  expect(refused).toMatchObject({ refusal: { code: 'later_import_restates' } });
  await undoImportOf(of, second);
  expect(dumpDerived(of.ledger)).toEqual(before);
  expect(of.ledger.read(readImportHistory)[0]).toMatchObject({ importId: second, mayUndo: false });
});

test('verifying, interpreting again and backing up find and leave the ledger sound', async () => {
  const of = company();
  await commitPreview(of, await previewFile(of, fecOf(of)));
  const before = dumpDerived(of.ledger);
  expect(await interpretAll(of, of.tools())).toMatchObject({ isDone: true });
  expect(dumpDerived(of.ledger)).toEqual(before);
  expect(await verify(of, of.tools())).toEqual({
    isDone: true,
    value: {
      entryCount: 1,
      firstBrokenEntryId: null,
      differingCustomerIds: [],
      changedImportIds: [],
      isFileSound: true,
    },
  });
  const made = await backup({ ...of, reason: 'asked' }, of.tools());
  expect(made.isDone && existsSync(path.join(of.backupsPath, made.value.backupId))).toBe(true);
});
