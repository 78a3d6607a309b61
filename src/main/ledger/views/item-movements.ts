/** What moved each of some items, for the late-payment interest on what was left of them. */
import type { SettlementNature } from '../../../shared/domain/interpretation/interpretation.ts';
import type { Reader } from '../session.ts';
import { amount, day, int, query, text, word } from '../statement.ts';

const MOVEMENTS = query({
  name: 'item_movements',
  params: { receivableIds: text },
  row: { receivableId: int, on: day, amountCents: amount, nature: word<SettlementNature>() },
  sql: `
SELECT i.receivable_id AS receivableId, a.effective_date AS "on", a.amount_cents AS amountCents,
  a.nature
FROM json_each(@receivableIds) AS wanted
CROSS JOIN derived_item AS i ON i.receivable_id = wanted.value
CROSS JOIN derived_allocation AS a ON a.customer_id = i.customer_id
  AND a.receivable_id = i.receivable_id
ORDER BY a.effective_date`,
});

/** Allocations of the items, oldest first. */
export function readItemMovements(reader: Reader, receivableIds: readonly number[]) {
  return reader.all(MOVEMENTS, { receivableIds: JSON.stringify(receivableIds) });
}
