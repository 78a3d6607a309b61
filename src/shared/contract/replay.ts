/**
 * The replay of past months: what would have left, to whom, had a scenario been followed since.
 * It is long work: `startReplay` begins it, `replayed` reads what it came to. Nothing is written.
 */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { severitySchema, stepChannelSchema } from './dunning.ts';
import { day, id, refusals } from './parts.ts';

export const REPLAY_MONTHS = [3, 6, 9, 12] as const;

export const replayMonthsSchema = z.union(REPLAY_MONTHS.map((months) => z.literal(months)));

const replayedSchema = z.object({
  months: z.int(),
  from: day,
  to: day,
  /** Whom everybody followed; null for each his own scenario of today. */
  scenarioName: z.string().nullable(),
  /** First day of the books; what came before is not known. */
  booksFrom: day.nullable(),
  messageCount: z.int(),
  taskCount: z.int(),
  /** Reminders one of whose items was paid within so many days. */
  crossedCount: z.int(),
  crossedDays: z.int(),
  formalCount: z.int(),
  formalPaidCount: z.int(),
  /** Columns of the weeks, from the mildest step to the gravest. */
  steps: z.array(z.object({ label: z.string(), count: z.int() })),
  /** Every week, those in which nothing would have left included. */
  weeks: z.array(z.object({ weekStart: day, counts: z.array(z.int()), count: z.int() })),
  channels: z.array(z.object({ channel: stepChannelSchema, count: z.int() })),
  /** Who would have been contacted most first. */
  contacted: z.array(
    z.object({
      payerId: id,
      code: z.string(),
      name: z.string(),
      messageCount: z.int(),
      taskCount: z.int(),
      lastOn: day,
      severity: severitySchema.nullable(),
    }),
  ),
});
export type Replayed = z.infer<typeof replayedSchema>;

export const startReplay = oc
  .input(z.object({ months: replayMonthsSchema, scenarioKey: z.string().nullable() }))
  .output(z.object({ jobId: z.string() }))
  .errors(refusals('scenario_unknown'));

/** What a replay that is done came to; any other job is unknown here. */
export const replayed = oc
  .input(z.object({ jobId: z.string() }))
  .output(replayedSchema)
  .errors(refusals('job_unknown'));
