import { describe, expect, test } from 'vitest';
import type { PayerInput } from '../../../../src/shared/domain/priority/payer-input.ts';
import { plainPayer } from '../../../../src/shared/domain/priority/payer-input.ts';
import {
  callValue,
  chanceAlone,
  comingPaymentDay,
  contactFactor,
  drivingDaysPastDue,
  isGoodPayerLate,
  itemTerms,
  riskOf,
  timeFactor,
} from '../../../../src/shared/domain/priority/payer-value.ts';
import {
  bandValue,
  PRIORITY_WEIGHTS,
} from '../../../../src/shared/domain/priority/priority-weights.ts';
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
} from '../../../support/open-items.ts';

const context = { today: MONDAY, bankDate: FRIDAY, calendar: france, weights: PRIORITY_WEIGHTS };
const weights = PRIORITY_WEIGHTS;
const payer = (part: Partial<PayerInput> = {}): PayerInput => ({ ...plainPayer(1, []), ...part });
const broken = (brokenOn: string) => ({
  promisedFor: calendarDate('2026-10-01'),
  brokenOn: calendarDate(brokenOn),
  amountCents: euros(100),
});
/** The shares of items of these amounts and days late. */
const termsOf = (...items: readonly (readonly [number, number])[]) =>
  itemTerms(
    payer(),
    [
      assessed(
        items.map(([amount, days], index) =>
          lateItem(euros(amount), days, { receivableId: index + 1, documentNumber: `F${index}` }),
        ),
      ),
    ],
    null,
    weights,
  );

test('a figure beyond the last band is a broken setting', () => {
  expect(() => bandValue([{ upTo: 5, value: 1 }], 6)).toThrow(RangeError);
});

test.each([
  [7, 0.5],
  [8, 1],
  [30, 1],
  [31, 1.2],
  [60, 1.2],
  [61, 1.5],
  [120, 1.5],
  [121, 1],
  [180, 1],
  [181, 0.4],
])('L: %i days late weigh %d', (days, expected) => {
  expect(bandValue(weights.lateness, days)).toBe(expected);
});

describe('p: the chance that an item comes alone', () => {
  test.each([
    [-20, false, 0.7],
    [0, false, 0.7],
    [1, false, 0.3],
    [15, false, 0.3],
    [16, false, 0.15],
    [45, false, 0.15],
    [46, false, 0.05],
    [10, true, 0.85],
    [11, true, 0.3],
  ])('%i days beyond the habit, payment day near %s: %d', (days, isNear, expected) => {
    expect(chanceAlone(days, isNear, weights)).toBe(expected);
  });

  test('is the forecast’s when there is one', () => {
    const chances = new Map([[1, 0.42]]);
    const account = assessed([
      lateItem(euros(100), 50, { receivableId: 1 }),
      lateItem(euros(100), 50, { receivableId: 2 }),
      lateItem(euros(100), 50, { receivableId: null }),
    ]);
    expect(
      itemTerms(payer({ chances }), [account], null, weights).map(({ chance }) => chance),
    ).toEqual([0.42, 0.05, 0.05]);
  });
});

describe('the payment day that is near', () => {
  const days = (paymentDays: readonly number[], bankDate: string | null = '2026-11-20') =>
    comingPaymentDay(payer({ paymentDays }), {
      ...context,
      bankDate: bankDate === null ? null : calendarDate(bankDate),
    });

  test('lies within five working days of today', () => {
    expect(days([30])).toBe('2026-11-30');
    expect(days([1])).toBeNull();
    expect(days([])).toBeNull();
  });

  test('may be past while the bank is not known up to it', () => {
    expect(days([20], '2026-11-19')).toBe('2026-11-20');
    expect(days([20])).toBeNull();
  });

  test('is counted from today where no bank date is known', () => {
    expect(days([23, 25], null)).toBe('2026-11-25');
  });
});

describe('items that count', () => {
  test('are those with something chaseable, one by one', () => {
    const account = assessed(
      [
        lateItem(euros(1000), 40, { receivableId: 1 }),
        lateItem(euros(500), 50, { receivableId: 2, documentNumber: 'F2' }),
        lateItem(euros(700), -5, { receivableId: 3, documentNumber: 'F3' }),
      ],
      customer({ items: { 2: { disputedCents: euros(500) } } }),
    );
    const terms = itemTerms(payer({ usualDelayDays: 30 }), [account], null, weights);
    expect(terms).toMatchObject([
      { stakeCents: euros(1000), daysPastDue: 40, chance: 0.3, lateness: 1.2 },
    ]);
    expect(terms[0]?.weightedCents).toBeCloseTo(84_000);
  });
});

