/**
 * `node test/bench/payers.ts [sme|large]`: the behaviour of every payer of a generated ledger, then
 * the screens that show it, and one payer again after a mark. Floor: the same rows selected bare.
 *
 * Behaviour reads sixteen months back, whatever the age of the books: two years are generated.
 */
import { statSync } from 'node:fs';
import { cpus } from 'node:os';
import path from 'node:path';
import { setImmediate } from 'node:timers/promises';
import { openReader } from '../../src/main/ledger/sqlite.ts';
import { findCompany } from '../../src/main/use-cases/companies/open-company.ts';
import { HABIT_GROUP, readHabits } from '../../src/main/use-cases/portfolio/habits.ts';
import { accountsOfPayer } from '../../src/main/use-cases/portfolio/portfolio.ts';
import { addDays, addMonths } from '../../src/shared/kernel/calendar-date.ts';
import { newCommandId, type TestCompany } from '../support/running-application.ts';
import {
  type GeneratedBooks,
  onGeneratedBooks,
  sizeName,
  BENCH_DAY as TODAY,
} from './generated-books.ts';
import { type ReportRow, writeReport } from './report.ts';

const RUNS = 5;
const MEGABYTE = 1024 * 1024;

await onGeneratedBooks(
  2,
  async (books) => {
    process.stdout.write(writeReport(`payeurs-${sizeName}`, await bench(books)));
  },
  confirmTerms,
);

/** On a due date that was only estimated, nothing is said of a payer. */
async function confirmTerms({ call }: TestCompany): Promise<void> {
  for (const { customerIds, terms } of await call.imports.termsGroups()) {
    await call.imports.confirmTerms({
      commandId: newCommandId(),
      customerIds: [...customerIds],
      terms,
    });
  }
}

async function bench({ application, company }: GeneratedBooks) {
  const ledgerFile = path.join(application.dataFolder, 'companies', company.key, 'ledger.db');
  const open = findCompany(application.app.context, company.key);
  if (open === null) throw new Error('No company.');
  const portfolio = await open.portfolio.read();
  const floorMs = bareReading(ledgerFile);
  const [payerId = 0] = portfolio.payers.keys();
  const rows: ReportRow[] = [
    await behaviours(open, portfolio, floorMs),
    await screen('fiche : comportement expliqué', () =>
      company.call.payers.behaviour({ customerId: payerId }),
    ),
    await screen('clients, par score', () =>
      company.call.customers.page({
        offset: 0,
        limit: 100,
        filter: { text: '', only: [], segment: ['chronic'] },
        sort: 'score',
        isDescending: false,
        groupBy: null,
      }),
    ),
    await screen('marque notée, puis fiche', async (at) => {
      await company.call.payers.recordMark({
        commandId: newCommandId(),
        customerId: payerId,
        kind: 'watch',
        value: '',
        reason: `Essai ${at}`,
        reviewOn: addDays(TODAY, 30),
      });
      await company.call.payers.behaviour({ customerId: payerId });
    }),
  ];
  const scored = [...portfolio.habits.values()].filter(({ behaviour }) => behaviour.score !== null);
  return {
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? '?'}, Node ${process.versions.node}`,
    counts: `${portfolio.payers.size} payeurs, dont ${scored.length} avec un score`,
    ledgerMegabytes: Math.round(statSync(ledgerFile).size / MEGABYTE),
    rows,
  };
}

type Open = NonNullable<ReturnType<typeof findCompany>>;

/** Every behaviour, group by group as the portfolio makes them. */
async function behaviours(
  { ledger }: Open,
  portfolio: Awaited<ReturnType<Open['portfolio']['read']>>,
  floorMs: number,
): Promise<ReportRow> {
  const { today, calendar, settings } = portfolio;
  const context = { today, calendar, payerSettings: settings.payers };
  const ids = [...portfolio.payers.keys()];
  const times: number[] = [];
  let heldMs = 0;
  for (let run = 0; run < RUNS; run += 1) {
    const startedAt = usedMs();
    for (let at = 0; at < ids.length; at += HABIT_GROUP) {
      await setImmediate();
      const before = usedMs();
      const group = new Map(
        ids.slice(at, at + HABIT_GROUP).map((id) => [id, accountsOfPayer(portfolio, id)]),
      );
      ledger.read((reader) => readHabits(reader, group, context));
      heldMs = Math.max(heldMs, usedMs() - before);
    }
    times.push(usedMs() - startedAt);
  }
  const note = `processeur du fil ; tenu au plus ${Math.round(heldMs)} ms ; plancher : les mêmes lignes lues seules`;
  return { name: 'comportement de tous les payeurs', ms: median(times), floorMs, note };
}

/** The rows it can't do without, selected bare; processor time of this thread. */
function bareReading(ledgerFile: string): number {
  const connection = openReader(ledgerFile);
  const since = addMonths(TODAY, -16);
  const yearAgo = addMonths(TODAY, -12);
  try {
    const times: number[] = [];
    for (let run = 0; run < RUNS; run += 1) {
      const startedAt = usedMs();
      connection
        .prepare(
          `SELECT customer_id, receivable_id, document_date, due_date, settled_date, amount_cents,
          settled_nature, due_basis FROM derived_item
          WHERE settled_date >= ? AND due_date IS NOT NULL AND amount_cents > 0`,
        )
        .all(since);
      connection
        .prepare(
          `SELECT customer_id, receivable_id, effective_date, nature FROM derived_allocation
          WHERE effective_date >= ?`,
        )
        .all(yearAgo);
      times.push(usedMs() - startedAt);
    }
    return median(times);
  } finally {
    connection.close();
  }
}

async function screen(name: string, ask: (run: number) => Promise<unknown>): Promise<ReportRow> {
  const times: number[] = [];
  for (let run = 0; run < RUNS; run += 1) {
    const startedAt = performance.now();
    await ask(run);
    times.push(performance.now() - startedAt);
  }
  const note = `la première fois ${Math.round(times[0] ?? 0)} ms`;
  return { name, ms: median(times), floorMs: null, note };
}

/** What this thread used of a processor: the machine may do other things meanwhile. */
function usedMs(): number {
  const { user, system } = process.threadCpuUsage();
  return (user + system) / 1000;
}

function median(times: readonly number[]): number {
  return [...times].sort((a, b) => a - b)[times.length >> 1] ?? 0;
}
