import { expect, test } from 'vitest';
import { addSeconds, instant, secondsBetween } from '../../../src/shared/kernel/instant.ts';

test('a moment is ISO 8601 in UTC with milliseconds', () => {
  expect(instant('2026-11-23T08:05:00.000Z')).toBe('2026-11-23T08:05:00.000Z');
});

test.each(['2026-11-23', '2026-11-23T08:05:00Z', '2026-11-23T08:05:00.000+01:00', ''])(
  '%j is no moment',
  (text) => {
    expect(() => instant(text)).toThrow(RangeError);
  },
);

test.each([
  ['2026-11-23T08:05:00.000Z', 120, '2026-11-23T08:07:00.000Z'],
  ['2026-12-31T23:59:59.500Z', 0.5, '2027-01-01T00:00:00.000Z'],
  ['2026-11-23T08:05:00.000Z', -3600, '2026-11-23T07:05:00.000Z'],
])('%s and %d seconds are %s', (moment, count, later) => {
  expect(addSeconds(instant(moment), count)).toBe(later);
  expect(secondsBetween(instant(moment), instant(later))).toBe(count);
});
