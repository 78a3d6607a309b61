/** A clock for tests: it stands still until it is moved. */
import type { Clock } from '../../src/main/ports/clock.ts';
import { type CalendarDate, calendarDate } from '../../src/shared/kernel/calendar-date.ts';
import { type Instant, instant } from '../../src/shared/kernel/instant.ts';

/**
 * A clock that stays on its day until it is moved; each reading of the moment is a second later.
 */
export class TestClock implements Clock {
  day: CalendarDate;
  #seconds = 0;

  constructor(day = '2026-11-23') {
    this.day = calendarDate(day);
  }

  today(): CalendarDate {
    return this.day;
  }

  now(): Instant {
    this.#seconds += 1;
    const hours = String(8 + Math.floor(this.#seconds / 3600)).padStart(2, '0');
    const minutes = String(Math.floor(this.#seconds / 60) % 60).padStart(2, '0');
    const seconds = String(this.#seconds % 60).padStart(2, '0');
    return instant(`${this.day}T${hours}:${minutes}:${seconds}.000Z`);
  }
}
