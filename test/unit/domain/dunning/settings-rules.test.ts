import { describe, expect, test } from 'vitest';
import {
  ASSIGNMENT_DEFAULTS,
  assignmentOf,
  bySpecificity,
  namedCriteria,
} from '../../../../src/shared/domain/dunning/assignment.ts';
import { DUNNING_DEFAULTS } from '../../../../src/shared/domain/dunning/dunning-settings.ts';
import { pilotPayersOf } from '../../../../src/shared/domain/dunning/pilot.ts';
import {
  type AssignmentRule,
  plainTraits,
} from '../../../../src/shared/domain/dunning/planner-input.ts';
import { startingLevelOf } from '../../../../src/shared/domain/dunning/starting-level.ts';
import { library } from '../../../support/dunning.ts';

describe('the scenario of a customer', () => {
  const rule = (ruleKey: string, criteria: AssignmentRule['criteria']): AssignmentRule => ({
    ruleKey,
    scenarioKey: `s-${ruleKey}`,
    criteria,
  });
  const rules = [
    rule('all', {}),
    rule('north', { agency: 'Lille' }),
    rule('chronic', { segment: 'chronic' }),
    rule('chronic-north', { segment: 'chronic', agency: 'Lille' }),
    rule('public', { profile: 'public' }),
    rule('again', { profile: 'public' }),
    rule('watched', { tag: 'surveillé' }),
    rule('new', { isNew: true }),
    rule('risky', { risk: 'high' }),
    rule('debit', { paymentMethod: 'direct_debit' }),
    rule('food', { sector: '10', size: 'PME' }),
    rule('other-two', { sector: '10', agency: 'Lille' }),
  ];
  test.each([
    ['nothing said', {}, 'all'],
    ['one criterion beats none', { agency: 'Lille' }, 'north'],
    [
      'the means of payment beats the segment',
      { segment: 'chronic', paymentMethod: 'direct_debit' },
      'debit',
    ],
    ['the profile beats the segment', { segment: 'chronic', profile: 'public' }, 'public'],
    [
      'two criteria beat one',
      { segment: 'chronic', agency: 'Lille', profile: 'public' },
      'chronic-north',
    ],
    [
      'a tag beats all single ones',
      { tags: ['surveillé'], profile: 'public', isNew: true },
      'watched',
    ],
    ['new beats the segment', { isNew: true, segment: 'chronic' }, 'new'],
    ['risk beats new', { isNew: true, risk: 'high' }, 'risky'],
    [
      'of two pairs, the more telling second one',
      { sector: '10', size: 'PME', agency: 'Lille' },
      'food',
    ],
    ['of two alike, the earlier', { profile: 'public' }, 'public'],
  ] as const)('%s', (_, part, expected) => {
    const found = assignmentOf({ ...plainTraits(1), ...part }, null, bySpecificity(rules));
    expect(found).toMatchObject({
      source: 'rule',
      scenarioKey: `s-${expected}`,
      rule: { ruleKey: expected },
    });
  });

  test('a person’s choice beats every rule, and no rule is none', () => {
    expect(assignmentOf(plainTraits(1), 'mine', rules)).toMatchObject({
      source: 'override',
      scenarioKey: 'mine',
    });
    expect(assignmentOf(plainTraits(1), null, [])).toMatchObject({
      source: 'none',
      scenarioKey: null,
    });
  });

  test('a rule names its criteria, the most telling first', () => {
    expect(namedCriteria(rule('x', { agency: 'Lille', tag: 'a' }))).toEqual(['tag', 'agency']);
  });

  test('the rules that ship lead to scenarios of the library', () => {
    for (const { scenarioKey } of ASSIGNMENT_DEFAULTS) expect(library.has(scenarioKey)).toBe(true);
    const debit = { ...plainTraits(1), paymentMethod: 'direct_debit', segment: 'chronic' } as const;
    expect(assignmentOf(debit, null, bySpecificity(ASSIGNMENT_DEFAULTS)).scenarioKey).toBe(
      'direct-debit',
    );
  });
});

describe('the level an item starts from at go-live', () => {
  test.each([
    [null, null, null],
    [-5, null, null],
    [29, null, null],
    [30, null, 'reminder_1'],
    [59, 'good', 'reminder_1'],
    [60, null, 'reminder_2'],
    [400, 'occasional', 'reminder_2'],
    [44, 'chronic', 'reminder_1'],
    [45, 'chronic', 'reminder_2'],
  ] as const)('%s days late, %s: %s', (days, segment, expected) => {
    expect(startingLevelOf(days, segment, DUNNING_DEFAULTS)).toBe(expected);
  });

  test('never as far as a formal notice, in whatever order the table is', () => {
    const settings = {
      ...DUNNING_DEFAULTS,
      startingLevels: [
        { fromDaysPastDue: 90, severity: 'formal_notice' },
        { fromDaysPastDue: 30, severity: 'reminder_1' },
      ],
    } as const;
    expect(startingLevelOf(120, null, settings)).toBe('reminder_3');
    expect(startingLevelOf(31, null, settings)).toBe('reminder_1');
  });
});

describe('the pilot', () => {
  const payers = Array.from({ length: 300 }, (_, index) => index + 1);
  test('off, everybody is in; named, those alone', () => {
    expect(pilotPayersOf({ kind: 'off' }, payers)).toBeNull();
    expect(pilotPayersOf({ kind: 'payers', payerIds: [3, 5] }, payers)).toEqual(new Set([3, 5]));
  });
  test('a sample is the same whatever the order, and no run of neighbours', () => {
    const sample = pilotPayersOf({ kind: 'sample', payerCount: 50 }, payers);
    expect(sample).toEqual(pilotPayersOf({ kind: 'sample', payerCount: 50 }, payers.toReversed()));
    expect(sample?.size).toBe(50);
    expect([...(sample ?? [])].some((id) => id > 200)).toBe(true);
    expect([...(sample ?? [])].some((id) => id < 100)).toBe(true);
  });
});
