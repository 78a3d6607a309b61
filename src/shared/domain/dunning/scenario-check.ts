/**
 * Whether a document is a scenario that may be used: read from a file or typed in the editor.
 *
 * First its form, field by field; then its sense. A scenario that passes cannot make a level fall
 * or jump: severities never go down along its steps, reminders begin with the first and rise one by
 * one, and nothing graver comes before a reminder.
 */
import type { Result } from '../../kernel/result.ts';
import { done, refused } from '../../kernel/result.ts';
import { type DocumentFields, documentFields, type FieldProblem } from './document-fields.ts';
import {
  DELAY_ORIGINS,
  type Scenario,
  type ScenarioStep,
  STEP_CHANNELS,
  STEP_KINDS,
  STEP_MODES,
  STEP_TONES,
  type StepChannel,
  type StepKind,
} from './scenario.ts';
import { SEVERITIES, type Severity, severityRank } from './severity.ts';

export const STEPS_MAX = 20;

export const SCENARIO_PROBLEMS = [
  'field_wrong',
  'no_step',
  'step_key_repeated',
  'steps_not_in_order',
  'first_step_after_previous',
  'notice_not_before_due',
  'step_not_after_due',
  'severity_not_of_kind',
  'severity_falls',
  'severity_jumps',
  'no_reminder_before',
  'channel_not_of_kind',
  'never_automatic',
  'only_a_task',
  'template_missing',
  'template_unwanted',
  'floor_above_ceiling',
] as const;
export type ScenarioProblemCode = (typeof SCENARIO_PROBLEMS)[number];

export interface ScenarioProblem {
  readonly code: ScenarioProblemCode;
  /** `steps.2.delay.days`; for what is wrong with a step as a whole, `steps.2`. */
  readonly path: string;
}

/** Reads a scenario from any document; refused with all that is wrong with it. */
export function readScenario(document: unknown): Result<Scenario, readonly ScenarioProblem[]> {
  const problems: FieldProblem[] = [];
  const scenario = scenarioOf(documentFields(document, problems));
  if (problems.length > 0) return refused(problems);
  const found = checkScenario(scenario);
  return found.length > 0 ? refused(found) : done(scenario);
}

function scenarioOf(fields: DocumentFields): Scenario {
  const thankYou = fields.object('thankYou');
  return {
    scenarioKey: fields.key('scenarioKey'),
    name: fields.text('name', { min: 1, max: 80 }),
    description: fields.text('description', { min: 0, max: 600 }),
    steps: fields.list('steps', STEPS_MAX).map(stepOf),
    intervalBusinessDays: fields.whole('intervalBusinessDays', { min: 0, max: 60 }),
    monthlyCap: fields.whole('monthlyCap', { min: 1, max: 31 }),
    thankYou: {
      isOn: thankYou.flag('isOn'),
      when: thankYou.oneOf('when', ['settled', 'each_payment']),
      withinBusinessDays: thankYou.whole('withinBusinessDays', { min: 1, max: 60 }),
      despiteOverdueCents: thankYou.amount('despiteOverdueCents'),
      templateKey: thankYou.reference('templateKey'),
    },
  };
}

function stepOf(fields: DocumentFields): ScenarioStep {
  const delay = fields.object('delay');
  return {
    stepKey: fields.key('stepKey'),
    kind: fields.oneOf('kind', STEP_KINDS),
    severity: fields.oneOfOrNull('severity', SEVERITIES),
    delay: {
      from: delay.oneOf('from', DELAY_ORIGINS),
      days: delay.whole('days', { min: -60, max: 365 }),
      unit: delay.oneOf('unit', ['calendar', 'business']),
    },
    channel: fields.oneOf('channel', STEP_CHANNELS),
    mode: fields.oneOf('mode', STEP_MODES),
    templateKey: fields.referenceOrNull('templateKey'),
    tone: fields.oneOf('tone', STEP_TONES),
    senderKey: fields.referenceOrNull('senderKey'),
    isCopiedToRep: fields.flag('isCopiedToRep'),
    floorCents: fields.amountOrNull('floorCents'),
    ceilingCents: fields.amountOrNull('ceilingCents'),
    repNoticeBusinessDays: fields.wholeOrNull('repNoticeBusinessDays', { min: 1, max: 20 }),
  };
}

/** What is wrong with the sense of a well-formed scenario; empty when nothing is. */
export function checkScenario(scenario: Scenario): readonly ScenarioProblem[] {
  const { steps } = scenario;
  if (steps.length === 0) return [{ code: 'no_step', path: 'steps' }];
  return steps.flatMap((step, at) => {
    const before = steps.slice(0, at);
    const codes = [
      ...keyProblems(step, before),
      ...stepProblems(step),
      ...levelProblems(step, before),
    ];
    return codes.map((code) => ({ code, path: `steps.${at}` }));
  });
}

