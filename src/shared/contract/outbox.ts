/**
 * The outbox (boîte d'envoi): what is on its way, what left, what failed, what nobody knows; the
 * mail account that carries it, the letters that are printed, and what comes back.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { NOTICE_STATUSES } from '../domain/outbox/notice-state.ts';
import { purposeSchema, sendingGuardSchema, severitySchema } from './dunning.ts';
import {
  amountCents,
  command,
  day,
  id,
  ids,
  line,
  moment,
  recorded,
  refusals,
  text,
  window,
} from './parts.ts';

export const noticeStatusSchema = z.enum(NOTICE_STATUSES);
export const noticeChannelSchema = z.enum(['email', 'letter', 'registered_letter', 'sms']);

export const noticeRowSchema = z.object({
  noticeId: id,
  payerId: id,
  code: z.string(),
  name: z.string(),
  day,
  channel: noticeChannelSchema,
  purpose: purposeSchema,
  severity: severitySchema.nullable(),
  recipient: z.string(),
  subject: z.string(),
  currency: z.string(),
  totalCents: amountCents,
  status: noticeStatusSchema,
  at: moment,
  holdUntil: moment.nullable(),
  tryAt: moment.nullable(),
  /** What happened, in one sentence; for a refusal, what to do. */
  sentence: z.string(),
  registeredNumber: z.string(),
  /** Handed over as a draft: a person says whether it left. */
  isExported: z.boolean(),
});
export type NoticeRow = z.infer<typeof noticeRowSchema>;

const box = z.enum(['waiting', 'letters', 'attention', 'sent', 'cancelled']);
export const list = oc.input(z.object({ ...window.shape, box, text: z.string().max(200) })).output(
  z.object({
    boxes: z.array(z.object({ box, count: z.int(), amountCents })),
    guards: z.array(sendingGuardSchema),
    isPaused: z.boolean(),
    /** What the next pulse waits for: the end of the hold, the hour, the network. */
    waitingFor: z.string().nullable(),
    nextAt: moment.nullable(),
    /** The moment of this answer: what is left of a hold is counted from it. */
    now: moment,
    total: z.int(),
    rows: z.array(noticeRowSchema),
  }),
);
export const show = oc
  .input(z.object({ noticeId: id }))
  .output(
    z.object({
      row: noticeRowSchema,
      steps: z.array(
        z.object({
          at: moment,
          status: noticeStatusSchema,
          sentence: z.string(),
          actor: z.string(),
        }),
      ),
      items: z.array(
        z.object({
          documentNumber: z.string(),
          amountCents,
          severity: severitySchema.nullable(),
          outstandingCents: amountCents,
        }),
      ),
      /** As it left, or will leave; empty for a letter (see `file`). */
      html: z.string(),
      text: z.string(),
      messageId: z.string().nullable(),
      sha256: z.string().nullable(),
    }),
  )
  .errors(refusals('notice_unknown'));
/** The very bytes: `.eml` or PDF; then `files.ticket`. */
export const file = oc
  .input(z.object({ noticeId: id }))
  .output(z.object({ fileId: z.string(), fileName: z.string() }))
  .errors(refusals('notice_unknown', 'file_missing'));

/** « Rappeler »: cancels what has not left; what has is named by the count. */
export const callBack = oc
  .input(command({ noticeIds: ids.min(1), reason: text }))
  .output(z.object({ ...recorded.shape, cancelledCount: z.int(), leftCount: z.int() }))
  .errors(refusals('notice_unknown', 'busy'));
/** Tries a failed message again, as the same message. */
export const retry = oc
  .input(command({ noticeId: id }))
  .output(recorded)
  .errors(refusals('notice_unknown', 'notice_moved', 'busy'));
/** A person says whether a doubtful message reached the customer. */
export const resolveUncertain = oc
  .input(command({ noticeId: id, wasSent: z.boolean(), reason: line.min(3) }))
  .output(recorded)
  .errors(refusals('notice_unknown', 'notice_moved', 'busy'));
export const setPaused = oc
  .input(command({ isPaused: z.boolean() }))
  .output(recorded)
  .errors(refusals('busy'));
/** Confirms that this computer, with this state of the ledger, may send. */
export const confirmSending = oc
  .input(command({ reason: line.min(3) }))
  .output(recorded)
  .errors(refusals('busy'));
