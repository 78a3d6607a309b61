/**
 * The open items of a past day, rolled back from the derived facts: an item counts from the day it
 * was booked, and what settled it later has not happened yet.
 *
 * On a large ledger this takes a few hundred milliseconds, against one for today; a screen that
 * shows a past day shows a skeleton meanwhile.
 */

import type { OpenItem, OpenItemKind } from '../../../shared/domain/receivable/open-item.ts';
import type { AccountRole } from '../../../shared/domain/statement/account-role.ts';
import type { DueBasis } from '../../../shared/domain/terms/payment-terms.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader } from '../session.ts';
import { amount, day, flag, int, nullable, query, text, word } from '../statement.ts';

const ITEMS = query({
  name: 'view.as_of_items',
  params: { asOf: day },
  row: {
    receivableId: nullable(int),
    paymentId: nullable(int),
    customerId: int,
    kind: word<OpenItemKind>(),
    role: word<AccountRole>(),
    documentNumber: text,
    documentDate: day,
    dueDate: nullable(day),
    dueBasis: word<DueBasis>(),
    amountCents: amount,
    outstandingCents: amount,
    currency: text,
    namesDocumentNumber: nullable(text),
    isVirtual: flag,
  },
  // Candidates first: what is open today, and what was settled or touched after the day.
  sql: `
WITH later AS (
  SELECT receivable_id AS id, sum(amount_cents) AS cents FROM derived_allocation
  WHERE effective_date > @asOf AND receivable_id IS NOT NULL GROUP BY receivable_id
), today AS (
  SELECT receivable_id AS id, outstanding_cents AS cents FROM derived_open_item
  WHERE receivable_id IS NOT NULL
), remaining AS (
  SELECT id, sum(cents) AS cents
  FROM (SELECT id, cents FROM later UNION ALL SELECT id, cents FROM today) GROUP BY id
)
SELECT i.receivable_id AS receivableId, NULL AS paymentId, i.customer_id AS customerId, i.kind,
  i.role, i.document_number AS documentNumber, i.document_date AS documentDate,
  i.due_date AS dueDate, i.due_basis AS dueBasis, i.amount_cents AS amountCents,
  remaining.cents AS outstandingCents, i.currency,
  i.names_document_number AS namesDocumentNumber, 0 AS isVirtual
FROM remaining CROSS JOIN derived_item AS i ON i.receivable_id = remaining.id
WHERE i.booked_date <= @asOf AND remaining.cents <> 0`,
});

const PAYMENTS = query({
  name: 'view.as_of_payments',
  params: { asOf: day },
  row: {
    receivableId: nullable(int),
    paymentId: nullable(int),
    customerId: int,
    kind: word<OpenItemKind>(),
    role: word<AccountRole>(),
    documentNumber: text,
    documentDate: day,
    dueDate: nullable(day),
    dueBasis: word<DueBasis>(),
    amountCents: amount,
    outstandingCents: amount,
    currency: text,
    namesDocumentNumber: nullable(text),
    isVirtual: flag,
  },
  sql: `
WITH later AS (
  SELECT payment_id AS id, sum(amount_cents) AS cents FROM derived_allocation
  WHERE effective_date > @asOf AND payment_id IS NOT NULL GROUP BY payment_id
), today AS (
  SELECT payment_id AS id, -outstanding_cents AS cents FROM derived_open_item
  WHERE payment_id IS NOT NULL
), remaining AS (
  SELECT id, sum(cents) AS cents
  FROM (SELECT id, cents FROM later UNION ALL SELECT id, cents FROM today) GROUP BY id
)
SELECT NULL AS receivableId, p.payment_id AS paymentId, p.customer_id AS customerId,
  iif(p.kind = 'deposit', 'deposit', 'payment') AS kind, p.role, p.reference AS documentNumber,
  p.received_date AS documentDate, NULL AS dueDate, 'none' AS dueBasis,
  -p.amount_cents AS amountCents, -remaining.cents AS outstandingCents, p.currency,
  NULL AS namesDocumentNumber, 0 AS isVirtual
FROM remaining CROSS JOIN derived_payment AS p ON p.payment_id = remaining.id
WHERE p.received_date <= @asOf AND remaining.cents <> 0`,
});

/** What was open at the end of that day, of every customer. */
export function readOpenItemsAsOf(reader: Reader, asOf: CalendarDate): OpenItem[] {
  return [...reader.all(ITEMS, { asOf }), ...reader.all(PAYMENTS, { asOf })];
}

// Undone imports and lines that a later file restates do not count: the live ones are those the
// derived rows come from. The control must not trust those rows, so it sums the stated lines.
const STATED_BALANCE = query({
  name: 'view.stated_balance',
  params: { asOf: day },
  row: { cents: amount },
  sql: `
SELECT ifnull((SELECT sum(amount_cents) FROM derived_item WHERE booked_date <= @asOf), 0)
  - ifnull((SELECT sum(amount_cents) FROM derived_payment WHERE received_date <= @asOf), 0) AS cents`,
});

/** The balance of all customer accounts at the end of a day, by movements and not by what is open. */
export function readBalanceAsOf(reader: Reader, asOf: CalendarDate): number {
  return reader.one(STATED_BALANCE, { asOf })?.cents ?? 0;
}
