import { expect, test } from 'vitest';
import {
  declareBefore,
  isBeyondTerms,
  isDeadlineNear,
  needsInsurerConsent,
} from '../../../../src/shared/domain/payer/insurer-deadline.ts';
import { addDays, calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

const DUE = calendarDate('2026-10-01');
const POLICY = { termDaysMax: 60, extensionDaysMax: 30, declareDays: 90 };
const NONE = { termDaysMax: null, extensionDaysMax: null, declareDays: null };

test('an item is declared so many days after its original due date', () => {
  expect(declareBefore(DUE, POLICY)).toBe('2026-12-30');
  expect(declareBefore(DUE, NONE)).toBeNull();
});

test.each([
  [11, false],
  [10, true],
  [0, true],
  [-30, true],
  [-31, false],
])('a deadline in %i days is near: %o', (days, isNear) => {
  expect(isDeadlineNear(addDays(DUE, days), DUE)).toBe(isNear);
});

test.each([
  [30, POLICY, false],
  [31, POLICY, true],
  [400, NONE, false],
  [1, { ...NONE, extensionDaysMax: 0 }, true],
] as const)(
  'a date %i days after the due one under %o asks the insurer: %o',
  (days, policy, asks) => {
    expect(needsInsurerConsent(DUE, addDays(DUE, days), policy)).toBe(asks);
  },
);

test.each([
  [60, POLICY, false],
  [61, POLICY, true],
  [400, NONE, false],
] as const)('terms of %i days under %o are too long: %o', (days, policy, isLong) => {
  expect(isBeyondTerms(addDays(DUE, -days), DUE, policy)).toBe(isLong);
});
