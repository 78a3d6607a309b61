/**
 * What people know and decide of payers, as typed tables. Their shape is made by the migrations; a
 * test compares the two.
 */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { DelayCause } from '../../../shared/domain/payer/delay-cause.ts';
import type { GuaranteeKind } from '../../../shared/domain/payer/exposure.ts';
import type { MarkKind } from '../../../shared/domain/payer/mark.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';

const day = (name: string) => text(name).$type<CalendarDate>();
const entryId = () => integer('entry_id').notNull();
const customerId = () => integer('customer_id').notNull();

export const guarantee = sqliteTable('guarantee', {
  guaranteeId: integer('guarantee_id').primaryKey(),
  entryId: entryId(),
  customerId: customerId(),
  kind: text('kind').$type<GuaranteeKind>().notNull(),
  amountCents: integer('amount_cents').notNull(),
  currency: text('currency').notNull(),
  shareBasisPoints: integer('share_basis_points').notNull(),
  since: day('since_date').notNull(),
  until: day('until_date'),
  source: text('source').notNull(),
  comment: text('comment').notNull(),
});

export const solvencyCheck = sqliteTable('solvency_check', {
  solvencyCheckId: integer('solvency_check_id').primaryKey(),
  entryId: entryId(),
  customerId: customerId(),
  checkedOn: day('checked_on').notNull(),
  source: text('source').notNull(),
  opinion: text('opinion').$type<'good' | 'fair' | 'poor' | 'unknown'>().notNull(),
  figures: text('figures').notNull(),
  nextReviewOn: day('next_review_on'),
  comment: text('comment').notNull(),
});

export const termsAcceptance = sqliteTable('terms_acceptance', {
  termsAcceptanceId: integer('terms_acceptance_id').primaryKey(),
  entryId: entryId(),
  customerId: customerId(),
  acceptedOn: day('accepted_on').notNull(),
  version: text('version').notNull(),
  source: text('source').notNull(),
});

export const payerMark = sqliteTable('payer_mark', {
  payerMarkId: integer('payer_mark_id').primaryKey(),
  entryId: entryId(),
  customerId: customerId(),
  kind: text('kind').$type<MarkKind>().notNull(),
  value: text('value').notNull(),
  reason: text('reason').notNull(),
  reviewOn: day('review_on').notNull(),
});

export const payerFactEnded = sqliteTable(
  'payer_fact_ended',
  {
    factKind: text('fact_kind').$type<PayerFactKind>().notNull(),
    factId: integer('fact_id').notNull(),
    entryId: entryId(),
    isEnded: integer('is_ended', { mode: 'boolean' }).notNull(),
  },
  (table) => [primaryKey({ columns: [table.factKind, table.factId, table.entryId] })],
);

export type PayerFactKind = 'guarantee' | 'solvency' | 'acceptance' | 'mark';

export const delayCause = sqliteTable('delay_cause', {
  delayCauseId: integer('delay_cause_id').primaryKey(),
  entryId: entryId(),
  customerId: customerId(),
  receivableId: integer('receivable_id'),
  cause: text('cause').$type<DelayCause>(),
  owner: text('owner').notNull(),
});

export const delayCauseUndone = sqliteTable('delay_cause_undone', {
  causeEntryId: integer('cause_entry_id').primaryKey(),
  entryId: entryId(),
});
