/** Takes the derived rows of some customers away, before they are written again. */
import type { Writer } from '../session.ts';
import { command, text } from '../statement.ts';

const params = { customerIds: text };

// The index is named: with the statistics of one import SQLite would rather read the tables
// through.
const DELETES = [
  command({
    name: 'derived.delete_items',
    params,
    sql: `DELETE FROM derived_item INDEXED BY derived_item_customer
WHERE customer_id IN (SELECT value FROM json_each(@customerIds))`,
  }),
  command({
    name: 'derived.delete_payments',
    params,
    sql: `DELETE FROM derived_payment INDEXED BY derived_payment_customer
WHERE customer_id IN (SELECT value FROM json_each(@customerIds))`,
  }),
  command({
    name: 'derived.delete_allocations',
    params,
    sql: `DELETE FROM derived_allocation INDEXED BY derived_allocation_customer
WHERE customer_id IN (SELECT value FROM json_each(@customerIds))`,
  }),
  command({
    name: 'derived.delete_open_items',
    params,
    sql: `DELETE FROM derived_open_item INDEXED BY derived_open_customer
WHERE customer_id IN (SELECT value FROM json_each(@customerIds))`,
  }),
  command({
    name: 'derived.delete_coming',
    params,
    sql: `DELETE FROM derived_coming
WHERE customer_id IN (SELECT value FROM json_each(@customerIds))`,
  }),
  command({
    name: 'derived.delete_questions',
    params,
    sql: `DELETE FROM derived_question
WHERE customer_id IN (SELECT value FROM json_each(@customerIds))`,
  }),
] as const;

/** Deletes every derived row of these customers but their own row, which is replaced. */
export function deleteDerivedRows(writer: Writer, customerIds: readonly number[]): void {
  const wanted = JSON.stringify(customerIds);
  for (const statement of DELETES) writer.run(statement, { customerIds: wanted });
}
