/**
 * Money received of late and the items it came for: what thanks are decided on.
 *
 * What a rejected payment took back is no longer paid by the receipt. What only left a list of open
 * items has no payment, and is not here.
 */
import type {
  ItemKind,
  SettlementNature,
} from '../../../shared/domain/interpretation/interpretation.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader } from '../session.ts';
import { amount, day, flag, int, query, text, word } from '../statement.ts';
import { documentColumns } from './open-items.ts';

const PAID_AFTER_A_STEP = query({
  name: 'payments.paid_after_a_step',
  params: { since: day },
  row: { customerId: int },
  sql: `
SELECT DISTINCT a.customer_id AS customerId
FROM derived_allocation AS a
CROSS JOIN derived_payment AS p ON p.payment_id = a.payment_id
WHERE a.effective_date BETWEEN @since AND (SELECT as_of_date FROM derived_state)
  AND a.amount_cents > 0 AND p.kind = 'receipt' AND p.received_date >= @since
  AND p.nature IN ('bank', 'cash')
  AND (EXISTS (SELECT 1 FROM notice_item WHERE receivable_id = a.receivable_id)
    OR EXISTS (SELECT 1 FROM level_set WHERE receivable_id = a.receivable_id)
    OR EXISTS (SELECT 1 FROM step_done WHERE receivable_id = a.receivable_id))
ORDER BY a.customer_id`,
});

const RECEIVED = query({
  name: 'payments.received',
  params: { customerIds: text, since: day },
  row: {
    customerId: int,
    paymentId: int,
    receivedOn: day,
    paymentCents: amount,
    nature: word<SettlementNature>(),
    receivableId: int,
    kind: word<ItemKind>(),
    ...documentColumns,
    outstandingCents: amount,
    isStated: flag,
    allocatedCents: amount,
    isSettled: flag,
    isFactored: flag,
  },
  sql: `
SELECT a.customer_id AS customerId, a.payment_id AS paymentId, p.received_date AS receivedOn,
  p.amount_cents AS paymentCents, p.nature, i.receivable_id AS receivableId, i.kind, i.role,
  i.document_number AS documentNumber, i.document_date AS documentDate, i.due_date AS dueDate,
  i.due_basis AS dueBasis, i.amount_cents AS amountCents,
  ifnull((SELECT o.outstanding_cents FROM derived_open_item AS o
    WHERE o.customer_id = i.customer_id AND o.receivable_id = i.receivable_id), 0)
    AS outstandingCents,
  i.currency, sum(a.amount_cents) AS allocatedCents,
  min(a.basis <> 'virtual' OR (length(i.document_number) >= 3
    AND (p.reference = i.document_number OR instr(p.label, i.document_number) > 0))) AS isStated,
  ifnull(i.settled_date <= (SELECT as_of_date FROM derived_state), 0) AS isSettled,
  EXISTS (SELECT 1 FROM derived_allocation AS f WHERE f.customer_id = i.customer_id
    AND f.receivable_id = i.receivable_id AND f.nature = 'factor') AS isFactored
FROM json_each(@customerIds) AS wanted
CROSS JOIN derived_allocation AS a ON a.customer_id = wanted.value
CROSS JOIN derived_payment AS p ON p.payment_id = a.payment_id
CROSS JOIN derived_item AS i ON i.receivable_id = a.receivable_id
WHERE a.effective_date BETWEEN @since AND (SELECT as_of_date FROM derived_state)
  AND a.amount_cents > 0 AND p.kind = 'receipt' AND p.received_date >= @since
  AND NOT EXISTS (SELECT 1 FROM derived_allocation AS r WHERE r.customer_id = a.customer_id
    AND r.effective_date BETWEEN a.effective_date AND (SELECT as_of_date FROM derived_state)
    AND r.receivable_id = a.receivable_id AND r.basis = 'reversal'
    AND r.amount_cents = -a.amount_cents)
GROUP BY a.payment_id, i.receivable_id
ORDER BY a.customer_id, p.received_date, a.payment_id, i.due_date, i.receivable_id`,
});

/** Customers who paid something since then that a step had reached before. */
export function readPaidAfterAStep(reader: Reader, since: CalendarDate): number[] {
  return reader.all(PAID_AFTER_A_STEP, { since }).map(({ customerId }) => customerId);
}

/**
 * What these customers paid since then, a row for each payment and item. `isStated`: the accountant
 * lettered it, or the money names the document; otherwise it is a proposal of ours.
 */
export function readPaymentsReceived(
  reader: Reader,
  customerIds: readonly number[],
  since: CalendarDate,
) {
  return reader.all(RECEIVED, { customerIds: JSON.stringify(customerIds), since });
}

export type PaymentReceived = ReturnType<typeof readPaymentsReceived>[number];
