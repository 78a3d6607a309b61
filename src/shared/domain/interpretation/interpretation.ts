/**
 * What the stated lines of one customer mean: items, payments with their nature, allocations.
 *
 * The shape of the answer of `interpret` (see `interpret.ts`), as the ledger's derived tables hold
 * it. Everything here can be thrown away and computed again from the facts.
 *
 * Signs. An item is positive when the customer owes it and negative for a credit note. A payment
 * is positive when money came in and negative when it went back (refund, rejected payment). An
 * allocation carries the sign of what it reduces, so that for both
 *
 *     what remains as of D = amount − Σ allocations effective on or before D
 *
 * and the balance of the customer is Σ remaining items − Σ remaining payments, which equals the
 * sum of the stated lines dated on or before D, to the cent.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { AccountRole } from '../statement/account-role.ts';
import type { LedgerLine, StatedItem, StatedRow } from '../statement/statement.ts';
import type { DueBasis, PaymentTerms } from '../terms/payment-terms.ts';

/** A stated line with the import it comes from; later imports have greater ids. */
export type FactLine = LedgerLine & { readonly importId: number };
export type FactItem = StatedItem & { readonly importId: number };
export type FactRow = StatedRow & { readonly importId: number };

/** An import that is still live, and what it covers for this customer. */
export interface LiveImport {
  readonly importId: number;
  readonly meaning: 'period' | 'open_items' | 'rows';
  /** Day the file speaks of: end of the period, or day of the list. */
  readonly statedOnDate: CalendarDate;
  readonly coversFromDate: CalendarDate | null;
  readonly coversToDate: CalendarDate | null;
}

/** A rule given by a person: lines that look so settle with this nature. */
export interface NatureRule {
  /** As made by `naturePatternOf`: journal, counterpart, sign. */
  readonly pattern: string;
  readonly nature: SettlementNature;
}

/**
 * What a person said a movement of the bank pays for this customer; the bank's returns too, with
 * an amount below zero. Where the accounting holds the same payment the two are one.
 */
export interface ConfirmedReceipt {
  readonly movementId: number;
  readonly importId: number;
  readonly lineNumber: number;
  readonly bookedOn: CalendarDate;
  /** The customer's share of the movement; negative for a payment that came back. */
  readonly amountCents: Cents;
  readonly currency: string;
  readonly label: string;
  readonly reference: string;
  /** By item key, with the sign of the item; their sum never exceeds the amount. */
  readonly allocations: readonly { readonly itemKey: string; readonly amountCents: Cents }[];
}

/** Everything needed to interpret one customer. */
export interface CustomerFacts {
  /** Only those of `imports` matter; superseded ones may be present and are ignored. */
  readonly lines: readonly FactLine[];
  readonly items: readonly FactItem[];
  readonly rows: readonly FactRow[];
  readonly imports: readonly LiveImport[];
  readonly roles: ReadonlyMap<string, AccountRole>;
  readonly natureRules: readonly NatureRule[];
  readonly terms: { readonly terms: PaymentTerms; readonly isConfirmed: boolean };
  /** Due dates that electronic invoices state, by item key: over what the ledger says. */
  readonly invoiceDueDates: ReadonlyMap<string, CalendarDate>;
  /** Due dates typed by a person, by item key: over everything. */
  readonly dueDateOverrides: ReadonlyMap<string, CalendarDate>;
  /** Absent where no movement of the bank was confirmed for the customer. */
  readonly receipts?: readonly ConfirmedReceipt[];
}

export type ItemKind = 'invoice' | 'credit_note' | 'opening' | 'fee' | 'other';

/** How an amount left the customer's account. Only `bank` and `cash` are money received. */
export const SETTLEMENT_NATURES = [
  'bank',
  'cash',
  'bill',
  'factor',
  'credit_note',
  'set_off',
  'doubtful',
  'loss',
  'other_entry',
  'opening',
  'left',
  'unknown',
] as const;
export type SettlementNature = (typeof SETTLEMENT_NATURES)[number];

export interface InterpretedItem {
  /** Stable within the customer: document number, rank and side, or made of the line itself. */
  readonly key: string;
  readonly kind: ItemKind;
  readonly role: AccountRole;
  readonly documentNumber: string;
  readonly documentDate: CalendarDate;
  /** Day of the entry: the item counts in the balance from here. The document may be older. */
  readonly bookedDate: CalendarDate;
  /** Null for an opening without an invoice: it has no age. */
  readonly dueDate: CalendarDate | null;
  readonly dueBasis: DueBasis;
  /** Negative for a credit note. */
  readonly amountCents: Cents;
  readonly currency: string;
  readonly label: string;
  readonly importId: number;
  readonly lineNumber: number;
  /** A cancelled document and the one that cancels it (extourne) point to each other by key. */
  readonly reversedByKey: string | null;
  /** For a credit note: the document it names, where its label or lettering says so. */
  readonly namesDocumentNumber: string | null;
}

export interface InterpretedPayment {
  readonly kind: 'receipt' | 'refund' | 'reject' | 'deposit' | 'entry';
  readonly nature: SettlementNature;
  readonly role: AccountRole;
  readonly receivedDate: CalendarDate;
  /** Negative for a refund or a reject. */
  readonly amountCents: Cents;
  readonly currency: string;
  readonly reference: string;
  readonly label: string;
  readonly importId: number;
  readonly lineNumber: number;
  /** The movement of the bank that it is; `isOnly` while the accounting does not hold it. */
  readonly bank?: { readonly movementId: number; readonly isOnly: boolean };
}

/**
 * `lettered` by the accountant · `virtual` proposed here, shown « réglée (non lettrée) » ·
 * `stated` told by a table · `confirmed` by a person · `reversal` of a rejected payment (takes an
 * earlier allocation back) · `left` absent from a later list of open items, cause to be confirmed.
 */
export type AllocationBasis = 'lettered' | 'virtual' | 'stated' | 'confirmed' | 'reversal' | 'left';

/**
 * One reduction. With an item and a payment it reduces both. An invoice against a credit note is
 * two rows, each with one item and no payment; a receipt against its refund likewise with payments.
 */
export interface InterpretedAllocation {
  /** Index in `items`, or null. */
  readonly item: number | null;
  /** Index in `payments`, or null. */
  readonly payment: number | null;
  readonly amountCents: Cents;
  /** The later of the two lines' days. */
  readonly effectiveDate: CalendarDate;
  readonly basis: AllocationBasis;
  /** How it settled the item: the payment's nature, `credit_note`, `set_off` … */
  readonly nature: SettlementNature;
}

/** A pattern of credits whose nature the lines do not tell: asked once. */
export interface NatureQuestion {
  readonly pattern: string;
  readonly count: number;
  readonly amountCents: Cents;
  readonly exampleLabel: string;
}

export interface Interpretation {
  readonly items: readonly InterpretedItem[];
  readonly payments: readonly InterpretedPayment[];
  readonly allocations: readonly InterpretedAllocation[];
  readonly questions: readonly NatureQuestion[];
}
