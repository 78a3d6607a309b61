/**
 * What people do by hand for the reminders: the calls of the day, short messages, blocks of orders
 * proposed to the sales office, lists for the sales reps, VIP to be treated by somebody.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { severitySchema, stepChannelSchema, toneSchema } from './dunning.ts';
import {
  amountCents,
  command,
  currencyAmounts,
  day,
  id,
  ids,
  line,
  recorded,
  refusals,
  text,
  window,
} from './parts.ts';

/**
 * Why somebody is called: a step of the scenario, a call agreed, a promise broken with the bank
 * known, a payment that came back, a task; or a short message that a step prepared.
 */
export const callReasonSchema = z.object({
  kind: z.enum(['step', 'call_back', 'broken_promise', 'reject', 'task', 'sms']),
  sentence: z.string(),
  dueOn: day,
});
export type CallReason = z.infer<typeof callReasonSchema>;

/** One payer contact to call: a row of « Appels du jour ». */
export const callRowSchema = z.object({
  /** The payer; his file is what a row opens. */
  customerId: id,
  code: z.string(),
  name: z.string(),
  segment: toneSchema.nullable(),
  isVip: z.boolean(),
  /** Who treats it; null for whoever makes the calls. */
  person: z.string().nullable(),
  reasons: z.array(callReasonSchema),
  isObligation: z.boolean(),
  dueOn: day,
  /** Past due, on all the accounts he pays for. */
  overdueCents: amountCents,
  otherOverdue: currencyAmounts,
  oldestDaysPastDue: z.int().nullable(),
  phone: z.string().nullable(),
  contactName: z.string().nullable(),
  attemptsToday: z.int(),
  lastExchangeOn: day.nullable(),
  /** What speaks against calling now, in sentences; nothing is refused. */
  warnings: z.array(z.string()),
});
export type CallRow = z.infer<typeof callRowSchema>;

/** The calls of the day, in the order in which they are made. */
export const today = oc.input(window).output(
  z.object({
    day,
    /** Outside the allowed hours, in a sentence; null when all may be called. */
    hours: z.string().nullable(),
    total: z.int(),
    triedCount: z.int(),
    totalCents: amountCents,
    otherTotals: currencyAmounts,
    /** Every payer in order: what one sheet after the other goes through. */
    sequence: ids,
    rows: z.array(callRowSchema),
  }),
);

/** All that stands beside the telephone: script, step, what a save will do. */
export const sheet = oc
  .input(z.object({ payerId: id }))
  .output(
    z.object({
      row: callRowSchema,
      /** The accounts he pays for, his own first. */
      accounts: z.array(z.object({ customerId: id, code: z.string(), name: z.string() })),
      script: z.object({ title: z.string(), paragraphs: z.array(z.string()) }).nullable(),
      /** Why no script could be written. */
      scriptProblem: z.string().nullable(),
      /** What may be left on a machine: neither amount nor reason. */
      voicemail: z.string(),
      /** The step that asks for this call; null when none does. */
      step: z
        .object({
          label: z.string(),
          scenarioName: z.string(),
          dueOn: day,
          /** The level its items reach; null for a step that moves none. */
          severity: severitySchema.nullable(),
          severityLabel: z.string().nullable(),
          receivableIds: ids,
        })
        .nullable(),
      /** Due tasks « rappeler », closed by the call. */
      taskIds: ids,
    }),
  )
  .errors(refusals('customer_unknown'));

/** The short message prepared for a payer, and the numbers it may go to. */
export const shortMessage = oc
  .input(z.object({ payerId: id }))
  .output(
    z.object({
      /** With its amount: for the number of a named person. */
      text: z.string(),
      /** Without amount nor reason: for any number. */
      neutralText: z.string(),
      problem: z.string().nullable(),
      numbers: z.array(
        z.object({
          contactId: id.nullable(),
          name: z.string(),
          number: z.string(),
          /** Of a named person. */
          isNamed: z.boolean(),
        }),
      ),
      hasGateway: z.boolean(),
      warnings: z.array(z.string()),
    }),
  )
  .errors(refusals('customer_unknown'));

/** Logs a short message that was copied, or sends it through the gateway and logs it. */
export const sendShortMessage = oc
  .input(
    command({
      payerId: id,
      contactId: id.nullable(),
      number: line.min(2),
      text: text.min(1),
      way: z.enum(['copied', 'gateway']),
    }),
  )
  .output(z.object({ ...recorded.shape, contactLogId: id }))
  .errors(
    refusals(
      'customer_unknown',
      'phone_invalid',
      'amount_to_unnamed',
      'gateway_missing',
      'sending_locked',
      'mail_not_set',
      'sending_refused',
      'busy',
    ),
  );

