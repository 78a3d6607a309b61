/**
 * The weights of the ranking with their ranges: `domain/priority/priority-weights.ts`. A weight is
 * a factor, so that one out of its range would silence every payer or only one.
 */
import { z } from 'zod';
import { positiveCents } from './parts.ts';

const factor = (most: number) => z.number().min(0).max(most);
const whole = (least: number, most: number) => z.int().min(least).max(most);
const days = whole(0, 1000);

/** Bounds grow, and the last band alone has none: every figure finds a band. */
function bands(valueMax: number) {
  return z
    .array(z.object({ upTo: whole(0, 3650).nullable(), value: factor(valueMax) }))
    .min(1)
    .max(20)
    .refine((list) =>
      list.every(({ upTo }, index) => {
        const next = list[index + 1];
        if (next === undefined) return upTo === null;
        return upTo !== null && (next.upTo === null || upTo < next.upTo);
      }),
    )
    .readonly();
}

export const prioritySettingsSchema = z.object({
  floorCents: positiveCents,
  floorShareBasisPoints: whole(0, 10_000),
  chance: z.object({
    paymentDay: factor(1),
    paymentDayWithinBusinessDays: whole(0, 30),
    paymentDayBeyondHabitDays: whole(0, 90),
    beyondHabit: bands(1),
  }),
  lateness: bands(10),
  risk: z.object({
    brokenPromise: factor(5),
    brokenPromisesMax: whole(0, 20),
    exposureExceeded: factor(5),
    orderWaiting: factor(5),
    goodPayerLate: factor(5),
    goodPayerHabitBelowDays: days,
    goodPayerBeyondHabitDays: days,
    /** Without any risk the factor is 1 already. */
    max: z.number().min(1).max(10),
  }),
  contact: z.object({
    directPhone: factor(5),
    indirect: factor(5),
    unanswered: factor(5),
    none: factor(5),
    unansweredTries: whole(1, 20),
  }),
  time: bands(10),
  timeAfterNewEvent: factor(10),
  leftOut: z.object({
    emailBelowCents: positiveCents.or(z.literal(0)),
    emailUpToDays: days,
    decideBeyondDays: days,
    decideAfterTries: days,
  }),
  forgotten: z.object({ lateBeyondDays: days, silentDays: days }),
  seatCount: whole(1, 50),
});

/** The first weight out of its range, as a path (`risk.max`); null when all are in theirs. */
export function weightOutOfRange(weights: unknown): string | null {
  const { error } = prioritySettingsSchema.safeParse(weights);
  return error === undefined ? null : (error.issues[0]?.path.join('.') ?? '');
}
