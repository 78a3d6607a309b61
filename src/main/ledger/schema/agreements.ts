/** The tables of what is agreed with a customer in writing, as typed tables. */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { AgreementKind, AgreementStep } from '../../../shared/domain/agreement/agreement.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';

const day = (name: string) => text(name).$type<CalendarDate>();
const agreementId = () => integer('agreement_id').notNull();
const entryId = () => integer('entry_id').notNull();

export const agreement = sqliteTable('agreement', {
  agreementId: integer('agreement_id').primaryKey(),
  entryId: entryId(),
  customerId: integer('customer_id').notNull(),
  kind: text('kind').$type<AgreementKind>().notNull(),
  agreedOn: day('agreed_on').notNull(),
  answerBy: day('answer_by').notNull(),
  waivedCents: integer('waived_cents').notNull(),
  noticeDays: integer('notice_days').notNull(),
  isInterestKept: integer('is_interest_kept', { mode: 'boolean' }).notNull(),
  comment: text('comment').notNull(),
});

export const agreementItem = sqliteTable(
  'agreement_item',
  {
    agreementId: agreementId(),
    receivableId: integer('receivable_id').notNull(),
    amountCents: integer('amount_cents').notNull(),
  },
  (table) => [primaryKey({ columns: [table.agreementId, table.receivableId] })],
);

export const agreementPart = sqliteTable(
  'agreement_part',
  {
    agreementId: agreementId(),
    rank: integer('rank').notNull(),
    dueDate: day('due_date').notNull(),
    amountCents: integer('amount_cents').notNull(),
  },
  (table) => [primaryKey({ columns: [table.agreementId, table.rank] })],
);

export const agreementStep = sqliteTable(
  'agreement_step',
  {
    agreementId: agreementId(),
    entryId: entryId(),
    step: text('step').$type<AgreementStep>().notNull(),
    day: day('day').notNull(),
    comment: text('comment').notNull(),
  },
  (table) => [primaryKey({ columns: [table.agreementId, table.entryId] })],
);

export const agreementStepUndone = sqliteTable(
  'agreement_step_undone',
  {
    agreementId: agreementId(),
    stepEntryId: integer('step_entry_id').notNull(),
    entryId: entryId(),
  },
  (table) => [primaryKey({ columns: [table.agreementId, table.stepEntryId] })],
);
