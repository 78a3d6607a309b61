/** How payers are judged: thresholds, weights, with their ranges (`domain/payer`). */
import { z } from 'zod';
import { SCORE_TERMS } from '../domain/payer/payer-settings.ts';
import { positiveCents } from './parts.ts';

const whole = (least: number, most: number) => z.int().min(least).max(most);

export const payerSettingsSchema = z.object({
  segment: z.object({
    goodBelowDays: whole(0, 365),
    chronicAboveDays: whole(0, 365),
    bandDays: whole(0, 60),
    itemsMin: whole(1, 50),
    newLateBeyondDays: whole(0, 365),
    newLateFloorCents: positiveCents,
  }),
  score: z.object({
    halfLifeDays: whole(7, 3650),
    weights: z.record(z.enum(SCORE_TERMS), whole(0, 100)),
    averageFullDays: whole(1, 365),
    dispersionFullDays: whole(1, 365),
    countFull: whole(1, 50),
    callsMin: whole(1, 50),
    splitFullBasisPoints: whole(1, 10_000),
    trendToleranceDays: whole(0, 90),
  }),
  risk: z.object({ highBelowScore: whole(0, 100), lowFromScore: whole(0, 100) }),
});
