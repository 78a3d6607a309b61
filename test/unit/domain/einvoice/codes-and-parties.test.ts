/** What the codes of the norm mean, what a document weighs, and when two parties are one. */
import { describe, expect, test } from 'vitest';
import { documentTypeOf } from '../../../../src/shared/domain/einvoice/document-type.ts';
import { ledgerAmountOf, ledgerDueOf } from '../../../../src/shared/domain/einvoice/einvoice.ts';
import { paymentMethodOfCode } from '../../../../src/shared/domain/einvoice/payment-means.ts';
import { likenessOf } from '../../../../src/shared/domain/einvoice/same-party.ts';
import { einvoice, OTHERS, party, THEIRS } from '../../../support/einvoices.ts';

test.each([
  ['380', 'invoice plain'],
  ['751', 'invoice plain'],
  ['384', 'invoice corrected'],
  ['386', 'invoice deposit'],
  ['500', 'invoice deposit'],
  ['389', 'invoice self_billed'],
  ['393', 'invoice factored'],
  ['473', 'invoice factored'],
  ['381', 'credit_note plain'],
  ['262', 'credit_note plain'],
  ['503', 'credit_note deposit'],
  ['261', 'credit_note self_billed'],
  ['502', 'credit_note factored'],
  ['325', 'none'], // pro forma
  ['', 'none'],
  ['999', 'none'],
])('type %s is %s', (code, expected) => {
  const type = documentTypeOf(code);
  expect(type === null ? 'none' : `${type.kind} ${type.variant}`).toBe(expected);
});

test.each([
  ['10', 'cash'],
  ['20', 'cheque'],
  ['30', 'transfer'],
  ['58', 'transfer'],
  ['48', 'card'],
  ['49', 'direct_debit'],
  ['59', 'direct_debit'],
  ['70', 'bill'],
  ['1', null],
  ['97', null],
])('means of payment %s is %s', (code, expected) => {
  expect(paymentMethodOfCode(code)).toBe(expected);
});

test.each([
  ['invoice', 120_000, 120_000],
  ['invoice', -5000, -5000], // an invoice that takes away is written so
  ['credit_note', 120_000, -120_000],
  ['credit_note', -120_000, -120_000],
  ['credit_note', 0, 0],
] as const)('%s of %i cents adds %i to the account', (kind, stated, expected) => {
  const totals = { ...einvoice().totals, inclVatCents: stated, duePayableCents: stated };
  expect(ledgerAmountOf({ kind, totals })).toBe(expected);
  expect(ledgerDueOf({ kind, totals })).toBe(expected);
});

describe('two parties', () => {
  const ledger = (customerName: string, customerSiren: string | null = null) => ({
    customerName,
    customerSiren,
  });
  test.each([
    [ledger('ANYBODY', THEIRS), party(), 'siren'],
    [ledger('LE CLIENT', OTHERS), party(), 'other'],
    [ledger('LE CLIENT'), party(), 'name'],
    [ledger('ANYBODY', THEIRS), party({ siren: null }), 'unknown'],
    [ledger('Sté MARTIN & Fils'), party({ name: 'Martin et fils SARL' }), 'name'],
    [ledger('BOULANGERIE DE L’ÉGLISE'), party({ name: 'Boulangerie de l’Eglise EURL' }), 'name'],
    [ledger('MA JOLIE BOUT'), party({ name: 'Ma jolie boutique SARL' }), 'name'], // cut
    [ledger('MARTIN'), party({ name: 'Martinez Services' }), 'unknown'], // too short to be cut
    [ledger('ENSEIGNE'), party({ name: 'Dupont SAS', tradingName: 'L’Enseigne' }), 'name'],
    [ledger('SARL'), party({ name: 'SAS' }), 'unknown'],
    [ledger('MAIRIE DE LYON'), party({ name: 'COMMUNE DE LYON' }), 'unknown'],
  ])('%j and %j: %s', (one, other, expected) => {
    expect(likenessOf(one, other)).toBe(expected);
  });
});
