import { expect, test } from 'vitest';
import { instant } from '../../../src/shared/kernel/instant.ts';

test('a moment is ISO 8601 in UTC with milliseconds', () => {
  expect(instant('2026-11-23T08:05:00.000Z')).toBe('2026-11-23T08:05:00.000Z');
});

test.each(['2026-11-23', '2026-11-23T08:05:00Z', '2026-11-23T08:05:00.000+01:00', ''])(
  '%j is no moment',
  (text) => {
    expect(() => instant(text)).toThrow(RangeError);
  },
);
