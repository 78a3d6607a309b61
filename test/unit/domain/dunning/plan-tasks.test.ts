import { describe, expect, test } from 'vitest';
import type { ItemEvent } from '../../../../src/shared/domain/dunning/planner-input.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import {
  courteous,
  eventsOf,
  following,
  lateAs as late,
  planned,
  plannerAccount,
  plannerPayer,
  scenarioNamed,
  told,
  went,
  written,
} from '../../../support/dunning.ts';
import { euros, MONDAY } from '../../../support/open-items.ts';

describe('a VIP: every step is a task for a named person', () => {
  test.each([
    ['named', 'Dupas'],
    ['nobody named', null],
  ])('%s', (_, vipOwner) => {
    const payer = plannerPayer([late(1, 5000, 90), late(2, 800, 8)], {
      isVip: true,
      vipOwner,
      events: eventsOf({ 1: 'j30' }),
    });
    const plan = planned(payer, courteous);
    expect(plan.message).toBeNull();
    expect(plan.tasks).toMatchObject([
      {
        reason: 'vip',
        person: vipOwner,
        kind: 'reminder',
        severity: 'reminder_3',
        isUntreated: true,
        items: [{ receivableId: 1 }],
        listed: [{ receivableId: 2 }],
      },
    ]);
    expect(told(plan)).toBe('F1 task_vip 5000 · F2 listed 800');
    expect(plan.items[0]?.parts[0]?.detail?.person).toBe(vipOwner);
  });

  test('untreated after five working days', () => {
    // The first reminder of an invoice due on 06/11 comes due on Tuesday 17/11.
    const payer = plannerPayer([late(1, 900, 17)], { isVip: true });
    const task = (today: string) => {
      const day = calendarDate(today);
      return planned(
        { ...payer, accounts: [plannerAccount([late(1, 900, 17)], { today: day })] },
        courteous,
        day,
      ).tasks[0];
    };
    expect(task('2026-11-24')).toMatchObject({ dueOn: '2026-11-17', isUntreated: false });
    expect(task('2026-11-25')).toMatchObject({ isUntreated: true });
  });

  test('the pace of messages does not hold a task, an unread reply does', () => {
    const payer = plannerPayer([late(1, 900, 20)], {
      isVip: true,
      messages: [
        {
          day: calendarDate('2026-11-20'),
          channel: 'email',
          purpose: 'reminder',
          isAutomatic: true,
          isWaiting: false,
          currency: 'EUR',
        },
      ],
    });
    const locked = following(scenarioNamed('courteous'), {
      isSendingLocked: true,
      freshness: 'stale',
    });
    expect(told(planned(payer, locked))).toBe('F1 task_vip 900');
    expect(told(planned({ ...payer, hasUnreadReply: true }, locked))).toBe('F1 unread_reply 900');
  });
});

