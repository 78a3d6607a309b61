/** The watched folder: whole files wait, are taken by a person or set aside, and none goes in alone. */
import { appendFileSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { expect, onTestFinished, test } from 'vitest';
import type { InvoiceFilesPreview } from '../../src/shared/contract/einvoices.ts';
import { ciiFile } from '../support/invoice-files.ts';
import { newCommandId, refusalOf, type TestCompany } from '../support/running-application.ts';
import { smallCompany, TODAY } from './small-company.ts';

const command = () => ({ commandId: newCommandId() });
const FA104 = {
  number: 'FA104',
  issueDate: '2026-09-15',
  dueDate: '2026-11-30',
  amountCents: 30_000,
  buyer: 'Leroy Frères',
};

async function watched() {
  const at = await smallCompany();
  const root = mkdtempSync(path.join(tmpdir(), 'encours-watched-'));
  onTestFinished(() => rmSync(root, { recursive: true, force: true }));
  const folder = path.join(root, 'entrées');
  mkdirSync(folder);
  await watch(at.company, folder);
  const put = (name: string, bytes: Uint8Array | string) =>
    writeFileSync(path.join(folder, name), bytes);
  return { ...at, folder, put };
}

async function watch(company: TestCompany, watchedFolder: string) {
  await company.call.settings.change({ ...command(), settings: { intake: { watchedFolder } } });
}

async function looked({ call }: TestCompany, times = 2) {
  for (let at = 0; at < times; at += 1) await call.watchedFolder.look();
  return call.watchedFolder.files();
}

test('no folder is watched until one is set, and it must be there', async () => {
  const { company } = await smallCompany();
  expect(await looked(company)).toMatchObject({ folder: '', state: 'none', files: [] });
  expect(await refusalOf(watch(company, '/nowhere/at/all'))).toBe('folder_missing');
});

test('a file waits once it stands still, as what it is recognised for', async () => {
  const { company, books, put, folder } = await watched();
  const fec = books.fec(TODAY);
  put('nouveau.xml', ciiFile(FA104).bytes);
  put(fec.name, fec.bytes);
  put('photo.png', Buffer.from([0x89, 0x50, 0x4e, 0x47, 0, 0, 0, 1]));
  put('~$classeur.xlsx', 'x');
  put('en-cours.csv.part', 'x');
  put('vide.csv', '');
  const first = await looked(company, 1);
  expect(first.waitingCount).toBe(0);
  expect(first.files.every(({ format }) => format === null)).toBe(true);
  appendFileSync(path.join(folder, 'nouveau.xml'), '\n');
  const growing = await looked(company, 1);
  expect(growing.files.find(({ fileName }) => fileName === 'nouveau.xml')?.format).toBeNull();
  const { files, waitingCount, state } = await looked(company, 1);
  expect(state).toBe('ready');
  expect(files.map(({ fileName, format, isImported }) => [fileName, format, isImported])).toEqual(
    [
      [fec.name, 'fec', true],
      ['nouveau.xml', 'einvoice', false],
      ['photo.png', 'refused', false],
      ['vide.csv', null, false],
    ].sort(([a], [b]) => (String(a) < String(b) ? -1 : 1)),
  );
  expect(waitingCount).toBe(1);
  expect((await company.call.imports.history()).length).toBe(1);
});

test('taken, it is read as if it had been dropped; imported, it waits no more', async () => {
  const { company, put } = await watched();
  put('FA104.xml', ciiFile(FA104).bytes);
  await looked(company);
  const { call } = company;
  const { uploadIds } = await call.watchedFolder.take({ fileNames: ['FA104.xml'] });
  const preview = await call.einvoices.startPreview({ ...command(), uploadIds });
  const { rows } = await company.done<InvoiceFilesPreview>(preview.jobId);
  expect(rows).toMatchObject([{ fileName: 'FA104.xml', state: 'ready' }]);
  const chosen = rows.map(({ fileSha256 }) => fileSha256);
  const commit = await call.einvoices.startCommit({ ...command(), uploadIds, chosen });
  await company.done(commit.jobId);
  expect(await call.watchedFolder.files()).toMatchObject({
    waitingCount: 0,
    files: [{ isImported: true }],
  });
});

test('set aside, a file waits no more, until it is taken back', async () => {
  const { company, put } = await watched();
  put('FA104.xml', ciiFile(FA104).bytes);
  const { files } = await looked(company);
  const fileSha256s = files.flatMap(({ fileSha256 }) => fileSha256 ?? []);
  const { setAside } = company.call.watchedFolder;
  await setAside({ ...command(), fileSha256s, isAside: true });
  expect(await looked(company)).toMatchObject({ waitingCount: 0, files: [{ isAside: true }] });
  await setAside({ ...command(), fileSha256s, isAside: false });
  expect(await looked(company)).toMatchObject({ waitingCount: 1, files: [{ isAside: false }] });
});

test('a folder that is gone says so, and is found again', async () => {
  const { company, folder, put } = await watched();
  put('FA104.xml', ciiFile(FA104).bytes);
  await looked(company);
  rmSync(folder, { recursive: true });
  expect(await looked(company)).toMatchObject({ state: 'gone', folder });
  const { take } = company.call.watchedFolder;
  expect(await refusalOf(take({ fileNames: ['FA104.xml'] }))).toBe('file_missing');
  mkdirSync(folder);
  expect(await looked(company)).toMatchObject({ state: 'ready', files: [] });
});

test('only names that a look found are ever taken', async () => {
  const { company, folder, put } = await watched();
  writeFileSync(path.join(path.dirname(folder), 'secret.xml'), 'x');
  put('FA104.xml', ciiFile(FA104).bytes);
  await looked(company);
  const { take } = company.call.watchedFolder;
  for (const fileName of ['../secret.xml', 'secret.xml', path.join(folder, 'FA104.xml')]) {
    expect(await refusalOf(take({ fileNames: [fileName] }))).toBe('file_missing');
  }
});
