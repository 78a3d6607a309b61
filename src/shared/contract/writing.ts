/** How one customer is written to, as his file shows it and a person sets it. */
import { z } from 'zod';
import { day, line } from './parts.ts';

/** Null leaves it to the settings and to what the books show. */
export const writingSchema = z.object({
  language: z.enum(['fr', 'en']).nullable(),
  isPerInvoice: z.boolean(),
  /** What is left of an invoice at most to be a small residue, never chased alone. */
  residueToleranceCents: z.int().min(0).max(100_000).nullable(),
  /** Said at the foot of each of his messages. */
  freeSentence: z.string().max(500),
  /** Who treats him, if he is a VIP. */
  vipOwner: line.nullable(),
  /** Days on which nobody is there, both included: nothing is sent to him. */
  closures: z.array(z.object({ from: day, to: day })).max(10),
});
