/**
 * A scenario while it is edited: steps put in, taken out, moved, and what one choice brings with
 * it. A formal notice is never automatic, a call has a script: choosing the one sets the other, so
 * that a person corrects as little as possible.
 */
import type {
  Scenario,
  ScenarioStep,
  StepChannel,
  StepKind,
} from '../../../shared/domain/dunning/scenario.ts';
import type { Severity } from '../../../shared/domain/dunning/severity.ts';
import { templateKindsOf } from '../../../shared/domain/message/step-template.ts';

/** The levels that a kind may move to; null for one that moves none. */
export const KIND_LEVELS: Readonly<Record<StepKind, readonly (Severity | null)[]>> = {
  notice: ['notice'],
  reminder: ['reminder_1', 'reminder_2', 'reminder_3', null],
  formal_notice: ['formal_notice'],
  hand_over: ['hand_over'],
  order_block: [null],
};

/** The channels of a kind, the usual one first. */
export const KIND_CHANNELS: Readonly<Record<StepKind, readonly StepChannel[]>> = {
  notice: ['email', 'letter', 'call', 'sms', 'portal'],
  reminder: ['email', 'letter', 'registered_letter', 'call', 'sms', 'portal'],
  formal_notice: ['registered_letter', 'letter', 'email'],
  hand_over: ['none', 'registered_letter', 'letter', 'email'],
  order_block: ['none'],
};

const TASKS: readonly StepChannel[] = ['call', 'portal', 'none'];
const DECIDED: readonly StepChannel[] = ['registered_letter', 'sms'];

/** The modes a step may have, the usual one first. */
export function modesOf({
  kind,
  channel,
  severity,
}: Pick<ScenarioStep, 'kind' | 'channel' | 'severity'>): readonly ScenarioStep['mode'][] {
  if (TASKS.includes(channel) || (kind === 'reminder' && severity === null)) return ['task'];
  const isDecided = kind === 'formal_notice' || kind === 'hand_over' || DECIDED.includes(channel);
  return isDecided ? ['to_confirm', 'task'] : ['automatic', 'to_confirm', 'task'];
}

/** The step with a change, and with what the change makes necessary. */
export function changedStep(step: ScenarioStep, patch: Partial<ScenarioStep>): ScenarioStep {
  const next = { ...step, ...patch };
  const severity = KIND_LEVELS[next.kind].includes(next.severity)
    ? next.severity
    : (KIND_LEVELS[next.kind][0] ?? null);
  const channel = KIND_CHANNELS[next.kind].includes(next.channel)
    ? next.channel
    : (KIND_CHANNELS[next.kind][0] ?? 'none');
  const modes = modesOf({ kind: next.kind, channel, severity });
  const mode = modes.includes(next.mode) ? next.mode : (modes[0] ?? 'task');
  const isOther = next.kind !== step.kind || channel !== step.channel || severity !== step.severity;
  const templateKey =
    isOther && patch.templateKey === undefined
      ? templateFor({ ...next, severity, channel }, step)
      : next.templateKey;
  return { ...next, severity, channel, mode, templateKey, delay: delayFor(next) };
}

/** The shipped template of the level, unless the one chosen still does. */
function templateFor(next: ScenarioStep, before: ScenarioStep): string | null {
  const kinds: readonly string[] = templateKindsOf(next);
  const [first] = kinds;
  if (first === undefined) return null;
  // A portal is answered by hand: it may have words, it need not.
  if (next.channel === 'portal' && before.templateKey === null) return null;
  const ofLevel = kinds.find((kind) => kind === next.severity);
  if (ofLevel !== undefined) return ofLevel;
  const { templateKey } = before;
  return templateKey !== null && kinds.includes(templateKey) ? templateKey : first;
}

/** A notice comes before the due date, all else after it. */
function delayFor({ kind, delay }: ScenarioStep): ScenarioStep['delay'] {
  const { from, days } = delay;
  if (kind === 'notice' && from === 'due_date' && days >= 0) {
    return { ...delay, days: -Math.max(days, 1) };
  }
  if (kind === 'notice' && from === 'previous_step') {
    return { ...delay, from: 'due_date', days: -Math.max(Math.abs(days), 1) };
  }
  if (kind !== 'notice' && days < 1) return { ...delay, days: Math.max(-days, 1) };
  return delay;
}

export const DAYS_MIN = -60;
export const DAYS_MAX = 365;

