/** The states in which items stand, and what each customer's small residues are: of all or one. */

import type { ItemStateCause } from '../../../shared/domain/item-state/item-state.ts';
import type { ItemStateKind } from '../../../shared/domain/item-state/item-state-kind.ts';
import type { Reader } from '../session.ts';
import { day, flag, int, nullable, query, text, word } from '../statement.ts';

// Of an item the latest state counts that was not taken back; where that one ended, none does.
const STATES = query({
  name: 'item_states.standing',
  params: { customerId: nullable(int) },
  row: {
    itemStateId: int,
    customerId: int,
    receivableId: int,
    kind: word<ItemStateKind>(),
    since: day,
    dueDate: nullable(day),
    cause: nullable(word<ItemStateCause>()),
    party: text,
    reference: text,
    iban: text,
    hasSurety: flag,
    reason: text,
  },
  sql: `
WITH told AS (
  SELECT s.*, (SELECT e.what FROM item_state_event AS e
    WHERE e.item_state_id = s.item_state_id ORDER BY e.entry_id DESC LIMIT 1) AS last_what
  FROM item_state AS s WHERE @customerId IS NULL OR s.customer_id = @customerId
), standing AS (
  SELECT max(item_state_id) AS item_state_id FROM told
  WHERE ifnull(last_what, '') <> 'undone' GROUP BY receivable_id
)
SELECT t.item_state_id AS itemStateId, t.customer_id AS customerId,
  t.receivable_id AS receivableId, t.kind, t.since_date AS since, t.due_date AS dueDate, t.cause,
  t.party, t.reference, t.iban, t.has_surety AS hasSurety, t.reason
FROM standing CROSS JOIN told AS t ON t.item_state_id = standing.item_state_id
WHERE ifnull(t.last_what, '') <> 'ended' ORDER BY t.item_state_id`,
});

export type ItemStateRecord = ReturnType<typeof readItemStates>[number];

/** The state of each item that has one, of everybody (null) or of one customer. */
export function readItemStates(reader: Reader, customerId: number | null) {
  return reader.all(STATES, { customerId });
}

const TOLERANCES = query({
  name: 'item_states.residue_tolerances',
  params: { customerId: nullable(int) },
  row: { customerId: int, value: nullable(text) },
  sql: `
SELECT o.customer_id AS customerId, o.value FROM customer_override AS o
WHERE o.field = 'residueToleranceCents' AND (@customerId IS NULL OR o.customer_id = @customerId)
  AND o.entry_id = (SELECT max(entry_id) FROM customer_override
    WHERE customer_id = o.customer_id AND field = o.field)`,
});

export interface ToleranceRecord {
  readonly customerId: number;
  readonly cents: number;
}

/** What is left of an item at most to be a small residue, of the customers who have their own. */
export function readResidueTolerances(
  reader: Reader,
  customerId: number | null,
): ToleranceRecord[] {
  return reader.all(TOLERANCES, { customerId }).flatMap((row) => {
    const cents: unknown = row.value === null ? null : JSON.parse(row.value);
    return typeof cents === 'number' ? [{ customerId: row.customerId, cents }] : [];
  });
}
