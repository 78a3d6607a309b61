/**
 * Reads the lines of a FEC one by one: fields into values, lines into entries, problems aside.
 *
 * A line that is not of a customer account only matters for what it answers; its faults are told
 * as warnings. A customer line whose account, day or amount cannot be read does not go in.
 */

import { type AccountKind, accountKindOf } from '../../../shared/domain/statement/counterpart.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { readAmount } from '../amount-text.ts';
import { isPlausible, parseDateText } from '../date-text.ts';
import type { LineDraft } from '../entry-book.ts';
import type { LedgerOutput } from '../ledger-output.ts';
import { CustomerDirectory } from './customer-directory.ts';
import { type CurrentHead, HeadWatch } from './entry-head.ts';
import { DateCache, plainCentsAt } from './fec-amount.ts';
import { type FecColumn, type FecLayout, fecHeaderMatch } from './fec-columns.ts';
import type { FieldScanner } from './field-scanner.ts';
import { BrokenLine, repairLongLine } from './line-repair.ts';

interface Account {
  readonly code: string;
  readonly label: string;
  readonly kind: AccountKind;
  readonly accountClass: number;
  readonly isCustomer: boolean;
  /** As it stands in the file, to find it again without making a string. */
  readonly bytes: Uint8Array;
  readonly hash: number;
}

export interface FecLinesParts {
  readonly scanner: FieldScanner;
  readonly layout: FecLayout;
  readonly output: LedgerOutput;
  readonly customerAccountPrefixes: readonly string[];
  readonly currency: string;
}

export class FecLines {
  readonly #parts: FecLinesParts;
  readonly #at: Readonly<Record<FecColumn, number>>;
  readonly #fieldsNeeded: number;
  readonly #broken: BrokenLine;
  readonly #directory: CustomerDirectory;
  readonly #heads: HeadWatch;
  readonly #dates = new DateCache();
  readonly #accounts = new Map<string, Account>();
  readonly #accountsByHash = new Map<number, Account>();

  constructor(parts: FecLinesParts) {
    this.#parts = parts;
    this.#at = parts.layout.at;
    this.#directory = new CustomerDirectory(parts.scanner, this.#at, parts.output.customers);
    this.#broken = new BrokenLine(parts.layout.columnNames.length);
    this.#heads = new HeadWatch(parts.scanner, this.#at, parts.output.tally);
    const { comptenum, ecrituredate, debit, credit, montant, sens } = this.#at;
    this.#fieldsNeeded = Math.max(comptenum, ecrituredate, debit, credit, montant, sens) + 1;
  }

  /** Reads the current line of the scanner. `isCut` tells the last line, if no line end follows. */
  read(isCut = false): void {
    const { scanner, layout } = this.#parts;
    if (scanner.fieldCount !== layout.fieldCount || this.#broken.isWaiting) {
      this.#readOdd(isCut);
    } else this.#readWhole();
  }

  /** Ends the file: a line still broken will not be completed. */
  finish(): void {
    this.#giveUpBroken();
  }

  #readWhole(): void {
    const { tally } = this.#parts.output;
    const account = this.#account();
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

  /** A line that has not the fields of the header, or that follows one too short. */
  #readOdd(isCut: boolean): void {
    const { scanner, layout } = this.#parts;
    const columns = layout.columnNames.length;
    if (scanner.isBlank()) return;
    if (this.#broken.isWaiting) {
      if (scanner.fieldCount < columns && this.#isBrokenCompleted()) return;
      this.#giveUpBroken();
    }
    if (scanner.fieldCount === columns || scanner.fieldCount === layout.fieldCount) {
      this.#readWhole();
    } else if (scanner.fieldCount > columns) this.#readLong();
    else if (isCut) this.#reject('line_truncated', null, scanner.lineText());
    else if (scanner.fieldCount >= this.#fieldsNeeded) this.#readWhole();
    else this.#broken.take(scanner);
  }

  #readLong(): void {
    const { scanner, layout } = this.#parts;
    const column = repairLongLine(scanner, layout);
    if (column === null) {
      this.#reject('fields_extra', null, scanner.lineText());
      return;
    }
    if (column !== '') this.#warn('separator_in_text', column, scanner.text(this.#at[column]));
    this.#readWhole();
  }

  /** True when the current line was taken as a part of the one before. */
  #isBrokenCompleted(): boolean {
    const { scanner } = this.#parts;
    if (!this.#broken.take(scanner)) return false;
    const whole = this.#broken.whole();
    if (whole === null) return true;
    this.#broken.clear();
    scanner.replaceLine(whole);
    this.#warn('line_break_in_text', null, scanner.text(this.#at.ecriturelib));
    this.#readWhole();
    return true;
  }

