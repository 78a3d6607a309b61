/** Every real statement goes in, with the sum that a much simpler reading gives, or is refused. */
import { readdirSync, readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { readBank } from '../../../src/main/intake/bank/read-bank.ts';
import { recogniseFile } from '../../../src/main/intake/recognise.ts';
import { isProblemCode } from '../../../src/shared/text/problems.ts';
import { movementsIn, problemsIn } from '../../support/bank-files.ts';
import { hasRealFiles, realFile } from '../../support/real-files.ts';

const toCents = (text: string) => Math.round(Number(text.replace(',', '.')) * 100);
const sum = (amounts: readonly number[]) => amounts.reduce((total, amount) => total + amount, 0);

/** Amounts of movements by the plainest reading of each format. */
const SIMPLE: Readonly<Record<string, (text: string) => number[]>> = {
  cfonb120: (text) =>
    text
      .split('\n')
      .filter((line) => line.startsWith('04'))
      .map((line) => {
        const place = '{ABCDEFGHI}JKLMNOPQR'.indexOf(line.charAt(103));
        const size = Number(line.slice(90, 103)) * 10 + (place % 10);
        return place < 10 ? size : -size;
      }),
  camt053: (text) => camtAmounts(text),
  camt054: (text) => camtAmounts(text),
  ofx: (text) => [...text.matchAll(/<TRNAMT>([-+\d.]+)/g)].map((match) => toCents(match[1] ?? '')),
  mt940: (text) =>
    [...text.matchAll(/^:61:\d{6}(?:\d{4}| {4})?([CD])[A-Z]?([\d,]+)/gm)].map(
      ([, side, amount]) => toCents(amount ?? '') * (side === 'D' ? -1 : 1),
    ),
};

function camtAmounts(text: string): number[] {
  const entries = text.matchAll(/<Ntry>.*?<Amt Ccy="\w+">([\d.]+)<\/Amt>\s*<CdtDbtInd>(\w+)/gs);
  return [...entries].map(([, amount, side]) => toCents(amount ?? '') * (side === 'DBIT' ? -1 : 1));
}

/** Format, accounts, movements, and the problems told. */
const STATEMENTS: Readonly<Record<string, readonly [string, number, number, readonly string[]]>> = {
  'OCA-test-camt053': ['camt053', 1, 4, ['bank_balance_differs']],
  'OCA-test-camt054': ['camt054', 1, 1, []],
  'akretion-bank_statement.cfo': ['cfonb120', 1, 4, ['bank_balance_differs']],
  'ekylibre-import_cfonb.csv': ['cfonb120', 1, 3, ['bank_balance_differs']],
  'ekylibre-ofx_multiple_bank_accounts.ofx': ['ofx', 2, 3, []],
  'ekylibre-ofx_valid.ofx': ['ofx', 1, 1, []],
  'ekylibre-ofx_without_newlines.ofx': ['ofx', 1, 1, ['bank_account_missing']],
  'genkgo-camt053.v2.all-balance-types.xml': ['camt053', 1, 1, ['bank_balance_differs']],
  'genkgo-camt053.v2.minimal.ultimate.xml': ['camt053', 1, 1, ['bank_currency_differs']],
  'genkgo-camt053.v2.with-party-ids.xml': ['camt053', 1, 1, ['bank_currency_differs']],
  'genkgo-camt053.v4.xml': ['camt053', 1, 1, ['bank_currency_differs']],
  'genkgo-camt054.v8.xml': ['camt054', 1, 1, []],
  'jseutter-checking.ofx': ['ofx', 1, 3, []],
  'jseutter-multiple_accounts.ofx': ['ofx', 2, 0, []],
  'pennylane-hq-end_of_statement_without_beginning.txt': [
    'cfonb120',
    2,
    1,
    ['bank_balance_differs', 'bank_opening_missing'],
  ],
  'pennylane-hq-example.txt': ['cfonb120', 2, 6, []],
  'pennylane-hq-new_statement_without_previous_ended.txt': [
    'cfonb120',
    2,
    2,
    ['bank_closing_missing', 'bank_balance_differs'],
  ],
  'pennylane-hq-operation_already_defined.txt': [
    'cfonb120',
    1,
    2,
    ['bank_opening_missing', 'bank_closing_missing'],
  ],
  'pennylane-hq-operation_detail_without_operation.txt': [
    'cfonb120',
    1,
    1,
    ['bank_detail_orphan', 'bank_balance_differs'],
  ],
  'pennylane-hq-operation_out_of_statement.txt': [
    'cfonb120',
    1,
    2,
    ['bank_opening_missing', 'bank_closing_missing', 'bank_balance_differs'],
  ],
  'silarhi-simple-test.txt': ['cfonb120', 1, 0, []],
  'silarhi-test-unused-parts.txt': [
    'cfonb120',
    3,
    0,
    Array<string>(5).fill('bank_statement_repeated'),
  ],
  'wolph-abnamro.sta': [
    'mt940',
    1,
    10,
    ['bank_balance_differs', 'bank_balance_differs', 'bank_statement_gap'],
  ],
  'wolph-citi_mt940.txt': ['mt940', 1, 5, []],
  'wolph-cmxl_mt940.sta': ['mt940', 3, 16, []],
  'wolph-ing.sta': ['mt940', 1, 7, ['bank_balance_differs']],
  'wolph-rabobank-iban.sta': ['mt940', 1, 4, []],
  'wolph-triodos.sta': ['mt940', 1, 2, ['bank_balance_differs']],
};

/** Refused by the reader of statements; tables go through the table assistant. */
const OTHERS: Readonly<Record<string, readonly [code: string, kind: string]>> = {
  'OCA-balance.csv': ['bank_not_recognised', 'table_csv'],
  'OCA-debit_credit.csv': ['bank_not_recognised', 'table_csv'],
  'OCA-meta_data_separated_credit_debit.xlsx': ['bank_not_recognised', 'table_xlsx'],
  'OCA-test_qif.qif': ['bank_qif', 'bank'],
};

describe.skipIf(!hasRealFiles)('real statements', () => {
  test('are all listed here', () => {
    const listed = [...Object.keys(STATEMENTS), ...Object.keys(OTHERS)];
    expect(readdirSync(realFile('bank')).toSorted()).toEqual(listed.toSorted());
  });

  test.each(Object.entries(STATEMENTS))('%s goes in', (name, expected) => {
    const bytes = readFileSync(realFile('bank', name));
    const [format, accounts, movements, problems] = expected;
    expect(recogniseFile(bytes, name)).toBe('bank');
    const read = readBank(bytes);
    if (!read.isDone) throw new Error(read.refusal.code);
    expect(read.value).toMatchObject({ format, accounts: { length: accounts } });
    expect(problemsIn(read.value)).toEqual(problems);
    const amounts = movementsIn(read.value).map(({ amountCents }) => amountCents);
    expect(amounts).toHaveLength(movements);
    expect(sum(amounts)).toBe(sum(SIMPLE[format]?.(bytes.toString('latin1')) ?? []));
  });

  test.each(Object.entries(OTHERS))('%s is refused', (name, [code, kind]) => {
    const bytes = readFileSync(realFile('bank', name));
    const read = readBank(bytes);
    expect(read.isDone ? null : read.refusal.code).toBe(code);
    expect(isProblemCode(code)).toBe(true);
    expect(recogniseFile(bytes, name)).toBe(kind);
  });

  test('two returned direct debits of one entry, their reason and their debtor', () => {
    const read = readBank(readFileSync(realFile('bank', 'OCA-test-camt053')));
    const returned = read.isDone ? movementsIn(read.value).filter((one) => one.isReturn) : [];
    expect(returned).toMatchObject([
      { amountCents: -56_405, rejectCode: 'AC06', counterpartyName: 'Test Customer' },
      { amountCents: -10_000, rejectCode: 'AC06', counterpartyName: 'Test Customer' },
    ]);
  });

  test('a statement in several accounts balances day after day', () => {
    const read = readBank(readFileSync(realFile('bank', 'pennylane-hq-example.txt')));
    expect(read.isDone && read.value.accounts).toMatchObject([
      {
        identity: { stated: '15589000009876543210088' },
        statements: [{ from: '2019-05-15', to: '2019-05-16', openingCents: -19_040 }],
      },
      { statements: [{ openingCents: -24_121, closingCents: -16_372 }] },
    ]);
  });
});
