/** Runs the jobs of imports in the test's own thread, on the files of a company of its own. */
import { createHash } from 'node:crypto';
import { mkdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { run as commit } from '../../src/main/jobs/import-commit.ts';
import { run as preview } from '../../src/main/jobs/import-preview.ts';
import { run as undo } from '../../src/main/jobs/import-undo.ts';
import type { Ledger } from '../../src/main/ledger/ledger.ts';
import { openLedger } from '../../src/main/ledger/ledger.ts';
import { makeWriteGate } from '../../src/main/ledger/write-gate.ts';
import type { JobTools } from '../../src/main/ports/jobs.ts';
import type {
  ImportCommitInput,
  ImportPreviewInput,
  JobCompany,
} from '../../src/main/use-cases/imports/import-jobs.ts';
import type { ImportPreview } from '../../src/shared/contract/imports.ts';
import { silentLog, TestClock } from './ledger.ts';

/** Left by an exception when a job is stopped. */
export class Stopped extends Error {}

export interface TestCompany extends JobCompany {
  readonly clock: TestClock;
  readonly ledger: Ledger;
  /** Tools of a job; `isCancelled` is asked at every tick. */
  tools(isCancelled?: () => boolean): JobTools;
}

/** A company in this folder, its ledger open as the core has it. */
export function testCompany(folder: string, day = '2026-11-23'): TestCompany {
  const companyPath = path.join(folder, 'company');
  mkdirSync(companyPath, { recursive: true });
  const clock = new TestClock(day);
  const holdGate = makeWriteGate();
  const ledgerPath = path.join(companyPath, 'ledger.db');
  const ledger = openLedger({ file: ledgerPath, clock, log: silentLog, holdGate });
  return {
    companyKey: 'test',
    companyPath,
    ledgerPath,
    backupsPath: path.join(folder, 'backups'),
    clock,
    ledger,
    tools: (isCancelled = () => false) => ({
      progress: () => undefined,
      isCancelled,
      stopIfCancelled: () => {
        if (isCancelled()) throw new Stopped();
      },
      withWriteGate: (_companyKey, work) => holdGate(work),
      today: clock.today(),
      startedAt: clock.now(),
      dataFolder: folder,
      log: silentLog,
    }),
  };
}

let count = 0;

/** An id in the form of a UUID, another at each call and in each process. */
export function nextId(): string {
  count += 1;
  const own = process.pid.toString(16).padStart(8, '0');
  return `${own}-0000-4000-8000-${String(count).padStart(12, '0')}`;
}

/** The input of a preview of this file. */
export function previewInput(
  company: TestCompany,
  file: string,
  given: Partial<ImportPreviewInput> = {},
): ImportPreviewInput {
  const { companyKey, companyPath, ledgerPath, backupsPath } = company;
  return {
    companyKey,
    companyPath,
    ledgerPath,
    backupsPath,
    stagingId: nextId(),
    upload: {
      path: file,
      fileName: path.basename(file),
      sha256: createHash('sha256').update(readFileSync(file)).digest('hex'),
    },
    format: 'fec',
    profile: null,
    scope: null,
    statedOnDate: null,
    typedTotalCents: null,
    customerAccountPrefixes: ['41'],
    ...given,
  };
}

/** Previews a file; a refusal is a failed test. */
export async function previewFile(
  company: TestCompany,
  file: string,
  given: Partial<ImportPreviewInput> = {},
): Promise<ImportPreview> {
  const result = await preview(previewInput(company, file, given), company.tools());
  if (!result.isDone) throw new Error(`Refused: ${result.refusal.code} ${result.refusal.detail}`);
  return result.value;
}

/** Commits a preview, all its guards accepted unless told; gives the id of the import. */
export async function commitPreview(
  company: TestCompany,
  of: ImportPreview,
  given: Partial<ImportCommitInput> = {},
): Promise<number> {
  const { companyKey, companyPath, ledgerPath, backupsPath } = company;
  const input: ImportCommitInput = {
    companyKey,
    companyPath,
    ledgerPath,
    backupsPath,
    stagingId: of.stagingId,
    commandId: nextId(),
    roles: [],
    acceptedGuards: of.guards.map(({ code }) => code),
    ...given,
  };
  const result = await commit(input, company.tools());
  if (!result.isDone) throw new Error(`Refused: ${result.refusal.code}`);
  return result.value.importId;
}

/** Undoes an import. */
export async function undoImportOf(company: TestCompany, importId: number): Promise<void> {
  const { companyKey, companyPath, ledgerPath, backupsPath } = company;
  const input = { companyKey, companyPath, ledgerPath, backupsPath, importId, commandId: nextId() };
  const result = await undo(input, company.tools());
  if (!result.isDone) throw new Error(`Refused: ${result.refusal.code}`);
}
