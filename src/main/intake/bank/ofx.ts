/**
 * OFX, what banks offer to programs of personal accounts: SGML (version 1) or XML (version 2).
 *
 * SGML closes no value, XML closes all, and some banks mix both on one line; so only the groups
 * that matter are followed, and a value ends where the next tag begins. There is no opening
 * balance. LEDGERBAL is that of the day of the export: it closes the statement only where that day
 * is the last one of the list, or where there is no list.
 */
import { rejectCodeIn, saysReturned } from '../../../shared/domain/payment-return/reject-code.ts';
import type {
  BankAccountIdentity,
  BankMovement,
  BankReading,
} from '../../../shared/domain/statement/bank-statement.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { readAmount } from '../amount-text.ts';
import { isPlausible, parseDateText } from '../date-text.ts';
import type { FileRefused } from '../statement-sink.ts';
import { joinedText, references, stated } from './bank-text.ts';
import { frenchAccount, ibanIn } from './french-account.ts';
import { ofxTags } from './ofx-tags.ts';
import { StatementBook } from './statement-book.ts';

const STATEMENTS = new Set(['STMTRS', 'CCSTMTRS']);
const GROUPS = new Set([
  ...STATEMENTS,
  'STMTTRN',
  'LEDGERBAL',
  'AVAILBAL',
  'BANKACCTFROM',
  'CCACCTFROM',
  'BANKTRANLIST',
  'BANKACCTTO',
  'CCACCTTO',
  'PAYEE',
  'CURRENCY',
  'ORIGCURRENCY',
]);

/** The values of one group, by name. */
interface Group {
  readonly name: string;
  readonly lineNumber: number;
  readonly values: Map<string, string>;
}

export function readOfx(text: string): Result<BankReading, FileRefused> {
  const reader = new OfxReader();
  for (const tag of ofxTags(text)) {
    if (tag.isEnd) reader.close(tag.name);
    else reader.open(tag.name, tag.text, tag.lineNumber);
  }
  return reader.finish();
}

class OfxReader {
  readonly #book = new StatementBook();
  readonly #path: Group[] = [];
  #movements: BankMovement[] = [];
  /** Groups of the open statement that stand once. */
  #parts = new Map<string, Group>();

  open(name: string, text: string, lineNumber: number): void {
    if (GROUPS.has(name)) {
      // A file cut and pasted may lack the end of a movement: the next one ends it.
      if (name === 'STMTTRN' || STATEMENTS.has(name)) this.close(name);
      this.#path.push({ name, lineNumber, values: new Map() });
      return;
    }
    const values = this.#path.at(-1)?.values;
    if (values !== undefined && text !== '' && !values.has(name)) values.set(name, text);
  }

