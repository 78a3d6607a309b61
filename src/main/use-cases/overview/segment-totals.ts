/** What each segment of payers owes, and what of it is late. */
import { HABIT_SEGMENTS, type PayerSegment } from '../../../shared/domain/payer/segment.ts';
import { payerBrief } from '../payers/payer-brief.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';

interface SegmentTotal {
  /** Null for payers of whom too little is known. */
  readonly segment: PayerSegment | null;
  readonly customerCount: number;
  readonly outstandingCents: number;
  readonly overdueCents: number;
}

const ORDER: readonly (PayerSegment | null)[] = [...HABIT_SEGMENTS, 'new_at_risk', null];

/** By segment, in the currency of the books, those with something open; the good ones first. */
export function segmentTotals(portfolio: Portfolio): SegmentTotal[] {
  const totals = new Map<
    PayerSegment | null,
    { -readonly [Name in keyof SegmentTotal]: SegmentTotal[Name] }
  >();
  for (const { record, sums, items } of portfolio.accounts.values()) {
    if (items.length === 0) continue;
    const { segment } = payerBrief(portfolio, record.payerCustomerId);
    const total = totals.get(segment) ?? {
      segment,
      customerCount: 0,
      outstandingCents: 0,
      overdueCents: 0,
    };
    totals.set(segment, total);
    total.customerCount += 1;
    total.outstandingCents += sums.outstandingCents;
    total.overdueCents += sums.overdueCents;
  }
  return ORDER.flatMap((segment) => totals.get(segment) ?? []);
}
