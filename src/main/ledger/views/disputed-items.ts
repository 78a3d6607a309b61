/** Items under a dispute, open or closed, with what moved them since. */
import type { AccountRole } from '../../../shared/domain/statement/account-role.ts';
import type { Reader } from '../session.ts';
import { amount, day, int, nullable, query, text, word } from '../statement.ts';
import { readItemMovements } from './item-movements.ts';

const DISPUTED = query({
  name: 'disputed_items',
  row: {
    customerId: int,
    receivableId: int,
    disputedCents: amount,
    openedOn: day,
    closedOn: nullable(day),
    amountCents: amount,
    dueDate: nullable(day),
    role: word<AccountRole>(),
    currency: text,
  },
  sql: `
SELECT d.customer_id AS customerId, i.receivable_id AS receivableId,
  i.amount_cents AS disputedCents, d.opened_on AS openedOn, c.closed_on AS closedOn,
  item.amount_cents AS amountCents, item.due_date AS dueDate, item.role, item.currency
FROM dispute AS d JOIN dispute_item AS i USING (dispute_id)
LEFT JOIN dispute_end AS c USING (dispute_id)
CROSS JOIN derived_item AS item ON item.receivable_id = i.receivable_id
WHERE c.outcome IS NULL OR c.outcome <> 'undone'`,
});

/** Every one of them but those taken back. */
export function readDisputedItems(reader: Reader) {
  const rows = reader.all(DISPUTED);
  const ids = [...new Set(rows.map(({ receivableId }) => receivableId))];
  const moves = Map.groupBy(readItemMovements(reader, ids), ({ receivableId }) => receivableId);
  return rows.map((row) => ({ ...row, moves: moves.get(row.receivableId) ?? [] }));
}
