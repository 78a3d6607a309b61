/** What is asked of a reading of a table, and what it tells at its end. */
import type { StatementTotals } from '../../../shared/domain/statement/statement.ts';
import type { TableProfile } from '../../../shared/domain/statement/table-mapping.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { LedgerFileSummary } from '../ledger-summary.ts';
import type { ReadingControl } from '../statement-sink.ts';
import type { PrintedTotal } from './printed-totals.ts';

export interface TableOptions extends ReadingControl {
  /** Of a ledger: beginnings of the accounts to read as customers'; all of class 41 unless told. */
  readonly customerAccountPrefixes?: readonly string[];
  /** Rows under the headers to read at most, for a preview; all unless told. */
  readonly rowsMax?: number;
}

/** Lines that are no data, passed over. */
export interface SkippedLines {
  readonly blank: number;
  readonly repeatedHeaders: number;
  readonly totals: number;
  readonly headings: number;
}

export interface TableReading {
  readonly profile: TableProfile;
  /** Of the lines of data: read = kept + rejected + out of scope. */
  readonly totals: StatementTotals;
  readonly skipped: SkippedLines;
  readonly customerCount: number;
  readonly recordCount: number;
  /** The day that a title above the headers tells: « arrêté au 31/10/2026 ». */
  readonly statedOnDate: CalendarDate | null;
  /** First and last day of the lines (documents, payments or entries). */
  readonly firstDate: CalendarDate | null;
  readonly lastDate: CalendarDate | null;
  /** Sum of the records by currency: what is open, or invoices less receipts. */
  readonly centsByCurrency: Readonly<Record<string, number>>;
  /** The total of the whole list that the file prints, and whether its lines add up to it. */
  readonly printedTotal: PrintedTotal | null;
  /** Of a ledger: accounts, journals, period, as for a FEC. */
  readonly ledger: LedgerFileSummary | null;
  readonly problemCounts: Readonly<Record<string, number>>;
}
