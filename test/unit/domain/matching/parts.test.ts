import { describe, expect, test } from 'vitest';
import { nameKeyOf } from '../../../../src/shared/domain/matching/payer-names.ts';
import {
  digitsOf,
  nearKindOf,
  referenceWords,
} from '../../../../src/shared/domain/matching/reference-words.ts';
import {
  CANDIDATES_MAX,
  PICKS_MAX,
  subsetSum,
} from '../../../../src/shared/domain/matching/subset-sums.ts';

test.each([
  ['FA20260012', 'FA20260021', 'swapped'],
  ['FA20260012', 'FA20260013', 'changed'],
  ['FA20260012', 'FA2026001', 'cut'],
  ['FA20260012', '260012', 'cut'],
  ['FA20260012', '0012', null],
  ['FA20260012', 'FA20260012', null],
  ['FA20260012', 'FA202600123', null],
  ['FA20260012', 'FA20270013', null],
  ['FA20260012', '2026001', null],
  ['FA20260012', 'FA202', null],
  ['FA20260012', 'FA20260', 'cut'],
  ['FA20260012', 'FA20620021', null],
])('%s written %s is %s', (number, word, kind) => {
  expect(nearKindOf(number, word)).toBe(kind);
});

test.each([
  ['FA-2026-0012', '20260012'],
  ['F12', ''],
  ['0001234', '1234'],
])('the digits of %s are %j', (number, digits) => {
  expect(digitsOf(number)).toBe(digits);
});

test('words alone and joined, and what stands behind a creditor reference', () => {
  expect([...referenceWords(['FA 2026-12', null, 'RF83FA202600123'])]).toEqual([
    '2026',
    'FA2026',
    '202612',
    'FA202612',
    'RF83FA202600123',
    'FA202600123',
  ]);
});

test.each([
  ['SARL DUPONT & Fils', 'DUPONT FILS', true],
  ['Éts Léroy', 'LEROY', true],
  ['Leroy Nord', 'NORD LEROY', true],
  ['SARL', 'SAS', false],
  ['A B', 'A B', true],
])('%s and %s are the same name: %s', (one, other, same) => {
  expect(nameKeyOf(one) === nameKeyOf(other)).toBe(same);
});

describe('a sum of items', () => {
  test.each([
    [[100, 200, 400], 600, [1, 2], true],
    [[100, 200, 300], 300, [0, 1], true],
    [[100, 200, 300, 400], 500, [0, 3], false],
    [[100, -30, 50], 70, [0, 1], true],
    [[100, 200], 299, null, true],
    [[100, 200], 1000, null, true],
    [[100], 100, null, true],
    [[], 0, null, true],
  ])('of %j making %i is %j', (amounts, goal, picks, isOnly) => {
    const found = subsetSum(amounts, goal);
    expect(found).toEqual(picks === null ? null : { picks, isOnly });
  });

  test('of one item, where one is enough', () => {
    expect(subsetSum([100, 200], 200, 1)).toEqual({ picks: [1], isOnly: true });
  });

  test('looks at no more items, and takes no more of them, than it says', () => {
    const far = [...Array<number>(CANDIDATES_MAX - 1).fill(1000), 7, 9];
    expect(subsetSum(far, 1007)).toMatchObject({ isOnly: false });
    expect(subsetSum(far, 1009)).toBeNull();
    const ones = Array<number>(PICKS_MAX + 1).fill(1);
    expect(subsetSum(ones, PICKS_MAX)).not.toBeNull();
    expect(subsetSum(ones, PICKS_MAX + 1)).toBeNull();
  });
});
