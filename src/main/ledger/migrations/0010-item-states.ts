/**
 * 0010 · What the books cannot tell of an item, and who else counts
 *
 * Why:   factored, handed over, settled by a bill, retained, blocked at the customer's: a person
 *        knows, no file says it. The same for the delays of a credit insurer.
 * Keeps: everything; only tables are added.
 * Cost:  empty tables; instant.
 */
import type { Migration } from './migration.ts';

export const itemStates: Migration = {
  version: 10,
  name: 'item-states',
  sql: `
-- What a person says of an item. The latest one that was not taken back counts.
CREATE TABLE item_state (
  item_state_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry,
  customer_id INTEGER NOT NULL REFERENCES customer,
  receivable_id INTEGER NOT NULL REFERENCES receivable,
  kind TEXT NOT NULL CHECK (kind IN ('factored','factored_mandate','factored_back','handed_over',
    'bill_to_accept','bill_accepted','bill_discounted','bill_unpaid','retention',
    'blocked_at_customer')),
  since_date TEXT NOT NULL, due_date TEXT,
  cause TEXT CHECK (cause IN ('agency','bailiff','insurer','lawyer','order_number','portal',
    'in_approval','chorus_suspended','chorus_to_recycle','chorus_rejected')),
  party TEXT NOT NULL, reference TEXT NOT NULL, iban TEXT NOT NULL,
  has_surety INTEGER NOT NULL CHECK (has_surety IN (0, 1)), reason TEXT NOT NULL
) STRICT;
CREATE INDEX item_state_customer ON item_state(customer_id, receivable_id);
-- It ended, runs on after all, or was never meant. The last word counts.
CREATE TABLE item_state_event (
  item_state_id INTEGER NOT NULL REFERENCES item_state, entry_id INTEGER NOT NULL REFERENCES entry,
  what TEXT NOT NULL CHECK (what IN ('ended','resumed','undone')), reason TEXT NOT NULL,
  PRIMARY KEY (item_state_id, entry_id)
) STRICT, WITHOUT ROWID;

-- The delays of a credit insurance, in days: what is written in the policy.
CREATE TABLE insurance_terms (
  guarantee_id INTEGER PRIMARY KEY REFERENCES guarantee,
  entry_id INTEGER NOT NULL REFERENCES entry,
  term_days_max INTEGER, extension_days_max INTEGER, declare_days INTEGER
) STRICT;
`,
};
