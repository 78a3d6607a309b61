import { describe, expect, test } from 'vitest';
import type { PlannerPayer } from '../../../../src/shared/domain/dunning/planner-input.ts';
import type { OpenItem } from '../../../../src/shared/domain/receivable/open-item.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import {
  courteous,
  eventsOf,
  following,
  lateAs as late,
  planned,
  plannerPayer,
  scenario,
  step,
  toCome,
  told,
  went,
  written,
} from '../../../support/dunning.ts';
import { customer, euros, MONDAY } from '../../../support/open-items.ts';

describe('pre-due notices', () => {
  const notices = (
    part: Partial<PlannerPayer> = {},
    items: readonly OpenItem[] = [
      toCome(1, 400, '2026-11-27'),
      toCome(2, 200, '2026-11-26'),
      toCome(3, 900, '2026-12-24'),
    ],
  ) => planned(plannerPayer(items, part), courteous);

  test('one list for all that falls due soon', () => {
    const plan = notices();
    expect(written(plan)).toBe('notice email automatic: F1@j-5 F2@j-5');
    expect(plan.message).toMatchObject({
      purpose: 'notice',
      dueCents: 0,
      toFallDueCents: euros(600),
      scenarioKey: 'courteous',
    });
    expect(told(plan)).toBe('F2 planned 200 · F1 planned 400 · F3 not_due 900');
  });

  test('above a floor only', () => {
    expect(notices({}, [toCome(1, 499, '2026-11-27')]).message).toBeNull();
    expect(notices({}, [toCome(1, 500, '2026-11-27')]).message).not.toBeNull();
    const dear = following(
      scenario([
        step({ days: -5, kind: 'notice', severity: 'notice', floorCents: euros(700) }),
        step(),
      ]),
    );
    expect(planned(plannerPayer([toCome(1, 699, '2026-11-27')]), dear).message).toBeNull();
    expect(planned(plannerPayer([toCome(1, 700, '2026-11-27')]), dear).message).not.toBeNull();
  });

  test('one a fortnight', () => {
    const sent = (day: string) => ({
      messages: [
        {
          day: calendarDate(day),
          channel: 'email' as const,
          purpose: 'notice' as const,
          isAutomatic: true,
          isWaiting: false,
          currency: 'EUR',
        },
      ],
    });
    expect(notices(sent('2026-11-10')).message).toBeNull();
    expect(notices(sent('2026-11-09')).message).not.toBeNull();
  });

  test('what was told of is shown again, not told again', () => {
    const events = new Map([[1, [went('courteous/j-5', 'notice', '2026-11-23')]]]);
    const plan = notices({ events }, [toCome(1, 400, '2026-11-27'), toCome(2, 600, '2026-11-26')]);
    expect(written(plan)).toBe('notice email automatic: F2@j-5 | F1');
    expect(plan.message?.toFallDueCents).toBe(euros(1000));
    expect(told(plan)).toBe('F2 planned 600 · F1 not_due 400');
  });

  test('a second notice of an item is told of once in its list', () => {
    const notice = (days: number) => step({ days, kind: 'notice', severity: 'notice' });
    const own = following(scenario([notice(-20), notice(-5), step()]));
    const events = new Map([[1, [went('own/j-20', 'notice', '2026-11-06')]]]);
    const plan = planned(plannerPayer([toCome(1, 900, '2026-11-27')], { events }), own);
    expect(written(plan)).toBe('notice email automatic: F1@j-5');
  });

  test('neither a step counted from the document nor a broken promise makes a notice of it', () => {
    const early = step({ delay: { from: 'document_date', days: 30, unit: 'calendar' } });
    const payer = plannerPayer([toCome(1, 900, '2026-11-27')]);
    expect(told(planned(payer, following(scenario([early]))))).toBe('F1 not_due 900');
    const brokenPromises = [
      {
        promiseId: 1,
        currency: 'EUR',
        brokenOn: MONDAY,
        promisedFor: MONDAY,
        receivableIds: [],
      },
    ];
    expect(planned({ ...payer, brokenPromises }, courteous).message?.kind).toBe('notice');
  });

  test('merged into the reminder of the day as « à échoir »', () => {
    const plan = notices({}, [late(1, 900, 20), toCome(2, 100, '2026-11-26')]);
    expect(written(plan)).toBe('reminder_1 email automatic: F1@j7 F2@j-5');
    expect(plan.message).toMatchObject({
      dueCents: euros(900),
      toFallDueCents: euros(100),
      purpose: 'reminder',
    });
  });

  test('never in a formal notice', () => {
    const plan = notices({ events: eventsOf({ 1: 'formal' }) }, [
      late(1, 900, 120),
      toCome(2, 800, '2026-11-26'),
    ]);
    expect(written(plan)).toBe(
      'formal_notice registered_letter to_confirm: F1@j45-mise-en-demeure',
    );
    expect(told(plan)).toBe('F1 to_confirm 900 · F2 not_due 800');
  });

  test('not while a reminder is held: it would only come before it', () => {
    const lastExchange = { day: MONDAY, kind: 'call' as const, minuteOfDay: null };
    const plan = notices({ lastExchange }, [late(1, 900, 20), toCome(2, 800, '2026-11-26')]);
    expect(told(plan)).toBe('F1 exchange_recent 900 · F2 not_due 800');
  });

  test('held like any message, and its address proposed', () => {
    const plan = notices({ reachable: ['call'] });
    expect(plan.message).toBeNull();
    expect(plan.addresses).toEqual([
      { payerId: 1, channel: 'email', fallback: 'call', amountCents: euros(600), currency: 'EUR' },
    ]);
    expect(notices({ hasUnreadReply: true })).toMatchObject({ message: null, addresses: [] });
  });

  test('an early lifting does not bring a notice forward', () => {
    const overrides = [{ receivableId: null, day: MONDAY, channel: null }];
    expect(notices({ overrides }, [toCome(3, 900, '2026-12-24')]).message).toBeNull();
  });

  test('a VIP’s is a task; so is one that is a call', () => {
    expect(notices({ isVip: true, vipOwner: 'Dupas' }).tasks).toMatchObject([
      { kind: 'notice', items: [{ receivableId: 1 }, { receivableId: 2 }] },
    ]);
    const call = step({
      days: -10,
      kind: 'notice',
      severity: 'notice',
      channel: 'call',
      mode: 'task',
    });
    const plan = planned(
      plannerPayer([toCome(1, 900, '2026-11-27'), late(2, 900, 20)]),
      following(scenario([call, step()])),
    );
    expect(written(plan)).toBe('reminder_1 email automatic: F2@j7');
    const alone = planned(
      plannerPayer([toCome(1, 900, '2026-11-27')]),
      following(scenario([call, step()])),
    );
    expect(alone.tasks).toMatchObject([{ kind: 'notice', channel: 'call' }]);
    expect(told(alone)).toBe('F1 task 900');
  });

  test('a direct debit is announced, and never reminded', () => {
    const situation = customer({ paymentMethod: 'direct_debit' });
    const items = [toCome(1, 900, '2026-11-30'), late(2, 900, 20)];
    const plan = planned(plannerPayer(items, { on: { situation } }));
    expect(plan.assignments[0]?.rule?.ruleKey).toBe('direct-debit');
    expect(told(plan)).toBe('F2 direct_debit 900 · F1 planned 900');
  });
});

