/** Documents of a customer by their numbers, open or settled. */
import type { Reader } from '../session.ts';
import { amount, day, int, nullable, query, text } from '../statement.ts';

const BY_NUMBER = query({
  name: 'documents.by_number',
  params: { customerId: int, numbers: text },
  row: {
    receivableId: int,
    customerId: int,
    documentNumber: text,
    documentDate: day,
    dueDate: nullable(day),
    amountCents: amount,
    outstandingCents: amount,
  },
  sql: `
SELECT i.receivable_id AS receivableId, i.customer_id AS customerId,
  i.document_number AS documentNumber, i.document_date AS documentDate, i.due_date AS dueDate,
  i.amount_cents AS amountCents,
  ifnull((SELECT o.outstanding_cents FROM derived_open_item AS o
    WHERE o.customer_id = i.customer_id AND o.receivable_id = i.receivable_id), 0)
    AS outstandingCents
FROM derived_item AS i
WHERE i.customer_id = @customerId AND i.amount_cents > 0
  AND i.document_number IN (SELECT value FROM json_each(@numbers))
ORDER BY i.due_date, i.receivable_id`,
});

/** The debits that bear one of these numbers, oldest first. */
export function readDocuments(reader: Reader, customerId: number, numbers: readonly string[]) {
  return reader.all(BY_NUMBER, { customerId, numbers: JSON.stringify(numbers) });
}
