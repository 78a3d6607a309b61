/** Customers: the list, the customer file (fiche client) and what is read in it. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { DELAY_CAUSES } from '../domain/payer/delay-cause.ts';
import { amountCents, currencyAmounts, day, id, moment, refusals, window } from './parts.ts';
import { payerBriefSchema, riskSchema, segmentSchema, trendSchema } from './payers.ts';
import { writingSchema } from './writing.ts';

export const dimensionSchema = z.enum([
  'profile',
  'rep_code',
  'agency_code',
  'sector',
  'size',
  'payment_method',
  'city',
  'tags',
]);
export type Dimension = z.infer<typeof dimensionSchema>;

export const customerFlag = z.enum([
  'vip',
  'do_not_chase',
  'watched',
  'on_hold',
  'to_match_first',
  'sundry',
  'shared_account',
  'estimated_dates',
  'no_contact',
  'limit_exceeded',
]);

/** What is owed in another currency than that of the books: no total counts it. */
export const currencySumsSchema = z.object({
  currency: z.string(),
  outstandingCents: amountCents,
  overdueCents: amountCents,
  notDueCents: amountCents,
  creditsCents: amountCents,
  netDueCents: amountCents,
});
export type CurrencySums = z.infer<typeof currencySumsSchema>;

export const customerRowSchema = z.object({
  customerId: id,
  code: z.string(),
  name: z.string(),
  profile: z.string().nullable(),
  repCode: z.string().nullable(),
  agencyCode: z.string().nullable(),
  sector: z.string().nullable(),
  size: z.string().nullable(),
  paymentMethod: z.string().nullable(),
  city: z.string().nullable(),
  outstandingCents: amountCents,
  overdueCents: amountCents,
  notDueCents: amountCents,
  creditsCents: amountCents,
  netDueCents: amountCents,
  oldestDaysPastDue: z.int().nullable(),
  otherCurrencies: z.array(currencySumsSchema),
  openItemCount: z.int(),
  lastContactDay: day.nullable(),
  flags: z.array(customerFlag),
  /** Of who pays for the customer. */
  ...payerBriefSchema.shape,
});
export type CustomerRow = z.infer<typeof customerRowSchema>;

export const customerSort = z.enum([
  'name',
  'code',
  'outstanding',
  'overdue',
  'net_due',
  'oldest',
  'last_contact',
  'rep',
  'profile',
  'city',
  'segment',
  'score',
  'risk',
  'trend',
]);

export const customerFilterSchema = z.object({
  text: z.string().max(200),
  dimensions: z.partialRecord(dimensionSchema, z.array(z.string())).optional(),
  /** How the payer behaves; an empty list narrows nothing. */
  segment: z.array(segmentSchema).optional(),
  risk: z.array(riskSchema).optional(),
  trend: z.array(trendSchema).optional(),
  only: z.array(
    z.enum([
      'overdue',
      'net_due',
      'open',
      'credits',
      'to_match_first',
      'no_contact',
      'vip',
      'do_not_chase',
      'watched',
      'on_hold',
    ]),
  ),
});
export type CustomerFilter = z.infer<typeof customerFilterSchema>;

/** One window of the list; totals are of the whole filter, groups when asked. */
export const page = oc
  .input(
    z.object({
      ...window.shape,
      filter: customerFilterSchema,
      sort: customerSort,
      isDescending: z.boolean(),
      groupBy: dimensionSchema.nullable(),
    }),
  )
  .output(
    z.object({
      total: z.int(),
      totals: z.object({
        outstandingCents: amountCents,
        overdueCents: amountCents,
        notDueCents: amountCents,
        creditsCents: amountCents,
        netDueCents: amountCents,
      }),
      /** Of the whole filter, one a currency. */
      otherCurrencies: z.array(currencySumsSchema),
      groups: z
        .array(
          z.object({
            key: z.string().nullable(),
            customerCount: z.int(),
            outstandingCents: amountCents,
            overdueCents: amountCents,
            netDueCents: amountCents,
          }),
        )
        .nullable(),
      rows: z.array(customerRowSchema),
    }),
  );

