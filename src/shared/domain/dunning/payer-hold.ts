/**
 * What holds back a message or a task to a payer today, whatever its items: his last exchanges,
 * the pace, his absence, the day, the books, his address. The first that applies is told.
 *
 * A call is no message: pace and books do not hold it. A hand-over and an order block tell the
 * payer nothing: only the day and an unread reply hold them.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { addDays } from '../../kernel/calendar-date.ts';
import { addBusinessDays } from '../calendar/business-calendar.ts';
import { covers, type DayContext } from './day-context.ts';
import type { PlannedStep } from './day-plan.ts';
import type { HoldingVerdict, VerdictDetail } from './dunning-verdict.ts';
import { NO_DETAIL } from './dunning-verdict.ts';
import type { MessagePurpose, PastMessage, PlannerPayer } from './planner-input.ts';
import type { Scenario, StepChannel, StepMode } from './scenario.ts';

export interface Intention {
  readonly kind: PlannedStep['kind'];
  readonly channel: StepChannel;
  readonly mode: StepMode;
  readonly currency: string;
  readonly scenario: Scenario;
  /** A message in another currency is planned today. */
  readonly isSecond: boolean;
}

export interface PayerHold {
  readonly verdict: HoldingVerdict;
  readonly detail?: VerdictDetail;
}

type Rule = (payer: PlannerPayer, intention: Intention, context: DayContext) => PayerHold | null;

/** Days over which the cap counts. */
const CAP_DAYS = 30;

const CHASING_PURPOSES: ReadonlySet<MessagePurpose> = new Set([
  'reminder',
  'formal_notice',
  'hand_over',
  'promise_broken',
]);

/** What holds it; null when nothing does. `isLifted`: a person lets through what is soft. */
export function payerHoldOf(
  payer: PlannerPayer,
  intention: Intention,
  context: DayContext,
  isLifted: boolean,
): PayerHold | null {
  for (const { isSoft, rule } of RULES) {
    const hold = isSoft && isLifted ? null : rule(payer, intention, context);
    if (hold !== null) return hold;
  }
  return null;
}

const isTask = ({ mode }: Intention) => mode === 'task';

/** Nothing of it reaches the payer. */
const isSilent = ({ kind, channel }: Intention) => kind === 'order_block' || channel === 'none';

const onDay = (verdict: HoldingVerdict, day: CalendarDate): PayerHold => ({
  verdict,
  detail: { ...NO_DETAIL, day },
});

function unreadReply(payer: PlannerPayer): PayerHold | null {
  return payer.hasUnreadReply ? { verdict: 'unread_reply' } : null;
}

function recentExchange(
  { lastExchange }: PlannerPayer,
  intention: Intention,
  { today, settings }: DayContext,
): PayerHold | null {
  if (lastExchange === null || isSilent(intention)) return null;
  const { dunning, calendar } = settings;
  const { day, kind, minuteOfDay } = lastExchange;
  if (addBusinessDays(day, dunning.exchangeHoldBusinessDays, calendar) <= today) return null;
  const detail = { ...NO_DETAIL, day, exchange: kind, minuteOfDay };
  return { verdict: 'exchange_recent', detail };
}

/**
 * One message a day, and none while another waits to leave; a call does not follow it either,
 * unless it was a pre-due notice, which delays nothing (R14).
 */
function messageOfTheDay(
  { messages }: PlannerPayer,
  intention: Intention,
  { today }: DayContext,
): PayerHold | null {
  if (isSilent(intention)) return null;
  const other = messages.find(
    ({ day, isWaiting, purpose }) =>
      (day === today || isWaiting) && !(isTask(intention) && purpose === 'notice'),
  );
  if (other === undefined) return null;
  const detail = { ...NO_DETAIL, day: other.day, channel: other.channel };
  return { verdict: 'already_sent_today', detail };
}

function otherCurrency(_: PlannerPayer, intention: Intention): PayerHold | null {
  return intention.isSecond && !isTask(intention) ? { verdict: 'other_currency' } : null;
}

/**
 * Working days since the last message in that currency; a pre-due notice delays nothing (R14). One
 * who wants a message an invoice has one a day: by the interval his tenth would wait for months.
 */
