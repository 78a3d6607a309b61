/**
 * Indicators by customer or by the value of a dimension. The months of the customers are read run
 * by run, the thread being given back between two; what is kept is small.
 */
import { setImmediate } from 'node:timers/promises';
import {
  INDICATOR_KINDS,
  INDICATORS,
  type Indicator,
} from '../../../shared/domain/metrics/indicator.ts';
import {
  addFigures,
  type BookFigures,
  type BookSums,
  NO_BOOK_FIGURES,
  salesOf,
} from '../../../shared/domain/metrics/month-figures.ts';
import {
  type DealingFigures,
  type MonthPoint,
  NO_DEALINGS,
} from '../../../shared/domain/metrics/month-point.ts';
import {
  type FigureConventions,
  readIndicators,
} from '../../../shared/domain/metrics/read-indicators.ts';
import { shareOf } from '../../../shared/domain/metrics/shares.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { readMonthOfRun } from '../../ledger/stores/months.ts';
import type { CustomerRun } from '../../ledger/views/by-customer.ts';
import { type AgedGroup, groupKeyOf } from '../overview/aged.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import type { Dealings } from './dealings.ts';
import type { MonthsAsOf } from './months-as-of.ts';
import { addDealings, companyPoints, pointOf } from './points.ts';
import { smallRuns } from './small-runs.ts';

/** Values of the indicators that a part of the company has, in the order of `GROUP_INDICATORS`. */
type Values = readonly (number | null)[];

export const GROUP_INDICATORS: readonly Indicator[] = INDICATORS.filter(
  (indicator) => !INDICATOR_KINDS[indicator].isOfCompany,
);

export interface GroupFigures {
  readonly key: string;
  readonly now: Values;
  /** A month before, and the same month of the year before; null where there is no such month. */
  readonly monthBefore: Values | null;
  readonly yearBefore: Values | null;
  readonly closingCents: number;
  readonly overdueCents: number;
  readonly salesCents: number;
  /** Of twelve months: sales, and days late of what money paid. */
  readonly yearSalesCents: number;
  readonly yearDelayDays: number | null;
}

const YEAR_MONTHS = 12;

const kept = new WeakMap<Portfolio, Map<string, Promise<readonly GroupFigures[]>>>();
const identities = new WeakMap<MonthsAsOf, number>();
let lastIdentity = 0;

/** The groups of a dimension that have figures; made once for a portfolio and a day. */
export function groupFigures(
  ledger: Ledger,
  portfolio: Portfolio,
  asked: {
    readonly asOf: MonthsAsOf;
    readonly by: AgedGroup;
    readonly conventions: FigureConventions;
  },
): Promise<readonly GroupFigures[]> {
  const { asOf, by } = asked;
  const identity = identities.get(asOf) ?? ++lastIdentity;
  identities.set(asOf, identity);
  const ofPortfolio = kept.get(portfolio) ?? new Map<string, Promise<readonly GroupFigures[]>>();
  kept.set(portfolio, ofPortfolio);
  const name = `${identity} ${by}`;
  const answer = ofPortfolio.get(name) ?? make(ledger, portfolio, asked);
  ofPortfolio.set(name, answer);
  answer.catch(() => ofPortfolio.delete(name));
  return answer;
}

interface GroupSums {
  readonly books: BookSums[];
  readonly dealings: DealingFigures[];
}

async function make(
  ledger: Ledger,
  portfolio: Portfolio,
  asked: Parameters<typeof groupFigures>[2],
): Promise<readonly GroupFigures[]> {
  const { asOf, by, conventions } = asked;
  const { dealings } = companyPoints(ledger, portfolio, asOf);
  const groups = new Map<string, GroupSums>();
  const ended: GroupFigures[] = [];
  const end = () => {
    for (const [key, sums] of groups) ended.push(figuresOf(key, sums, asOf, conventions));
    groups.clear();
  };
  for (const run of smallRuns(ledger)) {
    await setImmediate();
    addRun(groups, await monthsOfRun(ledger, asOf, run), {
      keyOf: (customerId) => groupKeyOf(portfolio.accounts.get(customerId), by),
      dealings,
      count: asOf.months.length,
    });
    // A customer is of one run: his figures are whole, and only they are kept.
    if (by === 'customer') end();
  }
  end();
  return ended;
}

type RunMonths = ReadonlyMap<number, readonly (readonly [number, BookFigures])[]>;

