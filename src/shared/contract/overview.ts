/** What the credit manager looks at first: dashboard, priorities, aged balance, forecast, lists. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { currencySumsSchema, scoreTermSchema } from './customers.ts';
import { amountCents, currencyAmounts, day, id, refusals, window } from './parts.ts';
import { segmentSchema } from './payers.ts';

export const freshnessSchema = z.object({
  ledgerDate: day.nullable(),
  bankDate: day.nullable(),
  /** Business days since the bank date. */
  ageBusinessDays: z.int().nullable(),
  level: z.enum(['fresh', 'ageing', 'stale', 'empty']),
});
export const freshness = oc.output(freshnessSchema);

export const bucketSchema = z.object({
  /** `not_due`, `late_1_30` …, `no_due_date`, `credits`. */
  key: z.string(),
  label: z.string(),
  amountCents,
  itemCount: z.int(),
});

export const dashboard = oc.output(
  z.object({
    today: day,
    freshness: freshnessSchema,
    /** Null on a ledger without a line. */
    figures: z
      .object({
        outstandingCents: amountCents,
        overdueCents: amountCents,
        notDueCents: amountCents,
        creditsCents: amountCents,
        netDueCents: amountCents,
        lateOver60Cents: amountCents,
        /** Same figures a month ago, from the facts; null without history. */
        monthAgo: z
          .object({
            outstandingCents: amountCents,
            overdueCents: amountCents,
            notDueCents: amountCents,
            creditsCents: amountCents,
            netDueCents: amountCents,
            lateOver60Cents: amountCents,
          })
          .nullable(),
      })
      .nullable(),
    buckets: z.array(bucketSchema),
    topDebtors: z.array(
      z.object({
        customerId: id,
        name: z.string(),
        overdueCents: amountCents,
        outstandingCents: amountCents,
        oldestDaysPastDue: z.int().nullable(),
      }),
    ),
    profiles: z.array(
      z.object({
        profile: z.string().nullable(),
        overdueCustomerCount: z.int(),
        overdueCents: amountCents,
        dueSoonCustomerCount: z.int(),
        dueSoonCents: amountCents,
      }),
    ),
    /** By segment of the payer, the good ones first; null for too little history. */
    segments: z.array(
      z.object({
        segment: segmentSchema.nullable(),
        customerCount: z.int(),
        outstandingCents: amountCents,
        overdueCents: amountCents,
      }),
    ),
    work: z.object({
      obligationCount: z.int(),
      tenCount: z.int(),
      doneCount: z.int(),
      callBackCount: z.int(),
      tasksDueCount: z.int(),
    }),
    promises: z.object({
      dueCount: z.int(),
      dueCents: amountCents,
      dueOther: currencyAmounts,
      brokenCount: z.int(),
      brokenCents: amountCents,
      brokenOther: currencyAmounts,
      toVerifyCount: z.int(),
      toVerifyCents: amountCents,
      toVerifyOther: currencyAmounts,
    }),
    disputes: z.object({ count: z.int(), amountCents, otherTotals: currencyAmounts }),
    holds: z.object({
      count: z.int(),
      amountCents,
      otherTotals: currencyAmounts,
      expiringCount: z.int(),
    }),
    toMatchFirst: z.object({ customerCount: z.int(), amountCents, otherTotals: currencyAmounts }),
    creditsToAllocate: z.object({
      customerCount: z.int(),
      amountCents,
      otherTotals: currencyAmounts,
    }),
    missingContacts: z.object({
      customerCount: z.int(),
      overdueCents: amountCents,
      otherTotals: currencyAmounts,
    }),
    receiptsByWeek: z.array(
      z.object({
        weekStart: day,
        receivedCents: amountCents,
        /** As it was forecast when the week began; null where nothing was frozen. */
        expectedCents: amountCents.nullable(),
        lowCents: amountCents.nullable(),
        highCents: amountCents.nullable(),
      }),
    ),
    /** What is owed in other currencies: no figure above counts it. */
    otherCurrencies: z.array(currencySumsSchema),
  }),
);

/** What waits behind the entries of the side bar: the dashboard's own counts. */
export const waiting = oc.output(
  z.object({
    callBackCount: z.int(),
    tasksDueCount: z.int(),
    brokenCount: z.int(),
    toVerifyCount: z.int(),
    /** Disputes to answer, parts missed, plans not signed, remainders to write off. */
    agreedCount: z.int(),
    /** Messages that failed or of which nobody knows whether they left. */
    messageCount: z.int(),
    /** Replies that nobody read, and mails that nobody attributed. */
    replyCount: z.int(),
    /** Alerts that stand and are not put aside. */
    alertCount: z.int(),
    /** Receipts of the bank that nobody said the customer of. */
    toMatchCount: z.int(),
  }),
);

export const priorityRowSchema = z.object({
  rank: z.int().nullable(),
  customerId: id,
  code: z.string(),
  name: z.string(),
  profile: z.string().nullable(),
  repCode: z.string().nullable(),
  accountCount: z.int(),
  overdueCents: amountCents,
  netDueCents: amountCents,
  /** Chaseable amount M of the ranking. */
  stakeCents: amountCents,
  /** Of the three amounts above. */
  currency: z.string(),
  otherOverdue: currencyAmounts,
  otherStakes: currencyAmounts,
  oldestDaysPastDue: z.int().nullable(),
  value: z.number(),
  terms: z.array(scoreTermSchema),
  reason: z.string(),
  /** `call`, `check_payment`, `find_contact`, `decide`, `write`, `match` … */
  suggestedAction: z.string(),
  suggestedSentence: z.string(),
  isForgotten: z.boolean(),
  hasEstimatedDates: z.boolean(),
  /** Done today: a call, a promise, or « fait ». */
  doneBy: z.enum(['call', 'promise', 'done', 'hold', 'dispute', 'settled']).nullable(),
  phone: z.string().nullable(),
});
export type PriorityRow = z.infer<typeof priorityRowSchema>;

