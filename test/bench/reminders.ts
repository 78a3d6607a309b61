/**
 * `node test/bench/reminders.ts [sme|large] [messages]`: the plan of the day over a generated
 * ledger, then messages approved, built and sent to a server of this computer through the whole
 * outbox. Floors: the same rows selected bare; nodemailer alone sending the very same bytes.
 */
import { statSync } from 'node:fs';
import { cpus } from 'node:os';
import { Worker } from 'node:worker_threads';
import { createTransport } from 'nodemailer';
import { openReader } from '../../src/main/ledger/sqlite.ts';
import { findCompany } from '../../src/main/use-cases/companies/open-company.ts';
import { companyPlan } from '../../src/main/use-cases/dunning/plan-keeper.ts';
import { readKeptFile } from '../../src/main/use-cases/files/kept-files.ts';
import { pulseOutbox } from '../../src/main/use-cases/outbox/deliveries.ts';
import { newCommandId } from '../support/running-application.ts';
import { type GeneratedBooks, onGeneratedBooks, sizeName } from './generated-books.ts';
import { type ReportRow, writeReport } from './report.ts';
import { type Spent, spent } from './spent.ts';
import { makeReady } from './writing-books.ts';

const RUNS = 5;
const MEGABYTE = 1024 * 1024;
const BARE = `
SELECT o.*, i.claim_key, e.status FROM derived_open_item AS o
LEFT JOIN notice_item AS i ON i.receivable_id = o.receivable_id
LEFT JOIN notice_event AS e ON e.notice_id = i.notice_id`;

const COUNT = Number.parseInt(process.argv.find((one) => /^\d+$/.test(one)) ?? '1000', 10);
const sink = new Worker(new URL('./mail-sink.ts', import.meta.url));
const port = await new Promise<number>((resolve) => sink.once('message', resolve));
try {
  await onGeneratedBooks(3, async (books) => {
    await makeReady(books.application.app.context, books.company, port);
    process.stdout.write(writeReport(`relances-${sizeName}`, await bench(books)));
  });
} finally {
  sink.postMessage('close');
}

function median(all: readonly Spent[]): Spent {
  const [middle] = all.toSorted((a, b) => a.ms - b.ms).slice(all.length >> 1);
  if (middle === undefined) throw new RangeError('median: nothing was timed');
  return middle;
}

async function bench({ application, company }: GeneratedBooks) {
  const { context } = application.app;
  const open = findCompany(context, company.key);
  if (open === null) throw new Error('The company is closed.');
  const ledgerFile = open.folder.ledgerPath;
  await open.portfolio.read();
  const plans: Spent[] = [];
  const floors: Spent[] = [];
  const bare = openReader(ledgerFile);
  for (let run = 0; run <= RUNS; run += 1) {
    // Anything written makes the plan anew.
    await company.call.outbox.setPaused({ commandId: newCommandId(), isPaused: true });
    await open.portfolio.read();
    const plan = await spent(() => companyPlan(context, open));
    const floor = await spent(() => bare.prepare(BARE).all());
    // The first of each warms what is warm afterwards.
    if (run > 0) plans.push(plan);
    if (run > 0) floors.push(floor);
  }
  const counts = bare
    .prepare<[], { n: number }>('SELECT count(*) AS n FROM derived_open_item')
    .get();
  bare.close();
  const { plan } = await companyPlan(context, open);
  const payerIds = plan.payers
    .filter(({ message }) => message?.channel === 'email')
    .map(({ payerId }) => payerId)
    .slice(0, COUNT);
  const messages = payerIds.map((payerId) => ({ payerId, edit: null }));
  const approve = await spent(() =>
    company.call.dunning.approve({ commandId: newCommandId(), messages, staleReason: null }),
  );
  const build = await spent(() => pulseOutbox(context, open));
  await company.call.outbox.setPaused({ commandId: newCommandId(), isPaused: false });
  const send = await spent(() => pulseOutbox(context, open));
  const { total } = await company.call.outbox.list({ box: 'sent', text: '', offset: 0, limit: 1 });
  if (total !== payerIds.length) throw new Error(`${total} of ${payerIds.length} were sent.`);
  const hashes = open.ledger.read(({ connection }) =>
    connection
      .prepare<[], { sha256: string; recipient: string }>(`
SELECT e.file_sha256 AS sha256, n.recipient FROM notice_event AS e
JOIN notice AS n USING (notice_id) WHERE e.status = 'built'`)
      .all(),
  );
  const alone = await spent(() => sendBare(open.folder.filesPath, hashes));
  return {
    machine: `${cpus().length} × ${cpus()[0]?.model.trim() ?? '?'}, Node ${process.versions.node}`,
    counts: `${counts?.n ?? 0} postes ouverts, ${payerIds.length} messages`,
    ledgerMegabytes: Math.round(statSync(ledgerFile).size / MEGABYTE),
    rows: [
      row('plan du jour', median(plans), median(floors)),
      row(`${payerIds.length} messages approuvés`, approve, null),
      row('construits et gardés', build, null),
      row('envoyés par toute la boîte d’envoi', send, alone),
    ],
  };
}

/** The same bytes over one connection, without ledger, log or last look. */
async function sendBare(
  filesPath: string,
  hashes: readonly { readonly sha256: string; readonly recipient: string }[],
): Promise<void> {
  const transport = createTransport({
    pool: true,
    host: 'localhost',
    port,
    secure: false,
    ignoreTLS: true,
    maxConnections: 1,
    maxMessages: Number.POSITIVE_INFINITY,
  });
  for (const { sha256, recipient } of hashes) {
    const raw = await readKeptFile(filesPath, sha256);
    if (raw === null) throw new Error('The bytes are not kept.');
    const envelope = { from: 'compta@banc.example', to: [recipient] };
    await transport.sendMail({ envelope, raw });
  }
  transport.close();
}

function row(name: string, own: Spent, floor: Spent | null): ReportRow {
  const cpu = floor === null ? '' : `, plancher ${Math.round(floor.cpuMs)} ms`;
  return {
    name,
    ms: own.ms,
    floorMs: floor?.ms ?? null,
    note: `fil du cœur ${Math.round(own.cpuMs)} ms${cpu}; tenu au plus ${Math.round(own.heldMs)} ms`,
  };
}
