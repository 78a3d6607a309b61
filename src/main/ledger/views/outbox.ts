/** The outbox as its screen shows it, and what `sent.log` must know of a message. */
import type { MessagePurpose } from '../../../shared/domain/dunning/planner-input.ts';
import type { Severity } from '../../../shared/domain/dunning/severity.ts';
import type { PayerAnswer } from '../../../shared/domain/message/answer-code.ts';
import type { NoticeStatus } from '../../../shared/domain/outbox/notice-state.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { NoticeChannel } from '../schema/dunning.ts';
import type { Reader } from '../session.ts';
import { amount, day, int, moment, nullable, query, text, word } from '../statement.ts';

const COLUMNS = {
  noticeId: int,
  payerId: int,
  code: text,
  name: text,
  search: text,
  day,
  channel: word<NoticeChannel>(),
  purpose: word<MessagePurpose>(),
  severity: nullable(word<Severity>()),
  recipient: text,
  subject: text,
  currency: text,
  totalCents: amount,
  holdUntil: nullable(moment),
  status: word<NoticeStatus>(),
  at: moment,
  detail: text,
  tryAt: nullable(moment),
  registeredNumber: nullable(text),
};

const SELECTED = `
SELECT n.notice_id AS noticeId, n.payer_id AS payerId, c.code, c.name, c.search, n.day, n.channel,
  n.purpose, n.severity, n.recipient, n.subject, n.currency, n.total_cents AS totalCents,
  n.hold_until AS holdUntil, e.status, e.at, e.detail,
  (SELECT try_at FROM notice_under_way WHERE notice_id = n.notice_id) AS tryAt,
  (SELECT number FROM registered_number WHERE notice_id = n.notice_id
    ORDER BY entry_id DESC LIMIT 1) AS registeredNumber`;

const JOINED = `
CROSS JOIN notice_event AS e ON e.notice_id = n.notice_id
  AND e.seq = (SELECT max(seq) FROM notice_event WHERE notice_id = n.notice_id)
CROSS JOIN derived_customer AS c ON c.customer_id = n.payer_id`;

const UNDER_WAY = query({
  name: 'outbox.under_way',
  row: COLUMNS,
  sql: `${SELECTED}
FROM notice_under_way AS u CROSS JOIN notice AS n ON n.notice_id = u.notice_id ${JOINED}
ORDER BY n.notice_id`,
});

const SINCE = query({
  name: 'outbox.since',
  params: { since: day },
  row: COLUMNS,
  sql: `${SELECTED}
FROM notice AS n ${JOINED}
WHERE n.day >= @since AND n.notice_id NOT IN (SELECT notice_id FROM notice_under_way)
ORDER BY n.notice_id DESC`,
});

const ONE = query({
  name: 'outbox.one',
  params: { noticeId: int },
  row: COLUMNS,
  sql: `${SELECTED}
FROM notice AS n ${JOINED} WHERE n.notice_id = @noticeId`,
});

const PAYER_CODE = query({
  name: 'outbox.payer_code',
  params: { noticeId: int },
  row: { code: text },
  sql: `
SELECT c.code FROM notice AS n
CROSS JOIN customer AS c ON c.customer_id = n.payer_id WHERE n.notice_id = @noticeId`,
});

const SENT_ITEMS = query({
  name: 'outbox.sent_items',
  params: { noticeId: int },
  row: {
    customerCode: text,
    sourceKey: text,
    claimKey: text,
    severity: nullable(word<Severity>()),
    cycle: int,
    amountCents: amount,
  },
  sql: `
SELECT c.code AS customerCode, r.source_key AS sourceKey, i.claim_key AS claimKey, i.severity,
  i.cycle, i.amount_cents AS amountCents
FROM notice_item AS i
CROSS JOIN receivable AS r ON r.receivable_id = i.receivable_id
CROSS JOIN customer AS c ON c.customer_id = r.customer_id
WHERE i.notice_id = @noticeId ORDER BY i.receivable_id`,
});

const ITEMS_NOW = query({
  name: 'outbox.items_now',
  params: { noticeId: int },
  row: {
    receivableId: int,
    customerId: int,
    documentNumber: nullable(text),
    severity: nullable(word<Severity>()),
    amountCents: amount,
    outstandingCents: amount,
  },
  sql: `
SELECT i.receivable_id AS receivableId, r.customer_id AS customerId,
  d.document_number AS documentNumber, i.severity, i.amount_cents AS amountCents,
  ifnull((SELECT o.outstanding_cents FROM derived_open_item AS o
    WHERE o.customer_id = r.customer_id AND o.receivable_id = i.receivable_id), 0)
    AS outstandingCents
FROM notice_item AS i
CROSS JOIN receivable AS r ON r.receivable_id = i.receivable_id
LEFT JOIN derived_item AS d ON d.receivable_id = i.receivable_id
WHERE i.notice_id = @noticeId ORDER BY i.receivable_id`,
});

const REPLIES = query({
  name: 'outbox.replies',
  params: { customerId: nullable(int) },
  row: {
    replyId: int,
    customerId: int,
    code: text,
    name: text,
    day,
    kind: word<'answer' | 'automatic' | 'bounce'>(),
    sender: text,
    subject: text,
    text,
    answer: nullable(word<PayerAnswer>()),
    isRead: int,
  },
  sql: `
SELECT r.reply_id AS replyId, r.customer_id AS customerId, c.code, c.name, r.day, r.kind, r.sender,
  r.subject, r.text, r.answer,
  r.reply_id IN (SELECT reply_id FROM reply_read) AS isRead
FROM reply AS r JOIN derived_customer AS c ON c.customer_id = r.customer_id
WHERE @customerId IS NULL OR r.customer_id = @customerId
ORDER BY r.reply_id DESC`,
});

export type OutboxRow = ReturnType<typeof readUnderWay>[number];

/** Messages that are not over, oldest first. */
export function readUnderWay(reader: Reader) {
  return reader.all(UNDER_WAY);
}

/** Messages that are over, decided from a day on, latest first. */
export function readOver(reader: Reader, since: CalendarDate) {
  return reader.all(SINCE, { since });
}

/** One message as the outbox shows it; null when unknown. */
export function readNotice(reader: Reader, noticeId: number): OutboxRow | null {
  return reader.one(ONE, { noticeId });
}

/** The code of the payer whom a message is for; empty for a message unknown. */
export function readPayerCode(reader: Reader, noticeId: number): string {
  return reader.one(PAYER_CODE, { noticeId })?.code ?? '';
}

/** The items of a message by what survives a restored backup. */
export function readSentItems(reader: Reader, noticeId: number) {
  return reader.all(SENT_ITEMS, { noticeId });
}

/** The items of a message, with what is left of them today. */
export function readNoticeItemsNow(reader: Reader, noticeId: number) {
  return reader.all(ITEMS_NOW, { noticeId });
}

/** What came back, latest first, of everybody (null) or of one customer. */
export function readReplies(reader: Reader, customerId: number | null) {
  return reader.all(REPLIES, { customerId });
}
