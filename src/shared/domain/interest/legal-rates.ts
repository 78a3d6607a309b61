/**
 * The rates that the law refers to, half-year by half-year.
 *
 *     refinancing        main refinancing rate of the ECB in force on the first day of the semester
 *     legal_other        intérêt légal, « tous autres cas »: every creditor that is a business,
 *                        even against a consumer
 *     legal_individuals  intérêt légal for creditors who are private persons: shown so that nobody
 *                        takes it for the other, and never computed with
 *
 * What a person typed wins over what ships, figure by figure and for ever: a later build that
 * ships the same semester changes nothing. A semester that neither knows is absent, and nothing
 * here makes a rate out of its neighbours.
 */
import type { Semester } from './semester.ts';

export const RATE_KINDS = ['refinancing', 'legal_other', 'legal_individuals'] as const;
export type RateKind = (typeof RATE_KINDS)[number];

/** The largest rate a person may type, 100 %: beyond, it is a slip. */
export const RATE_BASIS_POINTS_MAX = 10_000;

/** One figure as the application ships it. */
export interface ShippedRate {
  readonly semester: Semester;
  readonly kind: RateKind;
  readonly basisPoints: number;
  /** Read in the official text or in two sources that agree; otherwise to be confirmed. */
  readonly isConfirmed: boolean;
  /** Where it was read, in French. */
  readonly source: string;
}

/** One figure as a person typed it; null takes an earlier typing back. */
export interface TypedRate {
  readonly semester: Semester;
  readonly kind: RateKind;
  readonly basisPoints: number | null;
}

export interface RateFigure {
  readonly basisPoints: number;
  readonly origin: 'shipped' | 'typed';
  readonly isConfirmed: boolean;
  /** Empty for a figure typed by a person. */
  readonly source: string;
  /** What ships for it, to be shown beside a typed figure that differs; null for nothing. */
  readonly shippedBasisPoints: number | null;
}

export type SemesterRates = Readonly<Record<RateKind, RateFigure | null>>;
/** In the order of time; semesters of which nothing is known are absent. */
export type RateTable = ReadonlyMap<Semester, SemesterRates>;

/** The rates in force. `typed` comes oldest first: of two typings of a figure the last counts. */
export function rateTable(shipped: readonly ShippedRate[], typed: readonly TypedRate[]): RateTable {
  const table = new Map<Semester, Record<RateKind, RateFigure | null>>();
  const rowOf = (semester: Semester): Record<RateKind, RateFigure | null> => {
    const row = table.get(semester) ?? {
      refinancing: null,
      legal_other: null,
      legal_individuals: null,
    };
    table.set(semester, row);
    return row;
  };
  const shippedFigures = new Map<string, RateFigure>();
  for (const { semester, kind, basisPoints, isConfirmed, source } of shipped) {
    const figure: RateFigure = {
      basisPoints,
      origin: 'shipped',
      isConfirmed,
      source,
      shippedBasisPoints: basisPoints,
    };
    shippedFigures.set(`${semester} ${kind}`, figure);
    rowOf(semester)[kind] = figure;
  }
  for (const { semester, kind, basisPoints } of typed) {
    const known = shippedFigures.get(`${semester} ${kind}`) ?? null;
    rowOf(semester)[kind] =
      basisPoints === null
        ? known
        : {
            basisPoints,
            origin: 'typed',
            isConfirmed: true,
            source: '',
            shippedBasisPoints: known?.basisPoints ?? null,
          };
  }
  return new Map([...table].sort(([a], [b]) => (a < b ? -1 : 1)));
}

/** The figure of a semester, or null where nobody gave it. */
export function rateOf(rates: RateTable, semester: Semester, kind: RateKind): RateFigure | null {
  return rates.get(semester)?.[kind] ?? null;
}
