/**
 * A staging: the records of one file, in a scratch database of their own, on their way to the
 * ledger.
 *
 * The ledger is neither held nor written while a file is read. The staging is thrown away when it
 * was committed or dropped; a crash leaves a file that the next start sweeps.
 */
import type { AccountRole } from '../../../shared/domain/statement/account-role.ts';
import type { BankReading } from '../../../shared/domain/statement/bank-statement.ts';
import type {
  Counterpart,
  FileProblem,
  LedgerLine,
  StatedContact,
  StatedCustomer,
  StatedItem,
  StatedRow,
} from '../../../shared/domain/statement/statement.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import type { Connection, PreparedStatement } from '../sqlite.ts';
import { openScratch } from '../sqlite.ts';
import { textOfLine, WordNumbers } from './line-text.ts';
import { STAGING_INSERTS } from './staging-inserts.ts';
import { STAGING_TABLES } from './staging-tables.ts';

/** What is known of a file besides its records. */
export interface StagedHeader {
  readonly reader: string;
  readonly meaning: 'period' | 'open_items' | 'rows' | 'bank';
  /** See `interpretation/scopes.ts`; `all` for a ledger file. */
  readonly scope: string;
  readonly fileName: string;
  readonly fileSha256: string;
  readonly statedOnDate: CalendarDate;
  readonly coversFromDate: CalendarDate | null;
  readonly coversToDate: CalendarDate | null;
  readonly bankDate: CalendarDate | null;
  readonly linesRead: number;
  readonly linesKept: number;
  readonly linesRejected: number;
  readonly linesOutOfScope: number;
  readonly debitCents: Cents;
  readonly creditCents: Cents;
  readonly encoding: string;
  readonly separator: string | null;
}

/** The header as it stands in a staging, with what the staging itself found. */
export interface StoredHeader extends StagedHeader {
  readonly hasOpenings: boolean;
  readonly ledgerLineCount: number;
  readonly letteredLineCount: number;
}

/** A 41x account as a file shows it. */
export interface StagedAccount {
  readonly ledgerAccountCode: string;
  readonly label: string;
  readonly lineCount: number;
  readonly debitCents: Cents;
  readonly creditCents: Cents;
  /** Different names on the lines of this account. */
  readonly nameCount: number;
  readonly proposedRole: AccountRole;
  /** One account for all customers: no debtor can be told apart. */
  readonly isShared: boolean;
}

interface DayTotal {
  lineCount: number;
  statedCents: Cents;
}

/** A customer while his file is read. */
interface Gathered {
  readonly n: number;
  said: StatedCustomer | null;
  /** Texts of the lines not yet written. */
  lines: string[];
  part: number;
  lineCount: number;
  statedCents: Cents;
}

/** Texts are written when so many characters wait: some hundred megabytes at most, always. */
const WAITING_CHARACTERS_MAX = 64 * 1024 * 1024;

/** Takes the records of a file while it is read. */
export class StagingWriter {
  readonly #connection: Connection;
  readonly #customers = new Map<string, Gathered>();
  readonly #journals = new Map<string, string>();
  readonly #days = new Map<CalendarDate, DayTotal>();
  readonly #prepared = new Map<keyof typeof STAGING_INSERTS, PreparedStatement>();
  readonly #words = new WordNumbers();
  #waiting = 0;
  #problemCount = 0;
  #lineCount = 0;
  #letteredCount = 0;
  #hasOpenings = false;

  constructor(file: string) {
    this.#connection = openScratch(file);
    this.#connection.exec(STAGING_TABLES);
    this.#connection.exec('BEGIN');
  }

  customer(customer: StatedCustomer): void {
    this.#of(customer.customerCode).said = customer;
  }

