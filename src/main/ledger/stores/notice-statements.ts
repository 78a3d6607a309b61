/** The statements of messages: a thousand of them are approved in one transaction. */
import type { MessagePurpose } from '../../../shared/domain/dunning/planner-input.ts';
import type { Severity } from '../../../shared/domain/dunning/severity.ts';
import type { NoticeStatus } from '../../../shared/domain/outbox/notice-state.ts';
import type { NoticeChannel } from '../schema/dunning.ts';
import {
  amount,
  command,
  day,
  flag,
  int,
  moment,
  nullable,
  query,
  text,
  word,
} from '../statement.ts';

const NOTICE = {
  entryId: int,
  runId: nullable(int),
  payerId: int,
  day,
  channel: word<NoticeChannel>(),
  kind: text,
  purpose: word<MessagePurpose>(),
  severity: nullable(word<Severity>()),
  scenarioKey: nullable(text),
  stepKey: nullable(text),
  promiseId: nullable(int),
  isAutomatic: flag,
  recipient: text,
  messageId: nullable(text),
  currency: text,
  totalCents: amount,
  subject: text,
  holdUntil: nullable(moment),
  facts: text,
};

const ITEM = {
  noticeId: int,
  receivableId: int,
  claimKey: text,
  severity: nullable(word<Severity>()),
  cycle: int,
  amountCents: amount,
};

const EVENT = {
  noticeId: int,
  seq: int,
  entryId: int,
  at: moment,
  day,
  status: word<NoticeStatus>(),
  fileSha256: nullable(text),
  detail: text,
};

export const ONE = query({
  name: 'notices.one',
  params: { noticeId: int },
  row: { noticeId: int, ...NOTICE },
  sql: `
SELECT notice_id AS noticeId, entry_id AS entryId, run_id AS runId, payer_id AS payerId, day,
  channel, kind, purpose, severity, scenario_key AS scenarioKey, step_key AS stepKey,
  promise_id AS promiseId, is_automatic AS isAutomatic, recipient, message_id AS messageId,
  currency, total_cents AS totalCents, subject, hold_until AS holdUntil, facts
FROM notice WHERE notice_id = @noticeId`,
});

export const ITEMS = query({
  name: 'notices.items',
  params: { noticeId: int },
  row: ITEM,
  sql: `
SELECT notice_id AS noticeId, receivable_id AS receivableId, claim_key AS claimKey, severity, cycle,
  amount_cents AS amountCents
FROM notice_item WHERE notice_id = @noticeId ORDER BY receivable_id`,
});

export const EVENTS = query({
  name: 'notices.events',
  params: { noticeId: int },
  row: EVENT,
  sql: `
SELECT notice_id AS noticeId, seq, entry_id AS entryId, at, day, status, file_sha256 AS fileSha256,
  detail
FROM notice_event WHERE notice_id = @noticeId ORDER BY seq`,
});

export const NEW_NOTICE = command({
  name: 'notices.new',
  params: NOTICE,
  sql: `
INSERT INTO notice (entry_id, run_id, payer_id, day, channel, kind, purpose, severity, scenario_key,
  step_key, promise_id, is_automatic, recipient, message_id, currency, total_cents, subject,
  hold_until, facts)
VALUES (@entryId, @runId, @payerId, @day, @channel, @kind, @purpose, @severity, @scenarioKey,
  @stepKey, @promiseId, @isAutomatic, @recipient, @messageId, @currency, @totalCents, @subject,
  @holdUntil, @facts)`,
});

export const NEW_ITEM = command({
  name: 'notices.new_item',
  params: ITEM,
  sql: `
INSERT INTO notice_item (notice_id, receivable_id, claim_key, severity, cycle, amount_cents)
VALUES (@noticeId, @receivableId, @claimKey, @severity, @cycle, @amountCents)`,
});

export const NEW_EVENT = command({
  name: 'notices.new_event',
  params: EVENT,
  sql: `
INSERT INTO notice_event (notice_id, seq, entry_id, at, day, status, file_sha256, detail)
VALUES (@noticeId, @seq, @entryId, @at, @day, @status, @fileSha256, @detail)`,
});

