/** Laws of agreements: nothing is lost between parts and items, nothing is judged too early. */
import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
  decideAgreement,
  equalParts,
  PART_PACES,
} from '../../../../src/shared/domain/agreement/agreement.ts';
import {
  type Agreement,
  expectedParts,
  judgeAgreement,
  partsAsPromises,
} from '../../../../src/shared/domain/agreement/judge-agreement.ts';
import { judgePromises } from '../../../../src/shared/domain/promise/judge-promise.ts';
import { addDays } from '../../../../src/shared/kernel/calendar-date.ts';
import { france, MONDAY, openItem } from '../../../support/open-items.ts';

const amounts = fc.array(fc.integer({ min: 1, max: 5_000_000 }), { minLength: 1, maxLength: 6 });
const plans = fc.record({
  amounts,
  count: fc.integer({ min: 1, max: 24 }),
  pace: fc.constantFrom(...PART_PACES),
  inDays: fc.integer({ min: 0, max: 90 }),
});

const sum = (rows: readonly { readonly amountCents: number }[]) =>
  rows.reduce((all, { amountCents }) => all + amountCents, 0);

function planOf({
  amounts: owed,
  count,
  pace,
  inDays,
}: typeof plans extends fc.Arbitrary<infer P> ? P : never): Agreement {
  const items = owed.map((outstandingCents, index) =>
    openItem({ receivableId: index + 1, outstandingCents }),
  );
  const totalCents = owed.reduce((all, one) => all + one, 0);
  const parts = equalParts({
    totalCents,
    count,
    firstCents: null,
    from: addDays(MONDAY, inDays),
    pace,
  });
  const proposed = {
    kind: 'plan',
    answerBy: MONDAY,
    parts,
    items,
    covered: new Set<number>(),
  } as const;
  const decided = decideAgreement(proposed, MONDAY);
  if (!decided.isDone) throw new Error(decided.refusal);
  return {
    agreementId: 1,
    kind: 'plan',
    agreedOn: MONDAY,
    answerBy: MONDAY,
    ...decided.value,
    items: decided.value.items.map((item) => ({ ...item, settledCents: 0 })),
    steps: ['signed'],
  };
}

test('equal parts sum to the total and differ by less than a cent a part', () => {
  fc.assert(
    fc.property(plans, (wanted) => {
      const { parts, items } = planOf(wanted);
      expect(sum(parts)).toBe(sum(items));
      const shares = parts.map(({ amountCents }) => amountCents);
      expect(Math.max(...shares) - Math.min(...shares)).toBeLessThan(wanted.count);
    }),
  );
});

test('no part is missed before the bank is known to its day and its grace', () => {
  fc.assert(
    fc.property(plans, fc.integer({ min: 0, max: 200 }), (wanted, days) => {
      const plan = planOf(wanted);
      const today = addDays(MONDAY, days);
      const bankDate = addDays(today, -1);
      const context = { today, bankDate, calendar: france };
      const judged = judgeAgreement(plan, judgePromises(partsAsPromises(plan), [], context), today);
      const isDue = judged.parts.some(({ deadline }) => deadline <= bankDate);
      expect(judged.state).toBe(isDue ? 'missed' : 'running');
    }),
  );
});

test('money and what is still to come make the parts; nothing held is more than was owed', () => {
  fc.assert(
    fc.property(plans, fc.integer({ min: 1, max: 9_000_000 }), (wanted, amountCents) => {
      const plan = planOf(wanted);
      const context = { today: MONDAY, bankDate: MONDAY, calendar: france };
      const paid = { date: MONDAY, amountCents, nature: 'bank' as const, receivableId: null };
      const parts = judgePromises(partsAsPromises(plan), [paid], context);
      const judged = judgeAgreement(plan, parts, MONDAY);
      expect(judged.receivedCents + judged.openCents).toBe(sum(plan.parts));
      expect(judged.receivedCents).toBe(Math.min(amountCents, sum(plan.parts)));
      expect(sum(judged.held)).toBeLessThanOrEqual(sum(plan.items));
      if (judged.state === 'running') expect(sum(expectedParts(judged))).toBe(judged.openCents);
      const ended = judgeAgreement({ ...plan, steps: ['ended'] }, [], MONDAY);
      expect(ended.held).toEqual([]);
    }),
  );
});
