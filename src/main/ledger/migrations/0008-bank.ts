/**
 * 0008 · Statements of banks, and what a person says of their movements
 *
 * Why:   a movement of the bank is known before the accounting tells it; what a person confirms of
 *        it settles items at once, so that nobody is chased who has paid.
 * Keeps: everything; only tables are added. A movement is an identity: the files that state it
 *        come and go, what was said of it stays.
 * Cost:  empty tables; instant.
 */
import type { Migration } from './migration.ts';

export const bank: Migration = {
  version: 8,
  name: 'bank',
  sql: `
-- Identities. \`stated\` is what files call the account: its IBAN where it has one.
CREATE TABLE bank_account (
  bank_account_id INTEGER PRIMARY KEY, stated TEXT NOT NULL, currency TEXT NOT NULL, iban TEXT,
  UNIQUE (stated, currency)
) STRICT;
CREATE TABLE bank_movement (
  movement_id INTEGER PRIMARY KEY,
  bank_account_id INTEGER NOT NULL REFERENCES bank_account, format TEXT NOT NULL,
  booked_date TEXT NOT NULL, value_date TEXT, amount_cents INTEGER NOT NULL,
  currency TEXT NOT NULL, code TEXT NOT NULL, text TEXT NOT NULL, counterparty_name TEXT,
  counterparty_iban TEXT, end_to_end_id TEXT, reference_list TEXT NOT NULL, bank_reference TEXT,
  is_return INTEGER NOT NULL, reject_code TEXT
) STRICT;
CREATE INDEX bank_movement_day ON bank_movement(bank_account_id, booked_date, amount_cents);
CREATE INDEX bank_movement_amount ON bank_movement(amount_cents, booked_date);

-- Stated by files; counts while its import is live.
CREATE TABLE bank_statement (
  import_id INTEGER NOT NULL REFERENCES import_batch, statement_number INTEGER NOT NULL,
  bank_account_id INTEGER NOT NULL REFERENCES bank_account, from_date TEXT, to_date TEXT,
  opening_cents INTEGER, closing_cents INTEGER, movement_count INTEGER NOT NULL,
  credit_cents INTEGER NOT NULL, debit_cents INTEGER NOT NULL,
  PRIMARY KEY (import_id, statement_number)
) STRICT, WITHOUT ROWID;
CREATE TABLE stated_movement (
  movement_id INTEGER NOT NULL REFERENCES bank_movement,
  import_id INTEGER NOT NULL REFERENCES import_batch, line_number INTEGER NOT NULL,
  PRIMARY KEY (movement_id, import_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX stated_movement_import ON stated_movement(import_id);

-- Said by people. The last decision of a movement that was not undone stands; \`returned\` says
-- that a debit takes the receipt \`receipt_movement_id\` back.
CREATE TABLE movement_decision (
  decision_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry,
  movement_id INTEGER NOT NULL REFERENCES bank_movement,
  kind TEXT NOT NULL CHECK (kind IN ('confirmed','set_aside','returned')),
  receipt_movement_id INTEGER REFERENCES bank_movement, comment TEXT NOT NULL
) STRICT;
CREATE INDEX movement_decision_movement ON movement_decision(movement_id);
CREATE INDEX movement_decision_receipt ON movement_decision(receipt_movement_id)
  WHERE receipt_movement_id IS NOT NULL;
CREATE TABLE movement_share (
  decision_id INTEGER NOT NULL REFERENCES movement_decision,
  customer_id INTEGER NOT NULL REFERENCES customer, amount_cents INTEGER NOT NULL,
  PRIMARY KEY (decision_id, customer_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX movement_share_customer ON movement_share(customer_id);
CREATE TABLE movement_allocation (
  decision_id INTEGER NOT NULL REFERENCES movement_decision,
  receivable_id INTEGER NOT NULL REFERENCES receivable, amount_cents INTEGER NOT NULL,
  PRIMARY KEY (decision_id, receivable_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE movement_decision_undone (
  decision_id INTEGER PRIMARY KEY REFERENCES movement_decision,
  entry_id INTEGER NOT NULL REFERENCES entry
) STRICT;
CREATE VIEW standing_decision AS
  SELECT d.* FROM movement_decision AS d WHERE d.decision_id = (
    SELECT max(s.decision_id) FROM movement_decision AS s WHERE s.movement_id = d.movement_id
    AND s.decision_id NOT IN (SELECT decision_id FROM movement_decision_undone));
`,
};
