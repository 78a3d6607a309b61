import { describe, expect, test } from 'vitest';
import { cfonbAmount, cfonbDate } from '../../../../../src/main/intake/bank/cfonb-fields.ts';
import {
  cfonbDetail,
  cfonbRecord,
  cfonbStatement,
  movementsIn,
  problemsIn,
  readText,
  refusalOf,
} from '../../../../support/bank-files.ts';

describe('an amount carries its sign in its last digit', () => {
  test.each([
    ['0000000025000{', '2', 250_000],
    ['0000000025000}', '2', -250_000],
    ['0000000000107}', '2', -1070],
    ['0000000000974I', '2', 9749],
    ['0000000000000R', '2', -9],
    ['             A', '2', 1],
    ['         12 34C', '2', 'bank_amount_unreadable'],
    ['0000000025000é', '2', 250_000],
    ['0000000025000è', '2', -250_000],
    ['00000000025004', '2', 25_004],
    ['0000000025000 ', '2', 'bank_amount_unreadable'],
    ['0000000025000{', ' ', 250_000],
    ['0000000000250{', '0', 250_000],
    ['0000000002500{', '1', 250_000],
    ['0000000025000E', '3', 25_001],
    ['0000000025000D', '3', 25_000],
    ['              ', '2', null],
    ['0000000000000}', '2', 0],
    ['99999999999999', '2', 'amount_too_large'],
    ['000000002500X{', '2', 'bank_amount_unreadable'],
    ['0000000025000{', 'X', 'bank_amount_unreadable'],
  ])('%j with %j decimals is %s', (text, decimals, expected) => {
    const amount = cfonbAmount(text, decimals);
    expect(amount.isDone ? amount.value : amount.refusal).toBe(expected);
  });
});

test.each([
  ['160511', '2011-05-16'],
  ['311299', '1999-12-31'],
  ['000000', null],
  ['      ', null],
  ['310226', null],
])('the day %j is %s', (text, expected) => {
  expect(cfonbDate(text)).toBe(expected);
});

describe('records', () => {
  test.each([
    ['line feeds', '\n'],
    ['carriage returns and line feeds', '\r\n'],
    ['two carriage returns and a line feed', '\r\r\n'],
    ['carriage returns', '\r'],
    ['blank lines between', '\n\n\n'],
    ['blanks up to 134 signs', `${' '.repeat(14)}\n`],
    ['nothing at all', ''],
  ])('are read when they end by %s', (_name, end) => {
    const reading = readText(cfonbStatement([cfonbDetail('LCC', 'FA 2026-0012')], end));
    expect(problemsIn(reading)).toEqual([]);
    expect(reading.accounts).toMatchObject([
      {
        identity: { iban: 'FR7730002004470000888899H78', stated: '30002004470000888899H78' },
        currency: 'EUR',
        statements: [
          {
            from: '2026-09-15',
            to: '2026-09-16',
            openingCents: 10_000,
            closingCents: 35_000,
            movements: [{ amountCents: 25_000, text: 'VIR SEPA DUPONT FA 2026-0012' }],
          },
        ],
      },
    ]);
  });

  test('may stop behind their amount', () => {
    const lines = cfonbStatement().split('\r\n');
    expect(problemsIn(readText(lines.map((line) => line.trimEnd()).join('\n')))).toEqual([]);
  });

  test('in UTF-8 and in Windows-1252 give the same text', () => {
    const text = cfonbStatement([cfonbDetail('NPY', 'SOCIÉTÉ GÉNÉRALE DE BÂTIMENT')]);
    const latin = movementsIn(readText(text, 'latin1'));
    expect(latin).toEqual(movementsIn(readText(text)));
    expect(latin[0]?.counterpartyName).toBe('SOCIÉTÉ GÉNÉRALE DE BÂTIMENT');
  });
});

