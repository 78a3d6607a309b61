/**
 * The day's reminders (Relances): what may leave, what does not and why, and the decision.
 *
 * The plan is computed, never stored; what is approved becomes messages of the outbox. A message is
 * previewed exactly as it will leave.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { MESSAGE_PURPOSES } from '../domain/dunning/planner-input.ts';
import { STEP_CHANNELS } from '../domain/dunning/scenario.ts';
import { SEVERITIES } from '../domain/dunning/severity.ts';
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

export const severitySchema = z.enum(SEVERITIES);
export const stepChannelSchema = z.enum(STEP_CHANNELS);
export const purposeSchema = z.enum(MESSAGE_PURPOSES);
export const toneSchema = z.enum(['good', 'occasional', 'chronic']);
export const languageSchema = z.enum(['fr', 'en']);

/** Why an automatic step waits for a tick all the same. */
export const confirmReasonSchema = z.enum(['ceiling', 'estimated_date', 'go_live', 'fallback']);

/** A message that the plan of the day proposes; a row of « Relances du jour ». */
export const plannedRowSchema = z.object({
  payerId: id,
  code: z.string(),
  name: z.string(),
  profile: z.string().nullable(),
  segment: toneSchema.nullable(),
  isVip: z.boolean(),
  scenarioKey: z.string(),
  scenarioName: z.string(),
  /** The group it stands under: its scenario, or the thanks. */
  groupKey: z.string(),
  /** « Relance 2 », « Prévenance » … in the language of the window. */
  stepLabel: z.string(),
  purpose: z.string(),
  severity: severitySchema.nullable(),
  channel: stepChannelSchema,
  tone: toneSchema,
  mode: z.enum(['automatic', 'to_confirm', 'task']),
  confirmReason: confirmReasonSchema.nullable(),
  /** Address or place it goes to; empty where none is known. */
  recipient: z.string(),
  currency: z.string(),
  dueCents: amountCents,
  itemCount: z.int(),
  oldestDaysPastDue: z.int().nullable(),
  /** One sentence: which items, which step, since when. */
  sentence: z.string(),
  /** What a person must look at before it leaves; empty for nothing. */
  warnings: z.array(z.string()),
});
export type PlannedRow = z.infer<typeof plannedRowSchema>;

const groupSchema = z.object({
  key: z.string(),
  label: z.string(),
  count: z.int(),
  amountCents,
  toConfirmCount: z.int(),
});

/** Why nothing may leave now; each has a sentence and what to do. */
export const sendingGuardSchema = z.object({
  code: z.string(),
  sentence: z.string(),
  /** A typed reason lets it through for the day. */
  mayBeOverridden: z.boolean(),
});

const tab = z.enum(['messages', 'letters', 'tasks']);

export const plannedFilterSchema = z.object({
  tab,
  /** A group of the list: a scenario, or the thanks. */
  scenarioKey: z.string().nullable(),
  profile: z.string().nullable(),
  channel: stepChannelSchema.nullable(),
  text: z.string().max(200),
});

/** The batch of the day, a window of it; `today` unless a later day is looked at. */
export const planned = oc
  .input(z.object({ ...window.shape, filter: plannedFilterSchema, on: day.nullable() }))
  .output(
    z.object({
      day,
      isToday: z.boolean(),
      guards: z.array(sendingGuardSchema),
      tabs: z.array(z.object({ tab, count: z.int(), amountCents })),
      byScenario: z.array(groupSchema),
      byProfile: z.array(groupSchema),
      total: z.int(),
      totalCents: amountCents,
      toConfirmCount: z.int(),
      /** Overdue = chased + not chased, to the cent. */
      control: z.object({
        overdueCents: amountCents,
        chasedCents: amountCents,
        notChasedCents: amountCents,
        currency: z.string(),
        otherCurrencies: z.array(
          z.object({
            currency: z.string(),
            overdueCents: amountCents,
            chasedCents: amountCents,
            notChasedCents: amountCents,
          }),
        ),
      }),
      rows: z.array(plannedRowSchema),
    }),
  );

/** Why an amount is not chased today, with how many and how much. */
export const verdictGroupSchema = z.object({
  verdict: z.string(),
  label: z.string(),
  count: z.int(),
  payerCount: z.int(),
  amountCents,
  currency: z.string(),
  isSoft: z.boolean(),
});

export const excludedRowSchema = z.object({
  payerId: id,
  customerId: id,
  code: z.string(),
  name: z.string(),
  receivableId: id.nullable(),
  documentNumber: z.string(),
  dueDate: day.nullable(),
  amountCents,
  currency: z.string(),
  verdict: z.string(),
  isSoft: z.boolean(),
  sentence: z.string(),
});
export type ExcludedRow = z.infer<typeof excludedRowSchema>;

export const excluded = oc
  .input(z.object({ ...window.shape, verdict: z.string().nullable(), text: z.string().max(200) }))
  .output(
    z.object({
      groups: z.array(verdictGroupSchema),
      total: z.int(),
      totalCents: amountCents,
      rows: z.array(excludedRowSchema),
    }),
  );

/** Why a customer is, or is not, in today's batch: one sentence for each of his items. */
export const why = oc
  .input(z.object({ customerId: id }))
  .output(
    z.object({
      /** The whole in one sentence. */
      sentence: z.string(),
      /** Of a payment of the last days: thanked for today, or why not; null where none came. */
      thanks: z.string().nullable(),
      scenario: z
        .object({ scenarioKey: z.string(), name: z.string(), because: z.string() })
        .nullable(),
      items: z.array(
        z.object({
          receivableId: id.nullable(),
          documentNumber: z.string(),
          dueDate: day.nullable(),
          currency: z.string(),
          severity: severitySchema.nullable(),
          parts: z.array(
            z.object({
              verdict: z.string(),
              amountCents,
              sentence: z.string(),
              isSoft: z.boolean(),
            }),
          ),
        }),
      ),
    }),
  )
  .errors(refusals('customer_unknown'));

