import { describe, expect, test } from 'vitest';
import type { PlannerPayer } from '../../../../src/shared/domain/dunning/planner-input.ts';
import type { DelayCause } from '../../../../src/shared/domain/payer/delay-cause.ts';
import type { OpenItem } from '../../../../src/shared/domain/receivable/open-item.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import {
  courteous,
  eventsOf,
  following,
  lateAs as late,
  planned,
  plannerAccount,
  plannerPayer,
  scenario,
  scenarioNamed,
  step,
  told,
  went,
  written,
} from '../../../support/dunning.ts';
import { customer, euros, MONDAY } from '../../../support/open-items.ts';

describe('one message for all that is due, at the level of what drives it', () => {
  test.each<readonly [string, readonly OpenItem[], Readonly<Record<number, string>>, string]>([
    [
      'each item under its own level',
      [late(1, 5000, 90), late(2, 800, 20)],
      { 1: 'j30' },
      'reminder_3 email to_confirm: F1@j30 F2@j7',
    ],
    [
      'the older first within a level',
      [late(1, 800, 20), late(2, 800, 25)],
      {},
      'reminder_1 email automatic: F2@j7 F1@j7',
    ],
    [
      'then the lower number',
      [late(2, 800, 20), late(1, 800, 20)],
      {},
      'reminder_1 email automatic: F1@j7 F2@j7',
    ],
    [
      'what is not due yet for its step is listed',
      [late(1, 5000, 20), late(2, 800, 8)],
      {},
      'reminder_1 email automatic: F1@j7 | F2',
    ],
    [
      'a residue of 120 € at level 4 drives nothing',
      [late(1, 120, 120), late(2, 30_000, 20)],
      { 1: 'formal' },
      'reminder_1 email automatic: F2@j7 | F1',
    ],
    [
      'nor one of less than 5 %',
      [late(1, 1400, 120), late(2, 30_000, 20)],
      { 1: 'formal' },
      'reminder_1 email automatic: F2@j7 | F1',
    ],
    [
      'beyond 5 %, it drives',
      [late(1, 1600, 120), late(2, 30_000, 20)],
      { 1: 'formal' },
      'formal_notice registered_letter to_confirm: F1@j45-mise-en-demeure | F2',
    ],
    [
      'a formal notice covers only what was reminded to the end',
      [late(1, 5000, 120), late(2, 5000, 90), late(3, 900, 20)],
      { 1: 'formal', 2: 'j30' },
      'formal_notice registered_letter to_confirm: F1@j45-mise-en-demeure | F2 F3',
    ],
    [
      'a graver residue is listed, not raised',
      [late(1, 140, 90), late(2, 30_000, 40)],
      { 1: 'j30' },
      'reminder_1 email automatic: F2@j7 | F1',
    ],
    [
      'small ones drive together',
      [late(1, 100, 40), late(2, 100, 40), late(3, 100, 20)],
      { 1: 'j15', 2: 'j15' },
      'reminder_2 email automatic: F1@j15 F2@j15 F3@j7',
    ],
    [
      'a single small one of all drives',
      [late(1, 160, 20)],
      {},
      'reminder_1 email automatic: F1@j7',
    ],
    [
      'all small: the mildest when only it reaches the threshold',
      [late(1, 100, 90), late(2, 100, 20)],
      { 1: 'j30' },
      'reminder_1 email automatic: F2@j7 | F1',
    ],
    [
      'what is ended is not listed',
      [late(1, 5000, 120), late(2, 800, 20)],
      { 1: 'ended' },
      'reminder_1 email automatic: F2@j7',
    ],
  ])('%s', (_, items, at, expected) => {
    expect(written(planned(plannerPayer(items, { events: eventsOf(at) }), courteous))).toBe(
      expected,
    );
  });

  test('a residue waits when nothing larger is due', () => {
    const items = [late(1, 100, 120), late(2, 30_000, 8)];
    const plan = planned(plannerPayer(items, { events: eventsOf({ 1: 'formal' }) }), courteous);
    expect(told(plan)).toBe('F1 residue 100 · F2 step_not_reached 30000');
    expect(plan.message).toBeNull();
  });

  test('below the floor of the payer but lifted, an item drives alone', () => {
    const overrides = [{ receivableId: 1, day: MONDAY, channel: null }];
    const items = [late(1, 100, 20), late(2, 30_000, 8)];
    const plan = planned(plannerPayer(items, { overrides }), courteous);
    expect(written(plan)).toBe('reminder_1 email automatic: F1@j7 | F2');
  });

  test('only what may be chased is asked for', () => {
    const situation = customer({ items: { 1: { disputedCents: euros(400) } } });
    const plan = planned(plannerPayer([late(1, 1000, 20)], { on: { situation } }), courteous);
    expect(told(plan)).toBe('F1 disputed 400 + planned 600');
    expect(plan.message).toMatchObject({
      dueCents: euros(600),
      items: [{ amountCents: euros(600) }],
    });
  });

  test('what the message is: tone, template, sender, copy, claim', () => {
    const own = scenario([
      step({ senderKey: 'dupas', isCopiedToRep: true }),
      step({ days: 14, severity: 'reminder_2', tone: 'chronic' }),
    ]);
    const first = planned(plannerPayer([late(1, 900, 20)]), following(own)).message;
    expect(first).toMatchObject({
      scenarioKey: 'own',
      stepKey: 'j7',
      purpose: 'reminder',
      tone: 'good',
      templateKey: 'reminder_1',
      senderKey: 'dupas',
      isCopiedToRep: true,
      confirmReason: null,
      promiseId: null,
      thanks: null,
      items: [
        {
          receivableId: 1,
          customerId: 1,
          claimKey: 'own/j7',
          cycle: 1,
          severity: 'reminder_1',
          dueOn: '2026-11-12',
        },
      ],
    });
    const occasional = plannerPayer([late(1, 900, 20)], { segment: 'occasional' });
    expect(planned(occasional, following(own)).message?.tone).toBe('occasional');
    const events = new Map([[1, [went('own/j7', 'reminder_1', '2026-11-09')]]]);
    expect(
      planned(plannerPayer([late(1, 900, 20)], { events }), following(own)).message?.tone,
    ).toBe('chronic');
  });

  test('the cause of the delay gives its tone before the segment does', () => {
    const told = (cause: DelayCause) =>
      plannerPayer([late(1, 900, 20)], { segment: 'good', causes: new Map([[1, cause]]) });
    expect(planned(told('deliberate'), courteous).message?.tone).toBe('chronic');
    expect(planned(told('dispute'), courteous).message?.tone).toBe('good');
  });

  test('a consumer’s formal notice has its own words', () => {
    const payer = plannerPayer([late(1, 900, 120)], {
      events: eventsOf({ 1: 'formal' }),
      isConsumer: true,
    });
    expect(planned(payer, courteous).message?.templateKey).toBe('formal_notice_consumer');
    expect(planned({ ...payer, isConsumer: false }, courteous).message?.templateKey).toBe(
      'formal_notice',
    );
  });

  test('a notice that is past is passed over with the reminder that follows', () => {
    expect(planned(plannerPayer([late(1, 900, 20)]), courteous).skipped).toEqual([
      { receivableId: 1, claimKey: 'courteous/j-5', cycle: 1 },
    ]);
  });
});

