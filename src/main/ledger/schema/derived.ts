/**
 * The derived tables: the interpretation of the facts, kept so that no screen waits.
 *
 * They hold nothing that can't be computed again. A change of this text or of the interpreter
 * changes `INTERPRETER_VERSION`, and the ledger drops and rebuilds them at the next opening.
 */

/** Moves when the interpretation or the shape below changes. */
export const INTERPRETER_VERSION = 5;

/** Statements that make the tables anew; indexes are made after a wholesale rebuild. */
export const DERIVED_TABLES = `
CREATE TABLE derived_build (interpreter_version INTEGER NOT NULL) STRICT;
CREATE TABLE derived_state (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1), as_of_date TEXT NOT NULL
) STRICT;
CREATE TABLE derived_item (
  receivable_id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL, kind TEXT NOT NULL,
  role TEXT NOT NULL, document_number TEXT NOT NULL, document_date TEXT NOT NULL, due_date TEXT,
  due_basis TEXT NOT NULL, amount_cents INTEGER NOT NULL, currency TEXT NOT NULL,
  label TEXT NOT NULL, import_id INTEGER NOT NULL, line_number INTEGER NOT NULL,
  names_document_number TEXT, is_reversed INTEGER NOT NULL, booked_date TEXT NOT NULL,
  settled_date TEXT, settled_nature TEXT, is_virtual INTEGER NOT NULL
) STRICT;
CREATE TABLE derived_payment (
  payment_id INTEGER PRIMARY KEY, customer_id INTEGER NOT NULL, kind TEXT NOT NULL,
  nature TEXT NOT NULL, role TEXT NOT NULL, received_date TEXT NOT NULL,
  amount_cents INTEGER NOT NULL, currency TEXT NOT NULL, reference TEXT NOT NULL,
  label TEXT NOT NULL, import_id INTEGER NOT NULL, line_number INTEGER NOT NULL,
  movement_id INTEGER, is_bank_only INTEGER NOT NULL
) STRICT;
CREATE TABLE derived_allocation (
  customer_id INTEGER NOT NULL, receivable_id INTEGER, payment_id INTEGER,
  amount_cents INTEGER NOT NULL, effective_date TEXT NOT NULL, basis TEXT NOT NULL,
  nature TEXT NOT NULL, item_date TEXT, payment_date TEXT
) STRICT;
-- Days after derived_state.as_of_date on which something of a customer takes effect: whom the roll
-- at midnight concerns.
CREATE TABLE derived_coming (
  effective_date TEXT NOT NULL, customer_id INTEGER NOT NULL,
  PRIMARY KEY (effective_date, customer_id)
) STRICT, WITHOUT ROWID;
-- Everything not at zero on derived_state.as_of_date: items, and payments not wholly allocated
-- (then receivable_id is null and outstanding is negative). Sums over customers are sums of this.
CREATE TABLE derived_open_item (
  open_item_id INTEGER PRIMARY KEY, receivable_id INTEGER, payment_id INTEGER,
  customer_id INTEGER NOT NULL, kind TEXT NOT NULL, role TEXT NOT NULL, document_date TEXT NOT NULL,
  due_date TEXT, due_basis TEXT NOT NULL, amount_cents INTEGER NOT NULL,
  outstanding_cents INTEGER NOT NULL, currency TEXT NOT NULL, document_number TEXT NOT NULL,
  names_document_number TEXT, is_virtual INTEGER NOT NULL, booked_date TEXT NOT NULL
) STRICT;
-- One row a customer: names and dimensions as they stand (typed wins over stated), and its habits.
CREATE TABLE derived_customer (
  customer_id INTEGER PRIMARY KEY, code TEXT NOT NULL, name TEXT NOT NULL, search TEXT NOT NULL,
  siren TEXT, profile TEXT, rep_code TEXT, agency_code TEXT, sector TEXT, size TEXT,
  payment_method TEXT, city TEXT, tags TEXT NOT NULL, terms TEXT NOT NULL,
  terms_origin TEXT NOT NULL, is_terms_confirmed INTEGER NOT NULL,
  credit_limit_cents INTEGER, is_vip INTEGER NOT NULL, is_do_not_chase INTEGER NOT NULL,
  is_sundry INTEGER NOT NULL, is_shared INTEGER NOT NULL,
  has_email INTEGER NOT NULL, has_phone INTEGER NOT NULL, has_address INTEGER NOT NULL,
  payer_customer_id INTEGER NOT NULL, control_difference_cents INTEGER NOT NULL
) STRICT;
-- Questions of nature that the lines leave open, by pattern and customer.
CREATE TABLE derived_question (
  pattern TEXT NOT NULL, customer_id INTEGER NOT NULL, line_count INTEGER NOT NULL,
  amount_cents INTEGER NOT NULL, example_label TEXT NOT NULL, PRIMARY KEY (pattern, customer_id)
) STRICT, WITHOUT ROWID;
-- What takes a reading of the whole history (the payment model, the figures of the months), with
-- the state of the books it was made from.
CREATE TABLE derived_analysis (
  name TEXT PRIMARY KEY, basis TEXT NOT NULL, as_of_date TEXT NOT NULL, document TEXT NOT NULL
) STRICT, WITHOUT ROWID;
-- What the movements of the bank that wait for a person seem to pay, and those that the accounting
-- holds already; made by the job thread, see stores/matches.ts.
CREATE TABLE derived_match (
  movement_id INTEGER PRIMARY KEY, is_accounted INTEGER NOT NULL, customer_id INTEGER,
  confidence REAL NOT NULL, is_automatic INTEGER NOT NULL, suggestions TEXT NOT NULL
) STRICT;
-- The chances that the payment model gives the open items of a customer: see stores/chances.ts.
CREATE TABLE derived_chance (
  customer_id INTEGER PRIMARY KEY, receivable_ids BLOB NOT NULL, chances BLOB NOT NULL
) STRICT;
-- What each month came to, customer by customer, in the currency of the books. A making of it is
-- written by small transactions beside the one before, and takes its place once it is whole.
CREATE TABLE derived_month (
  making INTEGER NOT NULL, month_date TEXT NOT NULL, customer_id INTEGER NOT NULL,
  invoiced_cents INTEGER NOT NULL, credit_note_cents INTEGER NOT NULL,
  received_cents INTEGER NOT NULL, written_off_cents INTEGER NOT NULL,
  fell_due_cents INTEGER NOT NULL, recovered_cents INTEGER NOT NULL,
  closing_cents INTEGER NOT NULL, overdue_cents INTEGER NOT NULL, over_90_cents INTEGER NOT NULL,
  doubtful_cents INTEGER NOT NULL, estimated_cents INTEGER NOT NULL, credits_cents INTEGER NOT NULL,
  open_count INTEGER NOT NULL, overdue_count INTEGER NOT NULL, paid_due_cents INTEGER NOT NULL,
  paid_late_cent_days INTEGER NOT NULL, paid_cents INTEGER NOT NULL,
  paid_cent_days INTEGER NOT NULL, PRIMARY KEY (making, month_date, customer_id)
) STRICT, WITHOUT ROWID;
`;

