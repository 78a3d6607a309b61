import { describe, expect, test } from 'vitest';
import type { PayerItem } from '../../../../src/shared/domain/payer/delay-points.ts';
import { PAYER_DEFAULTS } from '../../../../src/shared/domain/payer/payer-settings.ts';
import {
  type PayerSegment,
  segmentChanges,
  segmentHistory,
  segmentOn,
} from '../../../../src/shared/domain/payer/segment.ts';
import { addDays, calendarDate } from '../../../../src/shared/kernel/calendar-date.ts';
import { MONDAY } from '../../../support/open-items.ts';
import { openLate, paidItem } from '../../../support/payer-items.ts';

const settings = PAYER_DEFAULTS.segment;
const four = (delayDays: number) => [1, 2, 3, 4].map(() => paidItem(delayDays, { ago: 200 }));

describe('a steady payer', () => {
  test.each([
    // delay in days, segment: good below 10, chronic above 30
    [-5, 'good'],
    [9, 'good'],
    [10, 'occasional'],
    [30, 'occasional'],
    [31, 'chronic'],
    [200, 'chronic'],
  ] as const)('%i days late is %s', (delayDays, segment) => {
    expect(segmentOn(four(delayDays), MONDAY, settings)).toMatchObject({
      segment,
      plain: segment,
      delayDays,
      itemCount: 4,
    });
  });

  test('who pays nothing is no good payer: four items open for 80 days make a chronic', () => {
    const open = [80, 82, 85, 90].map((days) => openLate(days));
    expect(segmentOn(open, MONDAY, settings)).toMatchObject({
      segment: 'chronic',
      delayDays: 82,
      openCount: 4,
    });
  });
});

describe('too little history', () => {
  test('has no segment and says how few items there are', () => {
    expect(segmentOn(four(2).slice(1), MONDAY, settings)).toEqual({
      segment: null,
      plain: null,
      delayDays: null,
      itemCount: 3,
      openCount: 0,
    });
  });

  test('and late by more than 30 days is « nouveau à risque »', () => {
    expect(segmentOn([openLate(31)], MONDAY, settings).segment).toBe('new_at_risk');
    expect(segmentOn([openLate(30)], MONDAY, settings).segment).toBeNull();
  });

  test('a residue that late is none', () => {
    const residue = openLate(60, { outstandingCents: 14_999 });
    expect(segmentOn([residue], MONDAY, settings).segment).toBeNull();
  });
});

/**
 * Median of 8 days up to that day, of `later` from then on: large invoices paid that late. The
 * three month ends before Monday 23/11 are 31/08, 30/09 and 31/10.
 */
function gone(later: number, since: string): PayerItem[] {
  const heavy = { settledDate: calendarDate(since), amountCents: 100_000_000 };
  return [...four(8), paidItem(later, { ...heavy, documentDate: heavy.settledDate })];
}

describe('a segment that does not waver', () => {
  test.each([
    // later by, since, segment, plain
    ['within the band since a week', 11, '2026-11-16', 'good', 'occasional'],
    ['within the band at one month end', 11, '2026-10-20', 'good', 'occasional'],
    ['within the band at two month ends', 11, '2026-09-20', 'occasional', 'occasional'],
    ['beyond the band since a week', 13, '2026-11-16', 'occasional', 'occasional'],
    ['far beyond', 90, '2026-11-16', 'chronic', 'chronic'],
  ] as const)('%s', (_, later, since, segment, plain) => {
    expect(segmentOn(gone(later, since), MONDAY, settings)).toMatchObject({ segment, plain });
  });

  test('improves as slowly as it worsens', () => {
    const better = { settledDate: calendarDate('2026-11-16'), amountCents: 100_000_000 };
    const items = [...four(12), paidItem(8, better)];
    expect(segmentOn(items, MONDAY, settings)).toMatchObject({
      segment: 'occasional',
      plain: 'good',
    });
    const much = [...four(12), paidItem(6, better)];
    expect(segmentOn(much, MONDAY, settings).segment).toBe('good');
  });

  test('a chronic payer stays one within the band', () => {
    const better = { settledDate: calendarDate('2026-11-16'), amountCents: 100_000_000 };
    expect(segmentOn([...four(40), paidItem(28, better)], MONDAY, settings).segment).toBe(
      'chronic',
    );
    expect(segmentOn([...four(40), paidItem(26, better)], MONDAY, settings).segment).toBe(
      'occasional',
    );
  });

  test('where nothing was known three month ends ago, the thresholds alone decide', () => {
    const items = [1, 2, 3, 4].map(() => paidItem(11, { ago: 5 }));
    const late = items.map((item) => ({ ...item, documentDate: addDays(MONDAY, -20) }));
    expect(segmentOn(late, MONDAY, settings).segment).toBe('occasional');
  });

  test('of month ends far apart, each is believed at once', () => {
    const october = { settledDate: calendarDate('2026-09-10'), amountCents: 100_000_000 };
    const since = { settledDate: calendarDate('2026-11-16'), amountCents: 1_000_000_000 };
    const chronicMeanwhile = [...four(8), paidItem(60, october), paidItem(11, since)];
    // Good in August, chronic in September and October: 11 days are no good payer's from there.
    expect(segmentOn(chronicMeanwhile, MONDAY, settings)).toMatchObject({
      segment: 'occasional',
      delayDays: 11,
    });
    expect(segmentOn([...four(8), paidItem(11, since)], MONDAY, settings).segment).toBe('good');
  });

  test('on a month end, two in a row are that day and the one before', () => {
    const end = calendarDate('2026-10-31');
    expect(segmentOn(gone(11, '2026-09-20'), end, settings).segment).toBe('occasional');
    expect(segmentOn(gone(11, '2026-10-20'), end, settings).segment).toBe('good');
  });
});

describe('the history', () => {
  const items = [...four(5), ...gone(60, '2026-03-20').slice(4)];

  test('has each month end and today', () => {
    const history = segmentHistory(items, MONDAY, { months: 24, settings });
    expect(history).toHaveLength(25);
    expect(history[0]?.asOf).toBe('2024-11-30');
    expect(history.at(-2)?.asOf).toBe('2026-10-31');
    expect(history.at(-1)?.asOf).toBe(MONDAY);
  });

  test('says up to when he was what: « bon payeur jusqu’en mars »', () => {
    const early = [1, 2, 3, 4].map(() => paidItem(5, { ago: 320 }));
    const heavy = { settledDate: calendarDate('2026-04-10'), amountCents: 100_000_000 };
    const late = paidItem(60, { ...heavy, documentDate: heavy.settledDate });
    const history = segmentHistory([...early, late], MONDAY, { months: 24, settings });
    expect(segmentChanges(history)).toEqual([{ from: 'good', to: 'chronic', until: '2026-03-31' }]);
  });

  test('passes over the months in which too little was known', () => {
    const known = (asOf: string, segment: PayerSegment | null) => ({
      asOf: calendarDate(asOf),
      segment,
      plain: segment,
      delayDays: null,
      itemCount: 0,
      openCount: 0,
    });
    const history = [
      known('2025-12-31', 'new_at_risk'),
      known('2026-01-31', 'good'),
      known('2026-02-28', null),
      known('2026-03-31', 'good'),
      known('2026-04-30', 'chronic'),
    ];
    expect(segmentChanges(history)).toEqual([{ from: 'good', to: 'chronic', until: '2026-03-31' }]);
  });
});
