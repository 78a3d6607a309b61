/**
 * What comes back from customers (réponses), and what they ask for: answers, notes of absence and
 * returned messages; addresses that refuse; duplicates of invoices and the folder they come from.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { REFUSAL_KINDS } from '../domain/mail/refusal-kind.ts';
import { PAYER_ANSWERS } from '../domain/message/answer-code.ts';
import { languageSchema } from './dunning.ts';
import { amountCents, command, day, id, ids, line, recorded, refusals, window } from './parts.ts';

export const replyKindSchema = z.enum(['answer', 'automatic', 'bounce']);
export const payerAnswerSchema = z.enum(PAYER_ANSWERS);

/** Longer texts are cut where they are read. */
const REPLY_LENGTH_MAX = 100_000;

export const replySchema = z.object({
  replyId: id,
  customerId: id,
  code: z.string(),
  name: z.string(),
  day,
  kind: replyKindSchema,
  sender: z.string(),
  subject: z.string(),
  text: z.string(),
  answer: payerAnswerSchema.nullable(),
  isRead: z.boolean(),
});

/**
 * Reads a dropped `.eml` or `.msg`, or pasted text, and says whose it is; nothing is recorded
 * before `recordReply`. `customerId` is the file it was dropped on, null for none.
 */
export const readReply = oc
  .input(
    z.object({
      uploadId: z.string().nullable(),
      pasted: z.string().max(REPLY_LENGTH_MAX),
      /** A mail of the mailbox that waits, instead of a file. */
      incomingId: id.nullable().default(null),
      customerId: id.nullable(),
    }),
  )
  .output(
    z.object({
      kind: replyKindSchema,
      sender: z.string(),
      senderName: z.string(),
      /** Day it was received, where it says so. */
      receivedOn: day.nullable(),
      subject: z.string(),
      text: z.string(),
      /** Whom it seems to come from, and by what; null for nobody known. */
      customer: z.object({ customerId: id, code: z.string(), name: z.string() }).nullable(),
      matchedBy: z.enum(['message_id', 'code', 'sender']).nullable(),
      /** All who have that address, where it is not his alone; a person chooses. */
      candidates: z.array(z.object({ customerId: id, code: z.string(), name: z.string() })),
      /** Its Message-ID without brackets; empty for none. */
      messageId: z.string(),
      /** That very mail is recorded already: on that day, at that customer. */
      recorded: z.object({ customerId: id, name: z.string(), day }).nullable(),
      /** The message it answers. */
      notice: z.object({ noticeId: id, day, subject: z.string() }).nullable(),
      answer: payerAnswerSchema.nullable(),
      /** The address that refuses for good, of a returned message. */
      refusedAddress: z.string().nullable(),
      /** Why the message came back; null for one that did not. */
      refusalKind: z.enum(REFUSAL_KINDS).nullable(),
      refusalSentence: z.string(),
      /** The server's own words. */
      refusalDetail: z.string(),
      awayUntil: day.nullable(),
    }),
  )
  .errors(
    refusals('upload_unknown', 'mail_unknown', 'mail_unreadable', 'file_too_large', 'mail_empty'),
  );
export const recordReply = oc
  .input(
    command({
      customerId: id,
      kind: replyKindSchema,
      sender: line,
      subject: z.string().trim().max(500),
      text: z.string().max(REPLY_LENGTH_MAX),
      noticeId: id.nullable(),
      answer: payerAnswerSchema.nullable(),
      refusedAddress: line.nullable(),
      refusalKind: z.enum(REFUSAL_KINDS).nullable(),
      refusalDetail: z.string().max(1000),
      awayUntil: day.nullable(),
      /** Already dealt with: the reminders do not wait for it. */
      isRead: z.boolean(),
      /** The file that was read, to be kept; null for pasted text. */
      uploadId: z.string().nullable(),
      /** The mail of the mailbox that it is; it waits no longer. */
      incomingId: id.nullable().default(null),
      messageId: z.string().max(1000).default(''),
    }),
  )
  .output(z.object({ ...recorded.shape, replyId: id }))
  .errors(refusals('customer_unknown', 'notice_unknown', 'upload_unknown', 'mail_unknown', 'busy'));
