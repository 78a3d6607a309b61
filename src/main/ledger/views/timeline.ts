/** Everything that happened with one customer, the latest first. */
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Reader } from '../session.ts';
import { day, int, moment, nullable, query, text } from '../statement.ts';

export interface TimelineRow {
  readonly kind: string;
  /** Id of what the row is about, within its kind. */
  readonly id: number;
  readonly day: CalendarDate;
  /** Null for what only a file states. */
  readonly recordedAt: Instant | null;
  /** Codes and figures, by name. */
  readonly facts: Readonly<Record<string, string | number | null>>;
  readonly comment: string;
}

// Each arm is reached by its customer's index; the whole is sorted once, in a few thousand rows.
const ROWS = `
SELECT CASE l.direction WHEN 'in' THEN 'incoming_call' ELSE 'call' END AS kind,
  l.contact_log_id AS id, l.day, e.recorded_at AS recordedAt, l.comment,
  json_object('outcome', l.outcome, 'outcomeDate', l.outcome_date, 'channel', l.channel,
    'amountCents', l.amount_cents, 'contactName', (SELECT k.name FROM contact AS k
      WHERE k.contact_id = l.contact_id ORDER BY k.entry_id DESC LIMIT 1)) AS facts
FROM contact_log AS l JOIN entry AS e ON e.entry_id = l.entry_id
WHERE l.customer_id = @customerId AND l.channel <> 'email'
  AND NOT EXISTS (SELECT 1 FROM contact_log_undone AS x WHERE x.contact_log_id = l.contact_log_id)
UNION ALL
SELECT 'reply', r.reply_id, r.day, e.recorded_at, substr(r.text, 1, 600),
  json_object('replyKind', r.kind, 'sender', r.sender, 'subject', r.subject, 'answer', r.answer,
    'isRead', EXISTS (SELECT 1 FROM reply_read AS d WHERE d.reply_id = r.reply_id),
    'hasFile', r.file_sha256 IS NOT NULL)
FROM reply AS r JOIN entry AS e ON e.entry_id = r.entry_id WHERE r.customer_id = @customerId
UNION ALL
SELECT 'note', n.note_id, n.day, e.recorded_at, n.text, '{}'
FROM note AS n JOIN entry AS e ON e.entry_id = n.entry_id WHERE n.customer_id = @customerId
UNION ALL
SELECT 'promise', p.promise_id, p.promised_on, e.recorded_at, p.comment,
  json_object('promisedFor', p.promised_for, 'amountCents', p.amount_cents, 'kind', p.kind)
FROM promise AS p JOIN entry AS e ON e.entry_id = p.entry_id WHERE p.customer_id = @customerId
UNION ALL
SELECT 'promise_cancelled', p.promise_id, e.day, e.recorded_at, '',
  json_object('promisedFor', p.promised_for, 'amountCents', p.amount_cents, 'reason', c.reason)
FROM promise AS p JOIN promise_end AS c ON c.promise_id = p.promise_id
JOIN entry AS e ON e.entry_id = c.entry_id WHERE p.customer_id = @customerId
UNION ALL
SELECT 'dispute', d.dispute_id, d.opened_on, e.recorded_at, d.comment,
  json_object('reason', d.reason, 'owner', d.owner, 'answerBy', d.answer_by, 'amountCents',
    (SELECT sum(amount_cents) FROM dispute_item WHERE dispute_id = d.dispute_id))
FROM dispute AS d JOIN entry AS e ON e.entry_id = d.entry_id WHERE d.customer_id = @customerId
UNION ALL
SELECT 'dispute_closed', d.dispute_id, c.closed_on, e.recorded_at, c.comment,
  json_object('reason', d.reason, 'outcome', c.outcome, 'amountCents', c.credit_cents)
FROM dispute AS d JOIN dispute_closed AS c ON c.dispute_id = d.dispute_id
JOIN entry AS e ON e.entry_id = c.entry_id WHERE d.customer_id = @customerId
UNION ALL
SELECT 'dispute_reopened', d.dispute_id, e.day, e.recorded_at, '',
  json_object('reason', d.reason)
FROM dispute AS d JOIN dispute_reopened AS r ON r.dispute_id = d.dispute_id
JOIN entry AS e ON e.entry_id = r.entry_id WHERE d.customer_id = @customerId
UNION ALL
SELECT 'agreement', g.agreement_id, g.agreed_on, e.recorded_at, g.comment,
  json_object('kind', g.kind, 'amountCents',
    (SELECT sum(amount_cents) FROM agreement_part WHERE agreement_id = g.agreement_id))
FROM agreement AS g JOIN entry AS e ON e.entry_id = g.entry_id WHERE g.customer_id = @customerId
UNION ALL
SELECT 'agreement_step', g.agreement_id, s.day, e.recorded_at, s.comment,
  json_object('kind', g.kind, 'step', s.step)
FROM agreement AS g JOIN agreement_state AS s ON s.agreement_id = g.agreement_id
JOIN entry AS e ON e.entry_id = s.entry_id WHERE g.customer_id = @customerId
UNION ALL
SELECT 'hold', h.hold_id, e.day, e.recorded_at, h.comment,
  json_object('reason', h.reason, 'reviewOn', h.review_on, 'receivableId', h.receivable_id)
FROM hold AS h JOIN entry AS e ON e.entry_id = h.entry_id WHERE h.customer_id = @customerId
UNION ALL
SELECT 'hold_ended', h.hold_id, e.day, e.recorded_at, '', json_object('reason', h.reason)
FROM hold AS h JOIN hold_ended AS x ON x.hold_id = h.hold_id
JOIN entry AS e ON e.entry_id = x.entry_id WHERE h.customer_id = @customerId
UNION ALL
SELECT 'item_state', min(s.item_state_id), e.day, e.recorded_at, s.reason,
  json_object('stateKind', s.kind, 'cause', s.cause, 'party', s.party, 'since', s.since_date,
    'dueDate', s.due_date, 'reference', s.reference, 'hasSurety', s.has_surety,
    'documents', group_concat(i.document_number, ', '))
FROM item_state AS s JOIN entry AS e ON e.entry_id = s.entry_id
LEFT JOIN derived_item AS i ON i.receivable_id = s.receivable_id
WHERE s.customer_id = @customerId GROUP BY s.entry_id
UNION ALL
SELECT 'item_state_closed', x.entry_id, e.day, e.recorded_at, x.reason,
  json_object('stateKind', s.kind, 'what', x.what,
    'documents', group_concat(i.document_number, ', '))
FROM item_state AS s CROSS JOIN item_state_event AS x ON x.item_state_id = s.item_state_id
CROSS JOIN entry AS e ON e.entry_id = x.entry_id
LEFT JOIN derived_item AS i ON i.receivable_id = s.receivable_id
WHERE s.customer_id = @customerId GROUP BY x.entry_id
UNION ALL
SELECT 'task', t.task_id, e.day, e.recorded_at, t.comment,
  json_object('kind', t.kind, 'dueOn', t.due_on)
FROM task AS t JOIN entry AS e ON e.entry_id = t.entry_id WHERE t.customer_id = @customerId
UNION ALL
SELECT 'task_closed', t.task_id, e.day, e.recorded_at, '',
  json_object('kind', t.kind, 'dueOn', t.due_on)
FROM task AS t JOIN task_closed AS x ON x.task_id = t.task_id
JOIN entry AS e ON e.entry_id = x.entry_id WHERE t.customer_id = @customerId
UNION ALL
SELECT 'guarantee', g.guarantee_id, e.day, e.recorded_at, g.comment,
  json_object('guaranteeKind', g.kind, 'amountCents', g.amount_cents, 'currency', g.currency,
    'share', g.share_basis_points, 'until', g.until_date, 'source', g.source)
FROM guarantee AS g JOIN entry AS e ON e.entry_id = g.entry_id WHERE g.customer_id = @customerId
UNION ALL
SELECT 'solvency', s.solvency_check_id, e.day, e.recorded_at, s.comment,
  json_object('checkedOn', s.checked_on, 'opinion', s.opinion, 'source', s.source)
FROM solvency_check AS s JOIN entry AS e ON e.entry_id = s.entry_id
WHERE s.customer_id = @customerId
UNION ALL
SELECT 'terms_accepted', a.terms_acceptance_id, e.day, e.recorded_at, '',
  json_object('acceptedOn', a.accepted_on, 'version', a.version, 'source', a.source)
FROM terms_acceptance AS a JOIN entry AS e ON e.entry_id = a.entry_id
WHERE a.customer_id = @customerId
UNION ALL
SELECT 'mark', m.payer_mark_id, e.day, e.recorded_at, m.reason,
  json_object('markKind', m.kind, 'value', m.value, 'reviewOn', m.review_on)
FROM payer_mark AS m JOIN entry AS e ON e.entry_id = m.entry_id WHERE m.customer_id = @customerId
UNION ALL
SELECT 'payer_fact_ended', x.entry_id, e.day, e.recorded_at, '',
  json_object('factKind', x.fact_kind, 'isEnded', x.is_ended)
FROM (SELECT 'guarantee' AS fact_kind, guarantee_id AS fact_id FROM guarantee
    WHERE customer_id = @customerId
  UNION ALL SELECT 'solvency', solvency_check_id FROM solvency_check
    WHERE customer_id = @customerId
  UNION ALL SELECT 'acceptance', terms_acceptance_id FROM terms_acceptance
    WHERE customer_id = @customerId
  UNION ALL SELECT 'mark', payer_mark_id FROM payer_mark WHERE customer_id = @customerId) AS own
CROSS JOIN payer_fact_ended AS x ON x.fact_kind = own.fact_kind AND x.fact_id = own.fact_id
CROSS JOIN entry AS e ON e.entry_id = x.entry_id
UNION ALL
SELECT 'charges', e.entry_id, e.day, e.recorded_at, d.reason,
  json_object('decision', CASE WHEN count(DISTINCT d.decision) = 1 THEN d.decision END,
    'untilDate', max(d.until_date), 'itemCount', count(*),
    'documents', group_concat(i.document_number, ', '))
FROM receivable AS r
CROSS JOIN charge_decision AS d ON d.receivable_id = r.receivable_id
CROSS JOIN entry AS e ON e.entry_id = d.entry_id
LEFT JOIN derived_item AS i ON i.receivable_id = r.receivable_id
WHERE r.customer_id = @customerId GROUP BY d.entry_id
UNION ALL
SELECT 'message', n.notice_id, v.day, v.at, n.subject,
  json_object('channel', n.channel, 'purpose', n.purpose, 'severity', n.severity,
    'status', v.status, 'recipient', n.recipient, 'amountCents', n.total_cents,
    'currency', n.currency, 'how', json_extract(v.detail, '$.kind'))
FROM (SELECT notice_id FROM notice WHERE payer_id = @customerId
  UNION SELECT k.notice_id FROM receivable AS r
    CROSS JOIN notice_item AS k ON k.receivable_id = r.receivable_id
    WHERE r.customer_id = @customerId) AS m
CROSS JOIN notice AS n ON n.notice_id = m.notice_id
CROSS JOIN notice_event AS v ON v.notice_id = n.notice_id
  AND v.seq = (SELECT max(seq) FROM notice_event WHERE notice_id = n.notice_id)
UNION ALL
SELECT 'done_today', d.entry_id, d.day, e.recorded_at, '', '{}'
FROM done_today AS d JOIN entry AS e ON e.entry_id = d.entry_id
WHERE d.customer_id = @customerId AND d.is_done = 1
UNION ALL
SELECT 'change', e.entry_id, e.day, e.recorded_at, '',
  json_object('fields', (SELECT group_concat(o.field) FROM customer_override AS o
    WHERE o.customer_id = @customerId AND o.entry_id = e.entry_id))
FROM entry AS e WHERE e.customer_id = @customerId AND e.entry_id IN (
  SELECT entry_id FROM customer_override WHERE customer_id = @customerId)
UNION ALL
SELECT CASE p.kind WHEN 'refund' THEN 'refund' WHEN 'reject' THEN 'reject' ELSE 'payment' END,
  p.payment_id, p.received_date, NULL, p.label,
  json_object('amountCents', p.amount_cents, 'nature', p.nature, 'reference', p.reference,
    'currency', p.currency)
FROM derived_payment AS p WHERE p.customer_id = @customerId
  AND p.received_date <= (SELECT as_of_date FROM derived_state)
UNION ALL
SELECT 'import', b.import_id, e.day, e.recorded_at, '',
  json_object('fileName', b.file_name, 'lineCount', t.line_count, 'isUndone',
    EXISTS (SELECT 1 FROM import_undone AS u WHERE u.import_id = b.import_id))
FROM import_batch AS b CROSS JOIN import_customer AS t
  ON t.import_id = b.import_id AND t.customer_id = @customerId
CROSS JOIN entry AS e ON e.entry_id = b.entry_id`;