  #giveUpBroken(): void {
    if (!this.#broken.isWaiting) return;
    const { tally, problems } = this.#parts.output;
    tally.totals.linesRead += 1;
    tally.totals.linesRejected += 1;
    const { lineNumber } = this.#broken;
    const value = this.#broken.text();
    problems.add({
      lineNumber,
      columnName: null,
      code: 'fields_missing',
      value,
      severity: 'error',
    });
    this.#broken.clear();
  }

  /** A line that does not go in and of which not even the account is sure. */
  #reject(code: string, columnName: string | null, value: string): void {
    const { scanner } = this.#parts;
    const { tally, problems } = this.#parts.output;
    tally.totals.linesRead += 1;
    tally.totals.linesRejected += 1;
    problems.add({ lineNumber: scanner.lineNumber, columnName, code, value, severity: 'error' });
  }

  #account(): Account | null {
    const { scanner } = this.#parts;
    const field = this.#at.comptenum;
    const hash = scanner.hash(field);
    const known = this.#accountsByHash.get(hash);
    if (known !== undefined && scanner.equals(field, known.bytes)) return known;
    const code = scanner.text(field);
    const account = this.#accounts.get(code) ?? this.#newAccount(code);
    if (account === null) return null;
    this.#accounts.set(code, account);
    this.#accountsByHash.set(hash, account);
    return account;
  }

  #newAccount(code: string): Account | null {
    const { scanner, customerAccountPrefixes } = this.#parts;
    const digit = code.charCodeAt(0) - 48;
    if (!(digit >= 0 && digit <= 9)) {
      this.#refuseAccount(code);
      return null;
    }
    return {
      code,
      label: scanner.text(this.#at.comptelib),
      kind: accountKindOf(code),
      accountClass: digit,
      isCustomer: customerAccountPrefixes.some((prefix) => code.startsWith(prefix)),
      bytes: scanner.copy(this.#at.comptenum),
      hash: scanner.hash(this.#at.comptenum),
    };
  }

  #refuseAccount(code: string): void {
    const { scanner } = this.#parts;
    if (scanner.isBlank()) return;
    if (fecHeaderMatch(scanner.lineText()).known >= 4) {
      this.#warn('header_repeated', null, '');
      return;
    }
    const problem = code === '' ? 'account_missing' : 'account_unreadable';
    this.#reject(problem, this.#columnName('comptenum'), code);
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
    // Noughts stand for no date in many packages.
    if (!/^[0/\-. ]*$/.test(text)) this.#warn('date_ignored', column, text);
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
    const { scanner } = this.#parts;
    const { tally, book } = this.#parts.output;
    const head = this.#heads.same() ?? this.#newEntry(date);
    tally.moved(head.journal, account.kind, account.accountClass, date);
    tally.fileDebitCents += sides.debitCents;
    tally.fileCreditCents += sides.creditCents;
    const amountCents = sides.debitCents - sides.creditCents;
    if (!account.isCustomer) tally.totals.linesOutOfScope += 1;
    const document = scanner.hash(this.#at.pieceref);
    const print = Math.imul(account.hash ^ amountCents, 0x85ebca6b) ^ document;
    book.add({
      lineNumber: scanner.lineNumber,
      kind: account.kind,
      accountClass: account.accountClass,
      amountCents,
      document,
      print: account.isCustomer ? print ^ scanner.hash(this.#at.ecriturelib) : print,
      draft: account.isCustomer ? this.#draft(account, date, sides, head) : null,
      given: null,
    });
  }

  #newEntry(date: CalendarDate): CurrentHead {
    const head = this.#heads.begin(date);
    this.#parts.output.book.begin(head);
    return head;
  }

  #draft(
    account: Account,
    date: CalendarDate,
    sides: { debitCents: Cents; creditCents: Cents },
    head: CurrentHead,
  ): LineDraft {
    const { scanner, currency } = this.#parts;
    const { tally } = this.#parts.output;
    const at = this.#at;
    const letter = scanner.text(at.ecriturelet);
    const partialLetter = letter !== '' && /^99\D?99/.test(scanner.text(at.datelet));
    const draft: LineDraft = {
      lineNumber: scanner.lineNumber,
      customerCode: this.#directory.codeOf(account),
      ledgerAccountCode: account.code,
      ledgerAccountLabel: account.label,
      journalCode: head.journal.head.code,
      journalLabel: head.journal.head.label,
      entryNumber: head.writtenNumber,
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
    const isAnonymous = draft.customerCode === account.code && scanner.isFieldBlank(at.compauxnum);
    tally.kept(draft, { ...sides, isAnonymous }, head.journal);
    return draft;
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
    this.#parts.output.problems.add({ lineNumber, columnName, code, value, severity });
  }

  #columnName(column: FecColumn): string {
    return this.#parts.layout.columnNames[this.#at[column]] ?? column;
  }
}

function unreadable(text: string): string {
  return text.startsWith('=') ? 'formula_cell' : 'date_unreadable';
}
