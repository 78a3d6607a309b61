import { describe, expect, test } from 'vitest';
import { planDay } from '../../../../src/shared/domain/dunning/plan-day.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import {
  following,
  overdueOf,
  planned,
  plannerPayer,
  plannerSettings,
  scenario,
  step,
  told,
  written,
} from '../../../support/dunning.ts';
import { customer, euros, lateItem, MONDAY, openItem } from '../../../support/open-items.ts';

/** An invoice of 1 000 € due 20 days ago, whose first reminder has been due for a week. */
const late = lateItem(euros(1000), 20);
const own = scenario([step(), step({ days: 30, severity: 'reminder_2' })]);

describe('the floor on what the customer owes in all', () => {
  const small = (id: number, days: number) =>
    lateItem(euros(60), days, { receivableId: id, documentNumber: `F${id}` });
  test('two small invoices are below it together, three are not', () => {
    const settings = following(own);
    expect(told(planned(plannerPayer([small(1, 20), small(2, 21)]), settings))).toBe(
      'F2 below_floor 60 · F1 below_floor 60',
    );
    expect(
      written(planned(plannerPayer([small(1, 20), small(2, 21), small(3, 22)]), settings)),
    ).toBe('reminder_1 email automatic: F3@j7 F1@j7 F2@j7');
  });

  test('at the start of a quarter, what is older than ninety days is taken', () => {
    const inQuarter = calendarDate('2026-10-09');
    const items = [91, 90].map((days, index) =>
      lateItem(euros(60), days, {
        receivableId: index + 1,
        documentNumber: `F${index + 1}`,
        today: inQuarter,
      }),
    );
    const payer = plannerPayer(items, { on: { today: inQuarter } });
    const plan = planned(payer, following(own), inQuarter);
    expect(told(plan)).toBe('F1 planned 60 · F2 below_floor 60');
    const after = calendarDate('2026-10-15');
    const later = plannerPayer(items, { on: { today: after } });
    expect(told(planned(later, following(own), after))).toBe(
      'F1 below_floor 60 · F2 below_floor 60',
    );
  });

  test('a small overdue does not silence the notice of what is to come', () => {
    const due = openItem({
      receivableId: 2,
      documentNumber: 'F2',
      outstandingCents: euros(900),
      dueDate: calendarDate('2026-11-27'),
    });
    const notices = scenario([step({ days: -5, kind: 'notice', severity: 'notice' }), step()]);
    const plan = planned(plannerPayer([small(1, 20), due]), following(notices));
    expect(told(plan)).toBe('F1 below_floor 60 · F2 planned 900');
  });
});

describe('an estimated due date', () => {
  const estimated = lateItem(euros(1000), 20, { dueBasis: 'estimated' });
  test('is left out, or waits for a person at most', () => {
    expect(told(planned(plannerPayer([estimated]), following(own)))).toBe(
      'F1 date_not_confirmed 1000',
    );
    const plan = planned(plannerPayer([estimated], { on: { purpose: 'call' } }), following(own));
    expect(written(plan)).toBe('reminder_1 email to_confirm: F1@j7');
    expect(plan.message?.confirmReason).toBe('estimated_date');
  });
});

test('chased and not chased are all that is overdue, to the cent, in each currency', () => {
  const items = [
    lateItem(100_001, 20),
    lateItem(50_003, 1, { receivableId: 2, documentNumber: 'F2' }),
    lateItem(70_007, 40, { receivableId: 3, documentNumber: 'F3' }),
  ];
  const situation = customer({ items: { 3: { disputedCents: 30_000 } } });
  const usd = lateItem(20_000, 20, { receivableId: 4, currency: 'USD', documentNumber: 'F4' });
  const dollars = plannerPayer([usd], { on: { situation: customer({ isInsolvent: true }) } });
  const payers = [plannerPayer(items, { on: { situation } }), { ...dollars, payerId: 2 }];
  const plan = planDay(payers, following(own), MONDAY);
  expect(overdueOf(plan)).toEqual(
    new Map([
      ['EUR', 220_011],
      ['USD', 20_000],
    ]),
  );
  expect(plan.totals[0]?.chasedCents).toBe(100_001 + 40_007);
  expect(plan.totals[0]?.byVerdict).toEqual(
    new Map([
      ['planned', { cents: 140_008, count: 2 }],
      ['disputed', { cents: 30_000, count: 1 }],
      ['not_certain', { cents: 50_003, count: 1 }],
    ]),
  );
  expect(plan.totals[1]).toMatchObject({ currency: 'USD', chasedCents: 0 });
});

test('an empty portfolio has an empty plan; an account without an item none either', () => {
  expect(planDay([], plannerSettings(), MONDAY)).toEqual({ day: MONDAY, payers: [], totals: [] });
  expect(planned(plannerPayer([]))).toMatchObject({ items: [], message: null, tasks: [] });
  expect(planned({ ...plannerPayer([]), accounts: [] })).toMatchObject({
    items: [],
    assignments: [],
  });
});

test('money that is not an item can be no step of a scenario', () => {
  const payer = plannerPayer([{ ...late, receivableId: null }]);
  expect(() => planned(payer, following(own))).toThrow('money is never chased');
});

test('a refund that nothing explains is for the accountant, and is explained all the same', () => {
  const refund = openItem({
    receivableId: null,
    paymentId: 1,
    kind: 'payment',
    dueDate: null,
    documentNumber: 'R',
  });
  expect(told(planned(plannerPayer([refund, late]), following(own)))).toBe(
    'R to_match_first 100 · F1 planned 1000',
  );
});
