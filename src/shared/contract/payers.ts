/** Payers: how each behaves with every term of it, and what people know and decide of him. */
import { oc } from '@orpc/contract';
import { z } from 'zod';
import { GUARANTEE_KINDS } from '../domain/payer/exposure.ts';
import { MARK_KINDS } from '../domain/payer/mark.ts';
import { SCORE_TERMS } from '../domain/payer/payer-settings.ts';
import {
  amountCents,
  command,
  day,
  id,
  line,
  positiveCents,
  recorded,
  refusals,
  text,
} from './parts.ts';

export const segmentSchema = z.enum(['good', 'occasional', 'chronic', 'new_at_risk']);
export const riskSchema = z.enum(['low', 'moderate', 'high']);
export const trendSchema = z.enum(['improving', 'stable', 'worsening']);

/** What a list and a header show of a payer. */
export const payerBriefSchema = z.object({
  segment: segmentSchema.nullable(),
  score: z.int().nullable(),
  risk: riskSchema.nullable(),
  trend: trendSchema.nullable(),
});
export type PayerBrief = z.infer<typeof payerBriefSchema>;

/** A line of an explanation: what counts, its figure in words, what it gives. */
const explainedTermSchema = z.object({
  code: z.enum(SCORE_TERMS),
  name: z.string(),
  /** The customer's own figure in a sentence. */
  sentence: z.string(),
  /** How points come of it. */
  formula: z.string(),
  weight: z.int(),
  /** Points taken away, in tenths. */
  tenths: z.int(),
  /** Whether it has sources to open. */
  hasSources: z.boolean(),
});

/** The delays of a policy, in days; null where it sets none. */
export const insuranceTermsSchema = z.object({
  termDaysMax: z.int().min(1).max(720).nullable(),
  extensionDaysMax: z.int().min(0).max(720).nullable(),
  declareDays: z.int().min(1).max(1500).nullable(),
});

export const guaranteeSchema = z.object({
  guaranteeId: id,
  kind: z.enum(GUARANTEE_KINDS),
  amountCents,
  currency: z.string(),
  shareBasisPoints: z.int(),
  since: day,
  until: day.nullable(),
  isInForce: z.boolean(),
  source: z.string(),
  recordedOn: day,
  comment: z.string(),
  ...insuranceTermsSchema.shape,
});

export const solvencyFiguresSchema = z.object({
  turnoverCents: amountCents.nullable(),
  equityCents: amountCents.nullable(),
  resultCents: amountCents.nullable(),
});
const opinionSchema = z.enum(['good', 'fair', 'poor', 'unknown']);

export const markSchema = z.object({
  markId: id,
  kind: z.enum(MARK_KINDS),
  value: z.string(),
  since: day,
  reason: z.string(),
  reviewOn: day,
  isReviewDue: z.boolean(),
});

export const behaviourSchema = z.object({
  ...payerBriefSchema.shape,
  payerId: id,
  /** What the thresholds measure, beside what a person said. */
  measuredSegment: segmentSchema.nullable(),
  measuredRisk: riskSchema.nullable(),
  isSegmentTyped: z.boolean(),
  isRiskTyped: z.boolean(),
  isWatched: z.boolean(),
  delayDays: z.int().nullable(),
  itemCount: z.int(),
  openCount: z.int(),
  recentDays: z.number().nullable(),
  earlierDays: z.number().nullable(),
  segmentSentence: z.string(),
  /** « bon payeur jusqu’en mars 2026, occasionnel depuis » ; empty without a change. */
  changeSentence: z.string(),
  scoreSentence: z.string(),
  trendSentence: z.string(),
  riskSentence: z.string(),
  recommended: z.array(z.string()),
  terms: z.array(explainedTermSchema),
  history: z.array(
    z.object({ asOf: day, segment: segmentSchema.nullable(), delayDays: z.int().nullable() }),
  ),
  /** Share of his promises kept, drawn towards that of all while they are few. */
  promiseRate: z.number(),
  promiseSentence: z.string(),
  /** Why he is late, as it was told; empty where it was not. */
  causeSentence: z.string(),
  exposure: z.object({
    owedCents: amountCents,
    guaranteedCents: amountCents,
    ownRiskCents: amountCents,
    coverCents: amountCents,
    limitCents: amountCents.nullable(),
    excessCents: amountCents.nullable(),
  }),
  exposureSentence: z.string(),
  guarantees: z.array(guaranteeSchema),
  solvencyChecks: z.array(
    z.object({
      solvencyCheckId: id,
      checkedOn: day,
      source: z.string(),
      opinion: opinionSchema,
      figures: solvencyFiguresSchema,
      nextReviewOn: day.nullable(),
      isReviewDue: z.boolean(),
      comment: z.string(),
    }),
  ),
  acceptances: z.array(
    z.object({ termsAcceptanceId: id, acceptedOn: day, version: z.string(), source: z.string() }),
  ),
  marks: z.array(markSchema),
});
export type Behaviour = z.infer<typeof behaviourSchema>;

