/** Takes the derived rows of some customers away, before they are written again. */
import type { Writer } from '../session.ts';
import { command, query, text } from '../statement.ts';

const params = { customerIds: text };

// `derived_month` is clustered by month: it is reached month by month, never scanned.
const MONTHS = query({
  name: 'derived.months',
  row: { months: text },
  sql: `
WITH RECURSIVE seen (month) AS (
  SELECT min(month) FROM derived_month
  UNION ALL
  SELECT (SELECT min(month) FROM derived_month WHERE month > seen.month) FROM seen
  WHERE seen.month IS NOT NULL
)
SELECT json_group_array(month) AS months FROM seen WHERE month IS NOT NULL`,
});

const DELETE_MONTHS = command({
  name: 'derived.delete_months',
  params: { customerIds: text, months: text },
  sql: `
DELETE FROM derived_month WHERE month IN (SELECT value FROM json_each(@months))
  AND customer_id IN (SELECT value FROM json_each(@customerIds))`,
});

const DELETES = [
  command({
    name: 'derived.delete_items',
    params,
    sql: `DELETE FROM derived_item
WHERE customer_id IN (SELECT value FROM json_each(@customerIds))`,
  }),
  command({
    name: 'derived.delete_payments',
    params,
    sql: `DELETE FROM derived_payment
WHERE customer_id IN (SELECT value FROM json_each(@customerIds))`,
  }),
  command({
    name: 'derived.delete_allocations',
    params,
    sql: `DELETE FROM derived_allocation
WHERE customer_id IN (SELECT value FROM json_each(@customerIds))`,
  }),
  command({
    name: 'derived.delete_open_items',
    params,
    sql: `DELETE FROM derived_open_item
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
  const months = writer.one(MONTHS)?.months ?? '[]';
  writer.run(DELETE_MONTHS, { customerIds: wanted, months });
}
