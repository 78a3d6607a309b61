import fc from 'fast-check';
import { expect, test } from 'vitest';
import { INTEREST_MODES } from '../../../../src/shared/domain/interest/charge-settings.ts';
import { latePaymentInterest } from '../../../../src/shared/domain/interest/interest.ts';
import type { Movement } from '../../../../src/shared/domain/interest/movement.ts';
import {
  addDays,
  calendarDate,
  daysBetween,
  laterOf,
} from '../../../../src/shared/kernel/calendar-date.ts';
import type { Circumstances } from '../../../support/late-invoices.ts';
import { circumstances, interestOn, lateInvoice } from '../../../support/late-invoices.ts';

const START = calendarDate('2023-01-15');
const AMOUNT = 2_000_000;
const runs = { numRuns: 100 };

const movements = fc.array(
  fc.record({
    on: fc.integer({ min: -20, max: 1000 }).map((days) => addDays(START, days)),
    kind: fc.constantFrom('payment', 'credit_note', 'other' as const),
    amountCents: fc.integer({ min: 1, max: 300_000 }),
  }),
  { maxLength: 6 },
);
const terms = fc.record({
  upTo: fc.integer({ min: 1, max: 1100 }).map((days): string => addDays(START, days)),
  debtor: fc.record({ kind: fc.constantFrom('professional', 'public' as const) }),
  settings: fc.record({
    mode: fc.constantFrom(...INTEREST_MODES),
    contractualBasisPoints: fc.integer({ min: 0, max: 2000 }),
    dayCount: fc.constantFrom('year_of_365', 'exact' as const),
    imputation: fc.constantFrom('principal_first', 'interest_first' as const),
  }),
});
const owed = (moves: readonly Movement[]) => ({
  dueDate: START,
  amountCents: AMOUNT,
  movements: moves,
});

test('segments follow each other, never overlap, and sum to the interest', () => {
  fc.assert(
    fc.property(movements, terms, (moves, part) => {
      const { segments, accruedCents } = interestOn(owed(moves), part);
      let before = START;
      let sum = 0;
      for (const { from, to, days, balanceCents, amountCents } of segments) {
        expect(from > before && to >= from && to <= part.upTo).toBe(true);
        expect(days).toBe(daysBetween(from, to) + 1);
        expect(balanceCents > 0 && amountCents >= 0).toBe(true);
        before = to;
        sum += amountCents;
      }
      expect(sum).toBe(accruedCents);
    }),
    runs,
  );
});

test('the order in which movements are written changes nothing', () => {
  const shuffled = movements.chain((moves) =>
    fc.tuple(
      fc.constant(moves),
      fc.shuffledSubarray(moves, { minLength: moves.length, maxLength: moves.length }),
    ),
  );
  fc.assert(
    fc.property(shuffled, terms, ([moves, others], part) => {
      expect(interestOn(owed(others), part)).toEqual(interestOn(owed(moves), part));
    }),
    runs,
  );
});

test('a movement of nothing changes nothing', () => {
  fc.assert(
    fc.property(movements, terms, fc.nat(1000), (moves, part, days) => {
      const nothing: Movement = { on: addDays(START, days), kind: 'payment', amountCents: 0 };
      expect(interestOn(owed([...moves, nothing]), part)).toEqual(interestOn(owed(moves), part));
    }),
    runs,
  );
});

test('more paid, or paid earlier, never raises the interest but by the rounding', () => {
  fc.assert(
    fc.property(movements, terms, fc.nat(1000), fc.nat(300), (moves, part, days, earlier) => {
      const payment = (after: number): Movement => ({
        on: addDays(START, after),
        kind: 'payment',
        amountCents: 100_000,
      });
      const without = interestOn(owed(moves), part);
      const late = interestOn(owed([...moves, payment(days)]), part);
      const early = interestOn(owed([...moves, payment(days - earlier)]), part);
      const cuts = late.segments.length + early.segments.length;
      expect(late.accruedCents).toBeLessThanOrEqual(without.accruedCents + cuts);
      expect(early.accruedCents).toBeLessThanOrEqual(late.accruedCents + cuts);
    }),
    runs,
  );
});

test('a period cut in two changes the interest by a cent a segment at most', () => {
  const professional = terms.map((part): Circumstances & { upTo: string } => ({
    ...part,
    debtor: { kind: 'professional' },
    settings: { ...part.settings, imputation: 'principal_first' },
  }));
  fc.assert(
    fc.property(movements, professional, fc.nat(1000), (moves, part, days) => {
      const cut = addDays(START, Math.min(days, daysBetween(START, calendarDate(part.upTo))));
      const whole = interestOn(owed(moves), part);
      const first = interestOn(owed(moves), { ...part, upTo: cut });
      const rest = interestOn({ ...owed(moves), dueDate: laterOf(START, cut) }, part);
      const difference = whole.accruedCents - first.accruedCents - rest.accruedCents;
      expect(Math.abs(difference)).toBeLessThanOrEqual(1);
    }),
    runs,
  );
});

// Six payments of 3 000 € at most: 20 000 € are never wholly paid.
test('what is left in all is the residue of the books and the interest, whatever payments cover', () => {
  fc.assert(
    fc.property(movements, terms, (moves, part) => {
      const { accruedCents, paidCents, principalLeftCents } = interestOn(owed(moves), part);
      const reduced = moves.filter(({ on }) => on <= part.upTo);
      const residue = AMOUNT - reduced.reduce((sum, { amountCents }) => sum + amountCents, 0);
      const left = principalLeftCents + accruedCents - paidCents;
      expect(left).toBe(residue + accruedCents);
      expect(paidCents).toBeLessThanOrEqual(accruedCents);
    }),
    runs,
  );
});

test('interest never falls as days go by without a payment', () => {
  fc.assert(
    fc.property(terms, fc.nat(200), (part, days) => {
      const later = addDays(calendarDate(part.upTo), days);
      const now = interestOn(owed([]), part).accruedCents;
      expect(interestOn(owed([]), { ...part, upTo: later }).accruedCents).toBeGreaterThanOrEqual(
        now,
      );
    }),
    runs,
  );
});

test('a semester without a rate is never made up from its neighbours', () => {
  fc.assert(
    fc.property(fc.integer({ min: 1, max: 2000 }), (days) => {
      const upTo = addDays(calendarDate('2026-12-31'), days);
      const item = lateInvoice({ dueDate: calendarDate('2026-10-31') });
      expect(latePaymentInterest(item, circumstances({ upTo })).isDone).toBe(false);
    }),
    runs,
  );
});
