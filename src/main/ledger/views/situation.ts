/**
 * What people and money say of customers, as the rules read it: promises, disputes, stops, calls,
 * habits. Each for everybody or for one customer, so that one customer is assessed again in
 * milliseconds after a call.
 */
import type { CallOutcome } from '../../../shared/domain/contact-log/call-outcome.ts';
import type { ContactChannel } from '../../../shared/domain/contact-log/contact-state.ts';
import type { HoldReason } from '../../../shared/domain/hold/hold.ts';
import type { SettlementNature } from '../../../shared/domain/interpretation/interpretation.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Reader } from '../session.ts';
import { amount, day, flag, int, moment, nullable, text, word } from '../statement.ts';
import { queryByCustomer, readByCustomer } from './by-customer.ts';

const PROMISES = queryByCustomer({
  name: 'situation.promises',
  column: 'p.customer_id',
  row: {
    promiseId: int,
    customerId: int,
    kind: word<'promise' | 'announced'>(),
    promisedOn: day,
    promisedFor: day,
    amountCents: amount,
    method: nullable(text),
    comment: text,
    recordedAt: moment,
    closedReason: nullable(word<'cancelled' | 'replaced' | 'undone'>()),
    items: text,
  },
  sql: `
SELECT p.promise_id AS promiseId, p.customer_id AS customerId, p.kind, p.promised_on AS promisedOn,
  p.promised_for AS promisedFor, p.amount_cents AS amountCents, p.method, p.comment,
  e.recorded_at AS recordedAt, c.reason AS closedReason,
  (SELECT json_group_array(json_object('receivableId', i.receivable_id, 'amountCents',
    i.amount_cents)) FROM promise_item AS i WHERE i.promise_id = p.promise_id) AS items
FROM promise AS p JOIN entry AS e ON e.entry_id = p.entry_id
LEFT JOIN promise_closed AS c ON c.promise_id = p.promise_id
WHERE :scope ORDER BY p.promised_for, p.promise_id`,
});

/** A promise with its items: a `PromiseToPay` of the domain, and how a person ended it. */
export interface RecordedPromise {
  readonly promiseId: number;
  readonly customerId: number;
  readonly kind: 'promise' | 'announced';
  readonly promisedOn: CalendarDate;
  readonly promisedFor: CalendarDate;
  readonly amountCents: number;
  readonly method: string | null;
  readonly comment: string;
  readonly recordedAt: Instant;
  readonly closedReason: 'cancelled' | 'replaced' | 'undone' | null;
  readonly items: readonly { readonly receivableId: number; readonly amountCents: number }[];
}

/** Every promise ever made, closed ones included, by the day they are for. */
export function readPromises(reader: Reader, customerId: number | null): RecordedPromise[] {
  return readByCustomer(reader, PROMISES, customerId).map((row) => ({
    ...row,
    items: JSON.parse(row.items) as RecordedPromise['items'],
  }));
}

const MOVEMENTS = queryByCustomer({
  name: 'situation.movements',
  column: 'p.customer_id',
  row: {
    customerId: int,
    date: day,
    amountCents: amount,
    nature: word<SettlementNature>(),
    receivableId: nullable(int),
  },
  sql: `
WITH since AS (
  SELECT p.customer_id, min(p.promised_on) AS day FROM promise AS p WHERE :scope
  GROUP BY p.customer_id
)
SELECT a.customer_id AS customerId, a.effective_date AS date, a.amount_cents AS amountCents,
  a.nature, a.receivable_id AS receivableId
FROM since CROSS JOIN derived_allocation AS a ON a.customer_id = since.customer_id
  AND a.effective_date >= since.day
WHERE a.receivable_id IS NOT NULL
  AND a.effective_date <= (SELECT as_of_date FROM derived_state)
UNION ALL
SELECT o.customer_id, p.received_date, -o.outstanding_cents, p.nature, NULL
FROM since CROSS JOIN derived_open_item AS o ON o.customer_id = since.customer_id
CROSS JOIN derived_payment AS p ON p.payment_id = o.payment_id
WHERE p.received_date >= since.day
ORDER BY customerId, date`,
});

/**
 * What reduced the accounts of customers with promises since their first one: `AccountMovement` of
 * the domain. Money not allocated yet has no receivable.
 */
export function readMovements(reader: Reader, customerId: number | null) {
  return readByCustomer(reader, MOVEMENTS, customerId);
}

