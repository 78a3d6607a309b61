import { expect, test } from 'vitest';
import type { DatedItem } from '../../../../src/shared/domain/forecast/dated-item.ts';
import { fitPaymentModel } from '../../../../src/shared/domain/forecast/fit-payment-model.ts';
import {
  LIKELY_DAYS,
  type OpenDatedItem,
  paymentChances,
} from '../../../../src/shared/domain/forecast/payment-chances.ts';
import {
  addDays,
  calendarDate,
  daysBetween,
  weekdayOf,
} from '../../../../src/shared/kernel/calendar-date.ts';
import { addToBand, emptyBand, weekBand } from '../../../support/forecast-band.ts';
import { knownOn, madeUpPayers } from '../../../support/made-up-payers.ts';

const today = calendarDate('2025-03-03'); // a Monday
/** Learning a whole ledger takes a second, and many on a machine that does other things. */
const SLOW = { timeout: 60_000 };
const weeks = (count: number) => Array.from({ length: count }, (_, k) => addDays(today, 7 * k + 7));
const days = (count: number) => Array.from({ length: count }, (_, k) => addDays(today, k + 1));

function openItem(part: Partial<OpenDatedItem> = {}): OpenDatedItem {
  const dueOn = part.dueOn ?? today;
  const issuedOn = addDays(dueOn, -30);
  return { receivableId: 1, customerId: 1, issuedOn, dueOn, amountCents: 100_000, ...part };
}

const ledger = knownOn(madeUpPayers({ customers: 16, months: 14, neverOneIn: 8 }), today);
const model = fitPaymentModel(ledger, today);
const firstWeek = (item: OpenDatedItem, of = model) =>
  paymentChances(of, [item], today, weeks(1)).perSlot[0] ?? -1;

test('without payments the usual curve is said to be one, and puts money after the due date', () => {
  const none = fitPaymentModel([], today);
  expect(none).toMatchObject({ kind: 'none', paymentCount: 0, itemCount: 0, coefficients: [] });
  const { perSlot, likelyDate } = paymentChances(
    none,
    [openItem({ dueOn: addDays(today, 20) })],
    today,
    weeks(5),
  );
  expect(perSlot[3]).toBeGreaterThan(3 * (perSlot[0] ?? 1));
  expect(daysBetween(today, likelyDate[0] ?? today)).toBeGreaterThan(20);
});

test(
  'under forty payments there is one curve for all; from forty on a hazard of the ledger',
  SLOW,
  () => {
    const paid = ledger.filter(({ paidOn }) => paidOn !== null);
    const kindOf = (count: number) => fitPaymentModel(paid.slice(0, count), today).kind;
    expect([0, 4, 5, 39, 40].map(kindOf)).toEqual(['none', 'none', 'pooled', 'pooled', 'hazard']);
  },
);

test('a pooled curve makes no difference between customers', () => {
  const few = fitPaymentModel(ledger.slice(0, 30), today);
  expect(few.kind).toBe('pooled');
  expect(firstWeek(openItem({ customerId: 1 }), few)).toBe(
    firstWeek(openItem({ customerId: 2 }), few),
  );
});

test('a ledger of a single day has no past to learn from, and still forecasts', SLOW, () => {
  const items = Array.from({ length: 60 }, (_, k) => ({
    ...openItem({ receivableId: k, dueOn: addDays(today, -1) }),
    issuedOn: addDays(today, -20),
    paidOn: addDays(today, -(k % 9)),
    leftOn: null,
  }));
  const young = fitPaymentModel(items, today);
  expect(young.kind).toBe('hazard');
  expect(firstWeek(openItem({ dueOn: addDays(today, -1) }), young)).toBeGreaterThan(0.2);
});

test('who pays his invoices is expected to pay, who never did is not', () => {
  const late = { dueOn: addDays(today, -10) };
  const payer = paymentChances(model, [openItem({ customerId: 2, ...late })], today, weeks(4));
  const never = paymentChances(model, [openItem({ customerId: 8, ...late })], today, weeks(4));
  expect(payer.later[0]).toBeLessThan(0.2);
  expect(never.later[0]).toBeGreaterThan(0.7);
  expect(never.chance[0]).toBeLessThan(payer.chance[0] ?? 0);
});

test('what is open and late lowers the chances of the same customer and of all', SLOW, () => {
  const unpaid: DatedItem[] = Array.from({ length: 12 }, (_, k) => ({
    ...openItem({ receivableId: 9000 + k, customerId: 2, dueOn: addDays(today, -60 - 10 * k) }),
    paidOn: null,
    leftOn: null,
  }));
  const worse = fitPaymentModel([...ledger, ...unpaid], today);
  const own = openItem({ customerId: 2, dueOn: addDays(today, -5) });
  const unknown = openItem({ customerId: 999, dueOn: addDays(today, -60) });
  expect(firstWeek(own, worse)).toBeLessThan(firstWeek(own));
  expect(firstWeek(unknown, worse)).toBeLessThan(firstWeek(unknown));
});

test('an item that left the books is watched until then: it is no payment, and no reproach', () => {
  const leaving = { ...openItem({ receivableId: 9000, customerId: 2 }), paidOn: null };
  const left = { ...leaving, issuedOn: addDays(today, -60), leftOn: addDays(today, -40) };
  const few = ledger.slice(0, 30);
  const without = fitPaymentModel(few, today);
  const withLeft = fitPaymentModel([...few, left], today);
  expect(withLeft.paymentCount).toBe(without.paymentCount);
  expect(withLeft.itemCount).toBe(without.itemCount + 1);
  expect(withLeft.payers['2']?.openLates).toEqual(without.payers['2']?.openLates);
});

