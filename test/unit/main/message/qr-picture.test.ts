/** What a telephone would read from the code of a mail, read back. */
import { createRequire } from 'node:module';
import { PNG } from 'pngjs';
import { describe, expect, test } from 'vitest';
import { exampleFacts } from '../../../../src/main/message/example-facts.ts';
import {
  amountToPayOf,
  inlinePictures,
  transferPayloadOf,
} from '../../../../src/main/message/inline-pictures.ts';
import { qrPng, qrSvg } from '../../../../src/main/message/qr-picture.ts';
import type { MessageKind } from '../../../../src/shared/domain/message/message.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

type Decode = (pixels: Uint8ClampedArray, width: number, height: number) => { data: string } | null;
// The package says it is a module and is not.
const decode: Decode = createRequire(import.meta.url)('jsqr');

function read(png: Uint8Array): string | null {
  const { data, width, height } = PNG.sync.read(Buffer.from(png));
  return decode(new Uint8ClampedArray(data), width, height)?.data ?? null;
}

const factsOf = (kind: MessageKind) =>
  exampleFacts({ kind, tone: 'good', language: 'fr', today: calendarDate('2026-11-23') });

describe('the code of a transfer', () => {
  test('of a mail says what the mail says', async () => {
    const facts = factsOf('reminder_1');
    const [picture] = await inlinePictures(facts);
    const payload = read(Buffer.from(picture?.base64 ?? '', 'base64'));
    expect(payload).toBe(transferPayloadOf(facts));
    expect(payload?.split('\n')).toEqual([
      ...['BCD', '002', '1', 'SCT', 'PSSTFRPPPAR', 'Vauclair Matériaux'],
      ...['FR1420041010050500013M02606', 'EUR5110.30', '', '', 'C0042'],
    ]);
  });

  test('of 331 bytes is still read', () => {
    const payload = `BCD\n002\n1\nSCT\n\n${'é'.repeat(70)}\n${'x'.repeat(176)}`.slice(0, 261);
    expect(new TextEncoder().encode(payload).length).toBe(331);
    expect(read(qrPng(payload))).toBe(payload);
  });

  test('is drawn for letters too', async () => {
    expect(await qrSvg('BCD')).toMatch(/^<svg xmlns=".*<path /s);
  });
});

test.each([
  ['reminder_1', 511_030],
  ['reminder_3', 511_030],
  ['formal_notice', 541_273],
  ['notice', 309_250],
  ['promise_confirmation', 511_030],
] as const)('a %s asks for %i cents', (kind, expected) => {
  expect(amountToPayOf(factsOf(kind))).toBe(expected);
});