/** Covering indexes of the hot reads, made after the rows where all rows are made anew. */
export const DERIVED_INDEXES = `
CREATE INDEX derived_item_customer ON derived_item(customer_id, settled_date, due_date, amount_cents);
CREATE INDEX derived_item_document ON derived_item(document_number COLLATE NOCASE, customer_id);
CREATE INDEX derived_payment_customer ON derived_payment(customer_id, received_date);
CREATE INDEX derived_payment_received ON derived_payment(received_date, nature, amount_cents);
CREATE INDEX derived_payment_movement
  ON derived_payment(movement_id) WHERE movement_id IS NOT NULL;
CREATE INDEX derived_allocation_virtual
  ON derived_allocation(customer_id, effective_date) WHERE basis = 'virtual';
CREATE INDEX derived_allocation_customer ON derived_allocation(customer_id, effective_date);
CREATE INDEX derived_allocation_effective
  ON derived_allocation(effective_date, item_date, payment_date, receivable_id, payment_id,
    amount_cents);
CREATE INDEX derived_open_customer
  ON derived_open_item(customer_id, due_date, outstanding_cents, kind);
CREATE INDEX derived_open_due
  ON derived_open_item(due_date, outstanding_cents, kind);
CREATE INDEX derived_customer_name ON derived_customer(name COLLATE NOCASE, customer_id);
`;