  close(name: string): void {
    if (!this.#path.some((group) => group.name === name)) return;
    for (let group = this.#path.pop(); group !== undefined; group = this.#path.pop()) {
      this.#end(group);
      if (group.name === name) return;
    }
  }

  finish(): Result<BankReading, FileRefused> {
    const outermost = this.#path[0];
    if (outermost !== undefined) {
      this.#book.error(outermost.lineNumber, 'bank_file_cut', '');
      this.close(outermost.name);
    }
    return this.#book.finish('ofx');
  }

  #end(group: Group): void {
    if (group.name === 'STMTTRN') {
      const movement = movementOf(group, this.#parts, this.#book);
      if (movement !== null) this.#movements.push(movement);
      for (const part of ['PAYEE', 'BANKACCTTO', 'CCACCTTO']) this.#parts.delete(part);
      return;
    }
    if (STATEMENTS.has(group.name)) {
      this.#statement(group);
      this.#movements = [];
      this.#parts = new Map();
      return;
    }
    this.#parts.set(group.name, group);
  }

  #statement(group: Group): void {
    const list = this.#parts.get('BANKTRANLIST')?.values;
    const from = dateOf(list?.get('DTSTART'));
    const to = dateOf(list?.get('DTEND'));
    const balance = this.#ledgerBalance();
    const lastDay = this.#movements.reduce<CalendarDate | null>(
      (last, { bookedOn }) => (last === null || bookedOn > last ? bookedOn : last),
      to,
    );
    const closes = balance !== null && (lastDay === null || balance.day === lastDay);
    this.#book.add({
      identity: identityOf(this.#parts.get('BANKACCTFROM') ?? this.#parts.get('CCACCTFROM')),
      currency: group.values.get('CURDEF') ?? 'EUR',
      lineNumber: group.lineNumber,
      from,
      to: to ?? balance?.day ?? null,
      openingCents: null,
      closingCents: closes ? balance.cents : null,
      movements: this.#movements,
    });
  }

  #ledgerBalance(): { readonly cents: Cents; readonly day: CalendarDate | null } | null {
    const group = this.#parts.get('LEDGERBAL');
    const text = group?.values.get('BALAMT');
    if (group === undefined || text === undefined) return null;
    const cents = amountOf(text, group.lineNumber, this.#book);
    return cents === null ? null : { cents, day: dateOf(group.values.get('DTASOF')) };
  }
}

function movementOf(
  { values, lineNumber }: Group,
  parts: ReadonlyMap<string, Group>,
  book: StatementBook,
): BankMovement | null {
  const bookedOn = dateOf(values.get('DTPOSTED'));
  if (bookedOn === null) {
    book.error(lineNumber, 'bank_date_unreadable', values.get('DTPOSTED') ?? '');
    return null;
  }
  const amountCents = amountOf(values.get('TRNAMT') ?? '', lineNumber, book);
  if (amountCents === null) return null;
  const name = values.get('NAME') ?? parts.get('PAYEE')?.values.get('NAME') ?? null;
  const text = joinedText([name, values.get('MEMO') ?? null]);
  const isReturn = saysReturned(text);
  return {
    lineNumber,
    bookedOn,
    valueOn: dateOf(values.get('DTAVAIL')),
    amountCents,
    code: values.get('TRNTYPE') ?? '',
    text,
    counterpartyName: stated(parts.get('PAYEE')?.values.get('NAME')),
    counterpartyIban: ibanIn(parts.get('BANKACCTTO')?.values.get('ACCTID') ?? ''),
    endToEndId: null,
    references: references([values.get('CHECKNUM'), values.get('REFNUM')]),
    bankReference: stated(values.get('FITID')),
    isReturn,
    rejectCode: isReturn ? rejectCodeIn(text) : null,
  };
}

/** A comma or a point before the decimals; `1,250` may be both, and is refused. */
function amountOf(text: string, lineNumber: number, book: StatementBook): Cents | null {
  const read = text === '' || /^\D?\d+,\d{3}$/.test(text) ? null : readAmount(text);
  if (read === null || !read.isDone) {
    const isLarge = read?.isDone === false && read.refusal === 'amount_too_large';
    book.error(lineNumber, isLarge ? 'amount_too_large' : 'bank_amount_unreadable', text);
    return null;
  }
  if (read.value.isRounded) book.warn(lineNumber, 'amount_rounded', text);
  return read.value.cents;
}

/** `20160509`, and whatever hour or zone follows: the day is that of the bank. */
function dateOf(text: string | undefined): CalendarDate | null {
  const digits = /^\d{8}/.exec(text ?? '')?.[0];
  const date = digits === undefined ? null : parseDateText(digits);
  return date !== null && isPlausible(date) ? date : null;
}

function identityOf(group: Group | undefined): BankAccountIdentity {
  const value = (name: string) => (group?.values.get(name) ?? '').trim();
  const number = value('ACCTID');
  const iban = ibanIn(number);
  if (iban !== null) return { iban, stated: number };
  return frenchAccount({ bank: value('BANKID'), branch: value('BRANCHID'), number });
}