/** The delay moved by so many days, over the day zero that no step has. */
export function movedDays(step: ScenarioStep, by: number): number {
  const days = step.delay.days + by;
  if (step.kind === 'notice' && step.delay.from === 'due_date') {
    return Math.min(-1, Math.max(DAYS_MIN, days));
  }
  return Math.max(1, Math.min(DAYS_MAX, days));
}

/** Calendar days from the due date, as near as they are known without an invoice. */
export function dayOf(steps: readonly ScenarioStep[], at: number): number {
  const step = steps[at];
  if (step === undefined) return 0;
  const { from, days, unit } = step.delay;
  const own = unit === 'business' ? Math.ceil((days * 7) / 5) : days;
  return from === 'previous_step' && at > 0 ? dayOf(steps, at - 1) + own : own;
}

/** Steps in the order of their days, where all are counted from the due date. */
export function inOrder(steps: readonly ScenarioStep[]): readonly ScenarioStep[] {
  if (steps.some(({ delay }) => delay.from !== 'due_date')) return steps;
  return steps
    .map((step, at) => ({ step, day: dayOf(steps, at) }))
    .sort((a, b) => a.day - b.day)
    .map(({ step }) => step);
}

/** The scenario with one step changed; its steps stay in order. */
export function withStep(scenario: Scenario, stepKey: string, step: ScenarioStep): Scenario {
  const steps = scenario.steps.map((one) => (one.stepKey === stepKey ? step : one));
  return { ...scenario, steps: inOrder(steps) };
}

export function withoutStep(scenario: Scenario, stepKey: string): Scenario {
  return { ...scenario, steps: scenario.steps.filter((one) => one.stepKey !== stepKey) };
}

/** Moves a step one place; for scenarios whose days do not say the order. */
export function withStepMoved(scenario: Scenario, stepKey: string, by: 1 | -1): Scenario {
  const at = scenario.steps.findIndex((one) => one.stepKey === stepKey);
  const steps = [...scenario.steps];
  const [step] = steps.splice(at, 1);
  const to = at + by;
  if (step === undefined || to < 0 || to > steps.length) return scenario;
  steps.splice(to, 0, step);
  return { ...scenario, steps };
}

const NEXT_LEVEL: Readonly<Record<Severity, Severity>> = {
  notice: 'reminder_1',
  reminder_1: 'reminder_2',
  reminder_2: 'reminder_3',
  reminder_3: 'formal_notice',
  formal_notice: 'hand_over',
  hand_over: 'hand_over',
};

const DAYS_BETWEEN = 10;

/**
 * The step that would naturally follow: a level further, ten days later. `stepKey` must never have
 * been used: what was sent names it.
 */
export function followingStep(steps: readonly ScenarioStep[], stepKey: string): ScenarioStep {
  const levels = steps.flatMap(({ severity }) => severity ?? []);
  const last = levels.at(-1);
  const severity = last === undefined ? 'reminder_1' : NEXT_LEVEL[last];
  const kind: StepKind =
    severity === 'formal_notice' || severity === 'hand_over' ? severity : 'reminder';
  const days = Math.min(Math.max(dayOf(steps, steps.length - 1), 0) + DAYS_BETWEEN, DAYS_MAX);
  const channel = KIND_CHANNELS[kind][0] ?? 'email';
  return {
    stepKey,
    kind,
    severity,
    delay: { from: 'due_date', days, unit: 'calendar' },
    channel,
    mode: modesOf({ kind, channel, severity })[0] ?? 'task',
    templateKey: templateKindsOf({ kind, channel }).find((one) => one === severity) ?? null,
    tone: 'by_segment',
    senderKey: null,
    isCopiedToRep: false,
    floorCents: null,
    ceilingCents: null,
    repNoticeBusinessDays: null,
  };
}

const KEY_MAX = 40;

/** A key made of a name, that none of these has: « Grands comptes » → `grands-comptes-2`. */
export function keyOf(name: string, taken: ReadonlySet<string>): string {
  const base =
    name
      .normalize('NFD')
      .toLowerCase()
      .replace(/\p{M}/gu, '')
      .replace(/[^a-z0-9]+/gu, '-')
      .replace(/^-+|-+$/gu, '')
      .slice(0, KEY_MAX - 4)
      .replace(/-+$/u, '') || 'scenario';
  if (!taken.has(base)) return base;
  for (let count = 2; ; count += 1) {
    const key = `${base}-${count}`;
    if (!taken.has(key)) return key;
  }
}
