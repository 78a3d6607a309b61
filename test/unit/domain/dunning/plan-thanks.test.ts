import { describe, expect, test } from 'vitest';
import { dayContext } from '../../../../src/shared/domain/dunning/day-context.ts';
import type { PayerPlan } from '../../../../src/shared/domain/dunning/day-plan.ts';
import {
  type CustomerReceipt,
  type PayerThanks,
  planThanks,
} from '../../../../src/shared/domain/dunning/plan-thanks.ts';
import {
  type PlannerPayer,
  plainTraits,
} from '../../../../src/shared/domain/dunning/planner-input.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import {
  following,
  lateAs,
  planned,
  plannerPayer,
  plannerSettings,
  scenario,
  step,
  toCome,
} from '../../../support/dunning.ts';
import {
  receipt as credit,
  customer,
  euros,
  MONDAY,
  openItem,
} from '../../../support/open-items.ts';

type Item = CustomerReceipt['items'][number];

const own = scenario([step()]);
const settings = following(own);

/** An invoice `F<id>` of 100 € that a reminder had reached, settled by that money. */
function paid(receivableId: number, part: Partial<Item> = {}): Item {
  const item = openItem({ receivableId, documentNumber: `F${receivableId}` });
  return {
    receivableId,
    severity: 'reminder_1',
    isSettled: true,
    isFactored: false,
    thankedKeys: [],
    allocatedCents: euros(100),
    item: { ...item, outstandingCents: 0 },
    ...part,
  };
}

function received(part: Partial<CustomerReceipt> = {}): CustomerReceipt {
  return {
    customerId: 1,
    currency: 'EUR',
    receivedOn: calendarDate('2026-11-20'),
    amountCents: euros(100),
    nature: 'bank',
    items: [paid(1)],
    profile: null,
    traits: plainTraits(1),
    chosenScenarioKey: null,
    situation: customer(),
    ...part,
  };
}

interface Part {
  readonly payer?: PlannerPayer;
  readonly receipts?: readonly CustomerReceipt[];
  readonly plan?: PayerPlan | null;
  readonly settings?: typeof settings;
}

function thanks(part: Part = {}): PayerThanks {
  const { payer = plannerPayer([]), receipts = [received()], plan = null } = part;
  const context = dayContext([payer], part.settings ?? settings, MONDAY);
  return planThanks(payer, receipts, plan, context);
}

/** What becomes of each receipt, one word each. */
function answers(part: Part = {}): string {
  return thanks(part)
    .answers.map(({ answer }) => {
      if (answer.isPlanned) return 'planned';
      return 'refusal' in answer ? answer.refusal : `hold ${answer.hold.verdict}`;
    })
    .join(' ');
}

test('the message names the money, the items it settled and what is left to pay', () => {
  const payer = plannerPayer([toCome(7, 40, '2026-12-15'), credit(euros(10))]);
  const receipts = [
    received({ items: [paid(1), paid(2, { severity: null }), paid(3, { isSettled: false })] }),
  ];
  const { message } = thanks({ payer, receipts });
  expect(message).toMatchObject({
    payerId: 1,
    kind: 'thank_you',
    purpose: 'thank_you',
    channel: 'email',
    templateKey: 'thank_you',
    scenarioKey: 'own',
    stepKey: null,
    severity: null,
    mode: 'automatic',
    tone: 'good',
    dueCents: 0,
    toFallDueCents: 0,
    thanks: { receivedOn: '2026-11-20', amountCents: euros(100), balanceCents: euros(30) },
  });
  const claims = message?.items.map(({ receivableId, claimKey, cycle, severity, amountCents }) => ({
    receivableId,
    claimKey,
    cycle,
    severity,
    amountCents,
  }));
  const claim = { claimKey: 'thank_you/2026-11-20/10000', cycle: 0, severity: null };
  expect(claims).toEqual([
    { receivableId: 1, ...claim, amountCents: euros(100) },
    { receivableId: 2, ...claim, amountCents: euros(100) },
  ]);
});

