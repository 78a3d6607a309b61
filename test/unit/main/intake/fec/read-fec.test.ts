/** Bad input: each fault has its own code, its sentence, and spoils nothing else. */
import { describe, expect, test } from 'vitest';
import { readFec } from '../../../../../src/main/intake/fec/read-fec.ts';
import { bytesSource } from '../../../../../src/main/intake/text-source.ts';
import { isProblemCode, problemSentence } from '../../../../../src/shared/text/problems.ts';
import { PLAIN_HEADER, writeFec } from '../../../../support/fec-writer.ts';
import {
  collect,
  problemCodes,
  readLedgerBytes,
  summaryOf,
} from '../../../../support/read-ledger-file.ts';
import { SMALL_LINES } from '../../../../support/small-fec.ts';

const GOOD = writeFec(SMALL_LINES, { lineEnd: '\n' }).toString('utf8').trimEnd().split('\n');

/** The invoice of the small year: line 4 of the file. */
const INVOICE = GOOD[3] ?? '';
const CELLS = PLAIN_HEADER.split('\t');

/** The small year with cells of its invoice changed. */
function withCells(changes: Readonly<Record<string, string>>): string {
  const cells = INVOICE.split('\t');
  for (const [column, text] of Object.entries(changes)) cells[CELLS.indexOf(column)] = text;
  return withLine(cells.join('\t'));
}

function withLine(...lines: readonly string[]): string {
  return `${[...GOOD.slice(0, 3), ...lines, ...GOOD.slice(4)].join('\n')}\n`;
}

const refusals: readonly (readonly [string, string | Buffer, string, string])[] = [
  ['an empty file', '', 'file_empty', 'f.txt'],
  ['blank lines only', '\r\n \r\n', 'file_empty', ''],
  ['a header only', `${PLAIN_HEADER}\r\n`, 'file_without_lines', 'f.txt'],
  ['a PDF', '%PDF-1.7\n%âãÏÓ', 'file_pdf', 'f.txt'],
  ['a workbook or an archive', 'PK\u0003\u0004....', 'file_zip', 'f.txt'],
  ['an old workbook', Buffer.from([0xd0, 0xcf, 0x11, 0xe0, 0xa1]), 'file_workbook_old', 'f.txt'],
  ['a program', Buffer.from('MZ\u0000\u0001\u0002\u0003\u0000'), 'file_binary', 'f.txt'],
  [
    'noise',
    Buffer.from(Array.from({ length: 500 }, (_, at) => (at * 7919) % 256)),
    'file_binary',
    'f.txt',
  ],
  ['another text', 'Bonjour\nà tous', 'fec_not_recognised', 'Bonjour'],
  ['no header', `${GOOD.slice(1).join('\n')}\n`, 'fec_header_missing', GOOD[1] ?? ''],
  [
    'missing columns',
    writeFec(SMALL_LINES)
      .toString('utf8')
      .replace('Debit\tCredit', 'Total\tSolde')
      .replace('CompteNum', 'Compte'),
    'fec_columns_missing',
    'CompteNum, Debit, Credit',
  ],
  [
    'another alphabet',
    Buffer.from('\u00cf\u00f0\u00e8\u00e2\u00e5\u00f2;\u00ec\u00e8\u00f0\n', 'latin1'),
    'encoding_unknown',
    'windows-1252',
  ],
];

describe('a file that does not go in', () => {
  test.each(refusals)('%s', async (_name, content, code, value) => {
    const read = await readLedgerBytes(content, { fileName: 'f.txt' });
    expect(read.result).toEqual({ isDone: false, refusal: { code, value } });
    expect(read.lines).toEqual([]);
    expect(isProblemCode(code)).toBe(true);
  });

  test('a line without end', async () => {
    const bytes = Buffer.concat([Buffer.from(`${PLAIN_HEADER}\n`), Buffer.alloc(3 << 20, 0x41)]);
    const read = await readLedgerBytes(bytes);
    expect(read.result).toEqual({ isDone: false, refusal: { code: 'line_too_long', value: '2' } });
  });
});

