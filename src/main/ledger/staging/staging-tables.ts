/**
 * The tables of a staging file: what one file says, before anybody accepted it.
 *
 * They are those of the ledger but for the customer, who is named by his rank in the file (`n`):
 * he may not exist yet. Ledger lines stand as texts (see `line-text.ts`).
 */
export const STAGING_TABLES = `
CREATE TABLE staged_customer (
  n INTEGER PRIMARY KEY, code TEXT NOT NULL UNIQUE, is_described INTEGER NOT NULL, name TEXT,
  siren TEXT, email TEXT, phone TEXT, address TEXT NOT NULL, postal_code TEXT, city TEXT,
  country_code TEXT, terms TEXT, payment_method TEXT, rep_code TEXT, agency_code TEXT, sector TEXT,
  profile TEXT, credit_limit_cents INTEGER, line_count INTEGER NOT NULL,
  stated_cents INTEGER NOT NULL
) STRICT;
CREATE TABLE staged_lines (
  n INTEGER NOT NULL, part INTEGER NOT NULL, lines TEXT NOT NULL, PRIMARY KEY (n, part)
) STRICT, WITHOUT ROWID;
CREATE TABLE staged_word (number INTEGER PRIMARY KEY, word TEXT NOT NULL) STRICT;
CREATE TABLE staged_amendment (
  line_number INTEGER PRIMARY KEY, counterpart TEXT NOT NULL
) STRICT;
CREATE TABLE staged_item (
  n INTEGER NOT NULL, line_number INTEGER NOT NULL, document_number TEXT NOT NULL,
  rank INTEGER NOT NULL, document_date TEXT, due_date TEXT, amount_cents INTEGER NOT NULL,
  open_cents INTEGER NOT NULL, currency TEXT NOT NULL, label TEXT NOT NULL, kind TEXT NOT NULL,
  PRIMARY KEY (n, line_number)
) STRICT, WITHOUT ROWID;
CREATE TABLE staged_row (
  n INTEGER NOT NULL, line_number INTEGER NOT NULL, kind TEXT NOT NULL,
  document_number TEXT NOT NULL, document_date TEXT NOT NULL, due_date TEXT,
  amount_cents INTEGER NOT NULL, settles_document_number TEXT, currency TEXT NOT NULL,
  label TEXT NOT NULL, PRIMARY KEY (n, line_number)
) STRICT, WITHOUT ROWID;
CREATE TABLE staged_contact (
  n INTEGER NOT NULL, line_number INTEGER NOT NULL, name TEXT NOT NULL, role TEXT, email TEXT,
  phone TEXT, PRIMARY KEY (n, line_number)
) STRICT, WITHOUT ROWID;
CREATE TABLE staged_account (
  ledger_account_code TEXT PRIMARY KEY, label TEXT NOT NULL, line_count INTEGER NOT NULL,
  debit_cents INTEGER NOT NULL, credit_cents INTEGER NOT NULL, name_count INTEGER NOT NULL,
  proposed_role TEXT NOT NULL, is_shared INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE staged_journal (
  journal_code TEXT PRIMARY KEY, label TEXT NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE staged_day (
  line_date TEXT PRIMARY KEY, line_count INTEGER NOT NULL, stated_cents INTEGER NOT NULL
) STRICT, WITHOUT ROWID;
CREATE TABLE staged_problem (
  line_number INTEGER NOT NULL, problem_number INTEGER NOT NULL, column_name TEXT,
  code TEXT NOT NULL, value TEXT NOT NULL, severity TEXT NOT NULL,
  PRIMARY KEY (line_number, problem_number)
) STRICT, WITHOUT ROWID;
CREATE TABLE staged_bank (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1), reading TEXT NOT NULL
) STRICT;
CREATE TABLE staged_header (
  only_row INTEGER PRIMARY KEY CHECK (only_row = 1), header TEXT NOT NULL, preview TEXT
) STRICT;
`;