  lines(batch: readonly LedgerLine[]): void {
    for (const line of batch) {
      const customer = this.#of(line.customerCode);
      this.#journals.set(line.journalCode, line.journalLabel);
      this.#countDay(line);
      this.#hasOpenings ||= line.isOpening;
      this.#lineCount += 1;
      if (line.letter !== null) this.#letteredCount += 1;
      const text = textOfLine(line, this.#words);
      customer.lines.push(text);
      customer.lineCount += 1;
      customer.statedCents += line.amountCents;
      this.#waiting += text.length;
    }
    if (this.#waiting > WAITING_CHARACTERS_MAX) this.#writeLines();
  }

  amend(lineNumber: number, counterpart: Counterpart): void {
    this.#insert('amendment', [lineNumber, counterpart]);
  }

  items(batch: readonly StatedItem[]): void {
    for (const item of batch) {
      const customer = this.#of(item.customerCode);
      customer.lineCount += 1;
      customer.statedCents += item.openCents;
      const { lineNumber, documentNumber, rank, documentDate, dueDate } = item;
      const { amountCents, openCents, currency, label, kind } = item;
      const head = [customer.n, lineNumber, documentNumber, rank, documentDate, dueDate];
      this.#insert('item', [...head, amountCents, openCents, currency, label, kind]);
    }
  }

  rows(batch: readonly StatedRow[]): void {
    for (const row of batch) {
      const customer = this.#of(row.customerCode);
      customer.lineCount += 1;
      customer.statedCents += row.kind === 'payment' ? -row.amountCents : row.amountCents;
      const { lineNumber, kind, documentNumber, documentDate, dueDate, amountCents } = row;
      const { settlesDocumentNumber, currency, label } = row;
      const head = [customer.n, lineNumber, kind, documentNumber, documentDate, dueDate];
      this.#insert('row', [...head, amountCents, settlesDocumentNumber, currency, label]);
    }
  }

  contact(contact: StatedContact): void {
    const { lineNumber, name, role, email, phone, customerCode } = contact;
    this.#insert('contact', [this.#of(customerCode).n, lineNumber, name, role, email, phone]);
  }

  /** Statements of a bank: whole, as they were read. */
  bank(reading: BankReading): void {
    this.#insert('bank', [JSON.stringify(reading)]);
  }

  problem(problem: FileProblem): void {
    this.#problemCount += 1;
    const { lineNumber, columnName, code, value, severity } = problem;
    const number = this.#problemCount;
    this.#insert('problem', [lineNumber, number, columnName, code, value, severity]);
  }

  /** Ends the reading: the staging is complete and can be previewed. */
  finish(header: StagedHeader, accounts: readonly StagedAccount[]): void {
    this.#writeLines();
    for (const [code, customer] of this.#customers) this.#writeCustomer(code, customer);
    for (const account of accounts) {
      const { ledgerAccountCode, label, lineCount, debitCents, creditCents } = account;
      const { nameCount, proposedRole, isShared } = account;
      const head = [ledgerAccountCode, label, lineCount, debitCents, creditCents, nameCount];
      this.#insert('account', [...head, proposedRole, isShared ? 1 : 0]);
    }
    for (const journal of this.#journals) this.#insert('journal', journal);
    for (const [word, number] of this.#words.all()) this.#insert('word', [number, word]);
    for (const [date, { lineCount, statedCents }] of this.#days) {
      this.#insert('day', [date, lineCount, statedCents]);
    }
    const stored: StoredHeader = {
      ...header,
      hasOpenings: this.#hasOpenings,
      ledgerLineCount: this.#lineCount,
      letteredLineCount: this.#letteredCount,
    };
    this.#insert('header', [JSON.stringify(stored)]);
    this.#connection.exec('COMMIT');
  }

  /** Lets go of the file; one that was not finished can only be deleted. */
  close(): void {
    this.#connection.close();
  }

  #of(code: string): Gathered {
    const known = this.#customers.get(code);
    if (known !== undefined) return known;
    const n = this.#customers.size + 1;
    const made = { n, said: null, lines: [], part: 0, lineCount: 0, statedCents: 0 };
    this.#customers.set(code, made);
    return made;
  }

  #countDay({ lineDate, amountCents }: LedgerLine): void {
    const total = this.#days.get(lineDate);
    if (total === undefined) {
      this.#days.set(lineDate, { lineCount: 1, statedCents: amountCents });
      return;
    }
    total.lineCount += 1;
    total.statedCents += amountCents;
  }

  #writeLines(): void {
    for (const customer of this.#customers.values()) {
      if (customer.lines.length === 0) continue;
      customer.part += 1;
      this.#insert('lines', [customer.n, customer.part, `[${customer.lines.join(',')}]`]);
      customer.lines = [];
    }
    this.#waiting = 0;
  }

  #writeCustomer(code: string, { n, said, lineCount, statedCents }: Gathered): void {
    this.#insert('customer', [
      n,
      code,
      said === null ? 0 : 1,
      said?.name ?? null,
      said?.siren ?? null,
      said?.email ?? null,
      said?.phone ?? null,
      said?.addressLines.join('\n') ?? '',
      said?.postalCode ?? null,
      said?.city ?? null,
      said?.countryCode ?? null,
      said?.terms ?? null,
      said?.paymentMethod ?? null,
      said?.repCode ?? null,
      said?.agencyCode ?? null,
      said?.sector ?? null,
      said?.profile ?? null,
      said?.creditLimitCents ?? null,
      lineCount,
      statedCents,
    ]);
  }

  #insert(into: keyof typeof STAGING_INSERTS, values: readonly unknown[]): void {
    let statement = this.#prepared.get(into);
    if (statement === undefined) {
      statement = this.#connection.prepare<unknown[], unknown>(STAGING_INSERTS[into]);
      this.#prepared.set(into, statement);
    }
    statement.run(...values);
  }
}
