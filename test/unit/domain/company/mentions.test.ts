import { expect, test } from 'vitest';
import { companyMentions } from '../../../../src/shared/domain/company/mentions.ts';

const whole = {
  name: 'Vauclair',
  legalForm: 'SAS',
  capital: '150 000 €',
  siren: '732829320',
  registryTown: 'Poitiers',
  vatNumber: 'FR44732829320',
};

test.each([
  [
    'all of it',
    whole,
    'Vauclair, SAS au capital de 150 000 € · SIREN 732\u00a0829\u00a0320 RCS Poitiers · TVA FR44732829320',
  ],
  [
    'no form',
    { ...whole, legalForm: '', capital: '', vatNumber: '' },
    'Vauclair · SIREN 732\u00a0829\u00a0320 RCS Poitiers',
  ],
  [
    'no register',
    { ...whole, capital: '', registryTown: '', vatNumber: '' },
    'Vauclair, SAS · SIREN 732\u00a0829\u00a0320',
  ],
  [
    'a town alone says nothing',
    { ...whole, siren: '', vatNumber: '' },
    'Vauclair, SAS au capital de 150 000 €',
  ],
  ['nothing', { ...whole, name: '', legalForm: '', capital: '', siren: '', vatNumber: '' }, ''],
])('%s', (_, identity, expected) => {
  expect(companyMentions(identity)).toBe(expected);
});

test('the seat stands between', () => {
  expect(companyMentions({ ...whole, vatNumber: '' }, ['3 rue du Port', '86000 Poitiers'])).toBe(
    'Vauclair, SAS au capital de 150 000 € · 3 rue du Port, 86000 Poitiers · SIREN 732\u00a0829\u00a0320 RCS Poitiers',
  );
});
