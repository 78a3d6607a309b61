/** The days that disputes took to be solved, by reason: the median and how many it stands on. */
import { medianOf, type SolvedDispute } from '../forecast/dispute-time.ts';

export interface SolvedTime {
  readonly reason: string;
  readonly medianDays: number;
  readonly count: number;
}

/** One row a reason, that with the most disputes first. */
export function solvedTimes(solved: readonly SolvedDispute[]): SolvedTime[] {
  return [...Map.groupBy(solved, ({ reason }) => reason)]
    .map(([reason, own]) => ({
      reason,
      medianDays: medianOf(own.map(({ days }) => days)),
      count: own.length,
    }))
    .sort((a, b) => b.count - a.count || (a.reason < b.reason ? -1 : 1));
}
