/** What was said with customers: calls, letters, visits, with the items they were about. */
import { eq } from 'drizzle-orm';
import { contactLog, contactLogItem, contactLogUndone } from '../schema/people.ts';
import type { Reader, Writer } from '../session.ts';

export type ContactLogRow = typeof contactLog.$inferSelect;
export type NewContactLog = Omit<ContactLogRow, 'contactLogId' | 'entryId'> & {
  readonly receivableIds: readonly number[];
};

/** Appends an exchange and gives its id. */
export function appendContactLog(writer: Writer, entryId: number, log: NewContactLog): number {
  const { receivableIds, ...row } = log;
  const made = writer.orm
    .insert(contactLog)
    .values({ ...row, entryId })
    .run();
  const contactLogId = Number(made.lastInsertRowid);
  for (const receivableId of new Set(receivableIds)) {
    writer.orm.insert(contactLogItem).values({ contactLogId, receivableId }).run();
  }
  writer.touch(['calls'], [log.customerId]);
  return contactLogId;
}

/** An exchange, undone or not; null when unknown. */
export function loadContactLog(
  reader: Reader,
  contactLogId: number,
): (ContactLogRow & { readonly isUndone: boolean }) | null {
  const [row] = reader.orm
    .select({ log: contactLog, undoneBy: contactLogUndone.entryId })
    .from(contactLog)
    .leftJoin(contactLogUndone, eq(contactLogUndone.contactLogId, contactLog.contactLogId))
    .where(eq(contactLog.contactLogId, contactLogId))
    .all();
  return row === undefined ? null : { ...row.log, isUndone: row.undoneBy !== null };
}

/** Takes an exchange back: it stays in the journal and stands nowhere else. */
export function undoContactLog(writer: Writer, entryId: number, contactLogId: number): void {
  writer.orm.insert(contactLogUndone).values({ contactLogId, entryId }).run();
  const log = loadContactLog(writer, contactLogId);
  writer.touch(['calls'], log === null ? [] : [log.customerId]);
}
