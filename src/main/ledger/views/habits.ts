/** A year of settled items and receipts of some customers, from which their habits are read. */
import type { DueBasis } from '../../../shared/domain/terms/payment-terms.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader } from '../session.ts';
import { amount, day, int, query, text, word } from '../statement.ts';

const RECENTLY_SETTLED = query({
  name: 'view.recently_settled',
  params: { customerIds: text, since: day },
  row: {
    customerId: int,
    receivableId: int,
    dueDate: day,
    settledDate: day,
    amountCents: amount,
    delayDays: int,
    nature: text,
    dueBasis: word<DueBasis>(),
  },
  sql: `
SELECT i.customer_id AS customerId, i.receivable_id AS receivableId, i.due_date AS dueDate,
  i.settled_date AS settledDate, i.amount_cents AS amountCents,
  CAST(julianday(i.settled_date) - julianday(i.due_date) AS INTEGER) AS delayDays,
  ifnull(i.settled_nature, 'unknown') AS nature, i.due_basis AS dueBasis
FROM json_each(@customerIds) AS wanted
CROSS JOIN derived_item AS i ON i.customer_id = wanted.value
WHERE i.settled_date >= @since AND i.due_date IS NOT NULL AND i.amount_cents > 0
  AND i.role = 'ordinary'`,
});

const RECEIVED = query({
  name: 'view.received_dates',
  params: { customerIds: text, since: day },
  row: { customerId: int, receivedDate: day },
  sql: `
SELECT p.customer_id AS customerId, p.received_date AS receivedDate
FROM json_each(@customerIds) AS wanted
CROSS JOIN derived_payment AS p ON p.customer_id = wanted.value
WHERE p.received_date >= @since AND p.amount_cents > 0 AND p.nature IN ('bank', 'cash')`,
});

/** Items of some customers settled since a day, for habits and the chart of delays. */
export function readRecentlySettled(
  reader: Reader,
  customerIds: readonly number[],
  since: CalendarDate,
) {
  return reader.all(RECENTLY_SETTLED, { customerIds: JSON.stringify(customerIds), since });
}

/** Days on which money came from some customers since a day. */
export function readReceivedDates(
  reader: Reader,
  customerIds: readonly number[],
  since: CalendarDate,
) {
  return reader.all(RECEIVED, { customerIds: JSON.stringify(customerIds), since });
}

const PAID_DOCUMENTS = query({
  name: 'view.paid_documents',
  params: { customerIds: text, since: day },
  row: { customerId: int, documentDate: day, paidDate: day, amountCents: amount },
  sql: `
SELECT i.customer_id AS customerId, i.document_date AS documentDate, i.settled_date AS paidDate,
  i.amount_cents AS amountCents
FROM json_each(@customerIds) AS wanted
CROSS JOIN derived_item AS i ON i.customer_id = wanted.value
WHERE i.settled_date >= @since AND i.kind = 'invoice' AND i.amount_cents > 0
  AND i.settled_nature IN ('bank', 'cash')`,
});

/** Invoices of some customers that money settled since a day: what their terms may be read from. */
export function readPaidDocuments(
  reader: Reader,
  customerIds: readonly number[],
  since: CalendarDate,
) {
  return reader.all(PAID_DOCUMENTS, { customerIds: JSON.stringify(customerIds), since });
}
