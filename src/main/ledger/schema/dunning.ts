/**
 * The tables of what leaves for a customer and of what comes back, as typed tables: scenarios,
 * templates, messages with their claims and their events, levels, letters, replies, charges.
 *
 * Their shape is made by the migrations; a test compares the two.
 */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { MessagePurpose } from '../../../shared/domain/dunning/planner-input.ts';
import type { StepChannel, Tone } from '../../../shared/domain/dunning/scenario.ts';
import type { Severity } from '../../../shared/domain/dunning/severity.ts';
import type { RateKind } from '../../../shared/domain/interest/legal-rates.ts';
import type { MessageLanguage } from '../../../shared/domain/message/message.ts';
import type { NoticeStatus } from '../../../shared/domain/outbox/notice-state.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Instant } from '../../../shared/kernel/instant.ts';

const day = (name: string) => text(name).$type<CalendarDate>();
const moment = (name: string) => text(name).$type<Instant>();
const severity = () => text('severity').$type<Severity>();
const flag = (name: string) => integer(name, { mode: 'boolean' }).notNull();
const entryId = () => integer('entry_id').notNull();
const receivableId = () => integer('receivable_id').notNull();
const noticeId = () => integer('notice_id').notNull();

/** What a message leaves by. */
export type NoticeChannel = 'email' | 'letter' | 'registered_letter' | 'sms';

export const scenario = sqliteTable(
  'scenario',
  {
    scenarioKey: text('scenario_key').notNull(),
    entryId: entryId(),
    document: text('document').notNull(),
    shippedSha256: text('shipped_sha256'),
    isRemoved: flag('is_removed'),
  },
  (table) => [primaryKey({ columns: [table.scenarioKey, table.entryId] })],
);

export const messageTemplate = sqliteTable(
  'message_template',
  {
    templateKey: text('template_key').notNull(),
    language: text('language').$type<MessageLanguage>().notNull(),
    tone: text('tone').$type<Tone>().notNull(),
    entryId: entryId(),
    document: text('document').notNull(),
    shippedSha256: text('shipped_sha256'),
    isRemoved: flag('is_removed'),
  },
  (table) => [
    primaryKey({ columns: [table.templateKey, table.language, table.tone, table.entryId] }),
  ],
);

export const run = sqliteTable('run', {
  runId: integer('run_id').primaryKey(),
  entryId: entryId(),
  day: day('day').notNull(),
  bankDate: day('bank_date'),
  counts: text('counts').notNull(),
});

export const notice = sqliteTable('notice', {
  noticeId: integer('notice_id').primaryKey(),
  entryId: entryId(),
  runId: integer('run_id'),
  payerId: integer('payer_id').notNull(),
  day: day('day').notNull(),
  channel: text('channel').$type<NoticeChannel>().notNull(),
  kind: text('kind').notNull(),
  purpose: text('purpose').$type<MessagePurpose>().notNull(),
  severity: severity(),
  scenarioKey: text('scenario_key'),
  stepKey: text('step_key'),
  promiseId: integer('promise_id'),
  isAutomatic: flag('is_automatic'),
  recipient: text('recipient').notNull(),
  messageId: text('message_id'),
  currency: text('currency').notNull(),
  totalCents: integer('total_cents').notNull(),
  subject: text('subject').notNull(),
  holdUntil: moment('hold_until'),
  facts: text('facts').notNull(),
});

export const noticeItem = sqliteTable(
  'notice_item',
  {
    noticeId: noticeId(),
    receivableId: receivableId(),
    claimKey: text('claim_key').notNull(),
    severity: severity(),
    cycle: integer('cycle').notNull(),
    amountCents: integer('amount_cents').notNull(),
  },
  (table) => [primaryKey({ columns: [table.noticeId, table.receivableId] })],
);

export const noticeEvent = sqliteTable(
  'notice_event',
  {
    noticeId: noticeId(),
    seq: integer('seq').notNull(),
    entryId: entryId(),
    at: moment('at').notNull(),
    day: day('day').notNull(),
    status: text('status').$type<NoticeStatus>().notNull(),
    fileSha256: text('file_sha256'),
    detail: text('detail').notNull(),
  },
  (table) => [primaryKey({ columns: [table.noticeId, table.seq] })],
);

export const noticeUnderWay = sqliteTable('notice_under_way', {
  noticeId: integer('notice_id').primaryKey(),
  status: text('status').$type<NoticeStatus>().notNull(),
  tryAt: moment('try_at'),
});

export const claim = sqliteTable(
  'claim',
  {
    receivableId: receivableId(),
    claimKey: text('claim_key').notNull(),
    cycle: integer('cycle').notNull(),
    noticeId: noticeId(),
  },
  (table) => [primaryKey({ columns: [table.receivableId, table.claimKey, table.cycle] })],
);

export const claimDay = sqliteTable(
  'claim_day',
  {
    payerId: integer('payer_id').notNull(),
    channel: text('channel').notNull(),
    day: day('day').notNull(),
    noticeId: noticeId(),
  },
  (table) => [primaryKey({ columns: [table.payerId, table.channel, table.day] })],
);

