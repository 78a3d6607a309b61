import { describe, expect, test } from 'vitest';
import {
  type BankLine,
  findReturned,
} from '../../../../src/shared/domain/payment-return/find-returned.ts';
import {
  REJECT_CODES,
  rejectCodeIn,
  rejectRuleOf,
  saysReturned,
} from '../../../../src/shared/domain/payment-return/reject-code.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { rejectActionText, rejectCodeText } from '../../../../src/shared/text/reject-code.ts';

describe('a reason of rejection', () => {
  test.each([
    ['AM04', { cause: 'funds', mayRepresent: true, stopsMessages: false, maybeDisputed: false }],
    ['MS02', { cause: 'unexplained', mayRepresent: true, maybeDisputed: true }],
    ['MS03', { cause: 'unexplained', mayRepresent: true, maybeDisputed: false }],
    ['MD06', { cause: 'refund_asked', mayRepresent: false, maybeDisputed: true }],
    ['MD07', { cause: 'deceased', stopsMessages: true, mayRepresent: false }],
    ['FRAD', { cause: 'fraud', stopsMessages: true }],
    ['AC04', { cause: 'account_closed', mayRepresent: false }],
    ['ZZ99', { cause: 'unexplained' }],
    [null, { cause: 'unexplained' }],
  ])('%s asks for this', (code, rule) => {
    expect(rejectRuleOf(code)).toMatchObject(rule);
  });

  test('each says what it means and what to do, in both languages', () => {
    for (const [code, cause] of Object.entries(REJECT_CODES)) {
      expect(rejectCodeText(code, 'fr')).toMatch(new RegExp(`^${code} : \\S.+`));
      expect(rejectCodeText(code, 'en')).toMatch(new RegExp(`^${code}: \\S.+`));
      expect(rejectActionText(cause, 'fr')).toMatch(/\.$/);
      expect(rejectActionText(cause, 'en')).toMatch(/\.$/);
    }
    expect(rejectCodeText('12', 'fr')).toBe('12');
  });

  test.each([
    ['PRLV REJETE AM04 PROVISION INSUFFISANTE', 'AM04'],
    ['Prélèvement impayé - motif : ms03', 'MS03'],
    ['RETURN TECH', 'TECH'],
    ['VIR SEPA TECH FACTURE AM04', null],
    ['REJET SANS MOTIF XAM04 AM04X', null],
    ['RETOURNE', null],
  ])('in %j the code is %s', (text, code) => {
    expect(rejectCodeIn(text)).toBe(code);
  });

  test.each([
    ['CHEQUE IMPAYÉ 123', true],
    ['REJET PRLV', true],
    ['VIREMENT RETOURNÉ', true],
    ['VIR SEPA DUPONT', false],
  ])('%j says that a payment came back: %s', (text, expected) => {
    expect(saysReturned(text)).toBe(expected);
  });
});

function line(movementId: number, amountCents: number, parts: Partial<BankLine> = {}): BankLine {
  return {
    movementId,
    bookedOn: calendarDate('2026-09-16'),
    amountCents,
    currency: 'EUR',
    counterpartyName: null,
    counterpartyIban: null,
    endToEndId: null,
    references: [],
    isReturn: amountCents < 0,
    rejectCode: null,
    ...parts,
  };
}

const DAY = (text: string) => ({ bookedOn: calendarDate(text) });

describe('a debit takes back', () => {
  test.each<[string, BankLine[], (number | null)[], string, number]>([
    [
      'the receipt of the same order, before one of the same payer',
      [
        line(1, 500, { endToEndId: 'E1' }),
        line(2, 500, { counterpartyName: 'Dupont' }),
        line(9, -500, { endToEndId: 'E1', counterpartyName: 'DUPONT', rejectCode: 'AM04' }),
      ],
      [1],
      'order',
      0,
    ],
    [
      'the receipt that shares a reference',
      [line(1, 500, { references: ['M1'] }), line(9, -500, { references: ['X', 'M1'] })],
      [1],
      'order',
      0,
    ],
    [
      'the last receipt of the same account',
      [
        line(1, 500, { counterpartyIban: 'FR1' }),
        line(2, 500, { counterpartyIban: 'FR1' }),
        line(3, 500, { counterpartyIban: 'FR2' }),
        line(9, -500, { counterpartyIban: 'FR1' }),
      ],
      [2],
      'payer',
      0,
    ],
    [
      'the receipt and the fee of the bank',
      [
        line(1, 500, { counterpartyName: 'Dupont' }),
        line(9, -2000, { counterpartyName: 'dupont' }),
      ],
      [1],
      'payer',
      1500,
    ],
    [
      'the only receipt of that amount',
      [line(1, 500), line(2, 600), line(9, -500)],
      [1],
      'amount',
      0,
    ],
    [
      'none of two receipts of that amount',
      [line(1, 500), line(2, 500), line(9, -500)],
      [null],
      'none',
      0,
    ],
    ['no later receipt', [line(1, 500, DAY('2026-09-17')), line(9, -500)], [null], 'none', 0],
    [
      'no receipt of fourteen months ago',
      [line(1, 500, DAY('2025-07-16')), line(9, -500)],
      [null],
      'none',
      0,
    ],
    [
      'no receipt of another currency',
      [line(1, 500, { currency: 'USD' }), line(9, -500)],
      [null],
      'none',
      0,
    ],
    ['no larger receipt', [line(1, 501), line(9, -500)], [null], 'none', 0],
    ['nothing with a fee that no bank takes', [line(1, 500), line(9, -3501)], [null], 'none', 0],
    ['nothing with a fee, by the amount alone', [line(1, 500), line(9, -600)], [null], 'none', 0],
  ])('%s', (_name, lines, receiptIds, link, feeCents) => {
    const found = findReturned(lines);
    expect(found.map(({ receiptId }) => receiptId)).toEqual(receiptIds);
    expect(found[0]).toMatchObject({ debitId: 9, link, feeCents });
    expect(findReturned(lines.toReversed())).toEqual(found);
  });

  test('a debit that the bank does not call a return is one for the same order only', () => {
    const debit = { isReturn: false, counterpartyName: 'Dupont' };
    const receipt = { counterpartyName: 'Dupont' };
    expect(findReturned([line(1, 500, receipt), line(9, -500, debit)])).toEqual([]);
    const order = { endToEndId: 'E1' };
    expect(
      findReturned([line(1, 500, { ...receipt, ...order }), line(9, -500, { ...debit, ...order })]),
    ).toMatchObject([{ receiptId: 1, link: 'order' }]);
    expect(findReturned([line(1, 500, order), line(9, -600, { ...debit, ...order })])).toEqual([]);
  });

  test('a receipt once: the second return finds the other one', () => {
    const payer = { counterpartyIban: 'FR1' };
    const lines = [
      line(1, 500, payer),
      line(2, 500, payer),
      line(8, -500, payer),
      line(9, -500, payer),
    ];
    expect(findReturned(lines).map(({ debitId, receiptId }) => [debitId, receiptId])).toEqual([
      [8, 2],
      [9, 1],
    ]);
    expect(findReturned([...lines, line(10, -500, payer)]).at(-1)).toMatchObject({
      receiptId: null,
      link: 'none',
    });
  });
});
