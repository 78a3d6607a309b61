/**
 * Reads the lines of a FEC one by one: fields into values, lines into entries, problems aside.
 *
 * A line that is not of a customer account only matters for what it answers; its faults are told
 * as warnings. A customer line whose account, day or amount cannot be read does not go in.
 */

import { isSundryLabel } from '../../../shared/domain/statement/account-role.ts';
import { type AccountKind, accountKindOf } from '../../../shared/domain/statement/counterpart.ts';
import type { StatedCustomer } from '../../../shared/domain/statement/statement.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { readAmount } from '../amount-text.ts';
import { isPlausible, parseDateText } from '../date-text.ts';
import { type CustomerIdentity, customerOf } from './customer-identity.ts';
import type { EntryBook, LineDraft } from './entry-book.ts';
import { DateCache, plainCentsAt } from './fec-amount.ts';
import { type FecColumn, type FecLayout, fecHeaderMatch } from './fec-columns.ts';
import type { FecTally } from './fec-tally.ts';
import type { FieldScanner } from './field-scanner.ts';
import type { ProblemLog } from './problem-log.ts';

interface Account {
  readonly code: string;
  readonly label: string;
  readonly kind: AccountKind;
  readonly accountClass: number;
  readonly isCustomer: boolean;
}

export interface FecLinesParts {
  readonly scanner: FieldScanner;
  readonly layout: FecLayout;
  readonly tally: FecTally;
  readonly book: EntryBook;
  readonly problems: ProblemLog;
  readonly customerAccountPrefixes: readonly string[];
  readonly currency: string;
  customer(customer: StatedCustomer): void;
}

type Journal = ReturnType<FecTally['journal']>;
const IDENTITIES_MAX = 100_000;

export class FecLines {
  readonly #parts: FecLinesParts;
  readonly #at: Readonly<Record<FecColumn, number>>;
  readonly #fieldsNeeded: number;
  readonly #dates = new DateCache();
  readonly #accounts = new Map<string, Account>();
  readonly #identities = new Map<string, CustomerIdentity>();
  readonly #customers = new Set<string>();
  readonly #head = Buffer.alloc(4096);
  #headLength = -1;
  #isHeadByDocument = false;
  #journal: Journal | null = null;

  constructor(parts: FecLinesParts) {
    this.#parts = parts;
    this.#at = parts.layout.at;
    const { comptenum, ecrituredate, debit, credit, montant, sens } = this.#at;
    this.#fieldsNeeded = Math.max(comptenum, ecrituredate, debit, credit, montant, sens) + 1;
  }

  /** Customers met so far. */
  get customerCount(): number {
    return this.#customers.size;
  }

