/**
 * Files of invoices that were imported: which items they enriched, and the lines of the ledger that
 * a new one may be.
 */

import type { EinvoiceCandidate } from '../../../shared/domain/einvoice/match-receivable.ts';
import { documentKeyOf } from '../../../shared/domain/interpretation/document-key.ts';
import { coreOf } from '../../../shared/domain/interpretation/document-references.ts';
import type { DueBasis } from '../../../shared/domain/terms/payment-terms.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader } from '../session.ts';
import { day, flag, int, nullable, query, text } from '../statement.ts';

/** What an invoice is looked for by. */
export interface SoughtInvoice {
  readonly number: string;
  readonly buyerSiren: string | null;
  /** With its sign in the ledger. */
  readonly amountCents: number;
}

/** A line that may be one of them, with whose it is. */
export interface SoughtCandidate extends EinvoiceCandidate {
  readonly customerCode: string;
}

// Read in raw form, one row after the other: most of a large ledger is passed over.
const ITEMS = `
SELECT i.receivable_id, i.customer_id, i.document_number, i.document_date, i.due_date,
  i.due_basis, i.amount_cents, i.currency, c.name, c.code, c.siren
FROM derived_item AS i CROSS JOIN derived_customer AS c ON c.customer_id = i.customer_id
WHERE i.kind IN ('invoice', 'credit_note') AND i.is_reversed = 0`;

type ItemRow = [
  receivableId: number,
  customerId: number,
  documentNumber: string,
  documentDate: CalendarDate,
  dueDate: CalendarDate | null,
  dueBasis: DueBasis,
  amountCents: number,
  currency: string,
  name: string,
  code: string,
  siren: string | null,
];

const ENRICHED = query({
  name: 'invoice_files.enriched',
  row: { receivableId: int, fileSha256: text },
  sql: `
SELECT s.receivable_id AS receivableId, f.file_sha256 AS fileSha256
FROM stated_invoice_file AS f CROSS JOIN stated_invoice_item AS s
  ON s.import_id = f.import_id AND s.line_number = f.line_number
WHERE f.import_id NOT IN (SELECT import_id FROM import_undone)
ORDER BY f.import_id, f.line_number`,
});

/** The lines of the ledger that look like one of these invoices, by number or by sale. */
export function readInvoiceCandidates(
  reader: Reader,
  sought: readonly SoughtInvoice[],
): SoughtCandidate[] {
  if (sought.length === 0) return [];
  const keys = new Set<string>();
  const sales = new Set<string>();
  for (const { number, buyerSiren, amountCents } of sought) {
    const key = documentKeyOf(number);
    keys.add(key);
    keys.add(coreOf(key));
    if (buyerSiren !== null) sales.add(`${buyerSiren}|${amountCents}`);
  }
  keys.delete('');
  const enriched = new Map(
    reader.all(ENRICHED).map(({ receivableId, fileSha256 }) => [receivableId, fileSha256]),
  );
  const found: SoughtCandidate[] = [];
  for (const row of reader.connection.prepare<[], ItemRow>(ITEMS).raw().iterate()) {
    const key = documentKeyOf(row[2]);
    const isSought =
      keys.has(key) ||
      keys.has(coreOf(key)) ||
      (row[10] !== null && sales.has(`${row[10]}|${row[6]}`));
    if (isSought) found.push(candidateOf(row, enriched.get(row[0]) ?? null));
  }
  return found;
}

function candidateOf(row: ItemRow, enrichedBySha256: string | null): SoughtCandidate {
  return {
    receivableId: row[0],
    customerId: row[1],
    documentNumber: row[2],
    documentDate: row[3],
    dueDate: row[4],
    dueBasis: row[5],
    amountCents: row[6],
    currency: row[7],
    customerName: row[8],
    customerCode: row[9],
    customerSiren: row[10],
    enrichedBySha256,
  };
}

