/**
 * What the planner of reminders looks at beside the items: what happened to each of them, what was
 * written to each payer, what came back, and what a person let through. Of everybody, or of one
 * customer.
 */
import type { MessagePurpose } from '../../../shared/domain/dunning/planner-input.ts';
import type { StepChannel } from '../../../shared/domain/dunning/scenario.ts';
import type { Severity } from '../../../shared/domain/dunning/severity.ts';
import type { NoticeStatus } from '../../../shared/domain/outbox/notice-state.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader } from '../session.ts';
import {
  type Columns,
  day,
  flag,
  int,
  moment,
  nullable,
  type Query,
  query,
  text,
  word,
} from '../statement.ts';
import { type ByCustomer, queryByCustomer, readByCustomer } from './by-customer.ts';

/** Of the open items of everybody (null) or of one customer, or of the items of a list. */
export type WhoseItems = number | null | { readonly receivableIds: readonly number[] };

/** Declares a statement of what happened to items, of the open ones or of those of a list. */
function queryOfItems<Row extends Columns>(definition: {
  readonly name: string;
  readonly row: Row;
  /** Reads `derived_open_item AS o` for its customers and receivables. */
  readonly sql: string;
}) {
  const { name, row, sql } = definition;
  return {
    open: queryByCustomer({ ...definition, column: 'o.customer_id' }),
    listed: query({
      name: `${name}.listed`,
      params: { receivableIds: text },
      row,
      sql: sql
        .replace(
          'FROM derived_open_item AS o',
          `FROM json_each(@receivableIds) AS wanted
CROSS JOIN receivable AS o ON o.receivable_id = wanted.value`,
        )
        .replaceAll(':scope', 'TRUE'),
    }),
  };
}

function readOfItems<Row>(
  reader: Reader,
  {
    open,
    listed,
  }: {
    readonly open: ByCustomer<object, Row>;
    readonly listed: Query<{ readonly receivableIds: string }, Row>;
  },
  whose: WhoseItems,
): Row[] {
  if (whose === null || typeof whose === 'number') return readByCustomer(reader, open, whose);
  return reader.all(listed, { receivableIds: JSON.stringify(whose.receivableIds) });
}

// Each row in the order in which it was recorded.
const NOTICE_STEPS = queryOfItems({
  name: 'dunning.notice_steps',
  row: {
    customerId: int,
    receivableId: int,
    entryId: int,
    noticeId: int,
    claimKey: text,
    severity: nullable(word<Severity>()),
    cycle: int,
    status: word<NoticeStatus>(),
    day,
  },
  sql: `
SELECT o.customer_id AS customerId, i.receivable_id AS receivableId, n.entry_id AS entryId,
  n.notice_id AS noticeId, i.claim_key AS claimKey, i.severity, i.cycle, e.status,
  CASE WHEN e.status = 'sent' OR e.status = 'posted' THEN e.day ELSE n.day END AS day
FROM derived_open_item AS o
CROSS JOIN notice_item AS i ON i.receivable_id = o.receivable_id
CROSS JOIN notice AS n ON n.notice_id = i.notice_id
CROSS JOIN notice_event AS e ON e.notice_id = n.notice_id
  AND e.seq = (SELECT max(seq) FROM notice_event WHERE notice_id = n.notice_id)
WHERE :scope AND e.status <> 'cancelled'
ORDER BY i.receivable_id, n.entry_id`,
});

const LEVELS = queryOfItems({
  name: 'dunning.levels',
  row: {
    customerId: int,
    receivableId: int,
    entryId: int,
    day,
    severity: nullable(word<Severity>()),
    source: word<'person' | 'imported' | 'start'>(),
  },
  sql: `
SELECT o.customer_id AS customerId, l.receivable_id AS receivableId, l.entry_id AS entryId, l.day,
  l.severity, l.source
FROM derived_open_item AS o CROSS JOIN level_set AS l ON l.receivable_id = o.receivable_id
WHERE :scope ORDER BY l.receivable_id, l.entry_id`,
});

// A refusal taken back on its day began nothing: no step can have been made in between.
const CYCLES = queryOfItems({
  name: 'dunning.cycles',
  row: {
    customerId: int,
    receivableId: int,
    entryId: int,
    day,
    cause: word<'reopened' | 'person' | 'dispute_refused'>(),
  },
  sql: `
SELECT o.customer_id AS customerId, c.receivable_id AS receivableId, c.entry_id AS entryId, c.day,
  c.cause
FROM derived_open_item AS o CROSS JOIN cycle_begun AS c ON c.receivable_id = o.receivable_id
WHERE :scope AND NOT EXISTS (SELECT 1 FROM dispute_reopened AS r
  JOIN entry AS e ON e.entry_id = r.entry_id
  WHERE r.closed_entry_id = c.entry_id AND e.day = c.day)
ORDER BY c.receivable_id, c.entry_id`,
});