test('what is issued or paid after the day of the model is not known to it, nor is nothing', () => {
  const later = { ...openItem({ receivableId: 9001, customerId: 3 }), leftOn: null };
  const future = { ...later, issuedOn: addDays(today, 1), paidOn: addDays(today, 2) };
  const open = { ...later, paidOn: null };
  const nothing = { ...open, amountCents: 0 };
  const few = ledger.slice(0, 30);
  const known = fitPaymentModel([...few, open], today);
  expect(known.payers['3']?.openLates).toEqual([0]);
  expect(
    fitPaymentModel([...few, future, nothing, { ...open, paidOn: addDays(today, 3) }], today),
  ).toEqual(known);
});

test(
  'the past is learnt from as it stood: a ledger known to a later day changes nothing',
  SLOW,
  () => {
    expect(
      fitPaymentModel(madeUpPayers({ customers: 16, months: 14, neverOneIn: 8 }), today),
    ).toEqual(model);
  },
);

test('money comes on the days it comes on in this ledger: Tuesdays', () => {
  const item = openItem({ customerId: 2, dueOn: addDays(today, -3) });
  const { perSlot } = paymentChances(model, [item], today, days(14));
  const byWeekday = new Map<number, number>();
  for (const [k, chance] of perSlot.entries()) {
    const weekday = weekdayOf(addDays(today, k + 1));
    byWeekday.set(weekday, (byWeekday.get(weekday) ?? 0) + chance);
  }
  const others = [1, 3, 4, 5, 6, 7].map((weekday) => byWeekday.get(weekday) ?? 0);
  expect(byWeekday.get(2)).toBeGreaterThan(4 * Math.max(...others));
});

test('who pays later in his habit has a later likely day', () => {
  const dueOn = addDays(today, 10);
  // Customers 1 and 4 usually pay 8 and 26 days after the due date, on the Tuesday that follows.
  const { likelyDate } = paymentChances(
    model,
    [openItem({ customerId: 1, dueOn }), openItem({ customerId: 4, dueOn })],
    today,
    weeks(1),
  );
  const [soon, late] = likelyDate.map((day) => daysBetween(dueOn, day));
  expect(soon).toBeGreaterThanOrEqual(4);
  expect(soon).toBeLessThanOrEqual(18);
  expect(late).toBeGreaterThanOrEqual(22);
  expect(late).toBeLessThanOrEqual(38);
});

test('slots may be uneven and go beyond half a year', () => {
  const bounds = [addDays(today, 3), addDays(today, 30), addDays(today, LIKELY_DAYS + 200)];
  const { perSlot, later, slotCount } = paymentChances(model, [openItem()], today, bounds);
  expect(slotCount).toBe(3);
  expect((perSlot[0] ?? 0) + (perSlot[1] ?? 0) + (perSlot[2] ?? 0) + (later[0] ?? 0)).toBeCloseTo(
    1,
    9,
  );
});

test('without slots there is still a likely day', () => {
  const { likelyDate, later } = paymentChances(model, [openItem()], today, []);
  expect([...later]).toEqual([1]);
  expect(daysBetween(today, likelyDate[0] ?? today)).toBeGreaterThan(0);
});

test('the bands: the sum of chances × amounts, its spread widened, never under zero nor over all', () => {
  const chances = {
    slotCount: 2,
    perSlot: Float64Array.of(0.5, 0.5, 0.2, 0),
    later: Float64Array.of(0, 0.8),
    chance: Float64Array.of(1, 0.2),
    likelyDate: [today, today],
  };
  const sums = emptyBand(2);
  addToBand(sums, [{ amountCents: 1_000 }, { amountCents: 500 }], chances);
  const { slots, totals } = weekBand({ ...model, widening: { week: 1, fourWeeks: 2 } }, sums);
  // 1000 × 0,5 + 500 × 0,2; variance 1000² × 0,25 + 500² × 0,16.
  expect(slots[0]).toEqual({ expectedCents: 600, lowCents: 0, highCents: 1290 });
  expect(slots[1]).toEqual({ expectedCents: 500, lowCents: 0, highCents: 1141 });
  expect(totals[0]).toEqual(slots[0]);
  // The first item is sure within the two weeks: only 500² × 0,16 is left, twice as wide.
  expect(totals[1]).toEqual({ expectedCents: 1100, lowCents: 587, highCents: 1500 });
});

test('bands gathered customer by customer are those of all at once', () => {
  const open = ledger.filter(({ paidOn }) => paidOn === null).slice(0, 50);
  const whole = emptyBand(4);
  addToBand(whole, open, paymentChances(model, open, today, weeks(4)));
  const parts = emptyBand(4);
  for (const own of Map.groupBy(open, ({ customerId }) => customerId).values()) {
    addToBand(parts, own, paymentChances(model, own, today, weeks(4)));
  }
  expect(weekBand(model, parts)).toEqual(weekBand(model, whole));
});

test('a model goes through JSON unharmed', () => {
  const copy = JSON.parse(JSON.stringify(model)) as typeof model;
  expect(copy).toEqual(model);
  expect(firstWeek(openItem({ customerId: 2 }), copy)).toBe(firstWeek(openItem({ customerId: 2 })));
});
