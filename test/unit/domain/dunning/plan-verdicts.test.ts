import { describe, expect, test } from 'vitest';
import {
  DUNNING_VERDICTS,
  isSoft,
  SOFT_VERDICTS,
} from '../../../../src/shared/domain/dunning/dunning-verdict.ts';
import type {
  ItemEvent,
  PastMessage,
  PlannerPayer,
  StepState,
} from '../../../../src/shared/domain/dunning/planner-input.ts';
import { VERDICTS } from '../../../../src/shared/domain/receivable/verdict.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import {
  type AccountPart,
  following,
  planned,
  plannerPayer,
  plannerSettings,
  scenario,
  step,
  told,
  went,
  written,
} from '../../../support/dunning.ts';
import { customer, euros, lateItem, MONDAY } from '../../../support/open-items.ts';

/** An invoice of 1 000 € due 20 days ago, whose first reminder has been due for a week. */
const late = lateItem(euros(1000), 20);
const own = scenario([step(), step({ days: 30, severity: 'reminder_2' })], { monthlyCap: 2 });

function message(part: Partial<PastMessage> & { readonly on: string }): PastMessage {
  const { on, ...rest } = part;
  return {
    day: calendarDate(on),
    channel: 'email',
    purpose: 'reminder',
    isAutomatic: true,
    isWaiting: false,
    currency: 'EUR',
    ...rest,
  };
}

const inState = (state: StepState): ItemEvent => ({
  ...(went('own/j7', 'reminder_1', '2026-11-23') as Extract<ItemEvent, { kind: 'step' }>),
  state,
});

interface Reason {
  readonly payer?: Partial<PlannerPayer>;
  readonly settings?: Parameters<typeof following>[1];
  readonly account?: AccountPart['account'];
  readonly events?: readonly ItemEvent[];
  readonly steps?: Partial<ReturnType<typeof step>>;
}

/** The verdict of the item when all these reasons hold at once. */
function verdictOf(reasons: readonly Reason[], part: Partial<PlannerPayer> = {}): string {
  const merged = <Key extends keyof Reason>(key: Key) =>
    Object.assign({}, ...reasons.map((reason) => reason[key] ?? {}));
  const events = reasons.flatMap((reason) => reason.events ?? []);
  const scenarioOfAll = scenario(
    [step(merged('steps')), step({ days: 30, severity: 'reminder_2' })],
    {
      monthlyCap: 2,
    },
  );
  const dunning = Object.assign({}, ...reasons.map((reason) => reason.settings?.dunning ?? {}));
  const payer = plannerPayer([late], {
    on: { account: merged('account') },
    events: new Map([[1, events]]),
    ...merged('payer'),
    ...part,
  });
  const settings = following(scenarioOfAll, { ...merged('settings'), dunning });
  return told(planned(payer, settings)).replace('F1 ', '').replace(' 1000', '');
}

const REASONS: readonly (readonly [string, Reason])[] = [
  ['below_floor', { settings: { dunning: { floorCents: euros(1001) } } }],
  ['no_scenario', { account: { scenarioKey: 'gone' } }],
  ['not_in_pilot', { settings: { dunning: { pilot: { kind: 'payers', payerIds: [2] } } } }],
  ['uncertain', { events: [inState('uncertain')] }],
  ['plan_forfeited', { events: [{ kind: 'plan_forfeited', day: MONDAY }] }],
  ['step_not_reached', { steps: { delay: { from: 'due_date', days: 25, unit: 'calendar' } } }],
  ['rep_notice_pending', { account: { hasRep: true }, steps: { repNoticeBusinessDays: 3 } }],
  ['below_step_floor', { steps: { floorCents: euros(1001) } }],
  ['unread_reply', { payer: { hasUnreadReply: true } }],
  ['exchange_recent', { payer: { lastExchange: { day: MONDAY, kind: 'call', minuteOfDay: 545 } } }],
  [
    'already_sent_today',
    { payer: { messages: [message({ on: '2026-11-23' }), message({ on: '2026-11-20' })] } },
  ],
  [
    'interval',
    { payer: { messages: [message({ on: '2026-11-20' }), message({ on: '2026-11-19' })] } },
  ],
  [
    'monthly_cap',
    { payer: { messages: [message({ on: '2026-11-02' }), message({ on: '2026-10-26' })] } },
  ],
  ['contact_away', { payer: { awayUntil: MONDAY } }],
  ['payer_closed', { payer: { closures: [{ from: MONDAY, to: MONDAY }] } }],
  ['pause', { settings: { dunning: { pauses: [{ from: MONDAY, to: MONDAY }] } } }],
  ['stale_data', { settings: { freshness: 'stale' } }],
  ['sending_locked', { settings: { isSendingLocked: true } }],
  ['no_address', { payer: { reachable: ['letter'] } }],
  ['to_confirm', { steps: { mode: 'to_confirm' } }],
];

