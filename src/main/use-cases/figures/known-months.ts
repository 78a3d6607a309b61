/** The months of the company as the long analysis left them, and up to which day they tell. */
import type { BookFigures } from '../../../shared/domain/metrics/month-figures.ts';
import type { Month } from '../../../shared/domain/metrics/months.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Ledger } from '../../ledger/ledger.ts';
import { analysisBasis, readAnalysis } from '../../ledger/stores/analysis.ts';
import { readKnownFrom } from '../../ledger/views/month-history.ts';
import { readKnownDays } from '../../ledger/views/receipts.ts';
import { MONTH_FIGURES, type MonthFiguresDocument } from '../analysis/month-figures-step.ts';

export interface KnownMonths {
  readonly making: number;
  /** Oldest first; the last one is under way. */
  readonly months: readonly (Month & BookFigures)[];
  /** The day they were made on. */
  readonly madeOn: CalendarDate;
  /** The books or the day have moved since. */
  readonly isStale: boolean;
  /** From when the books tell sales, and what stood open; null for never. */
  readonly knownFrom: {
    readonly sales: CalendarDate | null;
    readonly standing: CalendarDate | null;
  };
  /** Up to when the books tell; null before any. */
  readonly knownUntil: CalendarDate | null;
}

const kept = new WeakMap<
  Ledger,
  { readonly version: string; readonly known: KnownMonths | null }
>();

/** What is known; null until the first analysis has ended. */
export function knownMonths(ledger: Ledger): KnownMonths | null {
  return ledger.read((reader) => {
    const found = readAnalysis(reader, MONTH_FIGURES);
    if (found === null) return null;
    const { making, months } = found.document as MonthFiguresDocument;
    const basis = analysisBasis(reader);
    const version = `${making} ${basis}`;
    const known = kept.get(ledger);
    if (known?.version === version) return known.known;
    const made: KnownMonths = {
      making,
      months,
      madeOn: found.asOf,
      isStale: found.basis !== basis,
      knownFrom: readKnownFrom(reader),
      knownUntil: readKnownDays(reader).ledgerDate,
    };
    // Whatever was made from these months is kept beside this very object.
    kept.set(ledger, { version, known: made });
    return made;
  });
}
