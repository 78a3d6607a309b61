/**
 * Lines of the exports of accounting packages, once their reader has cut them into cells.
 *
 * These files are small (one company, one year, no larger than a few megabytes): they are held
 * whole. What becomes of a line is the same as for a FEC.
 */
import { accountKindOf } from '../../../shared/domain/statement/counterpart.ts';
import type { StatedCustomer } from '../../../shared/domain/statement/statement.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import { readAmount } from '../amount-text.ts';
import { customerOf } from '../customer-identity.ts';
import { namedCustomer } from '../customer-register.ts';
import { isPlausible, parseDateText } from '../date-text.ts';
import { BATCH_LINES, LedgerOutput } from '../ledger-output.ts';
import type { LedgerFileForm, LedgerFileSummary } from '../ledger-summary.ts';
import type { JournalTally } from '../ledger-tally.ts';
import type { FileRefused, LedgerSink, ReadingControl } from '../statement-sink.ts';
import { textHash } from '../text-hash.ts';
import type { ByteSource } from '../text-source.ts';

export interface PackageOptions extends ReadingControl {
  /** Beginnings of the accounts to read as customers'; all of class 41 unless told. */
  readonly customerAccountPrefixes?: readonly string[];
}

/** The cells of a line as the file writes them. */
export interface PackageLine {
  readonly lineNumber: number;
  readonly accountCode: string;
  readonly accountLabel: string;
  readonly dateText: string;
  readonly debitText: string;
  readonly creditText: string;
  readonly documentNumber: string;
  readonly documentDate: CalendarDate | null;
  readonly label: string;
  readonly letter: string | null;
  readonly letteredOnDate: CalendarDate | null;
  readonly currency: string;
  /** Due dates with the amount of each, in their order; empty where the file says none. */
  readonly dueParts: readonly DuePart[];
}

export interface DuePart {
  readonly lineNumber: number;
  readonly amountCents: Cents;
  readonly dueDate: CalendarDate;
}

/** Larger than any export of a package seen; beyond, something else has this name. */
const FILE_BYTES_MAX = 64 << 20;

/** The whole file, or why it is not read. */
export async function wholeFile(source: ByteSource): Promise<Result<Uint8Array, FileRefused>> {
  if (source.sizeBytes > FILE_BYTES_MAX) {
    return refused({ code: 'file_too_large', value: source.fileName });
  }
  const parts: Uint8Array[] = [];
  for await (const chunk of source.chunks()) parts.push(chunk);
  const whole = Buffer.concat(parts);
  if (whole.length === 0) return refused({ code: 'file_empty', value: source.fileName });
  return done(whole);
}

export class PackageLines {
  readonly output: LedgerOutput;
  readonly #prefixes: readonly string[];
  readonly #options: PackageOptions;
  readonly #parties = new Map<string, StatedCustomer>();
  #head: { journal: JournalTally; entryNumber: string; dateText: string } | null = null;
  #count = 0;

  constructor(options: PackageOptions, sink: LedgerSink) {
    this.output = new LedgerOutput(sink);
    this.#options = options;
    this.#prefixes = options.customerAccountPrefixes ?? ['41'];
  }

  /** What the file says of a customer beside its name, before its first line. */
  party(customer: StatedCustomer): void {
    this.#parties.set(customer.customerCode, customer);
  }

  /** Begins an entry; the day of its first line is the day of all. */
  begin(journal: JournalTally, entryNumber: string, dateText: string): void {
    this.#head = { journal, entryNumber, dateText };
    this.output.book.begin({
      key: `${journal.head.code}\n${entryNumber}\n${dateText}`,
      journalCode: journal.head.code,
      entryNumber,
      date: dateText,
      isOpeningJournal: journal.head.isOpening,
      print: textHash(`${entryNumber}\n${dateText}`),
    });
  }

  /** True when the reading should stop. */
  isStopped(): boolean {
    this.#count += 1;
    return this.#count % BATCH_LINES === 0 && this.#options.isCancelled?.() === true;
  }

  add(line: PackageLine): void {
    const { tally } = this.output;
    const isCustomer = this.#prefixes.some((prefix) => line.accountCode.startsWith(prefix));
    const severity = isCustomer ? 'error' : 'warning';
    tally.totals.linesRead += 1;
    if (!/^\d/.test(line.accountCode)) {
      this.#rejectAccount(line);
      return;
    }
    const date = this.#date(line, severity);
    const debitCents = this.#amount(line, 'debit', severity);
    const creditCents = this.#amount(line, 'credit', severity);
    if (date === null || debitCents === null || creditCents === null) {
      if (isCustomer) tally.totals.linesRejected += 1;
      else tally.totals.linesOutOfScope += 1;
      return;
    }
    const sides = { debitCents, creditCents };
    tally.fileDebitCents += debitCents;
    tally.fileCreditCents += creditCents;
    if (!isCustomer) tally.totals.linesOutOfScope += 1;
    const parts = isCustomer ? partsOf(line, debitCents - creditCents) : [];
    if (parts.length === 0) this.#give(line, date, sides, isCustomer);
    else this.#giveParts(line, date, sides, parts);
  }