  /** Reads the current line of the scanner. `isCut` tells the last line, if no line end follows. */
  read(isCut = false): void {
    const { scanner, layout, tally } = this.#parts;
    if (scanner.fieldCount < layout.columnNames.length && this.#isShort(isCut)) return;
    if (scanner.fieldCount > layout.columnNames.length && this.#isLong()) return;
    const code = scanner.text(this.#at.comptenum);
    const account = this.#accounts.get(code) ?? this.#newAccount(code);
    if (account === null) return;
    tally.totals.linesRead += 1;
    const severity = account.isCustomer ? 'error' : 'warning';
    const date = this.#lineDate(severity);
    const sides = date === null ? null : this.#sides(severity);
    if (date === null || sides === null) {
      if (account.isCustomer) tally.totals.linesRejected += 1;
      else tally.totals.linesOutOfScope += 1;
      return;
    }
    this.#enter(account, date, sides);
  }

  #isShort(isCut: boolean): boolean {
    const { scanner } = this.#parts;
    if (scanner.isBlank()) return true;
    if (!isCut && scanner.fieldCount >= this.#fieldsNeeded) return false;
    this.#reject(isCut ? 'line_truncated' : 'fields_missing', null, scanner.lineText());
    return true;
  }

  #isLong(): boolean {
    const { scanner, layout } = this.#parts;
    for (let field = layout.columnNames.length; field < scanner.fieldCount; field += 1) {
      if (scanner.isFieldBlank(field)) continue;
      this.#reject('fields_extra', null, scanner.lineText());
      return true;
    }
    return false;
  }

  /** A line that does not go in and of which not even the account is sure. */
  #reject(code: string, columnName: string | null, value: string): void {
    const { tally, scanner, problems } = this.#parts;
    tally.totals.linesRead += 1;
    tally.totals.linesRejected += 1;
    problems.add({ lineNumber: scanner.lineNumber, columnName, code, value, severity: 'error' });
  }

  #newAccount(code: string): Account | null {
    const { scanner, customerAccountPrefixes } = this.#parts;
    const digit = code.charCodeAt(0) - 48;
    if (!(digit >= 0 && digit <= 9)) {
      if (scanner.isBlank()) return null;
      if (fecHeaderMatch(scanner.lineText()).known >= 4) {
        this.#warn('header_repeated', null, '');
        return null;
      }
      const problem = code === '' ? 'account_missing' : 'account_unreadable';
      this.#reject(problem, this.#columnName('comptenum'), code);
      return null;
    }
    const account: Account = {
      code,
      label: scanner.text(this.#at.comptelib),
      kind: accountKindOf(code),
      accountClass: digit,
      isCustomer: customerAccountPrefixes.some((prefix) => code.startsWith(prefix)),
    };
    this.#accounts.set(code, account);
    return account;
  }

  #lineDate(severity: 'error' | 'warning'): CalendarDate | null {
    const field = this.#at.ecrituredate;
    const date = this.#dateAt(field);
    if (date !== null && isPlausible(date)) return date;
    const text = this.#parts.scanner.text(field);
    const code =
      text === '' ? 'date_missing' : date === null ? unreadable(text) : 'date_implausible';
    this.#problem(code, 'ecrituredate', text, severity);
    return null;
  }

