/**
 * 0007 · Electronic invoices and documents
 *
 * Why:   an invoice's own file says the true due date of its items and is what a reminder joins;
 *        a document (order, delivery, contract) is what a recovery file is made of.
 * Keeps: everything; only tables are added. What an invoice file states dies with its import, as
 *        what every file states.
 * Cost:  empty tables; instant.
 */
import type { Migration } from './migration.ts';

export const einvoices: Migration = {
  version: 7,
  name: 'einvoices',
  sql: `
-- A file of an invoice that was recognised: kept by its hash. \`invoice\` is what it states, as
-- JSON; null for a PDF that is only recognised by the number in its name.
CREATE TABLE stated_invoice_file (
  import_id INTEGER NOT NULL REFERENCES import_batch, line_number INTEGER NOT NULL,
  customer_id INTEGER NOT NULL REFERENCES customer, document_key TEXT NOT NULL,
  document_number TEXT NOT NULL, file_name TEXT NOT NULL, file_sha256 TEXT NOT NULL,
  is_pdf INTEGER NOT NULL CHECK (is_pdf IN (0, 1)), invoice TEXT,
  PRIMARY KEY (import_id, line_number)
) STRICT, WITHOUT ROWID;
CREATE INDEX stated_invoice_file_document ON stated_invoice_file(document_key);
-- The items of that document, each with the due date that the invoice states for it.
CREATE TABLE stated_invoice_item (
  receivable_id INTEGER NOT NULL REFERENCES receivable, import_id INTEGER NOT NULL,
  line_number INTEGER NOT NULL, due_date TEXT,
  PRIMARY KEY (receivable_id, import_id, line_number)
) STRICT, WITHOUT ROWID;

-- Any file kept on a customer or on one of his items; the key is that of the item's number, so that
-- an invoice kept by hand is found as the others are.
CREATE TABLE document (
  document_id INTEGER PRIMARY KEY, entry_id INTEGER NOT NULL REFERENCES entry,
  customer_id INTEGER NOT NULL REFERENCES customer,
  receivable_id INTEGER REFERENCES receivable,
  kind TEXT NOT NULL CHECK (kind IN ('invoice','order','delivery','contract','acknowledgement',
    'solvency','terms','correspondence','other')),
  document_key TEXT NOT NULL, file_name TEXT NOT NULL, file_sha256 TEXT NOT NULL,
  size_bytes INTEGER NOT NULL, dated_on TEXT NOT NULL, comment TEXT NOT NULL
) STRICT;
CREATE INDEX document_customer ON document(customer_id);
CREATE INDEX document_invoice ON document(document_key) WHERE kind = 'invoice';
-- Withdrawn, or put back: the last word counts.
CREATE TABLE document_withdrawn (
  document_id INTEGER NOT NULL REFERENCES document, entry_id INTEGER NOT NULL REFERENCES entry,
  is_withdrawn INTEGER NOT NULL CHECK (is_withdrawn IN (0, 1)),
  PRIMARY KEY (document_id, entry_id)
) STRICT, WITHOUT ROWID;

-- A file of the watched folder that a person does not want to see: the last word counts.
CREATE TABLE watched_file_aside (
  file_sha256 TEXT NOT NULL, entry_id INTEGER NOT NULL REFERENCES entry,
  is_aside INTEGER NOT NULL CHECK (is_aside IN (0, 1)), PRIMARY KEY (file_sha256, entry_id)
) STRICT, WITHOUT ROWID;
`,
};
