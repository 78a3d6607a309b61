/** What a person records on a customer: calls, promises, notes, stops, disputes, contacts. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { DELAY_CAUSES } from '../domain/payer/delay-cause.ts';
import {
  amountCents,
  command,
  currencyAmounts,
  day,
  id,
  ids,
  line,
  positiveCents,
  recorded,
  refusals,
  text,
} from './parts.ts';
import { writingSchema } from './writing.ts';

export const callOutcomeSchema = z.enum([
  'promise',
  'voicemail',
  'unreachable',
  'call_back',
  'paid',
  'duplicate_requested',
  'dispute',
  'in_approval',
  'order_number_missing',
  'waiting_credit_note',
  'wrong_contact',
  'absent',
  'difficulties',
  'refuses',
  'bill_sent',
  'spoke',
  'other',
]);
export type CallOutcome = z.infer<typeof callOutcomeSchema>;

/** Why items are late and who must end it; of the customer as a whole where no item is named. */
const saidCause = z.object({ cause: z.enum(DELAY_CAUSES), owner: line });

const promisePart = z.object({
  promisedFor: day,
  amountCents: positiveCents,
  method: line.nullable(),
});

/** Logs a call, and in the same breath what it led to. One entry, undone as one block. */
export const recordCall = oc
  .input(
    command({
      customerId: id,
      direction: z.enum(['in', 'out']),
      contactId: id.nullable(),
      outcome: callOutcomeSchema,
      /** Day of the outcome: absent until, paid on, call back on … */
      outcomeDate: day.nullable(),
      receivableIds: ids,
      comment: text,
      promise: promisePart.nullable(),
      delayCause: saidCause.nullable().optional(),
      /** The call makes the steps that asked for it; with `movesLevel` their items rise. */
      stepsDone: z.object({ movesLevel: z.boolean() }).nullable().optional(),
      /** Tasks that the call does. */
      closesTaskIds: ids.optional(),
      nextAction: z
        .object({
          kind: z.enum(['call', 'check_payment', 'send_duplicate', 'write', 'review', 'other']),
          dueOn: day,
          comment: text,
        })
        .nullable(),
    }),
  )
  .output(
    z.object({
      ...recorded.shape,
      contactLogId: id,
      promiseId: id.nullable(),
      taskId: id.nullable(),
    }),
  )
  .errors(
    refusals(
      'customer_unknown',
      'receivable_unknown',
      'receivable_settled',
      'promise_in_the_past',
      'currencies_mixed',
      'exceeds_outstanding',
      'busy',
    ),
  );
export const undoCall = oc
  .input(command({ contactLogId: id }))
  .output(recorded)
  .errors(refusals('call_unknown', 'too_late_to_undo', 'busy'));

/** Says why items are late, or takes it back (`cause` null). */
export const recordDelayCause = oc
  .input(
    command({
      customerId: id,
      receivableIds: ids,
      cause: z.enum(DELAY_CAUSES).nullable(),
      owner: line,
    }),
  )
  .output(z.object({ ...recorded.shape, delayCauseId: id }))
  .errors(refusals('customer_unknown', 'receivable_unknown', 'busy'));
/** What was said before holds again. */
export const undoDelayCause = oc
  .input(command({ delayCauseId: id }))
  .output(recorded)
  .errors(refusals('delay_cause_unknown', 'busy'));

/** Records that a customer promised to pay. The promise suspends reminders until its date. */
export const recordPromise = oc
  .input(
    command({ customerId: id, receivableIds: ids.min(1), ...promisePart.shape, comment: text }),
  )
  .output(z.object({ ...recorded.shape, promiseId: id }))
  .errors(
    refusals(
      'customer_unknown',
      'receivable_unknown',
      'receivable_settled',
      'promise_in_the_past',
      'currencies_mixed',
      'exceeds_outstanding',
      'busy',
    ),
  );
export const cancelPromise = oc
  .input(command({ promiseId: id, reason: z.enum(['cancelled', 'undone']) }))
  .output(z.object({ ...recorded.shape, promiseId: id }))
  .errors(refusals('promise_unknown', 'busy'));
/** Takes a cancellation back, on the day it was made. */
export const restorePromise = oc
  .input(command({ promiseId: id }))
  .output(recorded)
  .errors(refusals('promise_unknown', 'too_late_to_undo', 'busy'));

export const recordNote = oc
  .input(command({ customerId: id, text: text.min(1) }))
  .output(z.object({ ...recorded.shape, noteId: id }))
  .errors(refusals('customer_unknown', 'busy'));

/**
 * A stop (arrêt des relances) on a customer or an item, with a reason and a day to look at it
 * again.
 */
