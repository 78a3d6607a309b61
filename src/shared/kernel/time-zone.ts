/**
 * The one place where moments become days, and times of day become moments.
 *
 * The zone is the company's setting, an IANA name (`Europe/Paris`). Its rules come from `Intl`, so
 * that the summer-time tables are those of the runtime and nothing is kept here.
 */
import type { CalendarDate } from './calendar-date.ts';
import { addDays, calendarDate, dayNumberOf } from './calendar-date.ts';
import type { Instant } from './instant.ts';
import { instant } from './instant.ts';

export type TimeZone = string;

const MINUTE_MS = 60_000;
const DAY_MS = 86_400_000;

// Making a formatter costs a hundred times more than using it.
const clocks = new Map<TimeZone, Intl.DateTimeFormat>();

/** True when the runtime knows this zone. */
export function isTimeZone(zone: TimeZone): boolean {
  try {
    clockOf(zone);
    return true;
  } catch {
    return false;
  }
}

/** The day that the wall calendar of the zone shows at this moment. */
export function dayOf(moment: Instant, zone: TimeZone): CalendarDate {
  return wallAt(Date.parse(moment), zone).day;
}

/** Minutes since midnight, 0 to 1439, on the wall clock of the zone at this moment. */
export function minuteOfDayOf(moment: Instant, zone: TimeZone): number {
  return wallAt(Date.parse(moment), zone).minuteOfDay;
}

/**
 * The moment at which the wall clock of the zone shows this minute (0 to 1439) of this day.
 *
 * A time that exists twice, the night summer time ends, is taken the first time. One that does not
 * exist, the night it begins, is taken at the next minute that does: 02:30 on 29/03/2026 in Paris
 * is 03:00.
 */
export function instantOf(day: CalendarDate, minuteOfDay: number, zone: TimeZone): Instant {
  if (!Number.isInteger(minuteOfDay) || minuteOfDay < 0 || minuteOfDay > 1439) {
    throw new RangeError(`Not a minute of a day: ${minuteOfDay}`);
  }
  const asIfUtc = dayNumberOf(day) * DAY_MS + minuteOfDay * MINUTE_MS;
  const early = asIfUtc - offsetAt(asIfUtc - DAY_MS, zone);
  const late = asIfUtc - offsetAt(asIfUtc + DAY_MS, zone);
  const exact = [Math.min(early, late), Math.max(early, late)].find(
    (moment) => wallTimeAt(moment, zone) === asIfUtc,
  );
  return write(exact ?? endOfGap(late, early, zone));
}

/** The first minute of the day in the zone: midnight, or later where that night has no midnight. */
export function startOfDay(day: CalendarDate, zone: TimeZone): Instant {
  return instantOf(day, 0, zone);
}

/** The first minute of the day after. */
export function endOfDay(day: CalendarDate, zone: TimeZone): Instant {
  return startOfDay(addDays(day, 1), zone);
}

// Between the two moments the clock jumps once; the jump is found by halving.
function endOfGap(before: number, after: number, zone: TimeZone): number {
  let low = before;
  let high = after;
  const offsetBefore = offsetAt(low, zone);
  while (high - low > MINUTE_MS) {
    const middle = low + Math.floor((high - low) / 2 / MINUTE_MS) * MINUTE_MS;
    if (offsetAt(middle, zone) === offsetBefore) low = middle;
    else high = middle;
  }
  return high;
}

function offsetAt(epochMs: number, zone: TimeZone): number {
  return wallTimeAt(epochMs, zone) - Math.floor(epochMs / MINUTE_MS) * MINUTE_MS;
}

function wallTimeAt(epochMs: number, zone: TimeZone): number {
  const wall = wallAt(epochMs, zone);
  return dayNumberOf(wall.day) * DAY_MS + wall.minuteOfDay * MINUTE_MS;
}

function wallAt(epochMs: number, zone: TimeZone): { day: CalendarDate; minuteOfDay: number } {
  const part: Partial<Record<Intl.DateTimeFormatPartTypes, string>> = {};
  for (const { type, value } of clockOf(zone).formatToParts(epochMs)) part[type] = value;
  return {
    day: calendarDate(`${part.year?.padStart(4, '0')}-${part.month}-${part.day}`),
    minuteOfDay: Number.parseInt(`${part.hour}`, 10) * 60 + Number.parseInt(`${part.minute}`, 10),
  };
}

function clockOf(zone: TimeZone): Intl.DateTimeFormat {
  let clock = clocks.get(zone);
  if (clock === undefined) {
    clock = new Intl.DateTimeFormat('en-GB', {
      timeZone: zone,
      calendar: 'gregory',
      numberingSystem: 'latn',
      hourCycle: 'h23',
      year: 'numeric',
      month: '2-digit',
      day: '2-digit',
      hour: '2-digit',
      minute: '2-digit',
    });
    clocks.set(zone, clock);
  }
  return clock;
}

function write(epochMs: number): Instant {
  return instant(new Date(epochMs).toISOString());
}
