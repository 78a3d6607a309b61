/**
 * CFONB 120, the statement of French banks: records of 120 signs, one after the other.
 *
 *     01 opening balance · 04 movement · 05 detail of the movement before it · 07 closing balance
 *
 * Banks end records by nothing, by a line end, or fill them with blanks up to 134 signs; a record
 * may stop after its amount. The account number alone ties a record to its statement: the bank,
 * the branch and the operation of a detail often differ from those of its movement.
 */
import { rejectCodeIn, saysReturned } from '../../../shared/domain/payment-return/reject-code.ts';
import type { BankMovement, BankReading } from '../../../shared/domain/statement/bank-statement.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { FileRefused } from '../statement-sink.ts';
import { oneLine, stated } from './bank-text.ts';
import { CfonbDetails } from './cfonb-details.ts';
import { cfonbAmount, cfonbDate } from './cfonb-fields.ts';
import { type CfonbRecord, cfonbRecords } from './cfonb-records.ts';
import { frenchAccount } from './french-account.ts';
import { StatementBook } from './statement-book.ts';

/** Unpaid cheques, debits, bills and cards; rejected transfers; SEPA rejects received and sent. */
const RETURN_CODES = new Set(['03', '10', '12', '26', '27', '33', '38', '98', 'B3', 'B4', 'C3']);

interface OpenMovement {
  readonly head: Omit<BankMovement, 'text'>;
  readonly label: string;
  readonly details: CfonbDetails;
}

interface OpenStatement {
  readonly record: CfonbRecord;
  readonly from: CalendarDate | null;
  readonly openingCents: Cents | null;
  readonly movements: OpenMovement[];
}

export function readCfonb120(text: string): Result<BankReading, FileRefused> {
  const reader = new CfonbReader();
  for (const record of cfonbRecords(text)) reader.take(record);
  return reader.finish();
}

class CfonbReader {
  readonly #book = new StatementBook();
  #open: OpenStatement | null = null;
  #last: OpenMovement | null = null;

  take(record: CfonbRecord): void {
    switch (record.at(1, 2)) {
      case '01':
        this.#begin(record);
        break;
      case '04':
        this.#move(record);
        break;
      case '05':
        this.#detail(record);
        break;
      case '07':
        this.#end(record);
        break;
      default:
        this.#book.warn(record.lineNumber, 'bank_record_unknown', record.at(1, 40));
    }
  }

  finish(): Result<BankReading, FileRefused> {
    this.#close(null, null);
    return this.#book.finish('cfonb120');
  }

  #begin(record: CfonbRecord): void {
    this.#close(null, null);
    this.#open = {
      record,
      from: cfonbDate(record.at(35, 40)),
      openingCents: this.#amountOf(record),
      movements: [],
    };
  }

  #move(record: CfonbRecord): void {
    const open = this.#statementOf(record);
    this.#last = null;
    const bookedOn = cfonbDate(record.at(35, 40)) ?? cfonbDate(record.at(43, 48));
    if (bookedOn === null) {
      const value = oneLine(record.at(35, 48));
      this.#book.error(record.lineNumber, 'bank_date_unreadable', value);
      return;
    }
    const amountCents = this.#amountOf(record);
    if (amountCents === null) {
      // An amount that is there and unreadable is told already.
      if (record.at(91, 104).trim() === '')
        this.#book.error(record.lineNumber, 'bank_amount_unreadable', '');
      return;
    }
    this.#last = movementOf(record, bookedOn, amountCents);
    open.movements.push(this.#last);
  }

  #detail(record: CfonbRecord): void {
    if (this.#last === null) {
      this.#book.warn(record.lineNumber, 'bank_detail_orphan', oneLine(record.at(46, 118)));
      return;
    }
    this.#last.details.add(record.at(46, 48), record.at(49, 118));
  }

  #end(record: CfonbRecord): void {
    this.#statementOf(record);
    this.#close(record, this.#amountOf(record));
  }

  /** The open statement of the record's account; another one is opened where there is none. */
  #statementOf(record: CfonbRecord): OpenStatement {
    const open = this.#open;
    if (open !== null && open.record.at(22, 32) === record.at(22, 32)) return open;
    this.#close(null, null);
    this.#book.warn(record.lineNumber, 'bank_opening_missing', record.at(22, 32).trim());
    const begun: OpenStatement = { record, from: null, openingCents: null, movements: [] };
    this.#open = begun;
    return begun;
  }

  #close(end: CfonbRecord | null, closingCents: Cents | null): void {
    const open = this.#open;
    this.#open = null;
    this.#last = null;
    if (open === null) return;
    const { record, from, openingCents, movements } = open;
    const number = record.at(22, 32).trim();
    if (end === null) this.#book.warn(record.lineNumber, 'bank_closing_missing', number);
    this.#book.add({
      identity: frenchAccount({
        bank: record.at(3, 7).trim(),
        branch: record.at(12, 16).trim(),
        number,
      }),
      currency: stated(record.at(17, 19)) ?? 'EUR',
      lineNumber: (end ?? record).lineNumber,
      from,
      to: end === null ? null : cfonbDate(end.at(35, 40)),
      openingCents,
      closingCents,
      movements: movements.map(written),
    });
  }

  /** Null for a blank amount, and for one that does not read: that one is told. */
  #amountOf(record: CfonbRecord): Cents | null {
    const amount = cfonbAmount(record.at(91, 104), record.at(20, 20));
    if (amount.isDone) return amount.value;
    this.#book.error(record.lineNumber, amount.refusal, record.at(91, 104).trim());
    return null;
  }
}

function movementOf(record: CfonbRecord, bookedOn: CalendarDate, amountCents: Cents): OpenMovement {
  const code = record.at(33, 34).trim();
  return {
    label: record.at(49, 79),
    details: new CfonbDetails(record.at(105, 120)),
    head: {
      lineNumber: record.lineNumber,
      bookedOn,
      valueOn: cfonbDate(record.at(43, 48)),
      amountCents,
      code,
      counterpartyName: null,
      counterpartyIban: null,
      endToEndId: null,
      references: [],
      bankReference: stated(record.at(82, 88)),
      isReturn: RETURN_CODES.has(code),
      rejectCode: stated(record.at(41, 42)),
    },
  };
}

function written({ head, label, details }: OpenMovement): BankMovement {
  const text = details.text(label);
  const isReturn = head.isReturn || saysReturned(label);
  return {
    ...head,
    text,
    ...details.party(head.amountCents > 0 && !isReturn),
    endToEndId: details.endToEndId(),
    references: details.references(),
    isReturn,
    // A reason in the words of the bank is a SEPA code; columns 41–42 hold a national one.
    rejectCode: isReturn ? (rejectCodeIn(`REJET ${text}`) ?? head.rejectCode) : null,
  };
}