export const recordHold = oc
  .input(
    command({
      customerId: id,
      receivableIds: ids.nullable(),
      reason: z.enum([
        'commercial',
        'our_error',
        'in_negotiation',
        'insolvency',
        'management',
        'other',
      ]),
      reviewOn: day,
      comment: text,
    }),
  )
  .output(z.object({ ...recorded.shape, holdIds: z.array(id) }))
  .errors(refusals('customer_unknown', 'receivable_unknown', 'review_in_the_past', 'busy'));
export const endHold = oc
  .input(command({ holdId: id }))
  .output(recorded)
  .errors(refusals('hold_unknown', 'busy'));

/** A dispute (litige) on items, or part of their amounts: the rest stays chaseable. */
export const recordDispute = oc
  .input(
    command({
      customerId: id,
      items: z
        .array(z.object({ receivableId: id, amountCents: positiveCents }))
        .min(1)
        .max(500),
      reason: z.enum([
        'quantity',
        'price',
        'quality',
        'not_delivered',
        'late_delivery',
        'administrative',
        'duplicate',
        'not_ordered',
        'other',
      ]),
      owner: line,
      answerBy: day.nullable(),
      comment: text,
    }),
  )
  .output(z.object({ ...recorded.shape, disputeId: id }))
  .errors(
    refusals(
      'customer_unknown',
      'receivable_unknown',
      'currencies_mixed',
      'exceeds_outstanding',
      'busy',
    ),
  );
export const closeDispute = oc
  .input(
    command({ disputeId: id, outcome: z.enum(['credit_note', 'maintained', 'partly', 'undone']) }),
  )
  .output(recorded)
  .errors(refusals('dispute_unknown', 'busy'));

export const contactInput = z.object({
  name: line.min(1),
  role: z.enum(['accounting', 'decision', 'sales', 'dispute', 'head_office', 'site', 'other']),
  email: z.union([z.email(), z.null()]),
  phone: line.nullable(),
  mobile: line.nullable(),
  comment: text,
});
/** Makes a contact, or a new state of one (`contactId`). */
export const recordContact = oc
  .input(command({ customerId: id, contactId: id.nullable(), contact: contactInput }))
  .output(z.object({ ...recorded.shape, contactId: id }))
  .errors(refusals('customer_unknown', 'contact_unknown', 'busy'));
export const removeContact = oc
  .input(command({ contactId: id }))
  .output(recorded)
  .errors(refusals('contact_unknown', 'busy'));

/** What the user types of a customer; null gives the accounting's value back. */
export const changeCustomer = oc
  .input(
    command({
      customerId: id,
      changes: z
        .object({
          name: line.nullable(),
          siren: z
            .string()
            .regex(/^\d{9}$/)
            .nullable(),
          profile: z
            .enum(['key_account', 'sme', 'sole_trader', 'consumer', 'public', 'group'])
            .nullable(),
          repCode: line.nullable(),
          agencyCode: line.nullable(),
          sector: line.nullable(),
          size: line.nullable(),
          paymentMethod: z
            .enum(['transfer', 'cheque', 'direct_debit', 'bill', 'card', 'cash'])
            .nullable(),
          tags: z.array(line).max(30),
          address: z.string().max(1000).nullable(),
          postalCode: line.nullable(),
          city: line.nullable(),
          countryCode: z.string().length(2).nullable(),
          creditLimitCents: positiveCents.nullable(),
          isVip: z.boolean(),
          isDoNotChase: z.boolean(),
          payerCustomerId: id.nullable(),
          ...writingSchema.shape,
        })
        .partial(),
    }),
  )
  .output(recorded)
  .errors(
    refusals('customer_unknown', 'siren_invalid', 'payer_is_self', 'closure_reversed', 'busy'),
  );

/** A due date typed for an item wins over every rule; null gives the rule back. */
export const setDueDate = oc
  .input(command({ receivableId: id, dueDate: day.nullable() }))
  .output(recorded)
  .errors(refusals('receivable_unknown', 'due_before_document', 'busy'));

/** « Fait pour aujourd'hui »: greys the row of the morning, or brings it back. */
export const markDoneToday = oc
  .input(command({ customerId: id, isDone: z.boolean() }))
  .output(recorded)
  .errors(refusals('customer_unknown', 'busy'));

export const recordTask = oc
  .input(command({ customerId: id, kind: z.string().max(40), dueOn: day, comment: text }))
  .output(z.object({ ...recorded.shape, taskId: id }))
  .errors(refusals('customer_unknown', 'busy'));
export const closeTask = oc
  .input(command({ taskId: id }))
  .output(recorded)
  .errors(refusals('task_unknown', 'busy'));

/** Amounts that stand beside an action's form: nothing is written. */
export const tickedTotals = oc.input(z.object({ customerId: id, receivableIds: ids })).output(
  z.object({
    count: z.int(),
    outstandingCents: amountCents,
    overdueCents: amountCents,
    /** Outstanding in the other currencies. */
    otherTotals: currencyAmounts,
  }),
);
