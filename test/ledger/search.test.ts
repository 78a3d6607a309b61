/** Ctrl+K: what is typed, and what it finds. */
import { describe, expect, test } from 'vitest';
import { search } from '../../src/main/ledger/views/search.ts';
import type { TestLedger } from '../support/ledger.ts';
import { smallCompany } from '../support/ledger-company.ts';

describe('search', () => {
  const found = ({ ledger }: TestLedger, typed: string, amountCents: number | null = null) =>
    ledger.read((reader) => search(reader, { typed, amountCents, limit: 10 }));

  // what is typed, the customers found
  test.each([
    ['val', ['411VAL']],
    ['VAL bat', ['411VAL']],
    ['bâtiments', ['411VAL']],
    ['411', ['411VAL', '411LEROY']],
    ['552 100 554', ['411VAL']],
    ['552100', ['411VAL']],
    ['rouen', ['411VAL']],
    ['nobody', []],
    ['  ', []],
  ])('customers: %s', async (typed, codes) => {
    const to = await smallCompany();
    expect(found(to, typed).customers.map(({ code }) => code)).toEqual(codes);
  });

  // what is typed, the documents found
  test.each([
    ['fa2026-01', ['FA2026-0142', 'FA2026-0150']],
    ['FA2026-0142', ['FA2026-0142']],
    ['0142', ['FA2026-0142']],
    ['0099', []],
    ['FA2026-0099', ['FA2026-0099']],
    ['%', []],
  ])('documents: %s', async (typed, numbers) => {
    const to = await smallCompany();
    expect(found(to, typed).documents.map(({ documentNumber }) => documentNumber)).toEqual(numbers);
  });

  test('amounts: what is open, and what a customer owes in all', async () => {
    const to = await smallCompany();
    const { amounts, balances } = found(to, '4812,60', 4_812_60);
    expect(amounts.map(({ documentNumber }) => documentNumber)).toEqual(['FA2026-0142']);
    expect(balances.map(({ code }) => code)).toEqual(['411VAL']);
    expect(found(to, '12,00', 12_00)).toMatchObject({ amounts: [], balances: [] });
  });

  // what is typed, the contacts found
  test.each([
    ['petit', ['Mme Petit']],
    ['PETIT@leroy', ['Mme Petit']],
    ['02 31 00 00', ['Mme Petit']],
    ['+33231000001', ['Mme Petit']],
    ['compta@val', ['Bâtiments du Val']],
    ['0144556677', ['Bâtiments du Val']],
    ['999', []],
  ])('contacts: %s', async (typed, names) => {
    const to = await smallCompany();
    expect(found(to, typed).contacts.map(({ contactName }) => contactName)).toEqual(names);
  });
});
