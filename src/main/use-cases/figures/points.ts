/** Months with everything that indicators are read from: books, dealings, efforts. */
import { measuredMinutes } from '../../../shared/domain/metrics/measured-time.ts';
import type { BookFigures } from '../../../shared/domain/metrics/month-figures.ts';
import {
  type DealingFigures,
  type EffortFigures,
  type MonthPoint,
  NO_DEALINGS,
} from '../../../shared/domain/metrics/month-point.ts';
import type { Month } from '../../../shared/domain/metrics/months.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { loadEfforts, readMessagesByDay, readWorkMoments } from '../../ledger/stores/efforts.ts';
import type { Portfolio } from '../portfolio/portfolio.ts';
import { type Dealings, readDealings } from './dealings.ts';
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
  const efforts = effortsOf(ledger, months);
  const points = months.map((month, index) =>
    pointOf(known, month, {
      figures: month,
      dealings: sums[index] ?? NO_DEALINGS,
      effort: efforts[index] ?? null,
    }),
  );
  return { points, dealings };
}

/** One month with what is known of it. */
export function pointOf(
  { knownFrom }: Pick<KnownMonths, 'knownFrom'>,
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
    hasSales: knownFrom.sales !== null && knownFrom.sales <= startsOn,
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

function effortsOf(ledger: Ledger, months: readonly Month[]): readonly EffortFigures[] {
  const since = months[0]?.startsOn;
  if (since === undefined) return [];
  return ledger.read((reader) => {
    const typed = new Map(loadEfforts(reader).map((effort) => [effort.month, effort]));
    const messages = readMessagesByDay(reader, since);
    const moments = readWorkMoments(reader, since);
    return months.map(({ startsOn, endsOn }) => {
      const isIn = ({ day }: { readonly day: string }) => day >= startsOn && day <= endsOn;
      const own = typed.get(startsOn);
      return {
        minutes: own?.minutes ?? null,
        costCents: own?.costCents ?? null,
        complaintCount: own?.complaintCount ?? null,
        messageCount: messages.filter(isIn).reduce((sum, row) => sum + row.messageCount, 0),
        measuredMinutes: measuredMinutes(moments.filter(isIn).map(({ at }) => at)),
      };
    });
  }) as readonly EffortFigures[];
}