const STEPS_DONE = queryOfItems({
  name: 'dunning.steps_done',
  row: {
    customerId: int,
    receivableId: int,
    entryId: int,
    claimKey: text,
    severity: nullable(word<Severity>()),
    cycle: int,
    day,
    how: word<'call' | 'task' | 'skipped'>(),
  },
  sql: `
SELECT o.customer_id AS customerId, s.receivable_id AS receivableId, s.entry_id AS entryId,
  s.claim_key AS claimKey, s.severity, s.cycle, s.day, s.how
FROM derived_open_item AS o CROSS JOIN step_done AS s ON s.receivable_id = o.receivable_id
WHERE :scope AND NOT EXISTS (SELECT 1 FROM step_undone AS x WHERE x.step_entry_id = s.entry_id)
ORDER BY s.receivable_id, s.entry_id`,
});

// Plans that a person declared forfeited: what follows of their items is a person's decision.
const FORFEITED = queryOfItems({
  name: 'dunning.plans_forfeited',
  row: { customerId: int, receivableId: int, entryId: int, day },
  sql: `
SELECT o.customer_id AS customerId, i.receivable_id AS receivableId, s.entry_id AS entryId, s.day
FROM derived_open_item AS o
CROSS JOIN agreement_item AS i ON i.receivable_id = o.receivable_id
JOIN agreement_state AS s ON s.agreement_id = i.agreement_id AND s.step = 'forfeited'
WHERE :scope ORDER BY i.receivable_id, s.entry_id`,
});

const REP_NOTICED = queryOfItems({
  name: 'dunning.rep_noticed',
  row: { customerId: int, receivableId: int, entryId: int, claimKey: text, day },
  sql: `
SELECT o.customer_id AS customerId, i.receivable_id AS receivableId, r.entry_id AS entryId,
  i.claim_key AS claimKey, r.day
FROM derived_open_item AS o
CROSS JOIN rep_notice_item AS i ON i.receivable_id = o.receivable_id
CROSS JOIN rep_notice AS r ON r.rep_notice_id = i.rep_notice_id
WHERE :scope ORDER BY i.receivable_id, r.entry_id`,
});

const MESSAGES = queryByCustomer({
  name: 'dunning.messages',
  column: 'n.payer_id',
  params: { since: day },
  row: {
    payerId: int,
    noticeId: int,
    day,
    at: moment,
    channel: word<StepChannel>(),
    purpose: word<MessagePurpose>(),
    kind: text,
    promiseId: nullable(int),
    isAutomatic: flag,
    status: word<NoticeStatus>(),
    currency: text,
  },
  sql: `
SELECT n.payer_id AS payerId, n.notice_id AS noticeId,
  CASE WHEN e.status IN ('sent', 'posted') THEN e.day ELSE n.day END AS day, e.at, n.channel,
  n.purpose, n.kind, n.promise_id AS promiseId, n.is_automatic AS isAutomatic, e.status, n.currency
FROM notice AS n
CROSS JOIN notice_event AS e ON e.notice_id = n.notice_id
  AND e.seq = (SELECT max(seq) FROM notice_event WHERE notice_id = n.notice_id)
WHERE :scope AND n.day >= @since AND e.status <> 'cancelled'
ORDER BY n.notice_id`,
});

const UNREAD = queryByCustomer({
  name: 'dunning.unread_replies',
  column: 'customer_id',
  row: { customerId: int },
  sql: `
SELECT DISTINCT customer_id AS customerId FROM reply
WHERE :scope AND kind = 'answer' AND reply_id NOT IN (SELECT reply_id FROM reply_read)`,
});

const REPLY_DAYS = queryByCustomer({
  name: 'dunning.reply_days',
  column: 'r.customer_id',
  params: { since: day },
  row: { customerId: int, day, at: moment },
  sql: `
SELECT r.customer_id AS customerId, r.day, e.recorded_at AS at
FROM reply AS r JOIN entry AS e ON e.entry_id = r.entry_id
WHERE :scope AND r.kind = 'answer' AND r.day >= @since ORDER BY r.reply_id`,
});

