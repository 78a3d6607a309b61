/**
 * CAMT.053 (statement) and CAMT.054 (notification) of ISO 20022, whatever the version.
 *
 * What a version moved (a party under `Pty`, a status under `Cd`) is looked for in both places, so
 * that the version is never asked. Only booked entries go in. A file that is cut is refused as a
 * whole; CAMT.052, the state of a day not yet closed, is refused too: it comes back as CAMT.053.
 */
import type { BankFormat, BankReading } from '../../../shared/domain/statement/bank-statement.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import { type Result, refused } from '../../../shared/kernel/result.ts';
import type { FileRefused } from '../statement-sink.ts';
import { currencyOf, dayAt, signedAmount } from './camt-amount.ts';
import { movementsOf } from './camt-entry.ts';
import { statedAccount } from './french-account.ts';
import { StatementBook } from './statement-book.ts';
import { elementAt, elementsAt, textAt, type XmlElement } from './xml-element.ts';
import { readXml, XmlDamaged } from './xml-reader.ts';

/** What a statement is called in each message. */
const STATEMENTS: ReadonlyMap<string, BankFormat> = new Map([
  ['BkToCstmrStmt/Stmt', 'camt053'],
  ['BkToCstmrDbtCdtNtfctn/Ntfctn', 'camt054'],
]);

export function readCamt(text: string): Result<BankReading, FileRefused> {
  const reader = new CamtReader();
  try {
    readXml(text, reader);
  } catch (error) {
    if (error instanceof XmlDamaged)
      return refused({ code: error.code, value: String(error.lineNumber) });
    throw error;
  }
  return reader.finish();
}

class CamtReader {
  readonly #book = new StatementBook();
  readonly #path: XmlElement[] = [];
  #format: BankFormat = 'camt053';
  #isIntraday = false;
  /** How deep the open statement lies; 0 outside of one. */
  #statementDepth = 0;

  open(name: string, attributes: string, lineNumber: number): void {
    const element: XmlElement = { name, attributes, lineNumber, children: [], text: '' };
    // Only what a statement holds is kept, and only until it ends.
    if (this.#statementDepth > 0) this.#path.at(-1)?.children.push(element);
    else {
      const format = STATEMENTS.get(`${this.#path.at(-1)?.name}/${name}`);
      if (format !== undefined) {
        this.#format = format;
        this.#statementDepth = this.#path.length + 1;
      }
    }
    this.#path.push(element);
    if (name === 'BkToCstmrAcctRpt') this.#isIntraday = true;
  }

  close(_name: string, text: string): void {
    const depth = this.#path.length;
    const element = this.#path.pop();
    if (element === undefined) return;
    element.text = text;
    if (depth !== this.#statementDepth) return;
    this.#statementDepth = 0;
    this.#statement(element);
  }

  finish(): Result<BankReading, FileRefused> {
    if (this.#isIntraday) return refused({ code: 'bank_intraday', value: '' });
    return this.#book.finish(this.#format);
  }

  #statement(element: XmlElement): void {
    const identity = statedAccount(
      textAt(element, 'Acct/Id/IBAN', 'Acct/Id/Othr/Id', 'Acct/Id/PrtryAcct/Id') ?? '',
    );
    const currency = currencyOfStatement(element);
    const opening = this.#balance(element, currency, ['OPBD', 'PRCD']);
    const closing = this.#balance(element, currency, ['CLBD']);
    const context = { book: this.#book, currency, ownIban: identity.iban };
    this.#book.add({
      identity,
      currency,
      lineNumber: element.lineNumber,
      from: dayAt(element, 'FrToDt/FrDt', 'FrToDt/FrDtTm') ?? opening?.day ?? null,
      to: dayAt(element, 'FrToDt/ToDt', 'FrToDt/ToDtTm') ?? closing?.day ?? null,
      openingCents: opening?.cents ?? null,
      closingCents: closing?.cents ?? null,
      movements: elementsAt(element, ['Ntry']).flatMap((entry) => movementsOf(entry, context)),
    });
  }

  /** The balance of the first of these kinds that stands in the account's currency. */
  #balance(
    statement: XmlElement,
    currency: string,
    kinds: readonly string[],
  ): { readonly cents: Cents; readonly day: CalendarDate | null } | null {
    for (const kind of kinds) {
      for (const balance of elementsAt(statement, ['Bal'])) {
        if (textAt(balance, 'Tp/CdOrPrtry/Cd', 'Tp/Cd') !== kind) continue;
        const stated = currencyOf(elementAt(balance, 'Amt'));
        if (stated !== null && stated !== currency) {
          const value = `${kind} ${stated} / ${currency}`;
          this.#book.warn(balance.lineNumber, 'bank_currency_differs', value);
          continue;
        }
        const cents = signedAmount(balance, this.#book);
        if (cents !== null) return { cents, day: dayAt(balance, 'Dt/Dt', 'Dt/DtTm') };
      }
    }
    return null;
  }
}

/** Stated by the account, else that of its opening balance, else that of its first entry. */
function currencyOfStatement(statement: XmlElement): string {
  const opening = elementsAt(statement, ['Bal']).find((balance) =>
    ['OPBD', 'PRCD', 'CLBD'].includes(textAt(balance, 'Tp/CdOrPrtry/Cd') ?? ''),
  );
  return (
    textAt(statement, 'Acct/Ccy') ??
    currencyOf(elementAt(opening, 'Amt')) ??
    currencyOf(elementAt(statement, 'Ntry/Amt')) ??
    'EUR'
  );
}
