import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import ExcelJS from 'exceljs';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type StatementLine,
  type StatementOfAccount,
  statementTotalsOf,
} from '../../src/main/reports/statement/statement-of-account.ts';
import { writeStatementPdf } from '../../src/main/reports/statement/statement-pdf.ts';
import { writeStatementWorkbook } from '../../src/main/reports/statement/statement-workbook.ts';
import { accountPeriods } from '../../src/shared/domain/receivable/account-movements.ts';
import { addDays, calendarDate } from '../../src/shared/kernel/calendar-date.ts';

let folder = '';
beforeAll(async () => {
  folder =
    process.env.ENCOURS_KEEP ?? (await mkdtemp(path.join(os.tmpdir(), 'encours-statement-')));
});
afterAll(async () => {
  if (process.env.ENCOURS_KEEP === undefined) await rm(folder, { recursive: true });
});

function lineOf(part: Partial<StatementLine>): StatementLine {
  return {
    kind: 'invoice',
    documentNumber: 'FA2610-0042',
    documentDate: calendarDate('2026-09-30'),
    dueDate: calendarDate('2026-10-30'),
    amountCents: 123_456,
    outstandingCents: 123_456,
    currency: 'EUR',
    daysPastDue: 23,
    ...part,
  };
}

const statement: StatementOfAccount = {
  asOf: calendarDate('2026-11-22'),
  bankDate: calendarDate('2026-11-20'),
  language: 'fr',
  issuer: {
    name: 'Vauclair Matériaux',
    addressLines: ['14 rue des Carriers', '86170 Avanton-le-Neuf'],
    mentions: 'SAS · SIREN 900 000 019',
    phone: '05 36 49 00 14',
    email: 'comptabilite@vauclair-materiaux.example',
    logo: null,
    bank: {
      holder: 'Vauclair Matériaux',
      iban: 'FR14 2004 1010 0505 0001 3M02 606',
      bic: 'PSSTFRPPXXX',
    },
  },
  customer: {
    code: 'C0007',
    name: 'Menuiserie de la Garenne SARL',
    addressLines: ['12 rue du Four à Chaux', '79000 Niort'],
  },
  period: null,
  lines: [
    lineOf({}),
    lineOf({
      documentNumber: 'FA2611-0007',
      dueDate: calendarDate('2026-12-15'),
      outstandingCents: 50_000,
      daysPastDue: -23,
    }),
    lineOf({
      kind: 'credit_note',
      documentNumber: 'AV2611-0001',
      dueDate: null,
      amountCents: -20_000,
      outstandingCents: -20_000,
      daysPastDue: null,
    }),
  ],
};

test('what is late, what is not due and credits are totalled apart, one total a currency', () => {
  const lines = [
    ...statement.lines,
    lineOf({ currency: 'GBP', outstandingCents: 700, daysPastDue: 0 }),
  ];
  expect(statementTotalsOf(lines)).toEqual([
    {
      currency: 'EUR',
      overdueCents: 123_456,
      notDueCents: 50_000,
      creditsCents: -20_000,
      balanceCents: 153_456,
    },
    { currency: 'GBP', overdueCents: 0, notDueCents: 700, creditsCents: 0, balanceCents: 700 },
  ]);
});

