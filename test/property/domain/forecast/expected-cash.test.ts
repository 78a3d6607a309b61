import fc from 'fast-check';
import { expect, test } from 'vitest';
import { eventShifts } from '../../../../src/shared/domain/forecast/cash-event.ts';
import {
  chancesAfter,
  chancesLater,
  expectItem,
  LATER,
  NEVER,
  PLACES,
} from '../../../../src/shared/domain/forecast/expected-cash.ts';
import { addDays, calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';

const today = calendarDate('2026-11-25');

const chances = fc
  .array(fc.integer({ min: 0, max: 1000 }), { minLength: PLACES, maxLength: PLACES })
  .filter((weights) => weights.some((weight) => weight > 0))
  .map((weights) => {
    const sum = weights.reduce((total, weight) => total + weight, 0);
    return weights.map((weight) => weight / sum);
  });
const item = fc.record({
  amountCents: fc.integer({ min: 0, max: 50_000_000 }),
  disputedCents: fc.integer({ min: 0, max: 50_000 }),
  chances,
  typedDate: fc.option(fc.integer({ min: -30, max: 300 }).map((days) => addDays(today, days))),
  promises: fc.array(
    fc.record({
      promisedFor: fc.integer({ min: -30, max: 300 }).map((days) => addDays(today, days)),
      amountCents: fc.integer({ min: 1, max: 30_000_000 }),
    }),
    { maxLength: 4 },
  ),
  reliability: fc.double({ min: 0, max: 1, noNaN: true }),
  disputeDays: fc.integer({ min: 0, max: 400 }),
});

test('weeks, later and never of an item are what it is, to the cent, and none is before today', () => {
  fc.assert(
    fc.property(item, (one) => {
      let total = 0;
      expectItem(one, today, (_source, place, cents) => {
        expect(place).toBeGreaterThanOrEqual(0);
        expect(place).toBeLessThanOrEqual(NEVER);
        expect(cents).toBeGreaterThan(-1);
        total += cents;
      });
      expect(total).toBe(one.amountCents + one.disputedCents);
    }),
  );
});

test('chances after a week or later by some days still sum to one', () => {
  fc.assert(
    fc.property(
      chances,
      fc.integer({ min: 0, max: LATER }),
      fc.integer({ min: 0, max: 400 }),
      (own, place, days) => {
        for (const made of [chancesAfter(own, place), chancesLater(own, days)]) {
          const sum = Array.from(made).reduce((total, chance) => total + chance, 0);
          expect(sum).toBeCloseTo(1, 9);
        }
      },
    ),
  );
});

test('a more reliable customer brings more in the week he promised', () => {
  const promises = [{ promisedFor: addDays(today, 12), amountCents: 10_000 }];
  fc.assert(
    fc.property(
      chances,
      fc.double({ min: 0, max: 1, noNaN: true }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      (own, a, b) => {
        const promised = (reliability: number) => {
          let sum = 0;
          const one = { amountCents: 10_000, disputedCents: 0, chances: own, typedDate: null };
          expectItem(
            { ...one, promises, reliability, disputeDays: 0 },
            today,
            (source, _, cents) => {
              if (source === 'promise') sum += cents;
            },
          );
          return sum;
        };
        expect(promised(Math.max(a, b))).toBeGreaterThanOrEqual(promised(Math.min(a, b)));
      },
    ),
  );
});

test('events delay money and neither lose nor make any', () => {
  const events = fc.array(
    fc.record({
      from: fc.integer({ min: -60, max: 250 }),
      days: fc.integer({ min: 0, max: 60 }),
      delayedBasisPoints: fc.integer({ min: 0, max: 10_000 }),
    }),
    { maxLength: 5 },
  );
  const cents = fc.array(fc.integer({ min: 0, max: 9_000_000 }), {
    minLength: PLACES,
    maxLength: PLACES,
  });
  fc.assert(
    fc.property(cents, events, (habitCents, rows) => {
      const shifts = eventShifts(
        habitCents,
        rows.map(({ from, days, delayedBasisPoints }) => ({
          firstDate: addDays(today, from),
          lastDate: addDays(today, from + days),
          delayedBasisPoints,
        })),
        today,
      );
      expect(shifts.reduce((sum, shift) => sum + shift, 0)).toBe(0);
      shifts.forEach((shift, place) => {
        expect((habitCents[place] ?? 0) + shift).toBeGreaterThanOrEqual(0);
      });
    }),
  );
});
