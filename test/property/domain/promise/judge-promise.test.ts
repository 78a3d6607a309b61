import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { SettlementNature } from '../../../../src/shared/domain/interpretation/interpretation.ts';
import {
  type AccountMovement,
  judgePromises,
} from '../../../../src/shared/domain/promise/judge-promise.ts';
import type { PromiseToPay } from '../../../../src/shared/domain/promise/promise.ts';
import { addDays } from '../../../../src/shared/kernel/calendar-date.ts';
import { france, MONDAY } from '../../../support/open-items.ts';

const receivables = fc.integer({ min: 1, max: 3 });
const amounts = fc.integer({ min: 1, max: 10_000 });
const promises = fc
  .array(
    fc.record({
      madeAgo: fc.integer({ min: 0, max: 60 }),
      ahead: fc.integer({ min: 0, max: 30 }),
      parts: fc.uniqueArray(fc.tuple(receivables, amounts), {
        selector: ([id]) => id,
        maxLength: 3,
      }),
      whole: amounts,
    }),
    { maxLength: 4 },
  )
  .map((rows) =>
    rows.map(({ madeAgo, ahead, parts, whole }, index): PromiseToPay => {
      const promisedOn = addDays(MONDAY, -madeAgo);
      const items = parts.map(([receivableId, amountCents]) => ({ receivableId, amountCents }));
      return {
        promiseId: index + 1,
        kind: 'promise',
        promisedOn,
        promisedFor: addDays(promisedOn, ahead),
        amountCents:
          items.length === 0 ? whole : items.reduce((sum, { amountCents }) => sum + amountCents, 0),
        items,
      };
    }),
  );
const movements = fc
  .array(
    fc.record({
      ago: fc.integer({ min: 0, max: 70 }),
      amountCents: fc.integer({ min: -3000, max: 12_000 }).filter((amount) => amount !== 0),
      nature: fc.constantFrom<SettlementNature>('bank', 'cash', 'credit_note', 'bill'),
      receivableId: fc.option(receivables),
    }),
    { maxLength: 8 },
  )
  .map((rows) =>
    rows.map(({ ago, ...rest }): AccountMovement => ({ ...rest, date: addDays(MONDAY, -ago) })),
  );
const context = { today: MONDAY, bankDate: MONDAY, calendar: france };

test('promises never take more than what came in, nor more than was promised', () => {
  fc.assert(
    fc.property(promises, movements, (given, moved) => {
      const judged = judgePromises(given, moved, context);
      expect(judged).toHaveLength(given.length);
      let taken = 0;
      for (const { promise, receivedCents, receivedInTimeCents, ...one } of judged) {
        const served = receivedCents + one.settledOtherwiseCents;
        expect(receivedInTimeCents).toBeLessThanOrEqual(receivedCents);
        expect(served).toBeLessThanOrEqual(promise.amountCents);
        const open = one.items.reduce((sum, { openCents }) => sum + openCents, 0);
        if (promise.items.length > 0) expect(served + open).toBe(promise.amountCents);
        taken += served;
      }
      const came = moved.filter(({ amountCents }) => amountCents > 0);
      expect(taken).toBeLessThanOrEqual(came.reduce((sum, one) => sum + one.amountCents, 0));
    }),
  );
});

test('nothing is broken before the bank is known past its deadline', () => {
  fc.assert(
    fc.property(promises, movements, fc.integer({ min: 0, max: 40 }), (given, moved, behind) => {
      const bankDate = addDays(MONDAY, -behind);
      const known = moved.filter(({ date }) => date <= bankDate);
      for (const { outcome, deadline } of judgePromises(given, known, { ...context, bankDate })) {
        if (outcome === 'broken' || outcome === 'partly_kept' || outcome === 'late') {
          expect(deadline <= bankDate).toBe(true);
        }
      }
    }),
  );
});

test('the order in which promises and movements are given does not matter', () => {
  fc.assert(
    fc.property(promises, (given) => {
      const moved = given.map(({ promisedFor, amountCents }) => ({
        date: promisedFor,
        amountCents,
        nature: 'bank' as const,
        receivableId: null,
      }));
      expect(judgePromises([...given].reverse(), [...moved].reverse(), context)).toEqual(
        judgePromises(given, moved, context),
      );
    }),
  );
});
