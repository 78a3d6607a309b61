/** A payer who wants one invoice a message (E4). */
import { expect, test } from 'vitest';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import {
  courteous,
  eventsOf,
  following,
  lateAs as late,
  planned,
  plannerPayer,
  scenarioNamed,
  toCome,
  told,
  went,
  written,
} from '../../../support/dunning.ts';

const isPerInvoice = true;
const progressive = following(scenarioNamed('progressive'));
const items = [late(1, 5000, 40), late(2, 800, 20), late(3, 900, 12), late(4, 700, 8)];

test('the gravest goes alone, the others wait for their turn', () => {
  const plan = planned(
    plannerPayer(items, { isPerInvoice, events: eventsOf({ 1: 'j15' }) }),
    courteous,
  );
  expect(written(plan)).toBe('reminder_2 email automatic: F1@j15');
  expect(told(plan)).toBe(
    'F1 planned 5000 · F2 in_turn 800 · F3 in_turn 900 · F4 step_not_reached 700',
  );
  expect(plan.message?.dueCents).toBe(500_000);
});

test('the next one goes the day after, whatever the interval', () => {
  const messages = [
    {
      day: calendarDate('2026-11-20'),
      channel: 'email',
      purpose: 'reminder',
      isAutomatic: true,
      isWaiting: false,
      currency: 'EUR',
    } as const,
  ];
  const payer = { messages, events: eventsOf({ 1: 'j15' }) };
  const left = items.slice(1);
  expect(written(planned(plannerPayer(left, { ...payer, isPerInvoice }), courteous))).toBe(
    'reminder_1 email automatic: F2@j7',
  );
  expect(told(planned(plannerPayer(left, payer), courteous))).toContain('interval');
});

test('a call due the same day waits for its turn too', () => {
  const events = new Map([[1, [went('progressive/j1', 'reminder_1', '2026-11-12')]]]);
  const payer = { isPerInvoice, events };
  const plan = planned(plannerPayer([late(1, 900, 14), late(2, 900, 20)], payer), progressive);
  expect(written(plan)).toBe('reminder_1 email automatic: F2@j1');
  expect(plan.tasks).toEqual([]);
  expect(told(plan)).toBe('F2 planned 900 · F1 in_turn 900');
});

test('a broken promise is one message, whatever it promised', () => {
  const brokenPromises = [
    {
      promiseId: 1,
      currency: 'EUR',
      brokenOn: calendarDate('2026-11-20'),
      promisedFor: calendarDate('2026-11-13'),
      receivableIds: [1, 2],
    },
  ];
  const plan = planned(plannerPayer(items, { isPerInvoice, brokenPromises }), courteous);
  expect(plan.message?.items.map(({ receivableId }) => receivableId)).toEqual([1, 2]);
});

test('a pre-due notice tells of one invoice', () => {
  const coming = [toCome(1, 400, '2026-11-26'), toCome(2, 900, '2026-11-26')];
  const plan = planned(plannerPayer(coming, { isPerInvoice }), courteous);
  expect(plan.message?.items).toMatchObject([{ receivableId: 2 }]);
  expect(plan.message?.listed).toEqual([]);
});
