/**
 * The time that the work left in the journal: minutes between two things a person recorded, one
 * soon after the other.
 *
 * A longer pause is something else than collecting, and counts for nothing; what is done without
 * recording anything is not seen. It is a floor beside the hours that the user types.
 */
import type { Instant } from '../../kernel/instant.ts';
import { secondsBetween } from '../../kernel/instant.ts';

const PAUSE_SECONDS = 600;
const MINUTE_SECONDS = 60;

/** Whole minutes that these moments, in order, show at work. */
export function measuredMinutes(moments: readonly Instant[]): number {
  let seconds = 0;
  let previous: Instant | null = null;
  for (const moment of moments) {
    const gap = previous === null ? 0 : secondsBetween(previous, moment);
    if (gap > 0 && gap <= PAUSE_SECONDS) seconds += gap;
    previous = moment;
  }
  return Math.round(seconds / MINUTE_SECONDS);
}