/** What a person changes in one message before it leaves. */
export const editSchema = z.object({
  subject: z.string().max(200).nullable(),
  /** The written paragraphs, separated by blank lines, blocks as `{tableau}`; null as proposed. */
  body: z.string().max(20_000).nullable(),
  freeSentence: text.nullable(),
  recipient: z.string().max(320).nullable(),
  withoutReceivableIds: ids,
});
export type NoticeEdit = z.infer<typeof editSchema>;

export const attachmentSchema = z.object({
  kind: z.enum(['statement', 'invoice']),
  /** Empty for the statement. */
  documentNumber: z.string(),
  fileName: z.string(),
  /** Null for what is made when the message is, or can't be found. */
  sizeBytes: z.int().nullable(),
  /** False for an invoice whose file was moved: the message leaves without it. */
  isFound: z.boolean(),
});
export type Attachment = z.infer<typeof attachmentSchema>;

/** A message exactly as it will leave. */
export const preview = oc
  .input(z.object({ payerId: id, edit: editSchema.nullable() }))
  .output(
    z.object({
      row: plannedRowSchema,
      subject: z.string(),
      body: z.string(),
      html: z.string(),
      text: z.string(),
      from: z.string(),
      to: z.string(),
      copies: z.array(z.string()),
      /** What is joined to a mail; a letter encloses nothing. */
      attachments: z.array(attachmentSchema),
      /** Items whose interest the message states; empty where it states none. */
      chargedReceivableIds: ids,
      problems: z.array(z.string()),
    }),
  )
  .errors(refusals('not_planned', 'template_invalid'));
/** The sheets of a letter, or the statement joined to a mail, as they will leave: a job. */
export const previewPaper = oc
  .input(
    z.object({
      payerId: id,
      edit: editSchema.nullable(),
      paper: z.enum(['letter', 'statement']),
    }),
  )
  .output(z.object({ jobId: z.string() }))
  .errors(refusals('not_planned', 'template_invalid', 'busy'));
/** The PDF of an invoice in the folder of invoices; then `files.ticket`. */
export const invoiceFile = oc
  .input(z.object({ documentNumber: line.min(1) }))
  .output(z.object({ fileId: z.string(), fileName: z.string() }))
  .errors(refusals('file_missing'));
/**
 * Approves messages: they go to the outbox under their claims and leave after the hold. A payer
 * who is no longer planned (paid, called meanwhile) is left out and named.
 */
export const approve = oc
  .input(
    command({
      messages: z
        .array(z.object({ payerId: id, edit: editSchema.nullable() }))
        .min(1)
        .max(5000),
      /** Typed to send on stale books; null otherwise. */
      staleReason: text.nullable(),
    }),
  )
  .output(
    z.object({
      ...recorded.shape,
      runId: id,
      approvedCount: z.int(),
      approvedCents: amountCents,
      holdUntil: moment.nullable(),
      letterCount: z.int(),
      leftOut: z.array(z.object({ payerId: id, name: z.string(), sentence: z.string() })),
    }),
  )
  .errors(refusals('nothing_approved', 'sending_locked', 'stale_data', 'reason_missing', 'busy'));

/** Lets through for today what a soft rule holds back. */
export const override = oc
  .input(
    command({
      payerId: id,
      receivableId: id.nullable(),
      channel: stepChannelSchema.nullable(),
      reason: line.min(3),
    }),
  )
  .output(recorded)
  .errors(refusals('customer_unknown', 'verdict_not_soft', 'busy'));

/** A task of the plan is done (a call is logged by `actions.recordCall`). */
export const completeTask = oc
  .input(command({ payerId: id, movesLevel: z.boolean(), comment: text }))
  .output(recorded)
  .errors(refusals('not_planned', 'busy'));

export const setLevel = oc
  .input(
    command({
      receivableIds: ids.min(1),
      severity: severitySchema.nullable(),
      reason: line.min(3),
      /** Steps already made may be made again. */
      beginsCycle: z.boolean(),
    }),
  )
  .output(recorded)
  .errors(refusals('receivable_unknown', 'busy'));
/** Starting levels by age and segment, for items never written about (go-live). */
export const previewStart = oc.output(
  z.object({
    groups: z.array(
      z.object({ severity: severitySchema, itemCount: z.int(), payerCount: z.int(), amountCents }),
    ),
    untouchedCount: z.int(),
    isDone: z.boolean(),
  }),
);
export const applyStart = oc
  .input(command({}))
  .output(z.object({ ...recorded.shape, itemCount: z.int() }))
  .errors(refusals('busy'));

const dryRunSchema = z.object({
  from: day,
  to: day,
  messageCount: z.int(),
  payerCount: z.int(),
  amountCents,
  weeks: z.array(
    z.object({
      weekStart: day,
      steps: z.array(
        z.object({
          scenarioKey: z.string(),
          scenarioName: z.string(),
          stepLabel: z.string(),
          channel: stepChannelSchema,
          count: z.int(),
          amountCents,
        }),
      ),
    }),
  ),
  contacted: z.array(
    z.object({
      payerId: id,
      name: z.string(),
      messageCount: z.int(),
      firstOn: day,
      lastSeverity: severitySchema.nullable(),
    }),
  ),
});
export type DryRun = z.infer<typeof dryRunSchema>;
/** What would leave in the days to come, if nobody paid; nothing is written. */
export const dryRun = oc
  .input(z.object({ days: z.int().min(1).max(120), scenarioKey: z.string().nullable() }))
  .output(dryRunSchema)
  .errors(refusals('scenario_unknown'));
