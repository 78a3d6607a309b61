/**
 * What is at risk with a customer: what he owes, less what others answer for.
 *
 * What the factor bought in full is his risk. A bill is ours until it is paid, accepted or not, and
 * so is one that our bank discounted: it comes back to us if he does not pay.
 *
 * A guarantee answers for its share of what is owed, up to its amount; several add up, never beyond
 * what is owed. The limit is compared with what is left to us; without a limit of our own, what is
 * owed beyond the amounts of the guarantees is beyond the cover.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';

export const GUARANTEE_KINDS = [
  'credit_insurance',
  'bank_guarantee',
  'parent_guarantee',
  'cash_deposit',
  'retention_of_title',
  'other',
] as const;
export type GuaranteeKind = (typeof GUARANTEE_KINDS)[number];

export interface Guarantee {
  readonly amountCents: Cents;
  readonly currency: string;
  /** Part of a loss that it pays. */
  readonly shareBasisPoints: number;
  readonly since: CalendarDate;
  /** Last day, included; null for no end. */
  readonly until: CalendarDate | null;
}

export interface Exposure {
  readonly currency: string;
  /** What is owed, never below zero: credits are netted, what the factor bought is left out. */
  readonly owedCents: Cents;
  readonly guaranteedCents: Cents;
  /** Owed and answered for by nobody else. */
  readonly ownRiskCents: Cents;
  /** Sum of the amounts of the guarantees in force. */
  readonly coverCents: Cents;
  readonly limitCents: Cents | null;
  /** Beyond the limit, or beyond the cover where there is no limit; null when neither is passed. */
  readonly excessCents: Cents | null;
}

/** Whether the guarantee answers on that day. */
export function isInForce({ since, until }: Guarantee, today: CalendarDate): boolean {
  return since <= today && (until === null || today <= until);
}

/** The exposure of one account in one currency. */
export function exposureOf(
  account: {
    readonly currency: string;
    readonly outstandingCents: Cents;
    /** Of that, what the factor bought in full; 0 when absent. */
    readonly soldCents?: Cents;
    readonly limitCents: Cents | null;
    readonly guarantees: readonly Guarantee[];
  },
  today: CalendarDate,
): Exposure {
  const { currency, limitCents, soldCents = 0 } = account;
  const owedCents = Math.max(0, account.outstandingCents - soldCents);
  let coverCents = 0;
  let answeredCents = 0;
  for (const one of account.guarantees) {
    if (one.currency !== currency || !isInForce(one, today)) continue;
    coverCents += one.amountCents;
    const covered = Math.min(owedCents, one.amountCents);
    answeredCents += Math.floor((covered * one.shareBasisPoints) / 10_000);
  }
  const guaranteedCents = Math.min(owedCents, answeredCents);
  const ownRiskCents = owedCents - guaranteedCents;
  const beyond =
    limitCents !== null ? ownRiskCents - limitCents : coverCents > 0 ? owedCents - coverCents : 0;
  return {
    currency,
    owedCents,
    guaranteedCents,
    ownRiskCents,
    coverCents,
    limitCents,
    excessCents: beyond > 0 ? beyond : null,
  };
}

/** The accounts of a payer together; each keeps its own limit. */
export function sumExposures(exposures: readonly Exposure[]): Exposure | null {
  const [first, ...others] = exposures;
  if (first === undefined) return null;
  return others.reduce(
    (sum, one) => ({
      currency: sum.currency,
      owedCents: sum.owedCents + one.owedCents,
      guaranteedCents: sum.guaranteedCents + one.guaranteedCents,
      ownRiskCents: sum.ownRiskCents + one.ownRiskCents,
      coverCents: sum.coverCents + one.coverCents,
      limitCents: addKnown(sum.limitCents, one.limitCents),
      excessCents: addKnown(sum.excessCents, one.excessCents),
    }),
    first,
  );
}

function addKnown(a: Cents | null, b: Cents | null): Cents | null {
  return a === null ? b : b === null ? a : a + b;
}
