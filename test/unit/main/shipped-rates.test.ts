import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import {
  readShippedRates,
  SHIPPED_RATES,
} from '../../../src/main/use-cases/settings/shipped-rates.ts';
import type { RateKind } from '../../../src/shared/domain/interest/legal-rates.ts';
import { rateOf, rateTable } from '../../../src/shared/domain/interest/legal-rates.ts';
import { parseSemester } from '../../../src/shared/domain/interest/semester.ts';
import { hasRealFiles, realFile } from '../../support/real-files.ts';

const rates = rateTable(SHIPPED_RATES, []);

function figure(text: string, kind: RateKind) {
  const semester = parseSemester(text);
  if (semester === null) throw new Error(text);
  return rateOf(rates, semester, kind);
}

test('rates ship from 2015 to the second half of 2026, without a hole', () => {
  const expected = Array.from(
    { length: 24 },
    (_, at) => `${2015 + Math.floor(at / 2)}-S${(at % 2) + 1}`,
  );
  expect([...rates.keys()]).toEqual(expected);
  expect(SHIPPED_RATES).toHaveLength(24 * 3);
});

test.skipIf(!hasRealFiles)('every figure is that of the published table', () => {
  const [, ...lines] = readFileSync(realFile('legal_rates.csv'), 'utf8').trim().split('\n');
  const hundredths = (percent = '') => Math.round(Number(percent) * 100);
  const published = lines.map((line) => {
    const [semester, , refinancing, , , individuals, other] = line.split(',');
    return [semester, hundredths(refinancing), hundredths(other), hundredths(individuals)];
  });
  const ours = [...rates].map(([semester, row]) => [
    semester,
    row.refinancing?.basisPoints,
    row.legal_other?.basisPoints,
    row.legal_individuals?.basisPoints,
  ]);
  expect(ours).toEqual(published);
});

describe('what is not established twice is to be confirmed', () => {
  test.each([
    ['2026-S2', 'refinancing', false],
    ['2026-S2', 'legal_other', false],
    ['2026-S2', 'legal_individuals', false],
    ['2024-S1', 'legal_individuals', false],
    ['2024-S1', 'legal_other', true],
    ['2020-S2', 'legal_other', false],
    ['2020-S2', 'refinancing', true],
    ['2019-S2', 'legal_other', false],
    ['2018-S1', 'legal_other', true],
  ] as const)('%s %s: confirmed %s', (semester, kind, isConfirmed) => {
    expect(figure(semester, kind)?.isConfirmed).toBe(isConfirmed);
  });
});

test('the two figures that tables often print wrong are the right ones', () => {
  expect(figure('2018-S1', 'legal_other')?.basisPoints).toBe(89);
  expect(figure('2019-S1', 'legal_other')?.basisPoints).toBe(86);
});

test('a file that is not one of rates is a broken build', () => {
  const file = (semester: string, refinancing: number) => ({
    version: 1,
    unit: 'basis_points',
    readOn: '2026-11-21',
    isReviewedByALawyer: false,
    semesters: [
      {
        semester,
        refinancing,
        legal_other: 275,
        legal_individuals: 684,
        toConfirm: [],
        refinancingSource: 'BCE',
        legalSource: 'JO',
      },
    ],
  });
  expect(readShippedRates(file('2026-S2', 240))).toHaveLength(3);
  expect(() => readShippedRates(file('2026-S3', 240))).toThrow('not a semester');
  expect(() => readShippedRates(file('2026-S2', 2.4))).toThrow();
});
