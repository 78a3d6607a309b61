/** What answers a customer line, however the file scatters its entries. */
import { describe, expect, test } from 'vitest';
import { type CalendarDate, calendarDate } from '../../../../../src/shared/kernel/calendar-date.ts';
import { type FecLineText, writeFec } from '../../../../support/fec-writer.ts';
import {
  type ReadLedgerFile,
  readLedgerBytes,
  summaryOf,
} from '../../../../support/read-ledger-file.ts';

interface Short {
  readonly journal?: string;
  readonly journalLabel?: string;
  readonly number?: string;
  readonly day?: string;
  readonly account: string;
  readonly accountLabel?: string;
  readonly auxiliary?: string;
  readonly auxiliaryLabel?: string;
  readonly document?: string;
  readonly label?: string;
  readonly euros: number;
}

function line(short: Short): FecLineText {
  const day: CalendarDate = calendarDate(short.day ?? '2026-05-04');
  return {
    journalCode: short.journal ?? 'OD',
    journalLabel: short.journalLabel ?? 'Opérations diverses',
    entryNumber: short.number ?? '1',
    date: day,
    account: short.account,
    accountLabel: short.accountLabel ?? 'Clients',
    auxiliary: short.auxiliary ?? '',
    auxiliaryLabel: short.auxiliaryLabel ?? '',
    document: short.document ?? '',
    label: short.label ?? '',
    amountCents: Math.round(short.euros * 100),
  };
}

async function read(shorts: readonly Short[]): Promise<ReadLedgerFile> {
  return readLedgerBytes(writeFec(shorts.map(line)));
}

const answers = (file: ReadLedgerFile) => file.lines.map((one) => one.counterpart);

describe('entries', () => {
  test('that stand in one block are known at once', async () => {
    const file = await read([
      { number: '1', account: '411', euros: -10 },
      { number: '1', account: '512', euros: 10 },
      { number: '2', account: '411', euros: -10 },
      { number: '2', account: '530', euros: 10 },
    ]);
    expect(answers(file)).toEqual(['bank', 'cash']);
    expect(file.amendmentCount).toBe(0);
  });

  test('whose lines are sorted by account are put together and amended', async () => {
    const file = await read([
      { number: '1', account: '411', euros: -10 },
      { number: '2', account: '411', euros: -20 },
      { number: '3', account: '411', euros: 30 },
      { number: '1', account: '512', euros: 10 },
      { number: '2', account: '530', euros: 20 },
      { number: '3', account: '707', euros: -30 },
    ]);
    expect(answers(file)).toEqual(['bank', 'cash', 'sales']);
    expect(file.amendmentCount).toBe(3);
    expect(file.problems).toEqual([]);
    expect(summaryOf(file).entryCount).toBe(3);
  });

  test('shared between two journals are joined by number and day', async () => {
    const file = await read([
      { journal: 'V', number: '7', account: '411', euros: 12 },
      { journal: 'OD', number: '7', account: '707', euros: -10 },
      { journal: 'OD', number: '7', account: '44571', euros: -2 },
      { journal: 'V', number: '8', account: '411', euros: 5 },
      { journal: 'V', number: '8', account: '707', euros: -5 },
    ]);
    expect(answers(file)).toEqual(['sales', 'sales']);
    expect(file.problems).toEqual([]);
  });

  test.each(['0', '', '000'])(
    'numbered « %s » everywhere are told apart by their document',
    async (number) => {
      const file = await read([
        { number, document: 'A', account: '411', euros: -10 },
        { number, document: 'A', account: '512', euros: 10 },
        { number, document: 'B', account: '411', euros: -20 },
        { number, document: 'B', account: '401', euros: 20 },
      ]);
      expect(answers(file)).toEqual(['bank', 'supplier']);
      expect(file.lines[0]?.entryNumber).toBe(number);
    },
  );

  test('of one number on two days are two', async () => {
    const file = await read([
      { day: '2026-05-04', account: '411', euros: -10 },
      { day: '2026-05-04', account: '512', euros: 10 },
      { day: '2026-06-04', account: '411', euros: -20 },
      { day: '2026-06-04', account: '401', euros: 20 },
    ]);
    expect(answers(file)).toEqual(['bank', 'supplier']);
  });

  test('that mix natures give each balanced document its own', async () => {
    const file = await read([
      { document: 'A', account: '411', euros: -10 },
      { document: 'A', account: '512', euros: 10 },
      { document: 'B', account: '411', euros: -20 },
      { document: 'B', account: '401', euros: 20 },
      { document: 'C', account: '411', euros: -5 },
      { document: 'D', account: '627', euros: 5 },
    ]);
    expect(answers(file)).toEqual(['bank', 'supplier', 'mixed']);
    expect(summaryOf(file).mixedPatterns).toMatchObject([
      {
        journalCode: 'OD',
        kinds: ['bank', 'customer', 'other', 'supplier'],
        lineCount: 1,
        amountCents: 500,
      },
    ]);
  });

  test('whose lines each have a number are put together as soon as they balance', async () => {
    const file = await read([
      { number: '1', account: '411', euros: 12 },
      { number: '2', account: '707', euros: -10 },
      { number: '3', account: '44571', euros: -2 },
      { number: '4', account: '512', euros: 5 },
      { number: '5', account: '411', euros: -5 },
      { number: '6', account: '411', euros: 7, journal: 'X' },
    ]);
    expect(answers(file)).toEqual(['sales', 'bank', 'none']);
    expect(summaryOf(file)).toMatchObject({ entryCount: 3, unbalancedEntryCount: 1 });
  });

  test('that have one side only answer by what stands beside', async () => {
    const file = await read([
      { account: '411', euros: 10 },
      { account: '707', euros: 2 },
    ]);
    expect(answers(file)).toEqual(['sales']);
    expect(file.problems[0]?.code).toBe('entry_unbalanced');
  });

  test('of nought are kept', async () => {
    const file = await read([
      { account: '411', euros: 0 },
      { account: '707', euros: 0 },
    ]);
    expect(file.lines).toMatchObject([{ amountCents: 0, counterpart: 'none' }]);
  });
});

