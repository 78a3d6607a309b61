/** What is agreed in writing with a customer: plans, settlements, letters of courtesy. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { AGREEMENT_STEPS } from '../domain/agreement/agreement.ts';
import {
  amountCents,
  command,
  currencyAmounts,
  day,
  id,
  ids,
  positiveCents,
  recorded,
  refusals,
  text,
  window,
} from './parts.ts';

const languageSchema = z.enum(['fr', 'en']);

/** Parts of one plan. */
const PARTS_MAX = 60;
const NOTICE_DAYS_MAX = 60;

/**
 * A plan spreads the named items over parts; a settlement takes less than them, at once, before a
 * day. Its items are not chased while it stands. One entry, undone as one.
 */
export const record = oc
  .input(
    command({
      customerId: id,
      kind: z.enum(['plan', 'settlement']),
      receivableIds: ids.min(1),
      /** Day by which the signed copy, or the answer, is expected. */
      answerBy: day,
      parts: z
        .array(z.object({ dueDate: day, amountCents: positiveCents }))
        .min(1)
        .max(PARTS_MAX),
      /** Days left by the e-mail that precedes forfeiture. */
      noticeDays: z.int().min(1).max(NOTICE_DAYS_MAX),
      /** False where late-payment interest is given up if the agreement is kept. */
      isInterestKept: z.boolean(),
      comment: text,
    }),
  )
  .output(z.object({ ...recorded.shape, agreementId: id }))
  .errors(
    refusals(
      'customer_unknown',
      'receivable_unknown',
      'receivable_settled',
      'currencies_mixed',
      'already_in_agreement',
      'part_in_the_past',
      'parts_out_of_order',
      'parts_not_the_sum',
      'settlement_not_below',
      'busy',
    ),
  );

/**
 * Notes what became of an agreement: sent, signed, forfeited or ended by a person, its remainder
 * written off; `undone` takes its recording back, on its day.
 */
export const noteStep = oc
  .input(command({ agreementId: id, step: z.enum(AGREEMENT_STEPS), comment: text }))
  .output(z.object({ ...recorded.shape, agreementId: id }))
  .errors(refusals('agreement_unknown', 'step_not_possible', 'too_late_to_undo', 'busy'));
/** Takes the last of those back. */
export const undoStep = oc
  .input(command({ agreementId: id }))
  .output(z.object({ ...recorded.shape, agreementId: id }))
  .errors(refusals('agreement_unknown', 'step_not_possible', 'busy'));

export const AGREEMENT_STATES = [
  'drafted',
  'sent',
  'unsigned',
  'running',
  'missed',
  'kept',
  'forfeited',
  'ended',
  'paid',
  'written_off',
  'lapsed',
] as const;

export const agreementRowSchema = z.object({
  agreementId: id,
  customerId: id,
  code: z.string(),
  name: z.string(),
  kind: z.enum(['plan', 'settlement']),
  state: z.enum(AGREEMENT_STATES),
  agreedOn: day,
  answerBy: day,
  /** What the parts sum to. */
  totalCents: amountCents,
  receivedCents: amountCents,
  openCents: amountCents,
  /** Given up by a settlement; 0 for a plan. */
  waivedCents: amountCents,
  currency: z.string(),
  partCount: z.int(),
  paidCount: z.int(),
  /** The first part that is not paid whole; null when all are. */
  nextDueDate: day.nullable(),
  nextCents: amountCents,
  documentNumbers: z.array(z.string()),
  comment: z.string(),
  /** Where it stands, in words. */
  sentence: z.string(),
  parts: z.array(
    z.object({
      rank: z.int(),
      dueDate: day,
      amountCents,
      receivedCents: amountCents,
      outcome: z.string(),
    }),
  ),
  /** What a person may note of it now. */
  steps: z.array(z.enum(AGREEMENT_STEPS)),
});
export type AgreementRow = z.infer<typeof agreementRowSchema>;

/** Agreements: those in force first, a missed one before all; of one customer or of all. */
export const AGREEMENT_VIEWS = ['current', 'to_sign', 'missed', 'to_write_off', 'over'] as const;
export const list = oc
  .input(
    z.object({
      show: z.enum(AGREEMENT_VIEWS),
      customerId: id.nullable().default(null),
      ...window.shape,
    }),
  )
  .output(
    z.object({
      total: z.int(),
      totalCents: amountCents,
      otherTotals: currencyAmounts,
      counts: z.array(z.object({ show: z.enum(AGREEMENT_VIEWS), count: z.int() })),
      rows: z.array(agreementRowSchema),
    }),
  );

/** The agreement as a PDF to sign, made by a job; its result is the file. */
export const makePaper = oc
  .input(z.object({ agreementId: id, language: languageSchema }))
  .output(z.object({ jobId: z.string() }))
  .errors(refusals('agreement_unknown', 'busy'));

/** What a letter of courtesy is about. */
export const letterSubject = z.object({
  about: z.enum(['promise', 'dispute']),
  sourceId: id,
});

/** The message that confirms a promise or acknowledges a dispute, before it is sent. */
export const letterPreview = oc
  .input(
    z.object({
      ...letterSubject.shape,
      to: z.email().nullable(),
      language: languageSchema.nullable(),
    }),
  )
  .output(
    z.object({
      addresses: z.array(z.object({ address: z.string(), name: z.string(), role: z.string() })),
      to: z.string(),
      language: languageSchema,
      subject: z.string(),
      /** As the reader will read it, without the letterhead. */
      text: z.string(),
      /** Why nothing can leave now, in a sentence; null when it can. */
      lock: z.string().nullable(),
    }),
  )
  .errors(refusals('subject_unknown', 'template_invalid'));
export const sendLetter = oc
  .input(command({ ...letterSubject.shape, to: z.email(), language: languageSchema }))
  .output(z.object({ ...recorded.shape, noticeId: id }))
  .errors(
    refusals('subject_unknown', 'mail_not_set', 'sending_locked', 'template_invalid', 'busy'),
  );
