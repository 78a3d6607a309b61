import { describe, expect, test } from 'vitest';
import { delayPoints, type PayerItem } from '../../../../src/shared/domain/payer/delay-points.ts';
import {
  PAYER_DEFAULTS,
  type PayerSettings,
  payerSettingsProblem,
  type ScoreTermCode,
} from '../../../../src/shared/domain/payer/payer-settings.ts';
import { type PayerEvents, payerScore } from '../../../../src/shared/domain/payer/score.ts';
import { delayTrend, recencyWeight } from '../../../../src/shared/domain/payer/trend.ts';
import { addDays } from '../../../../src/shared/kernel/calendar-date.ts';
import { MONDAY } from '../../../support/open-items.ts';
import { NO_EVENTS, openLate, paidItem } from '../../../support/payer-items.ts';

const settings = PAYER_DEFAULTS.score;
const scoreOf = (items: readonly PayerItem[], events: Partial<PayerEvents> = {}) =>
  payerScore(delayPoints(items, MONDAY), { ...NO_EVENTS, ...events }, { today: MONDAY, settings });
const steady = (delayDays: number) => [20, 40, 150, 250].map((ago) => paidItem(delayDays, { ago }));

function term(code: ScoreTermCode, items: readonly PayerItem[], events: Partial<PayerEvents> = {}) {
  const found = scoreOf(items, events).terms.find((one) => one.code === code);
  return found === undefined ? null : [found.figure, found.tenths];
}

describe('the score', () => {
  test('of who always pays on the day is 100', () => {
    expect(scoreOf(steady(0)).score).toBe(100);
  });

  test('of the worst in everything is 0', () => {
    const worst = scoreOf([...steady(200), openLate(400)], {
      brokenPromiseCount: 9,
      postponementCount: 9,
      callCount: 9,
      unansweredCallCount: 9,
      splitItemCount: 9,
      paidItemCount: 9,
      groundlessClaimCount: 9,
      rejectedPaymentCount: 9,
      overdueCents: 9,
      owedCents: 9,
    });
    // The drift is counted over the average: at 45 days and more there is none left to count.
    expect(worst.score).toBe(10);
    expect(worst.terms.filter(({ code }) => code !== 'trend').map((one) => one.tenths)).toEqual(
      worst.terms.filter(({ code }) => code !== 'trend').map(({ weight }) => weight * 10),
    );
  });

  test('a worked case: 24 days late, one promise broken, a third overdue', () => {
    const { score, terms } = scoreOf(steady(24), {
      brokenPromiseCount: 1,
      overdueCents: 500,
      owedCents: 1500,
    });
    const lost = Object.fromEntries(terms.map(({ code, tenths }) => [code, tenths]));
    // 45 × 24 ÷ 45 = 24; 10 × 24 ÷ 90 = 2.7; 8 × 1 ÷ 3 = 2.7; 10 ÷ 3 = 3.3; 100 − 32.7 = 67
    expect(lost).toMatchObject({
      average_delay: 240,
      trend: 0,
      dispersion: 27,
      broken_promises: 27,
      share_overdue: 33,
    });
    expect(score).toBe(67);
  });
});