const KEPT_PDFS = query({
  name: 'invoice_files.kept_pdfs',
  row: { documentKey: text, fileSha256: text },
  sql: `
SELECT document_key AS documentKey, file_sha256 AS fileSha256 FROM (
  SELECT document_key, file_sha256, entry_id, line_number
  FROM stated_invoice_file JOIN import_batch USING (import_id)
  WHERE is_pdf = 1 AND import_id NOT IN (SELECT import_id FROM import_undone)
  UNION ALL
  SELECT document_key, file_sha256, entry_id, 0 FROM document AS d
  WHERE kind = 'invoice' AND document_key <> '' AND file_name LIKE '%.pdf'
    AND ifnull((SELECT w.is_withdrawn FROM document_withdrawn AS w
      WHERE w.document_id = d.document_id ORDER BY w.entry_id DESC LIMIT 1), 0) = 0
) ORDER BY entry_id, line_number`,
});

/** The PDFs kept, by the key of their document; the last of several. */
export function readKeptInvoicePdfs(reader: Reader): ReadonlyMap<string, string> {
  return new Map(
    reader.all(KEPT_PDFS).map(({ documentKey, fileSha256 }) => [documentKey, fileSha256]),
  );
}

const KEPT_OF = query({
  name: 'invoice_files.kept_of',
  params: { documentKeys: text },
  row: { documentKey: text, fileSha256: text },
  sql: `
SELECT documentKey, fileSha256 FROM (
  SELECT f.document_key AS documentKey, f.file_sha256 AS fileSha256, b.entry_id, f.line_number
  FROM json_each(@documentKeys) AS wanted
  CROSS JOIN stated_invoice_file AS f ON f.document_key = wanted.value
  CROSS JOIN import_batch AS b ON b.import_id = f.import_id
  WHERE f.is_pdf = 1 AND f.import_id NOT IN (SELECT import_id FROM import_undone)
  UNION ALL
  SELECT d.document_key, d.file_sha256, d.entry_id, 0
  FROM json_each(@documentKeys) AS wanted
  CROSS JOIN document AS d ON d.document_key = wanted.value AND d.kind = 'invoice'
  WHERE d.document_key <> '' AND d.file_name LIKE '%.pdf'
    AND ifnull((SELECT w.is_withdrawn FROM document_withdrawn AS w
      WHERE w.document_id = d.document_id ORDER BY w.entry_id DESC LIMIT 1), 0) = 0
) ORDER BY entry_id, line_number`,
});

/** The PDFs kept of these documents, the last of several last. */
export function findKeptInvoicePdfs(reader: Reader, documentKeys: readonly string[]) {
  return reader.all(KEPT_OF, { documentKeys: JSON.stringify(documentKeys) });
}

const OF_ITEM = query({
  name: 'invoice_files.of_item',
  params: { receivableId: int },
  row: {
    importId: int,
    lineNumber: int,
    fileName: text,
    fileSha256: text,
    isPdf: flag,
    dueDate: nullable(day),
    invoice: nullable(text),
  },
  sql: `
SELECT f.import_id AS importId, f.line_number AS lineNumber, f.file_name AS fileName,
  f.file_sha256 AS fileSha256, f.is_pdf AS isPdf, s.due_date AS dueDate, f.invoice
FROM stated_invoice_item AS s CROSS JOIN stated_invoice_file AS f
  ON f.import_id = s.import_id AND f.line_number = s.line_number
WHERE s.receivable_id = @receivableId
  AND s.import_id NOT IN (SELECT import_id FROM import_undone)
ORDER BY s.import_id DESC, s.line_number DESC LIMIT 1`,
});

/** The last live file of an item; null where it has none. */
export function findInvoiceFile(reader: Reader, receivableId: number) {
  return reader.one(OF_ITEM, { receivableId });
}

const KNOWN_FILE = query({
  name: 'invoice_files.known_file',
  params: { fileSha256: text },
  row: { has: flag },
  sql: `
SELECT EXISTS (SELECT 1 FROM stated_invoice_file WHERE file_sha256 = @fileSha256
    AND import_id NOT IN (SELECT import_id FROM import_undone))
  OR EXISTS (SELECT 1 FROM import_batch WHERE file_sha256 = @fileSha256
    AND import_id NOT IN (SELECT import_id FROM import_undone)) AS has`,
});

/** Whether these very bytes stand in a live import of any kind. */
export function isFileImported(reader: Reader, fileSha256: string): boolean {
  return reader.one(KNOWN_FILE, { fileSha256 })?.has === true;
}