function interval(
  { messages, isPerInvoice }: PlannerPayer,
  intention: Intention,
  { today, settings }: DayContext,
): PayerHold | null {
  const { kind, currency, scenario } = intention;
  if (isPerInvoice || isTask(intention)) return null;
  if (kind !== 'reminder' && kind !== 'notice') return null;
  const last = latestDay(
    messages.filter((one) => one.currency === currency && CHASING_PURPOSES.has(one.purpose)),
  );
  if (last === null) return null;
  const from = addBusinessDays(last, scenario.intervalBusinessDays, settings.calendar);
  return from > today ? onDay('interval', from) : null;
}

/** The cap is on automatic e-mails only (R18). */
function monthlyCap(
  { messages }: PlannerPayer,
  { mode, channel, scenario }: Intention,
  { today }: DayContext,
): PayerHold | null {
  if (mode !== 'automatic' || channel !== 'email') return null;
  const since = addDays(today, -CAP_DAYS);
  const count = messages.filter(
    (one) => one.isAutomatic && one.channel === 'email' && one.day > since,
  ).length;
  if (count < scenario.monthlyCap) return null;
  return { verdict: 'monthly_cap', detail: { ...NO_DETAIL, count } };
}

function contactAway(
  { awayUntil }: PlannerPayer,
  intention: Intention,
  { today }: DayContext,
): PayerHold | null {
  const isAway = awayUntil !== null && awayUntil >= today && !isSilent(intention);
  return isAway ? onDay('contact_away', awayUntil) : null;
}

function payerClosed(
  { closures }: PlannerPayer,
  intention: Intention,
  { today }: DayContext,
): PayerHold | null {
  const closure = closures.find((period) => covers(period, today));
  return closure === undefined || isSilent(intention) ? null : onDay('payer_closed', closure.to);
}

function paused(_: PlannerPayer, intention: Intention, { pause }: DayContext): PayerHold | null {
  return pause === null || isTask(intention) ? null : onDay('pause', pause.to);
}

function closedDay(_: PlannerPayer, __: Intention, { isClosedDay }: DayContext): PayerHold | null {
  return isClosedDay ? { verdict: 'closed_day' } : null;
}

function staleBooks(
  _: PlannerPayer,
  intention: Intention,
  { isStale }: DayContext,
): PayerHold | null {
  return isStale && !isTask(intention) ? { verdict: 'stale_data' } : null;
}

function locked(_: PlannerPayer, intention: Intention, { settings }: DayContext): PayerHold | null {
  return settings.isSendingLocked && !isTask(intention) ? { verdict: 'sending_locked' } : null;
}

function noAddress({ reachable }: PlannerPayer, { channel }: Intention): PayerHold | null {
  if (channel === 'none' || reachable.includes(channel)) return null;
  return { verdict: 'no_address', detail: { ...NO_DETAIL, channel } };
}

/** In order of precedence; a person may lift the soft ones. */
const RULES: readonly { readonly isSoft: boolean; readonly rule: Rule }[] = [
  { isSoft: false, rule: unreadReply },
  { isSoft: true, rule: recentExchange },
  { isSoft: false, rule: messageOfTheDay },
  { isSoft: false, rule: otherCurrency },
  { isSoft: true, rule: interval },
  { isSoft: true, rule: monthlyCap },
  { isSoft: true, rule: contactAway },
  { isSoft: false, rule: payerClosed },
  { isSoft: false, rule: paused },
  { isSoft: false, rule: closedDay },
  { isSoft: false, rule: staleBooks },
  { isSoft: false, rule: locked },
  { isSoft: false, rule: noAddress },
];

/** The latest day of these messages; null for none. */
export function latestDay(messages: readonly PastMessage[]): CalendarDate | null {
  return messages.reduce<CalendarDate | null>(
    (latest, { day }) => (latest === null || day > latest ? day : latest),
    null,
  );
}

/** What may be proposed where a channel does not reach: never a registered letter nor an SMS. */
const FALLBACKS: Readonly<Record<StepChannel, readonly StepChannel[]>> = {
  email: ['letter', 'call'],
  letter: ['email', 'call'],
  registered_letter: [],
  call: ['email', 'letter'],
  sms: ['email', 'call'],
  portal: ['email', 'letter', 'call'],
  none: [],
};

/** The channel proposed in place of one that does not reach the payer (R20); null for none. */
export function fallbackOf(channel: StepChannel, payer: PlannerPayer): StepChannel | null {
  return FALLBACKS[channel].find((other) => payer.reachable.includes(other)) ?? null;
}
