import { describe, expect, test } from 'vitest';
import {
  creditorReferenceOf,
  formatCreditorReference,
  isCreditorReference,
} from '../../../../src/shared/domain/message/creditor-reference.ts';

describe('a creditor reference (ISO 11649)', () => {
  test.each([
    ['FA202600123', 'RF83FA202600123'],
    ['FA-2026-00123', 'RF83FA202600123'],
    ['fa 2026 00123', 'RF83FA202600123'],
    ['539007547034', 'RF18539007547034'],
    ['é1', creditorReferenceOf('E1')],
    ['123456789012345678901', creditorReferenceOf('123456789012345678901')],
    ['1234567890123456789012', null],
    [' -/ ', null],
    ['', null],
  ])('of %j is %j', (text, expected) => {
    expect(creditorReferenceOf(text)).toBe(expected);
  });

  test.each([
    ['RF83FA202600123', true],
    ['rf83 fa20 2600 123', true],
    ['RF18539007547034', true],
    ['RF84FA202600123', false],
    ['RF83FA202600132', false],
    ['RF83', false],
    ['FA202600123', false],
    ['RF831234567890123456789012', false],
  ])('%j is one: %j', (text, expected) => {
    expect(isCreditorReference(text)).toBe(expected);
  });

  test('is printed in groups of four', () => {
    expect(formatCreditorReference('rf83fa202600123')).toBe('RF83 FA20 2600 123');
  });
});
