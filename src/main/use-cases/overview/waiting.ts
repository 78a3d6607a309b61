/**
 * What waits to be done, counted once for the dashboard and for the side bar: each count is the
 * length of the list it opens.
 */
import type { Portfolio } from '../portfolio/portfolio.ts';
import { promiseRows, taskRows } from './lists.ts';

/** Promises that were not kept whole. */
export const BROKEN_OUTCOMES: readonly string[] = ['broken', 'partly_kept'];

/** The counts of a day. */
export function waitingOf(portfolio: Portfolio) {
  const due = taskRows(portfolio, true);
  const callBackCount = due.filter(({ taskId }) => taskId === null).length;
  const outcomes = promiseRows(portfolio).map(({ outcome }) => outcome);
  return {
    /** Calls agreed for today or before, which no task says too. */
    callBackCount,
    tasksDueCount: due.length - callBackCount,
    brokenCount: outcomes.filter((outcome) => BROKEN_OUTCOMES.includes(outcome)).length,
    toVerifyCount: outcomes.filter((outcome) => outcome === 'to_verify').length,
  };
}
