/**
 * One reading of one table: survey, then records.
 */

import { documentKeyOf } from '../../../shared/domain/interpretation/document-key.ts';
import type {
  FileProblem,
  StatedItem,
  StatedRow,
  StatementTotals,
} from '../../../shared/domain/statement/statement.ts';
import type { TableKind, TableProfile } from '../../../shared/domain/statement/table-mapping.ts';
import { formatCents } from '../../../shared/format/amount.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { BATCH_LINES, LedgerOutput } from '../ledger-output.ts';
import type { LedgerFileSummary } from '../ledger-summary.ts';
import { ProblemLog } from '../problem-log.ts';
import type { TextEncoding } from '../text-source.ts';
import type { ColumnReaders } from './column-readers.ts';
import { statedOnDateIn } from './header-row.ts';
import { type Complain, ItemRows, type RowOutcome } from './item-rows.ts';
import { JournalRows } from './journal-rows.ts';
import { PartyRows } from './party-rows.ts';
import { TotalsCheck } from './printed-totals.ts';
import { RowClassifier } from './row-class.ts';
import { rowText, wideHash } from './row-hash.ts';
import { PartyResolver, type RowParty } from './row-party.ts';
import type { RowStream } from './row-stream.ts';
import type { SkippedLines, TableOptions, TableReading } from './table-reading.ts';
import type { TableSink } from './table-sink.ts';
import { isBlank, TableRefused, type TableRow, type TableSource } from './table-source.ts';
import { documentHash, type TableFindings, TableSurvey } from './table-survey.ts';

export interface TableReaderParts {
  readonly profile: TableProfile;
  readonly readers: ColumnReaders;
  readonly stream: RowStream;
  readonly source: TableSource;
  readonly sink: TableSink;
  readonly options: TableOptions;
}

type Counts<Shape> = { -readonly [Key in keyof Shape]: Shape[Key] };