describe('openings', () => {
  test.each([
    ['AN', 'A nouveaux'],
    ['RAN', 'Reports à nouveau'],
    ['2', "BILAN D'OUVERTURE"],
    ['2', 'BILAN DEBUT'],
    ['ANX', ''],
  ])('journal %s « %s » opens the year', async (journal, journalLabel) => {
    const file = await read([
      { journal, journalLabel, account: '411', euros: 10 },
      { journal, journalLabel, account: '120', euros: -10 },
    ]);
    expect(file.lines).toMatchObject([{ isOpening: true, counterpart: 'opening' }]);
  });

  test('a small correction of income in the opening journal changes nothing', async () => {
    const file = await read([
      { journal: 'AN', journalLabel: 'A nouveaux', account: '411', euros: 100 },
      { journal: 'AN', journalLabel: 'A nouveaux', account: '120', euros: -100.01 },
      { journal: 'AN', journalLabel: 'A nouveaux', account: '658', euros: 0.01 },
    ]);
    expect(file.lines).toMatchObject([{ isOpening: true, counterpart: 'opening' }]);
  });

  test('an entry of balance-sheet accounts with capital and cash opens the year wherever it stands', async () => {
    const accounts = ['101', '164', '213', '281', '370', '401', '512'];
    const others = accounts.map((account) => ({ account, euros: -1 }));
    const file = await read([{ account: '411', euros: 7 }, ...others]);
    expect(file.lines).toMatchObject([{ isOpening: true, counterpart: 'opening' }]);
  });

  test('a loan paid into the bank does not', async () => {
    const file = await read([
      { account: '512', euros: 90 },
      { account: '411', euros: 10 },
      { account: '164', euros: -100 },
    ]);
    expect(file.lines).toMatchObject([{ isOpening: false }]);
  });
});

describe('the customer of a line', () => {
  const customers: readonly (readonly [string, Omit<Short, 'euros'>, string, string | null])[] = [
    [
      'the auxiliary',
      { account: '411000', auxiliary: 'C9', auxiliaryLabel: 'Dupont' },
      'C9',
      'Dupont',
    ],
    ['the auxiliary without a name', { account: '411000', auxiliary: 'C9' }, 'C9', null],
    [
      'the account where each has one',
      { account: '411DUP', accountLabel: 'Dupont SARL' },
      '411DUP',
      'Dupont SARL',
    ],
    [
      'account and name on a collective account',
      { account: '411000', auxiliaryLabel: 'Éts  Dupont-Roy' },
      '411000:ETS DUPONT ROY',
      'Éts  Dupont-Roy',
    ],
    [
      'the account where the auxiliary repeats its label',
      { account: '411DUP', accountLabel: 'Dupont', auxiliaryLabel: 'Dupont' },
      '411DUP',
      'Dupont',
    ],
    [
      'the account where the auxiliary names nobody',
      { account: '411000', auxiliaryLabel: 'A NOUVEAU' },
      '411000',
      'Clients',
    ],
  ];

  test.each(customers)('%s', async (_name, short, customerCode, name) => {
    const file = await read([
      { ...short, euros: 10 },
      { account: '707', euros: -10 },
    ]);
    expect(file.lines[0]?.customerCode).toBe(customerCode);
    expect(file.customers).toMatchObject([{ customerCode, name }]);
  });

  test('one account with many names in its labels is shared, one per customer is not', async () => {
    const file = await read([
      { account: '411000', label: 'Facture 12 Dupont', euros: 10 },
      { account: '411000', label: 'VIR DUPONT 0042', euros: -10 },
      { account: '411000', label: 'Facture 13 Lefèvre', euros: 5 },
      { account: '411ROY', accountLabel: 'Roy', label: 'Facture 14', euros: 5 },
      { account: '411ROY', accountLabel: 'Roy', label: 'Travaux divers', euros: 5 },
      { account: '707', euros: -15 },
    ]);
    expect(summaryOf(file).accounts).toMatchObject([
      { ledgerAccountCode: '411000', isSharedAccount: true, distinctNames: 2 },
      { ledgerAccountCode: '411ROY', isSharedAccount: false },
    ]);
  });
});

test('two entries whose lines alternate for ever take no more time than any others', async () => {
  const shorts = Array.from({ length: 20_000 }, (_, at): Short => {
    return { number: at % 2 === 0 ? '1' : '2', account: at % 3 === 0 ? '411' : '707', euros: 1 };
  });
  const file = await read(shorts);
  expect(summaryOf(file).totals.linesRead).toBe(20_000);
  expect(new Set(answers(file))).toEqual(new Set(['sales']));
  expect(file.problems.map((problem) => problem.code)).toEqual([
    'entry_unbalanced',
    'entry_unbalanced',
    'file_unbalanced',
  ]);
});
