/**
 * The worked examples of the trade, with the figures of a company on 31 October 2026: sales of
 * August 80 000, September 110 000, October 90 000; owed on 1 October 215 000, of which 42 000 late;
 * fell due 95 000, received for it 75 000; owed on 31 October 230 000, of which 62 000 late.
 */
import { describe, expect, test } from 'vitest';
import { countBack, daysOfSales } from '../../../../src/shared/domain/metrics/dso.ts';
import {
  changeSense,
  INDICATORS,
  isReached,
} from '../../../../src/shared/domain/metrics/indicator.ts';
import type { EffortFigures } from '../../../../src/shared/domain/metrics/month-point.ts';
import { monthDays, monthsUpTo } from '../../../../src/shared/domain/metrics/months.ts';
import {
  FIGURE_CONVENTIONS,
  readIndicators,
} from '../../../../src/shared/domain/metrics/read-indicators.ts';
import { costOfLateness } from '../../../../src/shared/domain/metrics/shares.ts';
import { calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { monthPoints } from '../../../support/month-points.ts';
import { euros } from '../../../support/open-items.ts';

const OCTOBER = '2026-10-31';
const effort: EffortFigures = {
  minutes: 2400,
  costCents: euros(1500),
  complaintCount: 2,
  messageCount: 800,
  measuredMinutes: 900,
};
const months = monthPoints(OCTOBER, [
  { invoicedCents: euros(80_000) },
  {
    invoicedCents: euros(115_000),
    creditNoteCents: euros(5000),
    closingCents: euros(215_000),
    overdueCents: euros(42_000),
  },
  {
    invoicedCents: euros(90_000),
    receivedCents: euros(75_000),
    closingCents: euros(230_000),
    overdueCents: euros(62_000),
    over90Cents: euros(10_000),
    openCount: 40,
    overdueCount: 9,
    fellDueCents: euros(95_000),
    recoveredCents: euros(75_000),
    disputedCents: euros(9000),
    disputedOverdueCents: euros(9000),
    maturedCount: 40,
    keptCount: 29,
    maturedCents: euros(120_000),
    keptCents: euros(93_500),
    paidDueCents: euros(35_000),
    paidLateCentDays: euros(10_000) * 5 + euros(5000) * 30,
    paidCents: euros(35_000),
    paidCentDays: euros(10_000) * 65 + euros(20_000) * 60 + euros(5000) * 90,
    effort,
  },
]);
const readings = readIndicators(months, FIGURE_CONVENTIONS);

test.each([
  ['dso', 75.57], // 230 000 × 92 ÷ 280 000
  ['count_back_dso', 72.63], // 31 + 30 + 30 000 ÷ 80 000 × 31
  ['best_possible_dso', 55.2], // 168 000 × 92 ÷ 280 000
  ['days_delinquent', 20.37], // 62 000 × 92 ÷ 280 000
  ['dispute_dso', 2.96], // 9 000 × 92 ÷ 280 000
  ['average_delay', 5.71], // (10 000 × 5 + 20 000 × 0 + 5 000 × 30) ÷ 35 000
  ['payment_time', 65.71], // (10 000 × 65 + 20 000 × 60 + 5 000 × 90) ÷ 35 000
] as const)('%s is %d days', (indicator, days) => {
  expect(readings[indicator].value).toBeCloseTo(days, 2);
});

test.each([
  ['collection_effectiveness', 0.547], // (215 + 90 − 230) ÷ (215 + 90 − 168)
  ['recovery_rate', 0.547], // 75 ÷ (42 + 95)
  ['overdue_rate', 0.27], // 62 ÷ 230
  ['late_item_rate', 0.225], // 9 of 40
  ['over_90_share', 0.043], // 10 ÷ 230
  ['dispute_rate', 0.039], // 9 ÷ 230
  ['promise_count_rate', 0.725], // 29 of 40
  ['promise_value_rate', 0.779], // 93 500 ÷ 120 000
  ['collection_cost_rate', 0.02], // 1 500 ÷ 75 000
] as const)('%s is the share %d', (indicator, share) => {
  expect(readings[indicator].value).toBeCloseTo(share, 3);
});

test('what is late, financed for its average days, costs 207.61 € at 20.37 days', () => {
  const late = { overdueCents: euros(62_000), rateBasisPoints: 600, base: 365 } as const;
  expect(costOfLateness({ ...late, days: 20.37 })).toBe(20_761);
  // The screen rounds no figure on its way to another one.
  expect(readings.lateness_cost.value).toBe(20_762);
});

test('efforts are those typed for the month, and complaints are of a thousand messages', () => {
  expect(readings.collection_cost.value).toBe(euros(1500));
  expect(readings.typed_time.value).toBe(2400);
  expect(readings.measured_time.value).toBe(900);
  expect(readings.complaint_rate.value).toBe(2.5);
});

test('a figure comes with what it was computed from', () => {
  expect(readings.dso.operands).toEqual({
    receivablesCents: euros(230_000),
    periodDays: 92,
    salesCents: euros(280_000),
  });
  expect(readings.collection_effectiveness.operands).toEqual({
    openingCents: euros(215_000),
    salesCents: euros(90_000),
    closingCents: euros(230_000),
    closingNotDueCents: euros(168_000),
  });
});

test('counted back with what is not yet due, the same sales give 52.3 days', () => {
  const sold = months.map((month) => ({
    salesCents: month.invoicedCents - month.creditNoteCents,
    days: monthDays(month, 365),
  }));
  expect(countBack(euros(168_000), sold)?.days).toBeCloseTo(52.27, 2);
});

describe('what is not known is not a figure', () => {
  const bare = readIndicators(monthPoints(OCTOBER, [{}, {}, {}]), FIGURE_CONVENTIONS);

  test('nothing is divided by nothing', () => {
    for (const indicator of INDICATORS) {
      const { value, missing } = bare[indicator];
      expect(value ?? 0).toBe(0);
      expect(missing === null).toBe(value !== null);
    }
    expect(bare.dso).toMatchObject({ value: null, missing: 'nothing' });
    expect(bare.count_back_dso).toMatchObject({ value: null, missing: 'nothing' });
    expect(bare.lateness_cost).toMatchObject({ value: null, missing: 'nothing' });
    expect(bare.collection_effectiveness).toMatchObject({ value: null, missing: 'nothing' });
  });

  test('months before the books begin say no DSO, no CEI and no loss of the year', () => {
    const unknown = monthPoints(OCTOBER, [
      { hasSales: false, hasStanding: false },
      { hasSales: false, hasStanding: false },
      { hasSales: false, hasStanding: false, closingCents: 5 },
    ]);
    const none = readIndicators(unknown, FIGURE_CONVENTIONS);
    for (const indicator of [
      'dso',
      'count_back_dso',
      'average_delay',
      'collection_effectiveness',
      'overdue_rate',
      'write_offs',
    ] as const) {
      expect(none[indicator]).toMatchObject({ value: null, missing: 'history' });
    }
  });

  test('a month that the books do not reach has no collecting yet', () => {
    const [...known] = months;
    const last = { ...known.pop(), isBegun: false } as (typeof months)[number];
    const unread = readIndicators([...known, last], FIGURE_CONVENTIONS);
    expect(unread.collection_effectiveness).toMatchObject({ value: null, missing: 'not_yet' });
    expect(unread.recovery_rate).toMatchObject({ value: null, missing: 'not_yet' });
    expect(unread.overdue_rate.value).not.toBeNull();
  });

  test('three months of sales are needed for a period of three', () => {
    const [, ...two] = months;
    expect(readIndicators(two, FIGURE_CONVENTIONS).dso.missing).toBe('history');
    expect(readIndicators(two, { ...FIGURE_CONVENTIONS, periodMonths: 2 }).dso.value).toBeCloseTo(
      (230_000 * 61) / 200_000,
    );
  });

  test('a month alone has no month before it to be judged by', () => {
    const alone = readIndicators(months.slice(-1), FIGURE_CONVENTIONS);
    expect(alone.collection_effectiveness.missing).toBe('history');
    expect(() => readIndicators([], FIGURE_CONVENTIONS)).toThrow('no month');
  });

  test('what nobody typed is asked for, and a part of the company has no cost of its own', () => {
    expect(bare.collection_cost.missing).toBe('typed');
    expect(bare.measured_time.missing).toBe('nothing');
    const typed = monthPoints(OCTOBER, [
      { effort: { ...effort, minutes: null, costCents: null, complaintCount: null } },
    ]);
    const read = readIndicators(typed, FIGURE_CONVENTIONS);
    expect([
      read.collection_cost.missing,
      read.collection_cost_rate.missing,
      read.typed_time.missing,
      read.complaint_rate.missing,
    ]).toEqual(['typed', 'typed', 'typed', 'typed']);
  });
});

test('losses of the year are over twelve months of sales', () => {
  const year = monthPoints(
    OCTOBER,
    Array.from({ length: 13 }, (_, index) => ({
      invoicedCents: euros(1000),
      // The first month is more than a year ago.
      writtenOffCents: index === 0 ? euros(900) : euros(10),
    })),
  );
  const read = readIndicators(year, FIGURE_CONVENTIONS);
  expect(read.write_offs.value).toBe(euros(120));
  expect(read.write_off_rate.value).toBeCloseTo(0.01);
});

describe('counting back', () => {
  const month = (salesCents: number) => ({ salesCents, days: 30 });

  test('says a floor where the sales known run out', () => {
    expect(countBack(700, [month(300), month(200)])).toEqual({
      days: 60,
      monthCount: 2,
      isCapped: true,
    });
  });

  test('goes no further back than 24 months', () => {
    const long = Array.from({ length: 40 }, () => month(100));
    expect(countBack(10_000, long)).toEqual({ days: 720, monthCount: 24, isCapped: true });
    expect(countBack(2400, long)?.isCapped).toBe(false);
  });

  test('lets the days of a month without sales pass', () => {
    expect(countBack(150, [month(100), month(-50), month(100)])?.days).toBe(75);
  });

  test('is nothing where nothing is owed, and no figure where nothing was ever sold', () => {
    expect(countBack(0, [month(100)])).toEqual({ days: 0, monthCount: 0, isCapped: false });
    expect(countBack(100, [month(0), month(0)])).toBeNull();
    expect(countBack(100, [])).toBeNull();
  });

  test('is marked as a floor among the readings', () => {
    const short = monthPoints(OCTOBER, [
      { hasSales: false, invoicedCents: 999 },
      { invoicedCents: 10, closingCents: 50 },
    ]);
    expect(readIndicators(short, FIGURE_CONVENTIONS).count_back_dso).toMatchObject({
      value: 31,
      isFloor: true,
    });
  });
});

test('no sales, no days of sales', () => {
  expect(daysOfSales(100, { salesCents: 0, days: 90 })).toBeNull();
  expect(daysOfSales(100, { salesCents: -5, days: 90 })).toBeNull();
});

test('months end on the day looked at; base 360 counts thirty days a whole month', () => {
  const [september, october, november] = monthsUpTo(calendarDate('2026-11-22'), 3);
  expect([september?.startsOn, october?.endsOn, november?.endsOn]).toEqual([
    '2026-09-01',
    '2026-10-31',
    '2026-11-22',
  ]);
  const days = (base: 360 | 365) =>
    monthsUpTo(calendarDate('2026-11-22'), 3).map((month) => monthDays(month, base));
  expect(days(365)).toEqual([30, 31, 22]);
  expect(days(360)).toEqual([30, 30, 22]);
  // The 31st of a month that is looked at before it ends does not exist in this base.
  const [february] = monthsUpTo(calendarDate('2026-02-28'), 1);
  expect(february && monthDays(february, 360)).toBe(30);
});

test.each([
  ['dso', 45, 40, 'better'],
  ['dso', 40, 45, 'worse'],
  ['collection_effectiveness', 0.5, 0.6, 'better'],
  ['collection_effectiveness', 0.6, 0.5, 'worse'],
  ['dso', 45, 45.01, 'same'],
  ['dso', 0, 0, 'same'],
  ['days_delinquent', 0.24, 0.2, 'same'],
  ['overdue_rate', 0.0101, 0.0099, 'same'],
  ['overdue_rate', 0.011, 0.01, 'better'],
  ['typed_time', 100, 200, 'neutral'],
] as const)('%s from %d to %d is %s', (indicator, from, to, sense) => {
  expect(changeSense(indicator, from, to)).toBe(sense);
});

test('an objective is reached from the better side', () => {
  expect(isReached('dso', 45, 45)).toBe(true);
  expect(isReached('dso', 46, 45)).toBe(false);
  expect(isReached('recovery_rate', 0.5, 0.6)).toBe(false);
  expect(isReached('recovery_rate', 0.6, 0.6)).toBe(true);
  expect(isReached('measured_time', 1, 2)).toBeNull();
});
