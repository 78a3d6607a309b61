// Today is Monday 23/11/2026 and the bank is known to Friday 20/11, unless said otherwise.
import { describe, expect, test } from 'vitest';
import { proposedNextAction } from '../../../../src/shared/domain/contact-log/call-outcome.ts';
import { contactStateOf } from '../../../../src/shared/domain/contact-log/contact-state.ts';
import { seatMorning } from '../../../../src/shared/domain/priority/morning.ts';
import { obligationsOf } from '../../../../src/shared/domain/priority/obligations.ts';
import type { PayerInput } from '../../../../src/shared/domain/priority/payer-input.ts';
import { plainPayer } from '../../../../src/shared/domain/priority/payer-input.ts';
import type { ValueContext } from '../../../../src/shared/domain/priority/payer-value.ts';
import { PRIORITY_WEIGHTS } from '../../../../src/shared/domain/priority/priority-weights.ts';
import { rankPayers } from '../../../../src/shared/domain/priority/rank-payers.ts';
import { judgePromise } from '../../../../src/shared/domain/promise/judge-promise.ts';
import type { PromiseToPay } from '../../../../src/shared/domain/promise/promise.ts';
import type { CalendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import {
  assessed,
  contacted,
  customer,
  euros,
  FRIDAY,
  france,
  lateItem,
  MONDAY,
  receipt,
} from '../../../support/open-items.ts';

const THURSDAY = calendarDate('2026-11-26');
const NEXT_FRIDAY = calendarDate('2026-11-27');

const on = (today: CalendarDate, bankDate: CalendarDate): ValueContext => ({
  today,
  bankDate,
  calendar: france,
  weights: PRIORITY_WEIGHTS,
});
const monday = on(MONDAY, FRIDAY);

/** The ranking as `payer value`, in whole euros, best first. */
function ranked(payers: readonly PayerInput[], context = monday): readonly [number, number][] {
  return rankPayers(payers, context).ranked.map(({ payerId, value }) => [
    payerId,
    Math.round(value / 100),
  ]);
}

const VAL = 1;
const LEROY = 2;
const ENSEIGNE = 3;
const MARTIN = 4;

/** The four payers of the first case; their invoices do not change with the day. */
function fourPayers(today: CalendarDate, bankDate: CalendarDate): readonly PayerInput[] {
  const judged = { today, bankDate };
  return [
    {
      ...plainPayer(VAL, [
        assessed(
          [lateItem(euros(38_412), 92)],
          customer({ items: { 1: { disputedCents: euros(6000) } } }),
          judged,
        ),
      ]),
      usualDelayDays: 35,
      contact: contacted({ lastExchangeDate: calendarDate('2026-11-05') }),
      brokenPromises: [
        {
          promisedFor: calendarDate('2026-09-15'),
          brokenOn: calendarDate('2026-09-17'),
          amountCents: euros(4000),
        },
      ],
    },
    {
      ...plainPayer(LEROY, [assessed([lateItem(euros(9800), 47)], customer(), judged)]),
      usualDelayDays: 3,
      exposureExcessCents: euros(1500),
    },
    {
      ...plainPayer(ENSEIGNE, [assessed([lateItem(euros(120_000), 6)], customer(), judged)]),
      usualDelayDays: 12,
      paymentDays: [10, 25],
      reach: 'portal',
    },
    {
      // Four days late is certain on Monday for who pays by card, whose money is seen at once.
      ...plainPayer(MARTIN, [
        assessed([lateItem(euros(3200), 4)], customer({ paymentMethod: 'card' }), judged),
      ]),
      usualDelayDays: 5,
    },
  ];
}

describe('1. Big but coming', () => {
  test('VAL 72 167, LEROY 18 743, ENSEIGNE 7 875, MARTIN 600, in that order', () => {
    expect(ranked(fourPayers(MONDAY, FRIDAY))).toEqual([
      [VAL, 72_167],
      [LEROY, 18_743],
      [ENSEIGNE, 7875],
      [MARTIN, 600],
    ]);
  });

  test('VAL stakes 32 412, the disputed 6 000 being left out', () => {
    const [first] = rankPayers(fourPayers(MONDAY, FRIDAY), monday).ranked;
    expect(first).toMatchObject({
      rank: 1,
      overdueCents: euros(38_412),
      stakeCents: euros(32_412),
      daysPastDue: 92,
      usualDelayDays: 35,
      terms: { risk: 1.25, contact: 1, time: 1.25 },
      suggestedAction: 'call',
    });
    expect(first?.items[0]).toMatchObject({ chance: 0.05, lateness: 1.5 });
  });

  test('LEROY is a good payer gone late, and ENSEIGNE is expected on the 25th', () => {
    const { ranked: rows } = rankPayers(fourPayers(MONDAY, FRIDAY), monday);
    expect(rows[1]?.reasons).toEqual([
      { code: 'exposure_exceeded', excessCents: euros(1500) },
      { code: 'good_payer_late', usualDelayDays: 3, daysPastDue: 47 },
      { code: 'never_contacted' },
    ]);
    expect(rows[2]?.reasons[0]).toEqual({ code: 'payment_day_near', day: '2026-11-25' });
    expect(rows[2]?.suggestedAction).toBe('check_payment');
  });

  test('on 27/11, nothing having come on the 25th, ENSEIGNE is 31 500 and passes LEROY', () => {
    const friday = on(NEXT_FRIDAY, THURSDAY);
    const rows = ranked(fourPayers(NEXT_FRIDAY, THURSDAY), friday);
    expect(rows.map(([payerId]) => payerId)).toEqual([VAL, ENSEIGNE, LEROY, MARTIN]);
    expect(rows[1]).toEqual([ENSEIGNE, 31_500]);
    const { ranked: again } = rankPayers(fourPayers(NEXT_FRIDAY, THURSDAY), friday);
    expect(again[1]).toMatchObject({ daysPastDue: 10, suggestedAction: 'write' });
    expect(again[1]?.reasons[0]).toEqual({ code: 'payment_day_missed', day: '2026-11-25' });
  });
});

describe('2. Matching first', () => {
  // 22 invoices for 64 000 €, 38 500 € of receipts nobody lettered, 20 000 € deposit on an order.
  const invoices = Array.from({ length: 22 }, (_, index) =>
    lateItem(index === 0 ? euros(1000) : euros(3000), 40 + index, {
      receivableId: index + 1,
      documentNumber: `F${index + 1}`,
    }),
  );
  const account = assessed([
    ...invoices,
    receipt(euros(38_500)),
    receipt(euros(20_000), { kind: 'deposit' }),
  ]);

  test('the deposit is not netted: 25 500 are due', () => {
    expect(account.position).toMatchObject({
      grossOverdueCents: euros(64_000),
      usableCreditsCents: euros(38_500),
      netDueCents: euros(25_500),
      setAsideCreditsCents: euros(20_000),
    });
  });

  test('credits are 60 % of the gross: no rank, first of « à lettrer d’abord »', () => {
    const { ranked: rows, leftOut } = rankPayers([plainPayer(9, [account])], monday);
    expect(rows).toEqual([]);
    expect(leftOut).toMatchObject([
      {
        payerId: 9,
        because: 'to_match_first',
        suggestedAction: 'match',
        overdueCents: euros(64_000),
        netDueCents: euros(25_500),
        stakeCents: 0,
      },
    ]);
  });
});

describe('3. Called this morning', () => {
  const call = {
    day: MONDAY,
    channel: 'phone',
    direction: 'out',
    outcome: 'paid',
    outcomeDate: MONDAY,
  } as const;
  const payer: PayerInput = {
    ...plainPayer(5, [assessed([lateItem(euros(4000), 15)])]),
    contact: contactStateOf([call]),
  };

  test('who was reached this morning rests: value 0 and no seat', () => {
    const { ranked: rows } = rankPayers([payer], monday);
    expect(rows).toMatchObject([{ value: 0, stakeCents: euros(4000) }]);
    expect(seatMorning(rows, [], 10).ten).toEqual([]);
  });

  test('« virement parti » is checked on 26/11', () => {
    expect(proposedNextAction('paid', { today: MONDAY, outcomeDate: MONDAY }, france)).toEqual({
      kind: 'check_payment',
      dueOn: '2026-11-26',
    });
  });

  test('the bank of 26/11 showing nothing, it is an obligation', () => {
    const announced: PromiseToPay = {
      promiseId: 1,
      kind: 'announced',
      promisedOn: MONDAY,
      promisedFor: MONDAY,
      amountCents: euros(4000),
      items: [],
    };
    const dutiesWith = (bankDate: CalendarDate) => ({
      payerId: 5,
      overdueCents: euros(4000),
      contact: contactStateOf([call]),
      promises: [
        {
          ...judgePromise(announced, [], { today: NEXT_FRIDAY, bankDate, calendar: france }),
          customerId: 5,
          currency: 'EUR',
        },
      ],
      missedParts: [],
      rejects: [],
      tasks: [],
      holds: [],
      reviews: [],
      replies: [],
    });
    expect(obligationsOf(dutiesWith(calendarDate('2026-11-25')), NEXT_FRIDAY)).toEqual([]);
    expect(obligationsOf(dutiesWith(THURSDAY), NEXT_FRIDAY)).toMatchObject([
      { kind: 'broken_promise', deadline: '2026-11-26', amountCents: euros(4000), isDone: false },
    ]);
  });
});

describe('4. Promise and late bank', () => {
  const promise: PromiseToPay = {
    promiseId: 3,
    kind: 'promise',
    promisedOn: calendarDate('2026-11-09'),
    promisedFor: calendarDate('2026-11-18'),
    amountCents: euros(5000),
    items: [{ receivableId: 1, amountCents: euros(5000) }],
  };
  const judged = (bankDate: CalendarDate, nature: 'credit_note' | null) =>
    judgePromise(
      promise,
      nature === null ? [] : [{ date: FRIDAY, amountCents: euros(5000), nature, receivableId: 1 }],
      { today: MONDAY, bankDate, calendar: france },
    );
  const blockZero = (bankDate: CalendarDate, nature: 'credit_note' | null) =>
    obligationsOf(
      {
        payerId: 6,
        overdueCents: euros(5000),
        contact: contacted({ lastActionDate: calendarDate('2026-11-09') }),
        promises: [{ ...judged(bankDate, nature), customerId: 6, currency: 'EUR' }],
        missedParts: [],
        rejects: [],
        tasks: [],
        holds: [],
        reviews: [],
        replies: [],
      },
      MONDAY,
    );

  test('bank at 19/11: to verify, not broken', () => {
    expect(judged(calendarDate('2026-11-19'), null).outcome).toBe('to_verify');
    expect(blockZero(calendarDate('2026-11-19'), null)).toEqual([]);
  });

  test('bank at 20/11 without it: broken, Block 0', () => {
    expect(judged(FRIDAY, null).outcome).toBe('broken');
    expect(blockZero(FRIDAY, null)).toMatchObject([
      { kind: 'broken_promise', amountCents: euros(5000), sourceId: 3 },
    ]);
  });

  test('a 5 000 € credit note instead: settled by credit, neither kept nor broken', () => {
    expect(judged(FRIDAY, 'credit_note').outcome).toBe('settled_by_credit');
    expect(blockZero(FRIDAY, 'credit_note')).toEqual([]);
  });
});

describe('5. One contact, three accounts', () => {
  test('SAVEL is one row of 7 400, worth 5 180', () => {
    const accounts = [
      [101, 4000],
      [102, 2500],
      [103, 900],
    ].map(([customerId = 0, amount = 0]) =>
      assessed([lateItem(euros(amount), 20, { customerId })], customer({ customerId })),
    );
    const savel: PayerInput = {
      ...plainPayer(101, accounts),
      usualDelayDays: 8,
      // Eight working days before Monday 23/11, over no holiday but that of 11/11.
      contact: contacted({ lastExchangeDate: calendarDate('2026-11-10') }),
    };
    const { ranked: rows } = rankPayers([savel], monday);
    expect(rows).toHaveLength(1);
    expect(rows[0]).toMatchObject({
      stakeCents: euros(7400),
      terms: { risk: 1, contact: 1, time: 1 },
    });
    expect(rows[0]?.accounts.map(({ customerId }) => customerId)).toEqual([101, 102, 103]);
    expect(ranked([savel])).toEqual([[101, 5180]]);
  });
});
