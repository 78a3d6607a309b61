import fc from 'fast-check';
import { expect, test } from 'vitest';
import { weightedMedian } from '../../../../src/shared/domain/payer/usual-delay.ts';

const points = fc.array(
  fc.record({
    value: fc.integer({ min: -50, max: 400 }),
    weight: fc.integer({ min: 1, max: 100_000 }),
  }),
  { minLength: 1, maxLength: 30 },
);

test('at most half of the weight lies on either side of the weighted median', () => {
  fc.assert(
    fc.property(points, (given) => {
      const median = weightedMedian(given);
      const weigh = (kept: typeof given) => kept.reduce((sum, { weight }) => sum + weight, 0);
      const half = weigh(given) / 2;
      expect(weigh(given.filter(({ value }) => value < median))).toBeLessThanOrEqual(half);
      expect(weigh(given.filter(({ value }) => value > median))).toBeLessThanOrEqual(half);
      expect(given.some(({ value }) => value === median)).toBe(true);
    }),
  );
});

test('the order of the points does not matter', () => {
  fc.assert(
    fc.property(points, (given) => {
      expect(weightedMedian([...given].reverse())).toBe(weightedMedian(given));
    }),
  );
});
