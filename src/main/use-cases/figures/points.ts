/** Months with everything that indicators are read from: books, dealings, efforts. */
import type { BookFigures } from '../../../shared/domain/metrics/month-figures.ts';
import {
  type DealingFigures,
  type EffortFigures,
  type MonthPoint,
  NO_DEALINGS,
} from '../../../shared/domain/metrics/month-point.ts';
import type { Month } from '../../../shared/domain/metrics/months.ts';
import { addDays } from '../../../shared/kernel/calendar-date.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { type Dealings, readDealings } from './dealings.ts';
import { effortRows } from './effort-rows.ts';
import type { KnownMonths } from './known-months.ts';
import type { MonthsAsOf } from './months-as-of.ts';

/** What is made of these months and of what people recorded since. */
export interface CompanyPoints {
  readonly points: readonly MonthPoint[];
  readonly dealings: Dealings;
}

interface KeptPoints extends CompanyPoints {
  /** The last fact it tells of: efforts are typed without moving what is owed. */
  readonly entryId: number;
}

const kept = new WeakMap<Portfolio, WeakMap<MonthsAsOf, KeptPoints>>();

/** The months of the company as a whole; made once for a state of the ledger and a day. */
export function companyPoints(
  ledger: Ledger,
  portfolio: Portfolio,
  asOf: MonthsAsOf,
): CompanyPoints {
  const ofPortfolio = kept.get(portfolio) ?? new WeakMap<MonthsAsOf, KeptPoints>();
  kept.set(portfolio, ofPortfolio);
  const { entryId } = ledger.version();
  const known = ofPortfolio.get(asOf);
  if (known?.entryId === entryId) return known;
  const made = { ...makePoints(ledger, portfolio, asOf), entryId };
  ofPortfolio.set(asOf, made);
  return made;
}

function makePoints(ledger: Ledger, portfolio: Portfolio, asOf: MonthsAsOf): CompanyPoints {
  const { known, months } = asOf;
  const dealings = readDealings(ledger, portfolio, months);
  const sums = months.map((): DealingFigures => ({ ...NO_DEALINGS }));
  for (const own of dealings.values()) addDealings(sums, own);
  const efforts = effortRows(ledger, months);
  const points = months.map((month, index) =>
    pointOf(known, month, {
      figures: month,
      dealings: sums[index] ?? NO_DEALINGS,
      effort: efforts[index] ?? null,
    }),
  );
  return { points, dealings };
}

// Books begin on their first entry, which is seldom on the first of the month.
const FIRST_WEEK_DAYS = 6;

/** One month with what is known of it. */
export function pointOf(
  { knownFrom, knownUntil }: Pick<KnownMonths, 'knownFrom' | 'knownUntil'>,
  { startsOn, endsOn }: Month,
  of: {
    readonly figures: BookFigures;
    readonly dealings: DealingFigures;
    readonly effort: EffortFigures | null;
  },
): MonthPoint {
  return {
    ...of.figures,
    ...of.dealings,
    startsOn,
    endsOn,
    hasSales: knownFrom.sales !== null && knownFrom.sales <= addDays(startsOn, FIRST_WEEK_DAYS),
    isBegun: knownUntil !== null && knownUntil >= startsOn,
    hasStanding: knownFrom.standing !== null && knownFrom.standing <= endsOn,
    effort: of.effort,
  };
}

const DEALINGS = Object.keys(NO_DEALINGS) as readonly (keyof DealingFigures)[];

/** Adds the dealings of a customer to those of many, month by month. */
export function addDealings(sums: DealingFigures[], more: readonly DealingFigures[]): void {
  for (const [index, figures] of more.entries()) {
    const sum = sums[index] as { -readonly [Name in keyof DealingFigures]: number } | undefined;
    if (sum === undefined) continue;
    for (const name of DEALINGS) sum[name] += figures[name];
  }
}
