import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { connectionsFor, throttle } from '../../../../src/shared/domain/mail/throttle.ts';
import { addSeconds, type Instant, instant } from '../../../../src/shared/kernel/instant.ts';

const NOW = instant('2026-11-23T10:00:00.000Z');
const ago = (...minutes: number[]): Instant[] =>
  minutes.map((count) => addSeconds(NOW, -count * 60));

describe('messages an hour', () => {
  test.each([
    [[], 3, 3, null],
    [ago(59, 30), 3, 1, null],
    [ago(61, 60, 30), 3, 2, null],
    [ago(50, 30, 10), 3, 0, '2026-11-23T10:10:00.000Z'],
    // Four where three are allowed, after the limit was lowered: the second oldest must go too.
    [ago(50, 40, 30, 10), 3, 0, '2026-11-23T10:20:00.000Z'],
    // The clock was set back: an hour from now at worst.
    [ago(-90), 1, 0, '2026-11-23T11:00:00.000Z'],
  ])('%j of %d allowed: %d now', (sentAt, perHour, count, nextAt) => {
    expect(throttle(sentAt, { perHour, now: NOW })).toEqual({ count, nextAt });
  });

  test('never more than the limit in any sixty minutes', () => {
    const runs = fc.record({
      perHour: fc.integer({ min: 1, max: 8 }),
      waits: fc.array(fc.integer({ min: 0, max: 2400 }), { maxLength: 60 }),
    });
    fc.assert(
      fc.property(runs, ({ perHour, waits }) => {
        const sentAt: Instant[] = [];
        let now = NOW;
        for (const wait of waits) {
          now = addSeconds(now, wait);
          const allowed = throttle(sentAt, { perHour, now });
          if (allowed.count > 0) sentAt.push(now);
          else
            expect(throttle(sentAt, { perHour, now: allowed.nextAt ?? now }).count).toBeGreaterThan(
              0,
            );
        }
        for (const [at, moment] of sentAt.entries()) {
          const next = sentAt[at + perHour];
          if (next !== undefined) expect(next >= addSeconds(moment, 3600)).toBe(true);
        }
      }),
      { numRuns: 100 },
    );
  });
});

describe('connections', () => {
  test.each([
    [1, 1],
    [200, 1],
    [2_000, 1],
    [2_001, 2],
    [4_000, 2],
    [10_000, 3],
  ])('%d an hour leave over %d', (perHour, count) => {
    expect(connectionsFor(perHour)).toBe(count);
  });
});
