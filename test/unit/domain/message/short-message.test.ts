import { expect, test } from 'vitest';
import {
  gatewayAddress,
  internationalNumber,
  shortMessageSize,
  statesAmount,
} from '../../../../src/shared/domain/message/short-message.ts';

const sizes = [
  ['Bonjour', 7, 1, true],
  ['a'.repeat(160), 160, 1, true],
  ['a'.repeat(161), 161, 2, true],
  ['12 €', 5, 1, true], // the euro takes two places
  ['N’oubliez pas', 13, 1, false],
  ['œ'.repeat(71), 71, 2, false],
] as const;
test.each(sizes)('%s: %d signs, %d parts', (text, signs, parts, isPlain) => {
  expect(shortMessageSize(text)).toEqual({ signs, parts, isPlain });
});

const texts = [
  ['Val : 12 480,00 € échus depuis le 31/10.', true],
  ['Reste 480 euros', true],
  ['1.250,00 USD', true],
  ['€ 12', true],
  ['EUR 1 250', true],
  ['Merci de nous rappeler au 01 44 55 66 77.', false],
  ['Échéance du 31/10/2026', false],
  ['Relance du 31/10/2026 VAL Matériaux', false],
] as const;
test.each(texts)('%s', (text, isAmount) => {
  expect(statesAmount(text)).toBe(isAmount);
});

const numbers = [
  ['06 12 34 56 78', '33612345678'],
  ['+33 (0)6.12.34.56.78', '33612345678'],
  ['0033612345678', '33612345678'],
  ['+44 7700 900123', '447700900123'],
  ['12', null],
  ['poste 12', null],
  ['', null],
] as const;
test.each(numbers)('%s: %s', (number, expected) => {
  expect(internationalNumber(number)).toBe(expected);
});

const gateways = [
  ['{numero}@sms.example.fr', '06 12 34 56 78', '33612345678@sms.example.fr'],
  ['sms@example.fr', '06 12 34 56 78', null],
  ['{numero}', '06 12 34 56 78', null],
  ['{numero}@sms.example.fr', 'poste 12', null],
] as const;
test.each(gateways)('%s, %s: %s', (pattern, number, expected) => {
  expect(gatewayAddress(pattern, number)).toBe(expected);
});
