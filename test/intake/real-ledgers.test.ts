/**
 * The cases that real files hold, to the cent, read by a second reader that shares nothing with
 * the product's but the chart of accounts.
 */
import { describe, expect, it } from 'vitest';
import { interpret } from '../../src/shared/domain/interpretation/interpret.ts';
import type { Interpretation } from '../../src/shared/domain/interpretation/interpretation.ts';
import { hasRealFiles } from '../support/real-files.ts';
import { balanceOf, leftOf } from '../unit/domain/interpretation/a-customer.ts';
import { factsOf, type RealLedger, readRealLedger } from './real-ledgers-reader.ts';

function interpretAll(ledger: RealLedger): Map<string, Interpretation> {
  const all = new Map<string, Interpretation>();
  for (const code of ledger.customers.keys()) all.set(code, interpret(factsOf(ledger, code)));
  return all;
}

function totalOf(all: ReadonlyMap<string, Interpretation>): number {
  return [...all.values()].reduce((sum, one) => sum + balanceOf(one), 0);
}

/** Sum of the rows of customer accounts, straight from the file. */
function statedTotalOf({ rows }: RealLedger): number {
  return rows.reduce((sum, { comptenum = '', cents }) => {
    return comptenum.startsWith('41') ? sum + cents : sum;
  }, 0);
}

describe.skipIf(!hasRealFiles)('a wholesaler whose openings are by balance', () => {
  const ledger = readRealLedger('bom-wholesaler-lettered_0000000001FEC20220831.txt');
  const all = interpretAll(ledger);
  const of = (code: string) => all.get(code) as Interpretation;
  const expected = [
    ['FGTIVI', 0],
    ['TMIMOS', 0],
    ['TTOIM0', 0],
    ['VDINP0', 0],
    ['LDNE00', 27_123_29],
    ['GSDLL0', 18_070_04],
    ['LVOIRU', 6_661_27],
    ['DFIENB', 438_88],
    ['TRUSOA', 302_89],
    ['PCUECG', -79_13],
  ] as const;

  it.each(expected)('%s owes what the account says', (code, cents) => {
    expect(balanceOf(of(code))).toBe(cents);
  });

  it('the others owe nothing, and all 52 517,24 €', () => {
    const named = new Map<string, number>(expected);
    for (const [code, one] of all) expect(balanceOf(one)).toBe(named.get(code) ?? 0);
    expect(totalOf(all)).toBe(52_517_24);
    expect(statedTotalOf(ledger)).toBe(52_517_24);
  });

  it('no opening is left open: what was lettered with last year has settled them', () => {
    for (const one of all.values()) {
      const { ofItems } = leftOf(one);
      for (const [index, { kind }] of one.items.entries()) {
        if (kind === 'opening') expect(ofItems[index]).toBe(0);
      }
    }
  });

  it('what is left open are the last invoices, whole', () => {
    const open = (code: string) => {
      const { ofItems } = leftOf(of(code));
      return of(code).items.flatMap(({ documentNumber }, index) => {
        const left = ofItems[index] ?? 0;
        return left === 0 ? [] : [`${documentNumber} ${left}`];
      });
    };
    expect(open('GSDLL0')).toEqual(['FA  220394 1807004']);
    expect(open('LVOIRU')).toEqual(['FA  220396 666127']);
    expect(open('TRUSOA')).toEqual(['FA  220301 10033', 'FA  220302 20256']);
    expect(open('PCUECG')).toEqual([]);
  });

  it('an invoice of last year cancelled by an entry of sales is settled by no money', () => {
    const { payments, allocations } = of('VDINP0');
    expect(payments).toEqual([]);
    expect(allocations.map(({ nature }) => nature)).toEqual(['credit_note', 'credit_note']);
  });

  it('bank debits of 87,04 and 288,02 are refunds of overpayments, not rejected payments', () => {
    const returned = of('LVOIRU').payments.filter(({ amountCents }) => amountCents < 0);
    expect(returned.map(({ kind, amountCents }) => [kind, amountCents])).toEqual([
      ['refund', -288_02],
      ['refund', -87_04],
    ]);
    const kinds = [...all.values()].flatMap(({ payments }) => payments.map(({ kind }) => kind));
    expect(kinds).not.toContain('reject');
  });
});