export const blockStateSchema = z.enum(['to_block', 'blocked', 'to_release']);
export const blockRowSchema = z.object({
  /** The block, or the proposal of the day where there is none yet. */
  rowKey: z.string(),
  orderBlockId: id.nullable(),
  customerId: id,
  code: z.string(),
  name: z.string(),
  repCode: z.string().nullable(),
  state: blockStateSchema,
  since: day.nullable(),
  /** What it is, or was, asked for. */
  amountCents,
  /** What is still open of it. */
  remainingCents: amountCents,
  currency: z.string(),
  oldestDaysPastDue: z.int().nullable(),
  decidedBy: z.string(),
  sentence: z.string(),
});
export type BlockRow = z.infer<typeof blockRowSchema>;

/** Orders to block, blocked, and to release as soon as they are paid. */
export const blocks = oc
  .input(z.object({ state: blockStateSchema.nullable(), ...window.shape }))
  .output(
    z.object({
      total: z.int(),
      totalCents: amountCents,
      otherTotals: currencyAmounts,
      counts: z.array(z.object({ state: blockStateSchema, count: z.int() })),
      rows: z.array(blockRowSchema),
    }),
  );

/** The mail to the sales office, to copy, or to open as a draft (`files.ticket`). */
export const officeMailSchema = z.object({
  to: z.string(),
  subject: z.string(),
  text: z.string(),
  fileId: z.string(),
  fileName: z.string(),
});
export type OfficeMail = z.infer<typeof officeMailSchema>;

/** Proposes the block of the day for a customer: its step is done, its mail is written. */
export const proposeBlock = oc
  .input(command({ customerId: id, currency: z.string().length(3), decidedBy: line }))
  .output(z.object({ ...recorded.shape, orderBlockId: id, mail: officeMailSchema }))
  .errors(refusals('not_planned', 'busy'));
/** Ends a block; `undone` gives its step back as if it had never been asked. */
export const releaseBlock = oc
  .input(command({ orderBlockId: id, reason: z.enum(['paid', 'decision', 'undone']) }))
  .output(z.object({ ...recorded.shape, mail: officeMailSchema.nullable() }))
  .errors(refusals('block_unknown', 'busy'));

export const repItemSchema = z.object({
  rowKey: z.string(),
  customerId: id,
  code: z.string(),
  name: z.string(),
  repCode: z.string(),
  documentNumber: z.string(),
  dueDate: day.nullable(),
  daysPastDue: z.int().nullable(),
  amountCents,
  currency: z.string(),
  stepLabel: z.string(),
  stepOn: day,
});
export type RepItem = z.infer<typeof repItemSchema>;

/** What comes, for the sales reps to hear of before it does (E11). */
export const repNotices = oc
  .input(z.object({ repCode: z.string().nullable(), ...window.shape }))
  .output(
    z.object({
      reps: z.array(
        z.object({
          repCode: z.string(),
          name: z.string(),
          /** Empty for a rep who is no collaborator of the settings. */
          email: z.string(),
          itemCount: z.int(),
          customerCount: z.int(),
          amountCents,
          otherAmounts: currencyAmounts,
          /** Last day for his answer; silence goes on. */
          answerBy: day,
          lastToldOn: day.nullable(),
          subject: z.string(),
          text: z.string(),
        }),
      ),
      total: z.int(),
      totalCents: amountCents,
      otherTotals: currencyAmounts,
      rows: z.array(repItemSchema),
    }),
  );

/** Gives a rep his list: by mail, or by hand (copied, exported); the wait begins. */
export const tellRep = oc
  .input(command({ repCode: line.min(1), way: z.enum(['mail', 'by_hand']) }))
  .output(z.object({ ...recorded.shape, itemCount: z.int(), answerBy: day }))
  .errors(
    refusals(
      'not_planned',
      'rep_without_address',
      'sending_locked',
      'mail_not_set',
      'sending_refused',
      'busy',
    ),
  );

export const vipRowSchema = z.object({
  customerId: id,
  code: z.string(),
  name: z.string(),
  repCode: z.string().nullable(),
  /** Who treats it; null when nobody was named. */
  person: z.string().nullable(),
  overdueCents: amountCents,
  otherOverdue: currencyAmounts,
  oldestDaysPastDue: z.int().nullable(),
  stepLabel: z.string().nullable(),
  channel: stepChannelSchema.nullable(),
  dueOn: day.nullable(),
  /** Waiting for longer than the settings allow. */
  isUntreated: z.boolean(),
});
export type VipRow = z.infer<typeof vipRowSchema>;

/** The VIP customers, what is to be done with each and by whom; for validation too. */
export const vip = oc.input(z.object({ isTaskOnly: z.boolean(), ...window.shape })).output(
  z.object({
    total: z.int(),
    totalCents: amountCents,
    otherTotals: currencyAmounts,
    untreatedCount: z.int(),
    rows: z.array(vipRowSchema),
  }),
);

/** How much of all that waits, for the screens that lead to it. */
export const attention = oc.output(
  z.object({
    callCount: z.int(),
    toBlockCount: z.int(),
    toReleaseCount: z.int(),
    repCount: z.int(),
    vipUntreatedCount: z.int(),
  }),
);
