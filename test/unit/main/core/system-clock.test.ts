import { describe, expect, test } from 'vitest';
import { frozenClock, systemClock } from '../../../../src/main/core/system-clock.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { instant } from '../../../../src/shared/kernel/instant.ts';
import { dayOf } from '../../../../src/shared/kernel/time-zone.ts';

const day = calendarDate('2026-11-23');
const at = (text: string) => ({
  now: () => instant(text),
  today: () => calendarDate('2027-01-01'),
});

describe('a frozen clock', () => {
  // Paris is one hour ahead of UTC in winter, two in summer.
  const cases = [
    ['2027-01-01T08:05:07.123Z', '2026-11-23T08:05:07.123Z'],
    ['2027-07-01T08:05:07.123Z', '2026-11-23T09:05:07.123Z'],
    ['2027-01-01T22:59:59.999Z', '2026-11-23T22:59:59.999Z'],
    ['2026-12-31T23:00:00.000Z', '2026-11-22T23:00:00.000Z'],
  ];
  test.each(cases)('at %s stays on its day, at the same time of day: %s', (real, frozen) => {
    const clock = frozenClock(day, at(real ?? ''), 'Europe/Paris');
    expect(clock.today()).toBe(day);
    expect(clock.now()).toBe(frozen);
    expect(dayOf(clock.now(), 'Europe/Paris')).toBe(day);
  });
});

test('the machine’s clock gives the day of its moment, in the zone', () => {
  const clock = systemClock('Pacific/Kiritimati');
  expect(clock.today()).toBe(dayOf(clock.now(), 'Pacific/Kiritimati'));
  expect(clock.now()).toMatch(/^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\.\d{3}Z$/);
});
