/** Sums by month: what was invoiced and what was received. */
import type { Reader } from '../session.ts';
import { amount, query, text } from '../statement.ts';
import { queryByCustomer, readByCustomer } from './by-customer.ts';

const MONTHS = query({
  name: 'months.all',
  params: { from: text, to: text },
  row: { month: text, invoicedCents: amount, receivedCents: amount },
  sql: `
SELECT month, sum(invoiced_cents) AS invoicedCents, sum(received_cents) AS receivedCents
FROM derived_month WHERE month BETWEEN @from AND @to GROUP BY month ORDER BY month`,
});

/** Invoiced and received by month, both ends included; months are `YYYY-MM`. */
export function readMonths(reader: Reader, span: { readonly from: string; readonly to: string }) {
  return reader.all(MONTHS, span);
}

const RECEIPTS = queryByCustomer({
  name: 'months.receipts_by_day',
  column: 'customer_id',
  params: { from: text, to: text },
  row: { receivedDate: text, receivedCents: amount },
  sql: `
SELECT received_date AS receivedDate, sum(amount_cents) AS receivedCents
FROM derived_payment
WHERE received_date BETWEEN @from AND @to AND nature IN ('bank', 'cash') AND :scope
GROUP BY received_date ORDER BY received_date`,
});

/** Money received on each day, rejects and refunds taken off; both ends included. */
export function readReceiptsByDay(
  reader: Reader,
  span: { readonly from: string; readonly to: string; readonly customerId: number | null },
) {
  const { from, to, customerId } = span;
  return customerId === null
    ? reader.all(RECEIPTS.ofAll, { from, to })
    : reader.all(RECEIPTS.ofOne, { from, to, customerId });
}

const CUSTOMER_MONTHS = queryByCustomer({
  name: 'months.settled_by_month',
  column: 'customer_id',
  row: { month: text, paidCents: amount, delayCentDays: amount },
  sql: `
SELECT substr(settled_date, 1, 7) AS month, sum(amount_cents) AS paidCents,
  CAST(sum(amount_cents * (julianday(settled_date) - julianday(due_date))) AS INTEGER)
    AS delayCentDays
FROM derived_item
WHERE settled_date IS NOT NULL AND due_date IS NOT NULL AND amount_cents > 0
  AND settled_nature IN ('bank', 'cash') AND :scope
GROUP BY substr(settled_date, 1, 7) ORDER BY month`,
});

/**
 * What was settled by money in each month, with Σ amount × days of delay: divided by the amount it
 * is the amount-weighted mean delay.
 */
export function readDelayByMonth(reader: Reader, customerId: number | null) {
  return readByCustomer(reader, CUSTOMER_MONTHS, customerId);
}
