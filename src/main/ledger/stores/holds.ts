/** Stops (arrêts des relances) on a customer or an item, each with the day to look at it again. */
import { eq } from 'drizzle-orm';
import { hold, holdEnded } from '../schema/people.ts';
import type { Reader, Writer } from '../session.ts';

export type HoldRow = typeof hold.$inferSelect;
export type NewHold = Omit<HoldRow, 'holdId' | 'entryId'>;

/** Appends a stop and gives its id; `receivableId` null stops the whole customer. */
export function appendHold(writer: Writer, entryId: number, made: NewHold): number {
  const inserted = writer.orm
    .insert(hold)
    .values({ ...made, entryId })
    .run();
  writer.touch(['holds'], [made.customerId]);
  return Number(inserted.lastInsertRowid);
}

/** A stop, ended or not; null when unknown. */
export function loadHold(
  reader: Reader,
  holdId: number,
): (HoldRow & { readonly isEnded: boolean }) | null {
  const [row] = reader.orm
    .select({ hold, endedBy: holdEnded.entryId })
    .from(hold)
    .leftJoin(holdEnded, eq(holdEnded.holdId, hold.holdId))
    .where(eq(hold.holdId, holdId))
    .all();
  return row === undefined ? null : { ...row.hold, isEnded: row.endedBy !== null };
}

/** Ends a stop before or after its day. */
export function endHold(writer: Writer, entryId: number, holdId: number): void {
  writer.orm.insert(holdEnded).values({ holdId, entryId }).run();
  const ended = loadHold(writer, holdId);
  writer.touch(['holds'], ended === null ? [] : [ended.customerId]);
}
