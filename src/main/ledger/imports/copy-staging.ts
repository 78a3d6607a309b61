/** The rows of an attached staging go over into the ledger, by sets. */
import type { Writer } from '../session.ts';

// Customers get their identity in the order of the file; the ranks of the file become their ids.
const NEW_CUSTOMERS = `
INSERT INTO customer (code)
SELECT s.code FROM staging.staged_customer AS s
WHERE NOT EXISTS (SELECT 1 FROM customer AS c WHERE c.code = s.code) ORDER BY s.n`;

const RANKS = `
CREATE TEMP TABLE import_rank (customer_id INTEGER PRIMARY KEY, n INTEGER NOT NULL) STRICT`;

const FILL_RANKS = `
INSERT INTO temp.import_rank (customer_id, n)
SELECT c.customer_id, s.n FROM staging.staged_customer AS s CROSS JOIN customer AS c
  ON c.code = s.code
ORDER BY c.customer_id`;

/** One statement a table; `?` is the id of the import. */
const COPIES = [
  `
INSERT INTO ledger_line (customer_id, import_id, line_number, ledger_account_code, journal_code,
  entry_number, line_date, document_number, document_date, label, amount_cents, currency, letter,
  lettered_on_date, counterpart, is_opening, stated_due_date, payment_method)
SELECT r.customer_id, ?, l.line_number, l.ledger_account_code, l.journal_code, l.entry_number,
  l.line_date, l.document_number, l.document_date, l.label, l.amount_cents, l.currency, l.letter,
  l.lettered_on_date, l.counterpart, l.is_opening, l.stated_due_date, l.payment_method
FROM temp.import_rank AS r CROSS JOIN staging.staged_line AS l ON l.n = r.n
ORDER BY r.customer_id, l.line_number`,
  `
INSERT INTO stated_item (customer_id, import_id, line_number, document_number, rank, document_date,
  due_date, amount_cents, open_cents, currency, label, kind)
SELECT r.customer_id, ?, i.line_number, i.document_number, i.rank, i.document_date, i.due_date,
  i.amount_cents, i.open_cents, i.currency, i.label, i.kind
FROM temp.import_rank AS r CROSS JOIN staging.staged_item AS i ON i.n = r.n
ORDER BY r.customer_id, i.line_number`,
  `
INSERT INTO stated_row (customer_id, import_id, line_number, kind, document_number, document_date,
  due_date, amount_cents, settles_document_number, currency, label)
SELECT r.customer_id, ?, w.line_number, w.kind, w.document_number, w.document_date, w.due_date,
  w.amount_cents, w.settles_document_number, w.currency, w.label
FROM temp.import_rank AS r CROSS JOIN staging.staged_row AS w ON w.n = r.n
ORDER BY r.customer_id, w.line_number`,
  `
INSERT INTO stated_contact (customer_id, import_id, line_number, name, role, email, phone)
SELECT r.customer_id, ?, k.line_number, k.name, k.role, k.email, k.phone
FROM temp.import_rank AS r CROSS JOIN staging.staged_contact AS k ON k.n = r.n
ORDER BY r.customer_id, k.line_number`,
  `
INSERT INTO stated_customer (customer_id, import_id, name, siren, email, phone, address,
  postal_code, city, country_code, terms, payment_method, rep_code, agency_code, sector, profile,
  credit_limit_cents)
SELECT r.customer_id, ?, s.name, s.siren, s.email, s.phone, s.address, s.postal_code, s.city,
  s.country_code, s.terms, s.payment_method, s.rep_code, s.agency_code, s.sector, s.profile,
  s.credit_limit_cents
FROM temp.import_rank AS r CROSS JOIN staging.staged_customer AS s ON s.n = r.n
WHERE s.is_described = 1 ORDER BY r.customer_id`,
  `
INSERT INTO import_customer (import_id, customer_id, line_count, stated_cents)
SELECT ?, r.customer_id, ifnull(t.line_count, 0), ifnull(t.stated_cents, 0)
FROM temp.import_rank AS r LEFT JOIN staging.staged_total AS t ON t.n = r.n
ORDER BY r.customer_id`,
  `
INSERT INTO stated_account (import_id, ledger_account_code, label, line_count, debit_cents,
  credit_cents, name_count, proposed_role, is_shared)
SELECT ?, ledger_account_code, label, line_count, debit_cents, credit_cents, name_count,
  proposed_role, is_shared
FROM staging.staged_account ORDER BY ledger_account_code`,
  `
INSERT INTO stated_journal (import_id, journal_code, label)
SELECT ?, journal_code, label FROM staging.staged_journal ORDER BY journal_code`,
  `
INSERT INTO import_problem (import_id, line_number, problem_number, column_name, code, value,
  severity)
SELECT ?, line_number, problem_number, column_name, code, value, severity
FROM staging.staged_problem ORDER BY line_number, problem_number`,
] as const;

/** Copies every record of the attached staging under the import. */
export function copyStaging(writer: Writer, importId: number): void {
  const { connection } = writer;
  connection.exec('DROP TABLE IF EXISTS temp.import_rank');
  connection.exec(RANKS);
  connection.exec(NEW_CUSTOMERS);
  connection.exec(FILL_RANKS);
  for (const copy of COPIES) connection.prepare(copy).run(importId);
  connection.exec('DROP TABLE temp.import_rank');
}
