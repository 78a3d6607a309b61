/**
 * MT940, the statement of SWIFT: fields `:20:` … `:62F:`, one message after the other.
 *
 * The envelope ({1:…}, a bank's own first lines, `-}`) and bytes that are no text are left out.
 * Each message is a statement: long ones come in pages, whose intermediate balances (60M, 62M)
 * tie them together. What `:86:` holds has several dialects: see `mt940-details.ts`.
 */
import { rejectCodeIn, saysReturned } from '../../../shared/domain/payment-return/reject-code.ts';
import type { BankMovement, BankReading } from '../../../shared/domain/statement/bank-statement.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import type { FileRefused } from '../statement-sink.ts';
import { joinedText, references, stated } from './bank-text.ts';
import { ibanIn, statedAccount } from './french-account.ts';
import { mt940Details } from './mt940-details.ts';
import { type Mt940Field, mt940Fields } from './mt940-fields.ts';
import { type MovementLine, movementLine, mt940Amount, mt940Date } from './mt940-line.ts';
import { StatementBook } from './statement-book.ts';

interface Balance {
  readonly cents: Cents;
  readonly day: CalendarDate | null;
  readonly currency: string;
}

interface OpenMessage {
  readonly lineNumber: number;
  account: string;
  opening: Balance | null;
  closing: Balance | null;
  readonly movements: BankMovement[];
}

export function readMt940(text: string): Result<BankReading, FileRefused> {
  const reader = new Mt940Reader();
  for (const field of mt940Fields(text)) reader.take(field);
  return reader.finish();
}

class Mt940Reader {
  readonly #book = new StatementBook();
  #message: OpenMessage | null = null;
  #pending: { readonly line: MovementLine; readonly lineNumber: number } | null = null;

  take(field: Mt940Field): void {
    if (field.tag === '20') this.#begin(field);
    const message = this.#message;
    if (message === null) return;
    switch (field.tag) {
      case '25':
      case '25P':
        message.account = field.lines[0] ?? '';
        break;
      case '60F':
      case '60M':
        message.opening = this.#balance(field);
        break;
      case '61':
        this.#settle(null);
        this.#line(field);
        break;
      case '86':
        this.#settle(field);
        break;
      case '62F':
      case '62M':
        this.#settle(null);
        message.closing = this.#balance(field);
        break;
      default:
        break;
    }
  }

  finish(): Result<BankReading, FileRefused> {
    this.#end();
    return this.#book.finish('mt940');
  }

  #begin({ lineNumber }: Mt940Field): void {
    this.#end();
    this.#message = { lineNumber, account: '', opening: null, closing: null, movements: [] };
  }

  #line(field: Mt940Field): void {
    const line = movementLine(field.lines);
    if (line.isDone) this.#pending = { line: line.value, lineNumber: field.lineNumber };
    else this.#book.error(field.lineNumber, line.refusal, field.lines[0] ?? '');
  }

  /** Ends the movement read last, with the text that follows it, if any. */
  #settle(details: Mt940Field | null): void {
    const pending = this.#pending;
    this.#pending = null;
    // The `:86:` of a whole statement says nothing about a movement.
    if (pending === null || this.#message === null) return;
    const written = movementOf(pending.line, pending.lineNumber, details?.lines ?? []);
    this.#message.movements.push(written);
  }

  #balance(field: Mt940Field): Balance | null {
    const parts = /^([CD])(\d{6})([A-Z]{3})([\d.,]+)/.exec((field.lines[0] ?? '').trim());
    const size = parts === null ? null : mt940Amount(parts[4] ?? '');
    if (parts === null || size === null) {
      this.#book.error(field.lineNumber, 'bank_amount_unreadable', field.lines[0] ?? '');
      return null;
    }
    return {
      cents: parts[1] === 'D' && size !== 0 ? -size : size,
      day: mt940Date(parts[2] ?? ''),
      currency: parts[3] ?? '',
    };
  }

  #end(): void {
    this.#settle(null);
    const message = this.#message;
    this.#message = null;
    if (message === null) return;
    const { account, opening, closing, movements, lineNumber } = message;
    if (opening === null && closing === null && movements.length === 0) return;
    if (closing === null) this.#book.warn(lineNumber, 'bank_closing_missing', account);
    const currency = opening?.currency ?? closing?.currency ?? 'EUR';
    const isSame = closing === null || closing.currency === currency;
    if (!isSame) {
      const value = `${closing.currency} / ${currency}`;
      this.#book.warn(lineNumber, 'bank_currency_differs', value);
    }
    this.#book.add({
      identity: statedAccount(account),
      currency,
      lineNumber,
      from: opening?.day ?? null,
      to: closing?.day ?? null,
      openingCents: opening?.cents ?? null,
      closingCents: isSame ? (closing?.cents ?? null) : null,
      movements,
    });
  }
}

function movementOf(
  line: MovementLine,
  lineNumber: number,
  lines: readonly string[],
): BankMovement {
  const details = mt940Details(lines);
  const text = joinedText([details.text, line.extra]);
  const reason = details.rejectCode ?? null;
  const isReturn =
    reason !== null || line.isReversal || line.code.endsWith('RTI') || saysReturned(text);
  return {
    lineNumber,
    bookedOn: line.bookedOn,
    valueOn: line.valueOn,
    amountCents: line.amountCents,
    code: line.code,
    text,
    counterpartyName: stated(details.name),
    counterpartyIban: details.iban ?? ibanIn(line.extra),
    endToEndId: stated(details.endToEndId),
    references: references([line.reference, ...details.references]),
    bankReference: stated(line.bankReference),
    isReturn,
    rejectCode: reason ?? (isReturn ? rejectCodeIn(`RETURN ${text}`) : null),
  };
}
