import iconv from 'iconv-lite';
import { describe, expect, test } from 'vitest';
import { ISA_CELLS, type IsaCell } from '../../../../../src/main/intake/package-file/isa-layout.ts';
import { readEdi } from '../../../../../src/main/intake/package-file/read-edi.ts';
import { readIsa } from '../../../../../src/main/intake/package-file/read-isa.ts';
import { isProblemCode } from '../../../../../src/shared/text/problems.ts';
import { readLedgerBytes, summaryOf } from '../../../../support/read-ledger-file.ts';

/** A record of fixed columns; numbers and codes stand at the right of their cell. */
function record(key: string, cells: Partial<Record<IsaCell, string>>): string {
  const columns = Array.from({ length: 240 }, () => ' ');
  const put = (start: number, text: string) =>
    [...text].forEach((letter, at) => {
      columns[start + at] = letter;
    });
  put(0, key);
  for (const [name, text] of Object.entries(cells)) {
    const [start, length] = ISA_CELLS[name as IsaCell];
    put(start, text.padStart(length));
  }
  return columns.join('').trimEnd();
}

const HEAD = [
  'VER   020000087000                 DEMONSTRATION0',
  record('EXO', { yearStart: '01012026', yearEnd: '31122026' }),
  record('CPT', { accountCode: '411DUPON', accountLabel: 'Dupont' }),
  record('TIERS', {
    partyName: 'Dupont et fils',
    partyAddress1: '1 rue du Pré',
    partyPostalCode: '17000',
    partyCity: 'La Rochelle',
    partyPhone: '0546000000',
  }),
  record('CPT', { accountCode: '70700000', accountLabel: 'Ventes' }),
  record('JOU', { journalCode: 'VE', journalLabel: 'Ventes', journalKind: 've' }),
  record('JOU', { journalCode: 'X', journalLabel: 'Reprise', journalKind: 'an' }),
];

const ENTRY = record('ECR', {
  entryJournal: 'VE',
  entryDate: '05012026',
  entryDocument: 'F1',
  entryLabel: 'Facture F1',
  entryDocumentDate: '04012026',
  entryNumber: '12',
  entryCurrency: 'EUR',
});
const SALE = record('MVT', {
  lineAccount: '70700000',
  lineLabel: 'Facture F1',
  lineCredit: '100,00',
  lineLettering: '0',
});
const debit = (cells: Partial<Record<IsaCell, string>> = {}) =>
  record('MVT', {
    lineAccount: '411DUPON',
    lineLabel: 'Facture F1',
    lineDebit: '100',
    lineLettering: '0',
    ...cells,
  });
const part = (amount: string, day: string) =>
  record('ECHMVT', { partAmount: amount, partDueDate: day });

const isa = (...records: readonly string[]) =>
  readLedgerBytes(iconv.encode(`${[...HEAD, ...records].join('\r\n')}\r\n`, 'cp850'), {
    reader: readIsa,
  });

describe('Isacompta', () => {
  test('an invoice in one instalment', async () => {
    const read = await isa(ENTRY, debit(), part('100,00', '04022026'), SALE);
    expect(read.lines).toEqual([
      {
        lineNumber: 9,
        customerCode: '411DUPON',
        ledgerAccountCode: '411DUPON',
        ledgerAccountLabel: 'Dupont',
        journalCode: 'VE',
        journalLabel: 'Ventes',
        entryNumber: '12',
        lineDate: '2026-01-05',
        documentNumber: 'F1',
        documentDate: '2026-01-04',
        label: 'Facture F1',
        amountCents: 10_000,
        currency: 'EUR',
        letter: null,
        letteredOnDate: null,
        counterpart: 'sales',
        isOpening: false,
        statedDueDate: '2026-02-04',
        paymentMethod: null,
      },
    ]);
    expect(read.customers).toMatchObject([
      {
        customerCode: '411DUPON',
        name: 'Dupont et fils',
        addressLines: ['1 rue du Pré'],
        postalCode: '17000',
        city: 'La Rochelle',
        phone: '0546000000',
      },
    ]);
    expect(summaryOf(read)).toMatchObject({ closingDate: '2026-12-31', problemCounts: {} });
  });

  test('an invoice in three instalments gives three lines that add up to it', async () => {
    const parts = [part('33,34', '05022026'), part('33,33', '05032026'), part('33,33', '05042026')];
    const read = await isa(ENTRY, debit(), ...parts, SALE);
    expect(read.lines.map((line) => [line.amountCents, line.statedDueDate])).toEqual([
      [3334, '2026-02-05'],
      [3333, '2026-03-05'],
      [3333, '2026-04-05'],
    ]);
    expect(summaryOf(read).totals).toMatchObject({
      linesRead: 4,
      linesKept: 3,
      debitCents: 10_000,
    });
  });

  test('instalments that do not add up are not believed beyond the first day', async () => {
    const read = await isa(
      ENTRY,
      debit(),
      part('33,34', '05022026'),
      part('33,33', '05032026'),
      SALE,
    );
    expect(read.lines.map((line) => [line.amountCents, line.statedDueDate])).toEqual([
      [10_000, '2026-02-05'],
    ]);
  });

  test('a letter counts where the line says it is lettered', async () => {
    const lettered = debit({ lineLettering: '1', lineLetter: 'AAD', lineLetteredOn: '03052026' });
    const idle = debit({ lineLettering: '0', lineLetter: 'AAE' });
    const read = await isa(ENTRY, lettered, SALE, ENTRY, idle, SALE);
    expect(read.lines.map((line) => [line.letter, line.letteredOnDate])).toEqual([
      ['AAD', '2026-05-03'],
      [null, null],
    ]);
  });

  test('the journal that the file says carries over opens the year', async () => {
    const read = await isa(
      ENTRY.replace('VE', ' X'),
      debit(),
      SALE.replace('70700000', '12000000'),
    );
    expect(read.lines).toMatchObject([
      { isOpening: true, counterpart: 'opening', journalCode: 'X' },
    ]);
  });

  test.each([
    ['an unknown day', ENTRY.replace('05012026', '99012026'), debit(), 'date_unreadable'],
    ['a day of 1900', ENTRY.replace('05012026', '05011900'), debit(), 'date_implausible'],
    ['letters for an amount', ENTRY, debit({ lineDebit: 'cent' }), 'amount_unreadable'],
    ['letters for an account', ENTRY, debit({ lineAccount: 'DUPONT' }), 'account_unreadable'],
    ['no account', ENTRY, debit({ lineAccount: '' }), 'account_missing'],
  ])('%s rejects the line', async (_name, entry, line, code) => {
    const read = await isa(entry, line, SALE);
    expect(read.problems[0]).toMatchObject({ lineNumber: 9, code, severity: 'error' });
    expect(summaryOf(read).totals).toMatchObject({ linesRead: 2, linesKept: 0, linesRejected: 1 });
  });

  test.each([
    ['', 'file_empty'],
    ['Bonjour', 'isa_not_recognised'],
    ['VER   020000054000                 DEMONSTRATION0\r\n', 'isa_version'],
    [`${HEAD.join('\r\n')}\r\n`, 'file_without_lines'],
  ])('%j is refused as %s', async (content, code) => {
    const read = await readLedgerBytes(content, { reader: readIsa });
    expect(read.result).toMatchObject({ isDone: false, refusal: { code } });
    expect(isProblemCode(code)).toBe(true);
  });
});

