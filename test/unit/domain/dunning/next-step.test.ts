import { describe, expect, test } from 'vitest';
import { DUNNING_DEFAULTS } from '../../../../src/shared/domain/dunning/dunning-settings.ts';
import { itemLevelOf } from '../../../../src/shared/domain/dunning/item-level.ts';
import { nextStepOf, scheduleBook } from '../../../../src/shared/domain/dunning/next-step.ts';
import type { ItemEvent } from '../../../../src/shared/domain/dunning/planner-input.ts';
import type { Scenario } from '../../../../src/shared/domain/dunning/scenario.ts';
import type { Severity } from '../../../../src/shared/domain/dunning/severity.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { scenario, scenarioNamed, step, went } from '../../../support/dunning.ts';
import { france } from '../../../support/open-items.ts';

const book = scheduleBook(france);

/** `j7 2026-10-12 skipping j-5`: the next step of an item due on Thursday 01/10/2026. */
function next(
  own: Scenario,
  events: readonly ItemEvent[],
  today: string,
  graceBusinessDays = 2,
): string {
  const origins = {
    dueDate: calendarDate('2026-10-01'),
    documentDate: calendarDate('2026-09-01'),
    graceBusinessDays,
  };
  const course = {
    scenario: own,
    level: itemLevelOf(events),
    origins,
    today: calendarDate(today),
    patience: DUNNING_DEFAULTS,
  };
  const found = nextStepOf(course, book);
  if (found === null) return 'ended';
  const skipped = found.skipped.map(({ stepKey }) => ` skipping ${stepKey}`).join('');
  return `${found.step.stepKey} ${found.on}${skipped}`;
}

const level = (
  severity: Severity | null,
  source: 'person' | 'imported' | 'start',
  day: string,
): ItemEvent => ({
  kind: 'level',
  source,
  severity,
  day: calendarDate(day),
});
const cycle = (cause: 'reopened' | 'person' | 'dispute_refused', day: string): ItemEvent => ({
  kind: 'cycle',
  cause,
  day: calendarDate(day),
});
const skipped = (claimKey: string): ItemEvent =>
  ({
    ...went(claimKey, null, '2026-10-20'),
    state: 'skipped',
  }) as ItemEvent;

const courteous = scenarioNamed('courteous');
const progressive = scenarioNamed('progressive');

describe('the next step of an item due on 01/10/2026, two working days of grace', () => {
  test.each<readonly [string, Scenario, readonly ItemEvent[], string, string]>([
    // Due Thursday: the grace ends on Monday 05/10.
    ['the notice before the due date', courteous, [], '2026-09-20', 'j-5 2026-09-28'],
    [
      'the day before it is due the notice still says something',
      courteous,
      [],
      '2026-09-30',
      'j-5 2026-09-28',
    ],
    [
      'on the due date the notice is passed over',
      courteous,
      [],
      '2026-10-01',
      'j7 2026-10-12 skipping j-5',
    ],
    [
      'and not again once that is recorded',
      courteous,
      [skipped('courteous/j-5')],
      '2026-10-01',
      'j7 2026-10-12',
    ],
    [
      'the notice went',
      courteous,
      [went('courteous/j-5', 'notice', '2026-09-28')],
      '2026-10-02',
      'j7 2026-10-12',
    ],
    ['first reminder', courteous, [], '2026-10-12', 'j7 2026-10-12 skipping j-5'],
    [
      'after weeks closed, the first one still, not the third',
      courteous,
      [],
      '2026-11-20',
      'j7 2026-10-12 skipping j-5',
    ],
    [
      'the next keeps its spacing',
      courteous,
      [went('courteous/j7', 'reminder_1', '2026-11-20')],
      '2026-11-20',
      'j15 2026-11-30',
    ],
    [
      'on time, it is the day of the scenario',
      courteous,
      [went('courteous/j7', 'reminder_1', '2026-10-12')],
      '2026-10-13',
      'j15 2026-10-20',
    ],
    [
      'sent early, the scenario keeps its day',
      courteous,
      [went('courteous/j7', 'reminder_1', '2026-10-06')],
      '2026-10-13',
      'j15 2026-10-20',
    ],
    [
      'nothing is left',
      courteous,
      [went('courteous/j45-mise-en-demeure', 'formal_notice', '2026-11-20')],
      '2026-11-23',
      'ended',
    ],
    // Levels.
    [
      'a starting level',
      courteous,
      [level('reminder_1', 'start', '2026-11-23')],
      '2026-11-23',
      'j15 2026-10-20',
    ],
    [
      'a level by hand spaces the next',
      courteous,
      [level('reminder_1', 'person', '2026-11-23')],
      '2026-11-23',
      'j15 2026-12-01',
    ],
    [
      'a level by hand before any step of the scenario',
      courteous,
      [level(null, 'person', '2026-11-23')],
      '2026-11-23',
      'j7 2026-10-12 skipping j-5',
    ],
    [
      'a level brought from elsewhere',
      courteous,
      [level('reminder_2', 'imported', '2026-10-10')],
      '2026-11-23',
      'j30 2026-11-04',
    ],
    [
      'back by hand, after what went',
      courteous,
      [
        went('courteous/j30', 'reminder_3', '2026-11-04'),
        level('notice', 'person', '2026-11-23'),
        cycle('person', '2026-11-23'),
      ],
      '2026-11-23',
      'j7 2026-10-12',
    ],
    // A formal notice.
    [
      'no formal notice at go-live: the last reminder first',
      courteous,
      [level('reminder_3', 'start', '2026-11-23')],
      '2026-11-23',
      'j30 2026-11-19',
    ],
    [
      'after one that really went',
      courteous,
      [
        level('reminder_3', 'start', '2026-11-20'),
        went('courteous/j30', 'reminder_3', '2026-11-20'),
      ],
      '2026-11-23',
      'j45-mise-en-demeure 2026-12-07',
    ],
    [
      'after one brought from elsewhere',
      courteous,
      [level('reminder_3', 'imported', '2026-11-02')],
      '2026-11-23',
      'j45-mise-en-demeure 2026-11-19',
    ],
    // Steps without a level.
    [
      'a call after the first reminder',
      progressive,
      [went('progressive/j1', 'reminder_1', '2026-10-06')],
      '2026-10-12',
      'j7-appel 2026-10-12',
    ],
    [
      'a call nobody made for a week is passed over',
      progressive,
      [went('progressive/j1', 'reminder_1', '2026-10-06')],
      '2026-10-20',
      'j15 2026-10-20 skipping j7-appel',
    ],
    [
      'not before',
      progressive,
      [went('progressive/j1', 'reminder_1', '2026-10-06')],
      '2026-10-19',
      'j7-appel 2026-10-12',
    ],
    [
      'what follows keeps its spacing from what went',
      progressive,
      [went('progressive/j1', 'reminder_1', '2026-11-02')],
      '2026-11-20',
      'j15 2026-11-16 skipping j7-appel',
    ],
    // From one scenario to another.
    [
      'the level goes with the item',
      progressive,
      [went('courteous/j15', 'reminder_2', '2026-10-20')],
      '2026-10-21',
      'j30-mise-en-demeure 2026-11-04',
    ],
    [
      'a step of the same name elsewhere is another',
      scenario([step({ days: 7 }), step({ days: 15, severity: 'reminder_2' })]),
      [went('courteous/j7', 'notice', '2026-10-12')],
      '2026-10-12',
      'j7 2026-10-12',
    ],
    // Cycles.
    [
      'an item that comes back goes on',
      courteous,
      [went('courteous/j7', 'reminder_1', '2026-10-12'), cycle('reopened', '2026-11-20')],
      '2026-11-23',
      'j15 2026-10-20',
    ],
    [
      'a refused dispute: eight days, then the first reminder',
      courteous,
      [went('courteous/j15', 'reminder_2', '2026-10-20'), cycle('dispute_refused', '2026-11-20')],
      '2026-11-23',
      'j7 2026-11-30',
    ],
    [
      'a dispute refused long ago delays nothing',
      courteous,
      [cycle('dispute_refused', '2026-10-02')],
      '2026-11-23',
      'j7 2026-10-12 skipping j-5',
    ],
  ])('%s', (_, own, events, today, expected) => {
    expect(next(own, events, today)).toBe(expected);
  });
});

