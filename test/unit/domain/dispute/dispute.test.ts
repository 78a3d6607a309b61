import { describe, expect, test } from 'vitest';
import {
  type Dispute,
  decideCredit,
  isAnswerDue,
  isAsleep,
  isRefusing,
  standingOf,
} from '../../../../src/shared/domain/dispute/dispute.ts';
import { solvedTimes } from '../../../../src/shared/domain/dispute/solved-times.ts';
import { addDays } from '../../../../src/shared/kernel/calendar-date.ts';
import { euros, MONDAY } from '../../../support/open-items.ts';

// 500 € of item 7 and 300 € of item 8 disputed on Monday.
const dispute = (part: Partial<Dispute> = {}, creditedCents = 0): Dispute => ({
  openedOn: MONDAY,
  answerBy: addDays(MONDAY, 5),
  outcome: null,
  creditCents: 0,
  items: [
    { receivableId: 7, amountCents: euros(500), creditedCents },
    { receivableId: 8, amountCents: euros(300), creditedCents: 0 },
  ],
  ...part,
});

describe('where a dispute stands', () => {
  const rows = [
    ['open', dispute(), [], 'open', [500, 300], 0],
    ['open, a credit note already in', dispute({}, euros(500)), [], 'open', [300], 0],
    ['maintained', dispute({ outcome: 'maintained' }), [], 'closed', [], 0],
    ['taken back', dispute({ outcome: 'undone' }), [], 'closed', [], 0],
    [
      'a credit note promised for the whole',
      dispute({ outcome: 'credit_note', creditCents: euros(800) }),
      [],
      'credit_awaited',
      [500, 300],
      800,
    ],
    [
      'for a part',
      dispute({ outcome: 'partly', creditCents: euros(200) }),
      [],
      'credit_awaited',
      [200],
      200,
    ],
    [
      'come in part',
      dispute({ outcome: 'partly', creditCents: euros(200) }, euros(50)),
      [],
      'credit_awaited',
      [150],
      150,
    ],
    [
      'come but for a cent',
      dispute({ outcome: 'partly', creditCents: euros(200) }, euros(200) - 1),
      [],
      'closed',
      [],
      0,
    ],
    [
      'on the account, not lettered',
      dispute({ outcome: 'partly', creditCents: euros(200) }),
      [{ day: addDays(MONDAY, 3), amountCents: euros(200) }],
      'closed',
      [],
      0,
    ],
    [
      'another credit note is none of it',
      dispute({ outcome: 'partly', creditCents: euros(200) }),
      [{ day: addDays(MONDAY, 3), amountCents: euros(199) }],
      'credit_awaited',
      [200],
      200,
    ],
    [
      'an earlier one neither',
      dispute({ outcome: 'partly', creditCents: euros(200) }),
      [{ day: addDays(MONDAY, -1), amountCents: euros(200) }],
      'credit_awaited',
      [200],
      200,
    ],
  ] as const;
  test.each(rows)('%s', (_what, given, credits, state, held, awaited) => {
    const standing = standingOf(given, credits);
    expect(standing.state).toBe(state);
    expect(standing.held.map(({ amountCents }) => amountCents)).toEqual(held.map(euros));
    expect(standing.awaitedCents).toBe(euros(awaited));
  });
});

test.each([
  ['credit_note', null, { isDone: true, value: euros(800) }],
  ['maintained', euros(200), { isDone: true, value: 0 }],
  ['undone', null, { isDone: true, value: 0 }],
  ['partly', euros(200), { isDone: true, value: euros(200) }],
  ['partly', null, { isDone: false, refusal: 'credit_missing' }],
  ['partly', 0, { isDone: false, refusal: 'credit_missing' }],
  ['partly', euros(800), { isDone: false, refusal: 'credit_exceeds_dispute' }],
] as const)('%s with %s grants %j', (outcome, part, expected) => {
  expect(decideCredit(outcome, euros(800), part)).toEqual(expected);
});

test('what refuses something is chased again', () => {
  expect((['credit_note', 'maintained', 'partly', 'undone'] as const).map(isRefusing)).toEqual([
    false,
    true,
    true,
    false,
  ]);
});

test('an answer is due from its day on, while the dispute is open', () => {
  const due = (part: Partial<Dispute>, days: number) =>
    isAnswerDue(dispute(part), addDays(MONDAY, days));
  expect(due({}, 4)).toBe(false);
  expect(due({}, 5)).toBe(true);
  expect(due({ answerBy: null }, 50)).toBe(false);
  expect(due({ outcome: 'maintained' }, 5)).toBe(false);
});

test('a dispute sleeps after thirty days without anything done', () => {
  const today = addDays(MONDAY, 30);
  expect(isAsleep(dispute(), null, today)).toBe(true);
  expect(isAsleep(dispute(), MONDAY, today)).toBe(true);
  expect(isAsleep(dispute(), addDays(MONDAY, 1), today)).toBe(false);
  expect(isAsleep(dispute(), null, addDays(today, -1))).toBe(false);
  expect(isAsleep(dispute({ outcome: 'partly' }), null, today)).toBe(false);
});

test('the time of each reason is the median of those solved', () => {
  const solved = [
    { reason: 'price', days: 4 },
    { reason: 'quality', days: 10 },
    { reason: 'quality', days: 20 },
    { reason: 'administrative', days: 2 },
    { reason: 'not_delivered', days: 3 },
  ];
  expect(solvedTimes(solved)).toEqual([
    { reason: 'quality', medianDays: 15, count: 2 },
    { reason: 'administrative', medianDays: 2, count: 1 },
    { reason: 'not_delivered', medianDays: 3, count: 1 },
    { reason: 'price', medianDays: 4, count: 1 },
  ]);
});
