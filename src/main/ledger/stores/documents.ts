/** Files kept on customers and on their items; one that is withdrawn may be put back. */
import type { DocumentKind } from '../../../shared/domain/document/document-kind.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader, Writer } from '../session.ts';
import { command, day, flag, int, nullable, query, text, word } from '../statement.ts';

const APPEND = command({
  name: 'documents.append',
  params: {
    entryId: int,
    customerId: int,
    receivableId: nullable(int),
    kind: word<DocumentKind>(),
    documentKey: text,
    fileName: text,
    fileSha256: text,
    sizeBytes: int,
    datedOn: day,
    comment: text,
  },
  sql: `
INSERT INTO document (entry_id, customer_id, receivable_id, kind, document_key, file_name,
  file_sha256, size_bytes, dated_on, comment)
VALUES (@entryId, @customerId, @receivableId, @kind, @documentKey, @fileName, @fileSha256,
  @sizeBytes, @datedOn, @comment)`,
});

export interface NewDocument {
  readonly customerId: number;
  readonly receivableId: number | null;
  readonly kind: DocumentKind;
  /** Key of the number of its item; empty for none. */
  readonly documentKey: string;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly sizeBytes: number;
  readonly datedOn: CalendarDate;
  readonly comment: string;
}

/** Keeps a document, whose file is there, and gives its id. */
export function appendDocument(writer: Writer, entryId: number, made: NewDocument): number {
  const documentId = writer.run(APPEND, { ...made, entryId });
  writer.touch(['documents'], [made.customerId]);
  return documentId;
}

const RECORD_WITHDRAWN = command({
  name: 'documents.record_withdrawn',
  params: { documentId: int, entryId: int, isWithdrawn: flag },
  sql: `
INSERT INTO document_withdrawn (document_id, entry_id, is_withdrawn)
VALUES (@documentId, @entryId, @isWithdrawn)`,
});

/** Withdraws it, or puts it back. */
export function recordDocumentWithdrawn(
  writer: Writer,
  entryId: number,
  said: {
    readonly documentId: number;
    readonly customerId: number;
    readonly isWithdrawn: boolean;
  },
): void {
  const { documentId, isWithdrawn, customerId } = said;
  writer.run(RECORD_WITHDRAWN, { documentId, entryId, isWithdrawn });
  writer.touch(['documents'], [customerId]);
}

const ONE = query({
  name: 'documents.one',
  params: { documentId: int },
  row: { customerId: int, fileName: text, fileSha256: text },
  sql: `
SELECT customer_id AS customerId, file_name AS fileName, file_sha256 AS fileSha256
FROM document WHERE document_id = @documentId`,
});

/** Whose it is and which file; null for none of that id. */
export function loadDocument(reader: Reader, documentId: number) {
  return reader.one(ONE, { documentId });
}

const OF_CUSTOMER = query({
  name: 'documents.of_customer',
  params: { customerId: int },
  row: {
    documentId: int,
    kind: word<DocumentKind>(),
    fileName: text,
    sizeBytes: int,
    datedOn: day,
    comment: text,
    receivableId: nullable(int),
    documentNumber: text,
  },
  sql: `
SELECT d.document_id AS documentId, d.kind, d.file_name AS fileName, d.size_bytes AS sizeBytes,
  d.dated_on AS datedOn, d.comment, d.receivable_id AS receivableId,
  ifnull((SELECT i.document_number FROM derived_item AS i
    WHERE i.receivable_id = d.receivable_id), '') AS documentNumber
FROM document AS d WHERE d.customer_id = @customerId
  AND ifnull((SELECT w.is_withdrawn FROM document_withdrawn AS w
    WHERE w.document_id = d.document_id ORDER BY w.entry_id DESC LIMIT 1), 0) = 0
ORDER BY d.dated_on DESC, d.document_id DESC`,
});

/** What is kept on a customer, the latest day first; what was withdrawn left out. */
export function readDocumentsOf(reader: Reader, customerId: number) {
  return reader.all(OF_CUSTOMER, { customerId });
}