describe('what steps count from', () => {
  test.each([
    ['no grace for a bill', step({ days: 1 }), 0, 'j1 2026-10-02'],
    ['two working days for a transfer', step({ days: 1 }), 2, 'j1 2026-10-06'],
    ['five for a cheque', step({ days: 1 }), 5, 'j1 2026-10-09'],
    [
      'working days over a week-end',
      step({ days: 4, delay: { from: 'due_date', days: 4, unit: 'business' } }),
      2,
      'j4 2026-10-09',
    ],
    ['a day off moves to the next working one', step({ days: 5 }), 2, 'j5 2026-10-12'],
    ['a holiday too', step({ days: 37 }), 2, 'j37 2026-11-12'],
    [
      'the day of the document',
      step({ days: 60, delay: { from: 'document_date', days: 60, unit: 'calendar' } }),
      2,
      'j60 2026-11-02',
    ],
  ])('%s', (_, only, grace, expected) => {
    expect(next(scenario([only]), [], '2026-10-01', grace)).toBe(expected);
  });

  test('a step after the one before', () => {
    const own = scenario([
      step({ days: 7 }),
      step({
        stepKey: 'then',
        severity: 'reminder_2',
        delay: { from: 'previous_step', days: 10, unit: 'calendar' },
      }),
    ]);
    expect(next(own, [went('own/j7', 'reminder_1', '2026-10-14')], '2026-10-14')).toBe(
      'then 2026-10-26',
    );
  });
});

describe('steps of one level', () => {
  const own = scenario([
    step({ days: 7 }),
    step({
      stepKey: 'again',
      channel: 'letter',
      delay: { from: 'due_date', days: 14, unit: 'calendar' },
    }),
    step({ days: 21, severity: 'reminder_2' }),
  ]);
  test('the second one follows the first', () => {
    expect(next(own, [went('own/j7', 'reminder_1', '2026-10-12')], '2026-10-12')).toBe(
      'again 2026-10-19',
    );
  });
  test('a level reached otherwise leaves both behind', () => {
    expect(next(own, [level('reminder_1', 'start', '2026-10-12')], '2026-10-12')).toBe(
      'j21 2026-10-26',
    );
    const after = [level('reminder_1', 'start', '2026-10-12'), skipped('own/j-5')] as const;
    expect(next(own, after, '2026-10-12')).toBe('j21 2026-10-26');
  });
});

test('a last call that only asks is not passed over: nothing comes after it', () => {
  const own = scenario([
    step({ days: 7 }),
    step({ days: 10, severity: null, channel: 'call', mode: 'task' }),
  ]);
  const events = [went('own/j7', 'reminder_1', '2026-10-12')];
  expect(next(own, events, '2026-12-01')).toBe('j10 2026-10-15');
});

test('a scenario of a formal notice alone, which the check refuses, never comes to it', () => {
  const formal = step({ days: 30, kind: 'formal_notice', severity: 'formal_notice' });
  expect(next(scenario([formal]), [], '2026-12-01')).toBe('ended');
});
