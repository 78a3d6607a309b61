import { describe, expect, test } from 'vitest';
import { INDICATORS } from '../../../src/shared/domain/metrics/indicator.ts';
import {
  FIGURE_CONVENTIONS,
  readIndicators,
} from '../../../src/shared/domain/metrics/read-indicators.ts';
import {
  indicatorDifference,
  indicatorText,
  indicatorValue,
  operandValue,
  readingSum,
} from '../../../src/shared/text/indicators.ts';
import { monthPoints } from '../../support/month-points.ts';
import { euros } from '../../support/open-items.ts';

const french = { language: 'fr', style: 'document' } as const;
const english = { language: 'en', style: 'document' } as const;
/** Any space as an ordinary one. */
const plain = (text: string | null) => text?.replaceAll(/\s/g, ' ');

test.each([
  ['days', 75.571, '75,6 j', '75.6 d'],
  ['rate', 0.2696, '27,0 %', '27.0%'],
  ['cents', 20_761, '207,61 €', '€207.61'],
  ['minutes', 750, '12 h 30', '12 h 30'],
  ['minutes', 120, '2 h', '2 h'],
  ['per_thousand', 2.5, '2,5 ‰', '2.5 ‰'],
] as const)('%s: %d is written %s', (unit, value, inFrench, inEnglish) => {
  expect(plain(indicatorValue(unit, value, french))).toBe(inFrench);
  expect(plain(indicatorValue(unit, value, english))).toBe(inEnglish);
});

test('shares differ by points, everything else by its own unit', () => {
  expect(plain(indicatorDifference('rate', 0.098, french))).toBe('+9,8 pt');
  expect(plain(indicatorDifference('rate', -0.01, french))).toBe('-1,0 pt');
  expect(plain(indicatorDifference('days', 1.2, french))).toBe('+1,2 j');
});

test.each([
  ['weightedCentDays', 350_000, '3 500,00 € × j'],
  ['salesCents', 28_000_000, '280 000,00 €'],
  ['periodDays', 92, '92 j'],
  ['baseDays', 365, '365'],
  ['delinquentDays', 20.371, '20,4 j'],
  ['rateShare', 0.06, '6,0 %'],
  ['typedMinutes', 90, '1 h 30'],
  ['openCount', 1234, '1 234'],
])('%s is written %s', (name, value, written) => {
  expect(plain(operandValue(name, value, french))).toBe(written);
});

describe('the sum of an indicator', () => {
  const readings = readIndicators(
    monthPoints('2026-10-31', [
      { invoicedCents: euros(80_000) },
      { invoicedCents: euros(110_000), closingCents: euros(215_000) },
      {
        invoicedCents: euros(90_000),
        closingCents: euros(230_000),
        overdueCents: euros(62_000),
      },
    ]),
    FIGURE_CONVENTIONS,
  );

  test('is its formula with its own figures and its result', () => {
    expect(plain(readingSum('dso', readings.dso, french))).toBe(
      '230 000,00 € × 92 j ÷ 280 000,00 € = 75,6 j',
    );
    expect(
      plain(readingSum('collection_effectiveness', readings.collection_effectiveness, french)),
    ).toBe(
      '(215 000,00 € + 90 000,00 € − 230 000,00 €) ÷ (215 000,00 € + 90 000,00 € − 168 000,00 €)' +
        ' = 54,7 %',
    );
  });

  test('is not there without a result', () => {
    expect(readingSum('write_offs', readings.write_offs, french)).toBeNull();
  });

  test.each(INDICATORS)('%s names no figure that its reading lacks', (indicator) => {
    const { operands, value } = readings[indicator];
    const asked: string[] = [];
    indicatorText.fr[indicator].sum((name) => {
      asked.push(name);
      return '';
    });
    expect(asked.length).toBeGreaterThan(0);
    if (value !== null) expect(Object.keys(operands)).toEqual(expect.arrayContaining(asked));
  });
});