describe('the verdict on an invoice whose step is due, in order of precedence', () => {
  test.each(REASONS.map(([verdict], index) => [verdict, index] as const))(
    '%s wins over what comes after it',
    (verdict, index) => {
      const [, reason] = REASONS[index] as (typeof REASONS)[number];
      // What waits or was sent replaces the step itself, so such reasons stand alone.
      const lower = REASONS.slice(index + 1).filter(
        ([other, { payer }]) =>
          !(reason.payer?.messages && payer?.messages) &&
          other !== 'uncertain' &&
          other !== 'plan_forfeited' &&
          // The cap is on automatic mail only.
          !(verdict === 'monthly_cap' && other === 'to_confirm'),
      );
      for (const [, other] of lower) expect(verdictOf([other, reason])).toBe(verdict);
      expect(verdictOf([reason])).toBe(verdict);
    },
  );

  test('planned when nothing holds', () => {
    expect(verdictOf([])).toBe('planned');
  });

  test.each([
    ['outbox', 'in_outbox'],
    ['to_post', 'in_outbox'],
    ['failed', 'sending_failed'],
    ['uncertain', 'uncertain'],
  ] as const)('a step that is %s: %s', (state, verdict) => {
    expect(verdictOf([{ events: [inState(state)] }])).toBe(verdict);
  });

  test('the order of all verdicts is that of the account, then of the plan', () => {
    expect(DUNNING_VERDICTS.slice(0, VERDICTS.length - 1)).toEqual(VERDICTS.slice(0, -1));
    expect(new Set(DUNNING_VERDICTS).size).toBe(DUNNING_VERDICTS.length);
  });

  test('no scenario when no rule gives one, or when the one chosen exists no more', () => {
    const payer = plannerPayer([late]);
    expect(told(planned(payer, plannerSettings({ rules: [] })))).toBe('F1 no_scenario 1000');
  });

  test('the scenario has ended: a person decides', () => {
    const events = new Map([[1, [went('own/j30', 'reminder_2', '2026-11-02')]]]);
    expect(told(planned(plannerPayer([late], { events }), following(own)))).toBe(
      'F1 scenario_ended 1000',
    );
  });
});

describe('what a person may lift for the day', () => {
  const today = { receivableId: null, day: MONDAY, channel: null };
  const alone = REASONS.filter(([verdict]) => verdict !== 'to_confirm');
  test.each(alone)('%s', (verdict, reason) => {
    const isLifted = (SOFT_VERDICTS as readonly string[]).includes(verdict);
    expect(verdictOf([reason], { overrides: [today] })).toBe(isLifted ? 'planned' : verdict);
    expect(isSoft(verdict as Parameters<typeof isSoft>[0])).toBe(isLifted);
  });

  test('for that day only', () => {
    const [, interval] = REASONS.find(([verdict]) => verdict === 'interval') ?? ['', {}];
    const yesterday = { ...today, day: calendarDate('2026-11-20') };
    expect(verdictOf([interval], { overrides: [yesterday] })).toBe('interval');
  });

  test('never what the account itself refuses', () => {
    const situations = [
      customer({ isInsolvent: true }),
      customer({ items: { 1: { disputedCents: euros(1000) } } }),
      customer({ items: { 1: { promisedCents: euros(1000) } } }),
      customer({ isHeld: true }),
      customer({ isDoNotChase: true }),
      customer({ paymentMethod: 'direct_debit' }),
    ];
    const verdicts = situations.map((situation) => {
      const payer = plannerPayer([late], { on: { situation }, overrides: [today] });
      return told(planned(payer, following(own)));
    });
    expect(verdicts).toEqual(
      ['insolvency', 'disputed', 'promised', 'stop', 'do_not_chase', 'direct_debit'].map(
        (verdict) => `F1 ${verdict} 1000`,
      ),
    );
  });

  test('one item lifted goes without the others, which are listed', () => {
    const items = [late, lateItem(euros(500), 21, { receivableId: 2, documentNumber: 'F2' })];
    const payer = plannerPayer(items, {
      messages: [message({ on: '2026-11-20' })],
      overrides: [{ ...today, receivableId: 2 }],
    });
    const plan = planned(payer, following(own));
    expect(written(plan)).toBe('reminder_1 email automatic: F2@j7 | F1');
    expect(told(plan)).toBe('F2 planned 500 · F1 listed 1000');
  });

  test('what is lifted may still be held by what is not soft', () => {
    const payer = plannerPayer([late], {
      messages: [message({ on: '2026-11-20' })],
      overrides: [today],
      closures: [{ from: MONDAY, to: MONDAY }],
    });
    expect(told(planned(payer, following(own)))).toBe('F1 payer_closed 1000');
  });

  test('a level does not jump because a step is lifted early', () => {
    const events = new Map([[1, [went('own/j7', 'reminder_1', '2026-11-16')]]]);
    const payer = plannerPayer([late], { events, overrides: [today] });
    expect(written(planned(payer, following(own)))).toBe('reminder_2 email automatic: F1@j30');
  });
});

