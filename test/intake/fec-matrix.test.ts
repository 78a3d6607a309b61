/** One ledger written in every form that packages write gives one list of records. */
import { describe, expect, test } from 'vitest';
import { type FecForm, writeFec } from '../support/fec-writer.ts';
import { readLedgerBytes, summaryOf } from '../support/read-ledger-file.ts';
import { SMALL_LINES, smallRecords } from '../support/small-fec.ts';

type Choices = { readonly [Key in keyof FecForm]?: readonly FecForm[Key][] };

const ENCODINGS = [
  { encoding: 'utf-8', hasMark: false },
  { encoding: 'utf-8', hasMark: true },
  { encoding: 'utf-16le', hasMark: true },
  { encoding: 'utf-16be', hasMark: true },
  { encoding: 'utf-16le', hasMark: false },
  { encoding: 'iso-8859-15', hasMark: false },
  { encoding: 'windows-1252', hasMark: false },
  { encoding: 'cp850', hasMark: false },
] as const satisfies readonly Partial<FecForm>[];

const ALL: Choices = {
  separator: ['\t', '|', ';', ','],
  lineEnd: ['\n', '\r\n', '\r\r\n', '\r'],
  header: ['legal', 'upper', 'lower', 'accents', 'padded'],
  amounts: ['comma', 'point', 'spaced', 'short', 'zero_padded', 'signed', 'negative_debit'],
};

/** Every combination of these choices. */
function* product(choices: Choices): Generator<Partial<FecForm>> {
  const [first, ...rest] = Object.entries(choices);
  if (first === undefined) {
    yield {};
    return;
  }
  const [key, values] = first;
  for (const tail of product(Object.fromEntries(rest))) {
    for (const value of values) yield { [key]: value, ...tail };
  }
}

async function expectSameRecords(form: Partial<FecForm>): Promise<void> {
  const read = await readLedgerBytes(writeFec(SMALL_LINES, form));
  const records = read.lines.map(({ lineNumber: _lineNumber, ...record }) => record);
  expect(records, JSON.stringify(form)).toEqual(smallRecords(form.columns === 20));
  expect(read.problems, JSON.stringify(form)).toEqual([]);
  const { totals } = summaryOf(read);
  expect(totals.debitCents - totals.creditCents).toBe(
    smallRecords(false).reduce((sum, record) => sum + record.amountCents, 0),
  );
}

describe('one ledger', () => {
  test.each(ENCODINGS)('in $encoding (mark: $hasMark), in 560 forms', async (encoding) => {
    for (const form of product(ALL)) await expectSameRecords({ ...form, ...encoding });
  });

  test('with every shape of date, variant of amount, number of columns', async () => {
    const choices: Choices = {
      dates: ['AAAAMMJJ', 'JJ/MM/AAAA', 'AAAA-MM-JJ'],
      variant: ['debit_credit', 'montant_sens'],
      columns: [18, 20, 22],
      isQuoted: [false, true],
      amounts: ['comma', 'point'],
    };
    for (const form of product(choices)) await expectSameRecords(form);
  });

  test('with padding, trailing separators, blank lines at the end', async () => {
    const choices: Choices = {
      isPadded: [false, true],
      hasTrailingSeparator: [false, true],
      blankLinesAtEnd: [0, 3],
      separator: ['\t', '|', ';'],
      lineEnd: ['\n', '\r\n', '\r'],
    };
    for (const form of product(choices)) await expectSameRecords(form);
  });

  test.each([1, 2, 3, 7, 64, 1000, 65_536])('in chunks of %i bytes', async (chunkBytes) => {
    for (const encoding of ['utf-8', 'utf-16le', 'cp850'] as const) {
      const bytes = writeFec(SMALL_LINES, { encoding, hasMark: encoding !== 'cp850' });
      const read = await readLedgerBytes(bytes, { chunkBytes });
      const records = read.lines.map(({ lineNumber: _lineNumber, ...record }) => record);
      expect(records).toEqual(smallRecords(false));
    }
  });
});

test('the summary tells how the file is written', async () => {
  const bytes = writeFec(SMALL_LINES, { encoding: 'cp850', separator: '|', lineEnd: '\r\r\n' });
  const read = await readLedgerBytes(bytes, { fileName: '732829320FEC20261231.txt' });
  expect(summaryOf(read)).toMatchObject({
    format: 'fec',
    encoding: 'cp850',
    lineEnd: 'crcrlf',
    separator: '|',
    variant: 'debit_credit',
    siren: '732829320',
    closingDate: '2026-12-31',
    firstDate: '2026-01-01',
    lastDate: '2026-12-31',
    lastBankDate: '2026-12-31',
    customerCount: 3,
    entryCount: 8,
    unbalancedEntryCount: 0,
    isLettered: true,
    letteredLineCount: 3,
    openingLineCount: 1,
    provisionalLineCount: 1,
    sundryCustomerCodes: ['DIV'],
    problemCounts: {},
  });
  expect(summaryOf(read).totals).toEqual({
    linesRead: 19,
    linesKept: 9,
    linesRejected: 0,
    linesOutOfScope: 10,
    debitCents: 220_976,
    creditCents: 1_001_081,
  });
  expect(summaryOf(read).mixedPatterns).toEqual([
    {
      journalCode: 'BQ',
      kinds: ['bank', 'customer', 'supplier'],
      entryCount: 1,
      lineCount: 1,
      amountCents: 794_530,
      firstLineNumber: 20,
    },
  ]);
  expect(summaryOf(read).accounts.map((account) => account.proposedRole)).toEqual([
    'ordinary',
    'bill',
  ]);
  expect(summaryOf(read).journals.map((journal) => journal.proposedKind)).toEqual([
    'opening',
    'sales',
    'bank',
    'cash',
    'misc',
  ]);
});
