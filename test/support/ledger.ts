/** Ledgers of tests: real files in a folder of their own, with a clock that is told the day. */
import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { commitImport } from '../../src/main/ledger/imports/commit-import.ts';
import { appendEntry } from '../../src/main/ledger/journal.ts';
import type { Ledger } from '../../src/main/ledger/ledger.ts';
import { openLedger } from '../../src/main/ledger/ledger.ts';
import type { Writer } from '../../src/main/ledger/session.ts';
import type { StagedAccount, StagedHeader } from '../../src/main/ledger/staging/staging.ts';
import { StagingWriter } from '../../src/main/ledger/staging/staging.ts';
import { StagingReader } from '../../src/main/ledger/staging/staging-reader.ts';
import type { Log } from '../../src/main/ports/log.ts';
import type {
  LedgerLine,
  StatedContact,
  StatedCustomer,
  StatedItem,
  StatedRow,
} from '../../src/shared/domain/statement/statement.ts';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { sumCents } from '../../src/shared/kernel/cents.ts';
import { TestClock } from './test-clock.ts';

export { TestClock };

export const silentLog: Log = {
  info: () => undefined,
  warn: () => undefined,
  error: () => undefined,
};

/** A folder that is deleted when the test ends, in another one where it is told. */
export function testFolder(parent = tmpdir()): string {
  const folder = mkdtempSync(path.join(parent, 'encours-ledger-'));
  if (parent !== tmpdir()) return folder;
  onTestFinished(() => rmSync(folder, { recursive: true, force: true }));
  return folder;
}

export interface TestLedger {
  readonly ledger: Ledger;
  readonly clock: TestClock;
  readonly folder: string;
}

/** An empty ledger in a folder of its own, closed when the test ends. */
export function testLedger(day?: string, folder = testFolder()): TestLedger {
  const clock = new TestClock(day);
  const ledger = openLedger({ file: path.join(folder, 'ledger.db'), clock, log: silentLog });
  onTestFinished(() => ledger.close());
  return { ledger, clock, folder };
}

/** What a made-up file says; every part may be left out. */
export interface MadeUpFile {
  readonly header?: Partial<StagedHeader>;
  readonly customers?: readonly StatedCustomer[];
  readonly lines?: readonly LedgerLine[];
  readonly items?: readonly StatedItem[];
  readonly rows?: readonly StatedRow[];
  readonly contacts?: readonly StatedContact[];
  readonly accounts?: readonly StagedAccount[];
}

let stagingCount = 0;

/** Puts a made-up file into a staging of its own and gives its path. */
export function stage(folder: string, file: MadeUpFile): string {
  stagingCount += 1;
  const stagingFile = path.join(folder, `staging-${stagingCount}.db`);
  const staging = new StagingWriter(stagingFile);
  for (const customer of file.customers ?? []) staging.customer(customer);
  staging.lines(file.lines ?? []);
  staging.items(file.items ?? []);
  staging.rows(file.rows ?? []);
  for (const contact of file.contacts ?? []) staging.contact(contact);
  staging.finish(headerOf(file), file.accounts ?? []);
  staging.close();
  return stagingFile;
}

function headerOf(file: MadeUpFile): StagedHeader {
  const lines = file.lines ?? [];
  const count = lines.length + (file.items ?? []).length + (file.rows ?? []).length;
  const dates = lines.map(({ lineDate }) => lineDate).sort();
  return {
    reader: 'fec',
    meaning: file.items ? 'open_items' : file.rows ? 'rows' : 'period',
    scope: 'all',
    fileName: 'made-up.txt',
    fileSha256: `sha-${stagingCount}`,
    statedOnDate: dates.at(-1) ?? calendarDate('2026-11-20'),
    coversFromDate: dates[0] ?? null,
    coversToDate: dates.at(-1) ?? null,
    bankDate: null,
    linesRead: count,
    linesKept: count,
    linesRejected: 0,
    linesOutOfScope: 0,
    debitCents: sumCents(lines.map(({ amountCents }) => Math.max(amountCents, 0))),
    creditCents: sumCents(lines.map(({ amountCents }) => Math.max(-amountCents, 0))),
    encoding: 'utf-8',
    separator: '\t',
    ...file.header,
  };
}

/** Stages and commits a made-up file; gives the id of its import. */
export async function importFile(to: TestLedger, file: MadeUpFile): Promise<number> {
  const staging = new StagingReader(stage(to.folder, file));
  const asOf = to.clock.today();
  try {
    const committed = await to.ledger.write((writer) =>
      commitImport(writer, { staging, commandId: null, roles: [], asOf }),
    );
    return committed.importId;
  } finally {
    staging.close();
  }
}

let lineNumber = 1;

/** A line of a customer account, with everything that a test does not care about filled in. */
export function ledgerLine(
  given: Partial<LedgerLine> & { readonly customerCode: string; readonly amountCents: number },
): LedgerLine {
  lineNumber += 1;
  return {
    lineNumber,
    ledgerAccountCode: '411000',
    ledgerAccountLabel: 'Clients',
    journalCode: given.amountCents >= 0 ? 'VE' : 'BQ',
    journalLabel: given.amountCents >= 0 ? 'Ventes' : 'Banque',
    entryNumber: String(lineNumber),
    lineDate: calendarDate('2026-09-01'),
    documentNumber: given.amountCents >= 0 ? `F${lineNumber}` : '',
    documentDate: null,
    label: '',
    currency: 'EUR',
    letter: null,
    letteredOnDate: null,
    counterpart: given.amountCents >= 0 ? 'sales' : 'bank',
    isOpening: false,
    statedDueDate: null,
    paymentMethod: null,
    ...given,
  };
}

/** Does something under an entry of its own, as a command does. */
export function record<Answer>(
  to: TestLedger,
  work: (writer: Writer, entryId: number) => Answer,
  customerId: number | null = 1,
) {
  return to.ledger.write((writer) =>
    work(writer, appendEntry(writer, { kind: 'test', customerId, commandId: null, payload: null })),
  );
}