describe('the pace', () => {
  const settings = following(own);
  test.each([
    ['a reminder seven days ago does not hold', [message({ on: '2026-11-16' })], 'planned'],
    ['one four working days ago does', [message({ on: '2026-11-17' })], 'interval'],
    [
      'in another currency it does not',
      [message({ on: '2026-11-17', currency: 'USD' })],
      'planned',
    ],
    [
      'a pre-due notice delays nothing',
      [message({ on: '2026-11-20', purpose: 'notice' })],
      'planned',
    ],
    ['nor do thanks', [message({ on: '2026-11-20', purpose: 'thank_you' })], 'planned'],
    ['a formal notice does', [message({ on: '2026-11-20', purpose: 'formal_notice' })], 'interval'],
    [
      'the broken promise’s message does',
      [message({ on: '2026-11-20', purpose: 'promise_broken' })],
      'interval',
    ],
    [
      'thanks of today are the message of the day',
      [message({ on: '2026-11-23', purpose: 'thank_you' })],
      'already_sent_today',
    ],
    [
      'what waits since Friday is too',
      [message({ on: '2026-11-13', isWaiting: true })],
      'already_sent_today',
    ],
    [
      'the cap counts thirty days',
      [message({ on: '2026-10-24' }), message({ on: '2026-11-02' })],
      'planned',
    ],
    [
      'the cap counts no letters',
      [message({ on: '2026-11-02' }), message({ on: '2026-11-03', channel: 'letter' })],
      'planned',
    ],
    [
      'nor what a person ticked',
      [message({ on: '2026-11-02' }), message({ on: '2026-11-03', isAutomatic: false })],
      'planned',
    ],
  ])('%s', (_, messages, expected) => {
    expect(told(planned(plannerPayer([late], { messages }), settings))).toBe(`F1 ${expected} 1000`);
  });

  test.each([
    ['an exchange five working days ago holds no more', '2026-11-16', 'planned'],
    ['four working days ago, it does', '2026-11-17', 'exchange_recent'],
  ])('%s', (_, day, expected) => {
    const lastExchange = { day: calendarDate(day), kind: 'reply' as const, minuteOfDay: null };
    expect(told(planned(plannerPayer([late], { lastExchange }), settings))).toBe(
      `F1 ${expected} 1000`,
    );
  });

  test('the cap holds only what leaves by itself as an e-mail', () => {
    const messages = [message({ on: '2026-11-02' }), message({ on: '2026-11-03' })];
    const byLetter = following(scenario([step({ channel: 'letter' })], { monthlyCap: 2 }));
    const ticked = following(scenario([step({ mode: 'to_confirm' })], { monthlyCap: 2 }));
    expect(told(planned(plannerPayer([late], { messages }), byLetter))).toBe('F1 planned 1000');
    expect(told(planned(plannerPayer([late], { messages }), ticked))).toBe('F1 to_confirm 1000');
  });

  test('a pre-due notice of today delays no call', () => {
    const call = step({ channel: 'call', mode: 'task', templateKey: 'call_script' });
    const task = following(scenario([call]));
    const called = (purpose: 'notice' | 'reminder') => {
      const messages = [message({ on: '2026-11-23', purpose })];
      return told(planned(plannerPayer([late], { messages }), task));
    };
    expect(called('notice')).toBe('F1 task 1000');
    expect(called('reminder')).toBe('F1 already_sent_today 1000');
  });

  test('an empty bank holds as an old one, unless a person said it may do', () => {
    const payer = plannerPayer([late]);
    expect(told(planned(payer, following(own, { freshness: 'empty' })))).toBe('F1 stale_data 1000');
    const allowed = following(own, { freshness: 'stale', isStaleAllowed: true });
    expect(told(planned(payer, allowed))).toBe('F1 planned 1000');
  });

  test('a closed day is silent', () => {
    const saturday = calendarDate('2026-11-28');
    const payer = plannerPayer([late], { on: { today: saturday } });
    const plan = planned(payer, settings, saturday);
    expect(told(plan)).toBe('F1 closed_day 1000');
    expect(plan.message).toBeNull();
  });
});
