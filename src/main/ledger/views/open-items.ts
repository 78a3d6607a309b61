/** What is open today, flat, as the rules read it. */
import type { OpenItemKind } from '../../../shared/domain/receivable/open-item.ts';
import type { AccountRole } from '../../../shared/domain/statement/account-role.ts';
import type { DueBasis } from '../../../shared/domain/terms/payment-terms.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader } from '../session.ts';
import { amount, day, flag, int, nullable, query, text, word } from '../statement.ts';
import { queryByCustomer, readByCustomer } from './by-customer.ts';

export const openItemColumns = {
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
};

const OPEN_ITEMS = queryByCustomer({
  name: 'open_items',
  column: 'customer_id',
  row: openItemColumns,
  sql: `
SELECT receivable_id AS receivableId, payment_id AS paymentId, customer_id AS customerId, kind, role,
  document_number AS documentNumber, document_date AS documentDate, due_date AS dueDate,
  due_basis AS dueBasis, amount_cents AS amountCents, outstanding_cents AS outstandingCents,
  currency, names_document_number AS namesDocumentNumber, is_virtual AS isVirtual
FROM derived_open_item WHERE :scope ORDER BY open_item_id`,
});

/**
 * The open items of everybody (null) or of one customer, as of the day of the derived tables: each
 * row is an `OpenItem` of the domain.
 */
export function readOpenItems(reader: Reader, customerId: number | null) {
  return readByCustomer(reader, OPEN_ITEMS, customerId);
}

// What was open on a past day: what is open now, plus what was allocated since.
const OPEN_ITEMS_AS_OF = queryByCustomer({
  name: 'open_items.as_of',
  column: 'customer_id',
  params: { asOf: day },
  row: openItemColumns,
  sql: `
WITH part AS (
  SELECT receivable_id, payment_id, outstanding_cents AS cents FROM derived_open_item
  WHERE booked_date <= @asOf AND :scope
  UNION ALL
  SELECT receivable_id, NULL, amount_cents FROM derived_allocation
  WHERE effective_date > @asOf AND effective_date <= (SELECT as_of_date FROM derived_state)
    AND receivable_id IS NOT NULL AND :scope
  UNION ALL
  SELECT NULL, payment_id, -amount_cents FROM derived_allocation
  WHERE effective_date > @asOf AND effective_date <= (SELECT as_of_date FROM derived_state)
    AND payment_id IS NOT NULL AND :scope
), item_then AS (
  SELECT receivable_id, sum(cents) AS cents FROM part WHERE receivable_id IS NOT NULL
  GROUP BY receivable_id HAVING sum(cents) <> 0
), payment_then AS (
  SELECT payment_id, sum(cents) AS cents FROM part WHERE payment_id IS NOT NULL
  GROUP BY payment_id HAVING sum(cents) <> 0
)
SELECT i.receivable_id AS receivableId, NULL AS paymentId, i.customer_id AS customerId, i.kind,
  i.role, i.document_number AS documentNumber, i.document_date AS documentDate,
  i.due_date AS dueDate, i.due_basis AS dueBasis, i.amount_cents AS amountCents,
  t.cents AS outstandingCents, i.currency, i.names_document_number AS namesDocumentNumber,
  i.is_virtual AS isVirtual
FROM item_then AS t CROSS JOIN derived_item AS i ON i.receivable_id = t.receivable_id
WHERE i.booked_date <= @asOf
UNION ALL
SELECT NULL, p.payment_id, p.customer_id, CASE p.kind WHEN 'deposit' THEN 'deposit' ELSE 'payment' END,
  p.role, p.reference, p.received_date, NULL, 'none', -p.amount_cents, t.cents, p.currency, NULL, 0
FROM payment_then AS t CROSS JOIN derived_payment AS p ON p.payment_id = t.payment_id
WHERE p.received_date <= @asOf`,
});

/**
 * What was open on a day not after that of the derived tables. As of that very day it is the same
 * as `readOpenItems`, in another order.
 */
export function readOpenItemsAsOf(reader: Reader, customerId: number | null, asOf: CalendarDate) {
  return customerId === null
    ? reader.all(OPEN_ITEMS_AS_OF.ofAll, { asOf })
    : reader.all(OPEN_ITEMS_AS_OF.ofOne, { asOf, customerId });
}

// The control of a balance does not trust what was derived: it sums what the files say of each day.
// A later file takes the place of the days it covers; the openings of a year stand for all before.
const STATED_BALANCE = query({
  name: 'open_items.stated_balance',
  params: { asOf: day },
  row: { statedCents: amount },
  sql: `
WITH live AS (
  SELECT import_id, covers_from_date, covers_to_date, has_openings FROM import_batch
  WHERE meaning = 'period' AND import_id NOT IN (SELECT import_id FROM import_undone)
), year AS (
  SELECT covers_from_date FROM live WHERE has_openings = 1 AND covers_from_date <= @asOf
  ORDER BY covers_from_date DESC LIMIT 1
)
SELECT ifnull(sum(d.stated_cents), 0) AS statedCents
FROM live CROSS JOIN import_day AS d ON d.import_id = live.import_id AND d.line_date <= @asOf
WHERE d.line_date >= ifnull((SELECT covers_from_date FROM year), '')
  AND NOT EXISTS (SELECT 1 FROM live AS later WHERE later.import_id > live.import_id
    AND d.line_date BETWEEN later.covers_from_date AND later.covers_to_date)`,
});

// Lists and tables say no movement of a day: what they add is known by the items they made.
const MOVED_BALANCE = query({
  name: 'open_items.moved_balance',
  params: { asOf: day },
  row: { movedCents: amount },
  sql: `
SELECT ifnull((SELECT sum(amount_cents) FROM derived_item WHERE booked_date <= @asOf), 0)
  - ifnull((SELECT sum(amount_cents) FROM derived_payment WHERE received_date <= @asOf), 0)
  + ifnull((SELECT sum(amount_cents * ((payment_id IS NOT NULL) - (receivable_id IS NOT NULL)))
    FROM derived_allocation WHERE effective_date <= @asOf), 0) AS movedCents`,
});

const HAS_OTHER_FILES = query({
  name: 'open_items.has_other_files',
  row: { has: flag },
  sql: `
SELECT EXISTS (SELECT 1 FROM stated_item WHERE import_id NOT IN (SELECT import_id FROM import_undone))
  OR EXISTS (SELECT 1 FROM stated_row WHERE import_id NOT IN (SELECT import_id FROM import_undone))
  AS has`,
});

/**
 * The control line of a balance: what the live ledger files say of all customer accounts up to a
 * day, without interpretation. Where lists of open items or tables are live too, the sum of every
 * movement up to the day instead.
 */
export function readStatedBalance(reader: Reader, asOf: CalendarDate): number {
  if (reader.one(HAS_OTHER_FILES)?.has === true) {
    return reader.one(MOVED_BALANCE, { asOf })?.movedCents ?? 0;
  }
  return reader.one(STATED_BALANCE, { asOf })?.statedCents ?? 0;
}
