import { expect, test } from 'vitest';
import { isPersonName } from '../../../src/shared/text/person-name.ts';

test.each([
  ['Hervé Lenoir', true],
  ['Madame Servier', true],
  ['Comptard Julie', true],
  ['Service comptable', false],
  ['La comptabilité', false],
  ['COMPTABILITE FOURNISSEURS', false],
  ['Accounts payable', false],
  ['', false],
  [' \u200b', false],
])('« %s » is the name of a person: %s', (name, expected) => {
  expect(isPersonName(name)).toBe(expected);
});
