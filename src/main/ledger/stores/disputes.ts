/** Disputes: what a customer contests, on which part of which items, and how it ended. */
import { eq } from 'drizzle-orm';
import type { DisputeOutcome } from '../../../shared/domain/dispute/dispute.ts';
import { dispute, disputeClosed, disputeItem, disputeReopened } from '../schema/people.ts';
import type { Reader, Writer } from '../session.ts';
import { day, int, query, word } from '../statement.ts';

export type DisputeRow = typeof dispute.$inferSelect;
export type NewDispute = Omit<DisputeRow, 'disputeId' | 'entryId'> & {
  readonly items: readonly { readonly receivableId: number; readonly amountCents: number }[];
};
export type DisputeEnd = Omit<typeof disputeClosed.$inferSelect, 'entryId'>;

/** Appends a dispute and gives its id. */
export function appendDispute(writer: Writer, entryId: number, made: NewDispute): number {
  const { items, ...row } = made;
  const inserted = writer.orm
    .insert(dispute)
    .values({ ...row, entryId })
    .run();
  const disputeId = Number(inserted.lastInsertRowid);
  for (const item of items) {
    writer.orm
      .insert(disputeItem)
      .values({ ...item, disputeId })
      .run();
  }
  writer.touch(['disputes'], [made.customerId]);
  return disputeId;
}

/** How a dispute ended, where the end was not taken back. */
const END = query({
  name: 'dispute.end',
  params: { disputeId: int },
  row: { outcome: word<DisputeOutcome>(), closedEntryId: int, closedOn: day },
  sql: `
SELECT outcome, entry_id AS closedEntryId, closed_on AS closedOn
FROM dispute_end WHERE dispute_id = @disputeId`,
});

const NO_END = { outcome: null, closedEntryId: null, closedOn: null };

/** A dispute with its items, and its end if it is closed; null when unknown. */
export function loadDispute(reader: Reader, disputeId: number) {
  const [row] = reader.orm.select().from(dispute).where(eq(dispute.disputeId, disputeId)).all();
  if (row === undefined) return null;
  const items = reader.orm
    .select()
    .from(disputeItem)
    .where(eq(disputeItem.disputeId, disputeId))
    .all();
  return { ...row, items, ...(reader.one(END, { disputeId }) ?? NO_END) };
}

/** Ends a dispute. */
export function closeDispute(writer: Writer, entryId: number, end: DisputeEnd): void {
  writer.orm
    .insert(disputeClosed)
    .values({ ...end, entryId })
    .run();
  const closed = loadDispute(writer, end.disputeId);
  writer.touch(['disputes'], closed === null ? [] : [closed.customerId]);
}

/** Takes the end of a dispute back: it is open again, as it was. */
export function reopenDispute(
  writer: Writer,
  entryId: number,
  reopened: { readonly disputeId: number; readonly closedEntryId: number },
): void {
  writer.orm
    .insert(disputeReopened)
    .values({ ...reopened, entryId })
    .run();
  const open = loadDispute(writer, reopened.disputeId);
  writer.touch(['disputes', 'levels'], open === null ? [] : [open.customerId]);
}