/** The months of the customers of a run, by customer, each with its place. */
function monthsOfRun(
  ledger: Ledger,
  { known, months, rebuilt }: MonthsAsOf,
  run: CustomerRun,
): RunMonths {
  const found = new Map<number, [number, BookFigures][]>();
  const add = (customerId: number, index: number, figures: BookFigures) => {
    const own = found.get(customerId);
    if (own === undefined) found.set(customerId, [[index, figures]]);
    else own.push([index, figures]);
  };
  ledger.read((reader) => {
    for (const [index, { startsOn: month }] of months.entries()) {
      if (rebuilt !== null && index === months.length - 1) continue;
      for (const row of readMonthOfRun(reader, { ...run, making: known.making, month })) {
        add(row.customerId, index, row);
      }
    }
  });
  if (rebuilt === null) return found;
  for (let id = run.fromCustomerId; id <= run.toCustomerId; id += 1) {
    const figures = rebuilt.get(id);
    if (figures !== undefined) add(id, months.length - 1, figures);
  }
  return found;
}

function addRun(
  groups: Map<string, GroupSums>,
  run: RunMonths,
  given: {
    readonly keyOf: (customerId: number) => string;
    readonly dealings: Dealings;
    readonly count: number;
  },
): void {
  for (const [customerId, months] of run) {
    const key = given.keyOf(customerId);
    const sums = groups.get(key) ?? emptySums(given.count);
    groups.set(key, sums);
    for (const [index, figures] of months) {
      const month = sums.books[index];
      if (month !== undefined) addFigures(month, figures);
    }
    addDealings(sums.dealings, given.dealings.get(customerId) ?? []);
  }
}

function emptySums(count: number): GroupSums {
  return {
    books: Array.from({ length: count }, () => ({ ...NO_BOOK_FIGURES })),
    dealings: Array.from({ length: count }, () => ({ ...NO_DEALINGS })),
  };
}

/** The points of a group, from its sums. */
function pointsOf({ books, dealings }: GroupSums, { known, months }: MonthsAsOf): MonthPoint[] {
  return months.map((month, index) =>
    pointOf(known, month, {
      figures: books[index] ?? NO_BOOK_FIGURES,
      dealings: dealings[index] ?? NO_DEALINGS,
      effort: null,
    }),
  );
}

function figuresOf(
  key: string,
  sums: GroupSums,
  asOf: MonthsAsOf,
  conventions: FigureConventions,
): GroupFigures {
  const points = pointsOf(sums, asOf);
  const last = points.at(-1);
  const year = points.slice(-YEAR_MONTHS);
  const sum = (of: (point: MonthPoint) => number, over: readonly MonthPoint[]) =>
    over.reduce((total, point) => total + of(point), 0);
  return {
    key,
    now: valuesAt(points, conventions) ?? [],
    monthBefore: valuesAt(points.slice(0, -1), conventions),
    yearBefore: valuesAt(points.slice(0, -YEAR_MONTHS), conventions),
    closingCents: last?.closingCents ?? 0,
    overdueCents: last?.overdueCents ?? 0,
    salesCents: sum(salesOf, points.slice(-conventions.periodMonths)),
    yearSalesCents: sum(salesOf, year),
    yearDelayDays: shareOf(
      sum((point) => point.paidLateCentDays, year),
      sum((point) => point.paidDueCents, year),
    ),
  };
}

function valuesAt(points: readonly MonthPoint[], conventions: FigureConventions): Values | null {
  if (points.length === 0) return null;
  const readings = readIndicators(points, conventions);
  return GROUP_INDICATORS.map((indicator) => readings[indicator].value);
}

/** The history of one part of the company: its points, for a chart. */
export async function partPoints(
  ledger: Ledger,
  portfolio: Portfolio,
  asked: { readonly asOf: MonthsAsOf; readonly by: AgedGroup; readonly key: string },
): Promise<readonly MonthPoint[]> {
  const { asOf, by, key } = asked;
  const { dealings } = companyPoints(ledger, portfolio, asOf);
  const isWanted = (customerId: number) =>
    groupKeyOf(portfolio.accounts.get(customerId), by) === key;
  const wanted = [...portfolio.accounts.keys()].filter(isWanted).sort((a, b) => a - b);
  const groups = new Map<string, GroupSums>();
  for (const run of smallRuns(ledger)) {
    const ids = wanted.filter((id) => id >= run.fromCustomerId && id <= run.toCustomerId);
    if (ids.length === 0) continue;
    await setImmediate();
    const found = monthsOfRun(ledger, asOf, narrowed(run, ids));
    const own = new Map([...found].filter(([customerId]) => isWanted(customerId)));
    addRun(groups, own, { keyOf: () => key, dealings, count: asOf.months.length });
  }
  return pointsOf(groups.get(key) ?? emptySums(asOf.months.length), asOf);
}

/** No wider than the customers that are asked for: mostly one. */
function narrowed(run: CustomerRun, ids: readonly number[]): CustomerRun {
  const [first = run.fromCustomerId] = ids;
  return { fromCustomerId: first, toCustomerId: ids.at(-1) ?? run.toCustomerId };
}
