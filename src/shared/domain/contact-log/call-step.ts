/**
 * What a call does to the step of the scenario that asked for it.
 *
 * A call that reached nobody leaves the step to be made. One that did makes it; whether the level
 * rises is the caller's choice, proposed here: it does, unless what was said puts the next move on
 * our side.
 */
import { type CallOutcome, isReached } from './call-outcome.ts';

/** After these it is for us to act: an unpaid invoice is no worse for it. */
const OUR_MOVE: ReadonlySet<CallOutcome> = new Set([
  'dispute',
  'duplicate_requested',
  'order_number_missing',
  'waiting_credit_note',
]);

/** Whether a call with this outcome makes the step. */
export function makesStep(outcome: CallOutcome): boolean {
  return isReached(outcome);
}

/** Whether the level is proposed to rise. */
export function movesLevelByDefault(outcome: CallOutcome): boolean {
  return isReached(outcome) && !OUR_MOVE.has(outcome);
}
