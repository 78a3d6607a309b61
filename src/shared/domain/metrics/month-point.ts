/** One month of a history with everything indicators are read from, and what of it is known. */
import type { Cents } from '../../kernel/cents.ts';
import type { BookFigures } from './month-figures.ts';
import type { Month } from './months.ts';

/** What people recorded with customers, in the same months. */
export interface DealingFigures {
  /** Open at the end of the month and disputed then; of it, what is late. */
  readonly disputedCents: Cents;
  readonly disputedOverdueCents: Cents;
  /** Promises whose day and grace ended in the month, and which the bank has judged. */
  readonly maturedCount: number;
  readonly keptCount: number;
  readonly maturedCents: Cents;
  readonly keptCents: Cents;
}

export const NO_DEALINGS: DealingFigures = {
  disputedCents: 0,
  disputedOverdueCents: 0,
  maturedCount: 0,
  keptCount: 0,
  maturedCents: 0,
  keptCents: 0,
};

/** What collecting took in a month: typed by the user, but for what the journal tells. */
export interface EffortFigures {
  /** Null where nobody typed it. */
  readonly minutes: number | null;
  readonly costCents: Cents | null;
  readonly complaintCount: number | null;
  readonly messageCount: number;
  readonly measuredMinutes: number;
}

export interface MonthPoint extends Month, BookFigures, DealingFigures {
  /** The books cover the month from its first day: its sales are whole. */
  readonly hasSales: boolean;
  /** The books know at least its first day: what was collected in it is not simply unread. */
  readonly isBegun: boolean;
  /** What stood open at its end is known. */
  readonly hasStanding: boolean;
  /** Of the company as a whole; null of a part of it. */
  readonly effort: EffortFigures | null;
}
