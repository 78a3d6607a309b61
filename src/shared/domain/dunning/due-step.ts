/**
 * A step that is due to an item, or will be: from its scenario, or from a promise that was broken.
 * Items that nothing happened to share it, so that a hundred thousand of them cost a look-up each.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import { NO_DETAIL, type VerdictDetail } from './dunning-verdict.ts';
import type { ItemLevel } from './item-level.ts';
import { claimKeyOf, type NextStep } from './next-step.ts';
import type { BrokenPromiseFact } from './planner-input.ts';
import type { Scenario, ScenarioStep, StepKind } from './scenario.ts';
import { graverOf, type Severity } from './severity.ts';

export interface DueStep extends Omit<ScenarioStep, 'stepKey' | 'kind' | 'delay'> {
  readonly scenario: Scenario;
  readonly stepKey: string | null;
  readonly claimKey: string;
  readonly kind: StepKind | 'promise_broken';
  /** What the level becomes; null for a step that moves none. */
  readonly severity: Severity | null;
  readonly on: CalendarDate;
  readonly skippedKeys: readonly string[];
  readonly promise: BrokenPromiseFact | null;
  /** The figures of its sentence. */
  readonly detail: VerdictDetail;
}

/** The next step of an item as it is claimed and told. */
export function dueStepOf(
  { step, on, skipped }: NextStep,
  level: ItemLevel,
  scenario: Scenario,
): DueStep {
  const keyOf = (one: ScenarioStep) => claimKeyOf(scenario.scenarioKey, one.stepKey);
  const { kind, channel } = step;
  const severity = step.severity === null ? null : graverOf(step.severity, level.severity);
  return {
    ...step,
    scenario,
    claimKey: keyOf(step),
    severity,
    on,
    skippedKeys: skipped.map(keyOf),
    promise: null,
    detail: { ...NO_DETAIL, day: on, severity, kind, channel },
  };
}

/** What the message of a broken promise is claimed as. */
export function promiseKeyOf({ promiseId }: BrokenPromiseFact): string {
  return claimKeyOf('promise_broken', String(promiseId));
}

/** The message of a broken promise, which moves no level (R21). */
export function promiseStepOf(promise: BrokenPromiseFact, scenario: Scenario): DueStep {
  const kind = 'promise_broken';
  const channel = 'email';
  return {
    scenario,
    stepKey: null,
    claimKey: promiseKeyOf(promise),
    kind,
    severity: null,
    channel,
    mode: 'to_confirm',
    templateKey: 'promise_broken',
    tone: 'by_segment',
    senderKey: null,
    isCopiedToRep: false,
    floorCents: null,
    ceilingCents: null,
    repNoticeBusinessDays: null,
    on: promise.brokenOn,
    skippedKeys: [],
    promise,
    detail: { ...NO_DETAIL, day: promise.brokenOn, kind, channel },
  };
}
