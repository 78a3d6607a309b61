/**
 * A last look at a message at the second of its leaving, against the ledger and the journal as they
 * are then (R13): what was paid, promised, disputed or said since it was planned holds it.
 *
 * It decides nothing anew: it goes as it was planned, or it is held with a reason and the next plan
 * makes another. That nothing leaves twice is the claims' affair.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { addBusinessDays, isBusinessDay } from '../calendar/business-calendar.ts';
import type { Verdict, VerdictPart } from '../receivable/verdict.ts';
import { overdueCentsOf } from './plan-thanks.ts';
import type {
  ExchangeKind,
  PlannerAccount,
  PlannerPayer,
  PlannerSettings,
} from './planner-input.ts';
import type { StepChannel } from './scenario.ts';

/** A message that is about to leave, as it was approved. */
export interface LeavingMessage {
  readonly channel: StepChannel;
  /** When it was approved: what was said before it was weighed then. */
  readonly approvedOn: CalendarDate;
  readonly approvedMinute: number;
  readonly items: readonly {
    readonly receivableId: number;
    readonly amountCents: Cents;
    readonly section: 'due' | 'to_fall_due';
  }[];
  /** What a thank-you rests on, as the books are now; null for a message that asks for money. */
  readonly thanks: LeavingThanks | null;
}

/** The money a thank-you speaks of. */
export interface LeavingThanks {
  /** It is still in the books, for the same items. */
  readonly isReceived: boolean;
  /** Nothing leaves for the customer by itself any more. */
  readonly isStopped: boolean;
  readonly currency: string;
  /** Thanked although that much is overdue. */
  readonly despiteOverdueCents: Cents;
}

/** What is looked at of a payer; the rest of him only matters to a plan. */
export type LeavingPayer = Pick<PlannerPayer, 'reachable' | 'hasUnreadReply' | 'lastExchange'> & {
  readonly accounts: readonly Pick<PlannerAccount, 'assessed'>[];
};

/** In order of precedence. */
export const RECHECK_HOLDS = [
  'sending_locked',
  'closed_day',
  'too_old',
  'stale_data',
  'no_address',
  'unread_reply',
  'exchange_since',
  'item_settled',
  'item_stopped',
  'amount_changed',
  'payment_gone',
  'customer_stopped',
  'overdue_since',
] as const;
export type RecheckHold = (typeof RECHECK_HOLDS)[number];

export type Recheck =
  | { readonly mayGo: true }
  | {
      readonly mayGo: false;
      readonly hold: RecheckHold;
      /** The item that holds it; null when none does. */
      readonly receivableId: number | null;
      /** Why the item may not be chased any more. */
      readonly verdict: Verdict | null;
      readonly exchange: ExchangeKind | null;
    };

/** Working days after which the delays and deadlines that a message states are no longer right. */
const LEAVES_WITHIN_BUSINESS_DAYS = 3;

const GO: Recheck = { mayGo: true };

const held = (
  hold: RecheckHold,
  detail: { receivableId?: number; verdict?: Verdict; exchange?: ExchangeKind } = {},
): Recheck => ({
  mayGo: false,
  hold,
  receivableId: null,
  verdict: null,
  exchange: null,
  ...detail,
});

/** Whether a message may leave now; `payer` is what is known of him at this second. */
export function recheckMessage(
  message: LeavingMessage,
  payer: LeavingPayer,
  settings: PlannerSettings,
  today: CalendarDate,
): Recheck {
  const { freshness, isStaleAllowed, isSendingLocked, calendar } = settings;
  if (isSendingLocked) return held('sending_locked');
  if (!isBusinessDay(today, calendar)) return held('closed_day');
  const lastDay = addBusinessDays(message.approvedOn, LEAVES_WITHIN_BUSINESS_DAYS, calendar);
  if (lastDay < today) return held('too_old');
  const isOld = freshness === 'stale' || freshness === 'empty';
  // Money that was received stays received, however old the books have become.
  if (isOld && !isStaleAllowed && message.thanks === null) return held('stale_data');
  if (!payer.reachable.includes(message.channel)) return held('no_address');
  if (payer.hasUnreadReply) return held('unread_reply');
  const { lastExchange } = payer;
  if (lastExchange !== null && isSince(message, lastExchange)) {
    return held('exchange_since', { exchange: lastExchange.kind });
  }
  return message.thanks === null
    ? recheckItems(message, payer)
    : recheckThanks(message.thanks, payer, today);
}

/** An exchange of the same day of which no hour is known counts as later. */
function isSince(
  { approvedOn, approvedMinute }: LeavingMessage,
  { day, minuteOfDay }: NonNullable<PlannerPayer['lastExchange']>,
): boolean {
  if (day !== approvedOn) return day > approvedOn;
  return minuteOfDay === null || minuteOfDay >= approvedMinute;
}

function recheckThanks(
  { isReceived, isStopped, currency, despiteOverdueCents }: LeavingThanks,
  payer: LeavingPayer,
  today: CalendarDate,
): Recheck {
  if (!isReceived) return held('payment_gone');
  if (isStopped) return held('customer_stopped');
  const isLate = overdueCentsOf(payer, currency, today) > despiteOverdueCents;
  return isLate ? held('overdue_since') : GO;
}

function recheckItems({ items }: LeavingMessage, { accounts }: LeavingPayer): Recheck {
  const open = new Map<number | null, readonly VerdictPart[]>();
  for (const { assessed } of accounts) {
    for (const { item, parts } of assessed.items) open.set(item.receivableId, parts);
  }
  for (const { receivableId, amountCents, section } of items) {
    const parts = open.get(receivableId) ?? [];
    // Between its approval and its leaving an item to fall due may have come due.
    const part = parts.find(
      ({ verdict }) =>
        verdict === 'chaseable' || (section === 'to_fall_due' && verdict === 'not_due'),
    );
    const other = parts.find(({ verdict }) => verdict !== 'settled');
    if (other === undefined) return held('item_settled', { receivableId });
    if (part === undefined) return held('item_stopped', { receivableId, verdict: other.verdict });
    if (part.amountCents !== amountCents) return held('amount_changed', { receivableId });
  }
  return GO;
}
