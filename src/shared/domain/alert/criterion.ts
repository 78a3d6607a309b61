/**
 * What an alert is raised by: criteria that all hold for a customer on a day.
 *
 * A criterion that says where to look (profile, sales rep, branch) raises nothing by itself: a rule
 * needs one that says what is wrong. What is not known (a habit, a balance of last month) meets no
 * criterion: an alert rests on figures, never on their absence.
 */
import type { Cents } from '../../kernel/cents.ts';

export const CRITERION_KINDS = [
  'overdue_at_least',
  'late_at_least',
  'not_contacted_for',
  'no_action_while_late',
  'promise_broken',
  'limit_exceeded',
  'turning_late',
  'dispute_asleep',
  'overdue_share',
  'grown_by',
  'among',
] as const;
export type CriterionKind = (typeof CRITERION_KINDS)[number];

export const ALERT_DIMENSIONS = ['profile', 'rep_code', 'agency_code'] as const;
export type AlertDimension = (typeof ALERT_DIMENSIONS)[number];

export type Criterion =
  /** Overdue, before any credit. */
  | { readonly kind: 'overdue_at_least'; readonly cents: Cents }
  /** Days past due of the oldest item. */
  | { readonly kind: 'late_at_least'; readonly days: number }
  /** Neither an exchange, an attempt nor a message for so many days, or ever. */
  | { readonly kind: 'not_contacted_for'; readonly days: number }
  /** Late by more than so many days, and nobody ever did anything. */
  | { readonly kind: 'no_action_while_late'; readonly days: number }
  | { readonly kind: 'promise_broken' }
  /** More is owed at our risk than the limit given, or than the guarantees cover. */
  | { readonly kind: 'limit_exceeded' }
  /** Usually pays within `PUNCTUAL_DAYS` of the due date, and is late by so many days. */
  | { readonly kind: 'turning_late'; readonly days: number }
  /** A dispute for which nothing was done for so many days. */
  | { readonly kind: 'dispute_asleep'; readonly days: number }
  /** Overdue as a share of all that is owed. */
  | { readonly kind: 'overdue_share'; readonly basisPoints: number }
  /** More is owed than thirty days ago, by so much. */
  | { readonly kind: 'grown_by'; readonly cents: Cents }
  | {
      readonly kind: 'among';
      readonly dimension: AlertDimension;
      readonly values: readonly string[];
    };

/** Days after the due date within which a payer is called a good one. */
export const PUNCTUAL_DAYS = 5;

/** What is known of a customer on the day, in the currency of the books. */
export interface AlertFigures {
  readonly outstandingCents: Cents;
  /** Sum of what is owed, before any credit. */
  readonly owedCents: Cents;
  readonly overdueCents: Cents;
  /** Null when nothing is late. */
  readonly oldestDaysPastDue: number | null;
  /** Null when nobody ever contacted him. */
  readonly daysSinceContact: number | null;
  /** What broken promises still lack. */
  readonly brokenPromiseCents: Cents;
  /** Owed beyond the limit or the cover (`exposure.ts`); null when neither is passed. */
  readonly excessCents: Cents | null;
  /** Null when nothing is known of how he pays. */
  readonly usualDelayDays: number | null;
  /** Days since anything was done for an open dispute; null without one. */
  readonly disputeAsleepDays: number | null;
  /** What he owed thirty days ago; null where the books do not reach so far. */
  readonly owedBeforeCents: Cents | null;
  readonly profile: string | null;
  readonly repCode: string | null;
  readonly agencyCode: string | null;
}

/** The figure that a criterion was met by. */
export interface Evidence {
  readonly kind: Exclude<CriterionKind, 'among'>;
  /** Cents, days or basis points, as the kind has it; null where there was never a contact. */
  readonly figure: number | null;
}

const SHARE_WHOLE = 10_000;

/** The figures by which all criteria are met; null when one is not, or when none says anything. */
export function evidenceOf(
  criteria: readonly Criterion[],
  figures: AlertFigures,
): readonly Evidence[] | null {
  const evidence: Evidence[] = [];
  for (const criterion of criteria) {
    if (criterion.kind === 'among') {
      if (!isAmong(criterion, figures)) return null;
      continue;
    }
    const figure = figureFor(criterion, figures);
    if (figure === undefined) return null;
    evidence.push({ kind: criterion.kind, figure });
  }
  return evidence.length === 0 ? null : evidence;
}

/** Whether the criteria make a rule: one of them says what is wrong. */
export function isRule(criteria: readonly Criterion[]): boolean {
  return criteria.some(({ kind }) => kind !== 'among');
}

function isAmong(
  { dimension, values }: Extract<Criterion, { kind: 'among' }>,
  { profile, repCode, agencyCode }: AlertFigures,
): boolean {
  const value = { profile, rep_code: repCode, agency_code: agencyCode }[dimension];
  return value !== null && values.includes(value);
}

/** The figure that meets the criterion; undefined when it is not met. */
function figureFor(
  criterion: Exclude<Criterion, { kind: 'among' }>,
  figures: AlertFigures,
): number | null | undefined {
  const { overdueCents, owedCents, oldestDaysPastDue: late } = figures;
  switch (criterion.kind) {
    case 'overdue_at_least':
      return atLeast(overdueCents, Math.max(1, criterion.cents));
    case 'late_at_least':
      return atLeast(late, criterion.days);
    case 'not_contacted_for':
      return figures.daysSinceContact === null
        ? null
        : atLeast(figures.daysSinceContact, criterion.days);
    case 'no_action_while_late':
      return figures.daysSinceContact === null ? atLeast(late, criterion.days + 1) : undefined;
    case 'promise_broken':
      return atLeast(figures.brokenPromiseCents, 1);
    case 'limit_exceeded':
      return atLeast(figures.excessCents, 1);
    case 'turning_late':
      return figures.usualDelayDays !== null && figures.usualDelayDays <= PUNCTUAL_DAYS
        ? atLeast(late, criterion.days)
        : undefined;
    case 'dispute_asleep':
      return atLeast(figures.disputeAsleepDays, criterion.days);
    case 'overdue_share':
      return owedCents > 0
        ? atLeast(Math.floor((overdueCents * SHARE_WHOLE) / owedCents), criterion.basisPoints)
        : undefined;
    case 'grown_by':
      return figures.owedBeforeCents === null
        ? undefined
        : atLeast(figures.outstandingCents - figures.owedBeforeCents, Math.max(1, criterion.cents));
  }
}

function atLeast(figure: number | null, least: number): number | undefined {
  return figure !== null && figure >= least ? figure : undefined;
}
