/**
 * kill -9 during an import, at random moments: the ledger opens, holds all of the file or nothing
 * of it, its journal verifies and its derived tables are what the facts mean.
 */
import { spawn } from 'node:child_process';
import { cpSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { verifyDerived } from '../../src/main/ledger/interpretation/verify-derived.ts';
import { verifyJournal } from '../../src/main/ledger/journal.ts';
import { sweepStagings } from '../../src/main/ledger/staging/staging-files.ts';
import { generateFec, seededNumbers } from '../support/fec-generator.ts';
import { testFolder } from '../support/ledger.ts';
import { dumpDerived } from '../support/ledger-facts.ts';
import { commitPreview, previewFile, testCompany } from '../support/ledger-jobs.ts';

const KILLS = process.env.ENCOURS_NIGHT === '1' ? 50 : 5;
const SEED = Number.parseInt(process.env.ENCOURS_SEED ?? '2026', 10);
const LINES = 8_000;

interface Ran {
  /** The last thing the child said before its end. */
  readonly last: string;
  readonly commitMs: number;
}

/** Runs the child; kills it so many milliseconds after it began to commit. */
async function run(folder: string, file: string, killAfterMs: number | null): Promise<Ran> {
  const child = spawn(process.execPath, [
    path.join(import.meta.dirname, 'import-child.ts'),
    folder,
    file,
  ]);
  let last = '';
  let beganAtMs = 0;
  let commitMs = 0;
  const ended = new Promise<void>((resolve) => child.on('exit', () => resolve()));
  let said = '';
  child.stderr.on('data', (chunk: Buffer) => {
    said += chunk.toString();
  });
  const began = new Promise<void>((resolve, reject) => {
    child.on('exit', () => reject(new Error(`The child ended before it committed: ${said}`)));
    child.stdout.on('data', (chunk: Buffer) => {
      for (const word of chunk.toString().trim().split('\n')) last = word;
      if (beganAtMs === 0 && last !== 'reading') {
        beganAtMs = performance.now();
        resolve();
      }
      if (last === 'done') commitMs = performance.now() - beganAtMs;
    });
  });
  await began;
  if (killAfterMs !== null) {
    await wait(killAfterMs);
    child.kill('SIGKILL');
  }
  await ended;
  return { last, commitMs };
}

test(`an import killed ${KILLS} times leaves all or nothing (seed ${SEED})`, async () => {
  const base = testFolder();
  const before = testCompany(path.join(base, 'before'), '2026-01-15');
  const [first, second] = [1, 2].map((seed) => {
    const file = path.join(base, `fec-${seed}.txt`);
    writeFileSync(file, Buffer.concat([...generateFec({ customers: 150, lines: LINES, seed })]));
    return file;
  });
  await commitPreview(before, await previewFile(before, first ?? ''));
  const nothing = dumpDerived(before.ledger);
  before.ledger.close();

  const whole = path.join(base, 'whole');
  cpSync(path.join(base, 'before'), whole, { recursive: true });
  const uninterrupted = await run(whole, second ?? '', null);
  expect(uninterrupted.last).toBe('done');
  const imported = testCompany(whole, '2026-01-15');
  const all = dumpDerived(imported.ledger);
  imported.ledger.close();
  expect(all).not.toEqual(nothing);

  const random = seededNumbers(SEED);
  const found = { all: 0, nothing: 0 };
  for (let kill = 0; kill < KILLS; kill += 1) {
    const folder = path.join(base, `kill-${kill}`);
    cpSync(path.join(base, 'before'), folder, { recursive: true });
    // One kill in each part of the commit, at a random moment of it.
    const share = (kill + random()) / KILLS;
    await run(folder, second ?? '', share * uninterrupted.commitMs);
    const survivor = testCompany(folder, '2026-01-15');
    sweepStagings(survivor.companyPath);
    const holdsAll = survivor.ledger.version().entryId === 2;
    found[holdsAll ? 'all' : 'nothing'] += 1;
    expect(dumpDerived(survivor.ledger)).toEqual(holdsAll ? all : nothing);
    survivor.ledger.read((reader) => {
      expect(verifyJournal(reader.connection).isIntact).toBe(true);
      expect(verifyDerived(reader)).toEqual([]);
      expect(reader.connection.pragma('integrity_check', { simple: true })).toBe('ok');
    });
    survivor.ledger.close();
  }
  expect(found.all + found.nothing).toBe(KILLS);
  expect(found.nothing).toBeGreaterThan(0);
}, 600_000);
