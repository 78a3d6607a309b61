import { describe, expect, it } from 'vitest';
import { interpret } from '../../src/shared/domain/interpretation/interpret.ts';
import type { Interpretation } from '../../src/shared/domain/interpretation/interpretation.ts';
import { hasRealFiles } from '../support/real-files.ts';
import { factsOf, readRealLedger } from './real-ledgers-reader.ts';

/** What is left of items and payments, after all allocations. */
function leftOf({ items, payments, allocations }: Interpretation) {
  const ofItem = items.map(({ amountCents }) => amountCents);
  const ofPayment = payments.map(({ amountCents }) => amountCents);
  for (const { item, payment, amountCents } of allocations) {
    if (item !== null) ofItem[item] = (ofItem[item] ?? 0) - amountCents;
    if (payment !== null) ofPayment[payment] = (ofPayment[payment] ?? 0) - amountCents;
  }
  const sum = (amounts: number[]) => amounts.reduce((total, amount) => total + amount, 0);
  return { ofItem, ofPayment, balance: sum(ofItem) - sum(ofPayment) };
}

describe.skipIf(!hasRealFiles)('a wholesaler whose openings are by balance', () => {
  const ledger = readRealLedger('bom-wholesaler-lettered_0000000001FEC20220831.txt');
  const read = (code: string) => interpret(factsOf(ledger, code));
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
    expect(leftOf(read(code)).balance).toBe(cents);
  });

  it('all customers owe 52 517,24 €, as the account says', () => {
    const total = [...ledger.customers.keys()]
      .map((code) => leftOf(read(code)).balance)
      .reduce((sum, balance) => sum + balance, 0);
    expect(total).toBe(52_517_24);
  });
});
