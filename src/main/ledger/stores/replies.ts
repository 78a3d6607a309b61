/** What comes back from customers: answers, out-of-office notes, bounces; addresses that refuse. */
import { eq } from 'drizzle-orm';
import { addressMark, reply, replyRead } from '../schema/dunning.ts';
import type { Reader, Writer } from '../session.ts';

type ReplyRow = typeof reply.$inferSelect;
type AddressMark = typeof addressMark.$inferSelect;

/** Appends what came back and gives its id. */
export function appendReply(
  writer: Writer,
  entryId: number,
  made: Omit<ReplyRow, 'replyId' | 'entryId'>,
): number {
  const inserted = writer.orm
    .insert(reply)
    .values({ ...made, entryId })
    .run();
  writer.touch(['replies'], [made.customerId]);
  return Number(inserted.lastInsertRowid);
}

/** A reply and whether somebody read it; null when unknown. */
export function loadReply(
  reader: Reader,
  replyId: number,
): (ReplyRow & { readonly isRead: boolean }) | null {
  const row = reader.orm.select().from(reply).where(eq(reply.replyId, replyId)).get();
  const read = reader.orm.select().from(replyRead).where(eq(replyRead.replyId, replyId)).get();
  return row === undefined ? null : { ...row, isRead: read !== undefined };
}

/** Notes that a reply was read: the next step may go on. */
export function recordReplyRead(writer: Writer, entryId: number, of: ReplyRow): void {
  writer.orm.insert(replyRead).values({ replyId: of.replyId, entryId }).run();
  writer.touch(['replies'], [of.customerId]);
}

/** Marks an address as refusing, or as good again. */
export function recordAddressMark(
  writer: Writer,
  entryId: number,
  made: Omit<AddressMark, 'entryId'>,
): void {
  writer.orm
    .insert(addressMark)
    .values({ ...made, address: made.address.trim().toLowerCase(), entryId })
    .run();
  writer.touch(['addresses']);
}