const OVERRIDES = query({
  name: 'dunning.overrides',
  params: { day },
  row: {
    payerId: int,
    receivableId: nullable(int),
    day,
    channel: nullable(word<StepChannel>()),
  },
  sql: `
SELECT payer_id AS payerId, receivable_id AS receivableId, day, channel
FROM chase_override WHERE day = @day ORDER BY override_id`,
});

const REFUSED_ADDRESSES = query({
  name: 'dunning.refused_addresses',
  row: { address: text, day, code: text, detail: text },
  sql: `
SELECT address, day, code, detail FROM address_mark AS m
WHERE state = 'refused'
  AND entry_id = (SELECT max(entry_id) FROM address_mark WHERE address = m.address)
ORDER BY address`,
});

// Exchanges of today carry the minute; on earlier days only the day counts. A note of absence that
// came by mail is none.
const CALL_MOMENTS = queryByCustomer({
  name: 'dunning.call_moments',
  column: 'l.customer_id',
  params: { day },
  row: { customerId: int, at: moment },
  sql: `
SELECT l.customer_id AS customerId, e.recorded_at AS at
FROM contact_log AS l JOIN entry AS e ON e.entry_id = l.entry_id
WHERE :scope AND l.day = @day AND l.channel <> 'email'
  AND l.contact_log_id NOT IN (SELECT contact_log_id FROM contact_log_undone)
ORDER BY l.contact_log_id`,
});

const CHOICES = queryByCustomer({
  name: 'dunning.choices',
  column: 'o.customer_id',
  row: { customerId: int, field: text, value: nullable(text) },
  sql: `
SELECT customer_id AS customerId, field, value FROM customer_override AS o
WHERE :scope
  AND field IN (
    'scenarioKey', 'language', 'vipOwner', 'closures', 'freeSentence', 'isPerInvoice',
    'residueToleranceCents')
  AND entry_id = (SELECT max(entry_id) FROM customer_override
    WHERE customer_id = o.customer_id AND field = o.field)`,
});

/** Steps of messages of items. */
export function readNoticeSteps(reader: Reader, whose: WhoseItems) {
  return readOfItems(reader, NOTICE_STEPS, whose);
}

/** Levels that were set. */
export function readLevels(reader: Reader, whose: WhoseItems) {
  return readOfItems(reader, LEVELS, whose);
}

/** Cycles begun anew. */
export function readCycles(reader: Reader, whose: WhoseItems) {
  return readOfItems(reader, CYCLES, whose);
}

/** Plans declared forfeited, by the open items they covered. */
export function readForfeited(reader: Reader, whose: WhoseItems) {
  return readOfItems(reader, FORFEITED, whose);
}

/** Steps done otherwise than by a message. */
export function readStepsDone(reader: Reader, whose: WhoseItems) {
  return readOfItems(reader, STEPS_DONE, whose);
}

/** Items of which the rep was told. */
export function readRepNoticed(reader: Reader, whose: WhoseItems) {
  return readOfItems(reader, REP_NOTICED, whose);
}

/** Messages decided from a day on, cancelled ones left out, with their state. */
export function readMessages(reader: Reader, since: CalendarDate, payerId: number | null) {
  return readByCustomer(reader, MESSAGES, payerId, { since });
}

/** Customers with an answer that nobody has read, of everybody (null) or one of them. */
export function readUnread(reader: Reader, customerId: number | null): ReadonlySet<number> {
  return new Set(readByCustomer(reader, UNREAD, customerId).map((row) => row.customerId));
}

/** Answers received from a day on. */
export function readReplyDays(reader: Reader, since: CalendarDate, customerId: number | null) {
  return readByCustomer(reader, REPLY_DAYS, customerId, { since });
}

/** What a person let through on that day. */
export function readOverrides(reader: Reader, on: CalendarDate) {
  return reader.all(OVERRIDES, { day: on });
}

/** Addresses marked as refusing, with when and why. */
export function readRefusedAddresses(reader: Reader) {
  return reader.all(REFUSED_ADDRESSES);
}

/** Calls logged on that day, with their moments. */
export function readCallMoments(reader: Reader, on: CalendarDate, customerId: number | null) {
  return readByCustomer(reader, CALL_MOMENTS, customerId, { day: on });
}

/** What a person chose for a customer about his reminders, by field. */
export function readDunningChoices(reader: Reader, customerId: number | null) {
  return readByCustomer(reader, CHOICES, customerId);
}
