/**
 * Lines of open items, invoices and receipts, as records.
 */
import type { StatedItem, StatedRow } from '../../../shared/domain/statement/statement.ts';
import type { TableProfile } from '../../../shared/domain/statement/table-mapping.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { codeOf, isDamagedCode, isDay } from './cell-values.ts';
import type { ColumnReaders, DateColumn } from './column-readers.ts';
import { type ItemKind, kindNamed, kindOfCredit } from './item-kind.ts';
import { AmountRules, isProblem, type RowAmounts, type RowProblem } from './row-amounts.ts';
import type { RowParty } from './row-party.ts';
import { cellText, shownCell, type TableRow } from './table-source.ts';
import type { TableFindings } from './table-survey.ts';

/** What became of a line. */
export type RowOutcome<Stated> =
  | { readonly is: 'kept'; readonly records: readonly Stated[]; readonly cents: number }
  /** Nothing is open of it, or it is a draft. */
  | { readonly is: 'passed_over'; readonly cents: number }
  | { readonly is: 'rejected'; readonly cents: number };

/** Notes a problem of the line being read. */
export type Complain = (problem: RowProblem, severity: 'error' | 'warning') => void;

const DATE_FIELDS = ['document_date', 'line_date', 'paid_date', 'due_date'] as const;

export class ItemRows {
  readonly #profile: TableProfile;
  readonly #readers: ColumnReaders;
  readonly #findings: TableFindings;
  readonly #amounts: AmountRules;

  constructor(profile: TableProfile, readers: ColumnReaders, findings: TableFindings) {
    this.#profile = profile;
    this.#readers = readers;
    this.#findings = findings;
    this.#amounts = new AmountRules(readers);
  }

  /** The amount that a total line prints, or null where it prints none. */
  printedTotal(row: TableRow): number | null {
    const read = this.#amounts.read(row.cells);
    if (isProblem(read)) return read.code === 'side_unreadable' ? this.#unsided(row) : null;
    return read.openCents;
  }