describe('what is missing is told, and the rest goes in', () => {
  test('a blank opening balance is unknown, and nothing is checked against it', () => {
    const text = [
      cfonbRecord('01', { cents: null }),
      cfonbRecord('04', { cents: 500 }),
      cfonbRecord('07', { cents: 99 }),
    ].join('\n');
    const reading = readText(text);
    expect(reading.accounts[0]?.statements[0]).toMatchObject({
      openingCents: null,
      closingCents: 99,
    });
    expect(problemsIn(reading)).toEqual([]);
  });

  test('a movement with an unreadable amount is an error, and so is the balance', () => {
    const text = cfonbStatement().replace('0000000002500{', '00000000025ù0{');
    const reading = readText(text);
    expect(reading.problems).toMatchObject([
      { code: 'bank_amount_unreadable', lineNumber: 2, severity: 'error' },
      { code: 'bank_balance_differs', value: '100,00 + 0,00 ≠ 350,00', severity: 'error' },
    ]);
  });

  test('a movement without a day takes its value day; without any, it is left out', () => {
    const line = cfonbRecord('04', { cents: 500 });
    const dayless = `${line.slice(0, 34)}000000${line.slice(40)}`;
    expect(movementsIn(readText(dayless))[0]?.bookedOn).toBe('2026-09-16');
    const without = `${line.slice(0, 34)}000000  000000${line.slice(48)}`;
    expect(problemsIn(readText(without))).toContain('bank_date_unreadable');
  });

  test.each([
    ['no opening', [cfonbRecord('04'), cfonbRecord('07')], ['bank_opening_missing']],
    ['no closing', [cfonbRecord('01'), cfonbRecord('04')], ['bank_closing_missing']],
    [
      'a detail before any movement',
      [cfonbRecord('01'), cfonbDetail('LIB', 'X'), cfonbRecord('07')],
      ['bank_detail_orphan'],
    ],
    [
      'a record of another kind',
      [cfonbRecord('01'), '08 something else', cfonbRecord('07')],
      ['bank_record_unknown'],
    ],
    [
      'a movement of another account',
      [cfonbRecord('01'), cfonbRecord('04', { account: '00000000001' }), cfonbRecord('07')],
      ['bank_opening_missing', 'bank_closing_missing'],
    ],
    [
      'the same statement twice',
      [cfonbRecord('01'), cfonbRecord('07'), cfonbRecord('01'), cfonbRecord('07')],
      ['bank_statement_repeated'],
    ],
    [
      'a day between two statements',
      [
        cfonbRecord('01'),
        cfonbRecord('07'),
        cfonbRecord('01', { cents: 7, date: '180926' }),
        cfonbRecord('07', { cents: 7, date: '180926' }),
      ],
      ['bank_statement_gap'],
    ],
  ])('%s', (_name, records, codes) => {
    expect(new Set(problemsIn(readText(records.join('\n'))))).toEqual(
      new Set([...codes, ...(_name.startsWith('a movement of') ? ['bank_opening_missing'] : [])]),
    );
  });
});

describe('details', () => {
  test('invoice numbers in LIB and LCC, the customer in NPY, references of SEPA', () => {
    const reading = readText(
      cfonbStatement([
        cfonbDetail('LIB', 'FACTURES 2026-0012 2026-0013'),
        cfonbDetail('LCC', 'SOLDE FA-2026-0014'),
        cfonbDetail('NPY', 'DUPONT ET FILS SARL'),
        cfonbDetail('IPY', 'FR1420041010050500013M02606        IBAN'),
        cfonbDetail('RCN', 'E2E-778                            SUPP'),
        cfonbDetail('LCS', 'RF83FA202600123'),
        cfonbDetail('RUM', 'MANDAT-9'),
        cfonbDetail('REF', 'NOTPROVIDED'),
      ]),
    );
    expect(movementsIn(reading)).toMatchObject([
      {
        text: 'VIR SEPA DUPONT FACTURES 2026-0012 2026-0013 SOLDE FA-2026-0014',
        counterpartyName: 'DUPONT ET FILS SARL',
        counterpartyIban: 'FR1420041010050500013M02606',
        endToEndId: 'E2E-778',
        references: ['RF83FA202600123', 'MANDAT-9', 'SUPP'],
        isReturn: false,
        rejectCode: null,
      },
    ]);
  });

  test('a remittance of two records goes on in the middle of a number', () => {
    const first = 'REGLEMENT DE NOS FACTURES FA-2026-0012 FA-2026-0013 FA-2026-0014 FA-20';
    expect(first).toHaveLength(70);
    const details = [cfonbDetail('LCC', first), cfonbDetail('LC2', '26-0015')];
    expect(movementsIn(readText(cfonbStatement(details)))[0]?.text).toBe(
      'VIR SEPA DUPONT REGLEMENT DE NOS FACTURES FA-2026-0012 FA-2026-0013 FA-2026-0014 FA-2026-0015',
    );
  });

  test('a number that begins another one stays', () => {
    const details = ['FA-2026-1', 'FA-2026-12', 'FA-2026-12', 'SOLDE', 'SOLDE 9'];
    const reading = readText(cfonbStatement(details.map((text) => cfonbDetail('LIB', text))));
    expect(movementsIn(reading)[0]?.text).toBe('VIR SEPA DUPONT FA-2026-1 FA-2026-12 SOLDE 9');
  });

  test('belong to their movement even when their own header differs', () => {
    const other = cfonbDetail('LIB', 'FA1').replace('30002    00447', '15489011700000');
    expect(movementsIn(readText(cfonbStatement([other])))[0]?.text).toBe('VIR SEPA DUPONT FA1');
  });

  test.each([
    ['B3', 'PRLV REJETE', [cfonbDetail('LIB', 'MOTIF AM04 PROVISION')], 'AM04'],
    ['03', 'CHEQUE IMPAYE', [], '12'],
    ['27', 'PRELEVEMENT IMPAYE', [cfonbDetail('LIB', 'MS03')], 'MS03'],
  ])('code %s is a payment that came back, with its reason', (code, label, details, reason) => {
    const motive = reason === '12' ? '12' : '';
    const records = [
      cfonbRecord('04', { code, label, cents: -5000, motive }),
      ...details,
      cfonbDetail('NPY', 'DUPONT'),
    ];
    expect(movementsIn(readText(records.join('\n')))).toMatchObject([
      { isReturn: true, rejectCode: reason, counterpartyName: 'DUPONT' },
    ]);
  });
});

test('CFONB 240 is refused: it is no statement', () => {
  expect(refusalOf(`31000001${' '.repeat(232)}\n34000002${' '.repeat(232)}`)).toBe(
    'bank_cfonb_240',
  );
});
