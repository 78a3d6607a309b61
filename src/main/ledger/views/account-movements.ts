/**
 * Everything that moved a customer's account up to a day: items as they were booked, payments as
 * they came, and what settled one of them without the other (a write-off, a proposal of ours).
 *
 * An allocation with both sides moves nothing: what it takes from the item it takes from the
 * payment. The sum up to a day is thus what is open as of that day (`readOpenItemsAsOf`).
 */
import type { SettlementNature } from '../../../shared/domain/interpretation/interpretation.ts';
import type { OpenItemKind } from '../../../shared/domain/receivable/open-item.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader } from '../session.ts';
import { amount, day, int, nullable, query, text, word } from '../statement.ts';

const MOVEMENTS = query({
  name: 'account_movements',
  params: { customerId: int, until: day },
  row: {
    on: day,
    kind: word<OpenItemKind | 'settlement'>(),
    nature: nullable(word<SettlementNature>()),
    documentNumber: text,
    dueDate: nullable(day),
    label: text,
    amountCents: amount,
    currency: text,
  },
  sql: `
SELECT "on", kind, nature, documentNumber, dueDate, label, amountCents, currency FROM (
SELECT booked_date AS "on", kind, NULL AS nature, document_number AS documentNumber,
  due_date AS dueDate, label, amount_cents AS amountCents, currency, 0 AS rank
FROM derived_item WHERE customer_id = @customerId AND booked_date <= @until
UNION ALL
SELECT received_date, CASE kind WHEN 'deposit' THEN 'deposit' ELSE 'payment' END, nature,
  reference, NULL, label, -amount_cents, currency, 1
FROM derived_payment WHERE customer_id = @customerId AND received_date <= @until
UNION ALL
SELECT a.effective_date, 'settlement', a.nature, ifnull(i.document_number, p.reference), NULL, '',
  CASE WHEN a.receivable_id IS NULL THEN a.amount_cents ELSE -a.amount_cents END,
  ifnull(i.currency, p.currency), 2
FROM derived_allocation AS a
LEFT JOIN derived_item AS i ON i.receivable_id = a.receivable_id
LEFT JOIN derived_payment AS p ON p.payment_id = a.payment_id
WHERE a.customer_id = @customerId AND a.effective_date <= @until
  AND (a.receivable_id IS NULL) <> (a.payment_id IS NULL)
) ORDER BY "on", rank, documentNumber`,
});

/** In the order of their days; what is owed more is positive. */
export function readAccountMovements(reader: Reader, customerId: number, until: CalendarDate) {
  return reader.all(MOVEMENTS, { customerId, until });
}
