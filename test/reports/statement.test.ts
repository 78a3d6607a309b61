import { execFileSync } from 'node:child_process';
import { mkdtemp, readFile, rm } from 'node:fs/promises';
import os from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import {
  type StatementLine,
  type StatementOfAccount,
  statementTotalsOf,
} from '../../src/main/reports/statement/statement-of-account.ts';
import { writeStatementPdf } from '../../src/main/reports/statement/statement-pdf.ts';
import { calendarDate } from '../../src/shared/kernel/calendar-date.ts';

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
