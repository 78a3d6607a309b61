/**
 * The small tables that people write, as typed tables.
 *
 * Their shape is made by the migrations; a test compares the two. The large tables and everything
 * that moves sets of rows are SQL written by hand beside its use.
 */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { SettlementNature } from '../../../shared/domain/interpretation/interpretation.ts';
import type { AccountRole } from '../../../shared/domain/statement/account-role.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';

const day = (name: string) => text(name).$type<CalendarDate>();
const flag = (name: string) => integer(name, { mode: 'boolean' }).notNull();
const entryId = () => integer('entry_id').notNull();

export const setting = sqliteTable(
  'setting',
  { name: text('name').notNull(), entryId: entryId(), value: text('value').notNull() },
  (table) => [primaryKey({ columns: [table.name, table.entryId] })],
);

export const accountRole = sqliteTable(
  'account_role',
  {
    ledgerAccountCode: text('ledger_account_code').notNull(),
    entryId: entryId(),
    role: text('role').$type<AccountRole>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.ledgerAccountCode, table.entryId] })],
);

export const natureRule = sqliteTable(
  'nature_rule',
  {
    pattern: text('pattern').notNull(),
    entryId: entryId(),
    nature: text('nature').$type<SettlementNature>().notNull(),
  },
  (table) => [primaryKey({ columns: [table.pattern, table.entryId] })],
);

export const importProfile = sqliteTable('import_profile', {
  profileId: integer('profile_id').primaryKey(),
  entryId: entryId(),
  name: text('name').notNull(),
  signature: text('signature').notNull(),
  profile: text('profile').notNull(),
});

export const customerOverride = sqliteTable(
  'customer_override',
  {
    customerId: integer('customer_id').notNull(),
    field: text('field').notNull(),
    entryId: entryId(),
    value: text('value'),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.field, table.entryId] })],
);

export const customerLink = sqliteTable(
  'customer_link',
  {
    customerId: integer('customer_id').notNull(),
    entryId: entryId(),
    payerCustomerId: integer('payer_customer_id'),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.entryId] })],
);

export const dueDateOverride = sqliteTable(
  'due_date_override',
  {
    receivableId: integer('receivable_id').notNull(),
    entryId: entryId(),
    dueDate: day('due_date'),
  },
  (table) => [primaryKey({ columns: [table.receivableId, table.entryId] })],
);

export const contact = sqliteTable(
  'contact',
  {
    contactId: integer('contact_id').notNull(),
    entryId: entryId(),
    customerId: integer('customer_id').notNull(),
    name: text('name').notNull(),
    role: text('role').notNull(),
    email: text('email'),
    phone: text('phone'),
    mobile: text('mobile'),
    comment: text('comment').notNull(),
    isRemoved: flag('is_removed'),
  },
  (table) => [primaryKey({ columns: [table.contactId, table.entryId] })],
);

export const contactLog = sqliteTable('contact_log', {
  contactLogId: integer('contact_log_id').primaryKey(),
  entryId: entryId(),
  customerId: integer('customer_id').notNull(),
  day: day('day').notNull(),
  channel: text('channel', {
    enum: ['phone', 'email', 'letter', 'registered_letter', 'sms', 'visit'],
  }).notNull(),
  direction: text('direction', { enum: ['in', 'out'] }).notNull(),
  contactId: integer('contact_id'),
  outcome: text('outcome').notNull(),
  outcomeDate: day('outcome_date'),
  comment: text('comment').notNull(),
  amountCents: integer('amount_cents').notNull(),
  currency: text('currency').notNull(),
});

export const contactLogItem = sqliteTable(
  'contact_log_item',
  {
    contactLogId: integer('contact_log_id').notNull(),
    receivableId: integer('receivable_id').notNull(),
  },
  (table) => [primaryKey({ columns: [table.contactLogId, table.receivableId] })],
);

export const contactLogUndone = sqliteTable('contact_log_undone', {
  contactLogId: integer('contact_log_id').primaryKey(),
  entryId: entryId(),
});

export const task = sqliteTable('task', {
  taskId: integer('task_id').primaryKey(),
  entryId: entryId(),
  customerId: integer('customer_id').notNull(),
  kind: text('kind').notNull(),
  dueOn: day('due_on').notNull(),
  comment: text('comment').notNull(),
});

export const taskClosed = sqliteTable('task_closed', {
  taskId: integer('task_id').primaryKey(),
  entryId: entryId(),
});

