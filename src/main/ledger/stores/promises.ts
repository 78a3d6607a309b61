/**
 * Promises to pay. What becomes of one is computed from the money; only its end by hand is a fact.
 */
import { eq } from 'drizzle-orm';
import { promise, promiseClosed, promiseItem, promiseReopened } from '../schema/people.ts';
import type { Reader, Writer } from '../session.ts';
import { day, int, query, word } from '../statement.ts';

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

/** How a person ended a promise, where the end was not taken back. */
const END = query({
  name: 'promise.end',
  params: { promiseId: int },
  row: { closedReason: word<PromiseEnd>(), closedEntryId: int, closedOn: day },
  sql: `
SELECT reason AS closedReason, entry_id AS closedEntryId, day AS closedOn
FROM promise_end WHERE promise_id = @promiseId`,
});

const NO_END = { closedReason: null, closedEntryId: null, closedOn: null };

/** A promise with its end, if a person ended it; null when unknown. */
export function loadPromise(reader: Reader, promiseId: number) {
  const [row] = reader.orm.select().from(promise).where(eq(promise.promiseId, promiseId)).all();
  if (row === undefined) return null;
  return { ...row, ...(reader.one(END, { promiseId }) ?? NO_END) };
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

/** Takes the end of a promise back: it stands again, judged by the money as if nothing had been. */
export function reopenPromise(
  writer: Writer,
  entryId: number,
  reopened: { readonly promiseId: number; readonly closedEntryId: number },
): void {
  writer.orm
    .insert(promiseReopened)
    .values({ ...reopened, entryId })
    .run();
  const standing = loadPromise(writer, reopened.promiseId);
  writer.touch(['promises'], standing === null ? [] : [standing.customerId]);
}