export class TableReader {
  readonly #parts: TableReaderParts;
  readonly #problems: ProblemLog;
  readonly #totals: Counts<StatementTotals> = {
    linesRead: 0,
    linesKept: 0,
    linesRejected: 0,
    linesOutOfScope: 0,
    debitCents: 0,
    creditCents: 0,
  };
  readonly #skipped: Counts<SkippedLines> = {
    blank: 0,
    repeatedHeaders: 0,
    totals: 0,
    headings: 0,
  };
  readonly #check = new TotalsCheck();
  readonly #centsByCurrency = new Map<string, number>();
  readonly #seen = new Set<number>();
  #records = 0;
  #firstDate: CalendarDate | null = null;
  #lastDate: CalendarDate | null = null;
  #items: StatedItem[] = [];
  #rows: StatedRow[] = [];

  constructor(parts: TableReaderParts) {
    this.#parts = parts;
    this.#problems = new ProblemLog((problem) => parts.sink.problem(problem));
  }

  async read(): Promise<TableReading> {
    const { profile } = this.#parts;
    if (profile.kind === 'journal') return this.#readJournal();
    const findings = await this.#survey();
    this.#tellFindings(findings);
    for (const customer of findings.customers.customers()) this.#parts.sink.customer(customer);
    await this.#readRecords(findings);
    this.#flush();
    this.#tellSource();
    this.#problems.finish();
    return this.#reading(findings.customers.count, null);
  }

  async #survey(): Promise<TableFindings> {
    const { profile, readers } = this.#parts;
    const survey = new TableSurvey(profile, readers);
    await this.#eachRow(0, (row, party) => {
      if (!party.isOutOfScope) survey.add(row, party);
    });
    for (const column of readers.dateColumns) {
      if (column.isOrderBelied()) throw new TableRefused('date_order_wrong', column.columnName);
    }
    const findings = survey.findings();
    if (findings.dataLines === 0) throw new TableRefused('file_without_lines');
    return findings;
  }

  /** Calls `visit` for each row of data; in the second part the others are counted. */
  async #eachRow(
    part: 0 | 1,
    visit: (row: TableRow, party: RowParty) => void,
    onTotal?: (row: TableRow, isGrand: boolean) => void,
  ): Promise<void> {
    const { profile, readers, stream, options } = this.#parts;
    const parties = new PartyResolver(profile, readers);
    let classifier: RowClassifier | null = null;
    let left = options.rowsMax ?? Number.POSITIVE_INFINITY;
    await stream.forEach(part, (row) => {
      if (classifier === null) {
        stream.checkHeaders(profile);
        const { headerTexts } = stream;
        classifier = new RowClassifier(
          profile.kind,
          readers,
          headerTexts,
          profile.fillsDownCustomer,
        );
      }
      left -= 1;
      const rowClass = classifier.classOf(row);
      if (rowClass.is === 'data') visit(row, parties.partyOf(row.cells));
      else if (rowClass.is === 'heading') parties.enter(rowClass.heading);
      else if (rowClass.is === 'total') onTotal?.(row, rowClass.isGrand);
      if (part === 1) this.#countSkipped(rowClass.is);
      return left > 0;
    });
  }

  #countSkipped(is: 'data' | 'blank' | 'header' | 'total' | 'heading'): void {
    if (is === 'blank') this.#skipped.blank += 1;
    else if (is === 'header') this.#skipped.repeatedHeaders += 1;
    else if (is === 'total') this.#skipped.totals += 1;
    else if (is === 'heading') this.#skipped.headings += 1;
  }

  async #readRecords(findings: TableFindings): Promise<void> {
    const { profile, readers } = this.#parts;
    const itemRows = new ItemRows(profile, readers, findings);
    const partyRows = new PartyRows(profile, readers);
    const isDirectory = profile.kind === 'customers' || profile.kind === 'contacts';
    const named = new Set<string>();
    await this.#eachRow(
      1,
      (row, party) => {
        this.#totals.linesRead += 1;
        if (party.isOutOfScope) this.#totals.linesOutOfScope += 1;
        else if (this.#isRefused(row, party, findings)) this.#totals.linesRejected += 1;
        else if (isDirectory) this.#readParty(row, party, { partyRows, named });
        else this.#readItem(row, party, itemRows);
      },
      (row, isGrand) => this.#compareTotal(row, isGrand, isDirectory ? null : itemRows),
    );
  }

  /** Lines that are wrong whatever their kind. */
  #isRefused(row: TableRow, party: RowParty, findings: TableFindings): boolean {
    const { stream, readers } = this.#parts;
    if (row.hasOpenQuote === true) {
      this.#complain(row, { code: 'open_quote', columnName: null, value: '' }, 'warning');
    }
    const width = stream.headerTexts.length;
    const extra = width > 0 ? row.cells.slice(width).find((cell) => !isBlank(cell)) : undefined;
    if (extra !== undefined) {
      this.#complain(
        row,
        { code: 'fields_extra', columnName: null, value: String(extra) },
        'error',
      );
      return true;
    }
    if (party.customerCode === '') {
      const columnName = readers.columnName('customer_code') ?? readers.columnName('customer_name');
      this.#complain(row, { code: 'customer_missing', columnName, value: '' }, 'error');
      return true;
    }
    return this.#isRepeated(row, party, findings);
  }

  /** A line that says the same as an earlier one, sign for sign. */
  #isRepeated(row: TableRow, party: RowParty, { repeatedDocuments }: TableFindings): boolean {
    const { readers, profile } = this.#parts;
    if (repeatedDocuments.size === 0 || !isMoney(profile.kind)) return false;
    const value = readers.code('document_number', row.cells);
    if (!repeatedDocuments.has(documentHash(party, documentKeyOf(value), row.cells))) return false;
    const text = wideHash(rowText(row.cells));
    if (!this.#seen.has(text)) {
      this.#seen.add(text);
      return false;
    }
    const columnName = readers.columnName('document_number');
    // Two receipts of one customer, day and amount without a number may both be real.
    const severity = value === '' ? 'warning' : 'error';
    this.#complain(row, { code: 'line_repeated', columnName, value }, severity);
    return value !== '';
  }

  #readItem(row: TableRow, party: RowParty, itemRows: ItemRows): void {
    const complain: Complain = (problem, severity) => this.#complain(row, problem, severity);
    if (this.#parts.profile.kind === 'open_items') {
      this.#take(itemRows.item(row, party, complain), this.#items);
      if (this.#items.length >= BATCH_LINES) this.#flush();
    } else {
      this.#take(itemRows.row(row, party, complain), this.#rows);
      if (this.#rows.length >= BATCH_LINES) this.#flush();
    }
  }

  #take<Stated extends StatedItem | StatedRow>(outcome: RowOutcome<Stated>, batch: Stated[]): void {
    this.#check.add(outcome.cents);
    if (outcome.is === 'rejected') this.#totals.linesRejected += 1;
    else if (outcome.is === 'passed_over') this.#totals.linesOutOfScope += 1;
    else {
      this.#totals.linesKept += 1;
      for (const record of outcome.records) {
        this.#count(record);
        batch.push(record);
      }
    }
  }

  #count(record: StatedItem | StatedRow): void {
    const isItem = 'openCents' in record;
    const size = isItem ? record.openCents : record.amountCents;
    const cents = !isItem && record.kind === 'payment' ? -size : size;
    this.#records += 1;
    if (cents > 0) this.#totals.debitCents += cents;
    else this.#totals.creditCents -= cents;
    const { currency } = record;
    this.#centsByCurrency.set(currency, (this.#centsByCurrency.get(currency) ?? 0) + cents);
    const day = record.documentDate;
    if (day === null) return;
    if (this.#firstDate === null || day < this.#firstDate) this.#firstDate = day;
    if (this.#lastDate === null || day > this.#lastDate) this.#lastDate = day;
  }

  #readParty(
    row: TableRow,
    party: RowParty,
    { partyRows, named }: { partyRows: PartyRows; named: Set<string> },
  ): void {
    const complain: Complain = (problem, severity) => this.#complain(row, problem, severity);
    const isCustomers = this.#parts.profile.kind === 'customers';
    if (isCustomers && named.has(party.customerCode)) {
      const columnName = this.#parts.readers.columnName('customer_code');
      const value = party.customerCode;
      this.#complain(row, { code: 'customer_repeated', columnName, value }, 'warning');
    }
    named.add(party.customerCode);
    const contact = partyRows.contact(row, party, complain);
    if (contact !== null) this.#parts.sink.contact(contact);
    if (contact === null && !isCustomers) {
      complain({ code: 'contact_empty', columnName: null, value: party.customerCode }, 'error');
      this.#totals.linesRejected += 1;
      return;
    }
    this.#totals.linesKept += 1;
    this.#records += 1;
  }

  #compareTotal(row: TableRow, isGrand: boolean, itemRows: ItemRows | null): void {
    const printed = itemRows?.printedTotal(row) ?? null;
    if (printed === null) return;
    const total = this.#check.compare(row.lineNumber, isGrand, printed);
    if (total.isEqual) return;
    const form = { style: 'plain', currency: null } as const;
    const value = `${formatCents(printed, form)} / ${formatCents(total.summedCents, form)}`;
    this.#complain(row, { code: 'printed_total_differs', columnName: null, value }, 'warning');
  }

  #complain(
    row: TableRow,
    problem: { code: string; columnName: string | null; value: string },
    severity: FileProblem['severity'],
  ): void {
    this.#problems.add({ ...problem, lineNumber: row.lineNumber, severity });
  }

  #fileWarning(
    code: string,
    value: string,
    lineNumber = 0,
    columnName: string | null = null,
  ): void {
    this.#problems.add({ lineNumber, columnName, code, value, severity: 'warning' });
  }

  #tellFindings(findings: TableFindings): void {
    for (const { lineNumber, customerCode, names } of findings.customers.conflicts()) {
      const value = `${customerCode} : ${names.slice(0, 4).join(' / ')}`;
      const columnName = this.#parts.readers.columnName('customer_name');
      this.#fileWarning('customer_several_names', value, lineNumber, columnName);
    }
    if (findings.garbledLines > 0) {
      this.#fileWarning('encoding_mixed', String(findings.garbledLines));
    }
  }

  /** What the workbook itself holds: formulas whose kept value was read, hidden rows. */
  #tellSource(): void {
    const { source, profile } = this.#parts;
    for (const { columnIndex, columnName } of profile.columns) {
      const line = source.formulaColumns.get(columnIndex);
      if (line !== undefined) this.#fileWarning('formula_value_kept', columnName, line, columnName);
    }
    const hidden = source.hiddenRows();
    if (hidden > 0) this.#fileWarning('rows_hidden', String(hidden));
  }

  #flush(): void {
    if (this.#items.length > 0) this.#parts.sink.items(this.#items);
    if (this.#rows.length > 0) this.#parts.sink.rows(this.#rows);
    this.#items = [];
    this.#rows = [];
  }

  async #readJournal(): Promise<TableReading> {
    const { profile, readers, sink, options } = this.#parts;
    const output = new LedgerOutput(sink);
    const survey = new TableSurvey(profile, readers);
    const rows = new JournalRows({
      profile,
      readers,
      output,
      customers: survey.customers,
      customerAccountPrefixes: options.customerAccountPrefixes ?? ['41'],
    });
    await this.#eachRow(0, (row) => {
      if (!rows.isCustomer(row)) return;
      const { customerCode, name } = rows.identityOf(row);
      survey.add(row, { customerCode, name: name ?? '', isOutOfScope: false });
    });
    for (const column of readers.dateColumns) {
      if (column.isOrderBelied()) throw new TableRefused('date_order_wrong', column.columnName);
    }
    const findings = survey.findings();
    if (findings.dataLines === 0) throw new TableRefused('no_customer_lines');
    this.#tellFindings(findings);
    await this.#eachRow(1, (row) => rows.add(row));
    this.#tellSource();
    this.#problems.finish();
    return this.#reading(findings.customers.count, output.finish(this.#ledgerForm()));
  }

  #ledgerForm(): Parameters<LedgerOutput['finish']>[0] {
    const { profile, stream } = this.#parts;
    const { layout } = profile;
    const isText = layout.format === 'csv';
    const hasSides = profile.columns.some(({ field }) => field === 'debit');
    return {
      format: 'table',
      encoding: (isText ? layout.encoding : 'utf-8') as TextEncoding,
      lineEnd: 'lf',
      separator: isText ? layout.separator : null,
      variant: hasSides ? 'debit_credit' : 'montant_sens',
      columnNames: stream.headerTexts,
      absentColumns: [],
      siren: null,
      closingDate: null,
    };
  }

  #reading(customerCount: number, ledger: LedgerFileSummary | null): TableReading {
    const counts = ledger?.problemCounts ?? {};
    return {
      profile: this.#parts.profile,
      totals: ledger?.totals ?? { ...this.#totals },
      skipped: { ...this.#skipped },
      customerCount,
      recordCount: ledger?.totals.linesKept ?? this.#records,
      statedOnDate: statedOnDateIn(this.#parts.stream.titleRows),
      firstDate: ledger?.firstDate ?? this.#firstDate,
      lastDate: ledger?.lastDate ?? this.#lastDate,
      centsByCurrency: Object.fromEntries(this.#centsByCurrency),
      printedTotal: this.#check.whole(),
      ledger,
      problemCounts: { ...counts, ...Object.fromEntries(this.#problems.counts()) },
    };
  }
}

function isMoney(kind: TableKind): boolean {
  return kind === 'open_items' || kind === 'invoices' || kind === 'receipts';
}
