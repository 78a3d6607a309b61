import { expect, test } from 'vitest';
import {
  formatIban,
  ibanProblemOf,
  isBic,
} from '../../../../src/shared/domain/bank-account/iban.ts';

test.each([
  ['FR14 2004 1010 0505 0001 3M02 606', null],
  ['fr1420041010050500013m02606', null],
  ['', 'iban_empty'],
  ['XX14 2004 1010', 'iban_country_unknown'],
  ['FR14 2004 1010 0505 0001 3M02 60', 'iban_length'],
  ['FR15 2004 1010 0505 0001 3M02 606', 'iban_invalid'],
])('the IBAN « %s » has the problem %s', (text, problem) => {
  expect(ibanProblemOf(text)).toBe(problem);
});

test('an IBAN is written in groups of four', () => {
  expect(formatIban('fr1420041010050500013m02606')).toBe('FR14 2004 1010 0505 0001 3M02 606');
  expect(formatIban('')).toBe('');
});

test('a BIC has 8 or 11 signs', () => {
  expect(['PSSTFRPPXXX', 'psst frpp', 'PSSTFRP', 'FRPPPSST1'].map(isBic)).toEqual([
    true,
    true,
    false,
    false,
  ]);
});
