/** The answers of the indicators screen, from the months of the company or of a part of it. */
import type { Indicator } from '../../../shared/domain/metrics/indicator.ts';
import { INDICATORS } from '../../../shared/domain/metrics/indicator.ts';
import type { MonthPoint } from '../../../shared/domain/metrics/month-point.ts';
import {
  type FigureConventions,
  readIndicators,
} from '../../../shared/domain/metrics/read-indicators.ts';
import { LEDGER_CURRENCY, sumApart } from '../../../shared/domain/receivable/currency.ts';
import type { Language } from '../../../shared/format/language.ts';
import { endOfMonth } from '../../../shared/kernel/calendar-date.ts';
import { dimensionLabel } from '../../../shared/text/dimension-label.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { loadObjectives } from '../../ledger/stores/objectives.ts';
import { itemsOfAll, type Portfolio } from '../portfolio/portfolio.ts';
import type { FigurePart } from './figure-dimensions.ts';
import { partPoints } from './group-figures.ts';
import type { MonthsAsOf } from './months-as-of.ts';
import { companyPoints } from './points.ts';

const YEAR_MONTHS = 12;
/** Aims are kept as whole numbers of this part of their unit. */
export const TARGET_PARTS = 10_000;

/** The months of the company, or of the part. */
export function pointsOf(
  ledger: Ledger,
  portfolio: Portfolio,
  asked: { readonly asOf: MonthsAsOf; readonly part: FigurePart | null },
): Promise<readonly MonthPoint[]> {
  const { asOf, part } = asked;
  return part === null
    ? Promise.resolve(companyPoints(ledger, portfolio, asOf).points)
    : partPoints(ledger, portfolio, { asOf, ...part });
}

/** Every indicator with a month ago, a year ago and its aim. */
export function indicatorRows(
  ledger: Ledger,
  points: readonly MonthPoint[],
  given: { readonly conventions: FigureConventions; readonly part: FigurePart | null },
) {
  const { conventions, part } = given;
  const at = (back: number) => {
    const months = points.slice(0, points.length - back);
    return months.length === 0 ? null : readIndicators(months, conventions);
  };
  const now = readIndicators(points, conventions);
  const [monthBefore, yearBefore] = [at(1), at(YEAR_MONTHS)];
  const targetOf = targetsOf(ledger, part);
  return INDICATORS.map((indicator) => ({
    indicator,
    reading: now[indicator],
    monthBefore: monthBefore?.[indicator].value ?? null,
    yearBefore: yearBefore?.[indicator].value ?? null,
    target: targetOf(indicator),
  }));
}

/** The aims of the company or of one part of it. */
export function targetsOf(
  ledger: Ledger,
  part: FigurePart | null,
): (indicator: Indicator) => number | null {
  const standing = ledger.read(loadObjectives);
  return (indicator) => {
    const own = standing.find(
      (one) =>
        one.indicator === indicator &&
        one.dimension === (part?.by ?? 'none') &&
        one.dimensionKey === (part?.key ?? ''),
    );
    return own === undefined ? null : own.target / TARGET_PARTS;
  };
}

/** One indicator at the end of each of the last months. */
export function indicatorPoints(
  points: readonly MonthPoint[],
  asked: {
    readonly indicator: Indicator;
    readonly monthCount: number;
    readonly conventions: FigureConventions;
  },
) {
  const { indicator, monthCount, conventions } = asked;
  const first = Math.max(0, points.length - monthCount);
  return points.slice(first).map(({ startsOn, endsOn }, index) => {
    const { value, isFloor } = readIndicators(points.slice(0, first + index + 1), conventions)[
      indicator
    ];
    return { startsOn, endsOn, value, isFloor };
  });
}

/** What the figures count and what they leave apart. */
export function standingOf(portfolio: Portfolio, points: readonly MonthPoint[]) {
  const last = points.at(-1);
  const elsewhere = itemsOfAll(portfolio)
    .filter(
      ({ currency, outstandingCents }) => currency !== LEDGER_CURRENCY && outstandingCents > 0,
    )
    .map(({ currency, outstandingCents }) => ({ currency, amountCents: outstandingCents }));
  return {
    receivablesCents: last?.closingCents ?? 0,
    creditsCents: last?.creditsCents ?? 0,
    doubtfulCents: last?.doubtfulCents ?? 0,
    estimatedCents: last?.estimatedCents ?? 0,
    otherTotals: sumApart(elsewhere).otherTotals,
  };
}

/** Whether the month of the last point is not over on its day. */
export function isUnderWay(points: readonly MonthPoint[]): boolean {
  const last = points.at(-1);
  return last !== undefined && last.endsOn < endOfMonth(last.startsOn);
}

/** The name of a part of the company. */
export function partLabel(
  portfolio: Portfolio,
  part: FigurePart | null,
  language: Language,
): string | null {
  if (part === null) return null;
  if (part.by !== 'customer') return dimensionLabel(part.by, part.key, language);
  return portfolio.accounts.get(Number.parseInt(part.key, 10))?.record.name ?? '';
}
