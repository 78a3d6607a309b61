import { describe, expect, it } from 'vitest';
import {
  CANDIDATES_MAX,
  exactSumOf,
  PICKS_MAX,
} from '../../../../src/shared/domain/interpretation/exact-sum.ts';

describe('amounts that make a sum', () => {
  it.each([
    [[100, 200, 300], 500, [1, 2]],
    [[300, 200, 300], 500, [0, 1]],
    [[100, 200, -50], 250, [0, 1, 2]],
    [[100, 200], 450, null],
    [[100, 200], -10, null],
    [[], 100, null],
    [[100], 0, null],
  ])('of %j for %i are at %j', (amounts, goal, expected) => {
    expect(exactSumOf(amounts, goal)).toEqual(expected);
  });

  it('are at most a few', () => {
    const ones = new Array<number>(PICKS_MAX + 1).fill(1);
    expect(exactSumOf(ones, PICKS_MAX)).toHaveLength(PICKS_MAX);
    expect(exactSumOf(ones, PICKS_MAX + 1)).toBeNull();
  });

  it('are looked for among the first ones only', () => {
    const amounts = [...new Array<number>(CANDIDATES_MAX).fill(10), 7];
    expect(exactSumOf(amounts, 7)).toBeNull();
  });
});
