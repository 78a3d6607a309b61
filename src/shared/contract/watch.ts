/** The time line (frise) of the customers who are watched. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { amountCents, day, id } from './parts.ts';

export const MARK_KINDS = [
  'due',
  'late',
  'promise',
  'promise_kept',
  'promise_broken',
  'payment',
  'reject',
  'sent',
  'called',
  'heard',
  'dispute',
  'dispute_closed',
] as const;
export type MarkKind = (typeof MARK_KINDS)[number];

export const markSchema = z.object({
  kind: z.enum(MARK_KINDS),
  day,
  /** How many of this kind on that day. */
  count: z.int().positive(),
  /** Their sum in the currency of the books; null where they have no amount. */
  amountCents: amountCents.nullable(),
  /** In words: what, how much. */
  sentence: z.string(),
});

export const laneSchema = z.object({
  customerId: id,
  code: z.string(),
  name: z.string(),
  /** Why he is watched, and until when at least. */
  watch: z.object({ markId: id, reason: z.string(), reviewOn: day }),
  overdueCents: amountCents,
  oldestDaysPastDue: z.int().nullable(),
  marks: z.array(markSchema),
});

/** One lane a watched customer, those who are late with most first. */
export const lanes = oc.output(
  z.object({
    today: day,
    fromDay: day,
    toDay: day,
    lanes: z.array(laneSchema),
    /** Watched customers beyond those shown. */
    moreCount: z.int(),
  }),
);
