/**
 * What one month of the books comes to, of a customer or of many: figures that simply add up, and
 * from which every indicator is a formula.
 *
 * All amounts are in the currency of the books and include VAT. A month ends on its last day, or on
 * the day that is looked at when that comes sooner.
 */
import type { Cents } from '../../kernel/cents.ts';

export interface BookFigures {
  /** Invoices dated in the month, without those cancelled since. */
  readonly invoicedCents: Cents;
  /** Credit notes dated in the month; positive. */
  readonly creditNoteCents: Cents;
  /** Money received in the month, less what came back or was given back. */
  readonly receivedCents: Cents;
  /** Written off as lost in the month. */
  readonly writtenOffCents: Cents;
  /**
   * What was still open the day before it fell due, of what fell due in the month: from the last
   * day of the month before, which is late only the day after, to the last day but one.
   */
  readonly fellDueCents: Cents;
  /** Money that came in the month for what was late at its start or fell due in it. */
  readonly recoveredCents: Cents;
  /** Every open debit at the end of the month. */
  readonly closingCents: Cents;
  /** Of it, what is late. */
  readonly overdueCents: Cents;
  /** Of what is late, what is so by more than 90 days. */
  readonly over90Cents: Cents;
  /** Of the open debits, those on accounts of doubtful customers (416). */
  readonly doubtfulCents: Cents;
  /** Of the open debits, those whose due date is only estimated. */
  readonly estimatedCents: Cents;
  /** Credits and money not allocated at the end of the month; positive. No figure deducts them. */
  readonly creditsCents: Cents;
  readonly openCount: number;
  readonly overdueCount: number;
  /** Invoices settled by money in the month, with a due date … */
  readonly paidDueCents: Cents;
  /** … each multiplied by its days late, or by nothing. */
  readonly paidLateCentDays: number;
  /** Invoices settled by money in the month, each multiplied by its days since the document. */
  readonly paidCents: Cents;
  readonly paidCentDays: number;
}

export const NO_BOOK_FIGURES: BookFigures = {
  invoicedCents: 0,
  creditNoteCents: 0,
  receivedCents: 0,
  writtenOffCents: 0,
  fellDueCents: 0,
  recoveredCents: 0,
  closingCents: 0,
  overdueCents: 0,
  over90Cents: 0,
  doubtfulCents: 0,
  estimatedCents: 0,
  creditsCents: 0,
  openCount: 0,
  overdueCount: 0,
  paidDueCents: 0,
  paidLateCentDays: 0,
  paidCents: 0,
  paidCentDays: 0,
};

export const BOOK_FIGURES = Object.keys(NO_BOOK_FIGURES) as readonly (keyof BookFigures)[];

/** Figures under way of being added up. */
export type BookSums = { -readonly [Name in keyof BookFigures]: number };

/** Adds `more` to `sums`. */
export function addFigures(sums: BookSums, more: BookFigures): void {
  for (const name of BOOK_FIGURES) sums[name] += more[name];
}

/** Whether nothing at all happened and nothing is left. */
export function isEmpty(figures: BookFigures): boolean {
  return BOOK_FIGURES.every((name) => figures[name] === 0);
}

/** Sales of the month, VAT included: invoices less credit notes. */
export function salesOf(figures: Pick<BookFigures, 'invoicedCents' | 'creditNoteCents'>): Cents {
  return figures.invoicedCents - figures.creditNoteCents;
}
