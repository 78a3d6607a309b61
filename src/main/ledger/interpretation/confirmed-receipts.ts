/** What people said of movements of the bank, as the interpretation of their customers reads it. */
import type { ConfirmedReceipt } from '../../../shared/domain/interpretation/interpretation.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import type { Reader } from '../session.ts';
import { amount, day, flag, int, nullable, query, text } from '../statement.ts';

const HAS_ANY = query({
  name: 'facts.has_receipts',
  row: { has: flag },
  sql: 'SELECT EXISTS (SELECT 1 FROM movement_share) AS has',
});

// Named plainly: a preview of an undo puts a table of its own before `import_undone`.
const RECEIPTS = query({
  name: 'facts.receipts',
  params: { customerIds: text },
  row: {
    customerId: int,
    movementId: int,
    importId: int,
    lineNumber: int,
    bookedOn: day,
    amountCents: amount,
    currency: text,
    label: text,
    reference: nullable(text),
    allocations: text,
  },
  sql: `
SELECT t.customer_id AS customerId, m.movement_id AS movementId, s.import_id AS importId,
  s.line_number AS lineNumber, m.booked_date AS bookedOn, t.amount_cents AS amountCents,
  m.currency, m.text AS label, m.end_to_end_id AS reference,
  (SELECT json_group_array(json_array(r.source_key, a.amount_cents))
    FROM movement_allocation AS a CROSS JOIN receivable AS r ON r.receivable_id = a.receivable_id
    WHERE a.decision_id = t.decision_id AND r.customer_id = t.customer_id) AS allocations
FROM json_each(@customerIds) AS wanted
CROSS JOIN movement_share AS t ON t.customer_id = wanted.value
CROSS JOIN movement_decision AS d ON d.decision_id = t.decision_id
CROSS JOIN bank_movement AS m ON m.movement_id = d.movement_id
CROSS JOIN stated_movement AS s ON s.movement_id = m.movement_id AND s.import_id = (
  SELECT min(import_id) FROM stated_movement WHERE movement_id = m.movement_id
  AND import_id NOT IN (SELECT import_id FROM import_undone))
WHERE t.decision_id = (SELECT max(decision_id) FROM movement_decision
  WHERE movement_id = m.movement_id
  AND decision_id NOT IN (SELECT decision_id FROM movement_decision_undone))
ORDER BY m.booked_date, m.movement_id`,
});

/** The receipts confirmed for these customers, by customer, in order of day. */
export function loadConfirmedReceipts(
  reader: Reader,
  customerIds: readonly number[],
): ReadonlyMap<number, readonly ConfirmedReceipt[]> {
  const found = new Map<number, ConfirmedReceipt[]>();
  if (customerIds.length === 0 || reader.one(HAS_ANY)?.has !== true) return found;
  for (const row of reader.all(RECEIPTS, { customerIds: JSON.stringify(customerIds) })) {
    const { customerId, allocations, ...receipt } = row;
    const known = found.get(customerId) ?? [];
    found.set(customerId, known);
    known.push({
      ...receipt,
      reference: receipt.reference ?? '',
      allocations: (JSON.parse(allocations) as [string, Cents][]).map(([itemKey, amountCents]) => ({
        itemKey,
        amountCents,
      })),
    });
  }
  return found;
}
