/** The statements that fill a staging, by what they take. */
export const STAGING_INSERTS = {
  customer: `
INSERT INTO staged_customer (n, code, is_described, name, siren, email, phone, address, postal_code,
  city, country_code, terms, payment_method, rep_code, agency_code, sector, profile,
  credit_limit_cents, line_count, stated_cents)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  lines: 'INSERT INTO staged_lines (n, part, lines) VALUES (?, ?, ?)',
  word: 'INSERT INTO staged_word (number, word) VALUES (?, ?)',
  amendment: `
INSERT OR REPLACE INTO staged_amendment (line_number, counterpart) VALUES (?, ?)`,
  item: `
INSERT INTO staged_item (n, line_number, document_number, rank, document_date, due_date,
  amount_cents, open_cents, currency, label, kind)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  row: `
INSERT INTO staged_row (n, line_number, kind, document_number, document_date, due_date,
  amount_cents, settles_document_number, currency, label)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  contact: `
INSERT INTO staged_contact (n, line_number, name, role, email, phone) VALUES (?, ?, ?, ?, ?, ?)`,
  account: `
INSERT INTO staged_account (ledger_account_code, label, line_count, debit_cents, credit_cents,
  name_count, proposed_role, is_shared)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  day: 'INSERT INTO staged_day (line_date, line_count, stated_cents) VALUES (?, ?, ?)',
  journal: 'INSERT INTO staged_journal (journal_code, label) VALUES (?, ?)',
  problem: `
INSERT INTO staged_problem (line_number, problem_number, column_name, code, value, severity)
VALUES (?, ?, ?, ?, ?, ?)`,
  bank: 'INSERT INTO staged_bank (only_row, reading) VALUES (1, ?)',
  header: 'INSERT INTO staged_header (only_row, header) VALUES (1, ?)',
} as const;
