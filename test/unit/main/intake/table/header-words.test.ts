import { describe, expect, test } from 'vitest';
import { fieldLikeness } from '../../../../../src/main/intake/table/field-match.ts';
import {
  headerWords,
  likeness,
  signatureOf,
} from '../../../../../src/main/intake/table/header-words.ts';

describe('headers written in many ways are the same words', () => {
  const cases: readonly [string, string][] = [
    ['N° pièce', 'numero piece'],
    ['NUM_PIECE', 'numero piece'],
    ['numeroPiece', 'numero piece'],
    ['No. de pièce', 'numero piece'],
    ["Date d'échéance", 'date echeance'],
    ['Dt éch.', 'date echeance'],
    ['PiÃ¨ce', 'piece'],
    ['Montant (EUR)', 'montant'],
    ['CustomerID', 'customer id'],
    ['  ', ''],
  ];
  test.each(cases)('%s', (header, words) => {
    expect(headerWords(header)).toBe(words);
  });

  test('letters lost on the way are still read', () => {
    expect(likeness(headerWords('N? pi?ce'), 'piece')).toBeGreaterThan(0.8);
    expect(likeness(headerWords('Intitul??'), 'intitule')).toBe(1);
    expect(likeness(headerWords('Pi?ces'), 'piece')).toBe(1);
  });

  test('other words of a header make it less like', () => {
    expect(likeness('date echeance', 'echeance')).toBeLessThan(1);
    expect(likeness('date echeance', 'date echeance')).toBe(1);
    expect(likeness('date facture', 'echeance')).toBe(0);
  });
});

describe('a header names its field', () => {
  const cases: readonly [string, string | null][] = [
    ['Code client', 'customer_code'],
    ['Compte tiers', 'customer_code'],
    ['Raison sociale', 'customer_name'],
    ['N° facture', 'document_number'],
    ['Date facture', 'document_date'],
    ['Échéance', 'due_date'],
    ['Reste à payer', 'open_amount'],
    ['Montant dû', 'open_amount'],
    ['Montant TTC', 'amount'],
    ['Sens', 'direction'],
    ['D/C', 'direction'],
    ['Mode de règlement', 'payment_method'],
    ['Date de règlement', 'paid_date'],
    ['Non échu', 'age_bracket'],
    ['+ de 90 jours', 'age_bracket'],
    ['31-60', 'age_bracket'],
    // what is not what it seems
    ['Prix unitaire HT', null],
    ['Montant TVA', null],
    ['Code fournisseur', null],
    ['Taux de remise', null],
    ['Date de naissance', null],
    ['Quantité', null],
    ['Solde progressif', null],
  ];
  test.each(cases)('%s', (header, field) => {
    const found = [...fieldLikeness(header)].sort(([, a], [, b]) => b - a)[0]?.[0] ?? null;
    expect(found).toBe(field);
  });
});

test('the signature of a layout forgets order, case, accents and points', () => {
  const signature = signatureOf(['Code client', 'N° pièce', 'Échéance', '']);
  expect(signatureOf(['ECHEANCE', 'code_client', 'Num. pièce'])).toBe(signature);
  expect(signatureOf(['ECHEANCE', 'code_client'])).not.toBe(signature);
});
