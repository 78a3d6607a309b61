/**
 * The settings of dunning, with their defaults: pace, thresholds, hours, pilot, starting levels.
 *
 * A scenario says which steps and when; these say what holds for all of them. Working days are
 * those of the company's calendar.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { Severity } from './severity.ts';

/** From so many days past due, an item already late at go-live starts after that severity. */
export interface StartingLevel {
  readonly fromDaysPastDue: number;
  readonly severity: Severity;
}

/** A period in which no message leaves by itself, both days included. */
export interface Pause {
  readonly from: CalendarDate;
  readonly to: CalendarDate;
}

/**
 * `off`: everybody. `payers`: those named. `sample`: that many payers of those who owe, chosen by
 * their number, so that the same ones stay in it from one day to the next.
 */
export type PilotSettings =
  | { readonly kind: 'off' }
  | { readonly kind: 'payers'; readonly payerIds: readonly number[] }
  | { readonly kind: 'sample'; readonly payerCount: number };

export interface DunningSettings {
  /** A payer who owes less in all is not chased (R19). */
  readonly floorCents: Cents;
  /** Below the floor, items later than this are taken at the start of each quarter. */
  readonly sweepDaysPastDue: number;
  /** Working days at the start of a quarter during which they are; 0 for never. */
  readonly sweepBusinessDays: number;
  /** An item below this, or below the share of its message, does not drive it (R2). */
  readonly residueCents: Cents;
  readonly residueShareBasisPoints: number;
  /** Working days during which any exchange holds what leaves by itself (R13). */
  readonly exchangeHoldBusinessDays: number;
  /** Calendar days between two pre-due notices to a payer (R14). */
  readonly noticeIntervalDays: number;
  /** Below this total no pre-due notice leaves alone. */
  readonly noticeFloorCents: Cents;
  /** Working days after which an unmade call, or another step without a level, is passed over. */
  readonly taskPatienceBusinessDays: number;
  /** Working days after which an untreated task of a VIP comes to the credit manager (R1). */
  readonly vipPatienceBusinessDays: number;
  /** Calendar days from the refusal of a dispute to the first reminder that follows (R21). */
  readonly disputeRefusedDays: number;
  /** What is planned waits for a person, whatever the step says: the first batches (R15). */
  readonly isAllToConfirm: boolean;
  /** Whether a payment after a formal notice is acknowledged, neutrally, or passes in silence. */
  readonly isLatePaymentAcknowledged: boolean;
  readonly pilot: PilotSettings;
  readonly pauses: readonly Pause[];
  /** Allowed hours of sending, in minutes since midnight on the company's clock. */
  readonly sendFromMinute: number;
  readonly sendUntilMinute: number;
  /** Seconds during which a message approved may be called back. */
  readonly holdSeconds: number;
  readonly messagesPerHour: number;
  /** Ascending by days; by segment where one has its own. */
  readonly startingLevels: readonly StartingLevel[];
  readonly chronicStartingLevels: readonly StartingLevel[];
}

export const DUNNING_DEFAULTS: DunningSettings = {
  floorCents: 15_000,
  sweepDaysPastDue: 90,
  sweepBusinessDays: 10,
  residueCents: 15_000,
  residueShareBasisPoints: 500,
  exchangeHoldBusinessDays: 5,
  noticeIntervalDays: 14,
  noticeFloorCents: 50_000,
  taskPatienceBusinessDays: 5,
  vipPatienceBusinessDays: 5,
  disputeRefusedDays: 8,
  isAllToConfirm: false,
  isLatePaymentAcknowledged: true,
  pilot: { kind: 'off' },
  pauses: [],
  sendFromMinute: 8 * 60 + 30,
  sendUntilMinute: 18 * 60,
  holdSeconds: 120,
  messagesPerHour: 200,
  startingLevels: [
    { fromDaysPastDue: 30, severity: 'reminder_1' },
    { fromDaysPastDue: 60, severity: 'reminder_2' },
  ],
  chronicStartingLevels: [
    { fromDaysPastDue: 30, severity: 'reminder_1' },
    { fromDaysPastDue: 45, severity: 'reminder_2' },
  ],
};
