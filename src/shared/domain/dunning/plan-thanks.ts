/**
 * The thanks of a payer's day: at most one message, for money that came, or why there is none.
 *
 * Thanks come after everything else: who is written to today for another reason is not thanked
 * today, and what holds any message (an unread reply, a call of these days, a pause, a stop) holds
 * thanks too. Books that are old do not: money that was received stays received, and whoever sends
 * on old books says why for the whole batch.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { CustomerProfile } from '../payer/profile.ts';
import { isOverdue } from '../receivable/net-position.ts';
import type { OpenItem } from '../receivable/open-item.ts';
import type { CustomerSituation } from '../receivable/situation.ts';
import type { AssessedItem } from '../receivable/verdict.ts';
import { assignmentOf } from './assignment.ts';
import type { DayContext } from './day-context.ts';
import type { CoveredItem, PayerPlan, PlannedMessage } from './day-plan.ts';
import { type PayerHold, payerHoldOf } from './payer-hold.ts';
import type { CustomerTraits, PlannerAccount, PlannerPayer } from './planner-input.ts';
import type { Scenario } from './scenario.ts';
import {
  decideThankYou,
  type ReceivedPayment,
  type ThankYou,
  type ThankYouRefusal,
} from './thank-you.ts';

/**
 * Thanks belong to no cycle of reminders: they are claimed once for good, and the steps of the item
 * go on without them.
 */
export const THANKS_CYCLE = 0;

/** An item that money came for. */
export interface PaidItem {
  /** As it stands; virtual where nothing but our own proposal says what the money was for. */
  readonly item: OpenItem;
  /** What this money settled of it. */
  readonly allocatedCents: Cents;
}

/** Money received, with the customer on whose account it came. */
export interface CustomerReceipt extends ReceivedPayment {
  readonly items: readonly (ReceivedPayment['items'][number] & PaidItem)[];
  readonly customerId: number;
  /** Of who is written to, else of the customer himself. */
  readonly profile: CustomerProfile | null;
  readonly traits: CustomerTraits;
  /** The scenario chosen for him by a person; null to follow the rules. */
  readonly chosenScenarioKey: string | null;
  readonly situation: CustomerSituation;
}

/** Why money is not thanked for: a rule of thanks, or what holds any message to the payer. */
export type ThanksAnswer =
  | { readonly isPlanned: true }
  | { readonly isPlanned: false; readonly refusal: ThankYouRefusal }
  | { readonly isPlanned: false; readonly hold: PayerHold };

export interface PayerThanks {
  readonly payer: PlannerPayer;
  readonly message: PlannedMessage | null;
  /** What becomes of each receipt, in the order they were given. */
  readonly answers: readonly { readonly receipt: CustomerReceipt; readonly answer: ThanksAnswer }[];
}

type Planned = Extract<ThankYou, { isPlanned: true }>;

/** What was decided of a receipt, before it is known which one the message is about. */
type Decided =
  | { readonly planned: Planned; readonly scenario: Scenario }
  | Exclude<ThanksAnswer, { isPlanned: true }>;

/** Plans the thanks of a payer; `plan` is what his day holds otherwise, null for nothing. */
export function planThanks(
  payer: PlannerPayer,
  receipts: readonly CustomerReceipt[],
  plan: PayerPlan | null,
  context: DayContext,
): PayerThanks {
  const decided = receipts.map((receipt) => ({
    receipt,
    decision: decide(payer, receipt, plan, context),
  }));
  // What came after a formal notice is passed over in silence: so is the rest that day.
  const isSilent = decided.some(
    ({ decision }) => 'refusal' in decision && decision.refusal === 'level_too_high',
  );
  const [chosen] = isSilent ? [] : decided.filter(isWritten).sort(firstToThank);
  return {
    payer,
    message: chosen === undefined ? null : messageOf(payer, chosen, context),
    answers: decided.map((one) => ({
      receipt: one.receipt,
      answer: one === chosen ? { isPlanned: true } : answerOf(one.decision, isSilent),
    })),
  };
}

/** What is overdue in that currency, whatever its verdict. */
export function overdueCentsOf(
  { accounts }: { readonly accounts: readonly Pick<PlannerAccount, 'assessed'>[] },
  currency: string,
  today: CalendarDate,
): Cents {
  let sum: Cents = 0;
  for (const { assessed } of accounts) {
    for (const { item } of assessed.items) {
      if (item.currency === currency && isOverdue(item, today)) sum += item.outstandingCents;
    }
  }
  return sum;
}

interface Written {
  readonly receipt: CustomerReceipt;
  readonly decision: Extract<Decided, { planned: Planned }>;
}

function isWritten(one: {
  readonly receipt: CustomerReceipt;
  readonly decision: Decided;
}): one is Written {
  return 'planned' in one.decision;
}

