/**
 * What a receipt of the bank seems to pay: a suggestion, never a fact.
 *
 * A suggestion becomes an allocation when a person confirms it, or by itself where it is
 * `certain` and alone: that class is kept so narrow that a year of noisy payments has no more
 * than one wrong in a thousand (measured: see docs/DECISIONS.md).
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';

/** An open item: an invoice owed (positive) or a credit note (negative). */
export interface MatchItem {
  readonly receivableId: number;
  readonly customerId: number;
  readonly documentNumber: string;
  readonly documentDate: CalendarDate;
  readonly dueDate: CalendarDate | null;
  /** Never zero. */
  readonly outstandingCents: Cents;
  /** Discount that the terms grant for a payment of this day; 0 for none. */
  readonly discountCents: Cents;
  readonly currency: string;
}

export interface MatchCustomer {
  readonly customerId: number;
  readonly name: string;
}

/** What a confirmed receipt taught: this IBAN, this name pay for this customer. */
export interface LearntPayer {
  readonly customerId: number;
  readonly iban: string | null;
  readonly name: string | null;
}

/** A credit of the bank. */
export interface MatchMovement {
  readonly movementId: number;
  /** Above zero. */
  readonly amountCents: Cents;
  readonly currency: string;
  readonly text: string;
  readonly counterpartyName: string | null;
  readonly counterpartyIban: string | null;
  readonly endToEndId: string | null;
  readonly references: readonly string[];
}

/** How sure a suggestion is, and the share of its kind that is right, rounded down. */
export const MATCH_CLASSES = {
  certain: 0.999,
  strong: 0.95,
  likely: 0.8,
  possible: 0.5,
  weak: 0.02,
} as const;
export type MatchClass = keyof typeof MATCH_CLASSES;

/**
 * Why, in order of precedence. `number…` the text names the document; `near` but for digits lost
 * or swapped; `payer…` the IBAN or the name tells the customer; `amount` nothing but the amount.
 */
export const MATCH_REASONS = [
  'numbers',
  'numbers_discount',
  'numbers_some',
  'numbers_more',
  'number_near',
  'payer_amount',
  'payer_all',
  'payer_oldest',
  'payer_sum',
  'payer_discount',
  'numbers_fee',
  'payer_fee',
  'number_part',
  'numbers_over',
  'payer_part',
  'amount',
] as const;
export type MatchReason = (typeof MATCH_REASONS)[number];

export interface MatchAllocation {
  readonly receivableId: number;
  /** With the sign of the item; never more than its outstanding. */
  readonly amountCents: Cents;
}

export interface MatchSuggestion {
  readonly customerId: number;
  /** By `receivableId`. Their sum never exceeds the receipt. */
  readonly allocations: readonly MatchAllocation[];
  /** What stays owed of these items. */
  readonly shortCents: Cents;
  /** What stays of the receipt. */
  readonly overCents: Cents;
  readonly matchClass: MatchClass;
  readonly confidence: number;
  readonly reason: MatchReason;
}

export interface MatchAnswer {
  readonly movementId: number;
  /** The surest first; at most `SUGGESTIONS_MAX`. */
  readonly suggestions: readonly MatchSuggestion[];
  /** The first may be recorded without asking. */
  readonly isAutomatic: boolean;
}

export const SUGGESTIONS_MAX = 5;
