/**
 * The plan of a day: the messages that may leave, the tasks, and why everything else does not.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { AssessedItem } from '../receivable/verdict.ts';
import type { Assignment } from './assignment.ts';
import type { DunningPart, DunningVerdict } from './dunning-verdict.ts';
import type { MessagePurpose } from './planner-input.ts';
import type { StepChannel, StepKind, StepMode, Tone } from './scenario.ts';
import type { Severity } from './severity.ts';

/**
 * An item that a message or a task takes to its own step: what is claimed, and what its level
 * becomes once it really went.
 */
export interface CoveredItem {
  readonly receivableId: number;
  readonly customerId: number;
  readonly item: AssessedItem;
  readonly claimKey: string;
  /** Null for a step that moves no level. */
  readonly severity: Severity | null;
  readonly cycle: number;
  /** What is asked for: the chaseable part, or for what is not due yet its open amount. */
  readonly amountCents: Cents;
  /** Day on which the step came due. */
  readonly dueOn: CalendarDate;
}

/** An item that is shown only: « autres échéances », or to fall due and told of already. */
export interface ListedItem {
  readonly receivableId: number;
  readonly customerId: number;
  readonly item: AssessedItem;
  readonly section: 'other' | 'to_fall_due';
  /** The level it has reached; null for none. */
  readonly severity: Severity | null;
  readonly amountCents: Cents;
}

/** What messages and tasks have in common. */
export interface PlannedStep {
  readonly payerId: number;
  readonly currency: string;
  readonly scenarioKey: string;
  /** Of the item that leads; null for the message of a broken promise and for thanks. */
  readonly stepKey: string | null;
  readonly kind: StepKind | 'promise_broken' | 'thank_you';
  readonly purpose: MessagePurpose;
  readonly severity: Severity | null;
  readonly channel: StepChannel;
  readonly templateKey: string | null;
  readonly tone: Tone;
  readonly senderKey: string | null;
  readonly isCopiedToRep: boolean;
  /** The gravest and oldest first. */
  readonly items: readonly CoveredItem[];
  readonly listed: readonly ListedItem[];
  /** Sum of the items past due, covered and listed. */
  readonly dueCents: Cents;
  /** Sum of those that are shown as « à échoir ». */
  readonly toFallDueCents: Cents;
}

/** A message to a payer: at most one a day. */
export interface PlannedMessage extends PlannedStep {
  readonly mode: Exclude<StepMode, 'task'>;
  /** Why a person must tick what its step calls automatic; null where it is as the step says. */
  readonly confirmReason: 'ceiling' | 'estimated_date' | 'go_live' | 'fallback' | null;
  readonly promiseId: number | null;
  /** The money thanked for, whose items are those of the message; null in all other messages. */
  readonly thanks: PlannedThanks | null;
}

/** What a thank-you says of the money. */
export interface PlannedThanks {
  readonly receivedOn: CalendarDate;
  readonly amountCents: Cents;
  /** What the payer owes after it in that currency, due or not, less his credits. */
  readonly balanceCents: Cents;
}

/** Work for a person: a call, a step of a VIP, a hand-over. It stays in the plan until done. */
export interface PlannedTask extends PlannedStep {
  readonly reason: 'step' | 'vip';
  /** Who treats it; null for whoever does the day's calls. */
  readonly person: string | null;
  readonly dueOn: CalendarDate;
  /** Due for longer than the patience of the settings. */
  readonly isUntreated: boolean;
}

/** A channel that does not reach the payer, and what is proposed instead (R20). */
export interface AddressProposal {
  readonly payerId: number;
  readonly channel: StepChannel;
  /** Never a registered letter nor an SMS; null where only finding an address is left. */
  readonly fallback: StepChannel | null;
  readonly amountCents: Cents;
  readonly currency: string;
}

export interface OrderBlockProposal {
  readonly payerId: number;
  readonly customerId: number;
  readonly currency: string;
  readonly scenarioKey: string;
  readonly stepKey: string;
  readonly items: readonly CoveredItem[];
  readonly amountCents: Cents;
}

/** Items whose rep is to be told now, so that their step may go on its day (E11). */
export interface RepNotice {
  readonly payerId: number;
  readonly customerId: number;
  readonly currency: string;
  readonly items: readonly {
    readonly receivableId: number;
    readonly claimKey: string;
    readonly amountCents: Cents;
    readonly severity: Severity | null;
    readonly stepOn: CalendarDate;
  }[];
}

/** A step passed over for good: to be recorded, so that it is not asked again. */
export interface SkippedStep {
  readonly receivableId: number;
  readonly claimKey: string;
  readonly cycle: number;
}

/** One open debit and what the day does about it. */
export interface ExplainedItem {
  readonly customerId: number;
  readonly currency: string;
  readonly item: AssessedItem;
  /** Sum to what is open. */
  readonly parts: readonly DunningPart[];
  readonly severity: Severity | null;
  readonly isOverdue: boolean;
}

export interface PayerPlan {
  readonly payerId: number;
  readonly items: readonly ExplainedItem[];
  readonly message: PlannedMessage | null;
  /** One a currency and channel; none of them is a message. */
  readonly tasks: readonly PlannedTask[];
  readonly orderBlocks: readonly OrderBlockProposal[];
  readonly repNotices: readonly RepNotice[];
  readonly addresses: readonly AddressProposal[];
  readonly skipped: readonly SkippedStep[];
  /** How each of his customers got his scenario, in the order of the accounts. */
  readonly assignments: readonly Assignment[];
}

/** Overdue amounts of one currency: chased + not chased = all. */
export interface VerdictTotals {
  readonly currency: string;
  readonly overdueCents: Cents;
  readonly chasedCents: Cents;
  readonly byVerdict: ReadonlyMap<
    DunningVerdict,
    { readonly cents: Cents; readonly count: number }
  >;
}

export interface DayPlan {
  readonly day: CalendarDate;
  readonly payers: readonly PayerPlan[];
  /** Overdue parts, by currency. */
  readonly totals: readonly VerdictTotals[];
}
