/**
 * Every indicator as of the end of a history, each with the very figures it was computed from, so
 * that the screen can show the sum and not only its result.
 */
import type { Cents } from '../../kernel/cents.ts';
import { countBack, daysOfSales } from './dso.ts';
import type { Indicator } from './indicator.ts';
import { salesOf } from './month-figures.ts';
import type { MonthPoint } from './month-point.ts';
import { type DayBase, monthDays } from './months.ts';
import { collectionEffectiveness, costOfLateness, shareOf } from './shares.ts';

/** What the company has settled for all its figures. */
export interface FigureConventions {
  readonly base: DayBase;
  /** Months that sales and delays are taken over. */
  readonly periodMonths: number;
  /** What a euro that is late costs a year. */
  readonly rateBasisPoints: number;
}

export const FIGURE_CONVENTIONS: FigureConventions = {
  base: 365,
  periodMonths: 3,
  rateBasisPoints: 600,
};

/**
 * Why there is no figure: the books do not reach so far back · they stop before the month · there
 * is nothing to divide by · the user has not typed it.
 */
export type Missing = 'history' | 'not_yet' | 'nothing' | 'typed';

export interface Reading {
  /** Days, a share (0.27), cents, minutes or so many a thousand; null where there is none. */
  readonly value: number | null;
  readonly missing: Missing | null;
  /** The figures it was computed from, by name; the ending says what they are counted in. */
  readonly operands: Readonly<Record<string, number>>;
  /** At least that much: the sales known ran out. */
  readonly isFloor: boolean;
}

export type Readings = Readonly<Record<Indicator, Reading>>;

const YEAR_MONTHS = 12;
const THOUSAND = 1000;

/** All indicators as of the last of these months, which follow one another. */
export function readIndicators(
  points: readonly MonthPoint[],
  conventions: FigureConventions,
): Readings {
  const last = points.at(-1);
  if (last === undefined) throw new RangeError('readIndicators: no month');
  const before = points.at(-2);
  return {
    ...ofSales(points, last, conventions),
    ...ofPaid(points, conventions),
    ...ofMonth(last, before),
    ...ofStanding(last),
    ...ofYear(points),
    ...ofEffort(last),
  };
}

type Some<Name extends Indicator> = Pick<Readings, Name>;

function reading(
  value: number | null,
  operands: Reading['operands'],
  missing: Missing = 'nothing',
): Reading {
  return { value, missing: value === null ? missing : null, operands, isFloor: false };
}

function unknown(missing: Missing): Reading {
  return reading(null, {}, missing);
}

function sumOf(points: readonly MonthPoint[], of: (point: MonthPoint) => number): number {
  return points.reduce((sum, point) => sum + of(point), 0);
}

/** The last months, or null where the books do not reach so far. */
function lastMonths(points: readonly MonthPoint[], count: number): readonly MonthPoint[] | null {
  const months = points.slice(-count);
  return months.length === count && months.every(({ hasSales }) => hasSales) ? months : null;
}

type OfSales =
  | 'dso'
  | 'count_back_dso'
  | 'best_possible_dso'
  | 'days_delinquent'
  | 'dispute_dso'
  | 'lateness_cost';

function ofSales(
  points: readonly MonthPoint[],
  last: MonthPoint,
  conventions: FigureConventions,
): Some<OfSales> {
  const { base, periodMonths, rateBasisPoints } = conventions;
  const months = lastMonths(points, periodMonths);
  if (months === null) {
    const none = unknown('history');
    return {
      dso: none,
      count_back_dso: countBackOf(points, last, base),
      best_possible_dso: none,
      days_delinquent: none,
      dispute_dso: none,
      lateness_cost: none,
    };
  }
  const salesCents = sumOf(months, salesOf);
  const days = sumOf(months, (month) => monthDays(month, base));
  const inDays = (name: string, amountCents: Cents) =>
    reading(daysOfSales(amountCents, { salesCents, days }), {
      [name]: amountCents,
      periodDays: days,
      salesCents,
    });
  const { closingCents, overdueCents } = last;
  const delinquent = inDays('overdueCents', overdueCents);
  return {
    dso: inDays('receivablesCents', closingCents),
    count_back_dso: countBackOf(points, last, base),
    best_possible_dso: inDays('notDueCents', closingCents - overdueCents),
    days_delinquent: delinquent,
    dispute_dso: inDays('disputedOverdueCents', last.disputedOverdueCents),
    lateness_cost:
      delinquent.value === null
        ? delinquent
        : reading(costOfLateness({ overdueCents, rateBasisPoints, days: delinquent.value, base }), {
            overdueCents,
            rateShare: rateBasisPoints / 10_000,
            delinquentDays: delinquent.value,
            baseDays: base,
          }),
  };
}

function countBackOf(points: readonly MonthPoint[], last: MonthPoint, base: DayBase): Reading {
  const from = points.findIndex(({ hasSales }) => hasSales);
  if (from === -1) return unknown('history');
  const months = points
    .slice(from)
    .map((month) => ({ salesCents: salesOf(month), days: monthDays(month, base) }));
  const counted = countBack(last.closingCents, months);
  const operands = { receivablesCents: last.closingCents };
  if (counted === null) return reading(null, operands);
  return {
    ...reading(counted.days, { ...operands, monthCount: counted.monthCount }),
    isFloor: counted.isCapped,
  };
}

