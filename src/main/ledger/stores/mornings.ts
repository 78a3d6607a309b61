/** The ten of a morning, frozen so that the list is stable during the day, and who is done. */
import { and, asc, eq } from 'drizzle-orm';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { doneToday, morning } from '../schema/people.ts';
import type { Reader, Writer } from '../session.ts';

export interface MorningRow {
  readonly rank: number;
  readonly customerId: number;
  /** What the row said when it was made. */
  readonly row: unknown;
}

/** The frozen list of a day, by rank; empty when it was not made. */
export function loadMorning(reader: Reader, day: CalendarDate): MorningRow[] {
  const rows = reader.orm
    .select()
    .from(morning)
    .where(eq(morning.day, day))
    .orderBy(asc(morning.rank))
    .all();
  return rows.map(({ rank, customerId, row }) => ({
    rank,
    customerId,
    row: JSON.parse(row) as unknown,
  }));
}

/** Freezes the list of a day, in place of the one that was made on older figures. */
export function replaceMorning(
  writer: Writer,
  day: CalendarDate,
  rows: readonly MorningRow[],
): void {
  writer.orm.delete(morning).where(eq(morning.day, day)).run();
  for (const { rank, customerId, row } of rows) {
    writer.orm
      .insert(morning)
      .values({ day, rank, customerId, row: JSON.stringify(row) })
      .run();
  }
}

/** Says that a customer is done for the day, or takes it back. */
export function recordDoneToday(
  writer: Writer,
  entryId: number,
  said: { readonly customerId: number; readonly day: CalendarDate; readonly isDone: boolean },
): void {
  writer.orm
    .insert(doneToday)
    .values({ ...said, entryId })
    .run();
  writer.touch(['priorities'], [said.customerId]);
}

/** The customers done on a day. */
export function loadDoneToday(reader: Reader, day: CalendarDate): ReadonlySet<number> {
  const done = new Set<number>();
  const rows = reader.orm
    .select()
    .from(doneToday)
    .where(and(eq(doneToday.day, day)))
    .orderBy(asc(doneToday.entryId))
    .all();
  for (const { customerId, isDone } of rows) {
    if (isDone) done.add(customerId);
    else done.delete(customerId);
  }
  return done;
}
