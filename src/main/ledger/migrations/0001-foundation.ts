/**
 * 0001 · The ledger of one company
 *
 * Why:   facts are appended (what a file stated, what a person did); receivables, payments and
 *        allocations are an interpretation of them and stand in `derived_*`, which can be dropped.
 * Keeps: identities (`customer`, `receivable`) never die, so that calls, promises and notes keep
 *        hanging on them across re-imports and undone imports.
 * Cost:  empty tables; instant.
 */
import type { Migration } from './migration.ts';

export const foundation: Migration = {
  version: 1,
  name: 'foundation',
  sql: `
-- Journal: one entry per command, import, change of setting; payloads lie beside so that a legal
-- purge removes them and leaves a chain that still verifies.
CREATE TABLE entry (
  entry_id INTEGER PRIMARY KEY, recorded_at TEXT NOT NULL, day TEXT NOT NULL, actor TEXT NOT NULL,
  kind TEXT NOT NULL,
  customer_id INTEGER, command_id TEXT UNIQUE, payload_sha256 BLOB NOT NULL,
  previous_hash BLOB NOT NULL, hash BLOB NOT NULL
) STRICT;
CREATE INDEX entry_customer ON entry(customer_id, entry_id) WHERE customer_id IS NOT NULL;
CREATE TABLE entry_payload (
  entry_id INTEGER PRIMARY KEY REFERENCES entry, payload TEXT NOT NULL, answer TEXT
) STRICT;

-- Identities.
CREATE TABLE customer (
  customer_id INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE
) STRICT;
CREATE TABLE receivable (
  receivable_id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL REFERENCES customer,
  source_key TEXT NOT NULL, UNIQUE (customer_id, source_key)
) STRICT;

-- Stated by files; dies with its import.
CREATE TABLE import_batch (
  import_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry,
  meaning TEXT NOT NULL CHECK (meaning IN ('period','open_items','rows','bank','einvoice')),
  reader TEXT NOT NULL, scope TEXT NOT NULL, file_name TEXT NOT NULL, file_sha256 TEXT NOT NULL,
  stated_on_date TEXT NOT NULL, covers_from_date TEXT, covers_to_date TEXT, bank_date TEXT,
  line_count INTEGER NOT NULL, rejected_count INTEGER NOT NULL,
  debit_cents INTEGER NOT NULL, credit_cents INTEGER NOT NULL, has_openings INTEGER NOT NULL,
  summary TEXT NOT NULL
) STRICT;
-- What a file says of each customer in all: the control total, and whom an undo concerns.
CREATE TABLE import_customer (
  import_id INTEGER NOT NULL, customer_id INTEGER NOT NULL, line_count INTEGER NOT NULL,
  stated_cents INTEGER NOT NULL, PRIMARY KEY (import_id, customer_id)
) STRICT, WITHOUT ROWID;
-- What a ledger file says of each day in all: the control of a balance on any day.
CREATE TABLE import_day (
  import_id INTEGER NOT NULL, line_date TEXT NOT NULL, line_count INTEGER NOT NULL,
  stated_cents INTEGER NOT NULL, PRIMARY KEY (import_id, line_date)
) STRICT, WITHOUT ROWID;
CREATE TABLE import_undone (
  import_id INTEGER PRIMARY KEY REFERENCES import_batch, entry_id INTEGER NOT NULL REFERENCES entry
) STRICT;
CREATE TABLE import_problem (
  import_id INTEGER NOT NULL REFERENCES import_batch, line_number INTEGER NOT NULL,
  problem_number INTEGER NOT NULL, column_name TEXT, code TEXT NOT NULL, value TEXT NOT NULL,
  severity TEXT NOT NULL CHECK (severity IN ('error','warning')),
  PRIMARY KEY (import_id, line_number, problem_number)
) STRICT, WITHOUT ROWID;
CREATE TABLE ledger_line (
  customer_id INTEGER NOT NULL, import_id INTEGER NOT NULL, line_number INTEGER NOT NULL,
  ledger_account_code TEXT NOT NULL, journal_code TEXT NOT NULL, entry_number TEXT NOT NULL,
  line_date TEXT NOT NULL, document_number TEXT NOT NULL, document_date TEXT, label TEXT NOT NULL,
  amount_cents INTEGER NOT NULL, currency TEXT NOT NULL, letter TEXT, lettered_on_date TEXT,
  counterpart TEXT NOT NULL, is_opening INTEGER NOT NULL, stated_due_date TEXT, payment_method TEXT,
  PRIMARY KEY (customer_id, import_id, line_number)
) STRICT, WITHOUT ROWID;
CREATE TABLE stated_item (
  customer_id INTEGER NOT NULL, import_id INTEGER NOT NULL, line_number INTEGER NOT NULL,
  document_number TEXT NOT NULL, rank INTEGER NOT NULL, document_date TEXT, due_date TEXT,
  amount_cents INTEGER NOT NULL, open_cents INTEGER NOT NULL, currency TEXT NOT NULL,
  label TEXT NOT NULL, kind TEXT NOT NULL CHECK (kind IN ('invoice','credit_note','payment')),
  PRIMARY KEY (customer_id, import_id, line_number)
) STRICT, WITHOUT ROWID;
CREATE TABLE stated_row (
  customer_id INTEGER NOT NULL, import_id INTEGER NOT NULL, line_number INTEGER NOT NULL,
  kind TEXT NOT NULL CHECK (kind IN ('invoice','credit_note','payment')),
  document_number TEXT NOT NULL, document_date TEXT NOT NULL, due_date TEXT,
  amount_cents INTEGER NOT NULL, settles_document_number TEXT, currency TEXT NOT NULL,
  label TEXT NOT NULL, PRIMARY KEY (customer_id, import_id, line_number)
) STRICT, WITHOUT ROWID;
CREATE TABLE stated_customer (
  customer_id INTEGER NOT NULL, import_id INTEGER NOT NULL, name TEXT, siren TEXT, email TEXT,
  phone TEXT, address TEXT NOT NULL, postal_code TEXT, city TEXT, country_code TEXT, terms TEXT,
  payment_method TEXT, rep_code TEXT, agency_code TEXT, sector TEXT, profile TEXT,
  credit_limit_cents INTEGER, PRIMARY KEY (customer_id, import_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE stated_contact (
  customer_id INTEGER NOT NULL, import_id INTEGER NOT NULL, line_number INTEGER NOT NULL,
  name TEXT NOT NULL, role TEXT, email TEXT, phone TEXT,
  PRIMARY KEY (customer_id, import_id, line_number)
) STRICT, WITHOUT ROWID;
CREATE TABLE stated_account (
  import_id INTEGER NOT NULL, ledger_account_code TEXT NOT NULL, label TEXT NOT NULL,
  line_count INTEGER NOT NULL, debit_cents INTEGER NOT NULL, credit_cents INTEGER NOT NULL,
  name_count INTEGER NOT NULL, proposed_role TEXT NOT NULL, is_shared INTEGER NOT NULL,
  PRIMARY KEY (import_id, ledger_account_code)
) STRICT, WITHOUT ROWID;
CREATE TABLE stated_journal (
  import_id INTEGER NOT NULL, journal_code TEXT NOT NULL, label TEXT NOT NULL,
  PRIMARY KEY (import_id, journal_code)
) STRICT, WITHOUT ROWID;

-- Done by people. The latest row wins; nothing is rewritten.
CREATE TABLE setting (
  name TEXT NOT NULL, entry_id INTEGER NOT NULL REFERENCES entry, value TEXT NOT NULL,
  PRIMARY KEY (name, entry_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE account_role (
  ledger_account_code TEXT NOT NULL, entry_id INTEGER NOT NULL REFERENCES entry,
  role TEXT NOT NULL, PRIMARY KEY (ledger_account_code, entry_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE nature_rule (
  pattern TEXT NOT NULL, entry_id INTEGER NOT NULL REFERENCES entry, nature TEXT NOT NULL,
  PRIMARY KEY (pattern, entry_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE import_profile (
  profile_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry, name TEXT NOT NULL,
  signature TEXT NOT NULL, profile TEXT NOT NULL
) STRICT;
-- What the user typed of a customer: name, siren, address, profile, rep, agency, sector, size,
-- payment_method, tags, terms, is_terms_confirmed, credit_limit, is_vip, is_do_not_chase, is_watch …
CREATE TABLE customer_override (
  customer_id INTEGER NOT NULL REFERENCES customer, field TEXT NOT NULL,
  entry_id INTEGER NOT NULL REFERENCES entry, value TEXT,
  PRIMARY KEY (customer_id, field, entry_id)
) STRICT, WITHOUT ROWID;
-- A payer contact may stand for several accounts: customers linked to one payer's customer.
CREATE TABLE customer_link (
  customer_id INTEGER NOT NULL REFERENCES customer, entry_id INTEGER NOT NULL REFERENCES entry,
  payer_customer_id INTEGER REFERENCES customer, PRIMARY KEY (customer_id, entry_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE due_date_override (
  receivable_id INTEGER NOT NULL REFERENCES receivable, entry_id INTEGER NOT NULL REFERENCES entry,
  due_date TEXT, PRIMARY KEY (receivable_id, entry_id)
) STRICT, WITHOUT ROWID;
-- One row a state of a contact; the latest of a contact_id wins, is_removed ends it.
CREATE TABLE contact (
  contact_id INTEGER NOT NULL, entry_id INTEGER NOT NULL REFERENCES entry,
  customer_id INTEGER NOT NULL REFERENCES customer, name TEXT NOT NULL, role TEXT NOT NULL,
  email TEXT, phone TEXT, mobile TEXT, comment TEXT NOT NULL, is_removed INTEGER NOT NULL,
  PRIMARY KEY (contact_id, entry_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX contact_customer ON contact(customer_id, contact_id);
CREATE TABLE contact_log (
  contact_log_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry,
  customer_id INTEGER NOT NULL REFERENCES customer, day TEXT NOT NULL,
  channel TEXT NOT NULL CHECK (channel IN ('phone','email','letter','registered_letter','sms','visit')),
  direction TEXT NOT NULL CHECK (direction IN ('in','out')), contact_id INTEGER,
  outcome TEXT NOT NULL, outcome_date TEXT, comment TEXT NOT NULL, amount_cents INTEGER NOT NULL,
  currency TEXT NOT NULL
) STRICT;
CREATE INDEX contact_log_customer ON contact_log(customer_id, day);
CREATE TABLE contact_log_item (
  contact_log_id INTEGER NOT NULL REFERENCES contact_log,
  receivable_id INTEGER NOT NULL REFERENCES receivable,
  PRIMARY KEY (contact_log_id, receivable_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE contact_log_undone (
  contact_log_id INTEGER PRIMARY KEY REFERENCES contact_log,
  entry_id INTEGER NOT NULL REFERENCES entry
) STRICT;
CREATE TABLE task (
  task_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry,
  customer_id INTEGER NOT NULL REFERENCES customer, kind TEXT NOT NULL, due_on TEXT NOT NULL,
  comment TEXT NOT NULL
) STRICT;
CREATE INDEX task_customer ON task(customer_id, due_on);
CREATE TABLE task_closed (
  task_id INTEGER PRIMARY KEY REFERENCES task, entry_id INTEGER NOT NULL REFERENCES entry
) STRICT;
CREATE TABLE promise (
  promise_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry,
  customer_id INTEGER NOT NULL REFERENCES customer,
  kind TEXT NOT NULL CHECK (kind IN ('promise','announced')), promised_on TEXT NOT NULL,
  promised_for TEXT NOT NULL, amount_cents INTEGER NOT NULL, method TEXT, comment TEXT NOT NULL
) STRICT;
CREATE INDEX promise_customer ON promise(customer_id, promised_for);
CREATE TABLE promise_item (
  promise_id INTEGER NOT NULL REFERENCES promise,
  receivable_id INTEGER NOT NULL REFERENCES receivable, amount_cents INTEGER NOT NULL,
  PRIMARY KEY (promise_id, receivable_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX promise_item_receivable ON promise_item(receivable_id);
CREATE TABLE promise_closed (
  promise_id INTEGER NOT NULL REFERENCES promise, entry_id INTEGER NOT NULL REFERENCES entry,
  reason TEXT NOT NULL CHECK (reason IN ('cancelled','replaced','undone')),
  PRIMARY KEY (promise_id, entry_id)
) STRICT, WITHOUT ROWID;
-- The end of a promise, taken back.
CREATE TABLE promise_reopened (
  promise_id INTEGER NOT NULL, closed_entry_id INTEGER NOT NULL,
  entry_id INTEGER NOT NULL REFERENCES entry,
  PRIMARY KEY (promise_id, closed_entry_id),
  FOREIGN KEY (promise_id, closed_entry_id) REFERENCES promise_closed (promise_id, entry_id)
) STRICT, WITHOUT ROWID;
-- The end that stands of each promise that has one.
CREATE VIEW promise_end AS
  SELECT c.promise_id, c.entry_id, c.reason, e.day
  FROM promise_closed AS c JOIN entry AS e ON e.entry_id = c.entry_id
  WHERE NOT EXISTS (SELECT 1 FROM promise_reopened AS r
    WHERE r.promise_id = c.promise_id AND r.closed_entry_id = c.entry_id);
CREATE TABLE dispute (
  dispute_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry,
  customer_id INTEGER NOT NULL REFERENCES customer, opened_on TEXT NOT NULL, reason TEXT NOT NULL,
  owner TEXT NOT NULL, answer_by TEXT, comment TEXT NOT NULL
) STRICT;
CREATE INDEX dispute_customer ON dispute(customer_id);
CREATE TABLE dispute_item (
  dispute_id INTEGER NOT NULL REFERENCES dispute,
  receivable_id INTEGER NOT NULL REFERENCES receivable, amount_cents INTEGER NOT NULL,
  PRIMARY KEY (dispute_id, receivable_id)
) STRICT, WITHOUT ROWID;
CREATE INDEX dispute_item_receivable ON dispute_item(receivable_id);
CREATE TABLE dispute_closed (
  dispute_id INTEGER PRIMARY KEY REFERENCES dispute, entry_id INTEGER NOT NULL REFERENCES entry,
  outcome TEXT NOT NULL CHECK (outcome IN ('credit_note','maintained','partly','undone')),
  closed_on TEXT NOT NULL
) STRICT;
CREATE TABLE hold (
  hold_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry,
  customer_id INTEGER NOT NULL REFERENCES customer,
  receivable_id INTEGER REFERENCES receivable, reason TEXT NOT NULL, review_on TEXT NOT NULL,
  comment TEXT NOT NULL
) STRICT;
CREATE INDEX hold_customer ON hold(customer_id);
CREATE TABLE hold_ended (
  hold_id INTEGER PRIMARY KEY REFERENCES hold, entry_id INTEGER NOT NULL REFERENCES entry
) STRICT;
CREATE TABLE note (
  note_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry,
  customer_id INTEGER NOT NULL REFERENCES customer, day TEXT NOT NULL, text TEXT NOT NULL
) STRICT;
CREATE INDEX note_customer ON note(customer_id, day);
CREATE TABLE done_today (
  customer_id INTEGER NOT NULL REFERENCES customer, day TEXT NOT NULL,
  entry_id INTEGER NOT NULL REFERENCES entry, is_done INTEGER NOT NULL,
  PRIMARY KEY (customer_id, day, entry_id)
) STRICT, WITHOUT ROWID;
CREATE TABLE saved_view (
  view_id INTEGER NOT NULL, entry_id INTEGER NOT NULL REFERENCES entry, screen TEXT NOT NULL,
  name TEXT NOT NULL, view TEXT NOT NULL, is_removed INTEGER NOT NULL,
  PRIMARY KEY (view_id, entry_id)
) STRICT, WITHOUT ROWID;
-- The ten of a morning, frozen so that the list is stable during the day.
CREATE TABLE morning (
  day TEXT NOT NULL, rank INTEGER NOT NULL, customer_id INTEGER NOT NULL REFERENCES customer,
  row TEXT NOT NULL, PRIMARY KEY (day, rank)
) STRICT, WITHOUT ROWID;
`,
};
