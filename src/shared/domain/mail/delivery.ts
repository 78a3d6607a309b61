/**
 * What to do after an attempt to send: done, once more later, given up, or a person's turn.
 *
 * A server's « not now » is asked again for a day, ever more slowly; greylisting lets through after
 * a few minutes. A network that is not there is tried again as long as it takes: it is nobody's
 * refusal. A refusal of our account stops all its messages, so that five hundred are not refused
 * one by one.
 */
import { marksAddress, type RefusalKind, refusalKindOf, stopsAccount } from './refusal-kind.ts';
import type { SendFault, SendOutcome } from './send-outcome.ts';

export type DeliveryDecision =
  | { readonly next: 'sent' }
  | { readonly next: 'uncertain' }
  /** The same message again; `isCounted` is false where it was not the server's refusal. */
  | { readonly next: 'retry'; readonly afterSeconds: number; readonly isCounted: boolean }
  | { readonly next: 'stop_account'; readonly reason: RefusalKind | SendFault }
  | {
      readonly next: 'failed';
      readonly reason: RefusalKind | SendFault;
      /** The address is wrong: marked, and a call or a letter proposed. */
      readonly isAddressWrong: boolean;
    };

const MINUTE = 60;
/** Minutes to wait after the first refusal, the second …; then the message is given up. */
const REFUSED_MINUTES = [5, 10, 15, 30, 60, 120, 240, 480, 480];
/** Minutes to wait for the network the first times, and for ever after. */
const OFFLINE_MINUTES = [1, 2, 5, 10];
const OFFLINE_MINUTES_MAX = 15;

/** Faults that the network, or another server's bad moment, explains. */
const PASSING_FAULTS: ReadonlySet<SendFault> = new Set<SendFault>([
  'dns',
  'connection_refused',
  'unreachable',
  'connect_timeout',
  'greeting_timeout',
  'timeout',
  'connection_lost',
  'token_unreachable',
]);

/** Seconds to wait after the `count`-th temporary refusal (1 for the first); null to give up. */
export function refusedWaitSeconds(count: number): number | null {
  const minutes = REFUSED_MINUTES[count - 1];
  return minutes === undefined ? null : minutes * MINUTE;
}

/** Seconds to wait after the `count`-th attempt without a network (1 for the first). */
export function offlineWaitSeconds(count: number): number {
  return (OFFLINE_MINUTES[Math.max(count - 1, 0)] ?? OFFLINE_MINUTES_MAX) * MINUTE;
}

/** Attempts made so far, the one judged included. */
export interface Attempts {
  /** Temporary refusals by the server. */
  readonly refused: number;
  /** Attempts in a row that reached no server. */
  readonly offline: number;
}

/** What comes after this outcome. */
export function decideDelivery(outcome: SendOutcome, attempts: Attempts): DeliveryDecision {
  if (outcome.kind === 'accepted') return { next: 'sent' };
  if (outcome.kind === 'uncertain') return { next: 'uncertain' };
  if (outcome.kind === 'not_sent') return afterFault(outcome.fault, attempts);
  const kind = refusalKindOf(outcome);
  if (outcome.isPermanent) {
    if (stopsAccount(kind)) return { next: 'stop_account', reason: kind };
    return { next: 'failed', reason: kind, isAddressWrong: marksAddress(kind) };
  }
  const wait = refusedWaitSeconds(attempts.refused);
  if (wait !== null) return { next: 'retry', afterSeconds: wait, isCounted: true };
  return { next: 'failed', reason: kind, isAddressWrong: false };
}

function afterFault(fault: SendFault, attempts: Attempts): DeliveryDecision {
  if (fault === 'aborted') return { next: 'retry', afterSeconds: 0, isCounted: false };
  if (fault === 'address_invalid') return { next: 'failed', reason: fault, isAddressWrong: true };
  if (!PASSING_FAULTS.has(fault)) return { next: 'stop_account', reason: fault };
  const afterSeconds = offlineWaitSeconds(attempts.offline);
  return { next: 'retry', afterSeconds, isCounted: false };
}
