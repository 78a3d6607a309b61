/** Cross-tables (tableaux croisés): one measure by two dimensions, and what each figure is of. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { FLOW_MEASURES, STOCK_MEASURES } from '../domain/analysis/measure.ts';
import { figureItemSchema } from './overview.ts';
import { amountCents, currencyAmounts, day, id, window } from './parts.ts';

export const CROSS_DIMENSIONS = [
  'customer',
  'rep_code',
  'agency_code',
  'profile',
  'sector',
  'size',
  'payment_method',
  'city',
  'segment',
  'bucket_due',
  'bucket_document',
  'month_invoice',
  'month_due',
  'delay_cause',
  'cause_owner',
] as const;
export const crossDimension = z.enum(CROSS_DIMENSIONS);
export type CrossDimension = z.infer<typeof crossDimension>;

export const CROSS_PERIODS = ['month', 'quarter', 'twelve_months', 'year'] as const;

/** One value of a dimension that the table is narrowed to. */
export const crossFilter = z.object({ dimension: crossDimension, key: z.string().max(200) });

export const crossQuestion = z.object({
  rows: crossDimension,
  columns: crossDimension,
  measure: z.enum([...STOCK_MEASURES, ...FLOW_MEASURES]),
  /** Null for today. */
  asOf: day.nullable(),
  /** Of receipts and invoices: the month up to the day, three or twelve, or its year. */
  period: z.enum(CROSS_PERIODS),
  text: z.string().max(200),
  filters: z.array(crossFilter).max(8),
  /** Rows kept before « others »; null for all. */
  rowsMax: z.int().min(1).max(500).nullable(),
  columnsMax: z.int().min(1).max(40),
  /** `label` (in the order of the dimension), `total`, or `column:` and the key of a column. */
  sort: z.string().max(200),
  isDescending: z.boolean(),
});
export type CrossQuestion = z.infer<typeof crossQuestion>;

const figure = z.int().nullable();

export const table = oc.input(z.object({ ...crossQuestion.shape, ...window.shape })).output(
  z.object({
    asOf: day,
    /** Of a period, its first day; null for what is open on a day. */
    fromDay: day.nullable(),
    unit: z.enum(['amount', 'count', 'days']),
    /** The cells of a line sum to its total. */
    isAdditive: z.boolean(),
    /** What the table is narrowed to, in words. */
    filters: z.array(z.object({ ...crossFilter.shape, label: z.string() })),
    columns: z.array(z.object({ key: z.string(), label: z.string() })),
    total: z.int(),
    rows: z.array(
      z.object({
        /** Of the dimension; with a mark and a code for a currency other than that of the books. */
        key: z.string(),
        customerId: id.nullable(),
        code: z.string(),
        label: z.string(),
        currency: z.string(),
        isOthers: z.boolean(),
        /** In the order of the columns; null where there is nothing. */
        cells: z.array(figure),
        figure,
        /** Share of the total with the rows above, in basis points; null unless these go down. */
        cumulative: z.int().nullable(),
      }),
    ),
    /** Of the rows in the currency of the books. */
    columnTotals: z.array(figure),
    grandTotal: figure,
    otherTotals: currencyAmounts,
    /** The whole that the figures are part of, held against the books; null where none is known. */
    control: z
      .object({ wholeCents: amountCents, ledgerCents: amountCents, isEqual: z.boolean() })
      .nullable(),
  }),
);

/** What a figure is made of: `row` and `column` are keys of the table, null for a total. */
export const crossFigure = z.object({
  ...crossQuestion.shape,
  row: z.string().nullable(),
  column: z.string().nullable(),
});

export const items = oc.input(z.object({ ...crossFigure.shape, ...window.shape })).output(
  z.object({
    total: z.int(),
    totalCents: amountCents,
    rows: z.array(figureItemSchema),
  }),
);

/** Of a period, the customers that a figure is made of. */
export const customers = oc.input(z.object({ ...crossFigure.shape, ...window.shape })).output(
  z.object({
    total: z.int(),
    totalCents: amountCents,
    rows: z.array(
      z.object({
        customerId: id,
        code: z.string(),
        name: z.string(),
        documentCount: z.int(),
        amountCents,
        currency: z.string(),
      }),
    ),
  }),
);
