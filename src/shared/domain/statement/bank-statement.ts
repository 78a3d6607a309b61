/**
 * What a statement of a bank stated, whatever its format, before any of it is matched.
 *
 * Amounts carry the sign of the account: a credit is positive. What a file does not tell is null,
 * never guessed: OFX has no opening balance, a notification (CAMT.054) has no balance at all.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { FileProblem } from './statement.ts';

export type BankFormat = 'cfonb120' | 'camt053' | 'camt054' | 'ofx' | 'mt940';

/** How the file names the account. */
export interface BankAccountIdentity {
  /** Without spaces; computed from the RIB of a French account; null where neither is there. */
  readonly iban: string | null;
  /** As stated: an IBAN, the 23 signs of a RIB, a number abroad; empty where the file says none. */
  readonly stated: string;
}

export interface BankMovement {
  /** Line of the file where it begins. */
  readonly lineNumber: number;
  readonly bookedOn: CalendarDate;
  readonly valueOn: CalendarDate | null;
  /** Positive for money received. */
  readonly amountCents: Cents;
  /** What the bank calls the operation: `B3`, `PMNT-RCDT-ESCT`, `CREDIT`, `NTRF`. */
  readonly code: string;
  /** Everything written for the reader, on one line. */
  readonly text: string;
  /** The other party: who paid, or who was paid. */
  readonly counterpartyName: string | null;
  readonly counterpartyIban: string | null;
  readonly endToEndId: string | null;
  /** Structured references: creditor reference, document numbers, mandate, order. */
  readonly references: readonly string[];
  /** What the bank calls this very movement; the same in every export of it. */
  readonly bankReference: string | null;
  /** The bank says that a payment came back: unpaid cheque, rejected debit, returned transfer. */
  readonly isReturn: boolean;
  /** Why it came back (`AM04`), where the bank says. */
  readonly rejectCode: string | null;
}

export interface BankStatement {
  /** Day of the opening balance, or of the first movement; null where the file tells no day. */
  readonly from: CalendarDate | null;
  readonly to: CalendarDate | null;
  readonly openingCents: Cents | null;
  readonly closingCents: Cents | null;
  readonly movements: readonly BankMovement[];
}

export interface BankAccountStatements {
  readonly identity: BankAccountIdentity;
  /** ISO 4217. */
  readonly currency: string;
  /** In the order of the file. */
  readonly statements: readonly BankStatement[];
}

export interface BankReading {
  readonly format: BankFormat;
  readonly accounts: readonly BankAccountStatements[];
  readonly problems: readonly FileProblem[];
}