function ofPaid(
  points: readonly MonthPoint[],
  { periodMonths }: FigureConventions,
): Some<'average_delay' | 'payment_time'> {
  const months = lastMonths(points, periodMonths);
  if (months === null) {
    return { average_delay: unknown('history'), payment_time: unknown('history') };
  }
  const paidDueCents = sumOf(months, (month) => month.paidDueCents);
  const paidCents = sumOf(months, (month) => month.paidCents);
  const lateCentDays = sumOf(months, (month) => month.paidLateCentDays);
  const centDays = sumOf(months, (month) => month.paidCentDays);
  return {
    average_delay: reading(shareOf(lateCentDays, paidDueCents), {
      weightedCentDays: lateCentDays,
      paidCents: paidDueCents,
    }),
    payment_time: reading(shareOf(centDays, paidCents), {
      weightedCentDays: centDays,
      paidCents,
    }),
  };
}

function ofMonth(
  last: MonthPoint,
  before: MonthPoint | undefined,
): Some<'collection_effectiveness' | 'recovery_rate'> {
  const isCovered = before?.hasStanding === true && last.hasSales;
  if (!isCovered || !last.isBegun) {
    const none = unknown(isCovered ? 'not_yet' : 'history');
    return { collection_effectiveness: none, recovery_rate: none };
  }
  const collected = {
    openingCents: before.closingCents,
    salesCents: salesOf(last),
    closingCents: last.closingCents,
    closingNotDueCents: last.closingCents - last.overdueCents,
  };
  const { recoveredCents, fellDueCents } = last;
  const openingOverdueCents = before.overdueCents;
  return {
    collection_effectiveness: reading(collectionEffectiveness(collected), collected),
    recovery_rate: reading(shareOf(recoveredCents, openingOverdueCents + fellDueCents), {
      recoveredCents,
      openingOverdueCents,
      fellDueCents,
    }),
  };
}

function ofStanding(
  last: MonthPoint,
): Some<'overdue_rate' | 'late_item_rate' | 'over_90_share' | 'dispute_rate'> {
  if (!last.hasStanding) {
    const none = unknown('history');
    return { overdue_rate: none, late_item_rate: none, over_90_share: none, dispute_rate: none };
  }
  const { closingCents: receivablesCents, overdueCents, overdueCount, openCount } = last;
  const { over90Cents, disputedCents } = last;
  return {
    overdue_rate: reading(shareOf(overdueCents, receivablesCents), {
      overdueCents,
      receivablesCents,
    }),
    late_item_rate: reading(shareOf(overdueCount, openCount), { overdueCount, openCount }),
    over_90_share: reading(shareOf(over90Cents, receivablesCents), {
      over90Cents,
      receivablesCents,
    }),
    dispute_rate: reading(shareOf(disputedCents, receivablesCents), {
      disputedCents,
      receivablesCents,
    }),
  };
}

function ofYear(
  points: readonly MonthPoint[],
): Some<'promise_count_rate' | 'promise_value_rate' | 'write_offs' | 'write_off_rate'> {
  const year = points.slice(-YEAR_MONTHS);
  const maturedCount = sumOf(year, (month) => month.maturedCount);
  const keptCount = sumOf(year, (month) => month.keptCount);
  const maturedCents = sumOf(year, (month) => month.maturedCents);
  const keptCents = sumOf(year, (month) => month.keptCents);
  const promises = {
    promise_count_rate: reading(shareOf(keptCount, maturedCount), { keptCount, maturedCount }),
    promise_value_rate: reading(shareOf(keptCents, maturedCents), { keptCents, maturedCents }),
  };
  const whole = lastMonths(points, YEAR_MONTHS);
  if (whole === null) {
    return { ...promises, write_offs: unknown('history'), write_off_rate: unknown('history') };
  }
  const writtenOffCents = sumOf(whole, (month) => month.writtenOffCents);
  const salesCents = sumOf(whole, salesOf);
  return {
    ...promises,
    write_offs: reading(writtenOffCents, { writtenOffCents }),
    write_off_rate: reading(shareOf(writtenOffCents, salesCents), { writtenOffCents, salesCents }),
  };
}

type OfEffort =
  | 'collection_cost'
  | 'collection_cost_rate'
  | 'typed_time'
  | 'measured_time'
  | 'complaint_rate';

function ofEffort({ effort, receivedCents }: MonthPoint): Some<OfEffort> {
  const none = unknown('typed');
  const costCents = effort?.costCents ?? null;
  const minutes = effort?.minutes ?? null;
  const complaintCount = effort?.complaintCount ?? null;
  const messageCount = effort?.messageCount ?? 0;
  return {
    collection_cost: costCents === null ? none : reading(costCents, { costCents }),
    collection_cost_rate:
      costCents === null
        ? none
        : reading(shareOf(costCents, receivedCents), { costCents, receivedCents }),
    typed_time: minutes === null ? none : reading(minutes, { typedMinutes: minutes }),
    measured_time:
      effort === null
        ? unknown('nothing')
        : reading(effort.measuredMinutes, { measuredMinutes: effort.measuredMinutes }),
    complaint_rate:
      complaintCount === null
        ? none
        : reading(shareOf(complaintCount * THOUSAND, messageCount), {
            complaintCount,
            messageCount,
          }),
  };
}
