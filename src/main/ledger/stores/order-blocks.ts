/** Blocks of orders asked of the sales office, each followed until it is released. */
import { eq } from 'drizzle-orm';
import { orderBlock, orderBlockItem, orderBlockReleased } from '../schema/dunning.ts';
import type { Reader, Writer } from '../session.ts';

export type OrderBlockRow = typeof orderBlock.$inferSelect;
export type ReleaseReason = (typeof orderBlockReleased.$inferSelect)['reason'];
export type NewOrderBlock = Omit<OrderBlockRow, 'orderBlockId' | 'entryId'> & {
  readonly items: readonly { readonly receivableId: number; readonly amountCents: number }[];
};

/** Appends a block and gives its id. */
export function appendOrderBlock(writer: Writer, entryId: number, made: NewOrderBlock): number {
  const { items, ...row } = made;
  const inserted = writer.orm
    .insert(orderBlock)
    .values({ ...row, entryId })
    .run();
  const orderBlockId = Number(inserted.lastInsertRowid);
  for (const { receivableId, amountCents } of items) {
    writer.orm.insert(orderBlockItem).values({ orderBlockId, receivableId, amountCents }).run();
  }
  writer.touch(['order_blocks'], [made.customerId]);
  return orderBlockId;
}

/** A block, released or not; null when unknown. */
export function loadOrderBlock(
  reader: Reader,
  orderBlockId: number,
): (OrderBlockRow & { readonly isReleased: boolean }) | null {
  const [row] = reader.orm
    .select({ block: orderBlock, releasedBy: orderBlockReleased.entryId })
    .from(orderBlock)
    .leftJoin(orderBlockReleased, eq(orderBlockReleased.orderBlockId, orderBlock.orderBlockId))
    .where(eq(orderBlock.orderBlockId, orderBlockId))
    .all();
  return row === undefined ? null : { ...row.block, isReleased: row.releasedBy !== null };
}

/** Ends a block: paid, decided otherwise, or asked by mistake. */
export function releaseOrderBlock(
  writer: Writer,
  entryId: number,
  made: { readonly orderBlockId: number; readonly reason: ReleaseReason },
): void {
  const day = writer.clock.today();
  writer.orm
    .insert(orderBlockReleased)
    .values({ ...made, day, entryId })
    .run();
  const block = loadOrderBlock(writer, made.orderBlockId);
  writer.touch(['order_blocks'], block === null ? [] : [block.customerId]);
}
