import { expect, test } from 'vitest';
import { parseMailAddress } from '../../../../src/shared/domain/mail/mail-address.ts';

test.each([
  ['compta@client.fr', 'compta@client.fr'],
  [' Compta.Fournisseurs+relance@CLIENT.FR\t', 'Compta.Fournisseurs+relance@client.fr'],
  ["o'brien_1@a-b.c-d.co.uk", "o'brien_1@a-b.c-d.co.uk"],
  ['compta@société-générale.fr', 'compta@société-générale.fr'],
  ['a@b.xn--p1ai', 'a@b.xn--p1ai'],
])('%j is an address', (text, address) => {
  expect(parseMailAddress(text)).toBe(address);
});

test.each([
  '',
  'client.fr',
  '@client.fr',
  'compta@',
  'compta@client',
  'compta@client.f',
  'compta@client.42',
  'compta@.fr',
  'compta@-client.fr',
  'compta@client-.fr',
  'comp ta@client.fr',
  '.compta@client.fr',
  'compta.@client.fr',
  'com..pta@client.fr',
  'comptà@client.fr',
  '"a b"@client.fr',
  'a@b@client.fr',
  'a,b@client.fr',
  'Alice <a@client.fr>',
  'a@client.fr;b@client.fr',
  'a@client.fr\nBcc: b@client.fr',
  `${'a'.repeat(65)}@client.fr`,
  `a@${'b'.repeat(64)}.fr`,
  `a@${'b.'.repeat(130)}fr`,
])('%j is none', (text) => {
  expect(parseMailAddress(text)).toBeNull();
});