const faults: readonly (readonly [string, string, string, string | null])[] = [
  ['an unknown day', withCells({ EcritureDate: '20261331' }), 'date_unreadable', 'EcritureDate'],
  ['no day', withCells({ EcritureDate: '' }), 'date_missing', 'EcritureDate'],
  ['a day of 1900', withCells({ EcritureDate: '19000101' }), 'date_implausible', 'EcritureDate'],
  ['a day of 2099', withCells({ EcritureDate: '20991231' }), 'date_implausible', 'EcritureDate'],
  ['letters for an amount', withCells({ Debit: 'abc' }), 'amount_unreadable', 'Debit'],
  ['thirty digits', withCells({ Debit: '1'.repeat(30) }), 'amount_too_large', 'Debit'],
  ['a formula for an amount', withCells({ Debit: '=A1+B1' }), 'formula_cell', 'Debit'],
  ['a formula for a day', withCells({ EcritureDate: '=NOW()' }), 'formula_cell', 'EcritureDate'],
  ['no account', withCells({ CompteNum: '' }), 'account_missing', 'CompteNum'],
  [
    'letters for an account',
    withCells({ CompteNum: 'CLIENTS' }),
    'account_unreadable',
    'CompteNum',
  ],
  ['a short line', withLine(INVOICE.split('\t').slice(0, 9).join('\t')), 'fields_missing', null],
  ['a long line', withLine(`${INVOICE}\tx\ty\tz\tu\tv`), 'fields_extra', null],
];

describe('a customer line that does not go in', () => {
  test.each(faults)('%s', async (_name, text, code, columnName) => {
    const read = await readLedgerBytes(text);
    const { totals } = summaryOf(read);
    expect(totals).toMatchObject({
      linesRead: 19,
      linesKept: 8,
      linesRejected: 1,
      linesOutOfScope: 10,
    });
    expect(read.problems[0]).toMatchObject({ lineNumber: 4, columnName, code, severity: 'error' });
    // What is left of the entry no longer balances, and the file neither.
    expect(problemCodes(read)).toEqual([code, 'entry_unbalanced', 'file_unbalanced']);
  });
});

const warnings: readonly (readonly [string, string, string, string | null])[] = [
  [
    'a debit and a credit',
    withCells({ Debit: '1300,00', Credit: '65,44' }),
    'debit_and_credit',
    'Debit',
  ],
  ['three decimals', withCells({ Debit: '1234,5601' }), 'amount_rounded', 'Debit'],
  [
    'a filler for the document date',
    withCells({ PieceDate: '00980301' }),
    'date_ignored',
    'PieceDate',
  ],
  ['an unreadable lettering date', withCells({ DateLet: 'jeudi' }), 'date_ignored', 'DateLet'],
  [
    'the separator in a label',
    withLine(INVOICE.replace('Facture n°', 'Facture\tn°')),
    'separator_in_text',
    'EcritureLib',
  ],
  [
    'a line break in a label',
    withLine(...INVOICE.replace('Facture n°', 'Facture\nn°').split('\n')),
    'line_break_in_text',
    null,
  ],
  ['a second header', withLine(PLAIN_HEADER, INVOICE), 'header_repeated', null],
];

describe('a customer line that goes in with a warning', () => {
  test.each(warnings)('%s', async (_name, text, code, columnName) => {
    const read = await readLedgerBytes(text);
    expect(summaryOf(read).totals).toMatchObject({ linesKept: 9, linesRejected: 0 });
    expect(read.problems).toMatchObject([{ columnName, code, severity: 'warning' }]);
    const invoice = read.lines.find((line) => line.documentNumber === 'FA 001');
    expect(invoice).toMatchObject({ amountCents: 123_456, counterpart: 'sales' });
  });

  test('the label cut by the separator is whole again', async () => {
    const read = await readLedgerBytes(withLine(INVOICE.replace('Facture n°', 'Facture\tn°')));
    const invoice = read.lines.find((line) => line.documentNumber === 'FA 001');
    expect(invoice?.label).toBe('Facture\tn° 1 Dupont');
  });

  test('a filler date of a package is no problem', async () => {
    const read = await readLedgerBytes(withCells({ PieceDate: '00/00/0000', DateLet: '00000000' }));
    expect(read.problems).toEqual([]);
    expect(read.lines[1]).toMatchObject({ documentDate: null, letteredOnDate: null });
  });

  test('the lettering date 99/99/9999 tells a partial lettering', async () => {
    const read = await readLedgerBytes(withCells({ DateLet: '99/99/9999' }));
    expect(read.lines[1]).toMatchObject({ letter: 'a', letteredOnDate: null });
    expect(read.problems).toEqual([]);
  });

  test('trailing empty columns may be left out', async () => {
    const cells = INVOICE.split('\t').slice(0, 13);
    const read = await readLedgerBytes(withLine(cells.join('\t')));
    expect(read.problems).toEqual([]);
    expect(read.lines[1]).toMatchObject({ amountCents: 123_456, letter: null });
  });

  test('Sens may be written as signs of one', async () => {
    const text = writeFec(SMALL_LINES, { variant: 'montant_sens' })
      .toString('utf8')
      .replace(/\tD\t/g, '\t+1\t')
      .replace(/\tC\t/g, '\t-1\t');
    const read = await readLedgerBytes(text);
    expect(read.problems).toEqual([]);
    expect(read.lines.map((line) => line.amountCents)).toContain(123_456);
  });

  test('a Sens that is neither debit nor credit rejects the line', async () => {
    const bytes = writeFec(SMALL_LINES, { variant: 'montant_sens', lineEnd: '\n' });
    const text = bytes.toString('utf8').replace('1234,56\tD', '1234,56\tX');
    const read = await readLedgerBytes(text);
    expect(read.problems[0]).toMatchObject({
      code: 'side_unreadable',
      columnName: 'Sens',
      value: 'X',
    });
    expect(summaryOf(read).totals.linesRejected).toBe(1);
  });
});

