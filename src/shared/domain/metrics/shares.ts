/**
 * Shares and averages that indicators are made of. Nothing is divided by nothing: an answer that
 * does not exist is null, and the screen says « n/a ».
 */
import { type Cents, ratioOf } from '../../kernel/cents.ts';
import type { DayBase } from './months.ts';

/** Part of a whole; 0.27 for 27 %. */
export function shareOf(part: number, whole: number): number | null {
  return whole > 0 ? part / whole : null;
}

/**
 * CEI (Collection Effectiveness Index): of all that could have been collected in the month, the
 * share that was.
 *
 *     (opening + sales − closing) ÷ (opening + sales − closing not yet due)
 *
 * It is not the « share cashed at the due date » that one reads in places.
 */
export function collectionEffectiveness(month: {
  readonly openingCents: Cents;
  readonly salesCents: Cents;
  readonly closingCents: Cents;
  readonly closingNotDueCents: Cents;
}): number | null {
  const owed = month.openingCents + month.salesCents;
  return shareOf(owed - month.closingCents, owed - month.closingNotDueCents);
}

const BASIS_POINTS = 10_000;

/**
 * What it costs to finance what is late, for the days that it is late on average.
 *
 *     late × rate × average days delinquent ÷ base
 */
export function costOfLateness(late: {
  readonly overdueCents: Cents;
  readonly rateBasisPoints: number;
  readonly days: number;
  readonly base: DayBase;
}): Cents {
  return ratioOf(late.overdueCents, late.rateBasisPoints * late.days, BASIS_POINTS * late.base);
}