describe('the days late that texts speak of', () => {
  test.each([
    [
      'the oldest item',
      [
        [1000, 20],
        [1000, 60],
      ],
      60,
    ],
    [
      'not a residue under 150 €',
      [
        [1000, 20],
        [149, 900],
      ],
      20,
    ],
    [
      'not a part under 5 % of the stake',
      [
        [10_000, 20],
        [400, 900],
      ],
      20,
    ],
    [
      'an item at the bound',
      [
        [2850, 20],
        [150, 900],
      ],
      900,
    ],
    [
      'of small items only, the oldest',
      [
        [100, 20],
        [90, 70],
      ],
      70,
    ],
  ] as const)('are those of %s', (_, items, expected) => {
    expect(drivingDaysPastDue(termsOf(...items), weights)).toBe(expected);
  });
});

describe('R: the risk', () => {
  const late = termsOf([1000, 40]);
  test.each([
    ['nothing particular', {}, 1],
    ['one broken promise', { brokenPromises: [broken('2026-10-05')] }, 1.25],
    [
      'five broken promises, of which three count',
      { brokenPromises: Array(5).fill(broken('2026-10-05')) },
      1.75,
    ],
    ['limit exceeded', { exposureExcessCents: 1 }, 1.25],
    ['order waiting', { isOrderWaiting: true }, 1.25],
    ['good payer gone late', { usualDelayDays: 9 }, 1.25],
    [
      'everything, which stops at 2',
      {
        brokenPromises: Array(3).fill(broken('2026-10-05')),
        exposureExcessCents: 1,
        isOrderWaiting: true,
        usualDelayDays: 9,
      },
      2,
    ],
  ] as const)('%s: %d', (_, part, expected) => {
    expect(riskOf(payer(part as Partial<PayerInput>), late, weights)).toBe(expected);
  });

  test.each([
    ['no habit yet', null, [[1000, 40]], false],
    ['a habit of ten days is not good', 10, [[1000, 40]], false],
    ['fifteen days beyond the habit is not yet late', 9, [[1000, 24]], false],
    ['sixteen days beyond', 9, [[1000, 25]], true],
    [
      'on a residue only',
      9,
      [
        [1000, 5],
        [149, 400],
      ],
      false,
    ],
    [
      'on an old item under 5 % of the stake',
      9,
      [
        [100_000, 5],
        [160, 400],
      ],
      true,
    ],
  ] as const)('a good payer gone late: %s', (...[, usualDelayDays, items, expected]) => {
    expect(isGoodPayerLate(payer({ usualDelayDays }), termsOf(...items), weights)).toBe(expected);
  });
});

test.each([
  ['direct_phone', 0, 1],
  ['direct_phone', 2, 1],
  ['direct_phone', 3, 0.5],
  ['switchboard', 0, 0.7],
  ['mail', 0, 0.7],
  ['portal', 0, 0.7],
  ['mail', 3, 0.5],
  ['none', 3, 0.3],
  ['none', 0, 0.3],
] as const)('C: %s, %i tries without an answer: %d', (reach, unansweredCount, expected) => {
  expect(contactFactor(payer({ reach, contact: contacted({ unansweredCount }) }), weights)).toBe(
    expected,
  );
});

describe('T: the time since the last exchange', () => {
  const time = (lastExchangeDate: string | null, part: Partial<PayerInput> = {}) =>
    timeFactor(
      payer({
        ...part,
        contact: contacted({
          lastExchangeDate: lastExchangeDate === null ? null : calendarDate(lastExchangeDate),
        }),
      }),
      context,
    );

  test.each([
    ['2026-11-23', 0],
    ['2026-11-19', 0], // two working days
    ['2026-11-18', 0.5], // three
    ['2026-11-16', 0.5], // five
    ['2026-11-13', 1], // six
    ['2026-11-06', 1], // ten, over 11 November
    ['2026-11-05', 1.25], // eleven
    [null, 1.25],
  ])('reached on %s: %d', (day, expected) => {
    expect(time(day)).toBe(expected);
  });

  test('a broken promise or a reject since then ends the peace', () => {
    expect(time('2026-11-19', { brokenPromises: [broken('2026-11-20')] })).toBe(1.25);
    expect(time('2026-11-20', { brokenPromises: [broken('2026-11-20')] })).toBe(0);
    const rejectedPayment = { day: FRIDAY, amountCents: euros(10) };
    expect(time('2026-11-19', { rejectedPayment })).toBe(1.25);
    expect(time('2026-11-19', { rejectedPayment, brokenPromises: [broken('2026-10-01')] })).toBe(
      1.25,
    );
  });
});

test('V is the product of its terms', () => {
  expect(callValue({ base: 1000, risk: 1.5, contact: 0.5, time: 1.25 })).toBe(937.5);
});
