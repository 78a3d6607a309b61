/**
 * The time line of a customer: everything that people did and that the account lived, newest first.
 *
 * Each source gives the same few columns; the sentence is made from `facts` by whoever shows it.
 * Payments come from the derived tables and so follow an undone import.
 */
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Reader } from '../session.ts';
import { day, int, moment, nullable, query, text } from '../statement.ts';

export interface TimelineRecord {
  readonly entryKey: string;
  readonly kind: string;
  readonly day: CalendarDate;
  readonly recordedAt: Instant | null;
  readonly facts: Readonly<Record<string, string | number | null>>;
  readonly comment: string;
  readonly undoKind: string | null;
  readonly undoId: number | null;
}

const TIMELINE = query({
  name: 'view.timeline',
  params: { customerId: int, kinds: nullable(text), offset: int, limit: int },
  row: {
    total: int,
    entryKey: text,
    kind: text,
    day,
    recordedAt: nullable(moment),
    facts: text,
    comment: text,
    undoKind: nullable(text),
    undoId: nullable(int),
  },
  sql: `
WITH line AS (
  SELECT 'call:' || l.contact_log_id AS entryKey,
    iif(l.direction = 'in', 'incoming_call', 'call') AS kind, l.day, e.recorded_at AS recordedAt,
    json_object('outcome', l.outcome, 'outcomeDate', l.outcome_date, 'channel', l.channel,
      'amountCents', l.amount_cents, 'contactName', (SELECT name FROM contact
        WHERE contact_id = l.contact_id ORDER BY entry_id DESC LIMIT 1)) AS facts,
    l.comment, iif(u.contact_log_id IS NULL, 'call', NULL) AS undoKind,
    iif(u.contact_log_id IS NULL, l.contact_log_id, NULL) AS undoId
  FROM contact_log AS l JOIN entry AS e USING (entry_id)
  LEFT JOIN contact_log_undone AS u USING (contact_log_id)
  WHERE l.customer_id = @customerId AND u.contact_log_id IS NULL
  UNION ALL
  SELECT 'promise:' || p.promise_id, iif(c.promise_id IS NULL, 'promise', 'promise_cancelled'),
    p.promised_on, e.recorded_at,
    json_object('promisedFor', p.promised_for, 'amountCents', p.amount_cents, 'method', p.method),
    p.comment, iif(c.promise_id IS NULL, 'promise', NULL),
    iif(c.promise_id IS NULL, p.promise_id, NULL)
  FROM promise AS p JOIN entry AS e USING (entry_id) LEFT JOIN promise_closed AS c USING (promise_id)
  WHERE p.customer_id = @customerId AND ifnull(c.reason, '') <> 'undone'
  UNION ALL
  SELECT 'note:' || n.note_id, 'note', n.day, e.recorded_at, json_object(), n.text, NULL, NULL
  FROM note AS n JOIN entry AS e USING (entry_id) WHERE n.customer_id = @customerId
  UNION ALL
  SELECT 'dispute:' || d.dispute_id, 'dispute', d.opened_on, e.recorded_at,
    json_object('reason', d.reason, 'owner', d.owner, 'answerBy', d.answer_by, 'amountCents',
      (SELECT sum(amount_cents) FROM dispute_item WHERE dispute_id = d.dispute_id)),
    d.comment, iif(c.dispute_id IS NULL, 'dispute', NULL),
    iif(c.dispute_id IS NULL, d.dispute_id, NULL)
  FROM dispute AS d JOIN entry AS e USING (entry_id) LEFT JOIN dispute_closed AS c USING (dispute_id)
  WHERE d.customer_id = @customerId AND ifnull(c.outcome, '') <> 'undone'
  UNION ALL
  SELECT 'dispute_closed:' || d.dispute_id, 'dispute_closed', c.closed_on, e.recorded_at,
    json_object('reason', d.reason, 'outcome', c.outcome), '', NULL, NULL
  FROM dispute AS d JOIN dispute_closed AS c USING (dispute_id) JOIN entry AS e
    ON e.entry_id = c.entry_id
  WHERE d.customer_id = @customerId AND c.outcome <> 'undone'
  UNION ALL
  SELECT 'hold:' || h.hold_id, 'hold', e.day, e.recorded_at,
    json_object('reason', h.reason, 'reviewOn', h.review_on, 'documentNumber',
      (SELECT document_number FROM derived_item WHERE receivable_id = h.receivable_id)),
    h.comment, iif(x.hold_id IS NULL, 'hold', NULL), iif(x.hold_id IS NULL, h.hold_id, NULL)
  FROM hold AS h JOIN entry AS e USING (entry_id) LEFT JOIN hold_ended AS x USING (hold_id)
  WHERE h.customer_id = @customerId
  UNION ALL
  SELECT 'hold_ended:' || h.hold_id, 'hold_ended', e.day, e.recorded_at,
    json_object('reason', h.reason), '', NULL, NULL
  FROM hold AS h JOIN hold_ended AS x USING (hold_id) JOIN entry AS e ON e.entry_id = x.entry_id
  WHERE h.customer_id = @customerId
  UNION ALL
  SELECT 'task:' || t.task_id, 'task', e.day, e.recorded_at,
    json_object('taskKind', t.kind, 'dueOn', t.due_on), t.comment,
    iif(c.task_id IS NULL, 'task', NULL), iif(c.task_id IS NULL, t.task_id, NULL)
  FROM task AS t JOIN entry AS e USING (entry_id) LEFT JOIN task_closed AS c USING (task_id)
  WHERE t.customer_id = @customerId
  UNION ALL
  SELECT 'change:' || e.entry_id, 'change', e.day, e.recorded_at,
    json_object('fields', group_concat(o.field)), '', NULL, NULL
  FROM customer_override AS o JOIN entry AS e USING (entry_id)
  WHERE o.customer_id = @customerId GROUP BY e.entry_id
  UNION ALL
  SELECT 'payment:' || p.received_date || ':' || p.import_id || ':' || p.line_number,
    CASE p.kind WHEN 'refund' THEN 'refund' WHEN 'reject' THEN 'reject' ELSE 'payment' END,
    p.received_date, NULL,
    json_object('amountCents', p.amount_cents, 'nature', p.nature, 'reference', p.reference,
      'paymentKind', p.kind), p.label, NULL, NULL
  FROM derived_payment AS p WHERE p.customer_id = @customerId
)
SELECT count(*) OVER () AS total, * FROM line
WHERE @kinds IS NULL OR kind IN (SELECT value FROM json_each(@kinds))
ORDER BY day DESC, recordedAt DESC, entryKey DESC LIMIT @limit OFFSET @offset`,
});

/** A window of the time line; `kinds` null for all of them. */
export function readTimeline(
  reader: Reader,
  wanted: {
    readonly customerId: number;
    readonly kinds: readonly string[] | null;
    readonly offset: number;
    readonly limit: number;
  },
): { readonly total: number; readonly rows: readonly TimelineRecord[] } {
  const kinds = wanted.kinds === null ? null : JSON.stringify(wanted.kinds);
  const rows = reader.all(TIMELINE, { ...wanted, kinds });
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ total: _, facts, ...row }) => ({
      ...row,
      facts: JSON.parse(facts) as TimelineRecord['facts'],
    })),
  };
}
