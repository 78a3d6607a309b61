/** On an account without customer numbers, lettering says more than the names on the lines. */
import { describe, expect, test } from 'vitest';
import { calendarDate } from '../../../../../src/shared/kernel/calendar-date.ts';
import { type FecLineText, writeFec } from '../../../../support/fec-writer.ts';
import { readLedgerBytes, summaryOf } from '../../../../support/read-ledger-file.ts';

interface Short {
  readonly account?: string;
  readonly auxiliary?: string;
  readonly name: string;
  readonly euros: number;
  readonly letter?: string;
}

/** Each line an entry of its own, answered by sales or the bank. */
async function read(shorts: readonly Short[]) {
  const lines = shorts.flatMap((short, index): FecLineText[] => {
    const entry = {
      journalCode: 'OD',
      journalLabel: 'Opérations diverses',
      entryNumber: String(index + 1),
      date: calendarDate('2026-05-04'),
      document: `P${index + 1}`,
      label: '',
    };
    const amountCents = Math.round(short.euros * 100);
    const other = short.euros > 0 ? '707000' : '512000';
    return [
      {
        ...entry,
        account: short.account ?? '411000',
        accountLabel: 'Clients',
        auxiliary: short.auxiliary ?? '',
        auxiliaryLabel: short.name,
        amountCents,
        ...(short.letter !== undefined && { letter: short.letter }),
      },
      { ...entry, account: other, accountLabel: 'Autre', amountCents: -amountCents },
    ];
  });
  const file = await readLedgerBytes(writeFec(lines));
  return {
    codes: file.lines.map(({ customerCode }) => customerCode),
    told: file.customers.map(({ customerCode }) => customerCode),
    count: summaryOf(file).customerCount,
  };
}

describe('lines lettered together are of one customer', () => {
  test.each([
    ['the one the debit names', ['DUPONT', 'BANQUE'], 'DUPONT'],
    ['the only name, though the debit has none', ['BANQUE', 'TDF'], 'TDF'],
    ['the one the debit names, whoever paid', ['DUPONT', 'HOLDING'], 'DUPONT'],
  ] as const)('%s', async (_, [debit, credit], name) => {
    const { codes, told, count } = await read([
      { name: debit, euros: 47.36, letter: 'A' },
      { name: credit, euros: -47.36, letter: 'A' },
    ]);
    expect(codes).toEqual([`411000:${name}`, `411000:${name}`]);
    expect(told).toEqual([`411000:${name}`]);
    expect(count).toBe(1);
  });

  test('nobody’s, where several are named and one line names none', async () => {
    const { codes } = await read([
      { name: 'DUPONT', euros: 10, letter: 'A' },
      { name: 'MARTIN', euros: 20, letter: 'A' },
      { name: 'BANQUE', euros: -30, letter: 'A' },
    ]);
    expect(codes).toEqual(['411000', '411000', '411000']);
  });

  test('the first that owes, where all are named', async () => {
    const { codes } = await read([
      { name: 'PAYEUR', euros: -30, letter: 'A' },
      { name: 'DUPONT', euros: 10, letter: 'A' },
      { name: 'MARTIN', euros: 20, letter: 'A' },
    ]);
    expect(codes).toEqual(['411000:DUPONT', '411000:DUPONT', '411000:DUPONT']);
  });
});

describe('lines stay where their names put them', () => {
  test.each([
    [
      'each name balances: the code came back for another',
      [
        { name: 'DUPONT', euros: 10, letter: 'A' },
        { name: 'DUPONT', euros: -10, letter: 'A' },
        { name: 'MARTIN', euros: 20, letter: 'A' },
        { name: 'MARTIN', euros: -20, letter: 'A' },
      ],
    ],
    [
      'together they do not balance either',
      [
        { name: 'DUPONT', euros: 10, letter: 'A' },
        { name: 'MARTIN', euros: -9, letter: 'A' },
      ],
    ],
    [
      'of different letters',
      [
        { name: 'DUPONT', euros: 10, letter: 'A' },
        { name: 'MARTIN', euros: -10, letter: 'B' },
      ],
    ],
    [
      'not lettered',
      [
        { name: 'DUPONT', euros: 10 },
        { name: 'MARTIN', euros: -10 },
      ],
    ],
    [
      'on different accounts',
      [
        { name: 'DUPONT', euros: 10, letter: 'A' },
        { account: '411900', name: 'MARTIN', euros: -10, letter: 'A' },
      ],
    ],
  ] as const)('%s', async (_, shorts) => {
    const given: readonly Short[] = shorts;
    const expected = given.map(({ account = '411000', name }) => `${account}:${name}`);
    const { codes, count } = await read(given);
    expect(codes).toEqual(expected);
    expect(count).toBe(new Set(expected).size);
  });

  test('with a number, whatever the letter', async () => {
    const { codes } = await read([
      { auxiliary: 'C1', name: 'DUPONT', euros: 10, letter: 'A' },
      { auxiliary: 'C2', name: 'MARTIN', euros: -10, letter: 'A' },
    ]);
    expect(codes).toEqual(['C1', 'C2']);
  });
});

test('a customer of whom no line is left is not told', async () => {
  const { told } = await read([
    { name: 'DUPONT', euros: 10, letter: 'A' },
    { name: 'BANQUE', euros: -10, letter: 'A' },
    { name: 'MARTIN', euros: 5 },
  ]);
  expect(told.toSorted()).toEqual(['411000:DUPONT', '411000:MARTIN']);
});
