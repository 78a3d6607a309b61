/**
 * A staging: the records of one file, in a scratch database of their own, on their way to the
 * ledger.
 *
 * The ledger is neither held nor written while a file is read. The staging is thrown away when it
 * was committed or dropped; a crash leaves a file that the next start sweeps.
 */
import { createHash } from 'node:crypto';
import type { AccountRole } from '../../../shared/domain/statement/account-role.ts';
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
import { STAGING_INDEXES, STAGING_TABLES } from './staging-tables.ts';

/** What is known of a file besides its records. */
export interface StagedHeader {
  readonly reader: string;
  readonly meaning: 'period' | 'open_items' | 'rows';
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
  /** SHA-256 of the records in the order of the file. */
  readonly recordsSha256: string;
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

const INSERT = {
  customer: `
INSERT INTO staged_customer (n, code, is_described, name, siren, email, phone, address, postal_code,
  city, country_code, terms, payment_method, rep_code, agency_code, sector, profile,
  credit_limit_cents)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)
ON CONFLICT (n) DO UPDATE SET is_described = 1, name = excluded.name, siren = excluded.siren,
  email = excluded.email, phone = excluded.phone, address = excluded.address,
  postal_code = excluded.postal_code, city = excluded.city, country_code = excluded.country_code,
  terms = excluded.terms, payment_method = excluded.payment_method, rep_code = excluded.rep_code,
  agency_code = excluded.agency_code, sector = excluded.sector, profile = excluded.profile,
  credit_limit_cents = excluded.credit_limit_cents`,
  line: `
INSERT INTO staged_line (line_number, n, ledger_account_code, journal_code, entry_number, line_date,
  document_number, document_date, label, amount_cents, currency, letter, lettered_on_date,
  counterpart, is_opening, stated_due_date, payment_method)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  item: `
INSERT INTO staged_item (line_number, n, document_number, rank, document_date, due_date,
  amount_cents, open_cents, currency, label, kind)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  row: `
INSERT INTO staged_row (line_number, n, kind, document_number, document_date, due_date,
  amount_cents, settles_document_number, currency, label)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  contact: `
INSERT INTO staged_contact (line_number, n, name, role, email, phone) VALUES (?, ?, ?, ?, ?, ?)`,
  account: `
INSERT INTO staged_account (ledger_account_code, label, line_count, debit_cents, credit_cents,
  name_count, proposed_role, is_shared)
VALUES (?, ?, ?, ?, ?, ?, ?, ?)`,
  journal: 'INSERT INTO staged_journal (journal_code, label) VALUES (?, ?)',
  problem: `
INSERT INTO staged_problem (line_number, problem_number, column_name, code, value, severity)
VALUES (?, ?, ?, ?, ?, ?)`,
  amend: 'UPDATE staged_line SET counterpart = ? WHERE line_number = ?',
  header: 'INSERT INTO staged_header (only_row, header) VALUES (1, ?)',
} as const;

const TOTALS = `
INSERT INTO staged_total (n, line_count, stated_cents)
SELECT n, count(*), sum(amount_cents) FROM (
  SELECT n, amount_cents FROM staged_line
  UNION ALL SELECT n, open_cents FROM staged_item
  UNION ALL SELECT n, CASE kind WHEN 'payment' THEN -amount_cents ELSE amount_cents END
    FROM staged_row
) GROUP BY n`;

const DIGEST_CHUNK = 1 << 16;

/** Takes the records of a file while it is read. */
export class StagingWriter {
  readonly #connection: Connection;
  readonly #statements: { readonly [Name in keyof typeof INSERT]: PreparedStatement };
  readonly #customers = new Map<string, number>();
  readonly #journals = new Map<string, string>();
  readonly #amendments: [Counterpart, number][] = [];
  readonly #digest = createHash('sha256');
  #digestText = '';
  #problemCount = 0;
  #hasOpenings = false;

  constructor(file: string) {
    this.#connection = openScratch(file);
    this.#connection.exec(STAGING_TABLES);
    const prepare = (sql: string) => this.#connection.prepare<unknown[], unknown>(sql);
    this.#statements = {
      customer: prepare(INSERT.customer),
      line: prepare(INSERT.line),
      item: prepare(INSERT.item),
      row: prepare(INSERT.row),
      contact: prepare(INSERT.contact),
      account: prepare(INSERT.account),
      journal: prepare(INSERT.journal),
      problem: prepare(INSERT.problem),
      amend: prepare(INSERT.amend),
      header: prepare(INSERT.header),
    };
    this.#connection.exec('BEGIN');
  }

  customer(customer: StatedCustomer): void {
    const n = this.#rankOf(customer.customerCode);
    this.#describe(n, customer, true);
  }

  lines(batch: readonly LedgerLine[]): void {
    const insert = this.#statements.line;
    for (const line of batch) {
      const n = this.#rankOf(line.customerCode);
      this.#journals.set(line.journalCode, line.journalLabel);
      this.#hasOpenings ||= line.isOpening;
      const values = [
        line.lineNumber,
        n,
        line.ledgerAccountCode,
        line.journalCode,
        line.entryNumber,
        line.lineDate,
        line.documentNumber,
        line.documentDate,
        line.label,
        line.amountCents,
        line.currency,
        line.letter,
        line.letteredOnDate,
        line.counterpart,
        line.isOpening ? 1 : 0,
        line.statedDueDate,
        line.paymentMethod,
      ];
      insert.run(...values);
      this.#addToDigest(line);
    }
  }

  amend(lineNumber: number, counterpart: Counterpart): void {
    this.#amendments.push([counterpart, lineNumber]);
  }

  item(item: StatedItem): void {
    const n = this.#rankOf(item.customerCode);
    const { lineNumber, documentNumber, rank, documentDate, dueDate } = item;
    const { amountCents, openCents, currency, label, kind } = item;
    const values = [documentNumber, rank, documentDate, dueDate, amountCents, openCents];
    this.#statements.item.run(lineNumber, n, ...values, currency, label, kind);
    this.#digestText += `${JSON.stringify(item)}\n`;
    this.#flushDigest();
  }

  row(row: StatedRow): void {
    const n = this.#rankOf(row.customerCode);
    const { lineNumber, kind, documentNumber, documentDate, dueDate, amountCents } = row;
    const values = [kind, documentNumber, documentDate, dueDate, amountCents];
    const { settlesDocumentNumber, currency, label } = row;
    this.#statements.row.run(lineNumber, n, ...values, settlesDocumentNumber, currency, label);
    this.#digestText += `${JSON.stringify(row)}\n`;
    this.#flushDigest();
  }

  contact(contact: StatedContact): void {
    const { lineNumber, name, role, email, phone } = contact;
    const n = this.#rankOf(contact.customerCode);
    this.#statements.contact.run(lineNumber, n, name, role, email, phone);
  }

  problem(problem: FileProblem): void {
    this.#problemCount += 1;
    const { lineNumber, columnName, code, value, severity } = problem;
    const number = this.#problemCount;
    this.#statements.problem.run(lineNumber, number, columnName, code, value, severity);
  }

  /** Ends the reading: the staging is complete and can be previewed. */
  finish(header: StagedHeader, accounts: readonly StagedAccount[]): void {
    for (const [counterpart, lineNumber] of this.#amendments) {
      this.#statements.amend.run(counterpart, lineNumber);
    }
    for (const account of accounts) {
      const { ledgerAccountCode, label, lineCount, debitCents, creditCents } = account;
      const { nameCount, proposedRole, isShared } = account;
      const values = [ledgerAccountCode, label, lineCount, debitCents, creditCents, nameCount];
      this.#statements.account.run(...values, proposedRole, isShared ? 1 : 0);
    }
    for (const [code, label] of this.#journals) this.#statements.journal.run(code, label);
    this.#digest.update(this.#digestText);
    const stored: StoredHeader = {
      ...header,
      hasOpenings: this.#hasOpenings,
      recordsSha256: this.#digest.digest('hex'),
    };
    this.#statements.header.run(JSON.stringify(stored));
    this.#connection.exec(STAGING_INDEXES);
    this.#connection.exec(TOTALS);
    this.#connection.exec('COMMIT');
  }

  /** Lets go of the file; one that was not finished can only be deleted. */
  close(): void {
    this.#connection.close();
  }

  #rankOf(code: string): number {
    const known = this.#customers.get(code);
    if (known !== undefined) return known;
    const n = this.#customers.size + 1;
    this.#customers.set(code, n);
    this.#describe(n, nothingOf(code), false);
    return n;
  }

  #describe(n: number, customer: StatedCustomer, isDescribed: boolean): void {
    this.#statements.customer.run(
      n,
      customer.customerCode,
      isDescribed ? 1 : 0,
      customer.name,
      customer.siren,
      customer.email,
      customer.phone,
      customer.addressLines.join('\n'),
      customer.postalCode,
      customer.city,
      customer.countryCode,
      customer.terms,
      customer.paymentMethod,
      customer.repCode,
      customer.agencyCode,
      customer.sector,
      customer.profile,
      customer.creditLimitCents,
    );
  }

  #addToDigest(line: LedgerLine): void {
    this.#digestText += digestLineOf(line);
    this.#flushDigest();
  }

  #flushDigest(): void {
    if (this.#digestText.length < DIGEST_CHUNK) return;
    this.#digest.update(this.#digestText);
    this.#digestText = '';
  }
}

/**
 * A ledger line as it is hashed: what the file says of it, tabs between. The counterpart is left
 * out: it is read from the other lines of the entry, and the last part of an entry may correct it.
 */
export function digestLineOf(line: Omit<LedgerLine, 'counterpart'>): string {
  return `${line.lineNumber}\t${line.customerCode}\t${line.ledgerAccountCode}\t${line.journalCode}\t${
    line.entryNumber
  }\t${line.lineDate}\t${line.documentNumber}\t${line.documentDate ?? ''}\t${line.label}\t${
    line.amountCents
  }\t${line.currency}\t${line.letter ?? ''}\t${line.letteredOnDate ?? ''}\t${
    line.isOpening ? 1 : 0
  }\t${line.statedDueDate ?? ''}\t${line.paymentMethod ?? ''}\n`;
}

function nothingOf(customerCode: string): StatedCustomer {
  return {
    customerCode,
    name: null,
    siren: null,
    email: null,
    phone: null,
    addressLines: [],
    postalCode: null,
    city: null,
    countryCode: null,
    terms: null,
    paymentMethod: null,
    repCode: null,
    agencyCode: null,
    sector: null,
    profile: null,
    creditLimitCents: null,
  };
}