describe('what waits for a person', () => {
  const one = [late(1, 900, 20)];
  test.each([
    ['above the ceiling of the step', { ceilingCents: euros(899) }, {}, 'ceiling'],
    ['at the ceiling, no', { ceilingCents: euros(900) }, {}, null],
    ['at go-live', {}, { isAllToConfirm: true }, 'go_live'],
    ['the step itself says so', { mode: 'to_confirm' as const }, {}, null],
  ])('%s', (_, part, dunning, reason) => {
    const plan = planned(plannerPayer(one), following(scenario([step(part)]), { dunning }));
    expect(plan.message?.confirmReason).toBe(reason);
    const isAutomatic = reason === null && !('mode' in part);
    expect(plan.message?.mode).toBe(isAutomatic ? 'automatic' : 'to_confirm');
  });

  test('a covered item whose own step waits for a person makes the message wait', () => {
    const own = scenario([
      step({ mode: 'to_confirm' }),
      step({ days: 14, severity: 'reminder_2' }),
    ]);
    const events = new Map([[1, [went('own/j7', 'reminder_1', '2026-09-01')]]]);
    const payer = plannerPayer([late(1, 900, 60), late(2, 900, 20)], { events });
    expect(written(planned(payer, following(own)))).toBe(
      'reminder_2 email to_confirm: F1@j14 F2@j7',
    );
  });
});

