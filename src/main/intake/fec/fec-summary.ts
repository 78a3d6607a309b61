/** What the import screen shows of a ledger file before anything is written. */
import type { StatementTotals } from '../../../shared/domain/statement/statement.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import type { LineEnd, TextEncoding } from '../text-source.ts';
import type { FecLayout, FecSeparator, FecVariant } from './fec-columns.ts';
import type {
  CustomerAccountSummary,
  FecTally,
  JournalSummary,
  MixedPattern,
} from './fec-tally.ts';
import { readFecFileName } from './file-name.ts';

export interface FecSummary {
  readonly format: 'fec' | 'isa' | 'edi';
  /** Of the customer lines. */
  readonly totals: StatementTotals;
  /** Of all lines whose amounts could be read. */
  readonly fileDebitCents: Cents;
  readonly fileCreditCents: Cents;
  readonly entryCount: number;
  readonly unbalancedEntryCount: number;
  readonly customerCount: number;
  readonly encoding: TextEncoding;
  readonly lineEnd: LineEnd;
  readonly separator: FecSeparator | null;
  readonly variant: FecVariant;
  readonly columnNames: readonly string[];
  readonly absentColumns: readonly string[];
  /** First and last entry date of any line. */
  readonly firstDate: CalendarDate | null;
  readonly lastDate: CalendarDate | null;
  /** From the file name, which may lie. */
  readonly siren: string | null;
  readonly closingDate: CalendarDate | null;
  readonly accounts: readonly CustomerAccountSummary[];
  readonly journals: readonly JournalSummary[];
  readonly mixedPatterns: readonly MixedPattern[];
  readonly isLettered: boolean;
  readonly letteredLineCount: number;
  readonly openingLineCount: number;
  /** Customer lines without `ValidDate`: not yet validated, or never by this package. */
  readonly provisionalLineCount: number;
  /** Last day of the bank journals: what payments are known up to. */
  readonly lastBankDate: CalendarDate | null;
  /** Customers whose name is that of a crowd: « Passage », « Clients divers ». */
  readonly sundryCustomerCodes: readonly string[];
  readonly problemCounts: Readonly<Record<string, number>>;
}

export interface FecSummaryParts {
  readonly encoding: TextEncoding;
  readonly lineEnd: LineEnd;
  readonly layout: FecLayout;
  readonly fileName: string;
  readonly customerCount: number;
  readonly problemCounts: ReadonlyMap<string, number>;
}

export function fecSummaryOf(tally: FecTally, parts: FecSummaryParts): FecSummary {
  const { siren, closingDate } = readFecFileName(parts.fileName);
  return {
    format: 'fec',
    totals: { ...tally.totals },
    fileDebitCents: tally.fileDebitCents,
    fileCreditCents: tally.fileCreditCents,
    entryCount: tally.entryCount,
    unbalancedEntryCount: tally.unbalancedEntryCount,
    customerCount: parts.customerCount,
    encoding: parts.encoding,
    lineEnd: parts.lineEnd,
    separator: parts.layout.separator,
    variant: parts.layout.variant,
    columnNames: parts.layout.columnNames,
    absentColumns: parts.layout.absentColumns,
    firstDate: tally.firstDate,
    lastDate: tally.lastDate,
    siren,
    closingDate,
    accounts: tally.accounts(),
    journals: tally.journals(),
    mixedPatterns: tally.mixedPatterns(),
    isLettered: tally.letteredLineCount > 0,
    letteredLineCount: tally.letteredLineCount,
    openingLineCount: tally.openingLineCount,
    provisionalLineCount: tally.provisionalLineCount,
    lastBankDate: tally.lastBankDate(),
    sundryCustomerCodes: [...tally.sundryCustomerCodes],
    problemCounts: Object.fromEntries(parts.problemCounts),
  };
}
