/**
 * What came in and what was invoiced in a period, summed by customer and month: the facts behind
 * the cross-tables of a period. A credit note counts against what is invoiced, a reject or a refund
 * against what is received.
 */
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader } from '../session.ts';
import { amount, day, int, nullable, query, text } from '../statement.ts';
import { queryByCustomer, readByCustomer, type Whose } from './by-customer.ts';

const period = { fromDay: day, toDay: day };

const row = {
  customerId: int,
  /** YYYY-MM. */
  month: text,
  dueMonth: nullable(text),
  currency: text,
  amountCents: amount,
  documentCount: int,
};

const INVOICED = queryByCustomer({
  name: 'flows.invoiced',
  column: 'customer_id',
  params: period,
  row,
  sql: `
SELECT customer_id AS customerId, substr(document_date, 1, 7) AS month,
  substr(due_date, 1, 7) AS dueMonth, currency, sum(amount_cents) AS amountCents,
  count(*) AS documentCount
FROM derived_item
WHERE document_date BETWEEN @fromDay AND @toDay AND kind IN ('invoice', 'credit_note') AND :scope
GROUP BY 1, 2, 3, 4`,
});

const RECEIVED = queryByCustomer({
  name: 'flows.received',
  column: 'customer_id',
  params: period,
  row,
  sql: `
SELECT customer_id AS customerId, substr(received_date, 1, 7) AS month, NULL AS dueMonth, currency,
  sum(amount_cents) AS amountCents, count(*) AS documentCount
FROM derived_payment
WHERE received_date BETWEEN @fromDay AND @toDay AND nature IN ('bank', 'cash') AND :scope
GROUP BY 1, 2, 4`,
});

export interface Period {
  readonly fromDay: CalendarDate;
  readonly toDay: CalendarDate;
}

/** Invoices less credit notes by the day of the document, a row a customer, months, currency. */
export function readInvoiced(reader: Reader, whose: Whose, asked: Period) {
  return readByCustomer(reader, INVOICED, whose, asked);
}

/** Money received by its day, a row a customer, month and currency. */
export function readReceived(reader: Reader, whose: Whose, asked: Period) {
  return readByCustomer(reader, RECEIVED, whose, asked);
}

export type FlowRow = ReturnType<typeof readReceived>[number];

const RECEIVED_SINCE = query({
  name: 'flows.received_since',
  params: { since: day },
  row: {
    customerId: int,
    currency: text,
    amountCents: amount,
    paymentCount: int,
    lastDay: day,
  },
  sql: `
SELECT customer_id AS customerId, currency, sum(amount_cents) AS amountCents,
  count(*) AS paymentCount, max(received_date) AS lastDay
FROM derived_payment
WHERE received_date BETWEEN @since AND (SELECT as_of_date FROM derived_state)
  AND nature IN ('bank', 'cash')
GROUP BY customer_id, currency ORDER BY customer_id, currency`,
});

/** Money received since a day, rejects and refunds taken off, a row a customer and currency. */
export function readReceivedSince(reader: Reader, since: CalendarDate) {
  return reader.all(RECEIVED_SINCE, { since });
}
