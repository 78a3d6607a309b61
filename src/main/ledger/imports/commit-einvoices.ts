/**
 * Writes recognised files of invoices into the ledger: one import, one transaction, undone as one.
 *
 * What they state stands beside the books and never adds a receivable: the due date of the items
 * that are theirs, and the SIREN of a customer of whom nobody knows one.
 */
import type { Einvoice } from '../../../shared/domain/einvoice/einvoice.ts';
import { documentKeyOf } from '../../../shared/domain/message/document-file.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { reinterpretCustomers } from '../interpretation/reinterpret.ts';
import { appendEntry, nextEntryId, recordAnswer } from '../journal.ts';
import type { Writer } from '../session.ts';
import { int, query } from '../statement.ts';
import { APPEND_IMPORT } from './append-import.ts';

/** One file and the items that are its own. */
export interface InvoiceFile {
  readonly fileName: string;
  readonly fileSha256: string;
  readonly isPdf: boolean;
  readonly customerId: number;
  readonly documentNumber: string;
  /** Null for a PDF recognised by its name alone. */
  readonly invoice: Einvoice | null;
  /** With its sign in the ledger. */
  readonly amountCents: Cents;
  readonly currency: string;
  readonly issueDate: CalendarDate;
  /** Of the buyer, where nobody knows one of the customer; else null. */
  readonly newSiren: string | null;
  readonly items: readonly {
    readonly receivableId: number;
    readonly dueDate: CalendarDate | null;
  }[];
}

export interface CommitInvoices {
  readonly commandId: string;
  /** What the block is called in the history. */
  readonly fileName: string;
  readonly fileSha256: string;
  readonly files: readonly InvoiceFile[];
  /** Files of the same block that were left out. */
  readonly leftOutCount: number;
}

const LAST_IMPORT = query({
  name: 'einvoices.last_import',
  row: { importId: int },
  sql: 'SELECT ifnull(max(import_id), 0) AS importId FROM import_batch',
});

const INSERT = {
  total: {
    sql: `
INSERT INTO import_customer (import_id, customer_id, line_count, stated_cents) VALUES (?, ?, ?, 0)`,
  },
  siren: {
    sql: `
INSERT INTO stated_customer (customer_id, import_id, siren, address) VALUES (?, ?, ?, '')`,
  },
  file: {
    sql: `
INSERT INTO stated_invoice_file (import_id, line_number, customer_id, document_key,
  document_number, file_name, file_sha256, is_pdf, invoice)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  },
  item: {
    sql: `
INSERT INTO stated_invoice_item (receivable_id, import_id, line_number, due_date)
VALUES (?, ?, ?, ?)`,
  },
} as const;

/** Commits them; there is at least one. Gives the id of the import. */
export function commitEinvoices(writer: Writer, commit: CommitInvoices): { importId: number } {
  const importId = (writer.one(LAST_IMPORT)?.importId ?? 0) + 1;
  const entryId = nextEntryId(writer);
  // The entry comes last; what names it waits for it.
  writer.connection.pragma('defer_foreign_keys = ON');
  appendBatch(writer, commit, { importId, entryId });
  const customerIds = appendFiles(writer, commit.files, importId);
  reinterpretCustomers(writer, customerIds, { asOf: writer.clock.today() });
  const { commandId, fileName, leftOutCount } = commit;
  const files = commit.files.map(({ invoice: _invoice, ...file }) => file);
  appendEntry(writer, {
    kind: 'import_committed',
    customerId: null,
    commandId,
    payload: { importId, meaning: 'einvoice', fileName, leftOutCount, files },
  });
  recordAnswer(writer, entryId, { importId });
  writer.touch(['imports', 'customers', 'items', 'documents'], customerIds);
  return { importId };
}

function appendBatch(
  writer: Writer,
  { fileName, fileSha256, files, leftOutCount }: CommitInvoices,
  ids: { readonly importId: number; readonly entryId: number },
): void {
  const days = files.map(({ issueDate }) => issueDate).sort();
  const own = files.filter(({ currency }) => currency === LEDGER_CURRENCY);
  const sumOf = (sign: 1 | -1) =>
    own.reduce((sum, { amountCents }) => sum + Math.max(0, sign * amountCents), 0);
  writer.run(APPEND_IMPORT, {
    ...ids,
    meaning: 'einvoice',
    reader: 'einvoice',
    scope: 'file',
    fileName,
    fileSha256,
    statedOnDate: writer.clock.today(),
    coversFromDate: days[0] ?? null,
    coversToDate: days.at(-1) ?? null,
    bankDate: null,
    lineCount: files.length,
    rejectedCount: leftOutCount,
    debitCents: sumOf(1),
    creditCents: sumOf(-1),
    hasOpenings: false,
    summary: JSON.stringify(null),
  });
}

/** Gives the customers concerned, ascending. */
function appendFiles(writer: Writer, files: readonly InvoiceFile[], importId: number): number[] {
  const append = {
    total: writer.appender(INSERT.total),
    siren: writer.appender(INSERT.siren),
    file: writer.appender(INSERT.file),
    item: writer.appender(INSERT.item),
  };
  for (const [index, file] of files.entries()) {
    const lineNumber = index + 1;
    const { customerId, documentNumber, fileName, fileSha256, isPdf, invoice } = file;
    append.file([
      importId,
      lineNumber,
      customerId,
      documentKeyOf(documentNumber),
      documentNumber,
      fileName,
      fileSha256,
      isPdf ? 1 : 0,
      invoice === null ? null : JSON.stringify(invoice),
    ]);
    for (const { receivableId, dueDate } of file.items) {
      append.item([receivableId, importId, lineNumber, dueDate]);
    }
  }
  const groups = [...Map.groupBy(files, ({ customerId }) => customerId)].sort(([a], [b]) => a - b);
  for (const [customerId, own] of groups) {
    append.total([importId, customerId, own.length]);
    const [siren, other] = new Set(own.flatMap(({ newSiren }) => newSiren ?? []));
    // Two that differ prove that one is wrong: neither is believed.
    if (siren !== undefined && other === undefined) append.siren([customerId, importId, siren]);
  }
  return groups.map(([customerId]) => customerId);
}