export const behaviour = oc
  .input(z.object({ customerId: id }))
  .output(behaviourSchema)
  .errors(refusals('customer_unknown'));

/** What a term of the score, or the segment, is made of: items, promises, calls, money. */
export const sources = oc
  .input(z.object({ customerId: id, term: z.enum(['segment', ...SCORE_TERMS]) }))
  .output(
    z.object({
      total: z.int(),
      rows: z.array(
        z.object({
          /** Unique in the answer. */
          key: z.string(),
          label: z.string(),
          day: day.nullable(),
          /** Days late, where the row is an item. */
          delayDays: z.int().nullable(),
          amountCents: amountCents.nullable(),
          currency: z.string(),
          /** Why it counts as it does, or does not count. */
          note: z.string(),
          isCounted: z.boolean(),
        }),
      ),
    }),
  )
  .errors(refusals('customer_unknown'));

const ofCustomer = { customerId: id };

export const recordGuarantee = oc
  .input(
    command({
      ...ofCustomer,
      kind: z.enum(GUARANTEE_KINDS),
      amountCents: positiveCents,
      currency: z.string().length(3),
      shareBasisPoints: z.int().min(1).max(10_000),
      since: day,
      until: day.nullable(),
      source: line.min(1),
      comment: text,
      /** Of a credit insurance. */
      insurance: insuranceTermsSchema.nullable().optional(),
    }),
  )
  .output(z.object({ ...recorded.shape, factId: id }))
  .errors(refusals('customer_unknown', 'guarantee_reversed', 'busy'));

export const recordSolvencyCheck = oc
  .input(
    command({
      ...ofCustomer,
      checkedOn: day,
      source: line.min(1),
      opinion: opinionSchema,
      figures: solvencyFiguresSchema,
      nextReviewOn: day.nullable(),
      comment: text,
    }),
  )
  .output(z.object({ ...recorded.shape, factId: id }))
  .errors(refusals('customer_unknown', 'checked_in_the_future', 'review_in_the_past', 'busy'));

export const recordTermsAcceptance = oc
  .input(command({ ...ofCustomer, acceptedOn: day, version: line.min(1), source: line.min(1) }))
  .output(z.object({ ...recorded.shape, factId: id }))
  .errors(refusals('customer_unknown', 'checked_in_the_future', 'busy'));

/** Another segment or risk than the measured one, or a watch. */
export const recordMark = oc
  .input(
    command({
      ...ofCustomer,
      kind: z.enum(MARK_KINDS),
      value: z.string().max(20),
      reason: line.min(1),
      reviewOn: day,
    }),
  )
  .output(z.object({ ...recorded.shape, factId: id }))
  .errors(refusals('customer_unknown', 'mark_value_wrong', 'review_in_the_past', 'busy'));

/** One of these no longer holds, or holds again. */
export const endFact = oc
  .input(
    command({
      kind: z.enum(['guarantee', 'solvency', 'acceptance', 'mark']),
      factId: id,
      isEnded: z.boolean(),
    }),
  )
  .output(recorded)
  .errors(refusals('payer_fact_unknown', 'busy'));
