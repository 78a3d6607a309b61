/** Notes on customers. */
import { note } from '../schema/people.ts';
import type { Writer } from '../session.ts';

export type NewNote = Omit<typeof note.$inferSelect, 'noteId' | 'entryId'>;

/** Appends a note and gives its id. */
export function appendNote(writer: Writer, entryId: number, made: NewNote): number {
  const inserted = writer.orm
    .insert(note)
    .values({ ...made, entryId })
    .run();
  writer.touch(['notes'], [made.customerId]);
  return Number(inserted.lastInsertRowid);
}
