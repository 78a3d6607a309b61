/**
 * The figures of the ranking of the morning, all of them editable, with their defaults.
 *
 *     V = R × C × T × Σᵢ mᵢ × (1 − pᵢ) × L(sᵢ)
 *
 * A band holds for values up to its bound, the bound included; the last one has none.
 */
import type { Cents } from '../../kernel/cents.ts';

export interface Band {
  /** Upper bound, included; null for the last band. */
  readonly upTo: number | null;
  readonly value: number;
}

export interface PriorityWeights {
  /** A payer whose chaseable total is below is not ranked; also what drives the texts, at least. */
  readonly floorCents: Cents;
  /** Share of the chaseable total below which an item does not drive the texts. */
  readonly floorShareBasisPoints: number;
  /** p: the chance that an item is paid within a week without a call. */
  readonly chance: {
    readonly paymentDay: number;
    readonly paymentDayWithinBusinessDays: number;
    /** A known payment day is believed up to this many days beyond the habit. */
    readonly paymentDayBeyondHabitDays: number;
    /** By days late beyond the habit. */
    readonly beyondHabit: readonly Band[];
  };
  /** L: what a day late weighs. It falls after 120 days: by then a decision is due, not a call. */
  readonly lateness: readonly Band[];
  /** R: 1 plus what applies. */
  readonly risk: {
    readonly brokenPromise: number;
    readonly brokenPromisesMax: number;
    readonly exposureExceeded: number;
    readonly orderWaiting: number;
    readonly goodPayerLate: number;
    /** A good payer's habit is under this many days. */
    readonly goodPayerHabitBelowDays: number;
    readonly goodPayerBeyondHabitDays: number;
    readonly max: number;
  };
  /** C: how well the payer can be reached. */
  readonly contact: {
    readonly directPhone: number;
    readonly indirect: number;
    readonly unanswered: number;
    readonly none: number;
    /** From so many unanswered tries on, another channel is to be found. */
    readonly unansweredTries: number;
  };
  /** T: by working days since the last exchange. */
  readonly time: readonly Band[];
  /** T when something new happened since: a reject, a broken promise. */
  readonly timeAfterNewEvent: number;
  readonly leftOut: {
    /** Today's e-mail does as well under this amount … */
    readonly emailBelowCents: Cents;
    /** … and up to this many days late. */
    readonly emailUpToDays: number;
    /** Beyond this, after so many unanswered tries, it is a decision. */
    readonly decideBeyondDays: number;
    readonly decideAfterTries: number;
  };
  readonly forgotten: { readonly lateBeyondDays: number; readonly silentDays: number };
  readonly seatCount: number;
}

export const PRIORITY_WEIGHTS: PriorityWeights = {
  floorCents: 15_000,
  floorShareBasisPoints: 500,
  chance: {
    paymentDay: 0.85,
    paymentDayWithinBusinessDays: 5,
    paymentDayBeyondHabitDays: 10,
    beyondHabit: [
      { upTo: 0, value: 0.7 },
      { upTo: 15, value: 0.3 },
      { upTo: 45, value: 0.15 },
      { upTo: null, value: 0.05 },
    ],
  },
  lateness: [
    { upTo: 7, value: 0.5 },
    { upTo: 30, value: 1 },
    { upTo: 60, value: 1.2 },
    { upTo: 120, value: 1.5 },
    { upTo: 180, value: 1 },
    { upTo: null, value: 0.4 },
  ],
  risk: {
    brokenPromise: 0.25,
    brokenPromisesMax: 3,
    exposureExceeded: 0.25,
    orderWaiting: 0.25,
    goodPayerLate: 0.25,
    goodPayerHabitBelowDays: 10,
    goodPayerBeyondHabitDays: 15,
    max: 2,
  },
  contact: { directPhone: 1, indirect: 0.7, unanswered: 0.5, none: 0.3, unansweredTries: 3 },
  time: [
    { upTo: 2, value: 0 },
    { upTo: 5, value: 0.5 },
    { upTo: 10, value: 1 },
    { upTo: null, value: 1.25 },
  ],
  timeAfterNewEvent: 1.25,
  leftOut: {
    emailBelowCents: 200_000,
    emailUpToDays: 15,
    decideBeyondDays: 180,
    decideAfterTries: 3,
  },
  forgotten: { lateBeyondDays: 60, silentDays: 60 },
  seatCount: 10,
};

/** The value of the first band that holds the figure. */
export function bandValue(bands: readonly Band[], figure: number): number {
  for (const { upTo, value } of bands) if (upTo === null || figure <= upTo) return value;
  throw new RangeError(`No band for ${figure}`);
}
