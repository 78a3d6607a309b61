/**
 * What the log of exchanges says of a payer today: when he was last reached, how often he was tried
 * since, when a person last did anything, and what was agreed.
 *
 * Only a real exchange rests a payer: a letter or an e-mail that leaves is no answer, nor is a
 * message on a voicemail. What he sends or says himself is one.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { type CallOutcome, isReached } from './call-outcome.ts';

export type ContactChannel = 'phone' | 'email' | 'letter' | 'registered_letter' | 'sms' | 'visit';

/** One contact with a payer, by a person, on any of his accounts. */
export interface ContactLogEntry {
  readonly day: CalendarDate;
  readonly channel: ContactChannel;
  /** `in`: the payer called, wrote or came. */
  readonly direction: 'in' | 'out';
  readonly outcome: CallOutcome;
  readonly outcomeDate: CalendarDate | null;
}

export interface ContactState {
  /** Null when nobody was ever reached. */
  readonly lastExchangeDate: CalendarDate | null;
  /** Null when no person ever did anything. */
  readonly lastActionDate: CalendarDate | null;
  /** Calls without answer since the last exchange. */
  readonly unansweredCount: number;
  /** Day on which a call back is agreed and not yet made; may lie in the past. */
  readonly callBackOn: CalendarDate | null;
  /** The contact is away up to that day. */
  readonly awayUntil: CalendarDate | null;
}

export const NEVER_CONTACTED: ContactState = {
  lastExchangeDate: null,
  lastActionDate: null,
  unansweredCount: 0,
  callBackOn: null,
  awayUntil: null,
};

/** Reads the log of one payer, oldest first. */
export function contactStateOf(entries: readonly ContactLogEntry[]): ContactState {
  return entries.reduce<ContactState>(afterEntry, NEVER_CONTACTED);
}

/** Calls made from that day on, answered or not: what a cap on attempts counts. */
export function attemptCount(entries: readonly ContactLogEntry[], since: CalendarDate): number {
  return entries.filter(
    ({ channel, direction, day }) => channel === 'phone' && direction === 'out' && day >= since,
  ).length;
}

/** Whether somebody who answers for the debt was heard. */
export function isExchange(entry: ContactLogEntry): boolean {
  if (entry.direction === 'in' || entry.channel === 'visit') return true;
  return entry.channel === 'phone' && isReached(entry.outcome);
}

function afterEntry(state: ContactState, entry: ContactLogEntry): ContactState {
  const { day, outcome, outcomeDate } = entry;
  const isHeard = isExchange(entry);
  // An absent person or a wrong number did answer: the means of reaching him is not in doubt.
  const isUnanswered =
    entry.channel === 'phone' && (outcome === 'voicemail' || outcome === 'unreachable');
  return {
    lastExchangeDate: isHeard ? day : state.lastExchangeDate,
    lastActionDate: day,
    unansweredCount: isHeard ? 0 : state.unansweredCount + (isUnanswered ? 1 : 0),
    callBackOn: outcome === 'call_back' ? outcomeDate : stillToCallBack(state, entry),
    awayUntil: outcome === 'absent' ? outcomeDate : isHeard ? null : state.awayUntil,
  };
}

/** An agreed call back is made by any call on its day or after, answered or not. */
function stillToCallBack(state: ContactState, entry: ContactLogEntry): CalendarDate | null {
  const { callBackOn } = state;
  const isMade = entry.channel === 'phone' && callBackOn !== null && entry.day >= callBackOn;
  return isMade ? null : callBackOn;
}