describe('quotes', () => {
  const quoted = writeFec(SMALL_LINES, { isQuoted: true, lineEnd: '\n' }).toString('utf8');
  const [, ...entries] = quoted.split('\n');

  test('around the cells but not the names are taken off', async () => {
    const read = await readLedgerBytes([PLAIN_HEADER, ...entries].join('\n'));
    expect(read.problems).toEqual([]);
    expect(read.lines[1]).toMatchObject({ label: 'Facture n° 1 Dupont', amountCents: 123_456 });
  });

  test('inside a quoted label are doubled, and a separator there is a letter', async () => {
    const text = quoted.replace('Facture n° 1 Dupont', 'Vis 5"" et\técrous');
    const read = await readLedgerBytes(text);
    expect(read.problems).toEqual([]);
    expect(read.lines[1]).toMatchObject({ label: 'Vis 5" et\técrous', amountCents: 123_456 });
  });

  test('of a label in a file that quotes nothing are letters', async () => {
    const read = await readLedgerBytes(withCells({ EcritureLib: '"Super" 5"' }));
    expect(read.problems).toEqual([]);
    expect(read.lines[1]?.label).toBe('"Super" 5"');
  });
});

describe('the file as a whole', () => {
  test('a last line that stops in the middle is told', async () => {
    const text = GOOD.join('\n');
    const read = await readLedgerBytes(text.slice(0, text.lastIndexOf('\t692178') - 40));
    expect(problemCodes(read)).toContain('line_truncated');
  });

  test('an entry that does not balance is told with its difference, and its lines go in', async () => {
    const read = await readLedgerBytes(withCells({ Debit: '1234,57' }));
    expect(read.problems).toMatchObject([
      {
        lineNumber: 4,
        code: 'entry_unbalanced',
        value: 'VE 2 2026-01-05 0,01',
        severity: 'warning',
      },
      { lineNumber: 0, code: 'file_unbalanced', value: '0,01', severity: 'warning' },
    ]);
    expect(summaryOf(read).unbalancedEntryCount).toBe(1);
    expect(read.lines).toHaveLength(9);
  });

  test('an entry exported twice is told, and kept', async () => {
    const entry = GOOD.slice(3, 6);
    const read = await readLedgerBytes(`${[...GOOD, ...entry].join('\n')}\n`);
    expect(read.problems).toMatchObject([
      { lineNumber: 21, code: 'entry_repeated', severity: 'warning' },
    ]);
    expect(summaryOf(read).repeatedEntryCount).toBe(1);
    expect(read.lines).toHaveLength(10);
  });

  test('a file pasted to itself is told once for all', async () => {
    const read = await readLedgerBytes(`${[...GOOD, ...GOOD].join('\n')}\n`);
    expect(problemCodes(read)).toEqual(['header_repeated', 'entry_repeated', 'file_repeated']);
    expect(summaryOf(read).totals.linesRead).toBe(38);
  });

  test('a file whose every line stands twice is told', async () => {
    const doubled = [GOOD[0], ...GOOD.slice(1).flatMap((line) => [line, line])];
    const read = await readLedgerBytes(`${doubled.join('\n')}\n`);
    expect(problemCodes(read)).toEqual(['lines_doubled']);
  });

  test('the same amount twice in one entry is nothing', async () => {
    const read = await readLedgerBytes(
      withLine(INVOICE, INVOICE.replace(/1234,56\t0,00/, '0,00\t1234,56'), INVOICE),
    );
    expect(read.problems).toEqual([]);
  });

  test('columns it can do without are told', async () => {
    const cut = GOOD.map((line) => line.split('\t').filter((_, at) => at !== 6 && at !== 7));
    const read = await readLedgerBytes(`${cut.map((cells) => cells.join('\t')).join('\n')}\n`);
    expect(read.problems).toMatchObject([
      { code: 'columns_absent', value: 'CompAuxNum, CompAuxLib' },
    ]);
    expect(summaryOf(read).accounts[0]).toMatchObject({ isSharedAccount: true });
  });

  test('a closing announced by the name before the last entry is told', async () => {
    const bytes = writeFec(SMALL_LINES);
    const lying = await readLedgerBytes(bytes, { fileName: '732829320FEC20251231.txt' });
    expect(lying.problems).toMatchObject([{ code: 'file_name_period', value: '2025-12-31' }]);
    const honest = await readLedgerBytes(bytes, { fileName: '732829320FEC20261231.txt' });
    expect(honest.problems).toEqual([]);
  });

  test('cells in another encoding are read, and counted', async () => {
    const filler = GOOD.slice(1).map((line) => line.replace('Banque', 'Société Générale'));
    const bytes = Buffer.concat([
      Buffer.from(`${[GOOD[0], ...filler].join('\n')}\n`),
      Buffer.from(INVOICE.replace('n°', 'n°é').replace('Dupont & Frères', 'X'), 'latin1'),
      Buffer.from('\n'),
    ]);
    const read = await readLedgerBytes(bytes);
    expect(read.problems.map((problem) => problem.code)).toContain('encoding_mixed');
    expect(read.lines.at(-1)?.label).toBe('Facture n°é 1 Dupont');
  });

  test('more problems of one code than anybody reads are counted', async () => {
    const bad = Array.from({ length: 1500 }, () => INVOICE.replace('1234,56', 'x'));
    const read = await readLedgerBytes(withLine(...bad));
    const unreadable = read.problems.filter((problem) => problem.code === 'amount_unreadable');
    expect(unreadable).toHaveLength(1000);
    expect(read.problems.at(-1)).toMatchObject({
      code: 'problems_more',
      value: 'amount_unreadable 500',
    });
    expect(summaryOf(read).problemCounts.amount_unreadable).toBe(1500);
    expect(summaryOf(read).totals.linesRejected).toBe(1500);
  });
});