  /** Totals have no D or C of their own. */
  #unsided(row: TableRow): number | null {
    for (const field of ['open_amount', 'amount'] as const) {
      const read = this.#readers.amountsOf(field)[0]?.read(row.cells) ?? null;
      if (typeof read === 'number') return read;
    }
    return null;
  }

  item(row: TableRow, party: RowParty, complain: Complain): RowOutcome<StatedItem> {
    const line = this.#line(row, complain);
    if (line === null) return { is: 'rejected', cents: this.#centsOrNought(row) };
    const { openCents, kind, amountCents } = line;
    if (kind === 'draft' || openCents === 0 || this.#isLettered(row)) {
      return { is: 'passed_over', cents: kind === 'draft' ? 0 : openCents };
    }
    const documentNumber = this.#documentNumber(row, complain);
    const item: StatedItem = {
      lineNumber: row.lineNumber,
      customerCode: party.customerCode,
      documentNumber,
      rank: this.#findings.ranks.get(row.lineNumber) ?? 1,
      documentDate: line.documentDate,
      dueDate: line.dueDate,
      amountCents: amountCents === 0 ? openCents : amountCents,
      openCents,
      currency: this.#currency(row, complain),
      label: this.#readers.name('label', row.cells),
      kind: this.#kindOf(row, kind, documentNumber, openCents),
    };
    return { is: 'kept', records: [item], cents: openCents };
  }

  /** An invoice or a receipt; an invoice with the day of its payment gives two records. */
  row(row: TableRow, party: RowParty, complain: Complain): RowOutcome<StatedRow> {
    const line = this.#line(row, complain);
    if (line === null) return { is: 'rejected', cents: 0 };
    const isReceipts = this.#profile.kind === 'receipts';
    const documentNumber = this.#documentNumber(row, complain);
    if (line.kind === 'draft') return { is: 'passed_over', cents: 0 };
    const documentDate = isReceipts ? (line.paidDate ?? line.documentDate) : line.documentDate;
    if (documentDate === null) return this.#reject(complain, 'date_missing', 'document_date');
    if (!isReceipts && documentNumber === '') {
      return this.#reject(complain, 'document_missing', 'document_number');
    }
    const sized = isReceipts ? receiptCents(line) : line.amountCents;
    if (sized === 0) return { is: 'passed_over', cents: 0 };
    const kind = isReceipts ? 'payment' : line.amountCents < 0 ? 'credit_note' : 'invoice';
    const stated: StatedRow = {
      lineNumber: row.lineNumber,
      customerCode: party.customerCode,
      kind,
      documentNumber,
      documentDate,
      dueDate: line.dueDate,
      amountCents: sized,
      settlesDocumentNumber: this.#readers.code('settles_document_number', row.cells) || null,
      currency: this.#currency(row, complain),
      label: this.#readers.name('label', row.cells),
    };
    const payment = isReceipts || line.paidDate === null ? [] : [paymentOf(stated, line.paidDate)];
    return { is: 'kept', records: [stated, ...payment], cents: isReceipts ? -sized : sized };
  }

  #reject(
    complain: Complain,
    code: string,
    field: 'document_date' | 'document_number',
  ): RowOutcome<never> {
    complain({ code, columnName: this.#readers.columnName(field), value: '' }, 'error');
    return { is: 'rejected', cents: 0 };
  }

  /** Amounts, days and kind of a line; null once its problem was told. */
  #line(row: TableRow, complain: Complain): LineValues | null {
    const amounts = this.#amounts.read(row.cells);
    if (isProblem(amounts)) {
      complain(amounts, 'error');
      return null;
    }
    const days = this.#days(row, complain);
    if (days === null) return null;
    if (amounts.rounded !== null) {
      const { columnName, columnIndex } = amounts.rounded;
      const value = shownCell(row.cells[columnIndex]);
      complain({ code: 'amount_rounded', columnName, value }, 'warning');
    }
    const { documentDate, dueDate } = days;
    if (documentDate !== null && dueDate !== null && dueDate < documentDate) {
      const columnName = this.#readers.columnName('due_date');
      complain({ code: 'due_before_document', columnName, value: dueDate }, 'warning');
    }
    return { ...days, ...this.#signed(row, amounts) };
  }

  /** Credit notes and payments that stand without a minus, and with no debit or credit, get one. */
  #signed(row: TableRow, amounts: RowAmounts): SignedAmounts {
    const kind = kindNamed(cellText(this.#readers.cell('item_kind', row.cells)));
    const isCredit = kind === 'credit_note' || kind === 'payment';
    const turns =
      isCredit &&
      !amounts.isSided &&
      !this.#findings.creditsAreSigned &&
      this.#profile.kind !== 'receipts' &&
      amounts.openCents > 0;
    const { openCents, amountCents } = amounts;
    return {
      kind,
      isSided: amounts.isSided,
      openCents: turns ? -openCents : openCents,
      amountCents: turns ? -amountCents : amountCents,
    };
  }

  #days(row: TableRow, complain: Complain): LineDays | null {
    const days: Record<(typeof DATE_FIELDS)[number], CalendarDate | null> = {
      document_date: null,
      line_date: null,
      paid_date: null,
      due_date: null,
    };
    for (const field of DATE_FIELDS) {
      const column = this.#readers.dateOf(field);
      if (column === null) continue;
      const day = readDay(column, row, complain);
      if (day === undefined) return null;
      days[field] = day;
    }
    return {
      documentDate: days.document_date ?? days.line_date,
      paidDate: days.paid_date,
      dueDate: days.due_date,
    };
  }

  #documentNumber(row: TableRow, complain: Complain): string {
    const cell = this.#readers.cell('document_number', row.cells);
    const number = codeOf(cell);
    if (number !== '' && isDamagedCode(number)) {
      const columnName = this.#readers.columnName('document_number');
      complain({ code: 'identifier_damaged', columnName, value: number }, 'warning');
    }
    return number;
  }

  #kindOf(
    row: TableRow,
    named: ItemKind | null,
    documentNumber: string,
    openCents: number,
  ): ItemKind {
    if (openCents > 0) return 'invoice';
    if (named === 'credit_note' || named === 'payment') return named;
    const { cells } = row;
    return kindOfCredit(
      documentNumber,
      this.#readers.name('label', cells),
      this.#readers.code('journal_code', cells),
    );
  }

  #currency(row: TableRow, complain: Complain): string {
    const text = cellText(this.#readers.cell('currency', row.cells)).toUpperCase();
    if (text === '') return this.#profile.currency;
    const known = CURRENCIES[text];
    if (known !== undefined) return known;
    if (/^[A-Z]{3}$/u.test(text)) return text;
    const columnName = this.#readers.columnName('currency');
    complain({ code: 'currency_unknown', columnName, value: text }, 'warning');
    return this.#profile.currency;
  }

  /** A ledger listing shows settled lines too: those with a letter. Small letters are partial. */
  #isLettered(row: TableRow): boolean {
    if (!this.#readers.has('letter')) return false;
    return /^[A-Z0-9]+$/u.test(cellText(this.#readers.cell('letter', row.cells)));
  }

  #centsOrNought(row: TableRow): number {
    const read = this.#amounts.read(row.cells);
    return isProblem(read) ? 0 : read.openCents;
  }
}

const CURRENCIES: Readonly<Record<string, string>> = {
  '€': 'EUR',
  EURO: 'EUR',
  EUROS: 'EUR',
  $: 'USD',
  '£': 'GBP',
};

interface LineDays {
  readonly documentDate: CalendarDate | null;
  readonly paidDate: CalendarDate | null;
  readonly dueDate: CalendarDate | null;
}

interface SignedAmounts {
  readonly kind: ItemKind | 'draft' | null;
  readonly isSided: boolean;
  readonly openCents: number;
  readonly amountCents: number;
}

type LineValues = LineDays & SignedAmounts;

/** The day of a column; null where blank; undefined once its problem was told. */
function readDay(
  column: DateColumn,
  row: TableRow,
  complain: Complain,
): CalendarDate | null | undefined {
  const read = column.read(row.cells);
  if (read === null || isDay(read)) return read;
  const { columnName, columnIndex } = column;
  complain({ code: read, columnName, value: shownCell(row.cells[columnIndex]) }, 'error');
  return undefined;
}

/** Money that came in is a credit where sides are told, and positive where they are not. */
function receiptCents(line: LineValues): number {
  return line.isSided ? -line.amountCents : line.amountCents;
}

/**
 * The payment that an invoice's line tells. Its line number is the invoice's, negative, so that
 * the records of one file keep different numbers.
 */
function paymentOf(invoice: StatedRow, paidDate: CalendarDate): StatedRow {
  return {
    ...invoice,
    lineNumber: -invoice.lineNumber,
    kind: 'payment',
    documentNumber: '',
    documentDate: paidDate,
    dueDate: null,
    settlesDocumentNumber: invoice.documentNumber,
  };
}
