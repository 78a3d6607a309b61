/**
 * What the planner looks at: plain facts of one payer contact, and the settings of the day.
 *
 * A payer contact is who is written to: several customers may share one. Interval, cap and « one
 * message a day » count for the contact; scenario and steps belong to each customer's items.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { BusinessCalendar } from '../calendar/business-calendar.ts';
import type { FreshnessLevel } from '../freshness/freshness.ts';
import type { GraceSettings } from '../freshness/lateness.ts';
import type { DelayCause } from '../payer/delay-cause.ts';
import type { CustomerProfile } from '../payer/profile.ts';
import type { OpenItem } from '../receivable/open-item.ts';
import type { PaymentMethod } from '../receivable/payment-method.ts';
import type { CustomerSituation } from '../receivable/situation.ts';
import type { AssessedAccount } from '../receivable/verdict.ts';
import type { DunningSettings } from './dunning-settings.ts';
import type { Scenario, StepChannel, Tone } from './scenario.ts';
import type { Severity } from './severity.ts';

/** How the payer pays, from what he did; null until there is enough of it. The tones are these. */
export type Segment = Tone;

export type RiskClass = 'low' | 'moderate' | 'high';

/** What assignment rules look at of a customer. */
export interface CustomerTraits {
  readonly customerId: number;
  readonly paymentMethod: PaymentMethod | null;
  readonly sector: string | null;
  readonly size: string | null;
  readonly profile: CustomerProfile | null;
  readonly segment: Segment | null;
  readonly risk: RiskClass | null;
  readonly agency: string | null;
  readonly isNew: boolean;
  readonly tags: readonly string[];
}

/** A rule that gives customers a scenario: absent criteria are indifferent. */
export interface AssignmentRule {
  readonly ruleKey: string;
  readonly scenarioKey: string;
  readonly criteria: {
    readonly tag?: string;
    readonly risk?: NonNullable<CustomerTraits['risk']>;
    readonly isNew?: boolean;
    readonly segment?: NonNullable<CustomerTraits['segment']>;
    readonly paymentMethod?: NonNullable<CustomerTraits['paymentMethod']>;
    readonly profile?: NonNullable<CustomerTraits['profile']>;
    readonly sector?: string;
    readonly size?: string;
    readonly agency?: string;
  };
}

/**
 * Where a step stands: `outbox` approved, built, on its way or put off · `to_post` printed ·
 * `failed` refused or bounced, its message waiting for a person · `uncertain` may have left ·
 * `sent` left, or posted · `done` a call made, a task done · `skipped` passed over.
 */
export type StepState = 'outbox' | 'to_post' | 'failed' | 'uncertain' | 'sent' | 'done' | 'skipped';

/**
 * Something that happened to an item, in the order in which it was recorded.
 *
 * `claimKey` is `scenarioKey/stepKey`: what is written in the ledger and claimed once a cycle, so
 * that two scenarios may name a step alike.
 */
export type ItemEvent =
  | {
      readonly kind: 'step';
      readonly claimKey: string;
      readonly severity: Severity | null;
      readonly cycle: number;
      readonly state: StepState;
      /** Day on which it left or was done; until then, the day of its decision. */
      readonly day: CalendarDate;
    }
  | {
      /** `imported` was reached in another program that day; `start` is given at go-live. */
      readonly kind: 'level';
      readonly source: 'person' | 'imported' | 'start';
      readonly severity: Severity | null;
      readonly day: CalendarDate;
    }
  | {
      /** Steps may be claimed anew. `dispute_refused` also goes back to the first reminder. */
      readonly kind: 'cycle';
      readonly cause: 'reopened' | 'person' | 'dispute_refused';
      readonly day: CalendarDate;
    }
  | { readonly kind: 'rep_noticed'; readonly claimKey: string; readonly day: CalendarDate }
  | { readonly kind: 'plan_forfeited'; readonly day: CalendarDate };

/** What a message is for: what it moves and what it delays follow from it. */
export const MESSAGE_PURPOSES = [
  'notice',
  'reminder',
  'formal_notice',
  'hand_over',
  'promise_broken',
  'thank_you',
  'other',
] as const;
export type MessagePurpose = (typeof MESSAGE_PURPOSES)[number];

/** A message to the payer that left, may have, or waits to: of the last ninety days at least. */
export interface PastMessage {
  readonly day: CalendarDate;
  readonly channel: StepChannel;
  readonly purpose: MessagePurpose;
  readonly isAutomatic: boolean;
  readonly isWaiting: boolean;
  readonly currency: string;
}

