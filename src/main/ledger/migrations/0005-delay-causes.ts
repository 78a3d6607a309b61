/**
 * 0005 · Why customers pay late
 *
 * Why:   the cause of a delay, as a call told it, is a fact with its day and who must end it.
 * Keeps: everything; only tables are added.
 * Cost:  empty tables; instant.
 */
import type { Migration } from './migration.ts';

export const delayCauses: Migration = {
  version: 5,
  name: 'delay-causes',
  sql: `
-- A null \`receivable_id\` is the customer as a whole; a null \`cause\` withdraws what was said.
CREATE TABLE delay_cause (
  delay_cause_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry,
  customer_id INTEGER NOT NULL REFERENCES customer,
  receivable_id INTEGER REFERENCES receivable,
  cause TEXT CHECK (cause IN ('oversight','administrative','dispute','cash','deliberate','ours')),
  owner TEXT NOT NULL
) STRICT;
CREATE INDEX delay_cause_customer ON delay_cause(customer_id);
CREATE INDEX delay_cause_entry ON delay_cause(entry_id);
-- What an entry said of causes no longer counts.
CREATE TABLE delay_cause_undone (
  cause_entry_id INTEGER PRIMARY KEY REFERENCES entry, entry_id INTEGER NOT NULL REFERENCES entry
) STRICT;
`,
};
