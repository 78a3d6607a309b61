/** Letters printed together, the numbers of the registered ones. */
import { asc, desc, eq } from 'drizzle-orm';
import { letterBatch, letterBatchNotice, registeredNumber } from '../schema/dunning.ts';
import type { Reader, Writer } from '../session.ts';

export type LetterBatchRow = typeof letterBatch.$inferSelect;
export type LetterBatchNoticeRow = typeof letterBatchNotice.$inferSelect;

/** Appends a printed batch and gives its number. */
export function appendLetterBatch(
  writer: Writer,
  entryId: number,
  made: Omit<LetterBatchRow, 'batchId' | 'entryId'> & {
    readonly letters: readonly Omit<LetterBatchNoticeRow, 'batchId'>[];
  },
): number {
  const { letters, ...row } = made;
  const batchId = Number(
    writer.orm
      .insert(letterBatch)
      .values({ ...row, entryId })
      .run().lastInsertRowid,
  );
  for (const letter of letters) {
    // A letter printed again belongs to its last batch.
    writer.orm
      .delete(letterBatchNotice)
      .where(eq(letterBatchNotice.noticeId, letter.noticeId))
      .run();
    writer.orm
      .insert(letterBatchNotice)
      .values({ ...letter, batchId })
      .run();
  }
  writer.touch(['notices']);
  return batchId;
}

/** Every batch, latest first. */
export function loadLetterBatches(reader: Reader): readonly LetterBatchRow[] {
  return reader.orm.select().from(letterBatch).orderBy(desc(letterBatch.batchId)).all();
}

/** One batch; null when unknown. */
export function loadLetterBatch(reader: Reader, batchId: number): LetterBatchRow | null {
  return (
    reader.orm.select().from(letterBatch).where(eq(letterBatch.batchId, batchId)).get() ?? null
  );
}

/** The letters of a batch, in the order of the sheets. */
export function loadBatchLetters(reader: Reader, batchId: number): readonly LetterBatchNoticeRow[] {
  return reader.orm
    .select()
    .from(letterBatchNotice)
    .where(eq(letterBatchNotice.batchId, batchId))
    .orderBy(asc(letterBatchNotice.position))
    .all();
}

/** Records the number of a registered letter; the last one typed counts. */
export function recordRegisteredNumber(
  writer: Writer,
  entryId: number,
  made: { readonly noticeId: number; readonly number: string },
): void {
  writer.orm
    .insert(registeredNumber)
    .values({ ...made, entryId })
    .run();
  writer.touch(['notices']);
}

/** The number of a registered letter; empty where none was typed. */
export function loadRegisteredNumber(reader: Reader, noticeId: number): string {
  const row = reader.orm
    .select({ number: registeredNumber.number })
    .from(registeredNumber)
    .where(eq(registeredNumber.noticeId, noticeId))
    .orderBy(desc(registeredNumber.entryId))
    .limit(1)
    .get();
  return row?.number ?? '';
}
