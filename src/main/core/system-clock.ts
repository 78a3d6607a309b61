/**
 * The clock of the machine, and the one that `--today` puts in its place.
 *
 * A frozen clock stays on its day while the time of day runs as usual, so that whatever is sorted
 * by the moment it was recorded stays in order. At midnight it starts the same day again.
 */
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import { instant } from '../../shared/kernel/instant.ts';
import type { TimeZone } from '../../shared/kernel/time-zone.ts';
import { dayOf, instantOf, minuteOfDayOf } from '../../shared/kernel/time-zone.ts';
import type { Clock } from '../ports/clock.ts';

const MINUTE_MS = 60_000;

/** The zone this machine is set to. */
export function systemZone(): TimeZone {
  return Intl.DateTimeFormat().resolvedOptions().timeZone;
}

/** The real time in a zone (default the machine's). */
export function systemClock(zone: TimeZone = systemZone()): Clock {
  return {
    now: () => instant(new Date().toISOString()),
    today: () => dayOf(instant(new Date().toISOString()), zone),
  };
}

/** A clock that stays on `day`, at the time of day of `clock`. */
export function frozenClock(
  day: CalendarDate,
  clock: Clock = systemClock(),
  zone: TimeZone = systemZone(),
): Clock {
  return {
    today: () => day,
    now(): Instant {
      const real = clock.now();
      const seconds = Date.parse(real) % MINUTE_MS;
      const minute = Date.parse(instantOf(day, minuteOfDayOf(real, zone), zone));
      return instant(new Date(minute + seconds).toISOString());
    },
  };
}
