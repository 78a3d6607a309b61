/** What only virtual lettering settles: what the accountant is asked to letter. */
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader } from '../session.ts';
import { amount, day, int } from '../statement.ts';
import { queryByCustomer, readByCustomer, type Whose } from './by-customer.ts';

const VIRTUAL = queryByCustomer({
  name: 'situation.virtually_settled',
  column: 'a.customer_id',
  params: { lateBefore: day },
  row: { customerId: int, virtualCents: amount, overdueCents: amount, itemCount: int },
  sql: `
SELECT a.customer_id AS customerId, sum(a.amount_cents) AS virtualCents,
  sum(CASE WHEN coalesce(i.due_date, '') < @lateBefore
      AND NOT (length(i.document_number) >= 3 AND p.payment_id IS NOT NULL
        AND (p.reference = i.document_number OR instr(p.label, i.document_number) > 0))
    THEN a.amount_cents ELSE 0 END) AS overdueCents,
  count(DISTINCT i.receivable_id) AS itemCount
FROM derived_allocation AS a CROSS JOIN derived_item AS i ON i.receivable_id = a.receivable_id
LEFT JOIN derived_payment AS p ON p.payment_id = a.payment_id
WHERE i.is_virtual = 1 AND i.currency = '${LEDGER_CURRENCY}'
  AND a.basis = 'virtual' AND i.amount_cents > 0 AND :scope
  AND a.effective_date <= (SELECT as_of_date FROM derived_state)
GROUP BY a.customer_id`,
});

/**
 * What only virtual lettering settles, by customer: in all, and of items due before a day, those
 * without a due date among them (an opening is owed already). In the currency of the books; who has
 * none is absent.
 *
 * A receipt that names the invoice it pays leaves no doubt about what is still owed: a pair that
 * the accountant forgot to letter last year is his to letter, and no reason not to call.
 */
export function readVirtuallySettled(reader: Reader, whose: Whose, lateBefore: CalendarDate) {
  return readByCustomer(reader, VIRTUAL, whose, { lateBefore });
}

export type VirtuallySettledRecord = ReturnType<typeof readVirtuallySettled>[number];