export type ExchangeKind = 'call' | 'reply' | 'promise' | 'dispute' | 'visit';

export interface LastExchange {
  readonly day: CalendarDate;
  readonly kind: ExchangeKind;
  /** Minutes since midnight on the company's clock; null where only the day is known. */
  readonly minuteOfDay: number | null;
}

/** A promise that the bank shows broken, whose own message is not yet made (R21). */
export interface BrokenPromiseFact {
  readonly promiseId: number;
  readonly currency: string;
  readonly brokenOn: CalendarDate;
  readonly promisedFor: CalendarDate;
  /** Empty for a promise on the account as a whole. */
  readonly receivableIds: readonly number[];
}

/** A person lets through, for one day, what a soft verdict holds back. */
export interface ChaseOverride {
  /** Null for all items of the payer. */
  readonly receivableId: number | null;
  readonly day: CalendarDate;
  /** The fallback accepted in place of the channel of the step; null for none. */
  readonly channel: StepChannel | null;
}

/** One customer's account in one currency. */
export interface PlannerAccount {
  /** All its open items and what is said of them: a day ahead is judged from these. */
  readonly openItems: readonly OpenItem[];
  readonly situation: CustomerSituation;
  /**
   * Judged on the day. With purpose `automatic` an item on an estimated date is left out; with
   * `call` it is taken, and its message waits for a person.
   */
  readonly assessed: AssessedAccount;
  readonly traits: CustomerTraits;
  /** Chosen for this customer by a person; null to follow the rules. */
  readonly scenarioKey: string | null;
  /** Whether a sales rep is known, who may be told beforehand. */
  readonly hasRep: boolean;
}

export interface PlannerPayer {
  readonly payerId: number;
  readonly accounts: readonly PlannerAccount[];
  /** What happened to each item, by `receivableId`; absent for an item never touched. */
  readonly events: ReadonlyMap<number, readonly ItemEvent[]>;
  readonly messages: readonly PastMessage[];
  readonly lastExchange: LastExchange | null;
  readonly hasUnreadReply: boolean;
  /** Nobody else answers for him until that day; null when somebody does. */
  readonly awayUntil: CalendarDate | null;
  readonly closures: readonly { readonly from: CalendarDate; readonly to: CalendarDate }[];
  /** Channels by which he can be reached: an address that refuses is not one. */
  readonly reachable: readonly StepChannel[];
  readonly isVip: boolean;
  /** Who treats a VIP; null when nobody was named. */
  readonly vipOwner: string | null;
  readonly isConsumer: boolean;
  /** He wants one invoice a message (E4): each waits for its turn. */
  readonly isPerInvoice: boolean;
  readonly segment: Segment | null;
  /** Why items are late, by `receivableId`; absent where it was not said. */
  readonly causes: ReadonlyMap<number, DelayCause>;
  readonly brokenPromises: readonly BrokenPromiseFact[];
  readonly overrides: readonly ChaseOverride[];
}

export interface PlannerSettings {
  readonly dunning: DunningSettings;
  readonly calendar: BusinessCalendar;
  readonly grace: GraceSettings;
  readonly scenarios: ReadonlyMap<string, Scenario>;
  readonly rules: readonly AssignmentRule[];
  /** Of the bank: red and empty hold whatever would leave. */
  readonly freshness: FreshnessLevel;
  /** A person typed why stale books may do today. */
  readonly isStaleAllowed: boolean;
  /** Nothing leaves from here: restored backup, other machine, a switch of the user. */
  readonly isSendingLocked: boolean;
  /** Leads when a payer owes in several currencies. */
  readonly mainCurrency: string;
}

/** A payer of whom nothing particular is said. */
export function plainPlannerPayer(
  payerId: number,
  accounts: readonly PlannerAccount[],
): PlannerPayer {
  return {
    payerId,
    accounts,
    events: new Map(),
    messages: [],
    lastExchange: null,
    hasUnreadReply: false,
    awayUntil: null,
    closures: [],
    reachable: ['email', 'letter', 'registered_letter', 'call', 'none'],
    isVip: false,
    vipOwner: null,
    isConsumer: false,
    isPerInvoice: false,
    segment: null,
    causes: new Map(),
    brokenPromises: [],
    overrides: [],
  };
}

/** A customer of whom nothing particular is known. */
export function plainTraits(customerId: number): CustomerTraits {
  return {
    customerId,
    paymentMethod: null,
    sector: null,
    size: null,
    profile: null,
    segment: null,
    risk: null,
    agency: null,
    isNew: false,
    tags: [],
  };
}
