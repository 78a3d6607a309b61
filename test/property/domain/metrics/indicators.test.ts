import fc from 'fast-check';
import { expect, test } from 'vitest';
import { countBack, daysOfSales } from '../../../../src/shared/domain/metrics/dso.ts';
import type {
  CustomerHistory,
  HistoryAllocation,
  HistoryItem,
} from '../../../../src/shared/domain/metrics/month-history.ts';
import { monthFigures } from '../../../../src/shared/domain/metrics/month-history.ts';
import { monthDays, monthsUpTo } from '../../../../src/shared/domain/metrics/months.ts';
import {
  FIGURE_CONVENTIONS,
  readIndicators,
} from '../../../../src/shared/domain/metrics/read-indicators.ts';
import {
  freedByOutstanding,
  SIMULATION_EXAMPLES,
  simulate,
} from '../../../../src/shared/domain/metrics/simulation.ts';
import { addDays, calendarDate, laterOf } from '../../../../src/shared/kernel/calendar-date.ts';
import { monthPoints } from '../../../support/month-points.ts';

const TODAY = calendarDate('2026-11-22');
const amount = fc.integer({ min: 0, max: 100_000_000 });
const base = fc.constantFrom(360, 365 as const);

test('with the same sales every day, counting back gives the days of the balance', () => {
  fc.assert(
    fc.property(
      fc.integer({ min: 1, max: 100_000 }),
      fc.integer({ min: 1, max: 24 }),
      fc.double({ min: 0, max: 1, noNaN: true }),
      base,
      (salesADay, count, share, days) => {
        const months = monthsUpTo(TODAY, count).map((month) => ({
          days: monthDays(month, days),
          salesCents: salesADay * monthDays(month, days),
        }));
        const period = {
          days: months.reduce((sum, month) => sum + month.days, 0),
          salesCents: months.reduce((sum, month) => sum + month.salesCents, 0),
        };
        const owed = Math.round(period.salesCents * share);
        const counted = countBack(owed, months);
        expect(counted?.days).toBeCloseTo(daysOfSales(owed, period) ?? Number.NaN, 6);
        expect(counted?.isCapped).toBe(false);
      },
    ),
  );
});

test('more owed never counts back to fewer days', () => {
  fc.assert(
    fc.property(fc.array(amount, { minLength: 1, maxLength: 30 }), amount, amount, (sold, a, b) => {
      const months = sold.map((salesCents) => ({ salesCents, days: 30 }));
      const [less, more] = [countBack(Math.min(a, b), months), countBack(Math.max(a, b), months)];
      expect(less?.days ?? 0).toBeLessThanOrEqual(more?.days ?? 0);
    }),
  );
});

test('DSO is best possible DSO and days delinquent together', () => {
  fc.assert(
    fc.property(amount, amount, amount, base, (sold, owed, late, days) => {
      const closingCents = Math.max(owed, late);
      const points = monthPoints(TODAY, [
        { invoicedCents: sold },
        {},
        { closingCents, overdueCents: Math.min(owed, late) },
      ]);
      const { dso, best_possible_dso, days_delinquent } = readIndicators(points, {
        ...FIGURE_CONVENTIONS,
        base: days,
      });
      if (dso.value === null) expect(sold).toBe(0);
      else {
        const parts = (best_possible_dso.value ?? 0) + (days_delinquent.value ?? 0);
        expect(Math.abs(parts - dso.value)).toBeLessThanOrEqual(1e-9 * (1 + dso.value));
      }
    }),
  );
});

const DAYS = 120;
const invoice = fc.record({
  issued: fc.integer({ min: 0, max: DAYS }),
  term: fc.integer({ min: 0, max: 60 }),
  amountCents: fc.integer({ min: 1, max: 1_000_000 }),
  /** Days after the due date; null while nothing is paid. */
  paidAfter: fc.option(fc.integer({ min: 0, max: 90 })),
  paidShare: fc.integer({ min: 1, max: 4 }),
});

/** Customers who never pay before the due date, by money alone. */
function historyOf(made: readonly (typeof invoice extends fc.Arbitrary<infer I> ? I : never)[]) {
  const items: HistoryItem[] = [];
  const allocations: HistoryAllocation[] = [];
  for (const [index, one] of made.entries()) {
    const documentDate = addDays(TODAY, -one.issued);
    const dueDate = addDays(documentDate, one.term);
    items.push({
      receivableId: index,
      kind: 'invoice',
      role: 'ordinary',
      documentDate,
      bookedDate: documentDate,
      dueDate,
      dueBasis: 'stated',
      amountCents: one.amountCents,
      isReversed: false,
      settledDate: null,
      settledNature: null,
    });
    if (one.paidAfter === null) continue;
    allocations.push({
      receivableId: index,
      paymentId: index,
      amountCents: Math.ceil(one.amountCents / one.paidShare),
      effectiveDate: laterOf(addDays(dueDate, one.paidAfter), documentDate),
      nature: 'bank',
    });
  }
  return { items, payments: [], allocations } satisfies CustomerHistory;
}

test('late at the end is late at the start and fell due, less what was recovered', () => {
  fc.assert(
    fc.property(fc.array(invoice, { maxLength: 30 }), (made) => {
      const figures = monthFigures(historyOf(made), monthsUpTo(TODAY, 4));
      figures.slice(1).forEach((month, index) => {
        const before = figures[index];
        expect(month.overdueCents).toBe(
          (before?.overdueCents ?? 0) + month.fellDueCents - month.recoveredCents,
        );
      });
    }),
  );
});

test('the CEI is the rate of recovery where nobody pays before the due date', () => {
  fc.assert(
    fc.property(fc.array(invoice, { minLength: 1, maxLength: 30 }), (made) => {
      // Paid on the last day of a month, an item is no longer there to be late the day after.
      const late = made.map((one) => ({
        ...one,
        paidAfter: one.paidAfter === null ? null : one.paidAfter + 1,
      }));
      const figures = monthFigures(historyOf(late), monthsUpTo(TODAY, 4));
      const points = monthPoints(TODAY, figures);
      const { collection_effectiveness, recovery_rate } = readIndicators(
        points,
        FIGURE_CONVENTIONS,
      );
      if (recovery_rate.value === null) expect(collection_effectiveness.value).toBeNull();
      else expect(collection_effectiveness.value).toBeCloseTo(recovery_rate.value, 9);
    }),
  );
});

test('months of a history do not depend on how many are looked at', () => {
  fc.assert(
    fc.property(fc.array(invoice, { maxLength: 20 }), (made) => {
      const history = historyOf(made);
      const long = monthFigures(history, monthsUpTo(TODAY, 6));
      const short = monthFigures(history, monthsUpTo(TODAY, 2));
      expect(long.slice(-2)).toEqual(short);
    }),
  );
});

test('a day more never brings less, and turnover and outstanding free the same where sales are steady', () => {
  fc.assert(
    fc.property(amount, fc.integer({ min: 1, max: 120 }), base, (turnoverCents, dsoDays, days) => {
      const input = { ...SIMULATION_EXAMPLES.delays, turnoverCents, dsoDays, base: days };
      const gained = Math.floor(dsoDays / 2);
      const less = simulate({ ...input, daysGained: gained });
      const more = simulate({ ...input, daysGained: gained + 1 });
      expect(more.yearlyCents).toBeGreaterThanOrEqual(less.yearlyCents);
      const owed = Math.round((turnoverCents * dsoDays) / days);
      const byOwed = freedByOutstanding(owed, gained, dsoDays) ?? Number.NaN;
      expect(Math.abs(byOwed - less.freedCents)).toBeLessThanOrEqual(1);
    }),
  );
});