export const obligationSchema = z.object({
  kind: z.enum([
    'reject',
    'broken_promise',
    'plan_missed',
    'plan_unsigned',
    'dispute_answer',
    'call_back',
    'task',
    'reply',
    'order_waiting',
    'deadline',
    'hold_review',
    'mark_review',
    'solvency_review',
    'guarantee_end',
    'promise_to_verify',
  ]),
  customerId: id,
  name: z.string(),
  amountCents,
  currency: z.string(),
  deadline: day,
  sentence: z.string(),
  taskId: id.nullable(),
  promiseId: id.nullable(),
  holdId: id.nullable(),
  isDone: z.boolean(),
});
export type Obligation = z.infer<typeof obligationSchema>;

/** Block 0 then the ten; stable during the day. */
export const priorities = oc.output(
  z.object({
    today: day,
    bankDate: day.nullable(),
    obligations: z.array(obligationSchema),
    ten: z.array(priorityRowSchema),
    stakeCents: amountCents,
    otherStakes: currencyAmounts,
    allOverdueCents: amountCents,
    doneCount: z.int(),
    othersCount: z.int(),
    /** Why nobody is ranked, when nobody is. */
    emptyReason: z
      .enum(['no_ledger', 'nothing_overdue', 'all_excluded', 'single_account'])
      .nullable(),
    excluded: z.array(
      z.object({
        verdict: z.string(),
        sentence: z.string(),
        customerCount: z.int(),
        amountCents,
        otherTotals: currencyAmounts,
      }),
    ),
  }),
);

/** The full ranked list behind the ten. */
export const ranked = oc.input(window).output(
  z.object({
    total: z.int(),
    stakeCents: amountCents,
    otherStakes: currencyAmounts,
    rows: z.array(priorityRowSchema),
  }),
);

/** Customers left out of the ranking, by reason. */
export const leftOut = oc
  .input(z.object({ verdict: z.string().nullable(), ...window.shape }))
  .output(
    z.object({
      total: z.int(),
      rows: z.array(
        z.object({
          customerId: id,
          code: z.string(),
          name: z.string(),
          verdict: z.string(),
          sentence: z.string(),
          amountCents,
          currency: z.string(),
          otherAmounts: currencyAmounts,
        }),
      ),
    }),
  );

export const agedBalance = oc
  .input(
    z.object({
      asOf: day.nullable(),
      by: z.enum(['due_date', 'document_date']),
      groupBy: z.enum([
        'customer',
        'profile',
        'rep_code',
        'agency_code',
        'sector',
        'payment_method',
      ]),
      text: z.string().max(200),
      sort: z.string().max(40),
      isDescending: z.boolean(),
      ...window.shape,
    }),
  )
  .output(
    z.object({
      asOf: day,
      buckets: z.array(z.object({ key: z.string(), label: z.string() })),
      total: z.int(),
      rows: z.array(
        z.object({
          key: z.string(),
          customerId: id.nullable(),
          code: z.string(),
          label: z.string(),
          currency: z.string(),
          amountsCents: z.array(amountCents),
          balanceCents: amountCents,
        }),
      ),
      totalsCents: z.array(amountCents),
      balanceCents: amountCents,
      /** Balances in other currencies, which no total counts. */
      otherTotals: currencyAmounts,
      debitBalancesCents: amountCents,
      creditBalancesCents: amountCents,
      /** Control line: the sum of the stated lines of customer accounts on that day. */
      ledgerCents: amountCents,
      isEqual: z.boolean(),
    }),
  );

/** An item behind a figure. */
export const figureItemSchema = z.object({
  receivableId: id.nullable(),
  customerId: id,
  name: z.string(),
  documentNumber: z.string(),
  kind: z.string(),
  documentDate: day,
  dueDate: day.nullable(),
  amountCents,
  /** The part of it that the figure counts. */
  outstandingCents: amountCents,
  currency: z.string(),
  daysPastDue: z.int().nullable(),
});

export const bucketItems = oc
  .input(
    z.object({
      asOf: day.nullable(),
      by: z.enum(['due_date', 'document_date']),
      bucket: z.string().nullable(),
      groupBy: z.string().nullable(),
      groupKey: z.string().nullable(),
      ...window.shape,
    }),
  )
  .output(
    z.object({
      total: z.int(),
      totalCents: amountCents,
      rows: z.array(figureItemSchema),
    }),
  );

/** Ctrl+K: customers, documents, contacts, amounts; screens are the renderer's own. */
export const find = oc
  .input(z.object({ text: z.string().max(200) }))
  .output(
    z.object({
      rows: z.array(
        z.object({
          kind: z.enum(['customer', 'document', 'contact', 'amount']),
          customerId: id,
          receivableId: id.nullable(),
          title: z.string(),
          detail: z.string(),
          amountCents: amountCents.nullable(),
        }),
      ),
    }),
  )
  .errors(refusals('busy'));