const EDI_HEAD = ['EBP.EDI', 'ASCII', '01', 'GAEC', '01092025', '31082026'];
const edi = (...records: readonly string[]) =>
  readLedgerBytes(iconv.encode(`${[...EDI_HEAD, ...records].join('\r\n')}\r\n`, 'windows-1252'), {
    reader: readEdi,
  });

describe('EBP', () => {
  const account = 'C;411DUP;Étienne Dupont;C';
  const invoice = 'E;411DUP;18022026;VE;VE01; ;Facture à payer;D;      120.50;;AAB';
  const sale = 'E;7011;18022026;VE;VE01; ;Facture;C;      120.50;;';

  test('a line of an entry', async () => {
    const read = await edi(account, invoice, sale);
    expect(read.lines).toMatchObject([
      {
        lineNumber: 8,
        customerCode: '411DUP',
        ledgerAccountLabel: 'Étienne Dupont',
        journalCode: 'VE',
        entryNumber: 'VE01',
        documentNumber: 'VE01',
        lineDate: '2026-02-18',
        label: 'Facture à payer',
        amountCents: 12_050,
        letter: 'AAB',
        counterpart: 'sales',
        statedDueDate: null,
      },
    ]);
    expect(summaryOf(read)).toMatchObject({
      encoding: 'iso-8859-15',
      closingDate: '2026-08-31',
      problemCounts: {},
    });
  });

  test('a semicolon in a label does not shift the amount', async () => {
    const read = await edi(account, invoice.replace('à payer', 'a;b'), sale);
    expect(read.lines).toMatchObject([{ label: 'Facture a;b', amountCents: 12_050 }]);
  });

  test('a short line is told', async () => {
    const read = await edi(account, 'E;411DUP;18022026', invoice, sale);
    expect(read.problems).toMatchObject([
      { lineNumber: 8, code: 'fields_missing', severity: 'error' },
    ]);
    expect(summaryOf(read).totals).toMatchObject({ linesRead: 3, linesKept: 1, linesRejected: 1 });
  });

  test.each([
    ['', 'file_empty'],
    ['EBP\r\nASCII', 'edi_not_recognised'],
    [`${EDI_HEAD.join('\n')}\n`, 'file_without_lines'],
  ])('%j is refused as %s', async (content, code) => {
    const read = await readLedgerBytes(content, { reader: readEdi });
    expect(read.result).toMatchObject({ isDone: false, refusal: { code } });
    expect(isProblemCode(code)).toBe(true);
  });
});

test('a file of sixty-four mebibytes is no export of a package', async () => {
  const source = {
    fileName: 'x.isa',
    sizeBytes: (64 << 20) + 1,
    chunks: () => {
      throw new Error('read');
    },
  };
  const sink = { customer() {}, lines() {}, amend() {}, problem() {} };
  const refusal = { code: 'file_too_large', value: 'x.isa' };
  expect(await readIsa(source, {}, sink)).toEqual({ isDone: false, refusal });
  expect(await readEdi(source, {}, sink)).toEqual({ isDone: false, refusal });
});

test('the reading stops when asked', async () => {
  const lines = Array.from({ length: 3000 }, (_, at) => `E;7011;18022026;VE;VE${at}; ;x;C;1.00;;`);
  const bytes = Buffer.from([...EDI_HEAD, ...lines].join('\r\n'));
  const source = {
    fileName: 'x.edi',
    sizeBytes: bytes.length,
    async *chunks() {
      yield bytes;
    },
  };
  const sink = { customer() {}, lines() {}, amend() {}, problem() {} };
  const read = await readEdi(source, { isCancelled: () => true }, sink);
  expect(read).toEqual({ isDone: false, refusal: { code: 'cancelled', value: '' } });
});
