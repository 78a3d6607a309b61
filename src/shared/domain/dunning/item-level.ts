/**
 * Where an item stands, from what happened to it: its level for life, its cycle, and the step from
 * which its scenario goes on.
 *
 * Only what really went counts: left or posted, or done by a person. The level is the gravest of
 * those, until a person says another; later sendings raise it again. A cycle begins when an item
 * comes back after it was settled, or when a person starts again: its steps may then be claimed
 * anew, but its level stays, except where a dispute was refused, which goes back to the first
 * reminder (R21).
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { ItemEvent, StepState } from './planner-input.ts';
import { graverOf, type Severity, severityRank } from './severity.ts';

type StepEvent = Extract<ItemEvent, { readonly kind: 'step' }>;

/** A step that is claimed and not settled: nothing else happens to the item meanwhile. */
export type WaitingState = Extract<StepState, 'outbox' | 'to_post' | 'failed' | 'uncertain'>;

export interface ItemLevel {
  /** Null for an item that no step reached. */
  readonly severity: Severity | null;
  /** From 1. */
  readonly cycle: number;
  /** The last step that really went, of any scenario; null for none. */
  readonly lastWent: { readonly claimKey: string; readonly day: CalendarDate } | null;
  /**
   * Steps gone or passed over in this cycle since the level was last set: the scenario goes on
   * after them. Empty where the level alone says where it goes on.
   */
  readonly passedKeys: readonly string[];
  /** The step from whose day the next ones keep their spacing; null where they keep none. */
  readonly spacing: { readonly claimKey: string | null; readonly day: CalendarDate } | null;
  readonly waiting: { readonly state: WaitingState; readonly event: StepEvent } | null;
  /** A reminder really went, here or in the program used before. */
  readonly isReminded: boolean;
  readonly disputeRefusedOn: CalendarDate | null;
  /** An instalment plan was broken and nobody has decided since. */
  readonly forfeitedOn: CalendarDate | null;
  readonly events: readonly ItemEvent[];
}

/** An item to which nothing happened. */
export const UNTOUCHED: ItemLevel = {
  severity: null,
  cycle: 1,
  lastWent: null,
  passedKeys: [],
  spacing: null,
  waiting: null,
  isReminded: false,
  disputeRefusedOn: null,
  forfeitedOn: null,
  events: [],
};

/** Reads what happened to an item, in the order in which it was recorded. */
export function itemLevelOf(events: readonly ItemEvent[] | undefined): ItemLevel {
  if (events === undefined || events.length === 0) return UNTOUCHED;
  return { ...events.reduce(afterEvent, UNTOUCHED), events };
}

/** Whether setting this level must begin a cycle: it goes back over steps already claimed. */
export function needsNewCycle(level: ItemLevel, severity: Severity | null): boolean {
  return severityRank(severity) < severityRank(level.severity);
}

/** The day on which the rep was told of that step; null when he was not. */
export function repNoticedOn(level: ItemLevel, claimKey: string): CalendarDate | null {
  const told = level.events.findLast(
    (event) => event.kind === 'rep_noticed' && event.claimKey === claimKey,
  );
  return told?.day ?? null;
}

/**
 * Whether what was claimed is a step of a scenario. The message of a broken promise and thanks are
 * claimed under `promise_broken/…` and `thank_you/…`; no scenario's key has an underscore.
 */
function isScenarioStep(claimKey: string): boolean {
  return !claimKey.includes('_');
}

function afterEvent(level: ItemLevel, event: ItemEvent): ItemLevel {
  switch (event.kind) {
    case 'step':
      return afterStep(level, event);
    case 'level':
      return {
        ...level,
        severity: event.severity,
        passedKeys: [],
        spacing: event.source === 'start' ? null : { claimKey: null, day: event.day },
        isReminded:
          level.isReminded ||
          (event.source !== 'start' && severityRank(event.severity) >= severityRank('reminder_1')),
        forfeitedOn: null,
      };
    case 'cycle':
      return afterCycle(level, event);
    case 'plan_forfeited':
      return { ...level, forfeitedOn: event.day };
    case 'rep_noticed':
      return level;
  }
}

function afterCycle(level: ItemLevel, { cause, day }: ItemEvent & { kind: 'cycle' }): ItemLevel {
  const isBack = cause === 'dispute_refused' && level.severity !== null;
  return {
    ...level,
    severity: isBack ? 'notice' : level.severity,
    cycle: level.cycle + 1,
    passedKeys: [],
    // Claims of the cycle before say nothing of this one.
    waiting: null,
    disputeRefusedOn: cause === 'dispute_refused' ? day : level.disputeRefusedOn,
    forfeitedOn: cause === 'person' ? null : level.forfeitedOn,
  };
}

function afterStep(level: ItemLevel, event: StepEvent): ItemLevel {
  const { state, claimKey, day, severity, cycle } = event;
  const isCurrent = cycle === level.cycle;
  const passedKeys = isCurrent ? [...level.passedKeys, claimKey] : level.passedKeys;
  switch (state) {
    case 'sent':
    case 'done':
      return {
        ...level,
        severity: graverOf(level.severity, severity),
        lastWent: { claimKey, day },
        passedKeys,
        spacing: isScenarioStep(claimKey) ? { claimKey, day } : level.spacing,
        isReminded: level.isReminded || severityRank(severity) >= severityRank('reminder_1'),
      };
    case 'skipped':
      return { ...level, passedKeys };
    default:
      return isCurrent ? { ...level, waiting: { state, event } } : level;
  }
}
