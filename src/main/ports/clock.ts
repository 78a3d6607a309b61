/** Time as the application knows it. Tests and `--today` put their own. */
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import type { Instant } from '../../shared/kernel/instant.ts';

export interface Clock {
  /** The moment now. */
  now(): Instant;
  /** The day now, in the company's time zone. */
  today(): CalendarDate;
}
