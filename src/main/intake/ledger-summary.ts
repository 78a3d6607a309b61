/** What the import screen shows of a ledger file before anything is written. */
import type { StatementTotals } from '../../shared/domain/statement/statement.ts';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../shared/kernel/cents.ts';
import type { CustomerAccountSummary, JournalSummary, MixedPattern } from './ledger-tally.ts';
import type { LineEnd, TextEncoding } from './text-source.ts';

/** How the file is written, as far as its reader had to find out. */
export interface LedgerFileForm {
  readonly format: 'fec' | 'isa' | 'edi' | 'table';
  readonly encoding: TextEncoding;
  readonly lineEnd: LineEnd;
  /** Null for columns of fixed width. */
  readonly separator: string | null;
  readonly variant: 'debit_credit' | 'montant_sens';
  readonly columnNames: readonly string[];
  /** Columns the law expects and the file lacks. */
  readonly absentColumns: readonly string[];
  /** From the file's name, which may lie, or from its first lines. */
  readonly siren: string | null;
  readonly closingDate: CalendarDate | null;
}

export interface LedgerFileSummary extends LedgerFileForm {
  /** Of the customer lines. */
  readonly totals: StatementTotals;
  /** Of all lines whose amounts could be read. */
  readonly fileDebitCents: Cents;
  readonly fileCreditCents: Cents;
  readonly entryCount: number;
  readonly unbalancedEntryCount: number;
  /** Entries whose lines stand elsewhere in the file too, letter for letter. */
  readonly repeatedEntryCount: number;
  readonly customerCount: number;
  /** First and last entry date of any line. */
  readonly firstDate: CalendarDate | null;
  readonly lastDate: CalendarDate | null;
  readonly accounts: readonly CustomerAccountSummary[];
  readonly journals: readonly JournalSummary[];
  readonly mixedPatterns: readonly MixedPattern[];
  readonly isLettered: boolean;
  /** Of the customer lines kept. */
  readonly letteredLineCount: number;
  readonly openingLineCount: number;
  /** Customer lines without `ValidDate`: not yet validated, or never by this package. */
  readonly provisionalLineCount: number;
  /** Last day of the bank journals: what payments are known up to. */
  readonly lastBankDate: CalendarDate | null;
  /** Customers whose name is that of a crowd: « Passage », « Clients divers ». */
  readonly sundryCustomerCodes: readonly string[];
  /** How many problems of each code, those beyond what the sink was given included. */
  readonly problemCounts: Readonly<Record<string, number>>;
}
