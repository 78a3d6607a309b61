import { describe, expect, test } from 'vitest';
import type { PastMessage } from '../../../../src/shared/domain/dunning/planner-input.ts';
import {
  decideThankYou,
  type ReceivedPayment,
  type ThankYouFacts,
} from '../../../../src/shared/domain/dunning/thank-you.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { plannerPayer, plannerSettings, scenario, step } from '../../../support/dunning.ts';
import { euros, MONDAY } from '../../../support/open-items.ts';

type Item = ReceivedPayment['items'][number];

const paid = (part: Partial<Item> = {}): Item => ({
  receivableId: 1,
  severity: 'reminder_1',
  isSettled: true,
  isFactored: false,
  thankedKeys: [],
  ...part,
});

interface Part extends Partial<Omit<ThankYouFacts, 'payment' | 'scenario'>> {
  readonly payment?: Partial<ReceivedPayment>;
  readonly rules?: Partial<ThankYouFacts['scenario']['thankYou']>;
  readonly settings?: Parameters<typeof plannerSettings>[0];
  readonly today?: string;
}

/** `thank_you`, `thank_you_late`, or why there are none. */
function decided({ payment = {}, rules = {}, settings, today = MONDAY, ...part }: Part): string {
  const own = scenario([step()]);
  const found = decideThankYou(
    {
      payer: plannerPayer([]),
      profile: 'sme',
      isStopped: false,
      overdueCents: 0,
      ...part,
      scenario: { ...own, thankYou: { ...own.thankYou, ...rules } },
      payment: {
        currency: 'EUR',
        receivedOn: calendarDate('2026-11-20'),
        amountCents: euros(900),
        nature: 'bank',
        items: [paid()],
        ...payment,
      },
    },
    plannerSettings(settings),
    calendarDate(today),
  );
  return found.isPlanned ? found.kind : found.refusal;
}

const sent = (day: string, part: Partial<PastMessage> = {}) =>
  plannerPayer([], {
    messages: [
      {
        day: calendarDate(day),
        channel: 'email',
        purpose: 'thank_you',
        isAutomatic: true,
        isWaiting: false,
        currency: 'EUR',
        ...part,
      },
    ],
  });

describe('thanks for a payment, in order of precedence', () => {
  test.each<readonly [string, Part, string]>([
    ['switched off', { rules: { isOn: false }, profile: 'public' }, 'off'],
    ['a public buyer', { profile: 'public', payment: { nature: 'factor' } }, 'profile'],
    ['a key account', { profile: 'key_account' }, 'profile'],
    [
      'a customer stopped by a person',
      { isStopped: true, payment: { nature: 'credit_note' } },
      'stopped',
    ],
    ['a credit note is no money', { payment: { nature: 'credit_note' } }, 'not_money'],
    [
      'a bill is no money',
      { payment: { nature: 'bill', items: [paid({ isFactored: true })] } },
      'not_money',
    ],
    ['a refund is no money', { payment: { amountCents: -1 } }, 'not_money'],
    [
      'the factor’s money',
      { payment: { items: [paid({ isFactored: true, isSettled: false })] } },
      'factored',
    ],
    [
      'a part only',
      { payment: { items: [paid({ isSettled: false, severity: null })] } },
      'not_settled',
    ],
    [
      'never reminded',
      {
        payment: {
          items: [paid({ severity: 'notice' }), paid({ severity: null })],
          receivedOn: calendarDate('2026-10-01'),
        },
      },
      'not_chased',
    ],
    [
      'six working days later',
      { payment: { receivedOn: calendarDate('2026-11-13') }, overdueCents: 1 },
      'too_late',
    ],
    [
      'five, it still makes sense',
      { payment: { receivedOn: calendarDate('2026-11-16') } },
      'thank_you',
    ],
    [
      'beyond the second reminder, acknowledged',
      { payment: { items: [paid({ severity: 'reminder_3' })] } },
      'thank_you_late',
    ],
    [
      'or in silence',
      {
        payment: { items: [paid(), paid({ severity: 'formal_notice' })] },
        settings: { dunning: { isLatePaymentAcknowledged: false } },
        overdueCents: 1,
      },
      'level_too_high',
    ],
    [
      'money thanked for, whatever import told of it',
      {
        payment: { items: [paid(), paid({ thankedKeys: ['thank_you/2026-11-20/90000'] })] },
        overdueCents: 1,
      },
      'already_thanked',
    ],
    [
      'other money for the same invoice',
      { payment: { items: [paid({ thankedKeys: ['own/j7', 'thank_you/2026-11-20/10000'] })] } },
      'thank_you',
    ],
    ['something is still late', { overdueCents: 1, payer: sent('2026-10-02') }, 'overdue_left'],
    [
      'as much as the scenario allows',
      { overdueCents: 5000, rules: { despiteOverdueCents: 5000 } },
      'thank_you',
    ],
    ['thanked this quarter', { payer: sent('2026-10-01') }, 'this_quarter'],
    ['thanked last quarter', { payer: sent('2026-09-30') }, 'thank_you'],
    ['reminded this quarter', { payer: sent('2026-10-01', { purpose: 'reminder' }) }, 'thank_you'],
    [
      'a message of today',
      { payer: sent('2026-11-23', { purpose: 'reminder' }), settings: { isSendingLocked: true } },
      'already_sent_today',
    ],
    [
      'a message that waits',
      { payer: sent('2026-11-20', { purpose: 'reminder', isWaiting: true }) },
      'already_sent_today',
    ],
    [
      'on a Saturday',
      {
        today: '2026-11-28',
        payment: { receivedOn: calendarDate('2026-11-27') },
        settings: { isSendingLocked: true },
      },
      'closed_day',
    ],
    [
      'sending locked',
      { settings: { isSendingLocked: true }, payer: plannerPayer([], { reachable: [] }) },
      'sending_locked',
    ],
    ['no e-mail', { payer: plannerPayer([], { reachable: ['letter'] }) }, 'no_address'],
    ['a chased invoice settled', {}, 'thank_you'],
    ['in cash', { payment: { nature: 'cash' } }, 'thank_you'],
    [
      'each payment, where the scenario says so',
      {
        rules: { when: 'each_payment' },
        payment: { items: [paid({ isSettled: false, severity: 'reminder_2' })] },
      },
      'thank_you',
    ],
  ])('%s', (_, part, expected) => {
    expect(decided(part)).toBe(expected);
  });
});

test('what is planned names its template, its claim and the items that were settled', () => {
  const own = scenario([step()]);
  const facts = {
    payer: plannerPayer([]),
    profile: null,
    isStopped: false,
    overdueCents: 0,
    scenario: own,
    payment: {
      currency: 'EUR',
      receivedOn: MONDAY,
      amountCents: 1,
      nature: 'bank',
      items: [paid(), paid({ receivableId: 2, isSettled: false, severity: 'formal_notice' })],
    },
  } satisfies ThankYouFacts;
  expect(decideThankYou(facts, plannerSettings(), MONDAY)).toEqual({
    isPlanned: true,
    kind: 'thank_you',
    templateKey: 'thank_you',
    claimKey: 'thank_you/2026-11-23/1',
    receivableIds: [1],
  });
});
