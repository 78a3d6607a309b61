/**
 * Why an amount is in today's batch or not: the verdicts of receivables (stops first, dates after),
 * then what the scenario, the pace and the day add for what is chaseable.
 *
 * Every open debit is cut into parts, each with one verdict; the parts sum to what is open, so that
 * chased and not chased are all that is owed, to the cent. Of several reasons the first of this
 * order is told. A person may lift a soft one for the day, never another: nothing insolvent,
 * disputed, promised, settled or doubtful leaves because somebody pressed a key.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import { VERDICTS, type Verdict } from '../receivable/verdict.ts';
import type { ExchangeKind } from './planner-input.ts';
import type { StepChannel, StepKind } from './scenario.ts';
import type { Severity } from './severity.ts';

/** What holds back a chaseable amount, in order of precedence. */
export const HOLDING_VERDICTS = [
  // The item itself, and the scenario it follows.
  'no_scenario',
  'not_in_pilot',
  'uncertain',
  'sending_failed',
  'in_outbox',
  'plan_forfeited',
  'scenario_ended',
  'step_not_reached',
  'rep_notice_pending',
  'below_step_floor',
  'residue',
  'in_turn',
  // The payer and his last exchanges.
  'unread_reply',
  'exchange_recent',
  'already_sent_today',
  'other_currency',
  'interval',
  'monthly_cap',
  'contact_away',
  'payer_closed',
  // The day and the books.
  'pause',
  'closed_day',
  'stale_data',
  'sending_locked',
  'no_address',
] as const;
export type HoldingVerdict = (typeof HOLDING_VERDICTS)[number];

/** What is done today about a chaseable amount. */
export const CHASING_VERDICTS = [
  'planned',
  'to_confirm',
  'task',
  'task_vip',
  'order_block',
  'listed',
] as const;
export type ChasingVerdict = (typeof CHASING_VERDICTS)[number];

export type DunningVerdict = Exclude<Verdict, 'chaseable'> | HoldingVerdict | ChasingVerdict;

/** All verdicts, in order of precedence. */
export const DUNNING_VERDICTS: readonly DunningVerdict[] = [
  ...VERDICTS.filter((verdict) => verdict !== 'chaseable'),
  ...HOLDING_VERDICTS,
  ...CHASING_VERDICTS,
];

/** What a person may lift for the day, with a reason. */
export const SOFT_VERDICTS = [
  'below_floor',
  'step_not_reached',
  'below_step_floor',
  'exchange_recent',
  'interval',
  'monthly_cap',
  'contact_away',
  'residue',
] as const satisfies readonly DunningVerdict[];
export type SoftVerdict = (typeof SOFT_VERDICTS)[number];

const SOFT: ReadonlySet<DunningVerdict> = new Set(SOFT_VERDICTS);
const CHASING: ReadonlySet<DunningVerdict> = new Set(CHASING_VERDICTS);

/** Whether a person may lift it. */
export function isSoft(verdict: DunningVerdict): verdict is SoftVerdict {
  return SOFT.has(verdict);
}

/** Whether something is done today about the amount. */
export function isChasing(verdict: DunningVerdict): verdict is ChasingVerdict {
  return CHASING.has(verdict);
}

/** The figures of its sentence; null where it has none. */
export interface VerdictDetail {
  /** From which it will do, or on which what it tells of happened. */
  readonly day: CalendarDate | null;
  /** Of the step that is meant. */
  readonly severity: Severity | null;
  readonly kind: StepKind | 'promise_broken' | null;
  readonly channel: StepChannel | null;
  readonly exchange: ExchangeKind | null;
  readonly minuteOfDay: number | null;
  /** Who treats it. */
  readonly person: string | null;
  readonly count: number | null;
}

export const NO_DETAIL: VerdictDetail = {
  day: null,
  severity: null,
  kind: null,
  channel: null,
  exchange: null,
  minuteOfDay: null,
  person: null,
  count: null,
};

export interface DunningPart {
  readonly verdict: DunningVerdict;
  /** Above zero, but for a settled item. */
  readonly amountCents: Cents;
  readonly detail?: VerdictDetail;
}