describe('what becomes of money that came', () => {
  const held = (part: Parameters<typeof customer>[0]) => [received({ situation: customer(part) })];
  const toMatch = plannerPayer([]);
  test.each<readonly [string, Part, string]>([
    ['nothing came', { receipts: [] }, ''],
    ['a chased invoice was settled', {}, 'planned'],
    [
      'no scenario',
      { settings: plannerSettings({ rules: [], scenarios: new Map() }) },
      'hold no_scenario',
    ],
    [
      'a scenario that is gone',
      { receipts: [received({ chosenScenarioKey: 'gone' })] },
      'hold no_scenario',
    ],
    ['a key account', { receipts: [received({ profile: 'key_account' })] }, 'profile'],
    ['a crowd under one code', { receipts: held({ isSundry: true }) }, 'stopped'],
    ['one account for all', { receipts: held({ isSharedAccount: true }) }, 'stopped'],
    ['a company of the group', { receipts: held({ isIntraGroup: true }) }, 'stopped'],
    ['insolvent', { receipts: held({ isInsolvent: true }) }, 'stopped'],
    ['never written to', { receipts: held({ isDoNotChase: true }) }, 'stopped'],
    ['stopped', { receipts: held({ isHeld: true }) }, 'stopped'],
    ['figures that differ', { receipts: held({ hasControlDifference: true }) }, 'stopped'],
    [
      'to match first',
      {
        payer: {
          ...toMatch,
          accounts: toMatch.accounts.map((account) => ({
            ...account,
            assessed: { ...account.assessed, isToMatchFirst: true },
          })),
        },
      },
      'stopped',
    ],
    ['something else is late', { payer: plannerPayer([lateAs(9, 20, 3)]) }, 'overdue_left'],
    ['late in another currency', { payer: plannerPayer([lateUsd()]) }, 'planned'],
    ['something is to fall due', { payer: plannerPayer([toCome(9, 20, '2026-12-01')]) }, 'planned'],
    [
      'outside the pilot',
      { settings: following(own, { dunning: { pilot: { kind: 'payers', payerIds: [2] } } }) },
      'hold not_in_pilot',
    ],
    [
      'in the pilot',
      { settings: following(own, { dunning: { pilot: { kind: 'payers', payerIds: [1] } } }) },
      'planned',
    ],
    [
      'a reminder leaves today',
      { plan: planned(plannerPayer([lateAs(9, 900, 20)]), settings) },
      'already_sent_today',
    ],
    [
      'nothing leaves today',
      { plan: planned(plannerPayer([toCome(9, 900, '2026-12-20')]), settings) },
      'planned',
    ],
    [
      'a reply nobody read',
      { payer: plannerPayer([], { hasUnreadReply: true }) },
      'hold unread_reply',
    ],
    [
      'a call of Friday',
      {
        payer: plannerPayer([], {
          lastExchange: { day: calendarDate('2026-11-20'), kind: 'call', minuteOfDay: null },
        }),
      },
      'hold exchange_recent',
    ],
    [
      'a pause',
      {
        settings: following(own, {
          dunning: { pauses: [{ from: MONDAY, to: calendarDate('2026-11-30') }] },
        }),
      },
      'hold pause',
    ],
    ['books that are old', { settings: following(own, { freshness: 'stale' }) }, 'planned'],
  ])('%s', (_, part, expected) => {
    expect(answers(part)).toBe(expected);
    expect(thanks(part).message !== null).toBe(expected === 'planned');
  });

  function lateUsd() {
    return lateAs(9, 20, 3, { currency: 'USD' });
  }
});

describe('of several payments one is thanked for', () => {
  const early = calendarDate('2026-11-18');
  const late = paid(3, { severity: 'reminder_3' });
  test.each<readonly [string, readonly CustomerReceipt[], string, string | null]>([
    [
      'the largest',
      [received(), received({ amountCents: euros(300), items: [paid(2)] })],
      'already_sent_today planned',
      'F2',
    ],
    [
      'of two as large the latest',
      [
        received({ receivedOn: early, items: [paid(2)] }),
        received(),
        received({ receivedOn: early }),
      ],
      'already_sent_today planned already_sent_today',
      'F1',
    ],
    [
      'the neutral words first',
      [received({ amountCents: euros(900) }), received({ items: [late] })],
      'already_sent_today planned',
      'F3',
    ],
    [
      'and the neutral words keep their place',
      [received({ items: [late] }), received({ amountCents: euros(900) })],
      'planned already_sent_today',
      'F3',
    ],
  ])('%s', (_, receipts, expected, document) => {
    expect(answers({ receipts })).toBe(expected);
    const { message } = thanks({ receipts });
    expect(message?.items[0]?.item.item.documentNumber).toBe(document);
  });

  test('none when one of them passes in silence', () => {
    const silent = following(own, { dunning: { isLatePaymentAcknowledged: false } });
    const receipts = [received(), received({ items: [late] }), received({ nature: 'bill' })];
    expect(answers({ receipts, settings: silent })).toBe('level_too_high level_too_high not_money');
    expect(thanks({ receipts, settings: silent }).message).toBeNull();
  });
});

describe('who lets it leave', () => {
  const form = (part: Part) => {
    const { message } = thanks(part);
    return [message?.mode, message?.confirmReason];
  };
  test('it may leave with all the others', () => {
    expect(form({})).toEqual(['automatic', null]);
  });
  test('a person, for a VIP', () => {
    expect(form({ payer: plannerPayer([], { isVip: true }) })).toEqual(['to_confirm', null]);
  });
  test('a person, as long as the batches are confirmed', () => {
    const confirmed = following(own, { dunning: { isAllToConfirm: true } });
    expect(form({ settings: confirmed })).toEqual(['to_confirm', 'go_live']);
  });
  test('in the tone of the payer’s segment', () => {
    const { message } = thanks({ payer: plannerPayer([], { segment: 'chronic' }) });
    expect(message?.tone).toBe('chronic');
  });
});