/** The neutral words where one of them asks for these; then the largest, then the latest. */
function firstToThank(a: Written, b: Written): number {
  const rank = ({ decision }: Written) => (decision.planned.kind === 'thank_you_late' ? 0 : 1);
  return (
    rank(a) - rank(b) ||
    b.receipt.amountCents - a.receipt.amountCents ||
    (a.receipt.receivedOn < b.receipt.receivedOn ? 1 : -1)
  );
}

/** Of a receipt that the message of the day is not about. */
function answerOf(decision: Decided, isSilent: boolean): ThanksAnswer {
  if (!('planned' in decision)) return decision;
  const refusal = isSilent ? 'level_too_high' : 'already_sent_today';
  return { isPlanned: false, refusal };
}

function decide(
  payer: PlannerPayer,
  receipt: CustomerReceipt,
  plan: PayerPlan | null,
  context: DayContext,
): Decided {
  const { settings, today, rules, pilot } = context;
  const { profile, traits, chosenScenarioKey, situation, currency } = receipt;
  const { scenarioKey } = assignmentOf(traits, chosenScenarioKey, rules);
  const scenario = scenarioKey === null ? undefined : settings.scenarios.get(scenarioKey);
  if (scenario === undefined) return { isPlanned: false, hold: { verdict: 'no_scenario' } };
  const facts = {
    payer,
    payment: receipt,
    scenario,
    profile,
    isStopped:
      isStopped(situation) || payer.accounts.some(({ assessed }) => assessed.isToMatchFirst),
    overdueCents: overdueCentsOf(payer, currency, today),
  };
  const planned = decideThankYou(facts, settings, today);
  if (!planned.isPlanned) return planned;
  if (pilot !== null && !pilot.has(payer.payerId)) {
    return { isPlanned: false, hold: { verdict: 'not_in_pilot' } };
  }
  if (plan !== null && plan.message !== null) {
    return { isPlanned: false, refusal: 'already_sent_today' };
  }
  const { mode } = modeOf(payer, context);
  const intention = { kind: 'thank_you', channel: 'email', isSecond: false } as const;
  const hold = payerHoldOf(
    payer,
    { ...intention, mode, currency, scenario },
    { ...context, isStale: false },
    false,
  );
  return hold === null ? { planned, scenario } : { isPlanned: false, hold };
}

/** Whether a person or the state of his account keeps everything automatic from a customer. */
export function isStopped(situation: CustomerSituation): boolean {
  return (
    situation.isSundry ||
    situation.isSharedAccount ||
    situation.isIntraGroup ||
    situation.isInsolvent ||
    situation.isDoNotChase ||
    situation.isHeld ||
    situation.hasControlDifference
  );
}

/** A VIP is written to by a person only; so is everybody as long as the batches are confirmed. */
function modeOf(
  { isVip }: PlannerPayer,
  { settings }: DayContext,
): Pick<PlannedMessage, 'mode' | 'confirmReason'> {
  if (settings.dunning.isAllToConfirm) return { mode: 'to_confirm', confirmReason: 'go_live' };
  return { mode: isVip ? 'to_confirm' : 'automatic', confirmReason: null };
}

function messageOf(
  payer: PlannerPayer,
  { receipt, decision }: Written,
  context: DayContext,
): PlannedMessage {
  const { planned, scenario } = decision;
  const { currency, receivedOn, amountCents } = receipt;
  const thanked = new Set(planned.receivableIds);
  return {
    payerId: payer.payerId,
    currency,
    scenarioKey: scenario.scenarioKey,
    stepKey: null,
    kind: 'thank_you',
    purpose: 'thank_you',
    severity: null,
    channel: 'email',
    templateKey: planned.templateKey,
    tone: payer.segment ?? 'good',
    senderKey: null,
    isCopiedToRep: false,
    items: receipt.items
      .filter(({ receivableId }) => thanked.has(receivableId))
      .map((one) => thankedItem(one, receipt.customerId, planned.claimKey, context.today)),
    listed: [],
    dueCents: 0,
    toFallDueCents: 0,
    ...modeOf(payer, context),
    promiseId: null,
    thanks: { receivedOn, amountCents, balanceCents: balanceOf(payer, currency) },
  };
}

function thankedItem(
  { receivableId, item, allocatedCents }: CustomerReceipt['items'][number],
  customerId: number,
  claimKey: string,
  today: CalendarDate,
): CoveredItem {
  return {
    receivableId,
    customerId,
    item: settledItem(item),
    claimKey,
    severity: null,
    cycle: THANKS_CYCLE,
    amountCents: allocatedCents,
    dueOn: today,
  };
}

/** Nothing is asked for: no part of it is open to any step. */
function settledItem(item: OpenItem): AssessedItem {
  return { item, daysPastDue: null, parts: [], chaseableCents: 0, isDateEstimated: false };
}

/** All that is open in that currency, his credits taken off. */
function balanceOf({ accounts }: PlannerPayer, wanted: string): Cents {
  let sum: Cents = 0;
  for (const { openItems } of accounts) {
    for (const { currency, outstandingCents } of openItems) {
      if (currency === wanted) sum += outstandingCents;
    }
  }
  return sum;
}
