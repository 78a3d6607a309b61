import { describe, expect, test } from 'vitest';
import {
  decideAgreement,
  equalParts,
  type ProposedAgreement,
} from '../../../../src/shared/domain/agreement/agreement.ts';
import { possibleSteps } from '../../../../src/shared/domain/agreement/agreement-steps.ts';
import {
  type Agreement,
  expectedParts,
  isOver,
  judgeAgreement,
  partsAsPromises,
} from '../../../../src/shared/domain/agreement/judge-agreement.ts';
import {
  type AccountMovement,
  judgePromises,
} from '../../../../src/shared/domain/promise/judge-promise.ts';
import { addDays, calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { euros, france, MONDAY, openItem } from '../../../support/open-items.ts';

const DAY_1 = addDays(MONDAY, 2);
const DAY_2 = addDays(MONDAY, 32);
const items = [
  openItem({ receivableId: 7, outstandingCents: euros(600) }),
  openItem({ receivableId: 8, outstandingCents: euros(400) }),
];

describe('what may be agreed on 1 000 €', () => {
  const plan: ProposedAgreement = {
    kind: 'plan',
    answerBy: MONDAY,
    parts: [
      { dueDate: DAY_1, amountCents: euros(300) },
      { dueDate: DAY_2, amountCents: euros(700) },
    ],
    items,
    covered: new Set(),
  };
  const offer: ProposedAgreement = {
    ...plan,
    kind: 'settlement',
    parts: [{ dueDate: DAY_1, amountCents: euros(900) }],
  };
  const dollars = openItem({ receivableId: 9, currency: 'USD' });
  const credit = openItem({ receivableId: 9, outstandingCents: -euros(10) });
  const rows = [
    ['nothing', { ...plan, items: [] }, 'receivable_settled'],
    ['a credit among them', { ...plan, items: [...items, credit] }, 'receivable_settled'],
    ['two currencies', { ...plan, items: [...items, dollars] }, 'currencies_mixed'],
    ['an item covered already', { ...plan, covered: new Set([8]) }, 'already_in_agreement'],
    ['an answer in the past', { ...plan, answerBy: addDays(MONDAY, -1) }, 'part_in_the_past'],
    [
      'a part in the past',
      { ...plan, parts: [{ dueDate: addDays(MONDAY, -1), amountCents: euros(1000) }] },
      'part_in_the_past',
    ],
    ['parts out of order', { ...plan, parts: plan.parts.toReversed() }, 'parts_out_of_order'],
    ['parts short of the sum', { ...plan, parts: plan.parts.slice(1) }, 'parts_not_the_sum'],
    [
      'a settlement of the whole',
      { ...offer, parts: [{ dueDate: DAY_1, amountCents: euros(1000) }] },
      'settlement_not_below',
    ],
    [
      'a settlement in parts',
      { ...offer, parts: plan.parts.map((part) => ({ ...part, amountCents: euros(1) })) },
      'settlement_not_below',
    ],
  ] as const;
  test.each(rows)('%s is refused', (_what, proposed, refusal) => {
    expect(decideAgreement(proposed, MONDAY)).toEqual({ isDone: false, refusal });
  });

  test('a plan takes all, a settlement gives up the rest', () => {
    expect(decideAgreement(plan, MONDAY)).toMatchObject({
      value: { waivedCents: 0, parts: [{ rank: 1 }, { rank: 2 }] },
    });
    expect(decideAgreement(offer, MONDAY)).toMatchObject({
      value: { waivedCents: euros(100), items: [{ amountCents: 60_000 }, { amountCents: 40_000 }] },
    });
  });
});

test('equal parts: the last carries the odd cents, a first payment goes before them', () => {
  const from = calendarDate('2027-01-31');
  const wanted = { totalCents: 10_000, count: 3, firstCents: null, from };
  expect(equalParts({ ...wanted, pace: 'month' })).toEqual([
    { amountCents: 3_333, dueDate: '2027-01-31' },
    { amountCents: 3_333, dueDate: '2027-02-28' },
    { amountCents: 3_334, dueDate: '2027-03-31' },
  ]);
  const first = { ...wanted, count: 2, firstCents: 1_000 };
  expect(equalParts({ ...first, pace: 'week' }).map(({ dueDate }) => dueDate)).toEqual([
    '2027-01-31',
    '2027-02-07',
    '2027-02-14',
  ]);
  expect(equalParts({ ...first, pace: 'fortnight' }).map((part) => part.amountCents)).toEqual([
    1_000, 4_500, 4_500,
  ]);
});

// 1 000 € in 300 € on Wednesday and 700 € a month later; two working days of grace.
const agreement = (part: Partial<Agreement> = {}): Agreement => ({
  agreementId: 3,
  kind: 'plan',
  agreedOn: MONDAY,
  answerBy: addDays(MONDAY, 10),
  waivedCents: 0,
  items: [
    { receivableId: 7, amountCents: euros(600), settledCents: 0 },
    { receivableId: 8, amountCents: euros(400), settledCents: 0 },
  ],
  parts: [
    { rank: 1, dueDate: DAY_1, amountCents: euros(300) },
    { rank: 2, dueDate: DAY_2, amountCents: euros(700) },
  ],
  steps: ['sent', 'signed'],
  ...part,
});
const offered = (part: Partial<Agreement> = {}) =>
  agreement({
    kind: 'settlement',
    waivedCents: euros(700),
    parts: [{ rank: 1, dueDate: DAY_1, amountCents: euros(300) }],
    steps: [],
    ...part,
  });

const money = (days: number, amount: number, part: Partial<AccountMovement> = {}) => ({
  date: addDays(MONDAY, days),
  amountCents: euros(amount),
  nature: 'bank' as const,
  receivableId: 7,
  ...part,
});

function judged(one: Agreement, movements: readonly AccountMovement[], days: number) {
  const today = addDays(MONDAY, days);
  const context = { today, bankDate: today, calendar: france };
  return judgeAgreement(one, judgePromises(partsAsPromises(one), movements, context), today);
}

describe('where an agreement stands', () => {
  const rows: readonly (readonly [string, Agreement, AccountMovement[], number, string])[] = [
    ['not sent', agreement({ steps: [] }), [], 1, 'drafted'],
    ['sent', agreement({ steps: ['sent'] }), [], 1, 'sent'],
    ['not signed in time', agreement({ steps: ['sent'] }), [], 11, 'unsigned'],
    ['signed', agreement(), [], 1, 'running'],
    ['a part due, the bank not past the grace', agreement(), [], 3, 'running'],
    ['a part missed', agreement(), [], 4, 'missed'],
    ['a part paid short', agreement(), [money(2, 200)], 4, 'missed'],
    ['a part paid late', agreement(), [money(9, 300)], 9, 'running'],
    ['the first part paid', agreement(), [money(2, 300)], 4, 'running'],
    [
      'by money nobody allocated',
      agreement(),
      [money(2, 300, { receivableId: null })],
      4,
      'running',
    ],
    ['by money of another item', agreement(), [money(2, 300, { receivableId: 9 })], 4, 'missed'],
    ['all paid', agreement(), [money(2, 300), money(30, 700, { receivableId: 8 })], 40, 'kept'],
    [
      'settled by a credit note',
      agreement(),
      [money(2, 1000, { nature: 'credit_note' })],
      40,
      'kept',
    ],
    ['declared forfeited', agreement({ steps: ['signed', 'forfeited'] }), [], 9, 'forfeited'],
    ['ended by a person', agreement({ steps: ['signed', 'ended'] }), [], 9, 'ended'],
    ['taken back', agreement({ steps: ['undone'] }), [], 0, 'ended'],
    ['an offer', offered(), [], 1, 'running'],
    ['an offer taken up', offered(), [money(2, 300)], 4, 'paid'],
    ['an offer not taken up', offered(), [], 4, 'lapsed'],
    ['an offer paid late', offered(), [money(9, 300)], 9, 'lapsed'],
    [
      'its remainder written off',
      offered({ steps: ['written_off'] }),
      [money(2, 300)],
      9,
      'written_off',
    ],
  ];
  test.each(rows)('%s', (_what, one, movements, days, state) => {
    expect(judged(one, movements, days).state).toBe(state);
  });

  test('what holds nothing any more gives its items back', () => {
    const over = judged(agreement({ steps: ['ended'] }), [], 4);
    expect([over.held, expectedParts(over), isOver(over.state)]).toEqual([[], [], true]);
    expect(judged(offered(), [], 4).held).toEqual([]);
    expect(isOver('running')).toBe(false);
  });

  test('it holds what is left of each item, and what came is expected no more', () => {
    const one = agreement({
      items: [
        { receivableId: 7, amountCents: euros(600), settledCents: euros(600) },
        { receivableId: 8, amountCents: euros(400), settledCents: -euros(50) },
      ],
    });
    const now = judged(one, [money(2, 600)], 4);
    expect(now.held).toEqual([{ receivableId: 8, amountCents: euros(400) }]);
    expect(now).toMatchObject({ receivedCents: euros(600), openCents: euros(400) });
    expect(now.next).toMatchObject({ rank: 2, openCents: euros(400) });
    expect(expectedParts(now)).toEqual([
      { receivableId: 8, promisedFor: DAY_2, amountCents: euros(400) },
    ]);
    expect(judged(agreement(), [money(2, 1000)], 40).next).toBeNull();
  });

  test('parts spread over the items, one after the other', () => {
    expect(expectedParts(judged(agreement(), [], 1))).toEqual([
      { receivableId: 7, promisedFor: DAY_1, amountCents: euros(300) },
      { receivableId: 7, promisedFor: DAY_2, amountCents: euros(300) },
      { receivableId: 8, promisedFor: DAY_2, amountCents: euros(400) },
    ]);
  });

  test('parts that were not judged are none', () => {
    expect(judgeAgreement(agreement(), [], MONDAY).parts).toEqual([]);
  });
});

test.each([
  ['drafted today', agreement({ steps: [] }), [], 0, ['sent', 'signed', 'ended', 'undone']],
  ['drafted before', agreement({ steps: [] }), [], 1, ['sent', 'signed', 'ended']],
  ['sent', agreement({ steps: ['sent'] }), [], 1, ['signed', 'ended']],
  ['signed', agreement({ steps: ['signed'] }), [], 1, ['ended']],
  ['missed', agreement(), [], 4, ['forfeited', 'ended']],
  ['forfeited', agreement({ steps: ['forfeited'] }), [], 4, []],
  ['an offer paid', offered(), [money(2, 300)], 4, ['written_off']],
] as const)('of one %s a person may note %s', (_what, one, movements, days, steps) => {
  expect(possibleSteps(judged(one, [...movements], days), addDays(MONDAY, days))).toEqual(steps);
});