describe.skipIf(!hasRealFiles)('a farm whose customers share one account', () => {
  const ledger = readRealLedger('pipe-latin1-no-aux_123456789FEC20200331.txt');
  const all = interpretAll(ledger);
  const shared = all.get('411100000') as Interpretation;

  it('owes what the file says', () => {
    expect(totalOf(all)).toBe(statedTotalOf(ledger));
    expect(balanceOf(shared)).toBe(-12_520_31);
  });

  it('a bank debit of 627,00 « AVOIR » is the refund of a credit note', () => {
    const refund = shared.payments.findIndex(({ amountCents }) => amountCents === -627_00);
    expect(shared.payments[refund]?.kind).toBe('refund');
    const settled = shared.allocations.filter(({ payment }) => payment === refund);
    expect(settled).toHaveLength(1);
    expect(shared.items[settled[0]?.item ?? -1]).toMatchObject({
      kind: 'credit_note',
      documentNumber: '2020001000017',
      amountCents: -627_00,
    });
    const kinds = [...all.values()].flatMap(({ payments }) => payments.map(({ kind }) => kind));
    expect(kinds).not.toContain('reject');
  });

  it('a receipt of 6 921,78 set off against supplier lines is not called money without asking', () => {
    const entry = ledger.rows.filter(({ pieceref }) => pieceref === 'CM04-049');
    const sumOf = (prefix: string) =>
      entry.reduce((sum, row) => (row.comptenum?.startsWith(prefix) ? sum + row.cents : sum), 0);
    expect([sumOf('512'), sumOf('401'), sumOf('411')]).toEqual([6_921_78, 1_023_52, -7_945_30]);

    const lines = shared.payments.filter(({ reference }) => reference === 'CM04-049');
    expect(lines.reduce((sum, { amountCents }) => sum + amountCents, 0)).toBe(7_945_30);
    expect(new Set(lines.map(({ nature }) => nature))).toEqual(new Set(['unknown']));
    expect(shared.questions).toEqual([
      {
        pattern: '21|mixed|credit',
        count: 5,
        amountCents: 7_945_30,
        exampleLabel: 'RC 4297196 CIVOVEUNOL FUPARP 2018-2019',
      },
    ]);
  });

  it('entries between supplier and customer accounts are set-offs', () => {
    const natures = shared.payments
      .filter(({ reference }) => reference === 'OD016' || reference === 'OD017')
      .map(({ nature, amountCents }) => `${nature} ${amountCents}`);
    expect(natures.toSorted()).toEqual([
      'set_off 41085',
      'set_off 58806',
      'set_off 6068',
      'set_off 81675',
    ]);
  });
});

describe.skipIf(!hasRealFiles)('a ledger of which no line is lettered', () => {
  const ledger = readRealLedger('padded-signed_123456789FEC20230331.txt');
  const all = interpretAll(ledger);

  it('owes 29 900,14 €, not the 122 705,61 € of its debits', () => {
    const debits = ledger.rows.filter(({ comptenum }) => comptenum?.startsWith('411'));
    expect(debits.reduce((sum, { cents }) => sum + Math.max(cents, 0), 0)).toBe(122_705_61);
    expect(totalOf(all)).toBe(29_900_14);
    expect(statedTotalOf(ledger)).toBe(29_900_14);
    const lettered = [...ledger.customers.values()].flat().filter(({ letter }) => letter !== null);
    expect(lettered).toEqual([]);
  });

  it.each([
    ['41110100', 0],
    ['41110900', 0],
    ['41115000', 0],
    ['41115100', 1_117_92],
    ['41115200', 1_477_92],
    ['41115300', 26_836_10],
    ['41153000', 468_20],
    ['41810000', 0],
  ])('%s owes what the account says', (code, cents) => {
    expect(balanceOf(all.get(code) as Interpretation)).toBe(cents);
  });

  it('« clients divers » is no debtor', () => {
    expect(ledger.roles.get('41115300')).toBe('sundry');
  });

  it('the nature of a month of bank lines mixed with suppliers is asked, once', () => {
    const questions = [...all.values()].flatMap((one) => one.questions);
    expect(new Set(questions.map(({ pattern }) => pattern))).toEqual(new Set(['OD|mixed|credit']));
  });
});

describe.skipIf(!hasRealFiles)('every real ledger', () => {
  it.each([
    'crcrlf-big_123456789FEC20500930.txt',
    'pipe-21-columns_123456789FEC20201231.txt',
    'small-lettered_2020.txt',
    'tab-constructed_sample.txt',
  ])('%s owes what the file says', (fileName) => {
    const ledger = readRealLedger(fileName);
    expect(totalOf(interpretAll(ledger))).toBe(statedTotalOf(ledger));
  });
});
