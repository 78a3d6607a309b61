/**
 * Mails handed over as drafts (F1), for who may not use SMTP: a package of `.eml` files that a mail
 * program opens ready to send. Exporting is not sending: nobody knows what becomes of a draft, so
 * the message stays claimed and waits for a person to say that it left.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { command, ids, recorded, refusals } from './parts.ts';

/**
 * Each is looked at a last time, as before a sending: one that must stay is cancelled and counted.
 * From here on none leaves by itself. Exported again, it is the same message.
 */
export const exportDrafts = oc
  .input(command({ noticeIds: ids.min(1).max(500) }))
  .output(
    z.object({
      ...recorded.shape,
      exportedCount: z.int(),
      heldBackCount: z.int(),
      /** The package is the result of this job; null where all were held back. */
      jobId: z.string().nullable(),
    }),
  )
  .errors(refusals('notice_unknown', 'notice_moved', 'sending_locked', 'busy'));

/** A person sent these drafts: only now do levels move. */
export const confirmDraftsSent = oc
  .input(command({ noticeIds: ids.min(1) }))
  .output(z.object({ ...recorded.shape, sentCount: z.int() }))
  .errors(refusals('notice_unknown', 'notice_moved', 'busy'));
