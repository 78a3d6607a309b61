/**
 * What a file stated, line by line, before any interpretation.
 *
 * Readers (`main/intake`) make these records, the ledger keeps them as they were under their
 * import, and `domain/interpretation` reads them. Nothing here is a conclusion: whether a credit
 * is a receipt, a credit note or a set-off is decided later, and can be decided again.
 *
 * A file has one of five meanings:
 *  - `period`      it restates a period for the accounts it covers (FEC, other full journals);
 *  - `open_items`  it lists what is open on a day, within a declared scope (échéancier);
 *  - `rows`        it adds rows (invoices, receipts, customers, contacts);
 *  - `bank`, `einvoice`  statements of a bank, electronic invoices.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';

export type StatementMeaning = 'period' | 'open_items' | 'rows' | 'bank' | 'einvoice';

/**
 * What stands on the other side of an entry, read from the accounts of its other lines.
 * `sales` 70x, or 44571 without bank · `bank` 512, 514, 515, 517, 52, 53 cash apart · `bill` 413,
 * 5113/5114 · `factor` 467, 5115 · `supplier` 40x · `customer` another 411 · `doubtful` 416 ·
 * `loss` 654, 658, 714, 756/758/768 gains included · `opening` only balance-sheet lines of an
 * opening journal ·
 * `other` one known class that is none of these · `mixed` several of these kinds in one entry ·
 * `none` nothing else in the entry.
 */
export const COUNTERPARTS = [
  'sales',
  'bank',
  'cash',
  'bill',
  'factor',
  'supplier',
  'customer',
  'doubtful',
  'loss',
  'opening',
  'other',
  'mixed',
  'none',
] as const;
export type Counterpart = (typeof COUNTERPARTS)[number];

/** One line of a customer account, as the accounting package wrote it. */
export interface LedgerLine {
  /** Line of the file, 1 for the header; unique in the import. */
  readonly lineNumber: number;
  /** Code of the customer: auxiliary account, or the account itself where each customer has one. */
  readonly customerCode: string;
  /** CompteNum, as written: `411000`, `41810000`. */
  readonly ledgerAccountCode: string;
  readonly ledgerAccountLabel: string;
  readonly journalCode: string;
  readonly journalLabel: string;
  readonly entryNumber: string;
  readonly lineDate: CalendarDate;
  /** PieceRef: an invoice number, a journal and month, a dummy or empty. */
  readonly documentNumber: string;
  readonly documentDate: CalendarDate | null;
  readonly label: string;
  /** Debit minus credit: positive is owed by the customer. */
  readonly amountCents: Cents;
  /** ISO 4217; amounts of the FEC are in the currency of the books. */
  readonly currency: string;
  /**
   * EcritureLet; null when the line is not lettered. A lower-case letter is a partial one (Sage).
   */
  readonly letter: string | null;
  readonly letteredOnDate: CalendarDate | null;
  readonly counterpart: Counterpart;
  /** Journal of openings (à nouveaux), by its code or label, or by the entry's own shape. */
  readonly isOpening: boolean;
  /** A true due date of the file (Dolibarr's DateLimitReglmt); never a payment date. */
  readonly statedDueDate: CalendarDate | null;
  /** DateRglt where it stands, ModeRglt where it stands. */
  readonly paymentMethod: string | null;
}

/** One open item of a list of what is open on a day. */
export interface StatedItem {
  readonly lineNumber: number;
  readonly customerCode: string;
  readonly documentNumber: string;
  /** 1 for the first instalment of a document, then 2, 3 … in order of due date. */
  readonly rank: number;
  readonly documentDate: CalendarDate | null;
  readonly dueDate: CalendarDate | null;
  /** What the document amounts to; equals `openCents` where the file says nothing else. */
  readonly amountCents: Cents;
  /** What is still open; negative for a credit. */
  readonly openCents: Cents;
  readonly currency: string;
  readonly label: string;
  readonly kind: 'invoice' | 'credit_note' | 'payment';
}

/** A row that adds: an invoice or a receipt told by a table (not by a ledger). */
export interface StatedRow {
  readonly lineNumber: number;
  readonly customerCode: string;
  readonly kind: 'invoice' | 'credit_note' | 'payment';
  readonly documentNumber: string;
  readonly documentDate: CalendarDate;
  readonly dueDate: CalendarDate | null;
  /** Positive for an invoice, negative for a credit note, positive for a payment received. */
  readonly amountCents: Cents;
  /** For a payment: the number of the document it pays, where the file says it. */
  readonly settlesDocumentNumber: string | null;
  readonly currency: string;
  readonly label: string;
}

/** What a file says of a customer; null where it says nothing. */
export interface StatedCustomer {
  readonly customerCode: string;
  readonly name: string | null;
  readonly siren: string | null;
  readonly email: string | null;
  readonly phone: string | null;
  readonly addressLines: readonly string[];
  readonly postalCode: string | null;
  readonly city: string | null;
  readonly countryCode: string | null;
  /** Terms as the file words them; read by `domain/terms`. */
  readonly terms: string | null;
  readonly paymentMethod: string | null;
  readonly repCode: string | null;
  readonly agencyCode: string | null;
  readonly sector: string | null;
  readonly profile: string | null;
  readonly creditLimitCents: Cents | null;
}

/** A contact stated by a file. */
export interface StatedContact {
  readonly lineNumber: number;
  readonly customerCode: string;
  readonly name: string;
  readonly role: string | null;
  readonly email: string | null;
  readonly phone: string | null;
}

/**
 * Something wrong in a file, told by line. `code` is a key of `docs/ERRORS.md` and of the sentence
 * shown; `value` is the offending text, cut to 200 characters.
 *  - `error`    the line does not go in;
 *  - `warning`  the line goes in, and something about it is to be looked at.
 */
export interface FileProblem {
  readonly lineNumber: number;
  readonly columnName: string | null;
  readonly code: string;
  readonly value: string;
  readonly severity: 'error' | 'warning';
}

/** Totals of the customer lines of a file, for the control against the ledger. */
export interface StatementTotals {
  readonly linesRead: number;
  readonly linesKept: number;
  readonly linesRejected: number;
  /** Lines that are not of customer accounts, and so were passed over. */
  readonly linesOutOfScope: number;
  readonly debitCents: Cents;
  readonly creditCents: Cents;
}
