import { expect, test } from 'vitest';
import {
  type AlertRule,
  alertChanges,
  isShipped,
  type OpenAlert,
  rulesInForce,
  SHIPPED_RULES,
} from '../../../../src/shared/domain/alert/alert-rules.ts';
import { type AlertFigures, isRule } from '../../../../src/shared/domain/alert/criterion.ts';

const FINE: AlertFigures = {
  outstandingCents: 0,
  owedCents: 0,
  overdueCents: 0,
  oldestDaysPastDue: null,
  daysSinceContact: 3,
  brokenPromiseCents: 0,
  excessCents: null,
  usualDelayDays: null,
  disputeAsleepDays: null,
  owedBeforeCents: null,
  profile: null,
  repCode: null,
  agencyCode: null,
};
const LATE: AlertFigures = { ...FINE, overdueCents: 500, oldestDaysPastDue: 40 };

const late: AlertRule = {
  ruleKey: 'late',
  name: 'En retard',
  criteria: [{ kind: 'late_at_least', days: 30 }],
  isOn: true,
};
const standing: OpenAlert = { alertId: 7, ruleKey: 'late', customerId: 1 };

type Case = readonly [
  string,
  readonly AlertRule[],
  AlertFigures,
  readonly OpenAlert[],
  readonly number[],
  readonly number[],
];
const cases: readonly Case[] = [
  // what                                rules       customer 1  standing      raised cleared
  ['it begins', [late], LATE, [], [1], []],
  ['it goes on', [late], LATE, [standing], [], []],
  ['it ceases', [late], FINE, [standing], [], [7]],
  ['it never was', [late], FINE, [], [], []],
  ['its rule is off', [{ ...late, isOn: false }], LATE, [standing], [], [7]],
  ['its rule is gone', [], LATE, [standing], [], [7]],
];
test.each(cases)('%s', (_what, rules, figures, open, raised, cleared) => {
  const changes = alertChanges(rules, [[1, figures]], open);
  expect(changes.raised.map(({ customerId }) => customerId)).toEqual(raised);
  expect(changes.cleared.map(({ alertId }) => alertId)).toEqual(cleared);
});

test('an alert tells the figures that raised it', () => {
  expect(alertChanges([late], [[1, LATE]], []).raised).toEqual([
    { ruleKey: 'late', customerId: 1, evidence: [{ kind: 'late_at_least', figure: 40 }] },
  ]);
});

test('an alert of a customer who is no longer there is cleared', () => {
  expect(alertChanges([late], [], [standing]).cleared).toEqual([standing]);
});

test('what ships is five rules, each with something that is wrong', () => {
  expect(SHIPPED_RULES.map(({ ruleKey }) => ruleKey)).toHaveLength(5);
  for (const { criteria, name } of SHIPPED_RULES) {
    expect(isRule(criteria)).toBe(true);
    expect(name).toBeNull();
  }
  expect(isShipped('never_chased')).toBe(true);
  expect(isShipped('late')).toBe(false);
});

test('a rule that ships is in force until somebody changes it; removing gives it back', () => {
  expect(rulesInForce([])).toEqual(SHIPPED_RULES);
  const [first, ...others] = SHIPPED_RULES;
  if (first === undefined) throw new Error('No rule ships.');
  const off = { ...first, isOn: false };
  const own = { ...late, isRemoved: false };
  expect(rulesInForce([{ ...off, isRemoved: false }, own])).toEqual([off, ...others, late]);
  const gone = [
    { ...off, isRemoved: true },
    { ...own, isRemoved: true },
  ];
  expect(rulesInForce(gone)).toEqual(SHIPPED_RULES);
});
