import fc from 'fast-check';
import { expect, test } from 'vitest';
import { dateOfDayNumber } from '../../../src/shared/kernel/calendar-date.ts';
import { dayOf, instantOf, minuteOfDayOf } from '../../../src/shared/kernel/time-zone.ts';

const zones = fc.constantFrom('Europe/Paris', 'America/New_York', 'Asia/Kolkata', 'Pacific/Noumea');
const days = fc.integer({ min: 15_000, max: 25_000 }).map(dateOfDayNumber);
const minutes = fc.integer({ min: 0, max: 1439 });

test('the moment of a local time shows that time, or the first minute after a gap', () => {
  fc.assert(
    fc.property(days, minutes, zones, (day, minuteOfDay, zone) => {
      const moment = instantOf(day, minuteOfDay, zone);
      expect(dayOf(moment, zone)).toBe(day);
      const shown = minuteOfDayOf(moment, zone);
      expect(shown).toBeGreaterThanOrEqual(minuteOfDay);
      expect(shown - minuteOfDay).toBeLessThanOrEqual(60);
    }),
  );
});

test('a later local time is never an earlier moment', () => {
  fc.assert(
    fc.property(days, minutes, minutes, zones, (day, a, b, zone) => {
      const first = instantOf(day, Math.min(a, b), zone);
      expect(first <= instantOf(day, Math.max(a, b), zone)).toBe(true);
    }),
  );
});
