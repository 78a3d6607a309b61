/**
 * What waiting movements of the bank seem to pay: made by the job thread, whole, and kept with the
 * state of the books it was made from. Derived: it can be dropped.
 */
import type { MatchSuggestion } from '../../../shared/domain/matching/match-suggestion.ts';
import type { Reader, Writer } from '../session.ts';
import { amount, command, day, flag, int, nullable, query, text } from '../statement.ts';
import { basisOfAnalysis, recordAnalysis } from './analysis.ts';

const NAME = 'matches';

// What changes a proposal: files that come and go, what was said of movements, the day.
const BASIS = query({
  name: 'matches.basis',
  row: { basis: text },
  sql: `
SELECT ifnull((SELECT max(import_id) FROM import_batch), 0)
  || '-' || (SELECT count(*) FROM import_undone)
  || '-' || ifnull((SELECT max(decision_id) FROM movement_decision), 0)
  || '-' || (SELECT count(*) FROM movement_decision_undone)
  || '-' || ifnull((SELECT as_of_date FROM derived_state), '') AS basis`,
});

const HAS_MOVEMENTS = query({
  name: 'matches.has_movements',
  row: { has: flag },
  sql: 'SELECT EXISTS (SELECT 1 FROM bank_movement) AS has',
});

/** The state of the books that proposals are made from. */
export function matchBasis(reader: Reader): string {
  return reader.one(BASIS)?.basis ?? '';
}

/** True where movements wait and what they seem to pay was made from other books. */
export function areMatchesStale(reader: Reader): boolean {
  if (reader.one(HAS_MOVEMENTS)?.has !== true) return false;
  return basisOfAnalysis(reader, NAME) !== matchBasis(reader);
}

const WAITING = query({
  name: 'matches.waiting',
  row: {
    movementId: int,
    bookedOn: day,
    amountCents: amount,
    currency: text,
    text,
    counterpartyName: nullable(text),
    counterpartyIban: nullable(text),
    endToEndId: nullable(text),
    references: text,
  },
  sql: `
SELECT m.movement_id AS movementId, m.booked_date AS bookedOn, m.amount_cents AS amountCents,
  m.currency, m.text, m.counterparty_name AS counterpartyName,
  m.counterparty_iban AS counterpartyIban, m.end_to_end_id AS endToEndId,
  m.reference_list AS "references"
FROM bank_movement AS m
WHERE m.amount_cents > 0 AND m.is_return = 0
  AND NOT EXISTS (SELECT 1 FROM movement_decision AS d WHERE d.movement_id = m.movement_id
    AND d.decision_id NOT IN (SELECT decision_id FROM movement_decision_undone))
  AND EXISTS (SELECT 1 FROM stated_movement AS s WHERE s.movement_id = m.movement_id
    AND s.import_id NOT IN (SELECT import_id FROM import_undone))
ORDER BY m.booked_date, m.movement_id`,
});

const ITEMS = query({
  name: 'matches.items',
  row: {
    receivableId: int,
    customerId: int,
    documentNumber: text,
    documentDate: day,
    dueDate: nullable(day),
    outstandingCents: amount,
    currency: text,
  },
  sql: `
SELECT receivable_id AS receivableId, customer_id AS customerId,
  document_number AS documentNumber, document_date AS documentDate, due_date AS dueDate,
  outstanding_cents AS outstandingCents, currency
FROM derived_open_item WHERE receivable_id IS NOT NULL`,
});

const CUSTOMERS = query({
  name: 'matches.customers',
  row: { customerId: int, name: text },
  sql: 'SELECT customer_id AS customerId, name FROM derived_customer',
});

const LEARNT = query({
  name: 'matches.learnt',
  row: { customerId: int, iban: nullable(text), name: nullable(text) },
  sql: `
SELECT DISTINCT t.customer_id AS customerId, m.counterparty_iban AS iban,
  m.counterparty_name AS name
FROM standing_decision AS d
CROSS JOIN movement_share AS t ON t.decision_id = d.decision_id
CROSS JOIN bank_movement AS m ON m.movement_id = d.movement_id
WHERE d.kind = 'confirmed' AND (m.counterparty_iban IS NOT NULL
  OR m.counterparty_name IS NOT NULL)
ORDER BY t.customer_id`,
});

const PAYMENTS = query({
  name: 'matches.payments',
  row: {
    paymentId: int,
    customerId: int,
    receivedOn: day,
    amountCents: amount,
    currency: text,
  },
  sql: `
SELECT payment_id AS paymentId, customer_id AS customerId, received_date AS receivedOn,
  amount_cents AS amountCents, currency
FROM derived_payment
WHERE movement_id IS NULL AND amount_cents > 0 AND nature IN ('bank', 'cash', 'bill', 'unknown')
  AND received_date >= (SELECT date(min(booked_date), '-30 days') FROM bank_movement)`,
});

/** Everything that proposals are made from, in one state of the books. */
export function loadMatchBooks(reader: Reader) {
  return {
    basis: matchBasis(reader),
    movements: reader
      .all(WAITING)
      .map((row) => ({ ...row, references: JSON.parse(row.references) as string[] })),
    items: reader.all(ITEMS).map((item) => ({ ...item, discountCents: 0 })),
    customers: reader.all(CUSTOMERS),
    learnt: reader.all(LEARNT),
    payments: reader.all(PAYMENTS),
  };
}

export interface KeptMatch {
  readonly movementId: number;
  /** The accounting holds it already, for this customer. */
  readonly accountedCustomerId: number | null;
  readonly suggestions: readonly MatchSuggestion[];
  readonly isAutomatic: boolean;
}

const EMPTY = command({ name: 'matches.empty', sql: 'DELETE FROM derived_match' });

/** Puts new proposals in the place of all those before. */
export function recordMatches(
  writer: Writer,
  made: { readonly basis: string; readonly matches: readonly KeptMatch[] },
): void {
  writer.run(EMPTY);
  const append = writer.appender({
    sql: `INSERT INTO derived_match (movement_id, is_accounted, customer_id, confidence,
  is_automatic, suggestions) VALUES (?, ?, ?, ?, ?, ?)`,
  });
  for (const { movementId, accountedCustomerId, suggestions, isAutomatic } of made.matches) {
    append([
      movementId,
      accountedCustomerId === null ? 0 : 1,
      accountedCustomerId,
      suggestions[0]?.confidence ?? 0,
      isAutomatic ? 1 : 0,
      JSON.stringify(suggestions),
    ]);
  }
  const { basis } = made;
  recordAnalysis(writer, { name: NAME, basis, asOf: writer.clock.today(), document: null });
  writer.touch(['receipts']);
}
