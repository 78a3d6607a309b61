/**
 * How many days of sales are owed: DSO by the balance and by counting back, and its parts.
 *
 *     DSO                    receivables × days ÷ sales of those days
 *     best possible DSO      the same with what is not yet due
 *     days delinquent        the same with what is late: the difference of the two
 *     DSO of disputes        the same with what is late and disputed
 *
 * Receivables and sales both include VAT. Without sales there is no DSO: null, never a zero.
 *
 * Counting back takes the months' sales off the receivables, the latest first: a month taken whole
 * counts its days, the last one pro rata. It follows a season that the balance smooths over. Where
 * the sales known run out first, what is known of it is a floor, and said to be one.
 */
import type { Cents } from '../../kernel/cents.ts';

/** Days that an amount stands for, at the sales of a period. */
export function daysOfSales(
  amountCents: Cents,
  period: { readonly salesCents: Cents; readonly days: number },
): number | null {
  if (period.salesCents <= 0) return null;
  return (amountCents * period.days) / period.salesCents;
}

export interface CountBack {
  readonly days: number;
  /** Months that were taken, the last one in part. */
  readonly monthCount: number;
  /** The sales known did not reach as far as the receivables: the days are at least these. */
  readonly isCapped: boolean;
}

/** No further back than this: older sales say nothing of what is owed today. */
export const COUNT_BACK_MONTHS_MAX = 24;

/** Days of sales counted back from the latest month, which comes last. */
export function countBack(
  amountCents: Cents,
  months: readonly { readonly salesCents: Cents; readonly days: number }[],
): CountBack | null {
  const reached = months.slice(-COUNT_BACK_MONTHS_MAX);
  if (!reached.some(({ salesCents }) => salesCents > 0)) return null;
  let left = amountCents;
  let days = 0;
  let monthCount = 0;
  for (const month of reached.toReversed()) {
    if (left <= 0) break;
    monthCount += 1;
    // More credit notes than invoices: the month takes nothing, and its days have passed.
    const sold = Math.max(0, month.salesCents);
    const share = sold > left ? left / sold : 1;
    days += share * month.days;
    left -= Math.min(sold, left);
  }
  return { days, monthCount, isCapped: left > 0 };
}
