import { expect, test } from 'vitest';
import {
  isSiren,
  isSiret,
  isVatNumber,
  vatNumberOf,
} from '../../../../src/shared/domain/company/siren.ts';

test.each([
  ['732829320', true],
  ['732 829 320', true],
  ['732829321', false],
  ['73282932', false],
  ['356000000', true],
])('SIREN %s: %s', (text, isGood) => {
  expect(isSiren(text)).toBe(isGood);
});

test.each([
  ['73282932000074', true],
  ['73282932000075', false],
  ['73282932100074', false], // a bad SIREN inside
  ['35600000009075', true], // La Poste: sum of digits 35
  ['35600000000048', true], // its head office passes Luhn
  ['35600000009076', false],
  ['7328293200007', false],
])('SIRET %s: %s', (text, isGood) => {
  expect(isSiret(text)).toBe(isGood);
});

test.each([
  ['732829320', 'FR44732829320'],
  ['330838947', 'FR49330838947'],
  ['306154824', 'FR02306154824'],
])('the VAT number of %s is %s', (siren, vat) => {
  expect(vatNumberOf(siren)).toBe(vat);
});

test.each([
  ['FR44732829320', true],
  ['fr 44 732 829 320', true],
  ['FR45732829320', false],
  ['FRAB732829320', true],
  ['FRIO732829320', false],
  ['DE44732829320', false],
])('VAT number %s: %s', (text, isGood) => {
  expect(isVatNumber(text)).toBe(isGood);
});
