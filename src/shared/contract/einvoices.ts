/**
 * Files of invoices: electronic invoices and PDFs are recognised, shown with what they enrich, then
 * go in as one block that `imports.undo` takes back.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { amountCents, command, day, id, refusals } from './parts.ts';

/**
 * `ready` may go in, ticked · `possible` may go in once a person ticks it · `known` is attached
 * already · `held` something speaks against it · `absent` no item of the books is its own ·
 * `refused` the file is no invoice that can be read.
 */
export const invoiceFileStates = [
  'ready',
  'possible',
  'known',
  'held',
  'absent',
  'refused',
] as const;
export type InvoiceFileState = (typeof invoiceFileStates)[number];

/** One file, and what it would do. */
export const invoiceFileRowSchema = z.object({
  /** Hash of the file, by which it is chosen. */
  fileSha256: z.string(),
  fileName: z.string(),
  isPdf: z.boolean(),
  state: z.enum(invoiceFileStates),
  /** Why, and what is left to do. */
  sentence: z.string(),
  /** Empty for a file that was not read. */
  number: z.string(),
  buyerName: z.string(),
  issueDate: day.nullable(),
  /** With its sign in the ledger. */
  amountCents: amountCents.nullable(),
  currency: z.string(),
  customerId: id.nullable(),
  customerName: z.string(),
  customerCode: z.string(),
  dueBefore: day.nullable(),
  /** Due date once it is in; null where it changes none. */
  dueAfter: day.nullable(),
  dueSentence: z.string(),
  /** SIREN that the customer gets, where none was known. */
  newSiren: z.string().nullable(),
  paymentTerms: z.string().nullable(),
  /** What the reader of the file has to say, and a bank account that is not the company's. */
  remarks: z.array(z.string()),
});
export type InvoiceFileRow = z.infer<typeof invoiceFileRowSchema>;

/** Answer of the job that reads the files. Nothing is written yet. */
export const invoiceFilesPreviewSchema = z.object({
  /** What was read, to be given back for the commit. */
  uploadIds: z.array(z.string()),
  rows: z.array(invoiceFileRowSchema),
  /** There were more files than are read at once. */
  isCut: z.boolean(),
});
export type InvoiceFilesPreview = z.infer<typeof invoiceFilesPreviewSchema>;

const uploadIds = z.array(z.string()).min(1).max(500);

/** Reads uploaded files, archives opened, and finds what each enriches (job). */
export const startPreview = oc
  .input(command({ uploadIds }))
  .output(z.object({ jobId: z.string() }))
  .errors(refusals('upload_unknown', 'busy'));

/** Writes the files chosen, in one transaction (job; result `{ importId, fileCount }`). */
export const startCommit = oc
  .input(command({ uploadIds, chosen: z.array(z.string()).min(1).max(2000) }))
  .output(z.object({ jobId: z.string() }))
  .errors(refusals('upload_unknown', 'busy'));

/** What the invoice of an item states, and whether its file can be opened; null for none. */
export const ofItem = oc.input(z.object({ receivableId: id })).output(
  z
    .object({
      fileName: z.string(),
      isPdf: z.boolean(),
      /** Null for a PDF that is only recognised by its name. */
      stated: z
        .object({
          number: z.string(),
          issueDate: day,
          dueDate: day.nullable(),
          amountCents,
          currency: z.string(),
          paymentTerms: z.string().nullable(),
          iban: z.string().nullable(),
          orderNumber: z.string().nullable(),
          buyerName: z.string(),
          buyerSiren: z.string().nullable(),
        })
        .nullable(),
    })
    .nullable(),
);

/** The file itself, to be opened. */
export const file = oc
  .input(z.object({ receivableId: id }))
  .output(z.object({ fileId: z.string(), fileName: z.string() }))
  .errors(refusals('file_missing'));