describe('calls, hand-overs, order blocks', () => {
  const progressive = following(scenarioNamed('progressive'));
  const chronic = following(scenarioNamed('chronic-payer'));
  const reminded = (days: string): ItemEvent[] => [went('progressive/j1', 'reminder_1', days)];
  // Due on 09/11: first reminder on 12/11, the call on 18/11.
  const called = late(1, 900, 14);

  test('a call is a task, once for all it is about', () => {
    const events = new Map([
      [1, reminded('2026-11-12')],
      [2, reminded('2026-11-12')],
    ]);
    const payer = plannerPayer([called, late(2, 100, 14)], { events });
    const plan = planned(payer, progressive);
    expect(plan.message).toBeNull();
    expect(plan.tasks).toMatchObject([
      {
        reason: 'step',
        person: null,
        channel: 'call',
        templateKey: 'call_script',
        dueCents: euros(1000),
        items: [{ receivableId: 1, severity: null }, { receivableId: 2 }],
      },
    ]);
    expect(told(plan)).toBe('F1 task 900 · F2 task 100');
  });

  test('with a message the same day it waits for its turn, and is listed', () => {
    const payer = plannerPayer([called, late(2, 900, 20)], {
      events: new Map([[1, reminded('2026-11-12')]]),
    });
    const plan = planned(payer, progressive);
    expect(written(plan)).toBe('reminder_1 email automatic: F2@j1 | F1');
    expect(plan.tasks).toEqual([]);
    expect(told(plan)).toBe('F2 planned 900 · F1 listed 900');
  });

  test('when the message is held by the pace, the call goes', () => {
    const payer = plannerPayer([called, late(2, 900, 20)], {
      events: new Map([[1, reminded('2026-11-12')]]),
      messages: [
        {
          day: calendarDate('2026-11-20'),
          channel: 'email',
          purpose: 'reminder',
          isAutomatic: true,
          isWaiting: false,
          currency: 'EUR',
        },
      ],
    });
    expect(told(planned(payer, progressive))).toBe('F2 interval 900 · F1 task 900');
  });

  test('a call is held by a call of this morning, unless a person lifts it', () => {
    const payer = plannerPayer([called], {
      events: new Map([[1, reminded('2026-11-12')]]),
      lastExchange: { day: MONDAY, kind: 'call', minuteOfDay: 545 },
    });
    expect(told(planned(payer, progressive))).toBe('F1 exchange_recent 900');
    const overrides = [{ receivableId: null, day: MONDAY, channel: null }];
    expect(told(planned({ ...payer, overrides }, progressive))).toBe('F1 task 900');
  });

  test('a hand-over is a person’s, whatever else leaves; its items are not reminded softly', () => {
    const events = new Map([
      [1, [went('progressive/j30-mise-en-demeure', 'formal_notice', '2026-09-01')]],
    ]);
    const payer = plannerPayer([late(1, 5000, 120), late(2, 900, 20)], { events });
    const plan = planned(payer, progressive);
    expect(plan.tasks).toMatchObject([
      { kind: 'hand_over', purpose: 'hand_over', channel: 'none', items: [{ receivableId: 1 }] },
    ]);
    expect(written(plan)).toBe('reminder_1 email automatic: F2@j1');
    expect(told(plan)).toBe('F1 task 5000 · F2 planned 900');
  });

  test('an order block is a proposal by customer; the item may be listed beside it', () => {
    const events = new Map([
      [1, [went('chronic-payer/j14', 'reminder_2', '2026-11-16')]],
      [2, [went('chronic-payer/j14', 'reminder_2', '2026-11-16')]],
    ]);
    // Due on 26/10: the block comes due on 17/11.
    const payer = plannerPayer([late(1, 5000, 28), late(2, 100, 28), late(3, 900, 20)], { events });
    const plan = planned(payer, chronic);
    expect(plan.orderBlocks).toMatchObject([
      {
        customerId: 1,
        stepKey: 'j20-blocage',
        amountCents: euros(5100),
        items: [{ receivableId: 1, severity: null }, { receivableId: 2 }],
      },
    ]);
    expect(written(plan)).toBe('reminder_1 email automatic: F3@j2 | F1 F2');
    expect(told(plan)).toBe('F1 order_block 5000 · F2 order_block 100 · F3 planned 900');
    const unread = planned({ ...payer, hasUnreadReply: true }, chronic);
    expect(unread.orderBlocks).toEqual([]);
    expect(told(unread)).toBe('F1 unread_reply 5000 · F2 unread_reply 100 · F3 unread_reply 900');
  });

  test('an order block is held neither by an exchange nor by a message of the day', () => {
    const events = new Map([[1, [went('chronic-payer/j14', 'reminder_2', '2026-11-16')]]]);
    const payer = plannerPayer([late(1, 5000, 28)], {
      events,
      lastExchange: { day: MONDAY, kind: 'call', minuteOfDay: null },
      awayUntil: MONDAY,
      closures: [{ from: MONDAY, to: MONDAY }],
    });
    expect(told(planned(payer, chronic))).toBe('F1 order_block 5000');
  });
});
