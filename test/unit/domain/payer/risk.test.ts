import { describe, expect, test } from 'vitest';
import { payerBehaviour } from '../../../../src/shared/domain/payer/behaviour.ts';
import {
  exposureOf,
  type Guarantee,
  sumExposures,
} from '../../../../src/shared/domain/payer/exposure.ts';
import {
  isMarkValue,
  overridesOf,
  type PayerMark,
} from '../../../../src/shared/domain/payer/mark.ts';
import { PAYER_DEFAULTS } from '../../../../src/shared/domain/payer/payer-settings.ts';
import { promiseRate } from '../../../../src/shared/domain/payer/promise-rate.ts';
import { payerRisk, recommendedTerms } from '../../../../src/shared/domain/payer/risk.ts';
import { addDays, calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { MONDAY } from '../../../support/open-items.ts';
import { NO_EVENTS, openLate, paidItem } from '../../../support/payer-items.ts';

describe('the risk', () => {
  test.each([
    // score, segment, exceeded, risk, reasons
    [80, 'good', false, 'low', ['score_good']],
    [69, 'good', false, 'moderate', ['score_middling']],
    [39, 'good', false, 'high', ['score_low']],
    [80, 'occasional', false, 'moderate', ['occasional']],
    [80, 'chronic', false, 'high', ['chronic']],
    [50, 'chronic', true, 'high', ['chronic', 'score_middling', 'exposure_exceeded']],
    [null, 'new_at_risk', false, 'high', ['new_at_risk']],
    [80, 'good', true, 'moderate', ['exposure_exceeded']],
    [60, 'good', true, 'high', ['score_middling', 'exposure_exceeded']],
    [null, null, false, null, []],
    [null, null, true, 'moderate', ['exposure_exceeded']],
  ] as const)('score %s, %s, exceeded %s: %s', (score, segment, isExceeded, risk, reasons) => {
    expect(
      payerRisk({ score, segment, isExposureExceeded: isExceeded }, PAYER_DEFAULTS.risk),
    ).toEqual({ risk, reasons });
  });

  test.each([
    ['low', 'good', false, ['standard']],
    ['moderate', 'occasional', false, ['earlier_reminders']],
    ['moderate', 'good', true, ['earlier_reminders', 'guarantee']],
    ['high', 'chronic', false, ['earlier_reminders', 'deposit', 'shorter_terms']],
    ['high', 'new_at_risk', true, ['deposit', 'guarantee', 'shorter_terms']],
    [null, null, false, []],
  ] as const)('%s, %s, exceeded %s: %o', (risk, segment, isExposureExceeded, terms) => {
    expect(recommendedTerms(risk, { segment, isExposureExceeded })).toEqual(terms);
  });
});

const insured = (part: Partial<Guarantee> = {}): Guarantee => ({
  amountCents: 1_000_000,
  currency: 'EUR',
  shareBasisPoints: 9000,
  since: calendarDate('2026-01-01'),
  until: null,
  ...part,
});
const owing = (
  outstandingCents: number,
  limitCents: number | null,
  guarantees: readonly Guarantee[] = [],
) => exposureOf({ currency: 'EUR', outstandingCents, limitCents, guarantees }, MONDAY);

describe('the exposure', () => {
  test.each([
    // owed, limit, own risk, excess
    ['no limit and no cover: nothing is exceeded', owing(900_000, null), 900_000, null],
    ['within the limit', owing(900_000, 900_000), 900_000, null],
    ['beyond the limit', owing(900_001, 900_000), 900_001, 1],
    ['insured at 90 % within 10 000 €', owing(800_000, 100_000, [insured()]), 80_000, null],
    ['insured, and beyond all the same', owing(1_500_000, 100_000, [insured()]), 600_000, 500_000],
    ['no limit: what is beyond the cover', owing(1_200_000, null, [insured()]), 300_000, 200_000],
    ['no limit, within the cover', owing(800_000, null, [insured()]), 80_000, null],
    ['a credit balance', owing(-500, 0), 0, null],
  ] as const)('%s', (_, { ownRiskCents, excessCents }, ownRisk, excess) => {
    expect([ownRiskCents, excessCents]).toEqual([ownRisk, excess]);
  });

  test.each([
    ['not yet begun', { since: addDays(MONDAY, 1) }, 0],
    ['ended yesterday', { until: addDays(MONDAY, -1) }, 0],
    ['ending today', { until: MONDAY }, 450_000],
    ['in another currency', { currency: 'USD' }, 0],
  ] as const)('a guarantee %s', (_, part, guaranteedCents) => {
    expect(owing(500_000, null, [insured(part)]).guaranteedCents).toBe(guaranteedCents);
  });

  test('guarantees add up, never beyond what is owed', () => {
    expect(owing(500_000, null, [insured(), insured()])).toMatchObject({
      guaranteedCents: 500_000,
      coverCents: 2_000_000,
      ownRiskCents: 0,
    });
  });

  test('of several accounts: sums, each with its own limit', () => {
    const sum = sumExposures([owing(900, 500), owing(100, null), owing(300, 800)]);
    expect(sum).toMatchObject({ owedCents: 1300, limitCents: 1300, excessCents: 400 });
    expect(sumExposures([])).toBeNull();
    expect(sumExposures([owing(1, null), owing(9, 8)])?.excessCents).toBe(1);
  });
});

const mark = (kind: PayerMark['kind'], value: string): PayerMark => ({
  markId: 1,
  customerId: 1,
  kind,
  value,
  reviewOn: addDays(MONDAY, 30),
});

describe('marks', () => {
  test('the latest of a kind holds', () => {
    const marks = [mark('segment', 'chronic'), mark('risk', 'high'), mark('segment', 'good')];
    expect(overridesOf(marks)).toEqual({ segment: 'good', risk: 'high', isWatched: false });
    expect(overridesOf([mark('watch', '')])).toEqual({
      segment: null,
      risk: null,
      isWatched: true,
    });
  });

  test.each([
    ['segment', 'good', true],
    ['segment', 'new_at_risk', false],
    ['risk', 'moderate', true],
    ['risk', 'good', false],
    ['watch', '', true],
    ['watch', 'high', false],
  ] as const)('%s « %s »', (kind, value, isRight) => {
    expect(isMarkValue(kind, value)).toBe(isRight);
  });
});

describe('the behaviour', () => {
  const behave = (items: Parameters<typeof payerBehaviour>[0]['items'], marks: PayerMark[] = []) =>
    payerBehaviour(
      { items, events: NO_EVENTS, exposure: null, marks },
      { today: MONDAY, settings: PAYER_DEFAULTS },
    );
  const four = (days: number) => [1, 2, 3, 4].map(() => paidItem(days));

  test('is measured where nobody said otherwise', () => {
    expect(behave(four(2))).toMatchObject({
      segment: 'good',
      score: { score: 98 },
      risk: 'low',
      recommended: ['standard'],
      isSegmentTyped: false,
    });
  });

  test('a person’s segment stands, what was measured beside it', () => {
    expect(behave(four(2), [mark('segment', 'chronic')])).toMatchObject({
      segment: 'chronic',
      measured: { segment: 'good' },
      risk: 'high',
      isSegmentTyped: true,
    });
  });

  test('a person’s risk stands and gives the terms', () => {
    expect(behave(four(2), [mark('risk', 'moderate'), mark('watch', '')])).toMatchObject({
      risk: 'moderate',
      measuredRisk: { risk: 'low' },
      recommended: ['earlier_reminders'],
      isRiskTyped: true,
      isWatched: true,
    });
  });

  test('with too little history there is no score', () => {
    expect(behave([openLate(40)])).toMatchObject({ score: null, segment: 'new_at_risk' });
  });

  test('beyond the limit, the risk is raised', () => {
    const exposure = owing(900, 500);
    const made = payerBehaviour(
      { items: four(2), events: NO_EVENTS, exposure, marks: [] },
      { today: MONDAY, settings: PAYER_DEFAULTS },
    );
    expect(made).toMatchObject({
      risk: 'moderate',
      recommended: ['earlier_reminders', 'guarantee'],
    });
  });
});

describe('the rate of kept promises', () => {
  const record = (judgedCount: number, keptCents: number, judgedCents: number) => ({
    keptCount: 0,
    judgedCount,
    keptCents,
    judgedCents,
  });

  test.each([
    // with 60 % for all: (n × own + 4 × 0.6) ÷ (n + 4)
    ['none made', record(0, 0, 0), 0.6],
    ['one kept', record(1, 100, 100), 0.68],
    ['one broken', record(1, 0, 100), 0.48],
    ['twelve, half by amount', record(12, 50, 100), 0.525],
    ['more came than was promised', record(4, 300, 100), 0.8],
  ] as const)('%s', (_, reliability, rate) => {
    expect(promiseRate(reliability, 0.6)).toBeCloseTo(rate, 10);
  });
});
