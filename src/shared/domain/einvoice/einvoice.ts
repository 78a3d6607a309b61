/**
 * What an electronic invoice states (EN 16931), whatever its syntax and its container.
 *
 * Amounts are as written: a credit note states positive ones, and only `ledgerAmountOf` gives it
 * the sign that the ledger gives it. Comments name the terms of the norm (BT-1, BG-16 …), by which
 * packages and platforms speak of the same fields.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { PaymentMethod } from '../receivable/payment-method.ts';
import type { DocumentKind, DocumentVariant } from './document-type.ts';

/** `minimum` and `basic_wl` say nothing of lines, and `minimum` nothing of due dates. */
export type EinvoiceProfile =
  | 'minimum'
  | 'basic_wl'
  | 'basic'
  | 'en16931'
  | 'extended'
  | 'xrechnung'
  | 'other';

export interface EinvoiceParty {
  /** BT-27, BT-44: the registered name. */
  readonly name: string;
  /** BT-28, BT-45: the name it trades under, where it has another. */
  readonly tradingName: string | null;
  /** From the legal registration (BT-30, BT-47), else the SIRET, else the French VAT number. */
  readonly siren: string | null;
  readonly siret: string | null;
  /** BT-31, BT-48, without spaces. */
  readonly vatNumber: string | null;
}

/** Document totals (BG-22). */
export interface EinvoiceTotals {
  /** BT-109; null where the file leaves it out. */
  readonly exclVatCents: Cents | null;
  /** BT-110, in the currency of the invoice; null where the file leaves it out. */
  readonly vatCents: Cents | null;
  /** BT-112. */
  readonly inclVatCents: Cents;
  /** BT-113: deposits and other payments already made; nought where the file is silent. */
  readonly prepaidCents: Cents;
  /** BT-114: the rounding of what is to be paid; nought where the file is silent. */
  readonly roundingCents: Cents;
  /** BT-115. */
  readonly duePayableCents: Cents;
}

/** One due date; the amount is null where it is the whole, or where the file does not split it. */
export interface EinvoiceInstalment {
  readonly dueDate: CalendarDate;
  readonly amountCents: Cents | null;
}

/** How the seller wants to be paid (BG-16). */
export interface EinvoicePaymentMeans {
  /** BT-81, UNTDID 4461: `30`, `58`, `59` … */
  readonly typeCode: string;
  /** Null where the code means none of ours. */
  readonly method: PaymentMethod | null;
  /** BT-84, without spaces; null for an account that is no IBAN. */
  readonly iban: string | null;
  /** BT-86. */
  readonly bic: string | null;
}

/** The three mentions that French law wants on an invoice, by the subject of their note (BT-21). */
export interface EinvoiceMentions {
  /** PMD: late-payment penalties. */
  readonly penalties: string | null;
  /** PMT: the fixed recovery fee. */
  readonly recoveryFee: string | null;
  /** AAB: discount for early payment, or that there is none. */
  readonly earlyPayment: string | null;
}

export interface PrecedingInvoice {
  readonly number: string;
  readonly issueDate: CalendarDate | null;
}

export interface Einvoice {
  readonly syntax: 'cii' | 'ubl';
  readonly profile: EinvoiceProfile;
  /** BT-1. */
  readonly number: string;
  /** BT-3, UNTDID 1001: `380`, `381` … */
  readonly typeCode: string;
  readonly kind: DocumentKind;
  readonly variant: DocumentVariant;
  /** BT-2. */
  readonly issueDate: CalendarDate;
  /** The day the whole is due (BT-9); null where the file is silent or states several days. */
  readonly dueDate: CalendarDate | null;
  /** Every due date stated, in order; one for most invoices, none in the profile MINIMUM. */
  readonly instalments: readonly EinvoiceInstalment[];
  /** BT-5. */
  readonly currency: string;
  readonly seller: EinvoiceParty;
  readonly buyer: EinvoiceParty;
  /** BG-10: who is paid in place of the seller (a factor, mostly). */
  readonly payee: EinvoiceParty | null;
  readonly totals: EinvoiceTotals;
  /** BT-20, as worded. */
  readonly paymentTerms: string | null;
  readonly paymentMeans: readonly EinvoicePaymentMeans[];
  /** BT-83: what the payer is asked to quote. */
  readonly paymentReference: string | null;
  /** BT-89: the mandate of a direct debit. */
  readonly mandateReference: string | null;
  /** BT-10: what the buyer asked for, the service code of a public body among others. */
  readonly buyerReference: string | null;
  /** BT-13. */
  readonly orderNumber: string | null;
  /** BT-12. */
  readonly contractNumber: string | null;
  /** BT-25: the invoice that a credit note or a corrected invoice comes after. */
  readonly precedingInvoices: readonly PrecedingInvoice[];
  readonly mentions: EinvoiceMentions;
}

/**
 * What the document adds to the customer's account: positive when owed.
 *
 * A credit note takes away whatever the sign its package writes, because both are met: the norm's
 * positive total, and a negative one that says « avoir » twice.
 */
export function ledgerAmountOf(invoice: Pick<Einvoice, 'kind' | 'totals'>): Cents {
  return signed(invoice.kind, invoice.totals.inclVatCents);
}

/** What is left to pay once the deposits are taken off, signed as `ledgerAmountOf`. */
export function ledgerDueOf(invoice: Pick<Einvoice, 'kind' | 'totals'>): Cents {
  return signed(invoice.kind, invoice.totals.duePayableCents);
}

function signed(kind: DocumentKind, amount: Cents): Cents {
  if (kind === 'invoice' || amount === 0) return amount;
  return -Math.abs(amount);
}
