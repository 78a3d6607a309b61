/** Indicators of collection, month by month, their aims, and what being paid sooner would bring. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { INDICATORS } from '../domain/metrics/indicator.ts';
import { DAY_BASES } from '../domain/metrics/months.ts';
import {
  amountCents,
  command,
  currencyAmounts,
  day,
  id,
  recorded,
  refusals,
  window,
} from './parts.ts';

export const indicator = z.enum(INDICATORS);
export const figureDimension = z.enum([
  'customer',
  'profile',
  'rep_code',
  'agency_code',
  'sector',
  'payment_method',
]);
/** A part of the company: one value of a dimension. */
export const figurePart = z.object({ by: figureDimension, key: z.string().max(200) });

export const figureConventions = z.object({
  base: z.union(DAY_BASES.map((base) => z.literal(base))),
  periodMonths: z.int(),
  rateBasisPoints: z.int(),
});

/** Days, a share, cents, minutes or so many a thousand. */
const value = z.number().nullable();

const reading = z.object({
  value,
  missing: z.enum(['history', 'not_yet', 'nothing', 'typed']).nullable(),
  operands: z.record(z.string(), z.number()),
  isFloor: z.boolean(),
});

/** Where the long reading is: figures may be there while newer ones are being made. */
const making = {
  /** Files were imported; without them there is nothing to make figures of. */
  hasBooks: z.boolean(),
  hasFigures: z.boolean(),
  /** The books have moved since these figures were made. */
  isStale: z.boolean(),
  /** The work under way; null when there is none. */
  jobId: z.string().nullable(),
};

/** Every indicator on a day, of the company or of a part of it. */
export const show = oc
  .input(z.object({ asOf: day.nullable(), part: figurePart.nullable() }))
  .output(
    z.object({
      ...making,
      asOf: day,
      /** The month of the day is not over. */
      isMonthUnderWay: z.boolean(),
      partLabel: z.string().nullable(),
      knownFrom: z.object({ sales: day.nullable(), standing: day.nullable() }),
      conventions: figureConventions,
      standing: z.object({
        receivablesCents: amountCents,
        creditsCents: amountCents,
        doubtfulCents: amountCents,
        estimatedCents: amountCents,
        /** Open debits in other currencies today: no figure counts them. */
        otherTotals: currencyAmounts,
      }),
      rows: z.array(
        z.object({
          indicator,
          reading,
          monthBefore: value,
          yearBefore: value,
          target: value,
        }),
      ),
    }),
  );

/** One indicator over the last months, oldest first. */
export const history = oc
  .input(
    z.object({
      indicator,
      asOf: day.nullable(),
      part: figurePart.nullable(),
      monthCount: z.union([z.literal(13), z.literal(25)]),
    }),
  )
  .output(
    z.object({
      target: value,
      points: z.array(z.object({ startsOn: day, endsOn: day, value, isFloor: z.boolean() })),
    }),
  );

export const GROUP_SORTS = ['label', 'value', 'change', 'receivables', 'overdue', 'sales'] as const;

export const groupQuestion = z.object({
  indicator,
  asOf: day.nullable(),
  by: figureDimension,
  /** Customers of this part only. */
  part: figurePart.nullable(),
  text: z.string().max(200),
  sort: z.enum(GROUP_SORTS),
  isDescending: z.boolean(),
});

/** One indicator by customer or by the values of a dimension. */
export const groups = oc.input(groupQuestion.extend(window.shape)).output(
  z.object({
    ...making,
    partLabel: z.string().nullable(),
    total: z.int(),
    closingCents: amountCents,
    overdueCents: amountCents,
    salesCents: amountCents,
    rows: z.array(
      z.object({
        key: z.string(),
        label: z.string(),
        code: z.string(),
        customerId: id.nullable(),
        value,
        monthBefore: value,
        yearBefore: value,
        target: value,
        closingCents: amountCents,
        overdueCents: amountCents,
        salesCents: amountCents,
      }),
    ),
  }),
);

/** What an indicator is meant to be; null takes the aim away. */
export const setObjective = oc
  .input(
    command({
      indicator,
      part: figurePart.nullable(),
      target: z.number().min(0).max(1_000_000_000_000).nullable(),
    }),
  )
  .output(recorded)
  .errors(refusals('no_objective_for_part', 'busy'));

const typedEffort = {
  minutes: z.int().min(0).max(1_000_000).nullable(),
  costCents: amountCents.min(0).nullable(),
  complaintCount: z.int().min(0).max(1_000_000).nullable(),
};

/** What collecting took in each of the last thirteen months, the latest first. */
export const listEfforts = oc.output(
  z.array(
    z.object({
      month: day,
      ...typedEffort,
      messageCount: z.int(),
      measuredMinutes: z.int(),
    }),
  ),
);
/** Hours, cost and complaints of a month, typed by a person; null for what is not known. */
export const setEffort = oc
  .input(command({ month: day, ...typedEffort }))
  .output(recorded)
  .errors(refusals('month_to_come', 'busy'));

/** The figures of the company that a simulation begins with. */
export const simulatorFigures = oc.output(
  z.object({
    ...making,
    asOf: day,
    /** Of the last twelve whole months, VAT included; of fewer, brought to twelve. */
    turnoverCents: amountCents,
    monthCount: z.int(),
    dsoDays: z.number().nullable(),
    receivablesCents: amountCents,
    overdueCents: amountCents,
    writtenOffCents: amountCents,
    lossRateBasisPoints: z.int(),
    base: figureConventions.shape.base,
    rateBasisPoints: z.int(),
    /** Cost and minutes typed for those months; null where none was. */
    effortCostCents: amountCents.nullable(),
    effortMinutes: z.int().nullable(),
    /** Customers who paid later than so many days on average over a year. */
    late: z.object({
      moreThanDays: z.int(),
      customerCount: z.int(),
      turnoverCents: amountCents,
      receivablesCents: amountCents,
    }),
  }),
);
