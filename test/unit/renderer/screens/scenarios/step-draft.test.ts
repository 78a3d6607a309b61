/** What one choice of the editor brings with it. */
import { describe, expect, test } from 'vitest';
import courteous from '../../../../../resources/scenarios/courteous.json' with { type: 'json' };
import {
  changedStep,
  dayOf,
  followingStep,
  inOrder,
  keyOf,
  movedDays,
  withoutStep,
  withStep,
  withStepMoved,
} from '../../../../../src/renderer/screens/scenarios/step-draft.ts';
import type { Scenario, ScenarioStep } from '../../../../../src/shared/domain/dunning/scenario.ts';
import { readScenario } from '../../../../../src/shared/domain/dunning/scenario-check.ts';

const read = readScenario(courteous);
if (!read.isDone) throw new Error('The shipped scenario is one.');
const scenario: Scenario = read.value;
const step = (key: string): ScenarioStep => {
  const found = scenario.steps.find(({ stepKey }) => stepKey === key);
  if (found === undefined) throw new Error(`No step ${key}.`);
  return found;
};
const keys = ({ steps }: Scenario) => steps.map(({ stepKey }) => stepKey).join(' ');

describe('a step that becomes something else', () => {
  test('a formal notice is to be confirmed and has its own words', () => {
    expect(changedStep(step('j30'), { kind: 'formal_notice' })).toMatchObject({
      severity: 'formal_notice',
      channel: 'email',
      mode: 'to_confirm',
      templateKey: 'formal_notice',
    });
    expect(changedStep(step('j7'), { kind: 'formal_notice' })).toMatchObject({
      mode: 'to_confirm',
    });
  });
  test('a call is a task with a script', () => {
    const call = changedStep(step('j7'), { channel: 'call' });
    expect(call).toMatchObject({ mode: 'task', templateKey: 'call_script' });
    expect(changedStep(call, { channel: 'email' })).toMatchObject({ templateKey: 'reminder_1' });
  });
  test('a hand-over by nobody writes nothing', () => {
    const none = changedStep(step('j45-mise-en-demeure'), { kind: 'hand_over', channel: 'none' });
    expect(none).toMatchObject({ severity: 'hand_over', mode: 'task', templateKey: null });
  });
  test('a notice stands before the due date, a reminder after it', () => {
    expect(changedStep(step('j7'), { kind: 'notice' }).delay.days).toBe(-7);
    expect(changedStep(step('j-5'), { kind: 'reminder' }).delay.days).toBe(5);
  });
  test('a level takes its own template; a template chosen by hand stays', () => {
    expect(changedStep(step('j7'), { severity: 'reminder_2' }).templateKey).toBe('reminder_2');
    expect(changedStep(step('j7'), { templateKey: 'statement' }).templateKey).toBe('statement');
    expect(changedStep(step('j7'), { isCopiedToRep: true }).templateKey).toBe('reminder_1');
  });
  test('a reminder that moves no level is a task', () => {
    expect(changedStep(step('j7'), { severity: null })).toMatchObject({ mode: 'task' });
  });
});

describe('days', () => {
  test.each([
    ['j7', 1, 8],
    ['j7', -7, 1],
    ['j-5', 10, -1],
    ['j-5', -100, -60],
    ['j30', 999, 365],
  ])('%s moved by %i stands at %i', (key, by, days) => {
    expect(movedDays(step(key), by)).toBe(days);
  });
  test('working days count a week for five, and a previous step is counted on', () => {
    const [first, second] = scenario.steps;
    if (first === undefined || second === undefined) throw new Error('Two steps at least.');
    const steps: ScenarioStep[] = [
      { ...second, delay: { from: 'due_date', days: 5, unit: 'business' } },
      { ...second, delay: { from: 'previous_step', days: 3, unit: 'calendar' } },
    ];
    expect([dayOf(steps, 0), dayOf(steps, 1), dayOf(steps, 9)]).toEqual([7, 10, 0]);
    expect(inOrder(steps)).toBe(steps);
  });
  test('a step that passes another takes its place', () => {
    const late = { ...step('j7'), delay: { ...step('j7').delay, days: 20 } };
    expect(keys(withStep(scenario, 'j7', late))).toBe('j-5 j15 j7 j30 j45-mise-en-demeure');
  });
});

describe('steps', () => {
  test('are taken out and moved', () => {
    expect(keys(withoutStep(scenario, 'j15'))).toBe('j-5 j7 j30 j45-mise-en-demeure');
    expect(keys(withStepMoved(scenario, 'j7', 1))).toBe('j-5 j15 j7 j30 j45-mise-en-demeure');
    expect(withStepMoved(scenario, 'j-5', -1)).toBe(scenario);
    expect(withStepMoved(scenario, 'j45-mise-en-demeure', 1)).toBe(scenario);
  });
  test('the next one is a level further, and makes a scenario that may be saved', () => {
    const short = { ...scenario, steps: scenario.steps.slice(0, 2) };
    const longer = { ...short, steps: [...short.steps, followingStep(short.steps, 'new')] };
    expect(longer.steps[2]).toMatchObject({ severity: 'reminder_2', delay: { days: 17 } });
    expect(readScenario(longer).isDone).toBe(true);
    expect(followingStep([], 'new')).toMatchObject({ severity: 'reminder_1', delay: { days: 10 } });
    expect(followingStep(scenario.steps, 'new')).toMatchObject({
      kind: 'hand_over',
      channel: 'none',
      templateKey: null,
      mode: 'task',
    });
  });
});

describe('keys', () => {
  test.each([
    ['Grands comptes', 'grands-comptes'],
    ['Courtois', 'courtois-3'],
    ['  — ', 'scenario'],
    ['Été 2026 (copie)', 'ete-2026-copie'],
  ])('%s', (name, key) => {
    expect(keyOf(name, new Set(['courtois', 'courtois-2']))).toBe(key);
  });
});