describe('several accounts and currencies of one payer', () => {
  const account = (
    customerId: number,
    items: readonly OpenItem[],
    scenarioKey: string | null = null,
  ) =>
    plannerAccount(
      items.map((item) => ({ ...item, customerId })),
      { situation: { ...customer(), customerId }, account: { scenarioKey } },
    );
  const dollars = (id: number, amount: number, days: number) =>
    late(id, amount, days, { currency: 'USD' });

  test('one message with the sections of all accounts', () => {
    const payer = {
      ...plannerPayer([]),
      accounts: [
        account(1, [late(1, 4000, 20)]),
        account(2, [late(2, 2500, 20)]),
        account(3, [late(3, 90, 20)]),
      ],
    };
    expect(written(planned(payer, courteous))).toBe(
      'reminder_1 email automatic: F1@j7 F2@j7 F3@j7',
    );
  });

  test('each account follows its own scenario', () => {
    const payer = {
      ...plannerPayer([]),
      accounts: [account(1, [late(1, 4000, 20)], 'progressive'), account(2, [late(2, 2500, 8)])],
    };
    const plan = planned(payer);
    expect(plan.message?.scenarioKey).toBe('progressive');
    expect(plan.assignments.map(({ source }) => source)).toEqual(['override', 'rule']);
    expect(written(plan)).toBe('reminder_1 email automatic: F1@j1 | F2');
  });

  test('currencies never share a message: the main one goes first, the other another day', () => {
    const payer = {
      ...plannerPayer([]),
      accounts: [account(1, [dollars(1, 4000, 20)]), account(1, [late(2, 900, 20)])],
    };
    const plan = planned(payer, courteous);
    expect(written(plan)).toBe('reminder_1 email automatic: F2@j7');
    expect(plan.message?.currency).toBe('EUR');
    expect(told(plan)).toBe('F1 other_currency 4000 · F2 planned 900');
    const francs = late(3, 900, 20, { currency: 'CHF' });
    const abroad = {
      ...plannerPayer([]),
      accounts: [account(1, [dollars(1, 4000, 20)]), account(1, [francs]), account(2, [])],
    };
    expect(planned(abroad, courteous).message?.currency).toBe('CHF');
  });

  test('the day after, the other currency is not held by the interval', () => {
    const tuesday = calendarDate('2026-11-24');
    const payer = {
      ...plannerPayer([]),
      accounts: [plannerAccount([dollars(1, 4000, 20)], { today: tuesday })],
      messages: [
        {
          day: MONDAY,
          channel: 'email',
          purpose: 'reminder',
          isAutomatic: true,
          isWaiting: false,
          currency: 'EUR',
        },
      ],
    } satisfies PlannerPayer;
    expect(written(planned(payer, courteous, tuesday))).toBe('reminder_1 email automatic: F1@j7');
  });

  test('tasks of a VIP are made in each currency', () => {
    const payer = {
      ...plannerPayer([]),
      isVip: true,
      accounts: [account(1, [dollars(1, 4000, 20)]), account(1, [late(2, 900, 20)])],
    };
    expect(planned(payer, courteous).tasks.map(({ currency }) => currency)).toEqual(['EUR', 'USD']);
  });

  test('an order block is proposed for each customer', () => {
    const events = new Map(
      [1, 2].map((id) => [id, [went('chronic-payer/j14', 'reminder_2', '2026-11-16')]]),
    );
    const payer = {
      ...plannerPayer([]),
      events,
      accounts: [account(1, [late(1, 5000, 28)]), account(2, [late(2, 100, 28)])],
    };
    const plan = planned(payer, following(scenarioNamed('chronic-payer')));
    expect(
      plan.orderBlocks.map(({ customerId, amountCents }) => [customerId, amountCents]),
    ).toEqual([
      [1, euros(5000)],
      [2, euros(100)],
    ]);
  });
});
