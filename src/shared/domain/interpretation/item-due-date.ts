/**
 * When an item is due and where that date comes from: a date the file states (for a bill of
 * exchange, in its label too), else the customer's terms, confirmed or not. A date typed by a
 * person wins over all; it is put on at the end, by key.
 *
 * A table of invoices or a list of open items often comes beside a ledger that holds no due date:
 * what it states of a document is believed for the ledger's line of the same number and amount.
 */
import { type CalendarDate, dateOf, daysBetween } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';
import type { AccountRole } from '../statement/account-role.ts';
import { dueDateOf } from '../terms/due-date.ts';
import type { DueBasis, PaymentTerms } from '../terms/payment-terms.ts';
import { documentKeyOf } from './document-key.ts';
import type { CustomerFacts, ItemKind } from './interpretation.ts';

export interface ItemDue {
  readonly dueDate: CalendarDate | null;
  readonly dueBasis: DueBasis;
}

/** Due dates that tables state of documents, by number and amount. */
export type StatedDueDates = ReadonlyMap<string, CalendarDate>;

export interface DatedDocument {
  readonly kind: ItemKind;
  readonly role: AccountRole;
  readonly label: string;
  readonly documentNumber: string;
  readonly documentDate: CalendarDate;
  readonly amountCents: Cents;
  readonly statedDueDate: CalendarDate | null;
}

const NO_DUE_DATE: ItemDue = { dueDate: null, dueBasis: 'none' };

export function statedDueDatesOf({ items, rows }: CustomerFacts): StatedDueDates {
  const stated = new Map<string, CalendarDate>();
  for (const { documentNumber, amountCents, dueDate } of [...items, ...rows]) {
    const document = documentKeyOf(documentNumber);
    if (dueDate !== null && document !== '') stated.set(`${document}|${amountCents}`, dueDate);
  }
  return stated;
}

/** The due date of a document; null for an opening without an invoice, which has no age. */
export function dueOf(
  document: DatedDocument,
  terms: CustomerFacts['terms'],
  stated: StatedDueDates,
): ItemDue {
  const { kind, documentDate, statedDueDate } = document;
  if (kind === 'opening') return NO_DUE_DATE;
  if (statedDueDate !== null) return { dueDate: statedDueDate, dueBasis: 'stated' };
  const told =
    stated.size === 0
      ? undefined
      : stated.get(`${documentKeyOf(document.documentNumber)}|${document.amountCents}`);
  if (told !== undefined) return { dueDate: told, dueBasis: 'stated' };
  const ofBill = document.role === 'bill' ? dateInLabel(document.label, documentDate) : null;
  if (ofBill !== null) return { dueDate: ofBill, dueBasis: 'stated' };
  const dueBasis = terms.isConfirmed ? 'confirmed_terms' : 'estimated';
  // A credit note and a bank fee are worth their amount from their own day.
  if (kind === 'credit_note' || kind === 'fee') return { dueDate: documentDate, dueBasis };
  return { dueDate: dueDateByTerms(documentDate, terms.terms), dueBasis };
}

/** The day a bill of exchange falls due, as its label writes it: « LCR ECH 31/03/26 ». */
function dateInLabel(label: string, documentDate: CalendarDate): CalendarDate | null {
  let last: CalendarDate | null = null;
  for (const [, day = '', month = '', year = ''] of label.matchAll(DATE_IN_LABEL)) {
    const fullYear = Number.parseInt(year, 10) + (year.length === 2 ? 2000 : 0);
    const date = dateOf(fullYear, Number.parseInt(month, 10), Number.parseInt(day, 10));
    if (date === null || date < documentDate) continue;
    if (daysBetween(documentDate, date) <= BILL_DAYS_MAX) last = date;
  }
  return last;
}

const DATE_IN_LABEL = /(?<!\d)(\d{1,2})[/.-](\d{1,2})[/.-](\d{4}|\d{2})(?!\d)/g;
const BILL_DAYS_MAX = 365;

/** Invoices share few dates: each is worked out once per terms. */
const dueDates = new WeakMap<PaymentTerms, Map<CalendarDate, CalendarDate>>();

function dueDateByTerms(documentDate: CalendarDate, terms: PaymentTerms): CalendarDate {
  let known = dueDates.get(terms);
  if (known === undefined) {
    known = new Map();
    dueDates.set(terms, known);
  }
  let dueDate = known.get(documentDate);
  if (dueDate === undefined) {
    dueDate = dueDateOf(documentDate, terms);
    known.set(documentDate, dueDate);
  }
  return dueDate;
}
