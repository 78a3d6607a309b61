/**
 * One line of what is not at zero on a customer's account, as the ledger gives it: flat, so that a
 * hundred thousand of them cross into the rules in milliseconds.
 *
 * Signs are those of the customer account: positive is owed by the customer, negative is ours to
 * give back or to net (credit note, receipt not allocated, deposit). The sum of `outstandingCents`
 * over a customer is the balance of his account, to the cent, and so is the sum over a portfolio.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { ItemKind } from '../interpretation/interpretation.ts';
import type { ItemStateKind } from '../item-state/item-state-kind.ts';
import type { AccountRole } from '../statement/account-role.ts';
import type { DueBasis } from '../terms/payment-terms.ts';

/**
 * What the line is. `payment` is money not wholly allocated (a debit is a refund that nothing
 * explains), `deposit` is money tied to an order: it nets nothing unless a person says so.
 */
export type OpenItemKind = ItemKind | 'payment' | 'deposit';

export interface OpenItem {
  /** Null for money not allocated. */
  readonly receivableId: number | null;
  /** Null for an invoice, a credit note, an opening or a fee. */
  readonly paymentId: number | null;
  readonly customerId: number;
  readonly kind: OpenItemKind;
  readonly role: AccountRole;
  /** Document number; for money, its reference. */
  readonly documentNumber: string;
  /** Date of the document; for money, the day it was received. */
  readonly documentDate: CalendarDate;
  /** Null for an opening without an invoice, and for money. */
  readonly dueDate: CalendarDate | null;
  readonly dueBasis: DueBasis;
  /** What the document amounts to, signed. */
  readonly amountCents: Cents;
  /** What is left of it as of the day of the reading, signed; never zero. */
  readonly outstandingCents: Cents;
  /** ISO 4217. */
  readonly currency: string;
  /** For a credit note: the document it names, which it nets first, due or not (R4). */
  readonly namesDocumentNumber: string | null;
  /** Part of what has gone is only a proposal of ours, which the accountant has not lettered. */
  readonly isVirtual: boolean;
  /** What a person said of it, `role` and `dueDate` following; absent when nobody did. */
  readonly state?: ItemStateKind;
}
