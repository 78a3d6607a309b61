import { describe, expect, test } from 'vitest';
import { ibanIn } from '../../../../../src/main/intake/bank/french-account.ts';
import { movementLine } from '../../../../../src/main/intake/bank/mt940-line.ts';
import { recogniseBank } from '../../../../../src/main/intake/bank/recognise-bank.ts';
import { movementsIn, problemsIn, readText, refusalOf } from '../../../../support/bank-files.ts';

const HEADER = 'OFXHEADER:100\nDATA:OFXSGML\nENCODING:USASCII\nCHARSET:1252\n\n';

function ofx(movement: string, behind = ''): string {
  return (
    `${HEADER}<OFX><BANKMSGSRSV1><STMTTRNRS><STMTRS><CURDEF>EUR\n<BANKACCTFROM><BANKID>20041` +
    '<BRANCHID>01005<ACCTID>0500013M026<ACCTTYPE>CHECKING</BANKACCTFROM>' +
    `<BANKTRANLIST><DTSTART>20260901<DTEND>20260930${movement}</BANKTRANLIST>${behind}` +
    '</STMTRS></STMTTRNRS></BANKMSGSRSV1></OFX>'
  );
}

const CREDIT =
  '<STMTTRN><TRNTYPE>CREDIT<DTPOSTED>20260916120000.000[+2:CEST]<TRNAMT>+1250,40<FITID>F1' +
  '<NAME>DUPONT &amp; FILS<MEMO>\n<CHECKNUM>77</STMTTRN>';

describe('OFX', () => {
  test('values without end, an empty one, a comma, an hour', () => {
    const reading = readText(ofx(CREDIT));
    expect(problemsIn(reading)).toEqual([]);
    expect(reading.accounts).toMatchObject([
      { identity: { iban: 'FR1420041010050500013M02606' }, currency: 'EUR' },
    ]);
    expect(movementsIn(reading)).toMatchObject([
      {
        bookedOn: '2026-09-16',
        amountCents: 125_040,
        code: 'CREDIT',
        text: 'DUPONT & FILS',
        references: ['77'],
        bankReference: 'F1',
      },
    ]);
  });

  test('Windows-1252 under USASCII, and UTF-8 under the same words', () => {
    const text = ofx(CREDIT.replace('DUPONT', 'SOCIÉTÉ'));
    expect(movementsIn(readText(text, 'latin1'))[0]?.text).toBe('SOCIÉTÉ & FILS');
    expect(movementsIn(readText(text))[0]?.text).toBe('SOCIÉTÉ & FILS');
  });

  test.each([
    ['of the last day closes the statement', '20260930', 500],
    ['of a later day does not', '20261005', null],
  ])('a balance %s', (_name, day, closing) => {
    const balance = `<LEDGERBAL><BALAMT>5.00<DTASOF>${day}</LEDGERBAL>`;
    expect(readText(ofx(CREDIT, balance)).accounts[0]?.statements[0]?.closingCents).toBe(closing);
  });

  test('a movement that lacks its end is ended by the next one', () => {
    const text = ofx(CREDIT.replace('</STMTTRN>', '') + CREDIT.replace('F1', 'F2'));
    expect(movementsIn(readText(text)).map((one) => one.bankReference)).toEqual(['F1', 'F2']);
  });

  test('three decimals behind a point are rounded and told', () => {
    const reading = readText(ofx(CREDIT.replace('+1250,40', '1.255')));
    expect(movementsIn(reading)[0]?.amountCents).toBe(126);
    expect(problemsIn(reading)).toEqual(['amount_rounded']);
  });

  test.each([
    ['no day', CREDIT.replace('20260916', '00000000'), 'bank_date_unreadable'],
    ['no amount', CREDIT.replace('+1250,40', ''), 'bank_amount_unreadable'],
    [
      'an amount that reads two ways',
      CREDIT.replace('+1250,40', '1,250'),
      'bank_amount_unreadable',
    ],
    ['words for an amount', CREDIT.replace('+1250,40', 'douze'), 'bank_amount_unreadable'],
    ['an amount beyond all', CREDIT.replace('+1250,40', '9'.repeat(15)), 'amount_too_large'],
  ])('a movement with %s is left out and told', (_name, movement, code) => {
    const reading = readText(ofx(movement));
    expect(movementsIn(reading)).toEqual([]);
    expect(problemsIn(reading)).toEqual([code]);
  });

  test('a file cut keeps what it told and says that it is cut', () => {
    const text = ofx(CREDIT);
    const reading = readText(text.slice(0, text.indexOf('</BANKTRANLIST>')));
    expect(movementsIn(reading)).toHaveLength(1);
    expect(problemsIn(reading)).toEqual(['bank_file_cut']);
  });

  test('an account that is not told is asked for', () => {
    const text = ofx(CREDIT).replace(/<BANKACCTFROM>.*<\/BANKACCTFROM>/, '');
    expect(problemsIn(readText(text))).toEqual(['bank_account_missing']);
  });

  test('signing on alone is no statement', () => {
    expect(refusalOf(`${HEADER}<OFX><SIGNONMSGSRSV1></OFX>`)).toBe('bank_without_statement');
  });
});