export const CLAIM = command({
  name: 'notices.claim',
  params: { receivableId: int, claimKey: text, cycle: int, noticeId: int },
  sql: `
INSERT INTO claim (receivable_id, claim_key, cycle, notice_id)
VALUES (@receivableId, @claimKey, @cycle, @noticeId)`,
});

export const CLAIM_DAY = command({
  name: 'notices.claim_day',
  params: { payerId: int, channel: text, day, noticeId: int },
  sql: `
INSERT INTO claim_day (payer_id, channel, day, notice_id)
VALUES (@payerId, @channel, @day, @noticeId)`,
});

export const CLAIMED = query({
  name: 'notices.claimed',
  params: { receivableId: int, claimKey: text, cycle: int },
  row: { noticeId: int },
  sql: `
SELECT notice_id AS noticeId FROM claim
WHERE receivable_id = @receivableId AND claim_key = @claimKey AND cycle = @cycle`,
});

export const DAY_CLAIMED = query({
  name: 'notices.day_claimed',
  params: { payerId: int, channel: text, day },
  row: { noticeId: int },
  sql: `
SELECT notice_id AS noticeId FROM claim_day
WHERE payer_id = @payerId AND channel = @channel AND day = @day`,
});

export const FREE_CLAIMS = command({
  name: 'notices.free_claims',
  params: { noticeId: int },
  sql: 'DELETE FROM claim WHERE notice_id = @noticeId',
});

export const FREE_DAYS = command({
  name: 'notices.free_days',
  params: { noticeId: int },
  sql: 'DELETE FROM claim_day WHERE notice_id = @noticeId',
});

export const UNDER_WAY = command({
  name: 'notices.under_way',
  params: { noticeId: int, status: word<NoticeStatus>(), tryAt: nullable(moment) },
  sql: `
INSERT INTO notice_under_way (notice_id, status, try_at) VALUES (@noticeId, @status, @tryAt)`,
});

export const NOT_UNDER_WAY = command({
  name: 'notices.not_under_way',
  params: { noticeId: int },
  sql: 'DELETE FROM notice_under_way WHERE notice_id = @noticeId',
});

export const STANDING = query({
  name: 'notices.standing',
  params: { noticeId: int },
  row: { payerId: int, messageId: nullable(text), status: word<NoticeStatus>(), seq: int },
  sql: `
SELECT n.payer_id AS payerId, n.message_id AS messageId, e.status, e.seq
FROM notice AS n CROSS JOIN notice_event AS e ON e.notice_id = n.notice_id
WHERE n.notice_id = @noticeId ORDER BY e.seq DESC LIMIT 1`,
});

export const LAST_NOTICE = query({
  name: 'notices.last',
  row: { last: int },
  sql: 'SELECT ifnull(max(notice_id), 0) AS last FROM notice',
});

export const DUE_MAILS = query({
  name: 'notices.due_mails',
  params: { now: moment, count: int },
  row: { noticeId: int, isAsked: flag },
  sql: `
SELECT u.notice_id AS noticeId, n.purpose = 'other' AS isAsked
FROM notice_under_way AS u CROSS JOIN notice AS n ON n.notice_id = u.notice_id
WHERE n.channel = 'email' AND u.status IN ('built', 'deferred')
  AND ifnull(n.hold_until, @now) <= @now AND ifnull(u.try_at, @now) <= @now
ORDER BY isAsked DESC, u.notice_id LIMIT @count`,
});

export const TO_SETTLE = query({
  name: 'notices.to_settle',
  row: { count: int },
  sql: "SELECT count(*) AS count FROM notice_under_way WHERE status IN ('failed', 'uncertain')",
});

export const SENT_MOMENTS = query({
  name: 'notices.sent_moments',
  params: { since: moment },
  row: { at: moment },
  sql: `
SELECT e.at FROM notice_event AS e CROSS JOIN notice AS n ON n.notice_id = e.notice_id
WHERE e.status = 'sent' AND e.at > @since AND n.channel = 'email'`,
});

export const WAITING_MAIL = query({
  name: 'notices.waiting_mail',
  row: { count: int, at: nullable(moment) },
  sql: `
SELECT count(*) AS count, min(ifnull(u.try_at, n.hold_until)) AS at
FROM notice_under_way AS u CROSS JOIN notice AS n ON n.notice_id = u.notice_id
WHERE n.channel = 'email' AND u.status IN ('built', 'deferred')`,
});
