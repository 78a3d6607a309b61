import { expect, test } from 'vitest';
import { done, refused } from '../../../src/shared/kernel/result.ts';

test('a rule that says yes carries its value, one that says no its reason', () => {
  expect(done(12)).toEqual({ isDone: true, value: 12 });
  expect(refused('settled')).toEqual({ isDone: false, refusal: 'settled' });
});
