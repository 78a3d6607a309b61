import { describe, expect, test } from 'vitest';
import type { PayerInput } from '../../../../src/shared/domain/priority/payer-input.ts';
import { plainPayer } from '../../../../src/shared/domain/priority/payer-input.ts';
import { PRIORITY_WEIGHTS } from '../../../../src/shared/domain/priority/priority-weights.ts';
import { placePayer, rankPayers } from '../../../../src/shared/domain/priority/rank-payers.ts';
import type { OpenItem } from '../../../../src/shared/domain/receivable/open-item.ts';
import { addDays, calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import {
  assessed,
  contacted,
  customer,
  euros,
  FRIDAY,
  france,
  lateItem,
  MONDAY,
  openItem,
  receipt,
} from '../../../support/open-items.ts';

const context = { today: MONDAY, bankDate: FRIDAY, calendar: france, weights: PRIORITY_WEIGHTS };
const payer = (
  items: readonly OpenItem[],
  part: Partial<PayerInput> = {},
  situation = customer(),
): PayerInput => ({ ...plainPayer(1, [assessed(items, situation)]), ...part });
const outOf = (given: PayerInput) => rankPayers([given], context).leftOut[0]?.because;
const rowOf = (given: PayerInput) => rankPayers([given], context).ranked[0];

describe('who is left out', () => {
  const notices = { isEmailPlannedToday: true };
  const unanswered = { contact: contacted({ unansweredCount: 3 }) };
  test.each([
    ['under 150 €', payer([lateItem(euros(149), 40)]), 'below_floor'],
    ['at 150 €', payer([lateItem(euros(150), 40)]), undefined],
    [
      'what today’s e-mail does as well',
      payer([lateItem(euros(1999), 15)], notices),
      'email_will_do',
    ],
    ['no e-mail being planned', payer([lateItem(euros(1999), 15)]), undefined],
    ['2 000 €', payer([lateItem(euros(2000), 15)], notices), undefined],
    ['16 days late', payer([lateItem(euros(1999), 16)], notices), undefined],
    [
      'with a broken promise',
      payer([lateItem(euros(1999), 15)], {
        ...notices,
        brokenPromises: [{ promisedFor: FRIDAY, brokenOn: FRIDAY, amountCents: 1 }],
      }),
      undefined,
    ],
    [
      'beyond 180 days and three tries',
      payer([lateItem(euros(900), 181)], unanswered),
      'to_decide',
    ],
    ['at 180 days', payer([lateItem(euros(900), 180)], unanswered), undefined],
    [
      'two tries only',
      payer([lateItem(euros(900), 181)], { contact: contacted({ unansweredCount: 2 }) }),
      undefined,
    ],
    [
      'mostly disputed, the rest promised',
      payer(
        [lateItem(euros(900), 40)],
        {},
        customer({ items: { 1: { disputedCents: euros(500), promisedCents: euros(400) } } }),
      ),
      'disputed',
    ],
    [
      'opening without a date',
      payer([openItem({ kind: 'opening', dueDate: null })]),
      'date_not_confirmed',
    ],
    [
      'a large invoice not yet due, a small one late',
      payer([lateItem(euros(100), 40), lateItem(euros(9000), -9, { receivableId: 2 })]),
      'below_floor',
    ],
    ['on a doubtful account', payer([lateItem(euros(900), 90, { role: 'doubtful' })]), 'doubtful'],
  ])('%s: %s', (_, given, expected) => {
    expect(outOf(given)).toBe(expected);
  });

  test('a decision is suggested where a call is not, and nothing where nothing can be done', () => {
    const decide = payer([lateItem(euros(900), 181)], unanswered);
    const disputed = customer({ items: { 1: { disputedCents: euros(900) } } });
    const { leftOut } = rankPayers(
      [decide, payer([lateItem(euros(900), 40)], {}, disputed)],
      context,
    );
    expect(leftOut.map(({ suggestedAction }) => suggestedAction)).toEqual(['decide', null]);
  });

  test('the largest amount comes first, openings without a date included', () => {
    const opening = openItem({ kind: 'opening', dueDate: null, outstandingCents: euros(5000) });
    const { leftOut } = rankPayers(
      [
        payer([lateItem(euros(100), 40)], { payerId: 3 }),
        payer([lateItem(euros(100), 40)], { payerId: 2 }),
        payer([opening], { payerId: 4 }),
      ],
      context,
    );
    expect(leftOut.map(({ payerId }) => payerId)).toEqual([4, 2, 3]);
    expect(leftOut[0]).toMatchObject({ overdueCents: 0, undatedCents: euros(5000) });
  });
});

test('who owes nothing late is in neither list', () => {
  const nobody = [
    payer([lateItem(euros(500), -3)]),
    payer([receipt(euros(10))]),
    payer([lateItem(euros(900), 90, { role: 'bill' })]),
    plainPayer(8, []),
  ];
  expect(rankPayers(nobody, context)).toEqual({ ranked: [], leftOut: [] });
});

describe('the order', () => {
  test('of equal values is by days late, then stake, then payer', () => {
    const rested = { contact: contacted({ lastExchangeDate: MONDAY }) };
    const rows = [
      payer([lateItem(euros(900), 40)], { ...rested, payerId: 1 }),
      payer([lateItem(euros(800), 50)], { ...rested, payerId: 2 }),
      payer([lateItem(euros(990), 40)], { ...rested, payerId: 4 }),
      payer([lateItem(euros(990), 40)], { ...rested, payerId: 3 }),
    ];
    const { ranked } = rankPayers(rows, context);
    expect(ranked.map(({ payerId, rank }) => [payerId, rank])).toEqual([
      [2, 1],
      [3, 2],
      [4, 3],
      [1, 4],
    ]);
  });

  test('follows the weights of the user', () => {
    const direct = payer([lateItem(euros(900), 40)], { payerId: 1 });
    const portal = payer([lateItem(euros(990), 40)], { payerId: 2, reach: 'portal' });
    const first = (indirect: number) =>
      rankPayers([direct, portal], {
        ...context,
        weights: { ...PRIORITY_WEIGHTS, contact: { ...PRIORITY_WEIGHTS.contact, indirect } },
      }).ranked[0]?.payerId;
    expect([first(0.7), first(1)]).toEqual([1, 2]);
  });
});

describe('a row', () => {
  test('adds up the accounts, one customer’s credit not reducing another’s debt', () => {
    const debtor = assessed([lateItem(euros(1000), 40)], customer({ customerId: 1 }));
    const creditor = assessed(
      [receipt(euros(5000), { customerId: 2 })],
      customer({ customerId: 2 }),
    );
    expect(rowOf(plainPayer(1, [debtor, creditor]))).toMatchObject({
      overdueCents: euros(1000),
      netDueCents: euros(1000),
      stakeCents: euros(1000),
    });
  });

  test('says when a due date was only estimated, and how much hangs on it', () => {
    const row = rowOf(
      payer([
        lateItem(euros(700), 40, { dueBasis: 'estimated' }),
        lateItem(euros(300), 40, { receivableId: 2, documentNumber: 'F2' }),
      ]),
    );
    expect(row?.hasEstimatedDates).toBe(true);
    expect(row?.reasons.at(-1)).toEqual({ code: 'dates_estimated', amountCents: euros(700) });
    expect(rowOf(payer([lateItem(euros(700), 40)]))?.hasEstimatedDates).toBe(false);
  });

  test.each([
    ['never acted on, 61 days late', [700, 61], null, true, 700],
    ['acted on sixty days ago', [700, 61], '2026-09-24', true, 700],
    ['acted on 59 days ago', [700, 61], '2026-09-25', false, 700],
    ['sixty days late', [700, 60], null, false, 0],
  ] as const)('forgotten: %s', (...[, [amount, days], action, isForgotten, longLate]) => {
    const lastActionDate = action === null ? null : calendarDate(action);
    const row = rowOf(
      payer([lateItem(euros(amount), days)], { contact: contacted({ lastActionDate }) }),
    );
    expect(row).toMatchObject({ isForgotten, longLateCents: euros(longLate) });
  });

  test.each([
    ['direct_phone', 0, [], 'call'],
    ['switchboard', 0, [], 'call'],
    ['mail', 0, [], 'write'],
    ['portal', 0, [], 'write'],
    ['direct_phone', 3, [], 'write'],
    ['none', 3, [], 'find_contact'],
    ['direct_phone', 0, [25], 'check_payment'],
    ['direct_phone', 0, [5], 'call'],
  ] as const)('reached by %s, %i tries, payment days %j: %s', (...given) => {
    const [reach, unansweredCount, paymentDays, expected] = given;
    const part = { reach, paymentDays, contact: contacted({ unansweredCount }) };
    expect(rowOf(payer([lateItem(euros(700), 8)], part))?.suggestedAction).toBe(expected);
  });

  test('a payment day near is no reason to wait for what is late beyond the habit', () => {
    const part = { paymentDays: [25] };
    expect(rowOf(payer([lateItem(euros(700), 40)], part))?.suggestedAction).toBe('call');
  });

  test('can be placed alone, after a call was logged', () => {
    const alone = placePayer(payer([lateItem(euros(700), 40)]), context);
    expect(alone).toMatchObject({ payerId: 1, rank: 0, stakeCents: euros(700) });
  });
});

describe('the reasons, most telling first', () => {
  const codes = (given: PayerInput) => rowOf(given)?.reasons.map(({ code }) => code);

  test('events, then what is unlike the payer, then lateness, then silence', () => {
    expect(
      codes(
        payer([lateItem(euros(700), 61)], {
          brokenPromises: [{ promisedFor: FRIDAY, brokenOn: FRIDAY, amountCents: 1 }],
          rejectedPayment: { day: FRIDAY, amountCents: 1 },
          exposureExcessCents: 1,
          isOrderWaiting: true,
          usualDelayDays: 2,
          paymentDays: [25],
          reach: 'none',
        }),
      ),
    ).toEqual([
      'broken_promise',
      'rejected_payment',
      'exposure_exceeded',
      'order_waiting',
      'good_payer_late',
      'payment_day_near',
      'items_late_beyond',
      'never_contacted',
      'no_contact_known',
    ]);
  });

  test('the latest broken promise is told, with how many there were', () => {
    const [first] =
      rowOf(
        payer([lateItem(euros(700), 61)], {
          brokenPromises: [
            { promisedFor: addDays(FRIDAY, -30), brokenOn: addDays(FRIDAY, -28), amountCents: 1 },
            { promisedFor: FRIDAY, brokenOn: FRIDAY, amountCents: euros(15) },
          ],
        }),
      )?.reasons ?? [];
    expect(first).toEqual({
      code: 'broken_promise',
      promisedFor: FRIDAY,
      amountCents: euros(15),
      count: 2,
    });
  });

  test('a reject of long ago is no news', () => {
    const rejectedPayment = { day: addDays(MONDAY, -61), amountCents: 1 };
    expect(codes(payer([lateItem(euros(700), 40)], { rejectedPayment }))).toEqual([
      'items_late',
      'never_contacted',
    ]);
  });

  test('a payment day without the money is told, once something was due before it', () => {
    const missed = (days: number, bankDate: typeof FRIDAY | null = FRIDAY) =>
      rankPayers([payer([lateItem(euros(700), days)], { paymentDays: [10] })], {
        ...context,
        bankDate,
      }).ranked[0]?.reasons.some(({ code }) => code === 'payment_day_missed');
    expect([missed(13), missed(12), missed(13, null)]).toEqual([true, false, false]);
  });

  test.each([
    [{ unansweredCount: 2 }, { code: 'unanswered', count: 2 }],
    [{ lastExchangeDate: addDays(MONDAY, -7) }, { code: 'reached', days: 7 }],
    [{ lastExchangeDate: addDays(MONDAY, -8) }, { code: 'not_contacted_for', days: 8 }],
    [{}, { code: 'never_contacted' }],
  ])('silence: %j', (contact, expected) => {
    const row = rowOf(payer([lateItem(euros(700), 40)], { contact: contacted(contact) }));
    expect(row?.reasons.at(-1)).toEqual(expected);
  });
});
