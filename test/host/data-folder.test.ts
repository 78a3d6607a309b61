/** Companies, settings and the lock, on a real folder. */
import { spawn } from 'node:child_process';
import { existsSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import {
  type DataFolder,
  emptyTemporaryFolders,
  makeDataFolder,
  partsOfDataFolder,
  placeOfFolder,
} from '../../src/main/companies/data-folder.ts';
import { applyStagedRestores, companyDirectory } from '../../src/main/companies/directory.ts';
import { openSettingsFile } from '../../src/main/companies/settings-file.ts';
import { takeFolderLock } from '../../src/main/ledger/folder-lock.ts';
import { newFolder } from '../contract/support/renderer.ts';

let folder: DataFolder;
beforeEach(() => {
  folder = partsOfDataFolder(newFolder('data'));
  makeDataFolder(folder);
});
afterEach(() => rmSync(folder.path, { recursive: true, force: true }));

const keyOf = (made: { isDone: boolean; value?: { key: string } }) => made.value?.key;

describe('companies', () => {
  test('are named by their SIREN, or numbered until it is known', () => {
    const companies = companyDirectory(folder);
    expect(keyOf(companies.create({ siren: '552100554' }))).toBe('552100554');
    expect(keyOf(companies.create({ siren: null }))).toBe('societe-1');
    expect(keyOf(companies.create({ siren: null }))).toBe('societe-2');
    expect(companies.openSample(false)).toMatchObject({ key: 'exemple', isSample: true });
    expect(companies.list().map(({ key }) => key)).toEqual([
      '552100554',
      'exemple',
      'societe-1',
      'societe-2',
    ]);
    expect(companies.find('552100554')?.ledgerPath).toBe(
      path.join(folder.path, 'companies', '552100554', 'ledger.db'),
    );
  });

  test('are refused twice, or with a number that is no SIREN', () => {
    const companies = companyDirectory(folder);
    companies.create({ siren: '552100554' });
    const again = companies.create({ siren: '552100554' });
    expect(again).toEqual({ isDone: false, refusal: 'company_exists' });
    for (const siren of ['', '12345678', '../../../x', '55210055a']) {
      expect(companies.create({ siren })).toEqual({ isDone: false, refusal: 'siren_invalid' });
    }
  });

  test('are the folders with a key for a name, and no other', () => {
    const companies = companyDirectory(folder);
    for (const name of ['notes', '.git', '1234', 'societe-', 'exemple2']) {
      mkdirSync(path.join(folder.companies, name));
    }
    writeFileSync(path.join(folder.companies, '552100554'), '');
    expect(companies.list()).toEqual([]);
    for (const key of ['..', '.', 'notes', '', '552100554']) expect(companies.find(key)).toBeNull();
  });

  test('of the sample are made anew on demand, the others never', () => {
    const companies = companyDirectory(folder);
    const sample = companies.openSample(false);
    writeFileSync(sample.ledgerPath, 'old');
    companies.openSample(false);
    expect(existsSync(sample.ledgerPath)).toBe(true);
    companies.openSample(true);
    expect(existsSync(sample.ledgerPath)).toBe(false);
  });
});

describe('a staged restore', () => {
  test('takes the ledger’s place at the next start, without the old one’s WAL', () => {
    const companies = companyDirectory(folder);
    companies.create({ siren: '552100554' });
    const { ledgerPath } = companies.find('552100554') ?? { ledgerPath: '' };
    writeFileSync(ledgerPath, 'old');
    writeFileSync(`${ledgerPath}-wal`, 'old');
    writeFileSync(`${ledgerPath}-shm`, 'old');
    const copy = path.join(folder.path, 'copy.db');
    writeFileSync(copy, 'restored');
    companies.stageRestore('552100554', copy);
    expect(readFileSync(ledgerPath, 'utf8')).toBe('old');
    expect(applyStagedRestores(companies)).toEqual(['552100554']);
    expect(readFileSync(ledgerPath, 'utf8')).toBe('restored');
    expect(existsSync(`${ledgerPath}-wal`)).toBe(false);
    expect(existsSync(`${ledgerPath}-shm`)).toBe(false);
    expect(applyStagedRestores(companies)).toEqual([]);
  });
});

describe('settings.json', () => {
  test('is read as it was written', () => {
    const window = { x: 1, y: 2, width: 1300, height: 800, isMaximized: true };
    const settings = openSettingsFile(folder.settings);
    const chosen = {
      language: 'en',
      colorScheme: 'dark',
      isSideBarNarrow: true,
      lastCompanyKey: 'exemple',
    } as const;
    settings.record(chosen);
    settings.recordWindow(window);
    const again = openSettingsFile(folder.settings);
    expect(again.read()).toMatchObject(chosen);
    expect(again.window()).toEqual(window);
  });

  test.each([
    '',
    '{',
    'null',
    '[]',
    '{"language":"xx","colorScheme":1,"isSideBarNarrow":"","lastCompanyKey":"../x","window":{}}',
  ])('damaged to %j is as good as none', (text) => {
    writeFileSync(folder.settings, text);
    const settings = openSettingsFile(folder.settings);
    expect(settings.read()).toMatchObject({
      language: 'fr',
      colorScheme: 'auto',
      isSideBarNarrow: false,
      lastCompanyKey: null,
      lastOpenedAt: {},
    });
    expect(settings.window()).toBeNull();
  });
});

describe('the data folder', () => {
  test('has its temporary folders emptied, and nothing else', () => {
    emptyTemporaryFolders(folder);
    writeFileSync(path.join(folder.uploads, 'x'), '');
    writeFileSync(folder.settings, '{}');
    emptyTemporaryFolders(folder);
    expect(existsSync(path.join(folder.uploads, 'x'))).toBe(false);
    expect(existsSync(folder.settings)).toBe(true);
  });

  test('is judged by where it would be made', () => {
    const place = placeOfFolder(path.join(folder.path, 'not', 'yet'));
    expect(place.realPath.endsWith(path.join('not', 'yet'))).toBe(true);
    expect(existsSync(path.join(folder.path, 'not'))).toBe(false);
  });
});

describe('the lock', () => {
  const mine = { user: 'a', machine: 'poste-1' };
  const other = { user: 'b', machine: 'poste-2' };
  const file = () => path.join(folder.run, 'lock.db');

  test('is held by one, who is named to the others', () => {
    const held = takeFolderLock(file(), mine);
    expect(held.isDone).toBe(true);
    expect(takeFolderLock(file(), other)).toEqual({ isDone: false, refusal: mine });
    if (held.isDone) held.value.release();
    const next = takeFolderLock(file(), other);
    expect(next.isDone).toBe(true);
    expect(takeFolderLock(file(), mine)).toEqual({ isDone: false, refusal: other });
    if (next.isDone) next.value.release();
  });

  test('falls with the process that held it, a kill included', async () => {
    const script = `
      import { takeFolderLock } from './src/main/ledger/folder-lock.ts';
      const held = takeFolderLock(${JSON.stringify(file())}, { user: 'c', machine: 'poste-3' });
      process.stdout.write(held.isDone ? 'held' : 'refused');
      setInterval(() => held, 1000);`;
    const child = spawn(process.execPath, ['--input-type=module-typescript', '-e', script], {
      stdio: ['ignore', 'pipe', 'inherit'],
    });
    await new Promise((resolve) => child.stdout.once('data', resolve));
    expect(takeFolderLock(file(), mine)).toEqual({
      isDone: false,
      refusal: { user: 'c', machine: 'poste-3' },
    });
    child.kill('SIGKILL');
    await new Promise((resolve) => child.once('exit', resolve));
    const taken = takeFolderLock(file(), mine);
    expect(taken.isDone).toBe(true);
    if (taken.isDone) taken.value.release();
  });
});
