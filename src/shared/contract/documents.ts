/** Files kept on a customer or on one of his items, each with what it is. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { DOCUMENT_KINDS } from '../domain/document/document-kind.ts';
import { command, day, id, recorded, refusals, text } from './parts.ts';

export const keptDocumentSchema = z.object({
  documentId: id,
  kind: z.enum(DOCUMENT_KINDS),
  fileName: z.string(),
  sizeBytes: z.int(),
  datedOn: day,
  comment: z.string(),
  /** Null for a document of the customer himself. */
  receivableId: id.nullable(),
  documentNumber: z.string(),
});
export type KeptDocument = z.infer<typeof keptDocumentSchema>;

/** What is kept on a customer, the latest day first. */
export const list = oc
  .input(z.object({ customerId: id }))
  .output(z.object({ rows: z.array(keptDocumentSchema) }))
  .errors(refusals('customer_unknown'));

/** Keeps an uploaded file by its hash. */
export const add = oc
  .input(
    command({
      customerId: id,
      receivableId: id.nullable(),
      kind: z.enum(DOCUMENT_KINDS),
      uploadId: z.string(),
      datedOn: day,
      comment: text,
    }),
  )
  .output(z.object({ ...recorded.shape, documentId: id }))
  .errors(
    refusals(
      'customer_unknown',
      'receivable_unknown',
      'upload_unknown',
      'document_too_large',
      'document_empty',
      'busy',
    ),
  );

/** Withdraws a document from the list, or puts it back: the file itself stays. */
export const withdraw = oc
  .input(command({ documentId: id, isWithdrawn: z.boolean() }))
  .output(recorded)
  .errors(refusals('document_unknown', 'busy'));

/** The file, to be opened. */
export const file = oc
  .input(z.object({ documentId: id }))
  .output(z.object({ fileId: z.string(), fileName: z.string() }))
  .errors(refusals('document_unknown', 'file_missing'));
