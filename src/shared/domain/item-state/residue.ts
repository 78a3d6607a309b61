/**
 * What is left of an item once most of it was paid: a few cents, a bank's fee, the five per cent of
 * a building contract.
 *
 * A small residue is never chased alone and drives no level; it is listed with the entry that would
 * close it. A residue of five per cent of a large invoice is likely a retention of guarantee
 * (loi 71-584 du 16 juillet 1971: five per cent at most), and is proposed as one.
 */
import type { Cents } from '../../kernel/cents.ts';
import { ratioOf } from '../../kernel/cents.ts';
import type { OpenItem } from '../receivable/open-item.ts';

/** What is left of an item at most to be a small residue, unless the settings say otherwise. */
export const RESIDUE_TOLERANCE_CENTS = 500;

const RETENTION_BASIS_POINTS = 500;
const NEARLY_BASIS_POINTS = 25;
/** Below, five per cent is a difference and not a retention. */
const RETENTION_FROM_CENTS = 100_000;

function isPartlyPaid({ kind, outstandingCents, amountCents }: OpenItem): boolean {
  return kind !== 'payment' && outstandingCents > 0 && outstandingCents < amountCents;
}

/** Whether an item is but the small rest of one; a tolerance of 0 knows none. */
export function isSmallResidue(item: OpenItem, toleranceCents: Cents): boolean {
  return isPartlyPaid(item) && item.outstandingCents <= toleranceCents;
}

/** Whether what is left looks like a retention of guarantee that nobody has named. */
export function looksLikeRetention(item: OpenItem): boolean {
  if (!isPartlyPaid(item) || item.role !== 'ordinary' || item.state !== undefined) return false;
  if (item.amountCents < RETENTION_FROM_CENTS) return false;
  const least = ratioOf(item.amountCents, RETENTION_BASIS_POINTS - NEARLY_BASIS_POINTS, 10_000);
  const most = ratioOf(item.amountCents, RETENTION_BASIS_POINTS + NEARLY_BASIS_POINTS, 10_000);
  return item.outstandingCents >= least && item.outstandingCents <= most;
}
