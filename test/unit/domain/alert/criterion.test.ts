import { expect, test } from 'vitest';
import {
  type AlertFigures,
  type Criterion,
  evidenceOf,
  isRule,
} from '../../../../src/shared/domain/alert/criterion.ts';

/** 24 300 € owed, of which 20 000 late by 47 days, nobody contacted for 18 days. */
const CUSTOMER: AlertFigures = {
  outstandingCents: 2_400_000,
  owedCents: 2_430_000,
  overdueCents: 2_000_000,
  oldestDaysPastDue: 47,
  daysSinceContact: 18,
  brokenPromiseCents: 0,
  excessCents: null,
  usualDelayDays: null,
  disputeAsleepDays: null,
  owedBeforeCents: null,
  profile: 'sme',
  repCode: 'DUPAS',
  agencyCode: null,
};

type Case = readonly [Criterion, Partial<AlertFigures>, number | null | 'no'];
const cases: readonly Case[] = [
  // criterion                                        what is known              met by
  [{ kind: 'overdue_at_least', cents: 2_000_000 }, {}, 2_000_000],
  [{ kind: 'overdue_at_least', cents: 2_000_001 }, {}, 'no'],
  [{ kind: 'overdue_at_least', cents: 0 }, { overdueCents: 0 }, 'no'], // nothing late is never late
  [{ kind: 'late_at_least', days: 47 }, {}, 47],
  [{ kind: 'late_at_least', days: 48 }, {}, 'no'],
  [{ kind: 'late_at_least', days: 0 }, { oldestDaysPastDue: null }, 'no'],
  [{ kind: 'not_contacted_for', days: 18 }, {}, 18],
  [{ kind: 'not_contacted_for', days: 19 }, {}, 'no'],
  [{ kind: 'not_contacted_for', days: 10 }, { daysSinceContact: null }, null], // never is long ago
  [{ kind: 'no_action_while_late', days: 46 }, {}, 'no'], // somebody did something
  [{ kind: 'no_action_while_late', days: 46 }, { daysSinceContact: null }, 47],
  [{ kind: 'no_action_while_late', days: 47 }, { daysSinceContact: null }, 'no'], // more than 47
  [{ kind: 'promise_broken' }, {}, 'no'],
  [{ kind: 'promise_broken' }, { brokenPromiseCents: 5_000 }, 5_000],
  [{ kind: 'limit_exceeded' }, {}, 'no'], // no limit, nothing to exceed
  [{ kind: 'limit_exceeded' }, { excessCents: 100 }, 100],
  [{ kind: 'turning_late', days: 15 }, {}, 'no'], // nothing is known of how he pays
  [{ kind: 'turning_late', days: 15 }, { usualDelayDays: 5 }, 47],
  [{ kind: 'turning_late', days: 15 }, { usualDelayDays: 6 }, 'no'],
  [{ kind: 'turning_late', days: 48 }, { usualDelayDays: 0 }, 'no'],
  [{ kind: 'dispute_asleep', days: 30 }, {}, 'no'],
  [{ kind: 'dispute_asleep', days: 30 }, { disputeAsleepDays: 29 }, 'no'],
  [{ kind: 'dispute_asleep', days: 30 }, { disputeAsleepDays: 30 }, 30],
  [{ kind: 'overdue_share', basisPoints: 8_230 }, {}, 8_230], // 82,3 %, rounded down
  [{ kind: 'overdue_share', basisPoints: 8_231 }, {}, 'no'],
  [{ kind: 'overdue_share', basisPoints: 0 }, { owedCents: 0 }, 'no'],
  [{ kind: 'grown_by', cents: 100_000 }, {}, 'no'], // the books do not reach so far
  [{ kind: 'grown_by', cents: 100_000 }, { owedBeforeCents: 2_300_000 }, 100_000],
  [{ kind: 'grown_by', cents: 0 }, { owedBeforeCents: 2_400_000 }, 'no'],
];
test.each(cases)('%j with %j is met by %s', (criterion, known, expected) => {
  const evidence = evidenceOf([criterion], { ...CUSTOMER, ...known });
  expect(evidence).toEqual(expected === 'no' ? null : [{ kind: criterion.kind, figure: expected }]);
});

const LATE: Criterion = { kind: 'late_at_least', days: 30 };
const places: readonly (readonly [Criterion, boolean])[] = [
  [{ kind: 'among', dimension: 'profile', values: ['key_account', 'sme'] }, true],
  [{ kind: 'among', dimension: 'profile', values: ['public'] }, false],
  [{ kind: 'among', dimension: 'rep_code', values: ['DUPAS'] }, true],
  [{ kind: 'among', dimension: 'agency_code', values: ['', 'LYON'] }, false], // has none
];
test.each(places)('%j: %s', (place, isMet) => {
  expect(evidenceOf([place, LATE], CUSTOMER) !== null).toBe(isMet);
  // Where to look is not what is wrong.
  expect(evidenceOf([place], CUSTOMER)).toBeNull();
  expect(isRule([place])).toBe(false);
  expect(isRule([place, LATE])).toBe(true);
});

test('all criteria must hold, and each says its figure in their order', () => {
  const silent: Criterion = { kind: 'not_contacted_for', days: 10 };
  const large: Criterion = { kind: 'overdue_at_least', cents: 2_000_000 };
  expect(evidenceOf([large, silent], CUSTOMER)).toEqual([
    { kind: 'overdue_at_least', figure: 2_000_000 },
    { kind: 'not_contacted_for', figure: 18 },
  ]);
  expect(evidenceOf([large, silent], { ...CUSTOMER, daysSinceContact: 9 })).toBeNull();
  expect(evidenceOf([], CUSTOMER)).toBeNull();
});
