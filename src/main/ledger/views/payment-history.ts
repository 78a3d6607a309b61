/**
 * Every ordinary debit with the days of its life, as the payment model reads it: when it was
 * issued, when it was due, and when money or something else settled it.
 *
 * A due date that was only estimated is there with its basis: a ledger without due dates has no
 * other, and the delays counted from it are as regular as from a real one. What left a list of open
 * items was most likely paid and is the only history such a ledger has: it counts as money.
 */
import type { SettlementNature } from '../../../shared/domain/interpretation/interpretation.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { DueBasis } from '../../../shared/domain/terms/payment-terms.ts';
import type { Reader } from '../session.ts';
import { amount, day, int, nullable, text, word } from '../statement.ts';
import { queryByCustomer, readByCustomer, type Whose } from './by-customer.ts';

const PAYMENT_HISTORY = queryByCustomer({
  name: 'payment_history',
  column: 'customer_id',
  params: { currency: text },
  row: {
    receivableId: int,
    customerId: int,
    issuedOn: day,
    dueOn: day,
    dueBasis: word<DueBasis>(),
    paidOn: nullable(day),
    leftOn: nullable(day),
    nature: nullable(word<SettlementNature>()),
    amountCents: amount,
  },
  sql: `
SELECT receivable_id AS receivableId, customer_id AS customerId, document_date AS issuedOn,
  due_date AS dueOn, due_basis AS dueBasis,
  CASE WHEN settled_nature IN ('bank', 'cash', 'left') THEN settled_date END AS paidOn,
  CASE WHEN settled_nature IN ('bank', 'cash', 'left') THEN NULL ELSE settled_date END AS leftOn,
  settled_nature AS nature, amount_cents AS amountCents
FROM derived_item
WHERE :scope AND role = 'ordinary' AND kind = 'invoice' AND amount_cents > 0
  AND due_date IS NOT NULL AND currency = @currency
ORDER BY receivable_id`,
});

/** The debits of everybody, of one customer or of a run, each a `DatedItem` of the domain. */
export function readPaymentHistory(reader: Reader, whose: Whose) {
  return readByCustomer(reader, PAYMENT_HISTORY, whose, { currency: LEDGER_CURRENCY });
}