export const levelSet = sqliteTable(
  'level_set',
  {
    receivableId: receivableId(),
    entryId: entryId(),
    day: day('day').notNull(),
    severity: severity(),
    source: text('source').$type<'person' | 'imported' | 'start'>().notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [primaryKey({ columns: [table.receivableId, table.entryId] })],
);

export const cycleBegun = sqliteTable(
  'cycle_begun',
  {
    receivableId: receivableId(),
    entryId: entryId(),
    day: day('day').notNull(),
    cause: text('cause').$type<'reopened' | 'person' | 'dispute_refused'>().notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [primaryKey({ columns: [table.receivableId, table.entryId] })],
);

export const stepDone = sqliteTable(
  'step_done',
  {
    receivableId: receivableId(),
    entryId: entryId(),
    claimKey: text('claim_key').notNull(),
    severity: severity(),
    cycle: integer('cycle').notNull(),
    day: day('day').notNull(),
    how: text('how').$type<'call' | 'task' | 'skipped'>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.receivableId, table.entryId, table.claimKey] })],
);

export const stepUndone = sqliteTable('step_undone', {
  stepEntryId: integer('step_entry_id').primaryKey(),
  entryId: entryId(),
});

export const chaseOverride = sqliteTable('chase_override', {
  overrideId: integer('override_id').primaryKey(),
  entryId: entryId(),
  day: day('day').notNull(),
  payerId: integer('payer_id').notNull(),
  receivableId: integer('receivable_id'),
  channel: text('channel').$type<StepChannel>(),
  reason: text('reason').notNull(),
});

export const letterBatch = sqliteTable('letter_batch', {
  batchId: integer('batch_id').primaryKey(),
  entryId: entryId(),
  day: day('day').notNull(),
  fileSha256: text('file_sha256').notNull(),
  pageCount: integer('page_count').notNull(),
});

export const letterBatchNotice = sqliteTable(
  'letter_batch_notice',
  {
    batchId: integer('batch_id').notNull(),
    noticeId: noticeId(),
    position: integer('position').notNull(),
    firstPage: integer('first_page').notNull(),
    pageCount: integer('page_count').notNull(),
  },
  (table) => [primaryKey({ columns: [table.batchId, table.position] })],
);

export const registeredNumber = sqliteTable(
  'registered_number',
  { noticeId: noticeId(), entryId: entryId(), number: text('number').notNull() },
  (table) => [primaryKey({ columns: [table.noticeId, table.entryId] })],
);

export const reply = sqliteTable('reply', {
  replyId: integer('reply_id').primaryKey(),
  entryId: entryId(),
  customerId: integer('customer_id').notNull(),
  day: day('day').notNull(),
  kind: text('kind').$type<'answer' | 'automatic' | 'bounce'>().notNull(),
  sender: text('sender').notNull(),
  subject: text('subject').notNull(),
  text: text('text').notNull(),
  noticeId: integer('notice_id'),
  answer: text('answer'),
  fileSha256: text('file_sha256'),
});

export const replyRead = sqliteTable('reply_read', {
  replyId: integer('reply_id').primaryKey(),
  entryId: entryId(),
});

export const addressMark = sqliteTable(
  'address_mark',
  {
    address: text('address').notNull(),
    entryId: entryId(),
    day: day('day').notNull(),
    state: text('state').$type<'refused' | 'cleared'>().notNull(),
    code: text('code').notNull(),
    detail: text('detail').notNull(),
  },
  (table) => [primaryKey({ columns: [table.address, table.entryId] })],
);

export const rateTyped = sqliteTable(
  'rate_typed',
  {
    semester: text('semester').notNull(),
    kind: text('kind').$type<RateKind>().notNull(),
    entryId: entryId(),
    basisPoints: integer('basis_points'),
  },
  (table) => [primaryKey({ columns: [table.semester, table.kind, table.entryId] })],
);

export const chargeDecision = sqliteTable(
  'charge_decision',
  {
    receivableId: receivableId(),
    entryId: entryId(),
    decision: text('decision').$type<'claim' | 'freeze' | 'waive'>().notNull(),
    untilDate: day('until_date'),
    reason: text('reason').notNull(),
  },
  (table) => [primaryKey({ columns: [table.receivableId, table.entryId] })],
);

export const repNotice = sqliteTable('rep_notice', {
  repNoticeId: integer('rep_notice_id').primaryKey(),
  entryId: entryId(),
  repCode: text('rep_code').notNull(),
  day: day('day').notNull(),
  answerBy: day('answer_by').notNull(),
});

export const repNoticeItem = sqliteTable(
  'rep_notice_item',
  {
    repNoticeId: integer('rep_notice_id').notNull(),
    receivableId: receivableId(),
    claimKey: text('claim_key').notNull(),
  },
  (table) => [primaryKey({ columns: [table.repNoticeId, table.receivableId] })],
);

export const orderBlock = sqliteTable('order_block', {
  orderBlockId: integer('order_block_id').primaryKey(),
  entryId: entryId(),
  customerId: integer('customer_id').notNull(),
  day: day('day').notNull(),
  currency: text('currency').notNull(),
  amountCents: integer('amount_cents').notNull(),
  decidedBy: text('decided_by').notNull(),
});

export const orderBlockItem = sqliteTable(
  'order_block_item',
  {
    orderBlockId: integer('order_block_id').notNull(),
    receivableId: receivableId(),
    amountCents: integer('amount_cents').notNull(),
  },
  (table) => [primaryKey({ columns: [table.orderBlockId, table.receivableId] })],
);

export const orderBlockReleased = sqliteTable('order_block_released', {
  orderBlockId: integer('order_block_id').primaryKey(),
  entryId: entryId(),
  day: day('day').notNull(),
  reason: text('reason', { enum: ['paid', 'decision', 'undone'] }).notNull(),
});

export const invoicePdf = sqliteTable('invoice_pdf', {
  path: text('path').primaryKey(),
  documentKey: text('document_key').notNull(),
  sizeBytes: integer('size_bytes').notNull(),
  modifiedMs: integer('modified_ms').notNull(),
});
