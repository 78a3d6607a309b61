import { describe, expect, test } from 'vitest';
import {
  EPC_BYTES_MAX,
  epcPayloadOf,
  isSepaCountry,
  type Transfer,
} from '../../../../src/shared/domain/message/epc-qr.ts';

const TRANSFER: Transfer = {
  holder: 'SOCIETE EXEMPLE SAS',
  iban: 'FR14 2004 1010 0505 0001 3M02 606',
  bic: '',
  amountCents: 125_040,
  currency: 'EUR',
  reference: 'RF83 FA20 2600 123',
};

function payloadOf(changes: Partial<Transfer>): string {
  const payload = epcPayloadOf({ ...TRANSFER, ...changes });
  return payload.isDone ? payload.value : payload.refusal;
}

const linesOf = (changes: Partial<Transfer>) => payloadOf(changes).split('\n');
const bytesOf = (text: string) => new TextEncoder().encode(text).length;

describe('the code of a transfer (EPC069-12)', () => {
  test('with a creditor reference', () => {
    const payload = payloadOf({});
    expect(payload).toBe(
      'BCD\n002\n1\nSCT\n\nSOCIETE EXEMPLE SAS\nFR1420041010050500013M02606\nEUR1250.40\n\nRF83FA202600123',
    );
    expect(bytesOf(payload)).toBe(90);
  });

  test('with free text', () => {
    const payload = payloadOf({ reference: 'FA-2026-00123 CLIENT C0042' });
    expect(payload.split('\n').slice(8)).toEqual(['', '', 'FA-2026-00123 CLIENT C0042']);
    expect(bytesOf(payload)).toBe(102);
  });

  test('without a reference ends at the amount', () => {
    expect(linesOf({ reference: '' }).at(-1)).toBe('EUR1250.40');
  });

  test.each([
    ['currency_not_euro', { currency: 'GBP', amountCents: 0 }],
    ['amount_out_of_range', { amountCents: 0, iban: '' }],
    ['amount_out_of_range', { amountCents: -1 }],
    ['amount_out_of_range', { amountCents: 100_000_000_000 }],
    ['iban_invalid', { iban: 'FR15 2004 1010 0505 0001 3M02 606', holder: '' }],
    ['holder_missing', { holder: ' \n ' }],
  ] as const)('is refused: %s', (refusal, changes) => {
    expect(payloadOf(changes)).toBe(refusal);
  });

  test.each([
    [1, 'EUR0.01'],
    [99_999_999_999, 'EUR999999999.99'],
    [7, 'EUR0.07'],
  ])('%i cents are written %s', (amountCents, expected) => {
    expect(linesOf({ amountCents })[7]).toBe(expected);
  });

  test('a good BIC is written, a wrong one left out', () => {
    expect(linesOf({ bic: 'psst frpp par' })[4]).toBe('PSSTFRPPPAR');
    expect(linesOf({ bic: 'PSST' })[4]).toBe('');
  });

  test('a name or a text cannot open another line', () => {
    const lines = linesOf({ holder: 'A\r\nEUR1.00', reference: 'x\ny\u2028z\u200bw' });
    expect(lines).toHaveLength(11);
    expect(lines[5]).toBe('A EUR1.00');
    expect(lines[10]).toBe('x y z w');
  });

  test('a name stops at 70 signs, a text at 140', () => {
    const lines = linesOf({ holder: 'a'.repeat(80), reference: 'b'.repeat(200) });
    expect(lines[5]).toBe('a'.repeat(70));
    expect(lines[10]).toBe('b'.repeat(140));
  });

  test.each(['é', '€', '🏭'])('never exceeds 331 bytes nor halves a letter: %s', (letter) => {
    const payload = payloadOf({ holder: letter.repeat(90), reference: letter.repeat(200) });
    const lines = payload.split('\n');
    expect(bytesOf(payload)).toBeLessThanOrEqual(EPC_BYTES_MAX);
    expect(lines[5]?.replaceAll(letter, '')).toBe('');
    expect((lines[10] ?? '').replaceAll(letter, '')).toBe('');
  });

  test('a text gives way before the name does', () => {
    const lines = linesOf({ holder: '€'.repeat(70), reference: '€'.repeat(140) });
    expect(lines[5]).toBe('€'.repeat(70));
    expect((lines[10] ?? '').length).toBeGreaterThan(0);
    expect((lines[10] ?? '').length).toBeLessThan(140);
  });
});

test.each([
  ['', true],
  ['fr', true],
  ['CH', true],
  ['US', false],
  ['MA', false],
])('a payer of %j can scan it: %j', (country, expected) => {
  expect(isSepaCountry(country)).toBe(expected);
});