describe('a channel that does not reach the payer', () => {
  test.each([
    ['email', ['letter', 'call'], 'letter'],
    ['email', ['call'], 'call'],
    ['email', ['registered_letter', 'sms'], null],
    ['letter', ['email'], 'email'],
    ['registered_letter', ['letter', 'email', 'call'], null],
    ['sms', ['call'], 'call'],
  ] as const)('%s with %j: proposes %s', (channel, reachable, fallback) => {
    const own = scenario([step({ channel, mode: 'to_confirm' })]);
    const plan = planned(plannerPayer([late(1, 900, 20)], { reachable }), following(own));
    expect(told(plan)).toBe('F1 no_address 900');
    expect(plan.addresses).toEqual([
      { payerId: 1, channel, fallback, amountCents: euros(900), currency: 'EUR' },
    ]);
  });

  test('calls and portals have theirs', () => {
    const asks = (channel: 'call' | 'portal') =>
      following(scenario([step({ channel, mode: 'task', severity: null })]));
    const fallbacks = (['call', 'portal'] as const).map(
      (channel) =>
        planned(plannerPayer([late(1, 900, 20)], { reachable: ['letter'] }), asks(channel))
          .addresses[0]?.fallback,
    );
    expect(fallbacks).toEqual(['letter', 'letter']);
  });

  test('the fallback accepted by a person is used, and ticked', () => {
    const overrides = (channel: 'letter' | 'call', receivableId: number | null = null) => [
      { receivableId, day: MONDAY, channel },
    ];
    const payer = plannerPayer([late(1, 900, 20)], { reachable: ['letter', 'call'] });
    const plan = planned({ ...payer, overrides: overrides('letter') }, courteous);
    expect(written(plan)).toBe('reminder_1 letter to_confirm: F1@j7');
    expect(plan.message?.confirmReason).toBe('fallback');
    const called = planned({ ...payer, overrides: overrides('call', 1) }, courteous);
    expect(called.tasks).toMatchObject([{ channel: 'call', templateKey: 'call_script' }]);
    const other = [
      { receivableId: 9, day: MONDAY, channel: 'letter' as const },
      { receivableId: null, day: calendarDate('2026-11-20'), channel: 'letter' as const },
      { receivableId: null, day: MONDAY, channel: null },
    ];
    expect(told(planned({ ...payer, overrides: other }, courteous))).toBe('F1 no_address 900');
  });
});
