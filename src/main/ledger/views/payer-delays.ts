/**
 * What the behaviour of payers is measured from: their items settled since a day, those that money
 * reached in several times, and the sources of the figures that a person opens.
 */
import type { SettlementNature } from '../../../shared/domain/interpretation/interpretation.ts';
import type { DueBasis } from '../../../shared/domain/terms/payment-terms.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader } from '../session.ts';
import { amount, day, int, query, text, word } from '../statement.ts';

const SETTLED_ITEMS = query({
  name: 'payer_delays.settled_items',
  params: { customerIds: text, since: day },
  row: {
    customerId: int,
    receivableId: int,
    documentDate: day,
    dueDate: day,
    settledDate: day,
    amountCents: amount,
    nature: word<SettlementNature>(),
    dueBasis: word<DueBasis>(),
  },
  sql: `
SELECT i.customer_id AS customerId, i.receivable_id AS receivableId,
  i.document_date AS documentDate, i.due_date AS dueDate, i.settled_date AS settledDate,
  i.amount_cents AS amountCents, ifnull(i.settled_nature, 'unknown') AS nature,
  i.due_basis AS dueBasis
FROM json_each(@customerIds) AS wanted
CROSS JOIN derived_item AS i ON i.customer_id = wanted.value
WHERE i.settled_date >= @since AND i.due_date IS NOT NULL AND i.amount_cents > 0
  AND i.role = 'ordinary' AND i.kind IN ('invoice', 'opening')`,
});

const PAID_IN_TIMES = query({
  name: 'payer_delays.paid_in_times',
  params: { customerIds: text, since: day },
  row: { customerId: int, paidItemCount: int, splitItemCount: int },
  sql: `
SELECT customerId, count(*) AS paidItemCount,
  ifnull(sum(CASE WHEN firstDay <> lastDay THEN 1 ELSE 0 END), 0) AS splitItemCount
FROM (SELECT a.customer_id AS customerId, min(a.effective_date) AS firstDay,
    max(a.effective_date) AS lastDay
  FROM json_each(@customerIds) AS wanted
  CROSS JOIN derived_allocation AS a ON a.customer_id = wanted.value
  WHERE a.effective_date >= @since AND a.receivable_id IS NOT NULL AND a.amount_cents > 0
    AND a.nature IN ('bank', 'cash')
  GROUP BY a.customer_id, a.receivable_id) AS paid
GROUP BY customerId`,
});

const SPLIT_ITEMS = query({
  name: 'payer_delays.split_items',
  params: { customerIds: text, since: day },
  row: { receivableId: int, firstDay: day, lastDay: day, dayCount: int },
  sql: `
SELECT a.receivable_id AS receivableId, min(a.effective_date) AS firstDay,
  max(a.effective_date) AS lastDay, count(DISTINCT a.effective_date) AS dayCount
FROM json_each(@customerIds) AS wanted
CROSS JOIN derived_allocation AS a ON a.customer_id = wanted.value
WHERE a.effective_date >= @since AND a.receivable_id IS NOT NULL AND a.amount_cents > 0
  AND a.nature IN ('bank', 'cash')
GROUP BY a.receivable_id HAVING count(DISTINCT a.effective_date) > 1
ORDER BY lastDay DESC`,
});

const DOCUMENTS = query({
  name: 'payer_delays.documents',
  params: { receivableIds: text },
  row: {
    receivableId: int,
    customerId: int,
    documentNumber: text,
    amountCents: amount,
    currency: text,
  },
  sql: `
SELECT i.receivable_id AS receivableId, i.customer_id AS customerId,
  i.document_number AS documentNumber, i.amount_cents AS amountCents, i.currency
FROM json_each(@receivableIds) AS wanted
CROSS JOIN derived_item AS i ON i.receivable_id = wanted.value`,
});

/** Invoices of some customers settled since a day, by whatever. */
export function readSettledItems(
  reader: Reader,
  customerIds: readonly number[],
  since: CalendarDate,
) {
  return reader.all(SETTLED_ITEMS, { customerIds: JSON.stringify(customerIds), since });
}

/** By customer: items that money reached since a day, and those that it reached on several days. */
export function readPaidInTimes(
  reader: Reader,
  customerIds: readonly number[],
  since: CalendarDate,
) {
  return reader.all(PAID_IN_TIMES, { customerIds: JSON.stringify(customerIds), since });
}

/** The items of some customers that money reached on several days since a day. */
export function readSplitItems(
  reader: Reader,
  customerIds: readonly number[],
  since: CalendarDate,
) {
  return reader.all(SPLIT_ITEMS, { customerIds: JSON.stringify(customerIds), since });
}

/** The documents of some items. */
export function readDocumentsOf(reader: Reader, receivableIds: readonly number[]) {
  return reader.all(DOCUMENTS, { receivableIds: JSON.stringify(receivableIds) });
}