/** Values of a dimension with their counts, for filters. */
export const dimensionValues = oc
  .input(z.object({ dimension: dimensionSchema }))
  .output(z.array(z.object({ value: z.string(), customerCount: z.int() })));

export const contactSchema = z.object({
  /** Null for a contact that only a file states. */
  contactId: id.nullable(),
  name: z.string(),
  role: z.enum(['accounting', 'decision', 'sales', 'dispute', 'head_office', 'site', 'other']),
  email: z.string().nullable(),
  phone: z.string().nullable(),
  mobile: z.string().nullable(),
  comment: z.string(),
  /** Stated by a file (then read-only until edited) or typed. */
  origin: z.enum(['stated', 'typed']),
});
export type Contact = z.infer<typeof contactSchema>;

export const scoreTermSchema = z.object({
  /** `base`, `chance`, `lateness`, `risk`, `contact`, `time` … of `domain/priority`. */
  name: z.string(),
  value: z.number(),
  /** Sentence that says where the value comes from. */
  explanation: z.string(),
});

export const customerFileSchema = z.object({
  customerId: id,
  code: z.string(),
  name: z.string(),
  siren: z.string().nullable(),
  addressLines: z.array(z.string()),
  postalCode: z.string().nullable(),
  city: z.string().nullable(),
  countryCode: z.string().nullable(),
  profile: z.string().nullable(),
  repCode: z.string().nullable(),
  agencyCode: z.string().nullable(),
  sector: z.string().nullable(),
  size: z.string().nullable(),
  paymentMethod: z.string().nullable(),
  tags: z.array(z.string()),
  writing: writingSchema,
  /** Fields whose value was typed and so wins over the accounting's. */
  typedFields: z.array(z.string()),
  terms: z.object({
    terms: z.unknown(),
    label: z.string(),
    origin: z.enum(['default', 'stated', 'proposed', 'typed']),
    isConfirmed: z.boolean(),
    isAboveLegalCap: z.boolean(),
  }),
  creditLimitCents: amountCents.nullable(),
  flags: z.array(customerFlag),
  payer: z.object({ customerId: id, name: z.string() }).nullable(),
  accountsOfPayer: z.array(z.object({ customerId: id, code: z.string(), name: z.string() })),
  outstandingCents: amountCents,
  overdueCents: amountCents,
  notDueCents: amountCents,
  creditsCents: amountCents,
  usableCreditsCents: amountCents,
  netDueCents: amountCents,
  promisedCents: amountCents,
  disputedCents: amountCents,
  oldestDaysPastDue: z.int().nullable(),
  usualDelayDays: z.int().nullable(),
  behaviour: payerBriefSchema,
  promiseReliability: z.object({ kept: z.int(), judged: z.int() }),
  controlDifferenceCents: amountCents,
  contacts: z.array(contactSchema),
  /** Rank of the morning with its terms; null when out, then `whyNot` says it. */
  ranking: z
    .object({ rank: z.int().nullable(), value: z.number(), terms: z.array(scoreTermSchema) })
    .nullable(),
  why: z.string(),
  suggestedAction: z.string().nullable(),
  /** Days of delay of settled items over twelve months, one point a month. */
  delayByMonth: z.array(
    z.object({ month: z.string(), delayDays: z.number().nullable(), paidCents: amountCents }),
  ),
  agedBuckets: z.array(z.object({ key: z.string(), label: z.string(), amountCents })),
  otherCurrencies: z.array(currencySumsSchema),
});
export type CustomerFile = z.infer<typeof customerFileSchema>;

export const file = oc
  .input(z.object({ customerId: id }))
  .output(customerFileSchema)
  .errors(refusals('customer_unknown'));

