/** Why customers pay late, as it was said: appended, and taken back by the entry that said it. */
import { eq } from 'drizzle-orm';
import { delayCause, delayCauseUndone } from '../schema/payers.ts';
import type { Reader, Writer } from '../session.ts';

export type NewDelayCause = Omit<typeof delayCause.$inferSelect, 'delayCauseId' | 'entryId'>;

/** Appends what is said of an item, or of the customer as a whole, and gives its id. */
export function appendDelayCause(writer: Writer, entryId: number, said: NewDelayCause): number {
  const made = writer.orm
    .insert(delayCause)
    .values({ ...said, entryId })
    .run();
  writer.touch(['calls'], [said.customerId]);
  return Number(made.lastInsertRowid);
}

/** What was said, with whether it was taken back; null when unknown. */
export function loadDelayCause(reader: Reader, delayCauseId: number) {
  const [row] = reader.orm
    .select({ said: delayCause, undoneBy: delayCauseUndone.entryId })
    .from(delayCause)
    .leftJoin(delayCauseUndone, eq(delayCauseUndone.causeEntryId, delayCause.entryId))
    .where(eq(delayCause.delayCauseId, delayCauseId))
    .all();
  return row === undefined ? null : { ...row.said, isUndone: row.undoneBy !== null };
}

/** Takes back everything that an entry said of causes; nothing where it said nothing. */
export function undoDelayCauses(writer: Writer, entryId: number, causeEntryId: number): void {
  const said = writer.orm
    .select({ customerId: delayCause.customerId })
    .from(delayCause)
    .where(eq(delayCause.entryId, causeEntryId))
    .all();
  if (said.length === 0) return;
  writer.orm.insert(delayCauseUndone).values({ causeEntryId, entryId }).run();
  writer.touch(['calls'], [...new Set(said.map(({ customerId }) => customerId))]);
}
