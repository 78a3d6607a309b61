/** What people recorded, as the rules of the domain read it: of everybody, or of one customer. */
import type { DisputeOutcome } from '../../../shared/domain/dispute/dispute.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader } from '../session.ts';
import { amount, day, flag, int, nullable, query, text, word } from '../statement.ts';
import { queryByCustomer, readByCustomer, type Whose } from './by-customer.ts';

const PROMISES = query({
  name: 'view.promises',
  params: { since: day, customerId: nullable(int) },
  row: {
    promiseId: int,
    customerId: int,
    promisedOn: day,
    promisedFor: day,
    amountCents: amount,
    method: nullable(text),
    comment: text,
    closedReason: nullable(word<'cancelled' | 'replaced' | 'undone'>()),
  },
  sql: `
SELECT p.promise_id AS promiseId, p.customer_id AS customerId, p.promised_on AS promisedOn,
  p.promised_for AS promisedFor, p.amount_cents AS amountCents, p.method, p.comment,
  closed.reason AS closedReason
FROM promise AS p LEFT JOIN promise_end AS closed USING (promise_id)
WHERE p.promised_for >= @since AND (@customerId IS NULL OR p.customer_id = @customerId)
ORDER BY p.promised_for, p.promise_id`,
});

const PROMISE_ITEMS = query({
  name: 'view.promise_items',
  params: { since: day, customerId: nullable(int) },
  row: {
    promiseId: int,
    receivableId: int,
    amountCents: amount,
    documentNumber: nullable(text),
    outstandingCents: amount,
    settledBeforeCents: amount,
    currency: nullable(text),
  },
  sql: `
SELECT i.promise_id AS promiseId, i.receivable_id AS receivableId, i.amount_cents AS amountCents,
  d.document_number AS documentNumber,
  max(0, min(i.amount_cents, i.amount_cents - ifnull(d.amount_cents, i.amount_cents)
    + ifnull((SELECT sum(b.amount_cents) FROM derived_allocation AS b
      WHERE b.customer_id = p.customer_id AND b.receivable_id = i.receivable_id
        AND b.effective_date < min(p.promised_on, p.promised_for)), 0))) AS settledBeforeCents,
  ifnull(d.amount_cents, 0) - ifnull((SELECT sum(a.amount_cents) FROM derived_allocation AS a
    WHERE a.customer_id = p.customer_id AND a.receivable_id = i.receivable_id), 0)
    AS outstandingCents, d.currency
FROM promise AS p JOIN promise_item AS i USING (promise_id)
LEFT JOIN derived_item AS d ON d.receivable_id = i.receivable_id
WHERE p.promised_for >= @since AND (@customerId IS NULL OR p.customer_id = @customerId)`,
});

// Money and other settlements that reached promised items from the day of the promise on.
const PROMISE_SETTLEMENTS = query({
  name: 'view.promise_settlements',
  params: { since: day, customerId: nullable(int) },
  row: {
    promiseId: int,
    receivableId: int,
    effectiveDate: day,
    amountCents: amount,
    nature: text,
  },
  sql: `
SELECT p.promise_id AS promiseId, i.receivable_id AS receivableId,
  a.effective_date AS effectiveDate, a.amount_cents AS amountCents, a.nature
FROM promise AS p JOIN promise_item AS i USING (promise_id)
CROSS JOIN derived_allocation AS a
  ON a.customer_id = p.customer_id AND a.receivable_id = i.receivable_id
WHERE p.promised_for >= @since AND (@customerId IS NULL OR p.customer_id = @customerId)
  AND a.effective_date >= p.promised_on
ORDER BY a.effective_date`,
});

// Receipts of the customer that nothing allocates yet: money may be there before the lettering.
const FREE_RECEIPTS = queryByCustomer({
  name: 'view.free_receipts',
  column: 'customer_id',
  row: { customerId: int, receivedDate: day, remainingCents: amount, currency: text },
  sql: `
SELECT customer_id AS customerId, document_date AS receivedDate,
  -outstanding_cents AS remainingCents, currency
FROM derived_open_item
WHERE kind = 'payment' AND outstanding_cents < 0 AND :scope`,
});

const DISPUTES = query({
  name: 'view.disputes',
  params: { customerId: nullable(int) },
  row: {
    disputeId: int,
    customerId: int,
    openedOn: day,
    reason: text,
    owner: text,
    answerBy: nullable(day),
    comment: text,
    outcome: nullable(word<DisputeOutcome>()),
    closedOn: nullable(day),
    creditCents: amount,
    answer: text,
  },
  sql: `
SELECT d.dispute_id AS disputeId, d.customer_id AS customerId, d.opened_on AS openedOn, d.reason,
  d.owner, d.answer_by AS answerBy, d.comment, closed.outcome, closed.closed_on AS closedOn,
  ifnull(closed.credit_cents, 0) AS creditCents, ifnull(closed.comment, '') AS answer
FROM dispute AS d LEFT JOIN dispute_end AS closed USING (dispute_id)
WHERE @customerId IS NULL OR d.customer_id = @customerId
ORDER BY d.opened_on DESC, d.dispute_id DESC`,
});

