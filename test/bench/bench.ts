/**
 * `npm run bench [-- sme|large]`: how long the application takes on a generated ledger, beside the
 * least that the same machine could take in the same run. The table is printed and written into
 * `docs/BENCH.md`, between the marks of its size.
 *
 *     sme     2 000 customers, about 100 000 invoices over three years
 *     large  20 000 customers, about 1 000 000 invoices over six years
 *
 * Both also import one file of a million lines into an empty company. The application runs in this
 * thread, as it does in the core's, and its jobs in theirs.
 */
import { mkdtempSync, readFileSync, rmSync, statSync } from 'node:fs';
import { cpus, tmpdir } from 'node:os';
import path from 'node:path';
import { monitorEventLoopDelay } from 'node:perf_hooks';
import { addDays, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { writeGeneratedFec } from '../support/fec-generator.ts';
import {
  newCommandId,
  RunningApplication,
  type TestCompany,
} from '../support/running-application.ts';
import { insertBare, splitByHand } from './floor.ts';
import { type Held, MeasuredHost } from './host.ts';
import { type BenchReport, type ReportRow, writeReport } from './report.ts';
import { timeScreens } from './screens.ts';

const SIZES = {
  sme: { customers: 2_000, years: 3, linesAYear: 180_000 },
  large: { customers: 20_000, years: 6, linesAYear: 920_000 },
} as const;
const LAST_YEAR = 2026;
const TODAY = calendarDate('2027-01-04');
const MILLION = { customers: 20_000, lines: 1_000_000, seed: 7 };
const JOBS = new URL('../../src/main/job.ts', import.meta.url);
const MEGABYTE = 1024 * 1024;

const sizeName = process.argv.includes('large') ? 'large' : 'sme';
const size = SIZES[sizeName];
const folder = mkdtempSync(path.join(tmpdir(), 'encours-bench-'));
const application = await RunningApplication.start({ today: TODAY, jobEntry: JOBS });
try {
  const report = await bench();
  process.stdout.write(writeReport(sizeName, report));
} finally {
  await application.close();
  rmSync(folder, { recursive: true, force: true });
}

async function bench(): Promise<BenchReport> {
  await loadJobs();
  const million = await importOfAMillion();
  const threads = await importInThreads();
  const company = await application.createCompany('Grand livre');
  for (let year = 0; year < size.years; year += 1) {
    const firstDate = calendarDate(`${LAST_YEAR - size.years + 1 + year}-01-01`);
    const file = path.join(folder, `fec-${year}.txt`);
    const { customers, linesAYear: lines } = size;
    await writeGeneratedFec(file, { customers, lines, seed: 100 + year, firstDate });
    await importTimed(company, file);
    rmSync(file);
    process.stdout.write(`${firstDate.slice(0, 4)} importé\n`);
  }
  const ledgerFile = path.join(application.dataFolder, 'companies', company.key, 'ledger.db');
  const delay = monitorEventLoopDelay({ resolution: 1 });
  delay.enable();
  const startMs = await firstAnswer(company.key);
  const screens = await timeScreens(application.company(company.key), ledgerFile, TODAY);
  delay.disable();
  const counts = await countsOf(company.key);
  const ledgerMegabytes = Math.round(statSync(ledgerFile).size / MEGABYTE);
  await application.app.close();
  const product = await screensInThreads(company.key);
  return {
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? '?'}, Node ${process.versions.node}`,
    counts,
    ledgerMegabytes,
    rows: [
      ...million,
      ...threads,
      row("de l'ouverture au premier top 10", startMs, ''),
      ...screens.map(({ name, ms, firstMs, floorMs }) => ({
        name,
        ms,
        floorMs,
        note: `la première fois ${Math.round(firstMs)} ms`,
      })),
      row('cœur tenu au plus, du départ aux écrans', delay.max / 1e6, ''),
      ...product,
    ],
  };
}

/**
 * By the clock, and of the processors: on a machine that does other work, the second tells more.
 */
interface Spent {
  readonly ms: number;
  readonly cpuMs: number;
}

interface ImportTimes {
  readonly upload: Spent;
  readonly preview: Spent;
  readonly commit: Spent;
}

async function spent<Answer>(work: () => Answer): Promise<[Spent, Awaited<Answer>]> {
  const cpu = process.cpuUsage();
  const startedAt = performance.now();
  const answer = await work();
  const { user, system } = process.cpuUsage(cpu);
  return [{ ms: performance.now() - startedAt, cpuMs: (user + system) / 1000 }, answer];
}

async function importTimed(company: TestCompany, file: string): Promise<ImportTimes> {
  const { imports } = company.call;
  const name = path.basename(file);
  const [upload, uploadId] = await spent(() => company.upload({ name, bytes: readFileSync(file) }));
  const [preview, { stagingId }] = await spent(async () => {
    const { jobId } = await imports.startPreview({
      commandId: newCommandId(),
      uploadId,
      format: 'fec',
      profile: null,
      scope: null,
      statedOnDate: null,
      typedTotalCents: null,
    });
    return company.done<{ stagingId: string }>(jobId);
  });
  const [commit] = await spent(async () => {
    const { jobId } = await imports.startCommit({
      commandId: newCommandId(),
      stagingId,
      fileName: name,
      roles: [],
      acceptedGuards: [],
    });
    return company.done(jobId);
  });
  return { upload, preview, commit };
}

async function importOfAMillion(): Promise<ReportRow[]> {
  const company = await application.createCompany('Un million');
  const file = path.join(folder, 'fec-million.txt');
  await writeGeneratedFec(file, MILLION);
  const megabytes = Math.round(statSync(file).size / MEGABYTE);
  splitByHand(file);
  const [split, { lines }] = await spent(() => splitByHand(file));
  const { upload, preview, commit } = await importTimed(company, file);
  const ledgerFile = path.join(application.dataFolder, 'companies', company.key, 'ledger.db');
  const bare = insertBare(ledgerFile, folder);
  rmSync(file);
  process.stdout.write('un million de lignes importé\n');
  const cpu = (one: Spent) => `processeur ${Math.round(one.cpuMs)} ms`;
  const both = { ms: preview.ms + commit.ms, cpuMs: preview.cpuMs + commit.cpuMs };
  const what = `FEC de ${lines} lignes (${megabytes} Mo)`;
  return [
    { name: `${what} : envoi`, ms: upload.ms, floorMs: null, note: cpu(upload) },
    {
      name: 'lecture et aperçu',
      ms: preview.ms,
      floorMs: split.ms,
      note: `${cpu(preview)}; plancher : découpe à la main`,
    },
    {
      name: 'écriture et interprétation',
      ms: commit.ms,
      floorMs: bare.ms,
      note: `${cpu(commit)}; plancher : ${bare.rows} lignes dans les mêmes tables`,
    },
    { name: 'les deux', ms: both.ms, floorMs: split.ms + bare.ms, note: cpu(both) },
  ];
}

/**
 * The job thread loads its modules at the first job: from their sources here, from one file in the
 * product. That is no part of an import.
 */
async function loadJobs(): Promise<void> {
  const company = await application.createCompany('Mise en route');
  const file = path.join(folder, 'fec-small.txt');
  await writeGeneratedFec(file, { customers: 20, lines: 500, seed: 1 });
  await importTimed(company, file);
}

/** The same million lines through the loopback host, with the threads of the product. */
async function importInThreads(): Promise<ReportRow[]> {
  const file = path.join(folder, 'fec-threads.txt');
  await writeGeneratedFec(file, MILLION);
  const host = await MeasuredHost.start(path.join(folder, 'host'), TODAY);
  try {
    const company = await host.company();
    await host.held();
    await importTimed(company, file);
    const imported = await host.held();
    await company.call.overview.priorities();
    await company.call.overview.dashboard();
    const shown = await host.held();
    const { memoryBytes } = await company.call.application.diagnostics();
    return [
      heldRow("fil de l'hôte tenu au plus, import", imported.host),
      heldRow('fil du cœur tenu au plus, import', imported.core),
      heldRow('fil du cœur tenu au plus, premiers écrans après', shown.core),
      row('mémoire du produit (Mo)', memoryBytes / MEGABYTE, 'après cet import et ces écrans'),
    ];
  } finally {
    await host.stop();
    rmSync(file);
  }
}

/** The screens of the ledger in the product itself, from its start: without what a bench holds. */
async function screensInThreads(key: string): Promise<ReportRow[]> {
  const host = await MeasuredHost.start(application.dataFolder, TODAY);
  try {
    const company = await host.company(key);
    const { overview, customers, application: asked } = company.call;
    await host.held();
    const page = { offset: 0, limit: 200 };
    const aged = { by: 'due_date', groupBy: 'customer', text: '', sort: 'balance' } as const;
    const order = { isDescending: true, ...page };
    await overview.priorities();
    await overview.dashboard();
    await overview.agedBalance({ ...aged, ...order, asOf: null });
    await overview.agedBalance({ ...aged, ...order, asOf: addDays(TODAY, -90) });
    await overview.forecast({ weekCount: 13, by: 'customer', key: null });
    const filter = { text: '', only: [] };
    await customers.page({ filter, groupBy: null, sort: 'overdue', ...order });
    const { core } = await host.held();
    const { memoryBytes } = await asked.diagnostics();
    const memory = memoryBytes / MEGABYTE;
    return [
      heldRow('fil du cœur tenu au plus, du départ à six écrans', core),
      row('mémoire du produit (Mo)', memory, 'ouvert sur ce dossier, après ces six écrans'),
    ];
  } finally {
    await host.stop();
  }
}

function heldRow(name: string, { ownMs, byClockMs }: Held): ReportRow {
  return row(name, ownMs, `de son travail; ${Math.round(byClockMs)} ms à l'horloge`);
}

function row(name: string, ms: number, note: string): ReportRow {
  return { name, ms, floorMs: null, note };
}

/** Closes everything, opens again, and asks for the morning. */
async function firstAnswer(key: string): Promise<number> {
  await application.app.close();
  const startedAt = performance.now();
  await application.open();
  await application.company(key).call.overview.priorities();
  return performance.now() - startedAt;
}

async function countsOf(key: string): Promise<string> {
  const ledger = application.app.context.ledgers.find(key);
  const count = (sql: string) =>
    ledger?.read(({ connection }) => connection.prepare<[], { n: number }>(sql).get()?.n) ?? 0;
  const customers = count('SELECT count(*) AS n FROM derived_customer');
  const items = count("SELECT count(*) AS n FROM derived_item WHERE kind = 'invoice'");
  const open = count('SELECT count(*) AS n FROM derived_open_item');
  return `${customers} clients, ${items} factures, ${open} postes ouverts`;
}