const DISPUTES = queryByCustomer({
  name: 'situation.disputes',
  column: 'd.customer_id',
  row: {
    disputeId: int,
    customerId: int,
    openedOn: day,
    reason: text,
    owner: text,
    answerBy: nullable(day),
    comment: text,
    recordedAt: moment,
    outcome: nullable(word<'credit_note' | 'maintained' | 'partly' | 'undone'>()),
    closedOn: nullable(day),
    items: text,
  },
  sql: `
SELECT d.dispute_id AS disputeId, d.customer_id AS customerId, d.opened_on AS openedOn, d.reason,
  d.owner, d.answer_by AS answerBy, d.comment, e.recorded_at AS recordedAt, c.outcome,
  c.closed_on AS closedOn,
  (SELECT json_group_array(json_object('receivableId', i.receivable_id, 'amountCents',
    i.amount_cents)) FROM dispute_item AS i WHERE i.dispute_id = d.dispute_id) AS items
FROM dispute AS d JOIN entry AS e ON e.entry_id = d.entry_id
LEFT JOIN dispute_closed AS c ON c.dispute_id = d.dispute_id
WHERE :scope ORDER BY d.opened_on DESC, d.dispute_id DESC`,
});

/** Every dispute, closed ones included, the latest first. */
export function readDisputes(reader: Reader, customerId: number | null) {
  return readByCustomer(reader, DISPUTES, customerId).map((row) => ({
    ...row,
    items: JSON.parse(row.items) as RecordedPromise['items'],
  }));
}

const HOLDS = queryByCustomer({
  name: 'situation.holds',
  column: 'h.customer_id',
  row: {
    holdId: int,
    customerId: int,
    receivableId: nullable(int),
    reason: word<HoldReason>(),
    reviewOn: day,
    comment: text,
    since: day,
    documentNumber: nullable(text),
  },
  sql: `
SELECT h.hold_id AS holdId, h.customer_id AS customerId, h.receivable_id AS receivableId, h.reason,
  h.review_on AS reviewOn, h.comment, e.day AS since,
  (SELECT i.document_number FROM derived_item AS i WHERE i.receivable_id = h.receivable_id)
    AS documentNumber
FROM hold AS h JOIN entry AS e ON e.entry_id = h.entry_id
WHERE :scope AND NOT EXISTS (SELECT 1 FROM hold_ended AS x WHERE x.hold_id = h.hold_id)
ORDER BY h.review_on, h.hold_id`,
});

/** Stops that nobody has ended, by the day to look at them: `Hold` of the domain. */
export function readHolds(reader: Reader, customerId: number | null) {
  return readByCustomer(reader, HOLDS, customerId);
}

const CONTACT_LOG = queryByCustomer({
  name: 'situation.contact_log',
  column: 'l.customer_id',
  row: {
    contactLogId: int,
    customerId: int,
    day,
    channel: word<ContactChannel>(),
    direction: word<'in' | 'out'>(),
    contactId: nullable(int),
    contactName: nullable(text),
    outcome: word<CallOutcome>(),
    outcomeDate: nullable(day),
    comment: text,
    amountCents: amount,
    recordedAt: moment,
  },
  sql: `
SELECT l.contact_log_id AS contactLogId, l.customer_id AS customerId, l.day, l.channel, l.direction,
  l.contact_id AS contactId,
  (SELECT k.name FROM contact AS k WHERE k.contact_id = l.contact_id
    ORDER BY k.entry_id DESC LIMIT 1) AS contactName,
  l.outcome, l.outcome_date AS outcomeDate, l.comment, l.amount_cents AS amountCents,
  e.recorded_at AS recordedAt
FROM contact_log AS l JOIN entry AS e ON e.entry_id = l.entry_id
WHERE :scope
  AND NOT EXISTS (SELECT 1 FROM contact_log_undone AS x WHERE x.contact_log_id = l.contact_log_id)
ORDER BY l.day, l.contact_log_id`,
});

/** Exchanges that stand, oldest first: `ContactLogEntry` of the domain. */
export function readContactLog(reader: Reader, customerId: number | null) {
  return readByCustomer(reader, CONTACT_LOG, customerId);
}

const TASKS = queryByCustomer({
  name: 'situation.tasks',
  column: 't.customer_id',
  row: { taskId: int, customerId: int, kind: text, dueOn: day, comment: text, since: day },
  sql: `
SELECT t.task_id AS taskId, t.customer_id AS customerId, t.kind, t.due_on AS dueOn, t.comment,
  e.day AS since
FROM task AS t JOIN entry AS e ON e.entry_id = t.entry_id
WHERE :scope AND NOT EXISTS (SELECT 1 FROM task_closed AS x WHERE x.task_id = t.task_id)
ORDER BY t.due_on, t.task_id`,
});