/** pdftotext comes from Debian's poppler-utils; without it the words of the page are not read. */
const hasPdfText = (() => {
  try {
    execFileSync('pdftotext', ['-v'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

test('the PDF is one and says nothing of what it is made with but its author', async () => {
  const file = path.join(folder, 'releve.pdf');
  await writeStatementPdf(file, statement);
  const bytes = await readFile(file);
  expect(bytes.subarray(0, 5).toString('latin1')).toBe('%PDF-');
  expect(bytes.subarray(-6).toString('latin1')).toContain('%%EOF');
});

test.skipIf(!hasPdfText)('the page shows each line, the totals and the bank details', async () => {
  const file = path.join(folder, 'releve-texte.pdf');
  await writeStatementPdf(file, statement);
  const page = execFileSync('pdftotext', ['-layout', file, '-'])
    .toString()
    .replaceAll('\u00a0', ' ');
  for (const words of [
    'Relevé de compte',
    'Client C0007',
    'Arrêté au 22/11/2026',
    "jusqu'au 20/11/2026",
    'FA2610-0042',
    '1 234,56 €',
    '23 j',
    'Avoir',
    'Solde',
    '1 534,56 €',
    'FR14 2004 1010 0505 0001 3M02 606',
    'Page 1 / 1',
    'Menuiserie de la Garenne SARL',
  ]) {
    expect(page).toContain(words);
  }
});

test('a thousand lines run over several pages with their header', async () => {
  const file = path.join(folder, 'long.pdf');
  const lines = Array.from({ length: 1000 }, (_, index) =>
    lineOf({ documentNumber: `FA-${index}` }),
  );
  await writeStatementPdf(file, { ...statement, lines });
  const bytes = (await readFile(file)).toString('latin1');
  expect(bytes.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(10);
});

/** A year of an account: so many invoices, each paid by the next line. */
function movedStatement(count: number): StatementOfAccount {
  const movements = Array.from({ length: count }, (_, at) => ({
    on: addDays(calendarDate('2026-01-05'), at),
    amountCents: at % 2 === 0 ? 120_000 + at : -(120_000 + at - 1),
    currency: 'EUR',
    kind: at % 2 === 0 ? ('invoice' as const) : ('payment' as const),
    documentNumber: at % 2 === 0 ? `FA2026-${String(at).padStart(5, '0')}` : `VIR SEPA REÇU ${at}`,
    dueDate: null,
  }));
  const period = { from: calendarDate('2026-02-01'), to: calendarDate('2026-11-22') };
  return {
    ...statement,
    customer: {
      ...statement.customer,
      name: 'Société Nouvelle d’Exploitation des Établissements Leroy-Beaulieu Frères et Compagnie',
    },
    period: { from: period.from, currencies: accountPeriods(movements, period) },
  };
}

test.skipIf(!hasPdfText)(
  'movements run over the sheets under their head, to the balance',
  async () => {
    const file = path.join(folder, 'releve-mouvements.pdf');
    const moved = movedStatement(300);
    await writeStatementPdf(file, moved);
    const sheets = execFileSync('pdftotext', ['-layout', file, '-'])
      .toString()
      .replaceAll(/[\u00a0\u202f]/g, ' ')
      .split('\f')
      .filter((sheet) => sheet.trim() !== '');
    expect(sheets.length).toBeGreaterThan(5);
    expect(sheets[0]).toContain('Du 01/02/2026 au 22/11/2026');
    expect(sheets[0]).toContain('Solde avant le 01/02/2026');
    sheets.forEach((sheet, at) => {
      expect(sheet).toContain(`Page ${at + 1} / ${sheets.length}`);
      if (sheet.includes('VIR SEPA REÇU')) expect(sheet).toMatch(/Débit\s+Crédit\s+Solde/);
    });
    expect(sheets.join('')).toContain('Solde au 22/11/2026');
    expect(sheets.at(-1)).toContain('Reste dû');
  },
);

test('as a workbook the movements are days and numbers, with their totals', async () => {
  const file = path.join(folder, 'releve-mouvements.xlsx');
  const moved = movedStatement(60);
  await writeStatementWorkbook(file, moved);
  const book = new ExcelJS.Workbook();
  await book.xlsx.readFile(file);
  expect(book.worksheets.map(({ name }) => name)).toEqual(['Mouvements EUR', 'Relevé EUR']);
  const sheet = book.worksheets[0];
  const [own] = moved.period?.currencies ?? [];
  const first = sheet?.getRow(5);
  expect(first?.getCell(2).text).toBe('Solde avant le 01/02/2026');
  expect(first?.getCell(7).value).toBe((own?.openingCents ?? 0) / 100);
  const second = sheet?.getRow(6);
  expect(second?.getCell(1).value).toBeInstanceOf(Date);
  const total = sheet?.getRow(6 + (own?.movements.length ?? 0));
  expect(total?.getCell(5).result).toBe((own?.debitCents ?? 0) / 100);
  expect(total?.getCell(6).result).toBe((own?.creditCents ?? 0) / 100);
});
