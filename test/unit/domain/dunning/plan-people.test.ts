import { describe, expect, test } from 'vitest';
import type {
  BrokenPromiseFact,
  PlannerPayer,
} from '../../../../src/shared/domain/dunning/planner-input.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import {
  AT,
  courteous,
  eventsOf,
  lateAs as late,
  planned,
  plannerAccount,
  plannerPayer,
  plannerSettings,
  toCome,
  told,
  went,
  written,
} from '../../../support/dunning.ts';
import { customer, euros } from '../../../support/open-items.ts';

describe('the rep is told before chosen steps', () => {
  const formalOf = (amount: number, days: number) =>
    plannerPayer([late(1, amount, days)], {
      events: eventsOf({ 1: 'formal' }),
      on: { account: { hasRep: true } },
    });

  test('five working days before, then silence goes on', () => {
    const payer = formalOf(900, 120);
    const plan = planned(payer, courteous);
    expect(told(plan)).toBe('F1 rep_notice_pending 900');
    expect(plan.items[0]?.parts[0]?.detail?.day).toBe('2026-11-30');
    expect(plan.repNotices).toMatchObject([
      {
        customerId: 1,
        items: [
          {
            receivableId: 1,
            claimKey: 'courteous/j45-mise-en-demeure',
            severity: 'formal_notice',
            amountCents: euros(900),
          },
        ],
      },
    ]);
    const noticed = (day: string): PlannerPayer => ({
      ...payer,
      events: new Map([
        [
          1,
          [
            ...(AT.formal ?? []),
            {
              kind: 'rep_noticed',
              claimKey: 'courteous/j45-mise-en-demeure',
              day: calendarDate(day),
            },
          ],
        ],
      ]),
    });
    expect(planned(noticed('2026-11-17'), courteous)).toMatchObject({
      message: null,
      repNotices: [],
    });
    expect(written(planned(noticed('2026-11-16'), courteous))).toBe(
      'formal_notice registered_letter to_confirm: F1@j45-mise-en-demeure',
    );
  });

  test('told ahead, the step goes on its day; too early, nobody is told', () => {
    // Due on 12/10: the formal notice would come due on Monday 30/11.
    const payer = (today: string) => {
      const day = calendarDate(today);
      const account = plannerAccount([late(1, 900, 42)], { today: day, account: { hasRep: true } });
      const events = new Map([[1, [went('courteous/j30', 'reminder_3', '2026-11-13')]]]);
      return planned({ ...plannerPayer([]), accounts: [account], events }, courteous, day);
    };
    expect(payer('2026-11-20').repNotices).toEqual([]);
    const soon = payer('2026-11-23');
    expect(told(soon)).toBe('F1 step_not_reached 900');
    expect(soon.repNotices).toMatchObject([{ items: [{ stepOn: '2026-11-30' }] }]);
  });

  test('nobody is told of a disputed item, nor twice about one customer', () => {
    const events = eventsOf({ 1: 'formal', 2: 'formal' });
    const on = {
      situation: customer({ items: { 3: { disputedCents: euros(900) } } }),
      account: { hasRep: true },
    };
    const payer = plannerPayer([late(1, 900, 120), late(2, 900, 120), late(3, 900, 120)], {
      events,
      on,
    });
    expect(planned(payer, courteous).repNotices.map(({ items }) => items.length)).toEqual([2]);
  });
});

describe('after a promise is broken', () => {
  const promise: BrokenPromiseFact = {
    promiseId: 7,
    currency: 'EUR',
    promisedFor: calendarDate('2026-11-16'),
    brokenOn: calendarDate('2026-11-18'),
    receivableIds: [1],
  };

  test('its own message goes first, and moves no level', () => {
    const payer = plannerPayer(
      [late(1, 100, 60), late(2, 5000, 90), toCome(3, 900, '2026-11-27')],
      {
        brokenPromises: [promise],
        events: eventsOf({ 2: 'formal' }),
      },
    );
    const plan = planned(payer, courteous);
    expect(plan.message).toMatchObject({
      kind: 'promise_broken',
      purpose: 'promise_broken',
      promiseId: 7,
      templateKey: 'promise_broken',
      mode: 'to_confirm',
      severity: null,
      stepKey: null,
      items: [{ receivableId: 1, claimKey: 'promise_broken/7', severity: null }],
      listed: [{ receivableId: 2, section: 'other' }],
    });
    expect(told(plan)).toBe('F2 listed 5000 · F1 to_confirm 100 · F3 not_due 900');
  });

  test('a promise on the account as a whole is about all of it', () => {
    const payer = plannerPayer([late(1, 900, 20), late(2, 900, 8)], {
      brokenPromises: [{ ...promise, receivableIds: [] }],
    });
    expect(written(planned(payer, courteous))).toBe('promise_broken email to_confirm: F1@7 F2@7');
  });

  test('of two, the one broken first; the other waits for another day', () => {
    const brokenPromises = [
      { ...promise, promiseId: 8, brokenOn: calendarDate('2026-11-19'), receivableIds: [2] },
      promise,
      { ...promise, promiseId: 9, currency: 'USD', receivableIds: [] },
    ];
    const payer = plannerPayer([late(1, 900, 20), late(2, 900, 20)], { brokenPromises });
    expect(written(planned(payer, courteous))).toBe('promise_broken email to_confirm: F1@7 | F2');
  });

  test('once made, the next step follows after the interval', () => {
    const sent = (day: string): Partial<PlannerPayer> => ({
      brokenPromises: [promise],
      events: new Map([
        [
          1,
          [went('courteous/j7', 'reminder_1', '2026-10-20'), went('promise_broken/7', null, day)],
        ],
      ]),
      messages: [
        {
          day: calendarDate(day),
          channel: 'email',
          purpose: 'promise_broken',
          isAutomatic: false,
          isWaiting: false,
          currency: 'EUR',
        },
      ],
    });
    expect(told(planned(plannerPayer([late(1, 900, 60)], sent('2026-11-18')), courteous))).toBe(
      'F1 interval 900',
    );
    expect(written(planned(plannerPayer([late(1, 900, 60)], sent('2026-11-16')), courteous))).toBe(
      'reminder_2 email automatic: F1@j15',
    );
  });

  test('without a scenario nothing is written', () => {
    const payer = plannerPayer([late(1, 900, 20)], { brokenPromises: [promise] });
    expect(told(planned(payer, plannerSettings({ rules: [] })))).toBe('F1 no_scenario 900');
  });

  test('a VIP’s is a task too', () => {
    const payer = plannerPayer([late(1, 900, 20)], { brokenPromises: [promise], isVip: true });
    expect(planned(payer, courteous).tasks).toMatchObject([
      { kind: 'promise_broken', reason: 'vip' },
    ]);
  });
});
