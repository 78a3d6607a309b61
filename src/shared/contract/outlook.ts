/** The likely cash of the coming weeks, what is typed beside it, and how past forecasts did. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import {
  amountCents,
  command,
  currencyAmounts,
  day,
  id,
  line,
  positiveCents,
  recorded,
  refusals,
  window,
} from './parts.ts';

export const forecastMethodSchema = z.enum(['likely', 'promise', 'due_date']);
const methodReason = z.enum(['smallest_error', 'has_model', 'has_promises', 'due_dates_only']);
export const whatIfSchema = z.enum(['overdue_pays', 'promises_slip', 'top_called']);
export const cashSlotSchema = z.union([
  day,
  z.enum(['later', 'never', 'undated', 'credits', 'apart']),
]);

const question = {
  weekCount: z.union([z.literal(13), z.literal(26)]),
  by: z.enum(['none', 'customer', 'rep_code', 'agency_code', 'profile', 'payment_method']),
  key: z.string().nullable(),
  whatIf: z.array(whatIfSchema).max(3),
};

/** How far the payment model is: it takes a reading of the whole history. */
const modelState = z.object({
  /** `ready` learnt · `little_history` a usual curve · `computing` · `missing` nothing imported. */
  state: z.enum(['ready', 'little_history', 'computing', 'missing']),
  jobId: z.string().nullable(),
  paymentCount: z.int(),
  itemCount: z.int(),
});
const chosen = z.object({ method: forecastMethodSchema, reason: methodReason });

const cashEvent = z.object({
  cashEventId: id,
  firstDate: day,
  lastDate: day,
  label: z.string(),
  delayedBasisPoints: z.int(),
});

export const outlook = oc.input(z.object(question)).output(
  z.object({
    today: day,
    bankDate: day.nullable(),
    model: modelState,
    chosen,
    weeks: z.array(
      z.object({
        weekStart: day,
        typedCents: amountCents,
        promisedCents: amountCents,
        habitCents: amountCents,
        /** By habit, of what is past due today. */
        lateCents: amountCents,
        /** Taken away or brought by events. */
        eventCents: amountCents,
        /** The sum of the five. */
        expectedCents: amountCents,
        lowCents: amountCents,
        highCents: amountCents,
        /** Expected without what is supposed. */
        plainCents: amountCents,
        /** The two other views of the same week. */
        dueCents: amountCents,
        byPromiseCents: amountCents,
        lastYearCents: amountCents.nullable(),
        /** Share of the objectives of its months, day by day. */
        objectiveCents: amountCents.nullable(),
      }),
    ),
    laterCents: amountCents,
    neverCents: amountCents,
    undatedCents: amountCents,
    creditsCents: amountCents,
    apartCents: amountCents,
    totalCents: amountCents,
    groups: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        currency: z.string(),
        amountsCents: z.array(amountCents),
        laterCents: amountCents,
        neverCents: amountCents,
        totalCents: amountCents,
      }),
    ),
    otherCurrencies: z.array(
      z.object({
        currency: z.string(),
        amountsCents: z.array(amountCents),
        totalCents: amountCents,
      }),
    ),
    events: z.array(cashEvent),
    objectives: z.array(
      z.object({
        monthDate: day,
        amountCents,
        /** Received in the month up to now. */
        receivedCents: amountCents,
        /** Still expected in it; 0 for a month that is over. */
        expectedCents: amountCents,
      }),
    ),
  }),
);

export const outlookItems = oc
  .input(z.object({ slot: cashSlotSchema, ...question, ...window.shape }))
  .output(
    z.object({
      total: z.int(),
      totalCents: amountCents,
      otherTotals: currencyAmounts,
      rows: z.array(
        z.object({
          receivableId: id.nullable(),
          customerId: id,
          name: z.string(),
          documentNumber: z.string(),
          dueDate: day.nullable(),
          /** The one day it is most likely paid on. */
          likelyDate: day.nullable(),
          /** Chance of the slot, in basis points; null where it stands apart. */
          chanceBasisPoints: z.int().nullable(),
          openCents: amountCents,
          /** Its share of the slot. */
          amountCents,
          currency: z.string(),
          why: z.string(),
          typedDate: day.nullable(),
          typedReason: z.string(),
        }),
      ),
    }),
  );

const methodJudgement = z.object({
  method: forecastMethodSchema,
  weekCount: z.int(),
  errorBasisPoints: z.int().nullable(),
  biasBasisPoints: z.int().nullable(),
  coverageBasisPoints: z.int().nullable(),
});

export const judgement = oc.output(
  z.object({
    today: day,
    bankDate: day.nullable(),
    chosen,
    /** The forecast of this week is frozen since; null before. */
    frozenOn: day.nullable(),
    /** What came in this week against what was frozen for it; null before it is. */
    thisWeek: z
      .object({
        method: forecastMethodSchema,
        expectedCents: amountCents,
        lowCents: amountCents.nullable(),
        highCents: amountCents.nullable(),
        receivedCents: amountCents,
        laterInvoicesCents: amountCents,
      })
      .nullable(),
    weeks: z.array(
      z.object({
        weekStart: day,
        frozenOn: day,
        /** The bank is known to its end: it counts in the judgement. */
        isJudged: z.boolean(),
        likelyCents: amountCents.nullable(),
        lowCents: amountCents.nullable(),
        highCents: amountCents.nullable(),
        promiseCents: amountCents,
        dueDateCents: amountCents,
        /** On items known at the freezing, and money not allocated yet. */
        receivedCents: amountCents,
        /** On later invoices, which no forecast could know. */
        laterInvoicesCents: amountCents,
      }),
    ),
    methods: z.array(methodJudgement),
  }),
);

export const freezeNow = oc
  .input(command({}))
  .output(z.object({ ...recorded.shape, weekDate: day }))
  .errors(refusals('forecast_frozen', 'forecast_computing', 'nothing_to_freeze'));

/** Types the day on which an item is expected, or gives it back to the forecast (null). */
export const typePaymentDay = oc
  .input(command({ receivableId: id, expectedDate: day.nullable(), reason: line }))
  .output(recorded)
  .errors(
    refusals('receivable_unknown', 'receivable_settled', 'expected_in_the_past', 'reason_missing'),
  );

/** Aims at an amount for a month (any day of it), or no more (null). */
export const setObjective = oc
  .input(command({ month: day, amountCents: positiveCents.nullable() }))
  .output(recorded);

export const recordEvent = oc
  .input(
    command({
      firstDate: day,
      lastDate: day,
      label: line,
      delayedBasisPoints: z.int().min(1).max(10_000),
    }),
  )
  .output(z.object({ ...recorded.shape, cashEventId: id }))
  .errors(refusals('period_reversed', 'reason_missing'));

export const removeEvent = oc
  .input(command({ cashEventId: id }))
  .output(recorded)
  .errors(refusals('event_unknown'));
