/** What collecting took: hours, cost and complaints as typed; messages and moments as recorded. */
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader, Writer } from '../session.ts';
import { amount, command, day, int, moment, nullable, query } from '../statement.ts';

const TYPED = query({
  name: 'efforts.typed',
  row: {
    month: day,
    minutes: nullable(int),
    costCents: nullable(amount),
    complaintCount: nullable(int),
  },
  sql: `
SELECT month_date AS month, minutes, cost_cents AS costCents, complaint_count AS complaintCount
FROM effort AS e
WHERE entry_id = (SELECT max(entry_id) FROM effort WHERE month_date = e.month_date)
ORDER BY month_date`,
});

const RECORD = command({
  name: 'efforts.record',
  params: {
    month: day,
    entryId: int,
    minutes: nullable(int),
    costCents: nullable(amount),
    complaintCount: nullable(int),
  },
  sql: `
INSERT INTO effort (month_date, entry_id, minutes, cost_cents, complaint_count)
VALUES (@month, @entryId, @minutes, @costCents, @complaintCount)`,
});

const MESSAGES = query({
  name: 'efforts.messages',
  params: { since: day },
  row: { day, messageCount: int },
  sql: `
SELECT day, count(*) AS messageCount FROM notice_event
WHERE status IN ('sent', 'posted') AND day >= @since GROUP BY day`,
});

// What a person did, one after the other; imports and what the program does by itself are no work.
const MOMENTS = query({
  name: 'efforts.moments',
  params: { since: day },
  row: { day, at: moment },
  sql: `
SELECT day, recorded_at AS at FROM entry
WHERE day >= @since AND actor = 'user' AND command_id IS NOT NULL ORDER BY entry_id`,
});

/** Of one month; null for what nobody typed. */
export interface TypedEffort {
  /** First day of the month. */
  readonly month: CalendarDate;
  readonly minutes: number | null;
  readonly costCents: number | null;
  readonly complaintCount: number | null;
}

/** Efforts as they stand, oldest month first. */
export function loadEfforts(reader: Reader): readonly TypedEffort[] {
  return reader.all(TYPED);
}

/** Puts what a month took in the place of what was typed before. */
export function recordEffort(writer: Writer, entryId: number, effort: TypedEffort): void {
  const { month, minutes, costCents, complaintCount } = effort;
  writer.run(RECORD, { month, entryId, minutes, costCents, complaintCount });
  writer.touch(['figures']);
}

/** Messages that left, by day. */
export function readMessagesByDay(reader: Reader, since: CalendarDate) {
  return reader.all(MESSAGES, { since });
}

/** The moments at which a person recorded something, in order. */
export function readWorkMoments(reader: Reader, since: CalendarDate) {
  return reader.all(MOMENTS, { since });
}