/** The go-live conditions (verrou d'envoi): all must hold before anything leaves. */
export const readiness = oc.output(
  z.object({
    isReady: z.boolean(),
    conditions: z.array(
      z.object({
        key: z.enum(['import_equal', 'lettering_accepted', 'terms_confirmed', 'test_received']),
        isMet: z.boolean(),
        sentence: z.string(),
        /** A person may say that it holds. */
        mayBeAccepted: z.boolean(),
      }),
    ),
  }),
);
export const acceptCondition = oc
  .input(command({ key: z.enum(['lettering_accepted', 'test_received']), isAccepted: z.boolean() }))
  .output(recorded)
  .errors(refusals('busy'));

export const mailStatus = oc.output(
  z.object({
    hasPassword: z.boolean(),
    hasToken: z.boolean(),
    hasClientSecret: z.boolean(),
    secretStore: z.enum(['keychain', 'memory']),
    isSample: z.boolean(),
    folder: z.string(),
    testedOn: day.nullable(),
  }),
);
export const setPassword = oc
  .input(command({ password: z.string().max(500) }))
  .output(recorded)
  .errors(refusals('busy'));
/** The client secret that Google gives even to desktop programs; empty removes it. */
export const setClientSecret = oc
  .input(command({ secret: z.string().max(500) }))
  .output(recorded)
  .errors(refusals('busy'));
/** Opens a port for the provider's answer, and names the page that the user's browser goes to. */
export const beginConsent = oc
  .output(z.object({ address: z.string() }))
  .errors(refusals('client_missing'));
/** How the last consent asked for stands. */
export const consentState = oc.output(
  z.object({
    state: z.enum(['none', 'waiting', 'given', 'refused']),
    sentence: z.string(),
    /** The provider's own words; empty for none. */
    detail: z.string(),
  }),
);
export const cancelConsent = oc.output(z.object({}));
/** Forgets the consent kept: the next message asks for it again. */
export const forgetConsent = oc.input(command({})).output(recorded).errors(refusals('busy'));
export const diagnosisStepSchema = z.object({
  step: z.string(),
  isOk: z.boolean(),
  sentence: z.string(),
  advice: z.string(),
  /** Of a failed step: what was seen, then the server's own words; empty for none. */
  detail: z.string(),
});
export const checkMail = oc.output(z.object({ steps: z.array(diagnosisStepSchema) }));
/** A reminder of a real customer, or a made-up one, sent to oneself. */
export const testMail = oc
  .input(z.object({ to: z.email(), payerId: id.nullable() }))
  .output(
    z.object({
      isAccepted: z.boolean(),
      sentence: z.string(),
      /** The server's own words, or the folder's path. */
      detail: z.string(),
    }),
  )
  .errors(refusals('mail_not_set', 'customer_unknown', 'template_invalid', 'busy'));

/** The letters approved, as one PDF in print order (job `letters`; result `{ fileId, … }`). */
export const makeBatch = oc
  .input(z.object({ noticeIds: ids.min(1).max(2000), groupBy: z.enum(['name', 'postcode']) }))
  .output(z.object({ jobId: z.string() }))
  .errors(refusals('notice_unknown', 'notice_moved', 'busy'));
export const batches = oc.output(
  z.array(
    z.object({
      batchId: id,
      day,
      letterCount: z.int(),
      registeredCount: z.int(),
      pageCount: z.int(),
      postedCount: z.int(),
      amountCents,
    }),
  ),
);
export const batch = oc
  .input(z.object({ batchId: id }))
  .output(
    z.object({
      batchId: id,
      rows: z.array(
        noticeRowSchema.extend({ position: z.int(), pages: z.string(), town: z.string() }),
      ),
    }),
  )
  .errors(refusals('batch_unknown'));
/** The PDF again, its list, its deposit slip, or the package of an online-mail service. */
export const batchFile = oc
  .input(z.object({ batchId: id, kind: z.enum(['letters', 'list', 'deposit', 'package']) }))
  .output(z.object({ jobId: z.string() }))
  .errors(refusals('batch_unknown', 'file_missing', 'busy'));
export const setRegisteredNumber = oc
  .input(command({ noticeId: id, number: line }))
  .output(recorded)
  .errors(refusals('notice_unknown', 'number_invalid', 'busy'));
/** The letters named were posted: only now do levels move. */
export const confirmPosted = oc
  .input(command({ noticeIds: ids.min(1), postedOn: day }))
  .output(z.object({ ...recorded.shape, postedCount: z.int() }))
  .errors(
    refusals('notice_unknown', 'notice_moved', 'number_missing', 'posted_in_the_future', 'busy'),
  );
export const testPrint = oc.output(z.object({ jobId: z.string() })).errors(refusals('busy'));