describe('each term', () => {
  test('the average: a recent item weighs more than an old one', () => {
    const recent = [...steady(0), paidItem(40, { ago: 1 })];
    const old = [...steady(0), paidItem(40, { ago: 360 })];
    const [recentDays] = term('average_delay', recent) ?? [];
    const [oldDays] = term('average_delay', old) ?? [];
    expect(recentDays).toBeGreaterThan((oldDays ?? 0) * 2);
  });

  test('being early gives no points back', () => {
    expect(term('average_delay', steady(-20))).toEqual([-20, 0]);
    expect(term('trend', steady(-20))).toEqual([0, 0]);
  });

  test('the drift: 10 days on average before, 40 in the last three months', () => {
    const items = [250, 150].map((ago) => paidItem(10, { ago }));
    const drift = [20, 10].map((ago) => paidItem(40, { ago }));
    const [figure, tenths] = term('trend', [...items, ...drift]) ?? [];
    expect(figure).toBeGreaterThan(5);
    expect(tenths).toBe(Math.round(((figure ?? 0) / 45) * 100));
  });

  test('the drift is unknown with one recent item', () => {
    const items = [250, 200, 150, 20].map((ago) => paidItem(10, { ago }));
    expect(term('trend', items)).toEqual([null, 0]);
  });

  test('the dispersion: the delay that a tenth of the amounts reaches', () => {
    const nine = Array.from({ length: 9 }, () => paidItem(0));
    expect(term('dispersion', [...nine, paidItem(60)])).toEqual([0, 0]);
    expect(term('dispersion', [...nine, paidItem(60, { amountCents: 120_000 })])).toEqual([60, 67]);
  });

  test.each([
    ['broken_promises', { brokenPromiseCount: 2 }, 2, 53],
    ['broken_promises', { brokenPromiseCount: 7 }, 7, 80],
    ['postponements', { postponementCount: 3 }, 3, 30],
    ['unanswered', { callCount: 4, unansweredCallCount: 3 }, 0.75, 15],
    ['unanswered', { callCount: 2, unansweredCallCount: 2 }, null, 0],
    ['split_payments', { splitItemCount: 1, paidItemCount: 4 }, 0.25, 10],
    ['split_payments', { splitItemCount: 0, paidItemCount: 0 }, null, 0],
    ['groundless_claims', { groundlessClaimCount: 1 }, 1, 7],
    ['rejected_payments', { rejectedPaymentCount: 1 }, 1, 27],
    ['share_overdue', { overdueCents: 300, owedCents: 400 }, 0.75, 75],
    ['share_overdue', {}, null, 0],
  ] as const)('%s of %o', (code, events, figure, tenths) => {
    expect(term(code, steady(0), events)).toEqual([figure, tenths]);
  });

  test('a figure that takes all at once takes all', () => {
    const all = payerScore(
      delayPoints(steady(0), MONDAY),
      { ...NO_EVENTS, brokenPromiseCount: 1 },
      { today: MONDAY, settings: { ...settings, countFull: 0 } },
    );
    expect(all.score).toBe(92);
  });
});

describe('the trend', () => {
  const trend = (items: readonly PayerItem[]) =>
    delayTrend(delayPoints(items, MONDAY), MONDAY, settings);
  const before = [250, 150].map((ago) => paidItem(10, { ago }));

  test.each([
    // days of the last three months, after 10 days of the nine before
    [16, 'worsening'],
    [15, 'stable'],
    [5, 'stable'],
    [4, 'improving'],
  ] as const)('%i days now is %s', (days, direction) => {
    const now = [20, 30].map((ago) => paidItem(days, { ago }));
    expect(trend([...before, ...now])).toMatchObject({
      direction,
      recentDays: days,
      earlierDays: 10,
    });
  });

  test('what is open is of now', () => {
    expect(trend([...before, openLate(90), openLate(90)]).direction).toBe('worsening');
  });

  test('is unknown with one item on either side, or none at all', () => {
    expect(trend([...before, paidItem(90, { ago: 5 })]).direction).toBeNull();
    expect(trend([])).toEqual({
      direction: null,
      averageDays: null,
      recentDays: null,
      earlierDays: null,
    });
  });

  test('an item weighs half at the half-life', () => {
    expect(recencyWeight(addDays(MONDAY, -180), MONDAY, 180)).toBe(0.5);
    expect(recencyWeight(null, MONDAY, 180)).toBe(1);
  });
});

test('no point, no dispersion', () => {
  const { terms } = payerScore([], NO_EVENTS, { today: MONDAY, settings });
  expect(terms.find(({ code }) => code === 'dispersion')?.figure).toBeNull();
});

describe('settings go together', () => {
  const changed = (change: (settings: PayerSettings) => PayerSettings) =>
    payerSettingsProblem(change(PAYER_DEFAULTS));

  test('as they ship', () => {
    expect(payerSettingsProblem(PAYER_DEFAULTS)).toBeNull();
  });

  test('thresholds in their order', () => {
    expect(changed((own) => ({ ...own, segment: { ...own.segment, goodBelowDays: 31 } }))).toBe(
      'segments_reversed',
    );
  });

  test('weights make 100, and the drift weighs no more than the average', () => {
    const weigh = (weights: Partial<Record<ScoreTermCode, number>>) =>
      changed((own) => ({
        ...own,
        score: { ...own.score, weights: { ...own.score.weights, ...weights } },
      }));
    expect(weigh({ trend: 11 })).toBe('score_weights_wrong');
    expect(weigh({ average_delay: 27, trend: 28 })).toBe('score_weights_wrong');
    expect(weigh({ average_delay: 28, trend: 27 })).toBeNull();
  });

  test('a high risk begins below a low one', () => {
    expect(changed((own) => ({ ...own, risk: { highBelowScore: 71, lowFromScore: 70 } }))).toBe(
      'risk_scores_reversed',
    );
  });
});