export const markReplyRead = oc
  .input(command({ replyId: id }))
  .output(recorded)
  .errors(refusals('reply_unknown', 'busy'));
export const replies = oc
  .input(z.object({ ...window.shape, customerId: id.nullable(), isUnreadOnly: z.boolean() }))
  .output(z.object({ total: z.int(), unreadCount: z.int(), rows: z.array(replySchema) }));
/** The mail as it was dropped; then `files.ticket`. */
export const replyFile = oc
  .input(z.object({ replyId: id }))
  .output(z.object({ fileId: z.string(), fileName: z.string() }))
  .errors(refusals('reply_unknown', 'file_missing'));

/** Addresses that refuse, the latest first; an address may be that of several customers. */
export const refusedAddresses = oc.input(window).output(
  z.object({
    total: z.int(),
    rows: z.array(
      z.object({
        address: z.string(),
        /** 0 where the address is nobody's any more. */
        customerId: z.int().min(0),
        code: z.string(),
        name: z.string(),
        day,
        sentence: z.string(),
        overdueCents: amountCents,
        /** Another address of the same customer still works. */
        hasOther: z.boolean(),
      }),
    ),
  }),
);
export const clearAddress = oc
  .input(command({ address: line }))
  .output(recorded)
  .errors(refusals('address_unknown', 'busy'));

/** Duplicates of ticked invoices and the statement to one contact, now (« Renvoyez-moi »). */
export const sendDuplicates = oc
  .input(
    command({
      customerId: id,
      receivableIds: ids.min(1),
      to: z.email(),
      language: languageSchema,
      withStatement: z.boolean(),
    }),
  )
  .output(
    z.object({
      ...recorded.shape,
      noticeId: id,
      /** Documents of which no PDF is known: the message names them without joining them. */
      missing: z.array(z.string()),
      joinedCount: z.int(),
    }),
  )
  .errors(
    refusals(
      'customer_unknown',
      'receivable_settled',
      'currencies_mixed',
      'mail_not_set',
      'sending_locked',
      'template_invalid',
      'busy',
    ),
  );
/** The statement of account to one contact, now; `from` adds the movements since that day. */
export const sendStatement = oc
  .input(
    command({
      customerId: id,
      to: z.email(),
      language: languageSchema,
      from: day.nullable(),
    }),
  )
  .output(z.object({ ...recorded.shape, noticeId: id }))
  .errors(
    refusals('customer_unknown', 'mail_not_set', 'sending_locked', 'template_invalid', 'busy'),
  );
/** Which of the ticked documents have a PDF, and whom to write to; before anything is sent. */
export const duplicatesPreview = oc
  .input(z.object({ customerId: id, receivableIds: ids }))
  .output(
    z.object({
      addresses: z.array(z.object({ address: z.string(), name: z.string(), role: z.string() })),
      language: languageSchema,
      found: z.array(z.string()),
      missing: z.array(z.string()),
      isFolderSet: z.boolean(),
      /** Why nothing can leave now, in a sentence; null when it can. */
      lock: z.string().nullable(),
    }),
  )
  .errors(refusals('customer_unknown'));

/** Open invoices without a PDF in the folder, the largest first. */
export const missingPdfs = oc.input(window).output(
  z.object({
    total: z.int(),
    folder: z.string(),
    /** PDFs known, whatever they are of. */
    fileCount: z.int(),
    rows: z.array(
      z.object({
        customerId: id,
        code: z.string(),
        name: z.string(),
        documentNumber: z.string(),
        documentDate: day,
        dueDate: day.nullable(),
        currency: z.string(),
        amountCents,
        outstandingCents: amountCents,
      }),
    ),
  }),
);
/** Reads the folder of invoice PDFs again (job `invoice_pdfs`; result `{ fileCount, … }`). */
export const scanInvoices = oc
  .output(z.object({ jobId: z.string() }))
  .errors(refusals('folder_missing', 'busy'));
