/**
 * Files made by others, imported whole: what the screens then say is what a much simpler reading of
 * the file adds up to, customer by customer, or the file is refused and nothing has changed.
 */
import { readFileSync } from 'node:fs';
import { describe, expect, onTestFinished, test } from 'vitest';
import { addDays } from '../../src/shared/kernel/calendar-date.ts';
import { isProblemCode } from '../../src/shared/text/problems.ts';
import { readRealLedger } from '../intake/real-ledgers-reader.ts';
import { hasRealFiles, realFile } from '../support/real-files.ts';
import {
  fileOnDisk,
  RunningApplication,
  refusalOf,
  type TestCompany,
} from '../support/running-application.ts';
import { agedBalance, customerRows, outstandingByCode, portfolioOf } from './reading.ts';

const FECS = [
  'bom-wholesaler-lettered_0000000001FEC20220831.txt',
  'crcrlf-big_123456789FEC20500930.txt',
  'padded-signed_123456789FEC20230331.txt',
  'pipe-21-columns_123456789FEC20201231.txt',
  'pipe-latin1-no-aux_123456789FEC20200331.txt',
  'small-lettered_2020.txt',
  'tab-constructed_sample.txt',
];

async function emptyCompany(today: string): Promise<TestCompany> {
  const application = await RunningApplication.start({ today });
  onTestFinished(() => application.close());
  return application.createCompany();
}

/** Σ of the lines of each customer, by the test's own reader; who owes nothing is absent. */
function statedByCode(name: string): { today: string; sums: Record<string, number> } {
  const ledger = readRealLedger(name);
  const sums: Record<string, number> = {};
  for (const [code, lines] of ledger.customers) {
    const cents = lines.reduce((sum, { amountCents }) => sum + amountCents, 0);
    if (cents !== 0) sums[code] = cents;
  }
  return { today: addDays(ledger.lastDay, 3), sums };
}

const total = (sums: Record<string, number>) =>
  Object.values(sums).reduce((sum, cents) => sum + cents, 0);

/**
 * Where a file names some customers of an account and not others, the product splits the account
 * (`41199999:TDF`); the test's reader does not.
 */
function byAccount(sums: Record<string, number>): Record<string, number> {
  const folded: Record<string, number> = {};
  for (const [code, cents] of Object.entries(sums)) {
    const account = code.replace(/:.*/, '');
    folded[account] = (folded[account] ?? 0) + cents;
  }
  return Object.fromEntries(Object.entries(folded).filter(([, cents]) => cents !== 0));
}

describe.skipIf(!hasRealFiles)('a FEC of a package', () => {
  test.each(FECS)('%s: what each customer owes is the sum of his lines', async (name) => {
    const { today, sums } = statedByCode(name);
    const company = await emptyCompany(today);
    const { preview } = await company.import(fileOnDisk(realFile('fec', name)));
    expect(preview.linesRead).toBe(
      preview.linesKept + preview.linesRejected + preview.linesOutOfScope,
    );
    expect(preview.fileBalanceCents).toBe(total(sums));
    expect(preview.ledgerBalanceCents).toBe(total(sums));
    expect(preview.customersDiffering).toEqual([]);
    expect(byAccount(await outstandingByCode(company))).toEqual(byAccount(sums));
    const balance = await agedBalance(company);
    expect(balance).toMatchObject({
      balanceCents: total(sums),
      ledgerCents: total(sums),
      isEqual: true,
    });
    const forecast = await company.call.overview.forecast({ weekCount: 13, by: 'none', key: null });
    expect(forecast.totalCents).toBe(total(sums));
    expect(await company.call.backups.verifyJournal()).toMatchObject({ isIntact: true });
  });

  test('the wholesaler is owed 52 517,24 €, customer by customer', async () => {
    const company = await emptyCompany('2022-09-05');
    await company.import(fileOnDisk(realFile('fec', FECS[0] ?? '')));
    expect(await outstandingByCode(company)).toEqual({
      LDNE00: 27_123_29,
      GSDLL0: 18_070_04,
      LVOIRU: 6_661_27,
      DFIENB: 438_88,
      TRUSOA: 302_89,
      PCUECG: -79_13,
    });
    const { figures } = await company.call.overview.dashboard();
    expect(figures?.outstandingCents).toBe(52_517_24);
    const { accounts } = await portfolioOf(company);
    expect(accounts.filter(({ kind }) => kind === 'reject')).toEqual([]);
  });

  test('a cheque that came back and its correction, lettered together, settle each other', async () => {
    const company = await emptyCompany('2021-01-03');
    await company.import(fileOnDisk(realFile('fec', FECS[3] ?? '')));
    expect(await outstandingByCode(company)).toEqual({});
    expect((await customerRows(company)).map(({ code }) => code)).toEqual(['41199999:TDF']);
  });

  test('where nothing is lettered, nobody is chased before the accountant has been', async () => {
    const company = await emptyCompany('2023-04-03');
    await company.import(fileOnDisk(realFile('fec', FECS[2] ?? '')));
    const morning = await company.call.overview.priorities();
    expect(morning.ten).toEqual([]);
    expect(morning.othersCount).toBe(0);
    const diagnosis = await company.call.imports.diagnosis();
    expect(diagnosis).toMatchObject({ outstandingCents: 29_900_14, letteredShare: 0 });
    expect(diagnosis.virtuallyMatchedCents).toBeGreaterThan(30_000_00);
    const toMatch = await company.call.imports.toMatch({ offset: 0, limit: 200 });
    expect(toMatch.rows.length).toBe(diagnosis.toMatchFirst.customerCount);
    expect(toMatch.rows.length).toBeGreaterThan(0);
    const byReason = morning.excluded.map(({ verdict }) => verdict);
    expect(byReason).toContain('sundry');
  });

  test('a ledger with one account for all customers is imported, and refused for chasing', async () => {
    const company = await emptyCompany('2020-04-03');
    await company.import(fileOnDisk(realFile('fec', FECS[4] ?? '')));
    const { sharedAccounts } = await company.call.imports.diagnosis();
    expect(sharedAccounts.some((account) => account.startsWith('411100000'))).toBe(true);
    const left = await company.call.overview.leftOut({
      verdict: 'shared_account',
      offset: 0,
      limit: 50,
    });
    expect(left.rows.length).toBeGreaterThan(0);
    const { ten } = await company.call.overview.priorities();
    const shared = new Set(left.rows.map(({ customerId }) => customerId));
    expect(ten.filter(({ customerId }) => shared.has(customerId))).toEqual([]);
  });

  test.each(FECS)('%s: twice adds nothing, undone leaves nothing', async (name) => {
    const { today } = statedByCode(name);
    const company = await emptyCompany(today);
    const file = fileOnDisk(realFile('fec', name));
    const { importId } = await company.import(file);
    const before = await portfolioOf(company);
    const again = await company.preview(file);
    expect(again.sameAsImportId).toBe(importId);
    expect(again.guards.map(({ code }) => code)).toContain('same_file');
    expect(await company.commit(again, file.name)).toBe(importId);
    expect(await portfolioOf(company)).toEqual(before);
    await company.undo(importId);
    expect(await outstandingByCode(company)).toEqual({});
    await company.import(file);
    expect(await portfolioOf(company)).toEqual(before);
  });
});

