/** What people said of movements of the bank: appended, and taken back by another fact. */
import type { Cents } from '../../../shared/kernel/cents.ts';
import type { Reader, Writer } from '../session.ts';
import { amount, command, flag, int, nullable, query, text, word } from '../statement.ts';

export type DecisionKind = 'confirmed' | 'set_aside' | 'returned';

export interface NewDecision {
  readonly movementId: number;
  readonly kind: DecisionKind;
  /** For a return: the receipt that it takes back, where it is known. */
  readonly receiptMovementId: number | null;
  readonly comment: string;
  /** What of it goes to each customer; none for a movement set aside. */
  readonly shares: readonly {
    readonly customerId: number;
    readonly amountCents: Cents;
    readonly allocations: readonly {
      readonly receivableId: number;
      readonly amountCents: Cents;
    }[];
  }[];
}

const LAST = query({
  name: 'decisions.last',
  row: { decisionId: int },
  sql: 'SELECT ifnull(max(decision_id), 0) AS decisionId FROM movement_decision',
});

const APPEND = command({
  name: 'decisions.append',
  params: {
    decisionId: int,
    entryId: int,
    movementId: int,
    kind: text,
    receiptMovementId: nullable(int),
    comment: text,
  },
  sql: `
INSERT INTO movement_decision (decision_id, entry_id, movement_id, kind, receipt_movement_id,
  comment)
VALUES (@decisionId, @entryId, @movementId, @kind, @receiptMovementId, @comment)`,
});

const APPEND_SHARE = command({
  name: 'decisions.append_share',
  params: { decisionId: int, customerId: int, amountCents: amount },
  sql: `
INSERT INTO movement_share (decision_id, customer_id, amount_cents)
VALUES (@decisionId, @customerId, @amountCents)`,
});

const APPEND_ALLOCATION = command({
  name: 'decisions.append_allocation',
  params: { decisionId: int, receivableId: int, amountCents: amount },
  sql: `
INSERT INTO movement_allocation (decision_id, receivable_id, amount_cents)
VALUES (@decisionId, @receivableId, @amountCents)`,
});

/** Appends a decision and gives its id; it takes the place of the one before. */
export function appendDecision(writer: Writer, entryId: number, made: NewDecision): number {
  const decisionId = (writer.one(LAST)?.decisionId ?? 0) + 1;
  const { movementId, kind, receiptMovementId, comment } = made;
  writer.run(APPEND, { decisionId, entryId, movementId, kind, receiptMovementId, comment });
  for (const { customerId, amountCents, allocations } of made.shares) {
    writer.run(APPEND_SHARE, { decisionId, customerId, amountCents });
    for (const allocation of allocations) {
      writer.run(APPEND_ALLOCATION, { decisionId, ...allocation });
    }
  }
  return decisionId;
}

const DECISION = query({
  name: 'decisions.one',
  params: { decisionId: int },
  row: { movementId: int, kind: word<DecisionKind>(), isUndone: flag },
  sql: `
SELECT movement_id AS movementId, kind,
  decision_id IN (SELECT decision_id FROM movement_decision_undone) AS isUndone
FROM movement_decision WHERE decision_id = @decisionId`,
});

/** A decision, undone or not; null when unknown. */
export function loadDecision(reader: Reader, decisionId: number) {
  return reader.one(DECISION, { decisionId });
}

const UNDO = command({
  name: 'decisions.undo',
  params: { decisionId: int, entryId: int },
  sql: `
INSERT INTO movement_decision_undone (decision_id, entry_id) VALUES (@decisionId, @entryId)
ON CONFLICT (decision_id) DO NOTHING`,
});

/** Takes a decision back: the one before it stands again, if there was one. */
export function undoDecision(writer: Writer, entryId: number, decisionId: number): void {
  writer.run(UNDO, { decisionId, entryId });
}

const RETURNS_OF = query({
  name: 'decisions.returns_of',
  params: { receiptMovementId: int },
  row: { decisionId: int, movementId: int },
  sql: `
SELECT decision_id AS decisionId, movement_id AS movementId FROM standing_decision
WHERE receipt_movement_id = @receiptMovementId AND kind = 'returned'`,
});

/** The standing decisions that a debit takes this receipt back. */
export function loadReturnsOf(reader: Reader, receiptMovementId: number) {
  return reader.all(RETURNS_OF, { receiptMovementId });
}

const SHARES = query({
  name: 'decisions.shares',
  params: { movementIds: text },
  row: { decisionId: int, movementId: int, customerId: int, amountCents: amount },
  sql: `
SELECT d.decision_id AS decisionId, d.movement_id AS movementId, t.customer_id AS customerId,
  t.amount_cents AS amountCents
FROM json_each(@movementIds) AS wanted
CROSS JOIN standing_decision AS d ON d.movement_id = wanted.value
CROSS JOIN movement_share AS t ON t.decision_id = d.decision_id
ORDER BY d.movement_id, t.customer_id`,
});

/** To whom the standing decisions of these movements give what. */
export function loadShares(reader: Reader, movementIds: readonly number[]) {
  return reader.all(SHARES, { movementIds: JSON.stringify(movementIds) });
}

const ALLOCATIONS = query({
  name: 'decisions.allocations',
  params: { movementIds: text },
  row: { movementId: int, receivableId: int, amountCents: amount },
  sql: `
SELECT d.movement_id AS movementId, a.receivable_id AS receivableId,
  a.amount_cents AS amountCents
FROM json_each(@movementIds) AS wanted
CROSS JOIN standing_decision AS d ON d.movement_id = wanted.value
CROSS JOIN movement_allocation AS a ON a.decision_id = d.decision_id
ORDER BY d.movement_id, a.receivable_id`,
});

/** What the standing decisions of these movements settle. */
export function loadAllocations(reader: Reader, movementIds: readonly number[]) {
  return reader.all(ALLOCATIONS, { movementIds: JSON.stringify(movementIds) });
}
