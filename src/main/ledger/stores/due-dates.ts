/** Due dates typed for an item; they win over every rule and survive every import. */
import { dueDateOverride } from '../schema/people.ts';
import type { Writer } from '../session.ts';

/**
 * Records a due date, or gives the rule's back (null). The customer must then be interpreted again
 * (`reinterpretCustomers`).
 */
export function recordDueDate(
  writer: Writer,
  entryId: number,
  typed: Omit<typeof dueDateOverride.$inferSelect, 'entryId'>,
): void {
  writer.orm
    .insert(dueDateOverride)
    .values({ ...typed, entryId })
    .run();
}
