import { expect, test } from 'vitest';
import { orderBlockState } from '../../../../src/shared/domain/dunning/order-block.ts';

const cases = [
  // asked, still open, state; a rest of 5 % does not keep it
  [100_000, 100_000, 'blocked'],
  [100_000, 5_001, 'blocked'],
  [100_000, 5_000, 'to_release'],
  [100_000, 0, 'to_release'],
  [100_000, -2_000, 'to_release'],
] as const;
test.each(cases)('asked %d, open %d: %s', (asked, remaining, expected) => {
  expect(orderBlockState(asked, remaining, 500)).toBe(expected);
});
