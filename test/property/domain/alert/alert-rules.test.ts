import fc from 'fast-check';
import { expect, test } from 'vitest';
import { alertChanges, SHIPPED_RULES } from '../../../../src/shared/domain/alert/alert-rules.ts';
import type { AlertFigures } from '../../../../src/shared/domain/alert/criterion.ts';

const cents = fc.integer({ min: 0, max: 5_000_000 });
const days = fc.option(fc.integer({ min: 0, max: 120 }));
const figures: fc.Arbitrary<AlertFigures> = fc.record({
  outstandingCents: cents,
  owedCents: cents,
  overdueCents: cents,
  oldestDaysPastDue: days,
  daysSinceContact: days,
  brokenPromiseCents: cents,
  excessCents: fc.option(cents),
  usualDelayDays: days,
  disputeAsleepDays: days,
  owedBeforeCents: fc.option(cents),
  profile: fc.constant(null),
  repCode: fc.constant(null),
  agencyCode: fc.constant(null),
});
const customers = fc
  .array(figures, { maxLength: 6 })
  .map((all) => all.map((one, index) => [index + 1, one] as const));

test('looked at again on the same figures, nothing is raised and nothing cleared', () => {
  fc.assert(
    fc.property(customers, (all) => {
      const { raised } = alertChanges(SHIPPED_RULES, all, []);
      const open = raised.map((alert, index) => ({ ...alert, alertId: index + 1 }));
      expect(alertChanges(SHIPPED_RULES, all, open)).toEqual({ raised: [], cleared: [] });
      expect(alertChanges([], all, open).cleared).toHaveLength(open.length);
    }),
  );
});

test('what stands after a change is what the figures raise from nothing', () => {
  fc.assert(
    fc.property(customers, customers, (before, now) => {
      const keys = (list: readonly { ruleKey: string; customerId: number }[]) =>
        list.map(({ ruleKey, customerId }) => `${ruleKey} ${customerId}`).sort();
      const open = alertChanges(SHIPPED_RULES, before, []).raised.map((alert, index) => ({
        ...alert,
        alertId: index + 1,
      }));
      const { raised, cleared } = alertChanges(SHIPPED_RULES, now, open);
      const gone = new Set(cleared.map(({ alertId }) => alertId));
      const stays = open.filter(({ alertId }) => !gone.has(alertId));
      expect(keys([...stays, ...raised])).toEqual(
        keys(alertChanges(SHIPPED_RULES, now, []).raised),
      );
    }),
  );
});
