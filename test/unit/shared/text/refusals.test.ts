/** Whatever the application refuses, it says why in a sentence. */
import { describe, expect, test } from 'vitest';
import { contract } from '../../../../src/shared/contract/contract.ts';
import { REFUSAL_SENTENCES, refusalSentence } from '../../../../src/shared/text/refusals.ts';

/** Every refusal code of every call of the contract. */
function codesOf(part: unknown): string[] {
  if (typeof part !== 'object' || part === null) return [];
  if ('~orpc' in part) {
    const { errorMap } = part['~orpc'] as { errorMap: Record<string, unknown> };
    return Object.keys(errorMap);
  }
  return Object.values(part).flatMap(codesOf);
}

const codes = [...new Set(codesOf(contract))];

describe('refusals', () => {
  test('the contract has refusals', () => {
    expect(codes.length).toBeGreaterThan(30);
  });
  test.each(codes)('%s has a sentence in French and in English', (code) => {
    expect(refusalSentence(code, 'fr')).toMatch(/\.$/);
    expect(refusalSentence(code, 'en')).toMatch(/\.$/);
  });
  test('no sentence exclaims', () => {
    const all = Object.values(REFUSAL_SENTENCES).flatMap((both) => [both.fr, both.en]);
    expect(all.filter((sentence) => sentence.includes('!'))).toEqual([]);
  });
  test('a code of elsewhere has none', () => {
    expect(refusalSentence('toString', 'fr')).toBeNull();
  });
});
