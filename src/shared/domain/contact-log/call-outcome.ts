/**
 * What a call led to (PRACTICE, « outcomes »), and what follows from each: whether somebody was
 * reached, what to do next and when.
 *
 * « Reached » decides two things: the time term of the ranking starts again, and the count of
 * tries without an answer goes back to zero.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import {
  addBusinessDays,
  type BusinessCalendar,
  nextBusinessDay,
} from '../calendar/business-calendar.ts';

export const CALL_OUTCOMES = [
  'promise',
  'voicemail',
  'unreachable',
  'call_back',
  'paid',
  'duplicate_requested',
  'dispute',
  'in_approval',
  'order_number_missing',
  'waiting_credit_note',
  'wrong_contact',
  'absent',
  'difficulties',
  'refuses',
  'bill_sent',
  'spoke',
  'other',
] as const;
export type CallOutcome = (typeof CALL_OUTCOMES)[number];

export const NEXT_ACTIONS = [
  'call',
  'check_payment',
  'send_duplicate',
  'write',
  'review',
  'other',
] as const;
export type NextActionKind = (typeof NEXT_ACTIONS)[number];

export interface NextAction {
  readonly kind: NextActionKind;
  readonly dueOn: CalendarDate;
}

interface OutcomeRule {
  readonly isReached: boolean;
  /** Null when nothing follows by itself (a promise is followed as such). */
  readonly next: { readonly kind: NextActionKind; readonly businessDays: number } | null;
}

const RULES: Readonly<Record<CallOutcome, OutcomeRule>> = {
  promise: { isReached: true, next: null },
  voicemail: { isReached: false, next: { kind: 'call', businessDays: 2 } },
  unreachable: { isReached: false, next: { kind: 'call', businessDays: 1 } },
  call_back: { isReached: true, next: { kind: 'call', businessDays: 1 } },
  // A payment said to be on its way shows at the bank within three working days, or it is not.
  paid: { isReached: true, next: { kind: 'check_payment', businessDays: 3 } },
  duplicate_requested: { isReached: true, next: { kind: 'send_duplicate', businessDays: 0 } },
  dispute: { isReached: true, next: { kind: 'review', businessDays: 8 } },
  in_approval: { isReached: true, next: { kind: 'call', businessDays: 5 } },
  order_number_missing: { isReached: true, next: { kind: 'review', businessDays: 2 } },
  waiting_credit_note: { isReached: true, next: { kind: 'review', businessDays: 5 } },
  wrong_contact: { isReached: false, next: { kind: 'call', businessDays: 1 } },
  absent: { isReached: false, next: { kind: 'call', businessDays: 1 } },
  difficulties: { isReached: true, next: { kind: 'review', businessDays: 1 } },
  refuses: { isReached: true, next: { kind: 'write', businessDays: 0 } },
  bill_sent: { isReached: true, next: { kind: 'check_payment', businessDays: 7 } },
  spoke: { isReached: true, next: { kind: 'call', businessDays: 5 } },
  other: { isReached: true, next: null },
};

/** Outcomes after which the cause of the delay says best what to do. */
const TELLING_LITTLE: ReadonlySet<CallOutcome> = new Set(['spoke', 'other']);

/** Whether this outcome is a real exchange with the customer. */
export function isReached(outcome: CallOutcome): boolean {
  return RULES[outcome].isReached;
}

/**
 * What the form proposes to do next. A day said in the call (call back on, absent until, paid on)
 * wins over the rule's own; a payment is looked for after its day, an absent person on it.
 */
export function proposedNextAction(
  outcome: CallOutcome,
  known: {
    readonly today: CalendarDate;
    readonly outcomeDate: CalendarDate | null;
    /** What the cause of the delay asks for; it serves where the outcome says little by itself. */
    readonly ofCause?: OutcomeRule['next'];
  },
  calendar: BusinessCalendar,
): NextAction | null {
  const ofCause = TELLING_LITTLE.has(outcome) ? known.ofCause : null;
  const next = ofCause ?? RULES[outcome].next;
  if (next === null) return null;
  const { today, outcomeDate } = known;
  if (outcomeDate === null || outcomeDate < today) {
    return { kind: next.kind, dueOn: addBusinessDays(today, next.businessDays, calendar) };
  }
  if (next.kind === 'check_payment') {
    return { kind: next.kind, dueOn: addBusinessDays(outcomeDate, next.businessDays, calendar) };
  }
  return { kind: next.kind, dueOn: nextBusinessDay(outcomeDate, calendar) };
}

export interface LoggedCall {
  readonly day: CalendarDate;
  readonly direction: 'in' | 'out';
  readonly outcome: CallOutcome;
}

export interface CallHistory {
  /** Day of the last real exchange; null for never. */
  readonly lastReachedDay: CalendarDate | null;
  /** Day of the last call, answered or not. */
  readonly lastDay: CalendarDate | null;
  /** Tries since somebody was reached last. */
  readonly unansweredCount: number;
}

/** Reads a customer's calls, in order of day. An incoming call is always a real exchange. */
export function callHistoryOf(calls: readonly LoggedCall[]): CallHistory {
  let lastReachedDay: CalendarDate | null = null;
  let lastDay: CalendarDate | null = null;
  let unansweredCount = 0;
  for (const { day, direction, outcome } of calls) {
    lastDay = day;
    if (direction === 'in' || isReached(outcome)) {
      lastReachedDay = day;
      unansweredCount = 0;
    } else {
      unansweredCount += 1;
    }
  }
  return { lastReachedDay, lastDay, unansweredCount };
}