export const itemSchema = z.object({
  receivableId: id.nullable(),
  paymentId: id.nullable(),
  customerId: id,
  kind: z.enum(['invoice', 'credit_note', 'opening', 'fee', 'other', 'payment', 'deposit']),
  role: z.string(),
  documentNumber: z.string(),
  documentDate: day,
  dueDate: day.nullable(),
  dueBasis: z.enum(['typed', 'stated', 'confirmed_terms', 'estimated', 'none']),
  dueRule: z.string().nullable(),
  amountCents,
  outstandingCents: amountCents,
  currency: z.string(),
  label: z.string(),
  daysPastDue: z.int().nullable(),
  settledDate: day.nullable(),
  settledNature: z.string().nullable(),
  isVirtual: z.boolean(),
  promisedFor: day.nullable(),
  promisedCents: amountCents,
  disputedCents: amountCents,
  isOnHold: z.boolean(),
  /** Verdict of today: code and sentence (why it may or may not be chased). */
  verdict: z.string(),
  verdictSentence: z.string(),
  /** Why it is late, as it was told of it or of the customer; null where it was not. */
  delayCause: z.enum(DELAY_CAUSES).nullable(),
  delayOwner: z.string(),
  isWithdrawn: z.boolean(),
  /** Its PDF is at hand, to be opened and joined. */
  hasInvoicePdf: z.boolean(),
});
export type Item = z.infer<typeof itemSchema>;

/** Open items (late first) or settled ones (latest first) of a customer. */
export const items = oc
  .input(z.object({ customerId: id, state: z.enum(['open', 'settled']), ...window.shape }))
  .output(
    z.object({
      total: z.int(),
      totalCents: amountCents,
      otherTotals: currencyAmounts,
      rows: z.array(itemSchema),
    }),
  )
  .errors(refusals('customer_unknown'));

/** What a figure of an item is made of: the stated lines and the allocations. */
export const itemOrigin = oc
  .input(z.object({ receivableId: id }))
  .output(
    z.object({
      lines: z.array(
        z.object({
          fileName: z.string(),
          lineNumber: z.int(),
          lineDate: day,
          journalCode: z.string(),
          entryNumber: z.string(),
          documentNumber: z.string(),
          label: z.string(),
          amountCents,
          letter: z.string().nullable(),
        }),
      ),
      allocations: z.array(
        z.object({
          effectiveDate: day,
          amountCents,
          basis: z.string(),
          nature: z.string(),
          paymentLabel: z.string().nullable(),
        }),
      ),
    }),
  )
  .errors(refusals('receivable_unknown'));

export const timelineEntrySchema = z.object({
  /** Unique in the customer's time line. */
  entryKey: z.string(),
  kind: z.enum([
    'call',
    'incoming_call',
    'reply',
    'note',
    'promise',
    'promise_kept',
    'promise_broken',
    'promise_cancelled',
    'dispute',
    'dispute_closed',
    'dispute_reopened',
    'agreement',
    'agreement_step',
    'hold',
    'hold_ended',
    'payment',
    'refund',
    'reject',
    'import',
    'change',
    'task',
    'task_closed',
    'done_today',
    /** A message of the outbox: `facts.status` says what became of it. */
    'message',
    /** What was decided of late-payment charges. */
    'charges',
    'guarantee',
    'solvency',
    'terms_accepted',
    'mark',
    /** One of those four no longer holds, or holds again. */
    'payer_fact_ended',
  ]),
  day,
  recordedAt: moment.nullable(),
  /** Codes and figures; the sentence is made by `shared/text/timeline.ts`. */
  facts: z.record(z.string(), z.union([z.string(), z.number(), z.null()])),
  comment: z.string(),
  /** The command that can be undone from here, if any. */
  undo: z.object({ kind: z.string(), id }).nullable(),
});
export type TimelineEntry = z.infer<typeof timelineEntrySchema>;
export const timeline = oc
  .input(z.object({ customerId: id, kinds: z.array(z.string()).nullable(), ...window.shape }))
  .output(z.object({ total: z.int(), rows: z.array(timelineEntrySchema) }))
  .errors(refusals('customer_unknown'));