describe.skipIf(!hasRealFiles)('another export of a package', () => {
  test.each([
    ['ekylibre-export.isa', '2008-09-05'],
    ['ekylibre-edi.edi', '2008-09-05'],
    ['ekylibre-socleo_sales.csv', '2019-06-01'],
    ['ekylibre-socleo_incoming_payments.csv', '2019-06-01'],
    ['ekylibre-incoming_payments.csv', '2020-01-06'],
    ['ekylibre-entities.csv', '2020-01-06'],
    ['vingtcent123-customers.csv', '2020-01-06'],
  ])('%s goes in, and the balance is that of the file', async (name, today) => {
    const company = await emptyCompany(today);
    const { preview } = await company.import(fileOnDisk(realFile('erp', name)));
    expect(preview.linesRejected).toBe(0);
    expect(preview.ledgerBalanceCents).toBe(preview.fileBalanceCents);
    expect(preview.fileBalanceCents).toBe(preview.debitCents - preview.creditCents);
    const balance = await agedBalance(company);
    expect(balance).toMatchObject({ balanceCents: preview.fileBalanceCents, isEqual: true });
    expect(total(await outstandingByCode(company))).toBe(preview.fileBalanceCents);
  });

  test.each([
    ['ekylibre-ekylibre_sales.csv', 'mapping_incomplete'],
    ['ekylibre-financial_year_exchange_import_isacompta.csv', 'no_customer_lines'],
  ])('%s is refused with its sentence, and nothing has changed', async (name, code) => {
    const company = await emptyCompany('2020-01-06');
    expect(await refusalOf(company.import(fileOnDisk(realFile('erp', name))))).toBe(code);
    expect(isProblemCode(code)).toBe(true);
    expect(await company.call.imports.history()).toEqual([]);
    expect(await outstandingByCode(company)).toEqual({});
  });
});

describe('a file that is none', () => {
  const text = (content: string) => new TextEncoder().encode(content);
  const noise = Uint8Array.from({ length: 5_000 }, (_, index) => (index * 7919 + 13) % 256);
  test.each([
    ['vide.txt', new Uint8Array(0)],
    ['image.png', Uint8Array.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a, 0, 0, 0, 13])],
    ['bruit.csv', noise],
    ['lettre.txt', text('Bonjour,\nveuillez trouver notre règlement.\n')],
    ['entete.txt', text('JournalCode\tJournalLib\tEcritureNum\n')],
    ['classeur.xlsx', Uint8Array.from([0x50, 0x4b, 3, 4, 20, 0, 0, 0, 8, 0, 1, 2, 3])],
  ])('%s is refused with a sentence, and nothing has changed', async (name, bytes) => {
    const company = await emptyCompany('2026-11-23');
    const code = await refusalOf(company.import({ name, bytes }));
    expect(isProblemCode(code), code).toBe(true);
    expect(await company.call.imports.history()).toEqual([]);
  });

  test.skipIf(!hasRealFiles)('a bank statement is told apart from a ledger', async () => {
    const company = await emptyCompany('2026-11-23');
    const name = 'akretion-bank_statement.cfo';
    const { format } = await company.recognise({
      name,
      bytes: readFileSync(realFile('bank', name)),
    });
    expect(format).toBe('bank');
  });
});
