/** Every dated debit of the books with the day it was paid or left them: what a model learns. */
import type { DatedItem } from '../../../shared/domain/forecast/dated-item.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { Reader } from '../session.ts';
import { amount, day, int, nullable, query, text } from '../statement.ts';

const HISTORY = query({
  name: 'view.payment_history',
  params: { currency: text },
  row: {
    receivableId: int,
    customerId: int,
    issuedOn: day,
    dueOn: day,
    paidOn: nullable(day),
    leftOn: nullable(day),
    amountCents: amount,
  },
  sql: `
SELECT receivable_id AS receivableId, customer_id AS customerId, document_date AS issuedOn,
  due_date AS dueOn,
  CASE WHEN settled_nature IN ('bank', 'cash') THEN settled_date END AS paidOn,
  CASE WHEN settled_nature IN ('bank', 'cash') THEN NULL ELSE settled_date END AS leftOn,
  amount_cents AS amountCents
FROM derived_item
WHERE amount_cents > 0 AND due_date IS NOT NULL AND kind = 'invoice' AND is_reversed = 0
  AND currency = @currency`,
});

/** Of everybody, in the currency of the books. */
export function readPaymentHistory(reader: Reader): DatedItem[] {
  return reader.all(HISTORY, { currency: LEDGER_CURRENCY });
}
