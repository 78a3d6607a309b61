import fc from 'fast-check';
import { expect, test } from 'vitest';
import { contactStateOf } from '../../../../src/shared/domain/contact-log/contact-state.ts';
import type { PayerInput } from '../../../../src/shared/domain/priority/payer-input.ts';
import { plainPayer } from '../../../../src/shared/domain/priority/payer-input.ts';
import type { PriorityTerms } from '../../../../src/shared/domain/priority/payer-value.ts';
import {
  callValue,
  comingPaymentDay,
  contactFactor,
  itemTerms,
  riskOf,
  timeFactor,
} from '../../../../src/shared/domain/priority/payer-value.ts';
import { PRIORITY_WEIGHTS } from '../../../../src/shared/domain/priority/priority-weights.ts';
import { rankPayers } from '../../../../src/shared/domain/priority/rank-payers.ts';
import { addDays } from '../../../../src/shared/kernel/calendar-date.ts';
import {
  assessed,
  contacted,
  FRIDAY,
  france,
  lateItem,
  MONDAY,
} from '../../../support/open-items.ts';

const weights = PRIORITY_WEIGHTS;
const context = { today: MONDAY, bankDate: FRIDAY, calendar: france, weights };

const items = fc.array(
  fc.record({
    amountCents: fc.integer({ min: 1, max: 5_000_000 }),
    daysPastDue: fc.integer({ min: 6, max: 400 }),
  }),
  { maxLength: 8 },
);
type Items = readonly { readonly amountCents: number; readonly daysPastDue: number }[];
const payers: fc.Arbitrary<Omit<PayerInput, 'accounts'>> = fc.record({
  payerId: fc.integer({ min: 1, max: 1000 }),
  currency: fc.constant('EUR'),
  usualDelayDays: fc.option(fc.integer({ min: -10, max: 90 })),
  paymentDays: fc.constantFrom([], [10, 25], [30]),
  reach: fc.constantFrom('direct_phone', 'switchboard', 'mail', 'portal', 'none'),
  contact: fc
    .record({
      ago: fc.option(fc.integer({ min: 0, max: 100 })),
      unansweredCount: fc.integer({ min: 0, max: 5 }),
    })
    .map(({ ago, unansweredCount }) =>
      contacted({
        lastExchangeDate: ago === null ? null : addDays(MONDAY, -ago),
        unansweredCount,
      }),
    ),
  brokenPromises: fc.array(
    fc.integer({ min: 0, max: 180 }).map((ago) => ({
      promisedFor: addDays(MONDAY, -ago - 2),
      brokenOn: addDays(MONDAY, -ago),
      amountCents: 1000,
    })),
    { maxLength: 5 },
  ),
  rejectedPayment: fc.option(
    fc
      .integer({ min: 0, max: 90 })
      .map((ago) => ({ day: addDays(MONDAY, -ago), amountCents: 1000 })),
  ),
  exposureExcessCents: fc.option(fc.constant(1000)),
  isOrderWaiting: fc.boolean(),
  isEmailPlannedToday: fc.boolean(),
  chances: fc.constant(null),
});

const account = (given: Items) =>
  assessed(
    given.map(({ amountCents, daysPastDue }, index) =>
      lateItem(amountCents, daysPastDue, { receivableId: index, documentNumber: `F${index}` }),
    ),
  );

/** V of these items for this payer, whether or not he is ranked. */
function valueFor(given: Items, payer: Omit<PayerInput, 'accounts'>): number {
  const whole = { ...payer, accounts: [account(given)] };
  const terms = itemTerms(whole, whole.accounts, comingPaymentDay(whole, context), weights);
  const factors: PriorityTerms = {
    base: terms.reduce((sum, { weightedCents }) => sum + weightedCents, 0),
    risk: riskOf(whole, terms, weights),
    contact: contactFactor(whole, weights),
    time: timeFactor(whole, context),
  };
  return callValue(factors);
}

test('nothing chaseable, no value', () => {
  fc.assert(
    fc.property(payers, (payer) => {
      expect(valueFor([], payer)).toBe(0);
    }),
  );
});

test('more on any item never lowers the value', () => {
  fc.assert(
    fc.property(
      items,
      payers,
      fc.nat(),
      fc.integer({ min: 1, max: 5_000_000 }),
      (given, payer, at, more) => {
        fc.pre(given.length > 0);
        const grown = given.map((item, index) =>
          index === at % given.length ? { ...item, amountCents: item.amountCents + more } : item,
        );
        expect(valueFor(grown, payer)).toBeGreaterThanOrEqual(valueFor(given, payer));
      },
    ),
  );
});

