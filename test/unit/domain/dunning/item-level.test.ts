import { describe, expect, test } from 'vitest';
import {
  type ItemLevel,
  itemLevelOf,
  needsNewCycle,
  repNoticedOn,
  UNTOUCHED,
} from '../../../../src/shared/domain/dunning/item-level.ts';
import type { ItemEvent } from '../../../../src/shared/domain/dunning/planner-input.ts';
import { graverOf, type Severity } from '../../../../src/shared/domain/dunning/severity.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { went } from '../../../support/dunning.ts';

const day = calendarDate('2026-11-02');
const later = calendarDate('2026-11-09');
const set = (
  severity: Severity | null,
  source: 'person' | 'imported' | 'start' = 'person',
): ItemEvent => ({
  kind: 'level',
  source,
  severity,
  day: later,
});
const cycle = (cause: 'reopened' | 'person' | 'dispute_refused'): ItemEvent => ({
  kind: 'cycle',
  cause,
  day: later,
});
const first = went('own/j7', 'reminder_1', '2026-11-02');
const second = went('own/j15', 'reminder_2', '2026-11-09');
const state = (one: ItemEvent, value: string) => ({ ...one, state: value }) as ItemEvent;
const levelOf = ({ severity, cycle: number }: ItemLevel) => `${severity ?? 'none'} ${number}`;

describe('the level of an item, and its cycle', () => {
  test.each<readonly [string, readonly ItemEvent[] | undefined, string]>([
    ['never touched', undefined, 'none 1'],
    ['nothing happened', [], 'none 1'],
    ['the gravest that went', [first, second], 'reminder_2 1'],
    [
      'a step without a level moves none',
      [first, went('own/call', null, '2026-11-09')],
      'reminder_1 1',
    ],
    ['a call done counts', [state(second, 'done')], 'reminder_2 1'],
    ['what waits moves nothing', [first, state(second, 'outbox')], 'reminder_1 1'],
    [
      'what is printed and not posted moves nothing',
      [first, state(second, 'to_post')],
      'reminder_1 1',
    ],
    ['what is skipped moves nothing', [first, state(second, 'skipped')], 'reminder_1 1'],
    ['a person lowers it', [first, second, set('reminder_1')], 'reminder_1 1'],
    ['a person raises it', [first, set('reminder_3')], 'reminder_3 1'],
    ['later sendings raise it again', [second, set(null), first], 'reminder_1 1'],
    ['a softer step does not lower it', [set('reminder_3'), first], 'reminder_3 1'],
    ['an item that comes back keeps its level', [second, cycle('reopened')], 'reminder_2 2'],
    ['a person starts again', [second, set(null), cycle('person')], 'none 2'],
    [
      'a refused dispute goes back to the first reminder',
      [second, cycle('dispute_refused')],
      'notice 2',
    ],
    ['a refused dispute before any reminder', [cycle('dispute_refused')], 'none 2'],
    ['two cycles', [cycle('reopened'), cycle('reopened')], 'none 3'],
  ])('%s', (_, events, expected) => {
    expect(levelOf(itemLevelOf(events))).toBe(expected);
  });
});

test('where a scenario goes on: after what went or was passed over in this cycle', () => {
  const passed = (...events: ItemEvent[]) => itemLevelOf(events).passedKeys;
  expect(passed(first, state(second, 'skipped'))).toEqual(['own/j7', 'own/j15']);
  expect(passed(first, set('reminder_1'))).toEqual([]);
  expect(passed(first, cycle('reopened'))).toEqual([]);
  expect(passed(cycle('reopened'), first)).toEqual([]);
});

test('spacing counts from what went, or from the day a level was said to be reached', () => {
  expect(itemLevelOf([first]).spacing).toEqual({ claimKey: 'own/j7', day });
  expect(itemLevelOf([first, set('reminder_2')]).spacing).toEqual({ claimKey: null, day: later });
  expect(itemLevelOf([set('reminder_2', 'start')]).spacing).toBeNull();
  const promise = went('promise_broken/7', null, '2026-11-09');
  expect(itemLevelOf([first, promise]).spacing).toEqual({ claimKey: 'own/j7', day });
  expect(itemLevelOf([first]).lastWent).toEqual({ claimKey: 'own/j7', day });
});

test.each([
  ['a reminder that went', [first], true],
  ['a notice only', [went('own/j-5', 'notice', '2026-11-02')], false],
  ['a level given at go-live', [set('reminder_2', 'start')], false],
  ['a level brought from another program', [set('reminder_2', 'imported')], true],
  ['a person says so', [set('reminder_1')], true],
  ['a person says none', [set('notice')], false],
])('whether a reminder really went: %s', (_, events, expected) => {
  expect(itemLevelOf(events).isReminded).toBe(expected);
});

test.each(['outbox', 'to_post', 'failed', 'uncertain'])(
  'an item whose step is %s waits',
  (value) => {
    expect(itemLevelOf([state(first, value)]).waiting?.state).toBe(value);
    expect(itemLevelOf([state(first, value), cycle('person')]).waiting).toBeNull();
    expect(itemLevelOf([cycle('person'), state(first, value)]).waiting).toBeNull();
  },
);

test('a plan that was broken waits for a person to decide', () => {
  const forfeited: ItemEvent = { kind: 'plan_forfeited', day };
  expect(itemLevelOf([forfeited]).forfeitedOn).toBe(day);
  expect(itemLevelOf([forfeited, cycle('reopened')]).forfeitedOn).toBe(day);
  expect(itemLevelOf([forfeited, cycle('person')]).forfeitedOn).toBeNull();
  expect(itemLevelOf([forfeited, set('reminder_2')]).forfeitedOn).toBeNull();
});

test('the rep was told of a step, and of no other', () => {
  const told: ItemEvent = { kind: 'rep_noticed', claimKey: 'own/j45', day };
  expect(repNoticedOn(itemLevelOf([told]), 'own/j45')).toBe(day);
  expect(repNoticedOn(itemLevelOf([told, first]), 'own/j7')).toBeNull();
  expect(repNoticedOn(UNTOUCHED, 'own/j45')).toBeNull();
});

test('going back by hand begins a cycle, going on does not', () => {
  const level = itemLevelOf([second]);
  expect(needsNewCycle(level, 'reminder_1')).toBe(true);
  expect(needsNewCycle(level, null)).toBe(true);
  expect(needsNewCycle(level, 'reminder_2')).toBe(false);
  expect(needsNewCycle(level, 'formal_notice')).toBe(false);
});

test('the graver of two levels', () => {
  expect(graverOf(null, null)).toBeNull();
  expect(graverOf(null, 'notice')).toBe('notice');
  expect(graverOf('reminder_3', 'reminder_1')).toBe('reminder_3');
});
