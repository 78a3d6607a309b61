/**
 * The clock of a simulated company: days that begin early in the morning, and time that passes when
 * the simulation says so. Each reading of the moment is a second later, as work takes time.
 */

import type { Instant } from '../../src/shared/kernel/instant.ts';
import { instant } from '../../src/shared/kernel/instant.ts';
import { TestClock } from '../support/test-clock.ts';

/** Seconds since midnight UTC at which a day begins: before the hours of sending, in every season. */
const MORNING = 5 * 3600 + 30 * 60;
const LAST_SECOND = 21 * 3600;

export class DayClock extends TestClock {
  #day = '';
  #seconds = MORNING;

  override now(): Instant {
    this.#turnPage();
    this.#seconds = Math.min(this.#seconds + 1, LAST_SECOND);
    return this.#moment();
  }

  /** Lets time pass, never beyond the evening of the day. */
  pass(minutes: number): void {
    this.#turnPage();
    this.#seconds = Math.min(this.#seconds + minutes * 60, LAST_SECOND);
  }

  /** Lets time pass up to an hour of the day, UTC; without effect once it is past. */
  passTo(hour: number): void {
    this.#turnPage();
    this.#seconds = Math.max(this.#seconds, hour * 3600);
  }

  /** Minutes since midnight UTC, without a second passing. */
  get minute(): number {
    this.#turnPage();
    return Math.floor(this.#seconds / 60);
  }

  #turnPage(): void {
    if (this.#day === this.day) return;
    this.#day = this.day;
    this.#seconds = MORNING;
  }

  #moment(): Instant {
    const two = (value: number) => String(Math.floor(value)).padStart(2, '0');
    const s = this.#seconds;
    return instant(`${this.day}T${two(s / 3600)}:${two((s / 60) % 60)}:${two(s % 60)}.000Z`);
  }
}
