import { describe, expect, test } from 'vitest';
import {
  addressBlockOf,
  DEFAULT_LETTER_LAYOUT,
  ENVELOPE_GEOMETRY,
  ENVELOPES,
  placeAddress,
} from '../../../../src/shared/domain/message/letter-layout.ts';

describe.each(ENVELOPES)('in a %s envelope', (envelope) => {
  const { block, window, foldsMm } = ENVELOPE_GEOMETRY[envelope];
  test('the address lies within what the window always shows', () => {
    expect(block.x).toBeGreaterThanOrEqual(window.x);
    expect(block.x + block.width).toBeLessThanOrEqual(window.x + window.width);
    expect(block.y).toBeGreaterThanOrEqual(window.y);
    expect(block.y + block.height).toBeLessThanOrEqual(window.y + window.height);
  });
  test('no fold goes through it', () => {
    for (const fold of foldsMm) expect(fold).toBeGreaterThan(window.y + window.height);
  });
});

test('the offsets of the settings move the block', () => {
  const block = addressBlockOf({ ...DEFAULT_LETTER_LAYOUT, offsetXMm: -2, offsetYMm: 3.5 });
  expect(block).toEqual({ x: 108, y: 59.5, width: 80, height: 22.8 });
});

describe('the lines of the address', () => {
  const { block } = ENVELOPE_GEOMETRY.dl;
  const lines = (count: number) => Array.from({ length: count }, (_, index) => `L${index}`);
  test.each([
    [1, 3.8, 75],
    [4, 3.8, 63.6],
    [6, 3.8, 56],
    [7, 22.8 / 7, 56],
  ])('%i of them stand at the bottom of the block', (count, pitch, top) => {
    const placed = placeAddress(lines(count), block);
    expect(placed.pitchMm).toBeCloseTo(pitch, 6);
    expect(placed.lines[0]?.yMm).toBeCloseTo(top, 6);
    const last = placed.lines.at(-1);
    expect((last?.yMm ?? 0) + placed.pitchMm).toBeCloseTo(78.8, 6);
  });
});
