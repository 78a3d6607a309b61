/**
 * What the company decided about late-payment interest and the 40 € (pénalités, indemnité
 * forfaitaire): the rate of its general conditions, from which level it speaks of them, and whether
 * it claims them unless somebody says otherwise.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Severity } from '../dunning/severity.ts';
import { severityRank } from '../dunning/severity.ts';

/**
 * `ecb_plus_10`: the law's own rate where the conditions say nothing (C. com. L441-10 II).
 * `legal_times_3`: three times the legal interest rate. `contractual`: a rate of the conditions,
 * never below three times the legal rate.
 */
export const INTEREST_MODES = ['ecb_plus_10', 'legal_times_3', 'contractual'] as const;
export type InterestMode = (typeof INTEREST_MODES)[number];

/** No text fixes it: every public formula divides by 365, leap years too (LEGAL § 1.1). */
export const DAY_COUNTS = ['year_of_365', 'exact'] as const;
export type DayCount = (typeof DAY_COUNTS)[number];

/** `interest_first` is C. civ. 1343-1; commercial practice takes payments off the principal. */
export const IMPUTATIONS = ['principal_first', 'interest_first'] as const;
export type Imputation = (typeof IMPUTATIONS)[number];

/** « Par facture » for the administration; each late payment for the Court of Justice. */
export const RECOVERY_FEE_UNITS = ['invoice', 'instalment'] as const;
export type RecoveryFeeUnit = (typeof RECOVERY_FEE_UNITS)[number];

export interface ChargeSettings {
  readonly mode: InterestMode;
  /** In mode `contractual`; 0 to `RATE_BASIS_POINTS_MAX`, null while it is not given. */
  readonly contractualBasisPoints: number | null;
  readonly dayCount: DayCount;
  readonly imputation: Imputation;
  readonly recoveryFeePer: RecoveryFeeUnit;
  /** Level from which messages state them « à titre indicatif »; null for never. */
  readonly shownFrom: Severity | null;
  /** Level from which messages ask for them; null for never. */
  readonly claimedFrom: Severity | null;
  /** For an item of which nobody decided. */
  readonly byDefault: 'claim' | 'waive';
}

export const CHARGE_DEFAULTS: ChargeSettings = {
  mode: 'ecb_plus_10',
  contractualBasisPoints: null,
  dayCount: 'year_of_365',
  imputation: 'principal_first',
  recoveryFeePer: 'invoice',
  shownFrom: 'reminder_3',
  claimedFrom: 'formal_notice',
  byDefault: 'claim',
};

export type ChargeStage = 'silent' | 'shown' | 'claimed';

/** Whether a message of that level is silent on charges, states them, or asks for them. */
export function chargeStageOf(severity: Severity | null, settings: ChargeSettings): ChargeStage {
  const hasReached = (from: Severity | null): boolean =>
    from !== null && severityRank(severity) >= severityRank(from);
  if (hasReached(settings.claimedFrom)) return 'claimed';
  return hasReached(settings.shownFrom) ? 'shown' : 'silent';
}

/**
 * What a person decided of the charges of one item; the latest decision is in force. `freeze`
 * counts interest up to `untilDate`, that day included, and no further; `waive` gives up the 40 €
 * too.
 */
export type ChargeDecision =
  | { readonly decision: 'claim' | 'waive' }
  | { readonly decision: 'freeze'; readonly untilDate: CalendarDate };
