/** The lists of the follow-up; each row leads to the customer file. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { amountCents, currencyAmounts, day, id, window } from './parts.ts';

export const promiseRowSchema = z.object({
  promiseId: id,
  customerId: id,
  code: z.string(),
  name: z.string(),
  promisedOn: day,
  promisedFor: day,
  amountCents,
  currency: z.string(),
  receivedCents: amountCents,
  outcome: z.enum([
    'pending',
    'to_verify',
    'kept',
    'partly_kept',
    'late',
    'broken',
    'settled_by_credit',
    'cancelled',
  ]),
  documentNumbers: z.array(z.string()),
  comment: z.string(),
  method: z.string().nullable(),
});
export const promises = oc
  .input(z.object({ outcomes: z.array(z.string()), ...window.shape }))
  .output(
    z.object({
      total: z.int(),
      totalCents: amountCents,
      otherTotals: currencyAmounts,
      counts: z.array(z.object({ outcome: z.string(), count: z.int(), amountCents })),
      rows: z.array(promiseRowSchema),
    }),
  );
/** Disputes open, to answer, asleep for thirty days, promised a credit note, closed. */
export const DISPUTE_VIEWS = ['open', 'to_answer', 'asleep', 'credit_awaited', 'closed'] as const;
export const disputes = oc.input(z.object({ show: z.enum(DISPUTE_VIEWS), ...window.shape })).output(
  z.object({
    total: z.int(),
    totalCents: amountCents,
    otherTotals: currencyAmounts,
    counts: z.array(z.object({ show: z.enum(DISPUTE_VIEWS), count: z.int() })),
    /** Days that disputes of a reason took to be solved, those that took most of them first. */
    times: z.array(z.object({ reason: z.string(), medianDays: z.number(), count: z.int() })),
    rows: z.array(
      z.object({
        disputeId: id,
        customerId: id,
        code: z.string(),
        name: z.string(),
        openedOn: day,
        reason: z.string(),
        owner: z.string(),
        answerBy: day.nullable(),
        amountCents,
        currency: z.string(),
        documentNumbers: z.array(z.string()),
        comment: z.string(),
        outcome: z.string().nullable(),
        closedOn: day.nullable(),
        /** What was answered. */
        answer: z.string(),
        /** Of the credit note promised, what has not come. */
        awaitedCents: amountCents,
      }),
    ),
  }),
);
export const holds = oc.input(z.object({ isExpiringOnly: z.boolean(), ...window.shape })).output(
  z.object({
    total: z.int(),
    totalCents: amountCents,
    otherTotals: currencyAmounts,
    rows: z.array(
      z.object({
        holdId: id,
        customerId: id,
        code: z.string(),
        name: z.string(),
        documentNumber: z.string().nullable(),
        reason: z.string(),
        since: day,
        reviewOn: day,
        amountCents,
        currency: z.string(),
        /** Overdue in other currencies. */
        otherAmounts: currencyAmounts,
        comment: z.string(),
        isExpired: z.boolean(),
      }),
    ),
  }),
);
export const missingContacts = oc
  .input(z.object({ missing: z.enum(['email', 'phone', 'address', 'any']), ...window.shape }))
  .output(
    z.object({
      total: z.int(),
      rows: z.array(
        z.object({
          customerId: id,
          code: z.string(),
          name: z.string(),
          outstandingCents: amountCents,
          overdueCents: amountCents,
          otherOutstanding: currencyAmounts,
          otherOverdue: currencyAmounts,
          hasEmail: z.boolean(),
          hasPhone: z.boolean(),
          hasAddress: z.boolean(),
        }),
      ),
    }),
  );
export const creditsToAllocate = oc.input(window).output(
  z.object({
    total: z.int(),
    totalCents: amountCents,
    otherTotals: currencyAmounts,
    rows: z.array(
      z.object({
        customerId: id,
        code: z.string(),
        name: z.string(),
        kind: z.string(),
        documentNumber: z.string(),
        day,
        amountCents,
        currency: z.string(),
        /** In the currency of the credit. */
        customerOverdueCents: amountCents,
        label: z.string(),
      }),
    ),
  }),
);
export const calls = oc.input(z.object({ fromDay: day.nullable(), ...window.shape })).output(
  z.object({
    total: z.int(),
    rows: z.array(
      z.object({
        contactLogId: id,
        customerId: id,
        name: z.string(),
        day,
        direction: z.string(),
        outcome: z.string(),
        contactName: z.string().nullable(),
        comment: z.string(),
        amountCents,
        currency: z.string(),
      }),
    ),
  }),
);
export const tasks = oc.input(z.object({ isLateOnly: z.boolean(), ...window.shape })).output(
  z.object({
    total: z.int(),
    rows: z.array(
      z.object({
        /** Null for a call-back agreed on the phone: the call itself closes it. */
        taskId: id.nullable(),
        customerId: id,
        code: z.string(),
        name: z.string(),
        kind: z.string(),
        dueOn: day,
        comment: z.string(),
        overdueCents: amountCents,
        otherOverdue: currencyAmounts,
      }),
    ),
  }),
);
