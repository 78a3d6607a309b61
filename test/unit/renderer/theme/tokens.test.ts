/** Whatever is written in the window can be read: WCAG 2.2, 1.4.3 (text) and 1.4.11 (shapes). */
import { describe, expect, test } from 'vitest';
import {
  SHAPE_PAIRS,
  TEXT_PAIRS,
  TOKENS,
  type TokenName,
} from '../../../../src/renderer/theme/tokens.ts';

function luminance(hex: string): number {
  const channels = [1, 3, 5].map((at) => Number.parseInt(hex.slice(at, at + 2), 16) / 255);
  const [red = 0, green = 0, blue = 0] = channels.map((channel) =>
    channel <= 0.04045 ? channel / 12.92 : ((channel + 0.055) / 1.055) ** 2.4,
  );
  return 0.2126 * red + 0.7152 * green + 0.0722 * blue;
}

function contrast(a: string, b: string): number {
  const [darker = 0, lighter = 0] = [luminance(a), luminance(b)].sort((x, y) => x - y);
  return (lighter + 0.05) / (darker + 0.05);
}

const flat = (pairs: readonly (readonly [TokenName, readonly TokenName[]])[]) =>
  pairs.flatMap(([front, grounds]) => grounds.map((ground) => [front, ground] as const));

describe.each(['light', 'dark'] as const)('%s', (scheme) => {
  test('black on white is 21 to 1', () => {
    expect(contrast('#000000', '#ffffff')).toBeCloseTo(21, 5);
  });
  test.each(flat(TEXT_PAIRS))('%s is read on %s', (front, ground) => {
    expect(contrast(TOKENS[scheme][front], TOKENS[scheme][ground])).toBeGreaterThanOrEqual(4.5);
  });
  test.each(flat(SHAPE_PAIRS))('%s is seen on %s', (front, ground) => {
    expect(contrast(TOKENS[scheme][front], TOKENS[scheme][ground])).toBeGreaterThanOrEqual(3);
  });
});