/** Open tasks, by their day. */
export function readTasks(reader: Reader, customerId: number | null) {
  return readByCustomer(reader, TASKS, customerId);
}

const REJECTS = queryByCustomer({
  name: 'situation.rejects',
  column: 'customer_id',
  params: { since: day },
  row: { customerId: int, day, amountCents: amount, currency: text },
  sql: `
SELECT customer_id AS customerId, received_date AS day, -amount_cents AS amountCents, currency
FROM derived_payment WHERE kind = 'reject' AND received_date >= @since AND :scope
ORDER BY received_date DESC, payment_id DESC`,
});

/** Payments that came back unpaid since a day, the latest first; amounts are positive. */
export function readRejects(reader: Reader, customerId: number | null, since: CalendarDate) {
  return customerId === null
    ? reader.all(REJECTS.ofAll, { since })
    : reader.all(REJECTS.ofOne, { since, customerId });
}

const DELAYS = queryByCustomer({
  name: 'situation.delays',
  column: 'i.customer_id',
  params: { since: day },
  row: {
    customerId: int,
    receivableId: int,
    dueDate: day,
    settledDate: day,
    amountCents: amount,
    nature: word<SettlementNature>(),
    isEstimated: flag,
    isDisputed: flag,
  },
  sql: `
SELECT i.customer_id AS customerId, i.receivable_id AS receivableId, i.due_date AS dueDate,
  i.settled_date AS settledDate, i.amount_cents AS amountCents, i.settled_nature AS nature,
  i.due_basis = 'estimated' AS isEstimated,
  EXISTS (SELECT 1 FROM dispute_item AS d WHERE d.receivable_id = i.receivable_id) AS isDisputed
FROM derived_item AS i
WHERE i.settled_date > @since AND i.settled_date <= (SELECT as_of_date FROM derived_state)
  AND i.due_date IS NOT NULL AND i.amount_cents > 0 AND i.settled_nature IS NOT NULL
  AND i.role = 'ordinary' AND :scope`,
});

/** Settled invoices since a day, for habits: `SettledItem` of the domain but its exclusion. */
export function readDelays(reader: Reader, customerId: number | null, since: CalendarDate) {
  return customerId === null
    ? reader.all(DELAYS.ofAll, { since })
    : reader.all(DELAYS.ofOne, { since, customerId });
}

const RECEIPT_DAYS = queryByCustomer({
  name: 'situation.receipt_days',
  column: 'customer_id',
  params: { since: day },
  row: { customerId: int, receivedDate: day },
  sql: `
SELECT DISTINCT customer_id AS customerId, received_date AS receivedDate
FROM derived_payment
WHERE kind = 'receipt' AND nature IN ('bank', 'cash') AND received_date > @since AND :scope
ORDER BY customer_id, received_date`,
});

/** The days on which money came, for the known payment days. */
export function readReceiptDays(reader: Reader, customerId: number | null, since: CalendarDate) {
  return customerId === null
    ? reader.all(RECEIPT_DAYS.ofAll, { since })
    : reader.all(RECEIPT_DAYS.ofOne, { since, customerId });
}

const VIRTUAL = queryByCustomer({
  name: 'situation.virtually_settled',
  column: 'i.customer_id',
  params: { lateBefore: day },
  row: { customerId: int, virtualCents: amount, overdueCents: amount, itemCount: int },
  sql: `
SELECT i.customer_id AS customerId, sum(a.amount_cents) AS virtualCents,
  sum(CASE WHEN i.due_date < @lateBefore THEN a.amount_cents ELSE 0 END) AS overdueCents,
  count(DISTINCT i.receivable_id) AS itemCount
FROM derived_item AS i CROSS JOIN derived_allocation AS a ON a.customer_id = i.customer_id
  AND a.receivable_id = i.receivable_id
WHERE i.is_virtual = 1 AND a.basis = 'virtual' AND i.amount_cents > 0 AND :scope
  AND a.effective_date <= (SELECT as_of_date FROM derived_state)
GROUP BY i.customer_id`,
});

/**
 * What only virtual lettering settles, by customer: in all, and of items due before a day. Who has
 * none is absent.
 */
export function readVirtuallySettled(
  reader: Reader,
  customerId: number | null,
  lateBefore: CalendarDate,
) {
  return customerId === null
    ? reader.all(VIRTUAL.ofAll, { lateBefore })
    : reader.all(VIRTUAL.ofOne, { lateBefore, customerId });
}