type Codes = readonly ScenarioProblemCode[];

const when = (isSo: boolean, code: ScenarioProblemCode): Codes => (isSo ? [code] : []);

function keyProblems(step: ScenarioStep, before: readonly ScenarioStep[]): Codes {
  const previous = before.at(-1);
  const { from, days } = step.delay;
  return [
    ...when(
      before.some(({ stepKey }) => stepKey === step.stepKey),
      'step_key_repeated',
    ),
    ...when(from === 'previous_step' && previous === undefined, 'first_step_after_previous'),
    ...when(previous !== undefined && isNotLater(step, previous), 'steps_not_in_order'),
    // A notice is of the days before the due date, all else of those after it.
    ...when(step.kind === 'notice' && from === 'due_date' && days >= 0, 'notice_not_before_due'),
    ...when(step.kind === 'notice' && from === 'previous_step', 'notice_not_before_due'),
    ...when(step.kind !== 'notice' && days < 1, 'step_not_after_due'),
  ];
}

/** Two steps never fall on one day; from other origins the order is known item by item only. */
function isNotLater(step: ScenarioStep, previous: ScenarioStep): boolean {
  if (step.delay.from !== previous.delay.from || step.delay.from === 'previous_step') return false;
  return calendarDaysOf(step) <= calendarDaysOf(previous);
}

/** Five working days are a week. */
function calendarDaysOf({ delay }: ScenarioStep): number {
  return delay.unit === 'business' ? Math.ceil((delay.days * 7) / 5) : delay.days;
}

const KIND_SEVERITIES: Readonly<Record<StepKind, readonly (Severity | null)[]>> = {
  notice: ['notice'],
  reminder: ['reminder_1', 'reminder_2', 'reminder_3', null],
  formal_notice: ['formal_notice'],
  hand_over: ['hand_over'],
  order_block: [null],
};

const KIND_CHANNELS: Readonly<Record<StepKind, readonly StepChannel[]>> = {
  notice: ['email', 'letter', 'call', 'sms', 'portal'],
  reminder: ['email', 'letter', 'registered_letter', 'call', 'sms', 'portal'],
  formal_notice: ['email', 'letter', 'registered_letter'],
  hand_over: ['email', 'letter', 'registered_letter', 'none'],
  order_block: ['none'],
};

const TASK_CHANNELS: readonly StepChannel[] = ['call', 'portal', 'none'];
const WRITTEN_CHANNELS: readonly StepChannel[] = ['email', 'letter', 'registered_letter', 'sms'];
const DECIDED_KINDS: readonly StepKind[] = ['formal_notice', 'hand_over'];
const DECIDED_CHANNELS: readonly StepChannel[] = ['registered_letter', 'sms'];

function stepProblems(step: ScenarioStep): Codes {
  const { kind, severity, channel, mode, templateKey, floorCents, ceilingCents } = step;
  const isDecided = DECIDED_KINDS.includes(kind) || DECIDED_CHANNELS.includes(channel);
  const isAsking = kind === 'reminder' && severity === null;
  return [
    ...when(!KIND_SEVERITIES[kind].includes(severity), 'severity_not_of_kind'),
    ...when(!KIND_CHANNELS[kind].includes(channel), 'channel_not_of_kind'),
    ...when(isDecided && mode === 'automatic', 'never_automatic'),
    ...when((TASK_CHANNELS.includes(channel) || isAsking) && mode !== 'task', 'only_a_task'),
    ...when(WRITTEN_CHANNELS.includes(channel) && templateKey === null, 'template_missing'),
    ...when(channel === 'none' && templateKey !== null, 'template_unwanted'),
    ...when(
      floorCents !== null && ceilingCents !== null && floorCents > ceilingCents,
      'floor_above_ceiling',
    ),
  ];
}

function levelProblems(step: ScenarioStep, before: readonly ScenarioStep[]): Codes {
  const reached = Math.max(-1, ...before.map(({ severity }) => severityRank(severity)));
  const rank = severityRank(step.severity);
  const hasReminder = before.some(({ kind, severity }) => kind === 'reminder' && severity !== null);
  return [
    ...when(step.severity !== null && rank < reached, 'severity_falls'),
    ...when(
      step.kind === 'reminder' && step.severity !== null && rank > Math.max(reached, 0) + 1,
      'severity_jumps',
    ),
    ...when(DECIDED_KINDS.includes(step.kind) && !hasReminder, 'no_reminder_before'),
  ];
}
