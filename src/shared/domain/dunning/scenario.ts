/**
 * A scenario: the steps an unpaid item goes through, from the notice before its due date to the
 * hand-over, and the pace at which its payer is written to.
 *
 * A scenario is a document: the library ships as files, the user copies, changes, exports and
 * imports them. The key of a step never changes once used, because what was sent names it.
 */
import type { Cents } from '../../kernel/cents.ts';
import type { Severity } from './severity.ts';

export const STEP_CHANNELS = [
  'email',
  'letter',
  'registered_letter',
  'call',
  'sms',
  'portal',
  'none',
] as const;
export type StepChannel = (typeof STEP_CHANNELS)[number];

/** `order_block` proposes to the sales office to block orders; it tells the customer nothing. */
export const STEP_KINDS = [
  'notice',
  'reminder',
  'formal_notice',
  'hand_over',
  'order_block',
] as const;
export type StepKind = (typeof STEP_KINDS)[number];

/** `by_segment`: the tone of the payer's segment. */
export const STEP_TONES = ['by_segment', 'good', 'occasional', 'chronic'] as const;
export type StepTone = (typeof STEP_TONES)[number];
export type Tone = Exclude<StepTone, 'by_segment'>;

/** `automatic` may leave in « Tout envoyer »; `to_confirm` is ticked one by one; `task` is work. */
export const STEP_MODES = ['automatic', 'to_confirm', 'task'] as const;
export type StepMode = (typeof STEP_MODES)[number];

export const DELAY_ORIGINS = ['due_date', 'document_date', 'previous_step'] as const;
export type DelayOrigin = (typeof DELAY_ORIGINS)[number];

export interface StepDelay {
  readonly from: DelayOrigin;
  /** −60 to 365; below zero only before the due date. */
  readonly days: number;
  /** Working days count from the due date plus the grace of the payment method. */
  readonly unit: 'calendar' | 'business';
}

export interface ScenarioStep {
  /** Unique in the scenario, 1 to 40 of a–z, 0–9, `-`. */
  readonly stepKey: string;
  readonly kind: StepKind;
  /** Null for a step that moves no level (order block, a call that only asks). */
  readonly severity: Severity | null;
  readonly delay: StepDelay;
  readonly channel: StepChannel;
  readonly mode: StepMode;
  /** Key of the template; null where nothing is written. */
  readonly templateKey: string | null;
  readonly tone: StepTone;
  /** Key of the collaborator who signs; null for the company's own sender. */
  readonly senderKey: string | null;
  readonly isCopiedToRep: boolean;
  /** The payer's chaseable total below which the step waits; null for none. */
  readonly floorCents: Cents | null;
  /** The total above which a person decides; null for none. */
  readonly ceilingCents: Cents | null;
  /** Working days before the step on which the rep gets the list (E11); null for none. */
  readonly repNoticeBusinessDays: number | null;
}

export interface ThankYouRules {
  readonly isOn: boolean;
  readonly when: 'settled' | 'each_payment';
  /** Working days after the money came within which it still makes sense. */
  readonly withinBusinessDays: number;
  /** Thanked although that much is still overdue; 0 for never. */
  readonly despiteOverdueCents: Cents;
  readonly templateKey: string;
}

export interface Scenario {
  /** Unique, 1 to 40 of a–z, 0–9, `-`. */
  readonly scenarioKey: string;
  readonly name: string;
  readonly description: string;
  /** Sorted by delay. */
  readonly steps: readonly ScenarioStep[];
  /** Working days between two automatic messages to one payer. */
  readonly intervalBusinessDays: number;
  /** Automatic e-mails to one payer within 30 days. */
  readonly monthlyCap: number;
  readonly thankYou: ThankYouRules;
}