  /** Ends the file. */
  finish(form: LedgerFileForm, source: ByteSource): Result<LedgerFileSummary, FileRefused> {
    this.#options.onProgress?.(source.sizeBytes, source.sizeBytes);
    if (this.output.tally.totals.linesRead === 0) {
      return refused({ code: 'file_without_lines', value: source.fileName });
    }
    return done(this.output.finish(form));
  }

  /** One line for each due date: the unit of what is owed is the due-date line. */
  #giveParts(line: PackageLine, date: CalendarDate, sides: Sides, parts: readonly DuePart[]): void {
    const isDebit = sides.debitCents !== 0;
    for (const [index, part] of parts.entries()) {
      const lineNumber = index === 0 ? line.lineNumber : part.lineNumber;
      const own = isDebit
        ? { debitCents: part.amountCents, creditCents: 0 }
        : { debitCents: 0, creditCents: part.amountCents };
      if (index > 0) this.output.tally.totals.linesRead += 1;
      this.#give({ ...line, lineNumber, dueParts: [part] }, date, own, true);
    }
  }

  #give(line: PackageLine, date: CalendarDate, sides: Sides, isCustomer: boolean): void {
    const { tally, book } = this.output;
    const head = this.#head;
    if (head === null) throw new Error('A line came before its entry.');
    const kind = accountKindOf(line.accountCode);
    const accountClass = Number.parseInt(line.accountCode.slice(0, 1), 10);
    const amountCents = sides.debitCents - sides.creditCents;
    tally.moved(head.journal, kind, accountClass, date);
    const draft = isCustomer ? this.#draft(line, date, amountCents, head) : null;
    if (draft !== null) tally.kept(draft, { ...sides, isAnonymous: true }, head.journal);
    book.add({
      lineNumber: line.lineNumber,
      kind,
      accountClass,
      amountCents,
      document: textHash(line.documentNumber),
      print: textHash(`${line.accountCode}\n${amountCents}\n${line.label}`),
      draft,
      given: null,
    });
  }

  #draft(
    line: PackageLine,
    date: CalendarDate,
    amountCents: Cents,
    head: { journal: JournalTally; entryNumber: string },
  ) {
    const { customerCode, name } = customerOf({
      ledgerAccountCode: line.accountCode,
      ledgerAccountLabel: line.accountLabel,
      auxiliaryCode: '',
      auxiliaryLabel: '',
    });
    const party = this.#parties.get(line.accountCode) ?? namedCustomer(customerCode, name);
    this.output.customers.meet(party);
    return {
      lineNumber: line.lineNumber,
      customerCode,
      ledgerAccountCode: line.accountCode,
      ledgerAccountLabel: line.accountLabel,
      journalCode: head.journal.head.code,
      journalLabel: head.journal.head.label,
      entryNumber: head.entryNumber,
      lineDate: date,
      documentNumber: line.documentNumber,
      documentDate: line.documentDate,
      label: line.label,
      amountCents,
      currency: line.currency,
      letter: line.letter,
      letteredOnDate: line.letteredOnDate,
      statedDueDate: line.dueParts[0]?.dueDate ?? null,
      paymentMethod: null,
    };
  }

  #rejectAccount({ lineNumber, accountCode: value }: PackageLine): void {
    this.output.tally.totals.linesRejected += 1;
    const code = value === '' ? 'account_missing' : 'account_unreadable';
    const columnName = 'compte';
    this.output.problems.add({ lineNumber, columnName, code, value, severity: 'error' });
  }

  #date(line: PackageLine, severity: 'error' | 'warning'): CalendarDate | null {
    const date = packageDate(line.dateText);
    if (date !== null) return date;
    const value = line.dateText;
    const code = statedDate(value) === null ? 'date_unreadable' : 'date_implausible';
    const { lineNumber } = line;
    this.output.problems.add({ lineNumber, columnName: 'date', code, value, severity });
    return null;
  }

  #amount(line: PackageLine, side: 'debit' | 'credit', severity: 'error' | 'warning') {
    const value = side === 'debit' ? line.debitText : line.creditText;
    const read = readAmount(value);
    if (read.isDone) return read.value.cents;
    const { lineNumber } = line;
    const code = read.refusal;
    this.output.problems.add({ lineNumber, columnName: side, code, value, severity });
    return null;
  }
}

interface Sides {
  readonly debitCents: Cents;
  readonly creditCents: Cents;
}

/** The due dates of a line, where they add up to it; otherwise only the first counts. */
function partsOf(line: PackageLine, amountCents: Cents): readonly DuePart[] {
  if (line.dueParts.length < 2) return [];
  let sum = 0;
  for (const part of line.dueParts) sum += part.amountCents;
  return sum === Math.abs(amountCents) ? line.dueParts : [];
}

/** JJMMAAAA, a plausible day; null else. */
export function packageDate(text: string): CalendarDate | null {
  const date = statedDate(text);
  return date !== null && isPlausible(date) ? date : null;
}

function statedDate(text: string): CalendarDate | null {
  const match = /^(\d{2})(\d{2})(\d{4})$/.exec(text);
  return match === null ? null : parseDateText(`${match[1]}/${match[2]}/${match[3]}`);
}
