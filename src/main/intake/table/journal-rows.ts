/**
 * Lines of a ledger exported as a table: the same as those of a FEC, under other headers.
 *
 * An entry is told by its journal, its number (of the entry, else of the document) and its day;
 * its customer lines learn from the other lines what answers them.
 */
import { accountKindOf } from '../../../shared/domain/statement/counterpart.ts';
import type { TableProfile } from '../../../shared/domain/statement/table-mapping.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { type CustomerIdentity, customerOf } from '../customer-identity.ts';
import type { LineDraft } from '../entry-book.ts';
import type { LedgerOutput } from '../ledger-output.ts';
import type { JournalTally } from '../ledger-tally.ts';
import { textHash } from '../text-hash.ts';
import { isDay } from './cell-values.ts';
import type { ColumnReaders } from './column-readers.ts';
import type { CustomerBook } from './customer-book.ts';
import { AmountRules, isProblem, type RowProblem } from './row-amounts.ts';
import { cellText, shownCell, type TableRow } from './table-source.ts';

export class JournalRows {
  readonly #profile: TableProfile;
  readonly #readers: ColumnReaders;
  readonly #output: LedgerOutput;
  readonly #customers: CustomerBook;
  readonly #prefixes: readonly string[];
  readonly #amounts: AmountRules;
  #entryKey = '';

  constructor(parts: {
    readonly profile: TableProfile;
    readonly readers: ColumnReaders;
    readonly output: LedgerOutput;
    readonly customers: CustomerBook;
    readonly customerAccountPrefixes: readonly string[];
  }) {
    this.#profile = parts.profile;
    this.#readers = parts.readers;
    this.#output = parts.output;
    this.#customers = parts.customers;
    this.#prefixes = parts.customerAccountPrefixes;
    this.#amounts = new AmountRules(parts.readers);
  }

  /** Whether a line is of a customer account. */
  isCustomer(row: TableRow): boolean {
    const account = this.#readers.code('account_code', row.cells);
    return this.#prefixes.some((prefix) => account.startsWith(prefix));
  }

  /** The customer of a line, for the survey. */
  identityOf(row: TableRow): CustomerIdentity {
    const { cells } = row;
    return customerOf({
      ledgerAccountCode: this.#readers.code('account_code', cells),
      ledgerAccountLabel: this.#readers.name('account_label', cells),
      auxiliaryCode: this.#readers.code('customer_code', cells),
      auxiliaryLabel: this.#readers.name('customer_name', cells),
    });
  }