const DISPUTE_ITEMS = query({
  name: 'view.dispute_items',
  params: { customerId: nullable(int) },
  row: {
    disputeId: int,
    receivableId: int,
    amountCents: amount,
    creditedCents: amount,
    documentNumber: nullable(text),
    currency: nullable(text),
  },
  sql: `
SELECT i.dispute_id AS disputeId, i.receivable_id AS receivableId, i.amount_cents AS amountCents,
  max(0, min(i.amount_cents, ifnull((SELECT sum(a.amount_cents) FROM derived_allocation AS a
    WHERE a.customer_id = d.customer_id AND a.receivable_id = i.receivable_id
      AND a.nature = 'credit_note' AND a.effective_date >= d.opened_on), 0))) AS creditedCents,
  item.document_number AS documentNumber, item.currency
FROM dispute AS d JOIN dispute_item AS i USING (dispute_id)
LEFT JOIN derived_item AS item ON item.receivable_id = i.receivable_id
WHERE @customerId IS NULL OR d.customer_id = @customerId`,
});

const HOLDS = query({
  name: 'view.holds',
  params: { customerId: nullable(int) },
  row: {
    holdId: int,
    customerId: int,
    receivableId: nullable(int),
    documentNumber: nullable(text),
    reason: text,
    since: day,
    reviewOn: day,
    comment: text,
    isEnded: flag,
  },
  sql: `
SELECT h.hold_id AS holdId, h.customer_id AS customerId, h.receivable_id AS receivableId,
  item.document_number AS documentNumber, h.reason, e.day AS since, h.review_on AS reviewOn,
  h.comment, ended.hold_id IS NOT NULL AS isEnded
FROM hold AS h JOIN entry AS e ON e.entry_id = h.entry_id
LEFT JOIN hold_ended AS ended ON ended.hold_id = h.hold_id
LEFT JOIN derived_item AS item ON item.receivable_id = h.receivable_id
WHERE @customerId IS NULL OR h.customer_id = @customerId
ORDER BY h.review_on, h.hold_id`,
});

const CONTACT_LOG = query({
  name: 'view.contact_log',
  params: { since: day, customerId: nullable(int) },
  row: {
    contactLogId: int,
    customerId: int,
    day,
    channel: text,
    direction: word<'in' | 'out'>(),
    contactId: nullable(int),
    outcome: text,
    outcomeDate: nullable(day),
    comment: text,
    amountCents: amount,
    currency: text,
  },
  sql: `
SELECT l.contact_log_id AS contactLogId, l.customer_id AS customerId, l.day, l.channel,
  l.direction, l.contact_id AS contactId, l.outcome, l.outcome_date AS outcomeDate, l.comment,
  l.amount_cents AS amountCents, l.currency
FROM contact_log AS l
WHERE l.day >= @since AND (@customerId IS NULL OR l.customer_id = @customerId)
  AND l.contact_log_id NOT IN (SELECT contact_log_id FROM contact_log_undone)
ORDER BY l.day, l.contact_log_id`,
});

const TASKS = query({
  name: 'view.tasks',
  params: { customerId: nullable(int) },
  row: {
    taskId: int,
    customerId: int,
    kind: text,
    dueOn: day,
    comment: text,
    isClosed: flag,
    closedOn: nullable(day),
  },
  sql: `
SELECT t.task_id AS taskId, t.customer_id AS customerId, t.kind, t.due_on AS dueOn, t.comment,
  closed.task_id IS NOT NULL AS isClosed, e.day AS closedOn
FROM task AS t LEFT JOIN task_closed AS closed USING (task_id)
LEFT JOIN entry AS e ON e.entry_id = closed.entry_id
WHERE @customerId IS NULL OR t.customer_id = @customerId
ORDER BY t.due_on, t.task_id`,
});

const UNREAD_REPLIES = query({
  name: 'people.unread_replies',
  params: { customerId: nullable(int) },
  row: { replyId: int, customerId: int, day },
  sql: `
SELECT reply_id AS replyId, customer_id AS customerId, day FROM reply
WHERE kind = 'answer' AND (@customerId IS NULL OR customer_id = @customerId)
  AND reply_id NOT IN (SELECT reply_id FROM reply_read)
ORDER BY reply_id`,
});

const DONE_TODAY = query({
  name: 'view.done_today',
  params: { day },
  row: { customerId: int },
  sql: `
SELECT customer_id AS customerId FROM done_today AS d
WHERE day = @day AND is_done = 1 AND entry_id = (
  SELECT max(entry_id) FROM done_today WHERE customer_id = d.customer_id AND day = d.day)`,
});

