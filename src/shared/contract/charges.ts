/**
 * Late-payment interest and the 40 € of a customer's invoices (K1): shown with their calculation,
 * decided by a person, written as a sheet. One computation for the screen, the letter and the
 * sheet.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { amountCents, command, day, id, ids, recorded, refusals, text } from './parts.ts';

/** Which invoices: those named, on any account of the payer; all that are overdue for none. */
const which = z.object({ customerId: id, receivableIds: ids });

const segmentSchema = z.object({
  from: day,
  to: day,
  days: z.int(),
  balanceCents: amountCents,
  rateBasisPoints: z.int(),
  /** What the rate is made of, in the language of the window. */
  rateOrigin: z.string(),
  yearDays: z.int(),
  amountCents,
});

export const chargedItemSchema = z.object({
  receivableId: id.nullable(),
  code: z.string(),
  documentNumber: z.string(),
  dueDate: day.nullable(),
  amountCents,
  decision: z.enum(['claim', 'freeze', 'waive']),
  /** Last day counted, where interest is frozen. */
  untilDate: day.nullable(),
  /** When and why a person decided; null where the settings do. */
  decided: z.object({ day, reason: z.string() }).nullable(),
  /** What is asked for. */
  interestCents: amountCents,
  feeCents: amountCents,
  /** Interest given up by a waiver, as information; its 40 € are given up too. */
  waivedInterestCents: amountCents,
  /** Why there is no interest, or no 40 €; empty for nothing to say. */
  note: z.string(),
  segments: z.array(segmentSchema),
});
export type ChargedItem = z.infer<typeof chargedItemSchema>;

export const chargesSchema = z.object({
  customerName: z.string(),
  currency: z.string(),
  /** Of the items asked for, the currencies that another sheet is for. */
  otherCurrencies: z.array(z.string()),
  computedTo: day,
  interestCents: amountCents,
  feeCents: amountCents,
  feeCount: z.int(),
  waivedInterestCents: amountCents,
  /** « 12,15 % puis 12,40 % »; empty where no interest is asked for. */
  rateLabel: z.string(),
  /** A rate that nobody gave, a floor that applies, a figure to confirm. */
  warnings: z.array(z.string()),
  items: z.array(chargedItemSchema),
});
export type Charges = z.infer<typeof chargesSchema>;

export const showCharges = oc
  .input(which)
  .output(chargesSchema)
  .errors(refusals('customer_unknown'));

/** The calculation sheet of the same invoices, as pages or as a workbook. */
export const makeInterestSheet = oc
  .input(
    z.object({
      ...which.shape,
      format: z.enum(['pdf', 'xlsx']),
      language: z.enum(['fr', 'en']),
    }),
  )
  .output(z.object({ jobId: z.string() }))
  .errors(refusals('customer_unknown', 'busy'));

const named = { receivableId: id };
export const chargeDecisionSchema = z.discriminatedUnion('decision', [
  z.object({ ...named, decision: z.literal('claim') }),
  z.object({ ...named, decision: z.literal('waive') }),
  /** Interest counts up to that day, included; the 40 € stay. */
  z.object({ ...named, decision: z.literal('freeze'), untilDate: day }),
]);
export type ChargeDecisionInput = z.infer<typeof chargeDecisionSchema>;

/**
 * Decides of the charges of invoices, whatever was decided before; the next message and the next
 * sheet follow. Giving something up asks for a reason. `before` takes it back.
 */
export const decideCharges = oc
  .input(
    command({
      customerId: id,
      decisions: z.array(chargeDecisionSchema).min(1).max(500),
      reason: text,
    }),
  )
  .output(z.object({ ...recorded.shape, count: z.int(), before: z.array(chargeDecisionSchema) }))
  .errors(refusals('customer_unknown', 'receivable_unknown', 'reason_missing', 'busy'));
