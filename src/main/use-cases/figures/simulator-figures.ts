/** What a simulation of the company begins with: its turnover, its DSO, its late payers. */
import { salesOf } from '../../../shared/domain/metrics/month-figures.ts';
import type { MonthPoint } from '../../../shared/domain/metrics/month-point.ts';
import {
  type FigureConventions,
  readIndicators,
} from '../../../shared/domain/metrics/read-indicators.ts';
import { shareOf } from '../../../shared/domain/metrics/shares.ts';
import { endOfMonth } from '../../../shared/kernel/calendar-date.ts';
import { ratioOf } from '../../../shared/kernel/cents.ts';
import type { GroupFigures } from './group-figures.ts';

const YEAR_MONTHS = 12;
/** A customer who pays later than this on average over a year is a late payer. */
export const LATE_PAYER_DAYS = 15;
const BASIS_POINTS = 10_000;

/** Figures from the months of the company and of each customer. */
export function simulatorFiguresOf(
  points: readonly MonthPoint[],
  customers: readonly GroupFigures[],
  conventions: FigureConventions,
) {
  const last = points.at(-1);
  const year = points
    .filter(({ hasSales, startsOn, endsOn }) => hasSales && endsOn === endOfMonth(startsOn))
    .slice(-YEAR_MONTHS);
  const sum = (of: (point: MonthPoint) => number | null) =>
    year.reduce((total, point) => total + (of(point) ?? 0), 0);
  const typed = (of: (point: MonthPoint) => number | null) =>
    year.some((point) => of(point) !== null) ? sum(of) : null;
  const salesCents = sum(salesOf);
  const monthCount = year.length;
  const writtenOffCents = sum((point) => point.writtenOffCents);
  const late = customers.filter(({ yearDelayDays }) => (yearDelayDays ?? 0) > LATE_PAYER_DAYS);
  const ofLate = (of: (group: GroupFigures) => number) =>
    late.reduce((total, group) => total + of(group), 0);
  return {
    turnoverCents: monthCount === 0 ? 0 : ratioOf(salesCents, YEAR_MONTHS, monthCount),
    monthCount,
    dsoDays: points.length === 0 ? null : readIndicators(points, conventions).dso.value,
    receivablesCents: last?.closingCents ?? 0,
    overdueCents: last?.overdueCents ?? 0,
    writtenOffCents,
    lossRateBasisPoints: Math.max(
      0,
      Math.round((shareOf(writtenOffCents, salesCents) ?? 0) * BASIS_POINTS),
    ),
    base: conventions.base,
    rateBasisPoints: conventions.rateBasisPoints,
    effortCostCents: typed(({ effort }) => effort?.costCents ?? null),
    effortMinutes: typed(({ effort }) => effort?.minutes ?? null),
    late: {
      moreThanDays: LATE_PAYER_DAYS,
      customerCount: late.length,
      turnoverCents: Math.max(
        0,
        ofLate(({ yearSalesCents }) => yearSalesCents),
      ),
      receivablesCents: ofLate(({ closingCents }) => closingCents),
    },
  };
}
