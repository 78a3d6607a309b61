/**
 * The yearly rate that applies to a debtor in a semester, and the figure it rests on.
 *
 *     professional  ECB + 10 points, or 3 × legal rate, or the rate of the conditions, for which
 *                   3 × legal rate is a floor (C. com. L441-10 II)
 *     public        ECB + 8 points (CCP R2192-31), whatever the conditions say
 *     consumer      the legal rate « tous autres cas », the creditor being a business
 *                   (C. civ. 1231-6)
 *
 * Below the floor the floor applies, and the result says so: the reader sees both figures. Where
 * the law's own rate, ECB + 10, lies below the floor (it did in 2024), it is kept and said too.
 */
import type { ChargeSettings } from './charge-settings.ts';
import type { RateKind, RateTable } from './legal-rates.ts';
import { rateOf } from './legal-rates.ts';
import type { Semester } from './semester.ts';

export const DEBTOR_KINDS = ['professional', 'public', 'consumer'] as const;
export type DebtorKind = (typeof DEBTOR_KINDS)[number];

export type RateBasis =
  | 'refinancing_plus_10'
  | 'refinancing_plus_8'
  | 'legal_times_3'
  | 'legal'
  | 'contractual'
  | 'floor';

export interface AppliedRate {
  /** A year, simple interest. */
  readonly basisPoints: number;
  readonly basis: RateBasis;
  /** The semester whose figures it is made of. */
  readonly semester: Semester;
  /** The figure of that semester it is made of, or was checked against. */
  readonly figureBasisPoints: number;
  readonly isConfirmed: boolean;
  /** The rate of the conditions, or ECB + 10, that lies below the floor; null when none does. */
  readonly belowFloor: {
    readonly basisPoints: number;
    readonly floorBasisPoints: number;
  } | null;
}

export type MissingRate =
  | { readonly code: 'rate_missing'; readonly semester: Semester; readonly kind: RateKind }
  | { readonly code: 'contract_rate_missing' };

export type RateTerms = Pick<ChargeSettings, 'mode' | 'contractualBasisPoints'>;

/** Points added by law to the rate of the ECB. */
const PROFESSIONAL_POINTS = 1000;
const PUBLIC_POINTS = 800;
/** « Trois fois le taux d'intérêt légal ». */
const FLOOR_TIMES = 3;

/** The rate, or the figure that nobody gave. */
export function appliedRate(
  debtor: DebtorKind,
  terms: RateTerms,
  semester: Semester,
  rates: RateTable,
): AppliedRate | MissingRate {
  const wanted = wantedRate(debtor, terms);
  if (wanted === null) return { code: 'contract_rate_missing' };
  const figure = rateOf(rates, semester, wanted.kind);
  if (figure === null) return { code: 'rate_missing', semester, kind: wanted.kind };
  const basisPoints = wanted.make(figure.basisPoints);
  const rate: AppliedRate = {
    basisPoints,
    basis: wanted.basis,
    semester,
    figureBasisPoints: figure.basisPoints,
    isConfirmed: figure.isConfirmed,
    belowFloor: null,
  };
  const legal = rateOf(rates, semester, 'legal_other');
  if (debtor !== 'professional' || legal === null) return rate;
  const floorBasisPoints = legal.basisPoints * FLOOR_TIMES;
  if (basisPoints >= floorBasisPoints) return rate;
  const belowFloor = { basisPoints, floorBasisPoints };
  if (wanted.basis !== 'contractual') return { ...rate, belowFloor };
  return { ...rate, basis: 'floor', basisPoints: floorBasisPoints, belowFloor };
}

interface WantedRate {
  readonly basis: RateBasis;
  /** The figure the rate is made of or checked against: without it there is no rate. */
  readonly kind: RateKind;
  readonly make: (figureBasisPoints: number) => number;
}

/** What makes the rate; null where the conditions should say and don't. */
function wantedRate(debtor: DebtorKind, terms: RateTerms): WantedRate | null {
  if (debtor === 'public') {
    return {
      basis: 'refinancing_plus_8',
      kind: 'refinancing',
      make: (refi) => refi + PUBLIC_POINTS,
    };
  }
  if (debtor === 'consumer') return { basis: 'legal', kind: 'legal_other', make: (legal) => legal };
  if (terms.mode === 'ecb_plus_10') {
    const make = (refi: number) => refi + PROFESSIONAL_POINTS;
    return { basis: 'refinancing_plus_10', kind: 'refinancing', make };
  }
  if (terms.mode === 'legal_times_3') {
    return { basis: 'legal_times_3', kind: 'legal_other', make: (legal) => legal * FLOOR_TIMES };
  }
  const agreed = terms.contractualBasisPoints;
  if (agreed === null) return null;
  return { basis: 'contractual', kind: 'legal_other', make: () => agreed };
}