  /** Takes a line; true when it went in or is of another account, false when it is rejected. */
  add(row: TableRow): void {
    const { tally } = this.#output;
    tally.totals.linesRead += 1;
    const isCustomer = this.isCustomer(row);
    const read = this.#read(row);
    if ('code' in read) {
      this.#complain(row, read, isCustomer);
      return;
    }
    const { account, day, amountCents } = read;
    tally.fileDebitCents += Math.max(0, amountCents);
    tally.fileCreditCents += Math.max(0, -amountCents);
    const journal = tally.journal(
      this.#readers.code('journal_code', row.cells),
      this.#readers.name('journal_label', row.cells),
    );
    const kind = accountKindOf(account);
    const accountClass = Number.parseInt(account.charAt(0), 10) || 0;
    tally.moved(journal, kind, accountClass, day);
    const documentNumber = this.#readers.code('document_number', row.cells);
    this.#enter(row, journal, documentNumber, day);
    if (!isCustomer) tally.totals.linesOutOfScope += 1;
    const draft = isCustomer ? this.#draft(row, journal, { day, amountCents }) : null;
    this.#output.book.add({
      lineNumber: row.lineNumber,
      kind,
      accountClass,
      amountCents,
      document: textHash(documentNumber),
      print: textHash(`${account}\n${amountCents}\n${this.#readers.name('label', row.cells)}`),
      draft,
      given: null,
    });
  }

  #complain(row: TableRow, problem: RowProblem, isCustomer: boolean): void {
    const { totals } = this.#output.tally;
    if (isCustomer) totals.linesRejected += 1;
    else totals.linesOutOfScope += 1;
    const { lineNumber } = row;
    const severity = isCustomer ? 'error' : 'warning';
    this.#output.problems.add({ ...problem, lineNumber, severity });
  }

  #read(row: TableRow): { account: string; day: CalendarDate; amountCents: Cents } | RowProblem {
    const { cells } = row;
    const readers = this.#readers;
    const account = readers.code('account_code', cells);
    if (account === '') {
      return { code: 'account_missing', columnName: readers.columnName('account_code'), value: '' };
    }
    const day = this.#day(row);
    if (typeof day === 'object') return day;
    const amounts = this.#amounts.read(cells);
    return isProblem(amounts) ? amounts : { account, day, amountCents: amounts.openCents };
  }

  #day({ cells }: TableRow): CalendarDate | RowProblem {
    const column = this.#readers.dateOf('line_date') ?? this.#readers.dateOf('document_date');
    const read = column?.read(cells) ?? null;
    const columnName = column?.columnName ?? null;
    if (read === null) return { code: 'date_missing', columnName, value: '' };
    if (isDay(read)) return read;
    return { code: read, columnName, value: shownCell(cells[column?.columnIndex ?? -1]) };
  }

  /** Begins an entry where journal, number or day change. */
  #enter(row: TableRow, journal: JournalTally, documentNumber: string, day: CalendarDate): void {
    const number = this.#readers.code('entry_number', row.cells) || documentNumber;
    const key = `${journal.head.code}\n${number}\n${day}`;
    if (key === this.#entryKey) return;
    this.#entryKey = key;
    this.#output.book.begin({
      key,
      journalCode: journal.head.code,
      entryNumber: number,
      date: day,
      isOpeningJournal: journal.head.isOpening,
      print: textHash(`${number}\n${day}`),
    });
  }

  #draft(
    row: TableRow,
    journal: JournalTally,
    { day, amountCents }: { day: CalendarDate; amountCents: Cents },
  ): LineDraft {
    const { cells } = row;
    const readers = this.#readers;
    const { customerCode, isByWords } = this.identityOf(row);
    const account = readers.code('account_code', cells);
    const customer = this.#customers.customer(customerCode);
    if (isByWords) this.#output.customers.meetByWords(account, customer);
    else this.#output.customers.meet(customer);
    const letter = cellText(readers.cell('letter', cells));
    const draft: LineDraft = {
      lineNumber: row.lineNumber,
      customerCode,
      ledgerAccountCode: account,
      ledgerAccountLabel: readers.name('account_label', cells),
      journalCode: journal.head.code,
      journalLabel: journal.head.label,
      entryNumber: readers.code('entry_number', cells),
      lineDate: day,
      documentNumber: readers.code('document_number', cells),
      documentDate: this.#otherDay(row, 'document_date'),
      label: readers.name('label', cells),
      amountCents,
      currency: this.#profile.currency,
      letter: letter === '' ? null : letter,
      letteredOnDate: this.#otherDay(row, 'lettered_on_date'),
      statedDueDate: this.#otherDay(row, 'due_date'),
      paymentMethod: readers.name('payment_method', cells) || null,
    };
    const sides = {
      debitCents: Math.max(0, amountCents),
      creditCents: Math.max(0, -amountCents),
      isAnonymous: readers.code('customer_code', cells) === '',
    };
    this.#output.tally.kept(draft, sides, journal);
    return draft;
  }

  /** A day beside the entry's own: what can't be read is told and left out. */
  #otherDay(
    row: TableRow,
    field: 'document_date' | 'lettered_on_date' | 'due_date',
  ): CalendarDate | null {
    const column = this.#readers.dateOf(field);
    const read = column?.read(row.cells) ?? null;
    if (read === null || isDay(read)) return read;
    this.#output.problems.add({
      lineNumber: row.lineNumber,
      columnName: column?.columnName ?? null,
      code: 'date_ignored',
      value: shownCell(row.cells[column?.columnIndex ?? -1]),
      severity: 'warning',
    });
    return null;
  }
}