test('one more broken promise never lowers the value', () => {
  fc.assert(
    fc.property(items, payers, fc.integer({ min: 0, max: 180 }), (given, payer, ago) => {
      const one = {
        promisedFor: addDays(MONDAY, -ago - 2),
        brokenOn: addDays(MONDAY, -ago),
        amountCents: 1,
      };
      const worse = { ...payer, brokenPromises: [...payer.brokenPromises, one] };
      expect(valueFor(given, worse)).toBeGreaterThanOrEqual(valueFor(given, payer));
    }),
  );
});

test('less chance to come alone never lowers the value', () => {
  const chance = fc.double({ min: 0, max: 1, noNaN: true });
  fc.assert(
    fc.property(items, payers, chance, chance, (given, payer, a, b) => {
      const by = (value: number) => {
        const chances = new Map(given.map((_, index) => [index, value]));
        return valueFor(given, { ...payer, chances });
      };
      expect(by(Math.min(a, b))).toBeGreaterThanOrEqual(by(Math.max(a, b)));
    }),
  );
});

test('an e-mail that leaves does not reset the time, a call that reaches does', () => {
  fc.assert(
    fc.property(payers, fc.integer({ min: 0, max: 40 }), (payer, ago) => {
      const logged = (channel: 'email' | 'phone', outcome: 'spoke' | 'other') => ({
        day: addDays(MONDAY, -ago),
        channel,
        direction: 'out' as const,
        outcome,
        outcomeDate: null,
      });
      const before = [{ ...logged('phone', 'spoke'), day: addDays(MONDAY, -60) }];
      const quiet = { ...payer, accounts: [], brokenPromises: [], rejectedPayment: null };
      const timeAfter = (...log: Parameters<typeof contactStateOf>[0]) =>
        timeFactor({ ...quiet, contact: contactStateOf(log) }, context);
      expect(timeAfter(...before, logged('email', 'other'))).toBe(timeAfter(...before));
      const called = timeAfter(...before, logged('phone', 'spoke'));
      expect(called).toBeLessThanOrEqual(timeAfter(...before));
      if (ago < 3) expect(called).toBe(0);
    }),
  );
});

test('everybody with something late is ranked or left out, once, and with his amount', () => {
  const portfolios = fc.uniqueArray(fc.tuple(items, payers), {
    selector: ([, { payerId }]) => payerId,
    maxLength: 12,
  });
  fc.assert(
    fc.property(portfolios, (portfolio) => {
      const inputs = portfolio.map(([given, payer]) => ({ ...payer, accounts: [account(given)] }));
      const { ranked, leftOut } = rankPayers(inputs, context);
      const late = portfolio.filter(([given]) => given.length > 0);
      const placed = [...ranked, ...leftOut];
      expect(new Set(placed.map(({ payerId }) => payerId))).toEqual(
        new Set(late.map(([, { payerId }]) => payerId)),
      );
      expect(placed).toHaveLength(late.length);
      const total = late.flatMap(([given]) => given).reduce((sum, one) => sum + one.amountCents, 0);
      expect(placed.reduce((sum, { overdueCents }) => sum + overdueCents, 0)).toBe(total);
      expect(ranked.map(({ rank }) => rank)).toEqual(ranked.map((_, index) => index + 1));
      for (const [index, row] of ranked.entries()) {
        const next = ranked[index + 1];
        if (next !== undefined) expect(row.value).toBeGreaterThanOrEqual(next.value);
        expect(row.reasons.length).toBeGreaterThan(0);
      }
    }),
  );
});

test('a payer alone is worth what he is worth among others', () => {
  fc.assert(
    fc.property(items, payers, payers, (given, payer, other) => {
      const one = { ...payer, payerId: 1, accounts: [account(given)] };
      const two = { ...other, payerId: 2, accounts: [account(given)] };
      const [alone] = rankPayers([one], context).ranked;
      const among = rankPayers([two, one], context).ranked.find(({ payerId }) => payerId === 1);
      expect(among?.value).toBe(alone?.value);
      expect(plainPayer(1, []).accounts).toEqual([]);
    }),
  );
});