const PAGE = query({
  name: 'timeline.page',
  params: { customerId: int, kinds: nullable(text), offset: int, limit: int },
  row: {
    kind: text,
    id: int,
    day,
    recordedAt: nullable(moment),
    comment: text,
    facts: text,
    total: int,
  },
  sql: `
WITH happened AS (${ROWS})
SELECT kind, id, day, recordedAt, comment, facts, count(*) OVER () AS total FROM happened
WHERE @kinds IS NULL OR kind IN (SELECT value FROM json_each(@kinds))
ORDER BY day DESC, ifnull(recordedAt, '') DESC, kind, id DESC LIMIT @limit OFFSET @offset`,
});

/** A window of the time line, all kinds (null) or some. */
export function readTimeline(
  reader: Reader,
  page: {
    readonly customerId: number;
    readonly kinds: readonly string[] | null;
    readonly offset: number;
    readonly limit: number;
  },
): { readonly total: number; readonly rows: TimelineRow[] } {
  const { customerId, offset, limit } = page;
  const kinds = page.kinds === null ? null : JSON.stringify(page.kinds);
  const rows = reader.all(PAGE, { customerId, kinds, offset, limit });
  return {
    total: rows[0]?.total ?? 0,
    rows: rows.map(({ total: _total, facts, ...row }) => ({
      ...row,
      facts: JSON.parse(facts) as TimelineRow['facts'],
    })),
  };
}
