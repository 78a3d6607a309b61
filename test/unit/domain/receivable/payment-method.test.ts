import { expect, test } from 'vitest';
import { paymentMethodOf } from '../../../../src/shared/domain/receivable/payment-method.ts';

test.each([
  ['Virement', 'transfer'],
  ['VIR SEPA', 'transfer'],
  ['transfer', 'transfer'],
  ['Chèque', 'cheque'],
  ['CHQ', 'cheque'],
  ['Prélèvement automatique', 'direct_debit'],
  ['PRLV', 'direct_debit'],
  ['direct_debit', 'direct_debit'],
  ['LCR magnétique', 'bill'],
  ['Traite acceptée', 'bill'],
  ['Billet à ordre', 'bill'],
  ['bill', 'bill'],
  ['CB', 'card'],
  ['Carte bancaire', 'card'],
  ['Espèces', 'cash'],
  ['cash', 'cash'],
  ['  virement 30 jours ', 'transfer'],
  ['Compensation', null],
  ['', null],
])('%j is %s', (text, expected) => {
  expect(paymentMethodOf(text)).toBe(expected);
});