  #dateAt(field: number): CalendarDate | null {
    const { scanner } = this.#parts;
    if (field < 0 || field >= scanner.fieldCount) return null;
    const { buffer, starts, ends } = scanner;
    const date = this.#dates.solidAt(buffer, starts[field] as number, ends[field] as number);
    return date === undefined ? parseDateText(scanner.text(field)) : date;
  }

  /** A day that the line can do without. */
  #optionalDate(column: FecColumn): CalendarDate | null {
    const field = this.#at[column];
    if (this.#parts.scanner.isFieldBlank(field)) return null;
    const date = this.#dateAt(field);
    if (date !== null && isPlausible(date)) return date;
    const text = this.#parts.scanner.text(field);
    const code = date === null ? unreadable(text) : 'date_implausible';
    if (!/^[0/\-. ]*$/.test(text)) this.#warn(code, column, text);
    return null;
  }

  #sides(severity: 'error' | 'warning'): { debitCents: Cents; creditCents: Cents } | null {
    if (this.#parts.layout.variant === 'montant_sens') return this.#signedAmount(severity);
    const debitCents = this.#amount('debit', severity);
    const creditCents = this.#amount('credit', severity);
    if (debitCents === null || creditCents === null) return null;
    if (debitCents !== 0 && creditCents !== 0) {
      this.#warn('debit_and_credit', 'debit', this.#parts.scanner.text(this.#at.debit));
    }
    return { debitCents, creditCents };
  }

  #signedAmount(severity: 'error' | 'warning'): { debitCents: Cents; creditCents: Cents } | null {
    const amount = this.#amount('montant', severity);
    if (amount === null) return null;
    const side = this.#parts.scanner.text(this.#at.sens);
    if (/^(d.*|\+?1)$/i.test(side)) return { debitCents: amount, creditCents: 0 };
    if (/^(c.*|-1)$/i.test(side)) return { debitCents: 0, creditCents: amount };
    if (amount === 0) return { debitCents: 0, creditCents: 0 };
    this.#problem('side_unreadable', 'sens', side, severity);
    return null;
  }

  #amount(column: 'debit' | 'credit' | 'montant', severity: 'error' | 'warning'): Cents | null {
    const { scanner } = this.#parts;
    const field = this.#at[column];
    if (field >= scanner.fieldCount) return 0;
    const { buffer, starts, ends } = scanner;
    const plain = plainCentsAt(buffer, starts[field] as number, ends[field] as number);
    if (plain !== null) return plain;
    const text = scanner.text(field);
    const read = readAmount(text);
    if (!read.isDone) {
      this.#problem(read.refusal, column, text, severity);
      return null;
    }
    if (read.value.isRounded) this.#warn('amount_rounded', column, text);
    return read.value.cents;
  }

  #enter(account: Account, date: CalendarDate, sides: { debitCents: Cents; creditCents: Cents }) {
    const { tally, book, scanner } = this.#parts;
    const journal = this.#isSameHead() && this.#journal ? this.#journal : this.#newHead(date);
    tally.moved(journal, account.kind, account.accountClass, date);
    tally.fileDebitCents += sides.debitCents;
    tally.fileCreditCents += sides.creditCents;
    const amountCents = sides.debitCents - sides.creditCents;
    if (!account.isCustomer) tally.totals.linesOutOfScope += 1;
    book.add({
      lineNumber: scanner.lineNumber,
      kind: account.kind,
      accountClass: account.accountClass,
      amountCents,
      document: this.#fieldHash(this.#at.pieceref),
      lineHash: scanner.lineHash,
      draft: account.isCustomer ? this.#draft(account, date, sides, journal) : null,
    });
  }

  #draft(
    account: Account,
    date: CalendarDate,
    sides: { debitCents: Cents; creditCents: Cents },
    journal: Journal,
  ): LineDraft {
    const { scanner, currency, tally } = this.#parts;
    const at = this.#at;
    const auxiliaryCode = scanner.text(at.compauxnum);
    const letter = scanner.text(at.ecriturelet);
    const partialLetter = letter !== '' && /^99\D?99/.test(scanner.text(at.datelet));
    const draft: LineDraft = {
      lineNumber: scanner.lineNumber,
      customerCode: this.#customerCode(account, auxiliaryCode),
      ledgerAccountCode: account.code,
      ledgerAccountLabel: account.label,
      journalCode: journal.head.code,
      journalLabel: journal.head.label,
      entryNumber: scanner.text(at.ecriturenum),
      lineDate: date,
      documentNumber: scanner.text(at.pieceref) || scanner.text(at.numfacture),
      documentDate: this.#optionalDate('piecedate'),
      label: scanner.text(at.ecriturelib),
      amountCents: sides.debitCents - sides.creditCents,
      currency,
      letter: letter === '' ? null : partialLetter ? letter.toLowerCase() : letter,
      letteredOnDate: partialLetter ? null : this.#optionalDate('datelet'),
      statedDueDate: this.#optionalDate('datelimitreglmt'),
      paymentMethod: scanner.text(at.moderglt) || null,
    };
    if (at.validdate >= 0 && scanner.isFieldBlank(at.validdate)) tally.provisionalLineCount += 1;
    const isAnonymous = auxiliaryCode === '' && draft.customerCode === account.code;
    tally.kept(draft, { ...sides, isAnonymous }, journal);
    return draft;
  }

  #customerCode(account: Account, auxiliaryCode: string): string {
    const { scanner, tally } = this.#parts;
    if (auxiliaryCode !== '' && this.#customers.has(auxiliaryCode)) return auxiliaryCode;
    const auxiliaryLabel = scanner.text(this.#at.compauxlib);
    const key = `${account.code}\n${auxiliaryCode}\n${auxiliaryLabel}`;
    let identity = this.#identities.get(key);
    if (identity === undefined) {
      identity = customerOf({
        ledgerAccountCode: account.code,
        ledgerAccountLabel: account.label,
        auxiliaryCode,
        auxiliaryLabel,
      });
      if (this.#identities.size < IDENTITIES_MAX) this.#identities.set(key, identity);
    }
    const { customerCode, name } = identity;
    if (!this.#customers.has(customerCode)) {
      this.#customers.add(customerCode);
      if (isSundryLabel(name ?? '')) tally.sundryCustomerCodes.add(customerCode);
      this.#parts.customer(namedCustomer(customerCode, name));
    }
    return customerCode;
  }

  #newHead(date: CalendarDate): Journal {
    const { scanner, tally, book } = this.#parts;
    const code = scanner.text(this.#at.journalcode);
    const entryNumber = scanner.text(this.#at.ecriturenum);
    const document = scanner.text(this.#at.pieceref);
    this.#isHeadByDocument = /^0*$/.test(entryNumber);
    this.#headLength = this.#copyHead();
    const journal = tally.journal(code, scanner.text(this.#at.journallib));
    this.#journal = journal;
    const number = this.#isHeadByDocument ? `@${document}` : entryNumber;
    book.begin({
      key: `${code}\n${number}\n${date}`,
      journalCode: code,
      entryNumber: number,
      date,
      isOpeningJournal: journal.head.isOpening,
    });
    return journal;
  }

  #copyHead(): number {
    let length = 0;
    for (const column of HEAD_COLUMNS) {
      if (column === 'pieceref' && !this.#isHeadByDocument) continue;
      const field = this.#at[column];
      const { buffer, starts, ends, fieldCount } = this.#parts.scanner;
      const end = field >= 0 && field < fieldCount ? (ends[field] as number) : 0;
      for (let at = end === 0 ? 0 : (starts[field] as number); at < end; at += 1) {
        this.#head[length++] = buffer[at] as number;
      }
      this.#head[length++] = 0;
    }
    return length <= this.#head.length ? length : -1;
  }

  /** True when the line has the journal, number and day of the line before. */
  #isSameHead(): boolean {
    if (this.#headLength < 0) return false;
    let length = 0;
    const { buffer, starts, ends, fieldCount } = this.#parts.scanner;
    const head = this.#head;
    for (const column of HEAD_COLUMNS) {
      if (column === 'pieceref' && !this.#isHeadByDocument) continue;
      const field = this.#at[column];
      const end = field >= 0 && field < fieldCount ? (ends[field] as number) : 0;
      for (let at = end === 0 ? 0 : (starts[field] as number); at < end; at += 1) {
        if (head[length++] !== buffer[at]) return false;
      }
      if (head[length++] !== 0) return false;
    }
    return length === this.#headLength;
  }

  #fieldHash(field: number): number {
    const { buffer, starts, ends, fieldCount } = this.#parts.scanner;
    if (field < 0 || field >= fieldCount) return 0;
    let hash = 0x811c9dc5;
    const end = ends[field] as number;
    for (let at = starts[field] as number; at < end; at += 1) {
      hash = Math.imul(hash ^ (buffer[at] as number), 0x01000193);
    }
    return hash;
  }

  #warn(code: string, column: FecColumn | null, value: string): void {
    this.#problem(code, column, value, 'warning');
  }

  #problem(
    code: string,
    column: FecColumn | null,
    value: string,
    severity: 'error' | 'warning',
  ): void {
    const columnName = column === null ? null : this.#columnName(column);
    const { lineNumber } = this.#parts.scanner;
    this.#parts.problems.add({ lineNumber, columnName, code, value, severity });
  }

  #columnName(column: FecColumn): string {
    return this.#parts.layout.columnNames[this.#at[column]] ?? column;
  }
}

const HEAD_COLUMNS = ['journalcode', 'ecriturenum', 'ecrituredate', 'pieceref'] as const;

function unreadable(text: string): string {
  return text.startsWith('=') ? 'formula_cell' : 'date_unreadable';
}

/** A customer of whom a ledger says only the name. */
function namedCustomer(customerCode: string, name: string | null): StatedCustomer {
  return {
    customerCode,
    name,
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