describe('the line :61:', () => {
  test.each([
    ['2409120912C1250,40NTRFREF1//BANK1', 125_040, '2024-09-12', 'NTRF', 'REF1', 'BANK1'],
    ['240912D8,NTRFNONREF', -800, '2024-09-12', 'NTRF', 'NONREF', ''],
    ['2409120912DR800,5NSTONONREF//5', -80_050, '2024-09-12', 'NSTO', 'NONREF', '5'],
    ['240912    CD0,00NDEFNONREF//', 0, '2024-09-12', 'NDEF', 'NONREF', ''],
    ['2412310102RC10,00NTRFX', -1000, '2025-01-02', 'NTRF', 'X', ''],
    ['2501021231RD10,00NTRFX', 1000, '2024-12-31', 'NTRF', 'X', ''],
    ['240912C000000001000,00N102EREF', 100_000, '2024-09-12', 'N102', 'EREF', ''],
  ])('%s', (text, amountCents, bookedOn, code, reference, bankReference) => {
    const line = movementLine([text]);
    expect(line.isDone && line.value).toMatchObject({
      amountCents,
      bookedOn,
      code,
      reference,
      bankReference,
    });
  });

  test.each([
    ['240912X12,00NTRF', 'bank_line_unreadable'],
    ['240912C1.234,00NTRF', 'bank_line_unreadable'],
    ['240912C12,345NTRF', 'bank_line_unreadable'],
    ['240230C12,00NTRF', 'bank_date_unreadable'],
  ])('%s is refused', (text, code) => {
    const line = movementLine([text]);
    expect(line.isDone ? null : line.refusal).toBe(code);
  });
});

function mt940(details: string, line = ':61:2609160916C50,00NTRFNONREF//B1'): string {
  return [
    ':20:1',
    ':25:FR1420041010050500013M02606EUR',
    ':28C:1/1',
    ':60F:C260915EUR100,00',
    line,
    `:86:${details}`,
    ':62F:C260916EUR150,00',
    '-}',
  ].join('\r\n');
}

describe('MT940', () => {
  test('numbered parts: full ones run on, others end with a word', () => {
    const reading = readText(
      mt940(
        '166?00VIREMENT RECU?20FACTURES FA-2026-0012 FA-20?2126-0013?22SOLDE' +
          '?30AGRIFRPP?31FR1420041010050500013M02606?32DUPONT ET?33FILS',
      ),
    );
    expect(problemsIn(reading)).toEqual([]);
    expect(reading.accounts[0]?.identity.iban).toBe('FR1420041010050500013M02606');
    expect(movementsIn(reading)).toMatchObject([
      {
        amountCents: 5000,
        text: 'VIREMENT RECU FACTURES FA-2026-0012 FA-2026-0013 SOLDE',
        counterpartyName: 'DUPONT ET FILS',
        counterpartyIban: 'FR1420041010050500013M02606',
        bankReference: 'B1',
      },
    ]);
  });

  test('named parts, over several lines', () => {
    const reading = readText(
      mt940('/EREF/E2E 1/NAME/DUPONT ET FI\r\nLS/REMI/FA-2026-0012/RTRN/AM04/MARF/M1'),
    );
    expect(movementsIn(reading)).toMatchObject([
      {
        text: 'FA-2026-0012',
        counterpartyName: 'DUPONT ET FILS',
        endToEndId: 'E2E 1',
        references: ['M1'],
        isReturn: true,
        rejectCode: 'AM04',
      },
    ]);
  });

  test('words of SEPA inside numbered parts', () => {
    const [movement] = movementsIn(
      readText(mt940('166?20EREF+E2E-9?21MREF+M9?22SVWZ+FA 12?32DUPONT')),
    );
    expect(movement).toMatchObject({ endToEndId: 'E2E-9', text: 'FA 12', references: ['M9'] });
  });

  test('plain text, with bytes that are no text, in an envelope', () => {
    const text = `\u0001{1:F01X}{2:I940}{4:\r\n${mt940('VIR DUPONT\u001f\r\nFA 12')}\u0003`;
    expect(movementsIn(readText(text))[0]?.text).toBe('VIR DUPONT FA 12');
    expect(recogniseBank(text)).toBe('mt940');
  });

  test('a page that ends with an intermediate balance is a statement', () => {
    const first = mt940('A').replace('62F', '62M');
    const second = mt940('B').replace('60F:C260915EUR100,00', '60M:C260916EUR150,00');
    const reading = readText(`${first}\r\n${second.replace('150,00\r\n-}', '200,00\r\n-}')}`);
    expect(problemsIn(reading)).toEqual([]);
    expect(reading.accounts[0]?.statements).toHaveLength(2);
  });

  test.each([
    [
      'a line that is none',
      mt940('A', ':61:hello'),
      ['bank_line_unreadable', 'bank_balance_differs'],
    ],
    ['no closing', mt940('A').replace(/:62F:.*\r\n/, ''), ['bank_closing_missing']],
    ['an unreadable balance', mt940('A').replace('C260915EUR', 'X'), ['bank_amount_unreadable']],
    ['another currency', mt940('A').replace('16EUR150', '16USD150'), ['bank_currency_differs']],
  ])('%s is told', (_name, text, codes) => {
    expect(problemsIn(readText(text))).toEqual(codes);
  });
});

test.each([
  ['FR14 2004 1010 0505 0001 3M02 606', 'FR1420041010050500013M02606'],
  ['FR1420041010050500013M02606EUR', 'FR1420041010050500013M02606'],
  ['FR1520041010050500013M02606', null],
  ['45050050/76198810', null],
])('the IBAN in %j is %s', (text, iban) => {
  expect(ibanIn(text)).toBe(iban);
});

test.each([
  ['!Type:Bank\nD8/12/13\nT-1,000.00\n^', 'bank_qif'],
  ['Bonjour', 'bank_not_recognised'],
  ['  \n', 'file_empty'],
])('%j is refused', (text, code) => {
  expect(refusalOf(text)).toBe(code);
});