describe('reading', () => {
  const bytes = writeFec(Array.from({ length: 500 }, () => SMALL_LINES).flat());

  test('tells where it is', async () => {
    const seen: number[] = [];
    const onProgress = (bytesRead: number) => seen.push(bytesRead);
    await collect((sink) => readFec(bytesSource(bytes, 'f', 200_000), { onProgress }, sink));
    expect(seen.at(-1)).toBe(bytes.length);
    expect(seen).toEqual(seen.toSorted((a, b) => a - b));
  });

  test('stops when asked, with everything given so far', async () => {
    let polls = 0;
    const isCancelled = () => {
      polls += 1;
      return polls > 3;
    };
    const read = await collect((sink) => readFec(bytesSource(bytes, 'f'), { isCancelled }, sink));
    expect(read.result).toEqual({ isDone: false, refusal: { code: 'cancelled', value: '' } });
    expect(read.lines.length).toBeLessThan(4000);
  });

  test('only the accounts asked for are customers', async () => {
    const options = { customerAccountPrefixes: ['413'], currency: 'CHF' };
    const read = await collect((sink) =>
      readFec(bytesSource(writeFec(SMALL_LINES), 'f'), options, sink),
    );
    expect(read.lines.map((line) => line.ledgerAccountCode)).toEqual(['413000']);
    expect(read.lines[0]?.currency).toBe('CHF');
  });
});

test('a sentence names the value and the column, and an unknown code stands for itself', () => {
  const problem = { code: 'date_ignored', value: '$& 12', columnName: 'PieceDate' };
  expect(problemSentence(problem, 'fr')).toContain('« $& 12 » de la colonne PieceDate');
  expect(problemSentence(problem, 'en')).toContain('column PieceDate');
  expect(problemSentence({ code: 'nothing_known', value: '' }, 'fr')).toBe('nothing_known');
});