const REJECTS = queryByCustomer({
  name: 'view.rejects',
  column: 'p.customer_id',
  params: { since: day },
  row: {
    paymentId: int,
    customerId: int,
    receivedDate: day,
    amountCents: amount,
    currency: text,
    label: text,
    reopenedIds: text,
  },
  sql: `
SELECT p.payment_id AS paymentId, p.customer_id AS customerId, p.received_date AS receivedDate,
  p.amount_cents AS amountCents, p.currency, p.label,
  (SELECT json_group_array(a.receivable_id) FROM derived_allocation AS a
    WHERE a.customer_id = p.customer_id AND a.payment_id = p.payment_id
      AND a.basis = 'reversal' AND a.receivable_id IS NOT NULL) AS reopenedIds
FROM derived_payment AS p
WHERE p.kind = 'reject' AND p.received_date >= @since AND :scope`,
});

export type PromiseRecord = ReturnType<typeof readPromises>[number];
export type DisputeRecord = ReturnType<typeof readDisputes>[number];
export type HoldRecord = ReturnType<typeof readHolds>[number];
export type ContactLogRecord = ReturnType<typeof readContactLog>[number];
export type TaskRecord = ReturnType<typeof readTasks>[number];
export type UnreadReplyRecord = ReturnType<typeof readUnreadReplies>[number];
export type FreeReceiptRecord = ReturnType<typeof readFreeReceipts>[number];
export type RejectRecord = ReturnType<typeof readRejects>[number];

/** Promises for a day from `since` on, with their items and what settled them since. */
export function readPromises(reader: Reader, since: CalendarDate, customerId: number | null) {
  const items = groupBy(reader.all(PROMISE_ITEMS, { since, customerId }), (row) => row.promiseId);
  const settlements = groupBy(
    reader.all(PROMISE_SETTLEMENTS, { since, customerId }),
    (row) => row.promiseId,
  );
  return reader.all(PROMISES, { since, customerId }).map((promise) => {
    const own = items.get(promise.promiseId) ?? [];
    return {
      ...promise,
      currency: currencyOf(own),
      items: own,
      settlements: settlements.get(promise.promiseId) ?? [],
    };
  });
}

/** Receipts with money left on them, by customer. */
export function readFreeReceipts(reader: Reader, whose: Whose) {
  return readByCustomer(reader, FREE_RECEIPTS, whose);
}

/** Disputes, open and closed, latest first. */
export function readDisputes(reader: Reader, customerId: number | null) {
  const items = groupBy(reader.all(DISPUTE_ITEMS, { customerId }), (row) => row.disputeId);
  return reader.all(DISPUTES, { customerId }).map((dispute) => {
    const own = items.get(dispute.disputeId) ?? [];
    return { ...dispute, currency: currencyOf(own), items: own };
  });
}

/** The currency of items that a promise or a dispute names: all have the same one. */
function currencyOf(items: readonly { readonly currency: string | null }[]): string {
  return items.find(({ currency }) => currency !== null)?.currency ?? LEDGER_CURRENCY;
}

/** Stops, ended ones included, in order of review. */
export function readHolds(reader: Reader, customerId: number | null) {
  return reader.all(HOLDS, { customerId });
}

/** Calls and other exchanges from a day on, undone ones left out, oldest first. */
export function readContactLog(reader: Reader, since: CalendarDate, customerId: number | null) {
  return reader.all(CONTACT_LOG, { since, customerId });
}

/** Tasks, closed ones included, in order of their day. */
export function readTasks(reader: Reader, customerId: number | null) {
  return reader.all(TASKS, { customerId });
}

/** Answers nobody has read, oldest first. */
export function readUnreadReplies(reader: Reader, customerId: number | null) {
  return reader.all(UNREAD_REPLIES, { customerId });
}

/** Customers marked « fait pour aujourd'hui » on that day. */
export function readDoneToday(reader: Reader, today: CalendarDate): ReadonlySet<number> {
  return new Set(reader.all(DONE_TODAY, { day: today }).map((row) => row.customerId));
}

/** Rejected payments from a day on, with the items that they opened again. */
export function readRejects(reader: Reader, since: CalendarDate, whose: Whose) {
  return readByCustomer(reader, REJECTS, whose, { since }).map(({ reopenedIds, ...row }) => ({
    ...row,
    reopenedIds: JSON.parse(reopenedIds) as number[],
  }));
}

function groupBy<Row>(rows: readonly Row[], keyOf: (row: Row) => number): Map<number, Row[]> {
  const groups = new Map<number, Row[]>();
  for (const row of rows) {
    const group = groups.get(keyOf(row));
    if (group === undefined) groups.set(keyOf(row), [row]);
    else group.push(row);
  }
  return groups;
}
