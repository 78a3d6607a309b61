/**
 * Ledgers of a given size for the bench, the same for the same seed.
 *
 * `sme` is a company of two thousand customers, `large` one of twenty thousand with a million
 * invoices, a tenth of them still open: each invoice has its receipt, most of them lettered.
 */
import { rmSync } from 'node:fs';
import { commitImport } from '../../src/main/ledger/imports/commit-import.ts';
import type { Ledger } from '../../src/main/ledger/ledger.ts';
import { openLedger } from '../../src/main/ledger/ledger.ts';
import { StagingWriter } from '../../src/main/ledger/staging/staging.ts';
import { StagingReader } from '../../src/main/ledger/staging/staging-reader.ts';
import type { LedgerLine } from '../../src/shared/domain/statement/statement.ts';
import type { CalendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { addDays, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { seededNumbers } from './fec-generator.ts';
import { silentLog, TestClock } from './ledger.ts';

export interface LedgerSize {
  readonly name: string;
  readonly customers: number;
  readonly invoices: number;
  /** Share of the invoices that nobody has paid. */
  readonly openShare: number;
}

export const SME: LedgerSize = { name: 'sme', customers: 2_000, invoices: 100_000, openShare: 0.1 };
export const LARGE: LedgerSize = {
  name: 'large',
  customers: 20_000,
  invoices: 1_000_000,
  openShare: 0.1,
};

const LAST_DAY = calendarDate('2026-11-20');
const DAYS = 900;
const REPS = 25;

/** Makes a ledger of this size in a file and gives it open, as of Monday 23 November 2026. */
export async function sizedLedger(file: string, size: LedgerSize): Promise<Ledger> {
  const stagingFile = `${file}.staging`;
  stage(stagingFile, size);
  const clock = new TestClock('2026-11-23');
  const ledger = openLedger({ file, clock, log: silentLog });
  const staging = new StagingReader(stagingFile);
  await ledger.write((writer) =>
    commitImport(writer, { staging, commandId: null, roles: [], asOf: clock.today() }),
  );
  staging.close();
  rmSync(stagingFile);
  ledger.checkpoint();
  return ledger;
}

function stage(stagingFile: string, size: LedgerSize): void {
  const staging = new StagingWriter(stagingFile);
  const random = seededNumbers(size.invoices);
  const codes = Array.from(
    { length: size.customers },
    (_, index) => `C${String(index).padStart(5, '0')}`,
  );
  for (const [index, customerCode] of codes.entries()) {
    staging.customer({
      customerCode,
      name: `Établissements ${index} ${['Val', 'Leroy', 'Martin', 'Dupas'][index % 4]}`,
      siren: String(300_000_000 + index),
      email: index % 7 === 0 ? null : `compta@client-${index}.fr`,
      phone: index % 5 === 0 ? null : `02${String(31_000_000 + index)}`,
      addressLines: [`${index} rue du Port`],
      postalCode: '14000',
      city: 'Caen',
      countryCode: 'FR',
      terms: null,
      paymentMethod: 'transfer',
      repCode: `REP${index % REPS}`,
      agencyCode: `AG${index % 6}`,
      sector: null,
      profile: null,
      creditLimitCents: null,
    });
  }
  let lineNumber = 1;
  let batch: LedgerLine[] = [];
  const add = (line: Omit<LedgerLine, 'lineNumber'>) => {
    lineNumber += 1;
    batch.push({ ...line, lineNumber });
    if (batch.length < 5_000) return;
    staging.lines(batch);
    batch = [];
  };
  for (let invoice = 0; invoice < size.invoices; invoice += 1) {
    const customerCode = codes[Math.floor(random() ** 2 * codes.length)] ?? '';
    addInvoice(add, { customerCode, invoice, random, openShare: size.openShare });
  }
  staging.lines(batch);
  staging.finish(
    {
      reader: 'fec',
      meaning: 'period',
      scope: 'all',
      fileName: `${size.name}.txt`,
      fileSha256: size.name,
      statedOnDate: LAST_DAY,
      coversFromDate: addDays(LAST_DAY, -DAYS),
      coversToDate: LAST_DAY,
      bankDate: LAST_DAY,
      linesRead: lineNumber - 1,
      linesKept: lineNumber - 1,
      linesRejected: 0,
      linesOutOfScope: 0,
      debitCents: 0,
      creditCents: 0,
      encoding: 'utf-8',
      separator: '\t',
    },
    [],
  );
  staging.close();
}

function addInvoice(
  add: (line: Omit<LedgerLine, 'lineNumber'>) => void,
  of: {
    readonly customerCode: string;
    readonly invoice: number;
    readonly random: () => number;
    readonly openShare: number;
  },
): void {
  const { customerCode, invoice, random, openShare } = of;
  const invoicedOn = addDays(LAST_DAY, -Math.floor(random() * DAYS));
  const paidOn = addDays(invoicedOn, 20 + Math.floor(random() * 60));
  const isPaid = random() > openShare && paidOn <= LAST_DAY;
  const isLettered = isPaid && random() > 0.05;
  const amountCents = 1_000 + Math.floor(random() ** 3 * 2_000_000);
  const line = (lineDate: CalendarDate) => ({
    customerCode,
    ledgerAccountCode: '411000',
    ledgerAccountLabel: 'Clients',
    entryNumber: String(invoice),
    lineDate,
    documentDate: lineDate,
    currency: 'EUR',
    letter: isLettered ? `L${invoice}` : null,
    letteredOnDate: isLettered ? paidOn : null,
    isOpening: false,
    statedDueDate: null,
    paymentMethod: null,
  });
  add({
    ...line(invoicedOn),
    journalCode: 'VE',
    journalLabel: 'Ventes',
    documentNumber: `FA${String(invoice).padStart(7, '0')}`,
    label: 'Facture de marchandises',
    amountCents,
    counterpart: 'sales',
  });
  if (!isPaid) return;
  add({
    ...line(paidOn),
    journalCode: 'BQ',
    journalLabel: 'Banque',
    documentNumber: '',
    label: `VIR FA${String(invoice).padStart(7, '0')}`,
    amountCents: -amountCents,
    counterpart: 'bank',
  });
}
