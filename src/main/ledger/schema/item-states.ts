/**
 * What people say of items and of what the books do not hold, as typed tables. Their shape is made
 * by the migrations; a test compares the two.
 */
import { integer, primaryKey, sqliteTable, text } from 'drizzle-orm/sqlite-core';
import type { ItemStateCause } from '../../../shared/domain/item-state/item-state.ts';
import type { ItemStateKind } from '../../../shared/domain/item-state/item-state-kind.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';

const day = (name: string) => text(name).$type<CalendarDate>();
const entryId = () => integer('entry_id').notNull();
const customerId = () => integer('customer_id').notNull();

export const itemState = sqliteTable('item_state', {
  itemStateId: integer('item_state_id').primaryKey(),
  entryId: entryId(),
  customerId: customerId(),
  receivableId: integer('receivable_id').notNull(),
  kind: text('kind').$type<ItemStateKind>().notNull(),
  since: day('since_date').notNull(),
  dueDate: day('due_date'),
  cause: text('cause').$type<ItemStateCause>(),
  party: text('party').notNull(),
  reference: text('reference').notNull(),
  iban: text('iban').notNull(),
  hasSurety: integer('has_surety', { mode: 'boolean' }).notNull(),
  reason: text('reason').notNull(),
});

export const insuranceTerms = sqliteTable('insurance_terms', {
  guaranteeId: integer('guarantee_id').primaryKey(),
  entryId: entryId(),
  termDaysMax: integer('term_days_max'),
  extensionDaysMax: integer('extension_days_max'),
  declareDays: integer('declare_days'),
});

export type ItemStateEvent = 'ended' | 'resumed' | 'undone';

export const itemStateEvent = sqliteTable(
  'item_state_event',
  {
    itemStateId: integer('item_state_id').notNull(),
    entryId: entryId(),
    what: text('what').$type<ItemStateEvent>().notNull(),
    reason: text('reason').notNull(),
  },
  (table) => [primaryKey({ columns: [table.itemStateId, table.entryId] })],
);
