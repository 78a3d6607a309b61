import { expect, test } from 'vitest';
import { CUSTOMER_PROFILES, profileOf } from '../../../../src/shared/domain/payer/profile.ts';

test.each([
  ['Grand compte', 'key_account'],
  ['GC', 'key_account'],
  ['Collectivité territoriale', 'public'],
  ['Secteur public', 'public'],
  ['Hôpital', 'public'],
  ['Filiale', 'group'],
  ['intra-groupe', 'group'],
  ['Particulier', 'consumer'],
  ['Artisan', 'sole_trader'],
  ['auto-entrepreneur', 'sole_trader'],
  ['TPE', 'sole_trader'],
  ['PME', 'sme'],
  ['  Société ', 'sme'],
  ['Divers', null],
  ['', null],
])('%j is %s', (text, expected) => {
  expect(profileOf(text)).toBe(expected);
});

test('a profile written as such is itself', () => {
  expect(CUSTOMER_PROFILES.map(profileOf)).toEqual([...CUSTOMER_PROFILES]);
});
