/** The lists of customers that ask for something: bad payers, never chased, receipts, and so on. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { amountCents, currencyAmounts, day, id, window } from './parts.ts';

export const CUSTOMER_LISTS = [
  'never_chased',
  'bad_payers',
  'key_accounts',
  'do_not_chase',
  'disputes_asleep',
  'blocked',
  'holds_expiring',
  'factored',
  'handed_over',
  'bills',
  'retentions',
  'blocked_at_customer',
  'small_residues',
  'insurer_deadlines',
  'receipts',
  'actions',
] as const;
export type CustomerList = (typeof CUSTOMER_LISTS)[number];

export const listQuestion = z.object({
  list: z.enum(CUSTOMER_LISTS),
  /** A scenario for the actions, a profile for the others; null for all. */
  group: z.string().max(200).nullable(),
  text: z.string().max(200),
  sort: z.enum(['name', 'coming', 'overdue', 'paid', 'amount', 'day', 'last_contact', 'rep']),
  isDescending: z.boolean(),
});
export type ListQuestion = z.infer<typeof listQuestion>;

export const listedCustomerSchema = z.object({
  /** Tells the rows of a list apart: a customer may have several. */
  rowKey: z.string(),
  customerId: id,
  code: z.string(),
  name: z.string(),
  profile: z.string().nullable(),
  repCode: z.string().nullable(),
  groupKey: z.string(),
  /** What the row is about: the disputed amount, the receipt; null where it is the customer. */
  amountCents: amountCents.nullable(),
  currency: z.string(),
  day: day.nullable(),
  detail: z.string(),
  comingCents: amountCents,
  overdueCents: amountCents,
  oldestDaysPastDue: z.int().nullable(),
  otherOverdue: currencyAmounts,
  /** Received in thirty days. */
  paidCents: amountCents,
  otherPaid: currencyAmounts,
  lastContactDay: day.nullable(),
});
export type ListedCustomer = z.infer<typeof listedCustomerSchema>;

const sums = z.object({
  comingCents: amountCents,
  overdueCents: amountCents,
  paidCents: amountCents,
  amountCents,
});

export const read = oc.input(z.object({ ...listQuestion.shape, ...window.shape })).output(
  z.object({
    total: z.int(),
    /** Of the customers of the list, each once; amounts of all rows. */
    totals: sums,
    otherTotals: currencyAmounts,
    groups: z.array(z.object({ key: z.string(), label: z.string(), count: z.int() })),
    rows: z.array(listedCustomerSchema),
  }),
);

/** How many rows each list has. */
export const counts = oc.output(
  z.array(z.object({ list: z.enum(CUSTOMER_LISTS), count: z.int() })),
);
