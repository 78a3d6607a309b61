import fc from 'fast-check';
import { expect, test } from 'vitest';
import { payerBehaviour } from '../../../../src/shared/domain/payer/behaviour.ts';
import { delayPoints, type PayerItem } from '../../../../src/shared/domain/payer/delay-points.ts';
import { PAYER_DEFAULTS } from '../../../../src/shared/domain/payer/payer-settings.ts';
import type { PayerEvents } from '../../../../src/shared/domain/payer/score.ts';
import { HABIT_SEGMENTS, segmentOn } from '../../../../src/shared/domain/payer/segment.ts';
import { addDays } from '../../../../src/shared/kernel/calendar-date.ts';
import { MONDAY } from '../../../support/open-items.ts';

const item = fc
  .record({
    delayDays: fc.integer({ min: -20, max: 200 }),
    ago: fc.integer({ min: 0, max: 500 }),
    isOpen: fc.boolean(),
    amountCents: fc.integer({ min: 1, max: 5_000_000 }),
    exclusion: fc.option(fc.constantFrom('disputed' as const, 'estimated' as const), { freq: 9 }),
  })
  .map(({ delayDays, ago, isOpen, amountCents, exclusion }): Omit<PayerItem, 'receivableId'> => {
    const settledDate = isOpen ? null : addDays(MONDAY, -ago);
    const dueDate = addDays(settledDate ?? MONDAY, -(isOpen ? Math.abs(delayDays) + 1 : delayDays));
    return {
      documentDate: addDays(dueDate, -60),
      dueDate,
      settledDate,
      nature: isOpen ? null : 'bank',
      amountCents,
      outstandingCents: isOpen ? amountCents : 0,
      exclusion,
    };
  });
const items = fc
  .array(item, { minLength: 4, maxLength: 14 })
  .map((list) => list.map((one, index): PayerItem => ({ ...one, receivableId: index + 1 })));
const count = fc.integer({ min: 0, max: 6 });
const events: fc.Arbitrary<PayerEvents> = fc
  .record({
    brokenPromiseCount: count,
    postponementCount: count,
    callCount: count,
    splitItemCount: count,
    groundlessClaimCount: count,
    rejectedPaymentCount: count,
    overdueCents: count,
  })
  .map((own) => ({ ...own, unansweredCallCount: 0, paidItemCount: 6, owedCents: 6 }));

const context = { today: MONDAY, settings: PAYER_DEFAULTS };
const behave = (list: readonly PayerItem[], of: PayerEvents) =>
  payerBehaviour({ items: list, events: of, exposure: null, marks: [] }, context);

/** The same item, due that much earlier: everything else of it happened as it did. */
const later = (list: readonly PayerItem[], index: number, days: number) =>
  list.map((one, at) =>
    at === index % list.length ? { ...one, dueDate: addDays(one.dueDate, -days) } : one,
  );

const late = fc.integer({ min: 1, max: 120 });

test('the score never rises when an item gets later', () => {
  fc.assert(
    fc.property(items, events, fc.nat(), late, (list, of, index, days) => {
      const before = behave(list, of).score;
      const after = behave(later(list, index, days), of).score;
      expect(after === null).toBe(before === null);
      expect(after?.score ?? 0).toBeLessThanOrEqual(before?.score ?? 0);
    }),
  );
});

test('the delay of the segment never falls when an item gets later', () => {
  fc.assert(
    fc.property(items, fc.nat(), late, (list, index, days) => {
      const { segment } = PAYER_DEFAULTS;
      const before = segmentOn(list, MONDAY, segment).delayDays ?? 0;
      const after = segmentOn(later(list, index, days), MONDAY, segment).delayDays ?? 0;
      expect(after).toBeGreaterThanOrEqual(before);
    }),
  );
});

test('an item open and 80 days late counts for 80 at least', () => {
  fc.assert(
    fc.property(items, (list) => {
      const open = list.filter(({ settledDate }) => settledDate === null);
      const points = new Map(
        delayPoints(list, MONDAY).map((point) => [point.receivableId, point.days]),
      );
      for (const { receivableId, dueDate, exclusion } of open) {
        const days = points.get(receivableId);
        expect(days === undefined).toBe(exclusion !== null);
        if (days !== undefined) expect(addDays(dueDate, days) >= MONDAY).toBe(true);
      }
    }),
  );
});

test('the order of the items says nothing', () => {
  fc.assert(
    fc.property(items, events, fc.nat(), (list, of, turn) => {
      const at = turn % list.length;
      const turned = [...list.slice(at), ...list.slice(0, at)].reverse();
      expect(behave(turned, of)).toEqual(behave(list, of));
    }),
  );
});

test('the score lies between 0 and 100 and is what its terms leave', () => {
  fc.assert(
    fc.property(items, events, (list, of) => {
      const { score } = behave(list, of);
      if (score === null) return;
      const lost = score.terms.reduce((sum, { tenths }) => sum + tenths, 0);
      expect(score.score).toBe(Math.round((1000 - lost) / 10));
      expect(score.score).toBeGreaterThanOrEqual(0);
      expect(score.score).toBeLessThanOrEqual(100);
      for (const { tenths, weight } of score.terms) {
        expect(tenths).toBeGreaterThanOrEqual(0);
        expect(tenths).toBeLessThanOrEqual(weight * 10);
      }
    }),
  );
});

test('no worse event raises the score', () => {
  fc.assert(
    fc.property(items, events, (list, of) => {
      const worse = { ...of, brokenPromiseCount: of.brokenPromiseCount + 1 };
      expect(behave(list, worse).score?.score ?? 0).toBeLessThanOrEqual(
        behave(list, of).score?.score ?? 0,
      );
    }),
  );
});

test('under four items nothing is said of the habit', () => {
  fc.assert(
    fc.property(items, events, (list, of) => {
      const { score, measured } = behave(list.slice(0, 3), of);
      expect(score).toBeNull();
      expect(measured.delayDays).toBeNull();
      expect(HABIT_SEGMENTS.includes(measured.segment as never)).toBe(false);
    }),
  );
});
