/**
 * Promises to pay. What becomes of one is computed from the money; only its end by hand is a fact.
 */
import { eq } from 'drizzle-orm';
import { promise, promiseClosed, promiseItem } from '../schema/people.ts';
import type { Reader, Writer } from '../session.ts';

export type PromiseRow = typeof promise.$inferSelect;
export type NewPromise = Omit<PromiseRow, 'promiseId' | 'entryId'> & {
  readonly items: readonly { readonly receivableId: number; readonly amountCents: number }[];
};
export type PromiseEnd = 'cancelled' | 'replaced' | 'undone';

/** Appends a promise with the part of each item it covers, and gives its id. */
export function appendPromise(writer: Writer, entryId: number, made: NewPromise): number {
  const { items, ...row } = made;
  const inserted = writer.orm
    .insert(promise)
    .values({ ...row, entryId })
    .run();
  const promiseId = Number(inserted.lastInsertRowid);
  for (const item of items) {
    writer.orm
      .insert(promiseItem)
      .values({ ...item, promiseId })
      .run();
  }
  writer.touch(['promises'], [made.customerId]);
  return promiseId;
}

/** A promise with how a person ended it, if so; null when unknown. */
export function loadPromise(
  reader: Reader,
  promiseId: number,
): (PromiseRow & { readonly closedReason: PromiseEnd | null }) | null {
  const [row] = reader.orm
    .select({ promise, closedReason: promiseClosed.reason })
    .from(promise)
    .leftJoin(promiseClosed, eq(promiseClosed.promiseId, promise.promiseId))
    .where(eq(promise.promiseId, promiseId))
    .all();
  return row === undefined ? null : { ...row.promise, closedReason: row.closedReason };
}

/** The promises made in one entry (a call logs its promise in its own). */
export function loadPromisesOfEntry(reader: Reader, entryId: number): PromiseRow[] {
  return reader.orm.select().from(promise).where(eq(promise.entryId, entryId)).all();
}

/** Ends a promise by hand. */
export function closePromise(
  writer: Writer,
  entryId: number,
  end: { readonly promiseId: number; readonly reason: PromiseEnd },
): void {
  writer.orm
    .insert(promiseClosed)
    .values({ ...end, entryId })
    .run();
  const closed = loadPromise(writer, end.promiseId);
  writer.touch(['promises'], closed === null ? [] : [closed.customerId]);
}
