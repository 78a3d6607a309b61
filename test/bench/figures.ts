/**
 * `node test/bench/figures.ts [sme|large]`: the months of a generated ledger made by the long
 * analysis, then the indicators asked as a window asks them. The floor of the making is reading
 * bare the rows it is made of.
 *
 * The application runs in this thread, as it does in the core's, and its jobs in theirs.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { needsRebuild } from '../../src/main/ledger/interpretation/derived-state.ts';
import { rebuildDerived } from '../../src/main/ledger/interpretation/reinterpret.ts';
import { openReader } from '../../src/main/ledger/sqlite.ts';
import { analysisBasis, recordAnalysis } from '../../src/main/ledger/stores/analysis.ts';
import { monthFiguresStep } from '../../src/main/use-cases/analysis/month-figures-step.ts';
import { findCompany } from '../../src/main/use-cases/companies/open-company.ts';
import { addDays, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { writeGeneratedFec } from '../support/fec-generator.ts';
import { RunningApplication, type TestCompany } from '../support/running-application.ts';
import { type ReportRow, writeReport } from './report.ts';

const SIZES = {
  sme: { customers: 2_000, years: 3, linesAYear: 180_000 },
  large: { customers: 20_000, years: 3, linesAYear: 920_000 },
} as const;
const LAST_YEAR = 2026;
const TODAY = calendarDate('2027-01-04');
const JOBS = new URL('../../src/main/job.ts', import.meta.url);
const RUNS = 5;
const MEGABYTE = 1024 * 1024;
const WHOLE = { asOf: null, part: null } as const;
const BARE = [
  'SELECT * FROM derived_item',
  'SELECT * FROM derived_payment',
  'SELECT * FROM derived_allocation',
];

const sizeName = process.argv.includes('large') ? 'large' : 'sme';
// A folder already filled may be given, to measure again what was changed since.
const given = process.env.ENCOURS_BENCH_FOLDER;
const dataFolder = given ?? mkdtempSync(path.join(tmpdir(), 'encours-bench-'));
const application = await RunningApplication.start({ today: TODAY, jobEntry: JOBS, dataFolder });
try {
  const company = given === undefined ? await generatedCompany() : application.company('societe-1');
  process.stdout.write(writeReport(`indicateurs-${sizeName}`, await bench(company)));
} finally {
  await application.close();
  if (given === undefined) rmSync(dataFolder, { recursive: true, force: true });
}

async function generatedCompany(): Promise<TestCompany> {
  const company = await application.createCompany('Grand livre');
  const { customers, years, linesAYear: lines } = SIZES[sizeName];
  for (let year = 0; year < years; year += 1) {
    const firstDate = calendarDate(`${LAST_YEAR - years + 1 + year}-01-01`);
    const file = path.join(dataFolder, `fec-${year}.txt`);
    const options = { customers, lines, seed: 100 + year, firstDate, hasOpenings: false };
    await writeGeneratedFec(file, options);
    await company.import({ name: path.basename(file), bytes: readFileSync(file) });
    rmSync(file);
  }
  return company;
}

interface Spent {
  readonly ms: number;
  readonly cpuMs: number;
  readonly heldMs: number;
}

async function spent(work: () => unknown): Promise<Spent> {
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const cpu = process.threadCpuUsage();
  const startedAt = performance.now();
  await work();
  const { user, system } = process.threadCpuUsage(cpu);
  const ms = performance.now() - startedAt;
  delay.disable();
  return { ms, cpuMs: (user + system) / 1000, heldMs: delay.max / 1e6 };
}

/** The first time, then the median of some more. */
async function timed(name: string, work: () => Promise<unknown>): Promise<ReportRow> {
  const first = await spent(work);
  const again: Spent[] = [];
  for (let run = 0; run < RUNS; run += 1) again.push(await spent(work));
  const [middle] = again.toSorted((a, b) => a.ms - b.ms).slice(RUNS >> 1);
  const [once, held] = [Math.round(first.cpuMs), Math.round(first.heldMs)];
  const cpu = Math.round(middle?.cpuMs ?? 0);
  const note = `processeur ${cpu} ms; la première fois ${once} ms; fil tenu au plus ${held} ms`;
  return { name, ms: middle?.ms ?? first.ms, floorMs: null, note };
}

async function bench(company: TestCompany) {
  const { figures, analysis } = company.call;
  const ledger = findCompany(application.app.context, company.key)?.ledger;
  if (ledger === undefined) throw new Error('The company is closed.');
  // A folder of an older build has its tables made anew first, as the scheduler does.
  if (ledger.read(needsRebuild)) {
    await ledger.write((writer) => rebuildDerived(writer, { asOf: TODAY }));
  }
  const ledgerFile = path.join(dataFolder, 'companies', company.key, 'ledger.db');
  await figures.show(WHOLE);
  const { jobId } = await analysis.state();
  if (jobId !== null) await company.done(jobId);
  const basis = ledger.read(analysisBasis);
  const made = await spent(async () => {
    const { document } = await monthFiguresStep.make(ledger, { today: TODAY, progress: () => {} });
    const known = { name: monthFiguresStep.name, basis, asOf: TODAY, document };
    await ledger.write((writer) => recordAnalysis(writer, known));
  });
  const bare = openReader(ledgerFile);
  const floor = await spent(() => {
    for (const sql of BARE) for (const _ of bare.prepare(sql).iterate());
  });
  const rows = bare.prepare<[], { count: number }>('SELECT count(*) AS count FROM derived_month');
  const months = rows.get()?.count ?? 0;
  const [{ count: itemCount } = { count: 0 }] = bare
    .prepare<[], { count: number }>('SELECT count(*) AS count FROM derived_item')
    .all();
  bare.close();
  const window = { offset: 0, limit: 200 };
  const groups = (by: 'customer' | 'rep_code') =>
    figures.groups({
      ...WHOLE,
      ...window,
      indicator: 'overdue_rate',
      by,
      text: '',
      sort: 'overdue',
      isDescending: true,
    });
  const report: ReportRow[] = [
    {
      name: 'mois de trois ans refaits',
      ms: made.ms,
      floorMs: floor.ms,
      note: `${months} lignes de mois; processeur ${Math.round(made.cpuMs)} ms, plancher ${Math.round(floor.cpuMs)} ms; dans le fil des travaux`,
    },
    await timed('indicateurs', () => figures.show(WHOLE)),
    await timed('historique de 25 mois', () =>
      figures.history({ ...WHOLE, indicator: 'dso', monthCount: 25 }),
    ),
    await timed('par commercial', () => groups('rep_code')),
    await timed('par client', () => groups('customer')),
    await timed('à une date passée', () => figures.show({ ...WHOLE, asOf: addDays(TODAY, -50) })),
    await timed('simulateur', () => figures.simulatorFigures()),
  ];
  const processor = cpus()[0]?.model.trim() ?? '';
  return {
    machine: `${cpus().length} × ${processor}, Node ${process.versions.node}`,
    counts: `${itemCount} pièces`,
    ledgerMegabytes: Math.round(statSync(ledgerFile).size / MEGABYTE),
    rows: report,
  };
}
