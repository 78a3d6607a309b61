/**
 * What waits to be done, counted once for the dashboard and for the side bar: each count is the
 * length of the list it opens.
 */
import type { AgreementState } from '../../../shared/domain/agreement/judge-agreement.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { disputeRows } from './dispute-rows.ts';
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
    /** Disputes to answer, parts missed, plans not signed, remainders to write off. */
    agreedCount: agreedCount(portfolio),
    toVerifyCount: outcomes.filter((outcome) => outcome === 'to_verify').length,
  };
}

/** States of an agreement that ask a person for something. */
const ASKING: ReadonlySet<AgreementState> = new Set(['missed', 'unsigned', 'paid']);

function agreedCount(portfolio: Portfolio): number {
  const asking = [...portfolio.accounts.values()]
    .flatMap(({ judgedAgreements }) => judgedAgreements)
    .filter(({ state }) => ASKING.has(state));
  return asking.length + disputeRows(portfolio, 'to_answer').length;
}