export const promise = sqliteTable('promise', {
  promiseId: integer('promise_id').primaryKey(),
  entryId: entryId(),
  customerId: integer('customer_id').notNull(),
  kind: text('kind', { enum: ['promise', 'announced'] }).notNull(),
  promisedOn: day('promised_on').notNull(),
  promisedFor: day('promised_for').notNull(),
  amountCents: integer('amount_cents').notNull(),
  method: text('method'),
  comment: text('comment').notNull(),
});

export const promiseItem = sqliteTable(
  'promise_item',
  {
    promiseId: integer('promise_id').notNull(),
    receivableId: integer('receivable_id').notNull(),
    amountCents: integer('amount_cents').notNull(),
  },
  (table) => [primaryKey({ columns: [table.promiseId, table.receivableId] })],
);

export const promiseClosed = sqliteTable(
  'promise_closed',
  {
    promiseId: integer('promise_id').notNull(),
    entryId: entryId(),
    reason: text('reason', { enum: ['cancelled', 'replaced', 'undone'] }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.promiseId, table.entryId] })],
);

export const promiseReopened = sqliteTable(
  'promise_reopened',
  {
    promiseId: integer('promise_id').notNull(),
    closedEntryId: integer('closed_entry_id').notNull(),
    entryId: entryId(),
  },
  (table) => [primaryKey({ columns: [table.promiseId, table.closedEntryId] })],
);

export const dispute = sqliteTable('dispute', {
  disputeId: integer('dispute_id').primaryKey(),
  entryId: entryId(),
  customerId: integer('customer_id').notNull(),
  openedOn: day('opened_on').notNull(),
  reason: text('reason').notNull(),
  owner: text('owner').notNull(),
  answerBy: day('answer_by'),
  comment: text('comment').notNull(),
});

export const disputeItem = sqliteTable(
  'dispute_item',
  {
    disputeId: integer('dispute_id').notNull(),
    receivableId: integer('receivable_id').notNull(),
    amountCents: integer('amount_cents').notNull(),
  },
  (table) => [primaryKey({ columns: [table.disputeId, table.receivableId] })],
);

export const disputeClosed = sqliteTable(
  'dispute_closed',
  {
    disputeId: integer('dispute_id').notNull(),
    entryId: entryId(),
    outcome: text('outcome', { enum: ['credit_note', 'maintained', 'partly', 'undone'] }).notNull(),
    closedOn: day('closed_on').notNull(),
    creditCents: integer('credit_cents').notNull(),
    comment: text('comment').notNull(),
  },
  (table) => [primaryKey({ columns: [table.disputeId, table.entryId] })],
);

export const disputeReopened = sqliteTable(
  'dispute_reopened',
  {
    disputeId: integer('dispute_id').notNull(),
    closedEntryId: integer('closed_entry_id').notNull(),
    entryId: entryId(),
  },
  (table) => [primaryKey({ columns: [table.disputeId, table.closedEntryId] })],
);

export const hold = sqliteTable('hold', {
  holdId: integer('hold_id').primaryKey(),
  entryId: entryId(),
  customerId: integer('customer_id').notNull(),
  receivableId: integer('receivable_id'),
  reason: text('reason').notNull(),
  reviewOn: day('review_on').notNull(),
  comment: text('comment').notNull(),
});

export const holdEnded = sqliteTable('hold_ended', {
  holdId: integer('hold_id').primaryKey(),
  entryId: entryId(),
});

export const note = sqliteTable('note', {
  noteId: integer('note_id').primaryKey(),
  entryId: entryId(),
  customerId: integer('customer_id').notNull(),
  day: day('day').notNull(),
  text: text('text').notNull(),
});

export const doneToday = sqliteTable(
  'done_today',
  {
    customerId: integer('customer_id').notNull(),
    day: day('day').notNull(),
    entryId: entryId(),
    isDone: flag('is_done'),
  },
  (table) => [primaryKey({ columns: [table.customerId, table.day, table.entryId] })],
);

export const savedView = sqliteTable(
  'saved_view',
  {
    viewId: integer('view_id').notNull(),
    entryId: entryId(),
    screen: text('screen').notNull(),
    name: text('name').notNull(),
    view: text('view').notNull(),
    isRemoved: flag('is_removed'),
  },
  (table) => [primaryKey({ columns: [table.viewId, table.entryId] })],
);

export const morning = sqliteTable(
  'morning',
  {
    day: day('day').notNull(),
    rank: integer('rank').notNull(),
    customerId: integer('customer_id').notNull(),
    row: text('row').notNull(),
  },
  (table) => [primaryKey({ columns: [table.day, table.rank] })],
);
