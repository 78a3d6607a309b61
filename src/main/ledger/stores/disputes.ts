/** Disputes: what a customer contests, on which part of which items, and how it ended. */
import { eq } from 'drizzle-orm';
import { dispute, disputeClosed, disputeItem } from '../schema/people.ts';
import type { Reader, Writer } from '../session.ts';

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

/** A dispute with its outcome, if it is closed; null when unknown. */
export function loadDispute(
  reader: Reader,
  disputeId: number,
): (DisputeRow & { readonly outcome: DisputeEnd['outcome'] | null }) | null {
  const [row] = reader.orm
    .select({ dispute, outcome: disputeClosed.outcome })
    .from(dispute)
    .leftJoin(disputeClosed, eq(disputeClosed.disputeId, dispute.disputeId))
    .where(eq(dispute.disputeId, disputeId))
    .all();
  return row === undefined ? null : { ...row.dispute, outcome: row.outcome };
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
