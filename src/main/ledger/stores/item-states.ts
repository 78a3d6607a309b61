/** States of items, appended; each ends, runs on or is taken back by a row of its own. */
import { eq } from 'drizzle-orm';
import { type ItemStateEvent, itemState, itemStateEvent } from '../schema/item-states.ts';
import type { Reader, Writer } from '../session.ts';
import { int, nullable, query, word } from '../statement.ts';

export type ItemStateRow = typeof itemState.$inferSelect;
export type NewItemState = Omit<ItemStateRow, 'itemStateId' | 'entryId'>;

/** Appends a state and gives its id: it takes the place of the one before. */
export function appendItemState(writer: Writer, entryId: number, made: NewItemState): number {
  const inserted = writer.orm
    .insert(itemState)
    .values({ ...made, entryId })
    .run();
  writer.touch(['items'], [made.customerId]);
  return Number(inserted.lastInsertRowid);
}

const LAST_EVENT = query({
  name: 'item_states.last_event',
  params: { itemStateId: int },
  row: { what: nullable(word<ItemStateEvent>()) },
  sql: `
SELECT what FROM item_state_event WHERE item_state_id = @itemStateId
ORDER BY entry_id DESC LIMIT 1`,
});

/** A state with the last word on it; null when unknown. */
export function loadItemState(
  reader: Reader,
  itemStateId: number,
): (ItemStateRow & { readonly lastEvent: ItemStateEvent | null }) | null {
  const [row] = reader.orm
    .select()
    .from(itemState)
    .where(eq(itemState.itemStateId, itemStateId))
    .all();
  if (row === undefined) return null;
  return { ...row, lastEvent: reader.one(LAST_EVENT, { itemStateId })?.what ?? null };
}

/** The last word on a state from now on. */
export function recordItemStateEvent(
  writer: Writer,
  entryId: number,
  event: {
    readonly itemStateId: number;
    readonly customerId: number;
    readonly what: ItemStateEvent;
    readonly reason: string;
  },
): void {
  const { customerId, ...row } = event;
  writer.orm
    .insert(itemStateEvent)
    .values({ ...row, entryId })
    .run();
  writer.touch(['items'], [customerId]);
}
