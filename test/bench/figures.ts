/**
 * `node test/bench/figures.ts [sme|large]`: the months of a generated ledger made by the long
 * analysis, then the indicators asked as a window asks them. The floor of the making is reading
 * bare the rows it is made of.
 */
import { statSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { needsRebuild } from '../../src/main/ledger/interpretation/derived-state.ts';
import { rebuildDerived } from '../../src/main/ledger/interpretation/reinterpret.ts';
import { openReader } from '../../src/main/ledger/sqlite.ts';
import { analysisBasis, recordAnalysis } from '../../src/main/ledger/stores/analysis.ts';
import { monthFiguresStep } from '../../src/main/use-cases/analysis/month-figures-step.ts';
import { findCompany } from '../../src/main/use-cases/companies/open-company.ts';
import { addDays } from '../../src/shared/kernel/calendar-date.ts';
import {
  type GeneratedBooks,
  onGeneratedBooks,
  sizeName,
  BENCH_DAY as TODAY,
} from './generated-books.ts';
import { type ReportRow, writeReport } from './report.ts';
import { type Spent, spent } from './spent.ts';

const RUNS = 5;
const MEGABYTE = 1024 * 1024;
const WHOLE = { asOf: null, part: null } as const;
const BARE = [
  'SELECT * FROM derived_item',
  'SELECT * FROM derived_payment',
  'SELECT * FROM derived_allocation',
];

await onGeneratedBooks(3, async (books) => {
  process.stdout.write(writeReport(`indicateurs-${sizeName}`, await bench(books)));
});

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

async function bench({ application, company }: GeneratedBooks) {
  const { figures, analysis } = company.call;
  const ledger = findCompany(application.app.context, company.key)?.ledger;
  if (ledger === undefined) throw new Error('The company is closed.');
  // A folder of an older build has its tables made anew first, as the scheduler does.
  if (ledger.read(needsRebuild)) {
    await ledger.write((writer) => rebuildDerived(writer, { asOf: TODAY }));
  }
  const ledgerFile = path.join(application.dataFolder, 'companies', company.key, 'ledger.db');
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
