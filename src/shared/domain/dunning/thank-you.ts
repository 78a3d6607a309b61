/**
 * Whether a payment is thanked for, and how (R9).
 *
 * « Merci de votre régularité » to one who paid after a formal notice, or sixty thanks a month to
 * one customer, do more harm than silence. So: never to public bodies and key accounts, once a
 * quarter, only for money really received, soon after it came, and when nothing else is late beyond
 * what the scenario allows. Beyond the second reminder there is nothing to thank for: the payment
 * is acknowledged, neutrally, or passes in silence.
 *
 * The same money is thanked for once: a file restated or undone and imported again gives a payment
 * another number, but neither another day nor another amount, nor other items.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { businessDaysBetween, isBusinessDay } from '../calendar/business-calendar.ts';
import type { SettlementNature } from '../interpretation/interpretation.ts';
import type { CustomerProfile } from '../payer/profile.ts';
import { startOfQuarter } from './day-context.ts';
import type { PlannerPayer, PlannerSettings } from './planner-input.ts';
import type { Scenario } from './scenario.ts';
import { graverOf, type Severity, severityRank } from './severity.ts';

/** Money that came for some items of a payer. */
export interface ReceivedPayment {
  readonly currency: string;
  readonly receivedOn: CalendarDate;
  readonly amountCents: Cents;
  readonly nature: SettlementNature;
  readonly items: readonly {
    readonly receivableId: number;
    /** The level the item has reached; null when it was never written about. */
    readonly severity: Severity | null;
    readonly isSettled: boolean;
    readonly isFactored: boolean;
    /** Under what thanks for it were claimed already. */
    readonly thankedKeys: readonly string[];
  }[];
}

export interface ThankYouFacts {
  readonly payer: PlannerPayer;
  readonly payment: ReceivedPayment;
  readonly scenario: Scenario;
  readonly profile: CustomerProfile | null;
  /** Nothing leaves for this customer by itself: a person's stop, or an account nobody trusts. */
  readonly isStopped: boolean;
  /** What is still overdue in that currency, whatever its verdict. */
  readonly overdueCents: Cents;
}

/** In order of precedence. */
export const THANK_YOU_REFUSALS = [
  'off',
  'profile',
  'stopped',
  'not_money',
  'factored',
  'not_settled',
  'not_chased',
  'too_late',
  'level_too_high',
  'already_thanked',
  'overdue_left',
  'this_quarter',
  'already_sent_today',
  'closed_day',
  'sending_locked',
  'no_address',
] as const;
export type ThankYouRefusal = (typeof THANK_YOU_REFUSALS)[number];

export type ThankYou =
  | {
      readonly isPlanned: true;
      readonly kind: 'thank_you' | 'thank_you_late';
      readonly templateKey: string;
      /** Claimed by each item, so that the same money is never thanked for twice. */
      readonly claimKey: string;
      readonly receivableIds: readonly number[];
    }
  | { readonly isPlanned: false; readonly refusal: ThankYouRefusal };

/** The thanks for a payment on that day, or why there are none. */
export function decideThankYou(
  facts: ThankYouFacts,
  settings: PlannerSettings,
  today: CalendarDate,
): ThankYou {
  const { payment, scenario } = facts;
  const items = thankedItems(facts);
  const level = items.reduce<Severity | null>(
    (gravest, one) => graverOf(gravest, one.severity),
    null,
  );
  const isLate = severityRank(level) > severityRank('reminder_2');
  const refusal = refusalOf({ facts, settings, today, items, isLate });
  if (refusal !== null) return { isPlanned: false, refusal };
  return {
    isPlanned: true,
    kind: isLate ? 'thank_you_late' : 'thank_you',
    templateKey: isLate ? 'thank_you_late' : scenario.thankYou.templateKey,
    claimKey: thankYouKeyOf(payment),
    receivableIds: items.map(({ receivableId }) => receivableId),
  };
}

/** What thanks for that money are claimed under, whatever import tells of it. */
export function thankYouKeyOf({
  receivedOn,
  amountCents,
}: Pick<ReceivedPayment, 'receivedOn' | 'amountCents'>): string {
  return `thank_you/${receivedOn}/${amountCents}`;
}

/** Items the thanks are about: those settled, or all the payment touched. */
function thankedItems({ payment, scenario }: ThankYouFacts): ReceivedPayment['items'] {
  return scenario.thankYou.when === 'each_payment'
    ? payment.items
    : payment.items.filter(({ isSettled }) => isSettled);
}

interface Weighed {
  readonly facts: ThankYouFacts;
  readonly settings: PlannerSettings;
  readonly today: CalendarDate;
  readonly items: ReceivedPayment['items'];
  readonly isLate: boolean;
}

function refusalOf(weighed: Weighed): ThankYouRefusal | null {
  const found = THANK_YOU_REFUSALS.find((refusal) => REFUSES[refusal](weighed));
  return found ?? null;
}

const REFUSES: Readonly<Record<ThankYouRefusal, (weighed: Weighed) => boolean>> = {
  off: ({ facts }) => !facts.scenario.thankYou.isOn,
  profile: ({ facts: { profile } }) => profile === 'public' || profile === 'key_account',
  stopped: ({ facts }) => facts.isStopped,
  not_money: ({ facts: { payment } }) =>
    (payment.nature !== 'bank' && payment.nature !== 'cash') || payment.amountCents <= 0,
  // The money of a factored item is the factor's.
  factored: ({ facts: { payment } }) => payment.items.some(({ isFactored }) => isFactored),
  not_settled: ({ items }) => items.length === 0,
  not_chased: ({ items }) =>
    items.every(({ severity }) => severityRank(severity) < severityRank('reminder_1')),
  too_late: ({ facts, settings, today }) =>
    businessDaysBetween(facts.payment.receivedOn, today, settings.calendar) >
    facts.scenario.thankYou.withinBusinessDays,
  level_too_high: ({ isLate, settings }) => isLate && !settings.dunning.isLatePaymentAcknowledged,
  already_thanked: ({ facts, items }) =>
    items.some(({ thankedKeys }) => thankedKeys.includes(thankYouKeyOf(facts.payment))),
  overdue_left: ({ facts }) => facts.overdueCents > facts.scenario.thankYou.despiteOverdueCents,
  this_quarter: ({ facts: { payer }, today }) =>
    payer.messages.some(
      ({ purpose, day }) => purpose === 'thank_you' && day >= startOfQuarter(today),
    ),
  already_sent_today: ({ facts: { payer }, today }) =>
    payer.messages.some(({ day, isWaiting }) => day === today || isWaiting),
  closed_day: ({ settings, today }) => !isBusinessDay(today, settings.calendar),
  sending_locked: ({ settings }) => settings.isSendingLocked,
  no_address: ({ facts: { payer } }) => !payer.reachable.includes('email'),
};
