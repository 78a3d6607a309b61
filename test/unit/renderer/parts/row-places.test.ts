/** Rows and group headings of a list stand one under the other, none twice, none lost. */
import { describe, expect, test } from 'vitest';
import { rowPlaces } from '../../../../src/renderer/parts/data-table/row-places.ts';

const written = (sizes: readonly number[] | null, closed: readonly number[], total = 0) => {
  const places = rowPlaces(total, sizes, new Set(closed));
  return Array.from({ length: places.count }, (_, position) => {
    const place = places.placeAt(position);
    return place.kind === 'group' ? `g${place.group}` : `${place.index}`;
  }).join(' ');
};

describe('places of rows', () => {
  test.each([
    {
      rule: 'without groups, a row stands at its index',
      sizes: null,
      closed: [],
      total: 3,
      shown: '0 1 2',
    },
    { rule: 'a heading comes before its rows', sizes: [2, 1], closed: [], shown: 'g0 0 1 g1 2' },
    { rule: 'a closed group keeps its heading only', sizes: [2, 1], closed: [0], shown: 'g0 g1 2' },
    { rule: 'an empty group has a heading', sizes: [0, 2], closed: [], shown: 'g0 g1 0 1' },
    { rule: 'all closed', sizes: [2, 3], closed: [0, 1], shown: 'g0 g1' },
    { rule: 'nothing at all', sizes: [], closed: [], shown: '' },
  ])('$rule', ({ sizes, closed, total, shown }) => {
    expect(written(sizes, closed, total)).toBe(shown);
  });

  test('the position of a row leads back to it', () => {
    const places = rowPlaces(6, [1, 0, 3, 2], new Set());
    for (let index = 0; index < 6; index += 1) {
      expect(places.placeAt(places.positionOf(index))).toEqual({ kind: 'row', index });
    }
  });

  test('the position of a row of a closed group is its heading', () => {
    const places = rowPlaces(5, [2, 3], new Set([1]));
    expect(places.placeAt(places.positionOf(3))).toEqual({ kind: 'group', group: 1 });
  });
});
