/**
 * The companies of a data folder: one folder each, named by the company's key.
 *
 * The key is in every call's address and never changes: a company made before its SIREN was known
 * keeps `societe-1`. A folder with a name that is no key is none of ours and is left alone.
 */
import { existsSync, mkdirSync, readdirSync, renameSync, rmSync } from 'node:fs';
import path from 'node:path';
import { done, refused } from '../../shared/kernel/result.ts';
import type { Companies, CompanyFolder } from '../ports/companies.ts';
import type { DataFolder } from './data-folder.ts';

export const SAMPLE_KEY = 'exemple';
const KEY_FORM = /^(?:\d{9}|exemple|societe-\d{1,6})$/;
const SIREN_FORM = /^\d{9}$/;
const STAGED = 'restore.db';

/** True for the name of a company's folder and route. */
export function isCompanyKey(text: string): boolean {
  return KEY_FORM.test(text);
}

/** The companies of this data folder, read from the disk at each call: there are few. */
export function companyDirectory(folder: DataFolder): Companies {
  const folderOf = (key: string): CompanyFolder => {
    const home = path.join(folder.companies, key);
    return {
      key,
      path: home,
      ledgerPath: path.join(home, 'ledger.db'),
      filesPath: path.join(home, 'files'),
      sentLogPath: path.join(home, 'sent.log'),
      backupsPath: path.join(folder.backups, key),
      isSample: key === SAMPLE_KEY,
    };
  };
  const keys = () =>
    readdirSync(folder.companies, { withFileTypes: true })
      .filter((entry) => entry.isDirectory() && isCompanyKey(entry.name))
      .map((entry) => entry.name)
      .sort();
  const make = (key: string) => {
    const company = folderOf(key);
    mkdirSync(company.filesPath, { recursive: true });
    mkdirSync(company.backupsPath, { recursive: true });
    return company;
  };

  return {
    list: () => keys().map(folderOf),
    find: (key) => (keys().includes(key) ? folderOf(key) : null),
    create({ siren }) {
      if (siren !== null && !SIREN_FORM.test(siren)) return refused('siren_invalid');
      const taken = new Set(keys());
      const key = siren ?? nextUnnamedKey(taken);
      return taken.has(key) ? refused('company_exists') : done(make(key));
    },
    openSample(isRemade) {
      if (isRemade) rmSync(folderOf(SAMPLE_KEY).path, { recursive: true, force: true });
      return make(SAMPLE_KEY);
    },
    stageRestore(key, ledgerCopyPath) {
      renameSync(ledgerCopyPath, path.join(folderOf(key).path, STAGED));
    },
  };
}

function nextUnnamedKey(taken: ReadonlySet<string>): string {
  let number = 1;
  while (taken.has(`societe-${number}`)) number += 1;
  return `societe-${number}`;
}

/**
 * Puts staged ledgers in place of the companies' own; to do before any is opened.
 *
 * The WAL of the old ledger goes first: beside the new one it would be taken for its own. After a
 * crash in between, the staged file is still there and the next start goes on.
 */
export function applyStagedRestores(companies: Companies): readonly string[] {
  const restored: string[] = [];
  for (const { key, path: home, ledgerPath } of companies.list()) {
    const staged = path.join(home, STAGED);
    if (!existsSync(staged)) continue;
    rmSync(`${ledgerPath}-wal`, { force: true });
    rmSync(`${ledgerPath}-shm`, { force: true });
    renameSync(staged, ledgerPath);
    restored.push(key);
  }
  return restored;
}
