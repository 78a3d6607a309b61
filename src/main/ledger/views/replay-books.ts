/**
 * The books of past months with their dates, so that any day of them can be looked at without
 * asking the ledger again: what was open when they begin, what was booked, what was allocated.
 */
import type { HoldReason } from '../../../shared/domain/hold/hold.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { addDays } from '../../../shared/kernel/calendar-date.ts';
import type { Reader } from '../session.ts';
import { amount, day, int, nullable, query, word } from '../statement.ts';
import { queryByCustomer, readByCustomer, type Whose } from './by-customer.ts';
import { openItemColumns, readOpenItemsAsOf } from './open-items.ts';

const BOOKED_ITEMS = queryByCustomer({
  name: 'replay.booked_items',
  column: 'customer_id',
  params: { after: day },
  row: { ...openItemColumns, bookedOn: day },
  sql: `
SELECT receivable_id AS receivableId, NULL AS paymentId, customer_id AS customerId, kind, role,
  document_number AS documentNumber, document_date AS documentDate, due_date AS dueDate,
  due_basis AS dueBasis, amount_cents AS amountCents, amount_cents AS outstandingCents, currency,
  names_document_number AS namesDocumentNumber, is_virtual AS isVirtual, booked_date AS bookedOn
FROM derived_item
WHERE booked_date > @after AND booked_date <= (SELECT as_of_date FROM derived_state) AND :scope
ORDER BY receivable_id`,
});

const BOOKED_PAYMENTS = queryByCustomer({
  name: 'replay.booked_payments',
  column: 'customer_id',
  params: { after: day },
  row: { ...openItemColumns, bookedOn: day },
  sql: `
SELECT NULL AS receivableId, payment_id AS paymentId, customer_id AS customerId,
  CASE kind WHEN 'deposit' THEN 'deposit' ELSE 'payment' END AS kind, role,
  reference AS documentNumber, received_date AS documentDate, NULL AS dueDate, 'none' AS dueBasis,
  -amount_cents AS amountCents, -amount_cents AS outstandingCents, currency,
  NULL AS namesDocumentNumber, 0 AS isVirtual, received_date AS bookedOn
FROM derived_payment
WHERE received_date > @after AND received_date <= (SELECT as_of_date FROM derived_state) AND :scope
ORDER BY payment_id`,
});

const ALLOCATED = queryByCustomer({
  name: 'replay.allocated',
  column: 'customer_id',
  params: { after: day },
  row: {
    customerId: int,
    receivableId: nullable(int),
    paymentId: nullable(int),
    amountCents: amount,
    on: day,
  },
  sql: `
SELECT customer_id AS customerId, receivable_id AS receivableId, payment_id AS paymentId,
  amount_cents AS amountCents, effective_date AS "on"
FROM derived_allocation
WHERE effective_date > @after AND effective_date <= (SELECT as_of_date FROM derived_state)
  AND :scope
ORDER BY effective_date`,
});

// The same proposals of ours as `readVirtuallySettled` counts among what is overdue, from the day
// on which each was both settled and due; what was so before the months is one sum.
const VIRTUAL = queryByCustomer({
  name: 'replay.virtually_settled',
  column: 'a.customer_id',
  params: { after: day },
  row: { customerId: int, after: day, amountCents: amount },
  sql: `
SELECT a.customer_id AS customerId,
  max(@after, a.effective_date, coalesce(i.due_date, '')) AS after,
  sum(a.amount_cents) AS amountCents
FROM derived_allocation AS a CROSS JOIN derived_item AS i ON i.receivable_id = a.receivable_id
LEFT JOIN derived_payment AS p ON p.payment_id = a.payment_id
WHERE i.is_virtual = 1 AND i.currency = '${LEDGER_CURRENCY}'
  AND a.basis = 'virtual' AND i.amount_cents > 0 AND :scope
  AND a.effective_date <= (SELECT as_of_date FROM derived_state)
  AND NOT (length(i.document_number) >= 3 AND p.payment_id IS NOT NULL
    AND (p.reference = i.document_number OR instr(p.label, i.document_number) > 0))
GROUP BY 1, 2 ORDER BY 1, 2`,
});

const HOLDS = query({
  name: 'replay.holds',
  row: {
    customerId: int,
    receivableId: nullable(int),
    reason: word<HoldReason>(),
    from: day,
    until: nullable(day),
  },
  sql: `
SELECT h.customer_id AS customerId, h.receivable_id AS receivableId, h.reason, begun.day AS "from",
  ended.day AS until
FROM hold AS h JOIN entry AS begun ON begun.entry_id = h.entry_id
LEFT JOIN hold_ended AS e ON e.hold_id = h.hold_id
LEFT JOIN entry AS ended ON ended.entry_id = e.entry_id
ORDER BY h.hold_id`,
});

/** What was open on the evening before the months, and what moved from their first day on. */
export function readReplayBooks(reader: Reader, whose: Whose, from: CalendarDate) {
  const after = addDays(from, -1);
  return {
    opening: readOpenItemsAsOf(reader, whose, after).map((row) => ({ ...row, bookedOn: after })),
    booked: [
      ...readByCustomer(reader, BOOKED_ITEMS, whose, { after }),
      ...readByCustomer(reader, BOOKED_PAYMENTS, whose, { after }),
    ],
    allocated: readByCustomer(reader, ALLOCATED, whose, { after }),
    virtual: readByCustomer(reader, VIRTUAL, whose, { after }),
  };
}

/** Stops with the days on which they began and ended. */
export function readHoldPeriods(reader: Reader) {
  return reader.all(HOLDS);
}

export type ReplayBooks = ReturnType<typeof readReplayBooks>;
export type HoldPeriod = ReturnType<typeof readHoldPeriods>[number];
