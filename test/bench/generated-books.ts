/**
 * The application over a generated ledger, of the size named on the command line: made for the
 * bench and thrown away after it, or in the folder of `ENCOURS_BENCH_FOLDER`, already filled, to
 * measure again what was changed since. The application runs in this thread, as it does in the
 * core's, and its jobs in theirs.
 */
import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { writeGeneratedFec } from '../support/fec-generator.ts';
import { RunningApplication, type TestCompany } from '../support/running-application.ts';

const SIZES = {
  sme: { customers: 2_000, lines: 180_000 },
  large: { customers: 20_000, lines: 920_000 },
} as const;
const LAST_YEAR = 2026;
const JOBS = new URL('../../src/main/job.ts', import.meta.url);

/** The day of the benches: the last generated year has just ended. */
export const BENCH_DAY = calendarDate('2027-01-04');

export const sizeName = process.argv.includes('large') ? 'large' : 'sme';

export interface GeneratedBooks {
  readonly application: RunningApplication;
  readonly company: TestCompany;
}

/** Runs `work` over the books of so many years; a company filled now is `prepare`d first. */
export async function onGeneratedBooks(
  years: number,
  work: (books: GeneratedBooks) => Promise<void>,
  prepare: (company: TestCompany) => Promise<void> = async () => undefined,
): Promise<void> {
  const given = process.env.ENCOURS_BENCH_FOLDER;
  const dataFolder = given ?? mkdtempSync(path.join(tmpdir(), 'encours-bench-'));
  const start = { today: BENCH_DAY, jobEntry: JOBS, dataFolder };
  const application = await RunningApplication.start(start);
  try {
    if (given !== undefined) {
      await work({ application, company: application.company('societe-1') });
      return;
    }
    const company = await application.createCompany('Grand livre');
    await importYears(company, dataFolder, years);
    await prepare(company);
    await work({ application, company });
  } finally {
    await application.close();
    if (given === undefined) rmSync(dataFolder, { recursive: true, force: true });
  }
}

async function importYears(company: TestCompany, folder: string, years: number): Promise<void> {
  for (let year = 0; year < years; year += 1) {
    const firstDate = calendarDate(`${LAST_YEAR - years + 1 + year}-01-01`);
    const file = path.join(folder, `fec-${year}.txt`);
    const options = { ...SIZES[sizeName], seed: 100 + year, firstDate, hasOpenings: false };
    await writeGeneratedFec(file, options);
    await company.import({ name: path.basename(file), bytes: readFileSync(file) });
    rmSync(file);
  }
}
