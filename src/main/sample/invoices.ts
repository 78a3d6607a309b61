/**
 * Eighteen months of sales and receipts of the sample company, as an accounting package would have
 * entered them: invoices, part payments, credit notes, receipts on account, a rejected direct
 * debit, deposits, openings, and lettering that stops a few days before today.
 */
import { dueDateOf } from '../../shared/domain/terms/due-date.ts';
import {
  addDays,
  addMonths,
  type CalendarDate,
  daysBetween,
  startOfMonth,
  weekdayOf,
} from '../../shared/kernel/calendar-date.ts';
import { type Cents, ratioOf } from '../../shared/kernel/cents.ts';
import type { SampleCustomer } from './customers.ts';
import type { Random } from './random.ts';

/** One line of an entry on a customer's account; the other lines follow from `kind`. */
export interface SampleMovement {
  readonly kind:
    | 'sale'
    | 'credit_note'
    | 'receipt'
    | 'refund'
    | 'reject'
    | 'opening'
    | 'deposit'
    | 'cash_sale';
  readonly customer: SampleCustomer;
  readonly date: CalendarDate;
  readonly documentNumber: string;
  readonly label: string;
  /** Positive owed by the customer. */
  readonly amountCents: Cents;
  readonly dueDate: CalendarDate | null;
  letter: string | null;
}

export interface SampleDocument {
  readonly customer: SampleCustomer;
  readonly number: string;
  readonly date: CalendarDate;
  readonly dueDate: CalendarDate;
  readonly amountCents: Cents;
  /** What is still open on the bank's date. */
  openCents: Cents;
  lastPaidOn: CalendarDate | null;
}

export interface SampleLedger {
  readonly movements: SampleMovement[];
  readonly documents: SampleDocument[];
}

const MONTHS = 18;
/** Share of the invoices that nobody pays any more. */
const NEVER_PAID = {
  good: 0.001,
  occasional: 0.003,
  chronic: 0.03,
  declining: 0.015,
  newcomer: 0.02,
} as const;
/** The accountant letters within days; receipts that name nothing wait for the quarter. */
const LETTERED_AFTER_DAYS = 5;
const LUMPS_LETTERED_AFTER_DAYS = 90;
const LETTERS = 'ABCDEFGHIJKLMNOPQRSTUVWXYZ';

/** All movements up to `bankDate`, in order of date. */
export function sampleLedger(
  customers: readonly SampleCustomer[],
  bankDate: CalendarDate,
  random: Random,
): SampleLedger {
  const book = new Book(bankDate, random);
  for (const customer of customers) book.enter(customer);
  book.movements.sort((a, b) => (a.date < b.date ? -1 : a.date > b.date ? 1 : 0));
  return { movements: book.movements, documents: book.documents };
}

class Book {
  readonly movements: SampleMovement[] = [];
  readonly documents: SampleDocument[] = [];
  private readonly bankDate: CalendarDate;
  private readonly random: Random;
  private readonly numbers = new Map<string, number>();
  private groups = 0;
  private hasReject = false;

  constructor(bankDate: CalendarDate, random: Random) {
    this.bankDate = bankDate;
    this.random = random;
  }

  enter(customer: SampleCustomer): void {
    this.groups = 0;
    const start = startOfMonth(addMonths(this.bankDate, 1 - MONTHS));
    if (this.random.chance(0.08)) this.opening(customer, start);
    const first = customer.behaviour === 'newcomer' ? MONTHS - 3 : 0;
    for (let month = first; month < MONTHS; month += 1) {
      let count = Math.floor(customer.pace + this.random.next());
      while (count > 0) {
        const day = addDays(addMonths(start, month), this.random.whole(0, 27));
        if (day <= this.bankDate) this.invoice(customer, businessDayOf(day));
        count -= 1;
      }
    }
    if (this.random.chance(0.06)) this.onAccount(customer);
    if (this.random.chance(0.05)) this.rebate(customer);
    if (this.random.chance(0.03)) this.deposit(customer);
  }

  private invoice(customer: SampleCustomer, date: CalendarDate): void {
    if (date > this.bankDate) return;
    const factor = Math.max(0.15, this.random.bell(1, 0.42));
    const amountCents = Math.round((customer.typicalCents * factor) / 12) * 12;
    const number = this.numberOf('FA', date);
    const dueDate = dueDateOf(date, customer.terms);
    const document: SampleDocument = {
      customer,
      number,
      date,
      dueDate,
      amountCents,
      openCents: amountCents,
      lastPaidOn: null,
    };
    const sale: SampleMovement = {
      kind: 'sale',
      customer,
      date,
      documentNumber: number,
      label: `${customer.name} ${number}`,
      amountCents,
      dueDate: customer.hasDueDates ? dueDate : null,
      letter: null,
    };
    this.documents.push(document);
    this.movements.push(sale);
    this.settle(document, sale);
  }

  /** Pays the document as its customer would; what falls after the bank's date has not happened. */
  private settle(document: SampleDocument, sale: SampleMovement): void {
    const { customer } = document;
    const settling: SampleMovement[] = [sale];
    if (this.random.chance(0.03)) {
      const note = this.credit(document);
      if (note !== null) settling.push(note);
      if (document.openCents === 0) {
        this.letter(document, settling);
        return;
      }
    }
    if (this.random.chance(NEVER_PAID[customer.behaviour])) return;
    const paidOn = businessDayOf(addDays(document.dueDate, this.delayOf(customer, document.date)));
    if (paidOn > this.bankDate || paidOn < document.date) return;
    const isPartial = this.random.chance(customer.behaviour === 'good' ? 0.01 : 0.05);
    const firstCents = isPartial
      ? ratioOf(document.openCents, this.random.whole(35, 75), 100)
      : document.openCents;
    settling.push(this.receive(document, paidOn, firstCents));
    const restOn = businessDayOf(addDays(paidOn, this.random.whole(20, 60)));
    if (isPartial && this.random.chance(0.9) && restOn <= this.bankDate) {
      settling.push(this.receive(document, restOn, document.openCents));
    }
    this.letter(document, settling);
    if (customer.paymentMethod !== 'direct_debit') return;
    const rejectedOn = businessDayOf(addDays(paidOn, 4));
    if (daysBetween(paidOn, this.bankDate) >= 12 || rejectedOn > this.bankDate) return;
    // One debit that came back is always there to be seen.
    const isRejected = this.random.chance(0.15) || !this.hasReject;
    if (isRejected) this.reject(document, rejectedOn, firstCents);
  }

  private receive(
    document: SampleDocument,
    date: CalendarDate,
    amountCents: Cents,
  ): SampleMovement {
    const { customer, number } = document;
    const word = { transfer: 'VIR', cheque: 'CHQ', direct_debit: 'PRLV', bill: 'LCR' }[
      customer.paymentMethod
    ];
    const receipt: SampleMovement = {
      kind: 'receipt',
      customer,
      date,
      documentNumber: this.numberOf('BQ', date),
      label: `${word} ${customer.name.slice(0, 24)}${customer.paysInLumps ? '' : ` ${number}`}`,
      amountCents: -(customer.paysInLumps ? roundLump(amountCents) : amountCents),
      dueDate: null,
      letter: null,
    };
    this.movements.push(receipt);
    document.openCents -= amountCents;
    document.lastPaidOn = date;
    return receipt;
  }

  private reject(document: SampleDocument, date: CalendarDate, amountCents: Cents): void {
    this.hasReject = true;
    this.movements.push({
      kind: 'reject',
      customer: document.customer,
      date,
      documentNumber: this.numberOf('BQ', date),
      label: `REJET PRLV ${document.customer.name.slice(0, 20)} ${document.number}`,
      amountCents,
      dueDate: null,
      letter: null,
    });
    document.openCents += amountCents;
  }

  /** A credit note for the whole of a document or a fifth of it; null when it is still to come. */
  private credit(document: SampleDocument): SampleMovement | null {
    const date = businessDayOf(addDays(document.date, this.random.whole(6, 40)));
    const isWhole = this.random.chance(0.5);
    if (date > this.bankDate) return null;
    const amountCents = isWhole ? document.amountCents : ratioOf(document.amountCents, 1, 5);
    document.openCents -= amountCents;
    return this.creditNote(document.customer, date, {
      label: `Avoir sur ${document.number}`,
      amountCents,
    });
  }

  /** A rebate of the year: a credit note that names no invoice, and waits to be used. */
  private rebate(customer: SampleCustomer): void {
    const date = businessDayOf(addDays(this.bankDate, -this.random.whole(5, 45)));
    if (date > this.bankDate) return;
    const amountCents = ratioOf(customer.typicalCents, 12, 10_000) * 100;
    this.creditNote(customer, date, { label: "Remise de fin d'année", amountCents });
  }

  private creditNote(
    customer: SampleCustomer,
    date: CalendarDate,
    { label, amountCents }: { readonly label: string; readonly amountCents: Cents },
  ): SampleMovement {
    const note: SampleMovement = {
      kind: 'credit_note',
      customer,
      date,
      documentNumber: this.numberOf('AV', date),
      label,
      amountCents: -amountCents,
      dueDate: null,
      letter: null,
    };
    this.movements.push(note);
    return note;
  }

  private opening(customer: SampleCustomer, start: CalendarDate): void {
    const opening: SampleMovement = {
      kind: 'opening',
      customer,
      date: start,
      documentNumber: 'AN',
      label: 'A nouveau',
      amountCents: Math.round(customer.typicalCents * 0.8),
      dueDate: null,
      letter: null,
    };
    this.movements.push(opening);
    const paidOn = businessDayOf(addDays(start, this.random.whole(8, 30)));
    if (paidOn > this.bankDate || this.random.chance(0.25)) return;
    this.movements.push({
      kind: 'receipt',
      customer,
      date: paidOn,
      documentNumber: this.numberOf('BQ', paidOn),
      label: `VIR ${customer.name.slice(0, 24)} SOLDE ANTERIEUR`,
      amountCents: -opening.amountCents,
      dueDate: null,
      letter: null,
    });
  }

  private onAccount(customer: SampleCustomer): void {
    const date = businessDayOf(addDays(this.bankDate, -this.random.whole(3, 50)));
    if (date > this.bankDate) return;
    this.movements.push({
      kind: 'receipt',
      customer,
      date,
      documentNumber: this.numberOf('BQ', date),
      label: `VIR ${customer.name.slice(0, 24)} ACOMPTE`,
      amountCents: -Math.round(customer.typicalCents * 0.37),
      dueDate: null,
      letter: null,
    });
  }

  private deposit(customer: SampleCustomer): void {
    const date = businessDayOf(addDays(this.bankDate, -this.random.whole(10, 60)));
    if (date > this.bankDate) return;
    this.movements.push({
      kind: 'deposit',
      customer,
      date,
      documentNumber: this.numberOf('BQ', date),
      label: `ACOMPTE SUR COMMANDE ${this.random.whole(4100, 4900)}`,
      amountCents: -Math.round(customer.typicalCents * 0.6),
      dueDate: null,
      letter: null,
    });
  }

  /** Letters a settled document, unless its last receipt is too recent for the accountant. */
  private letter(document: SampleDocument, movements: SampleMovement[]): void {
    if (document.openCents !== 0) return;
    const last = movements.reduce(
      (latest, movement) => (movement.date > latest ? movement.date : latest),
      document.date,
    );
    const letteredAfterDays = document.customer.paysInLumps
      ? LUMPS_LETTERED_AFTER_DAYS
      : LETTERED_AFTER_DAYS;
    if (daysBetween(last, this.bankDate) < letteredAfterDays || this.random.chance(0.02)) return;
    const code = codeOf(this.groups);
    this.groups += 1;
    for (const movement of movements) movement.letter = code;
  }

  private delayOf(customer: SampleCustomer, date: CalendarDate): number {
    const isRecent = daysBetween(date, this.bankDate) < 150;
    const [mean, deviation] = {
      good: [1, 3],
      occasional: [10, 6],
      chronic: [40, 16],
      declining: isRecent ? [26, 9] : [2, 3],
      newcomer: [18, 10],
    }[customer.behaviour] as [number, number];
    return Math.max(-6, Math.round(this.random.bell(mean, deviation)));
  }

  private numberOf(prefix: string, date: CalendarDate): string {
    const key = `${prefix}${date.slice(2, 4)}${date.slice(5, 7)}`;
    const next = (this.numbers.get(key) ?? 0) + 1;
    this.numbers.set(key, next);
    return `${key}-${String(next).padStart(4, '0')}`;
  }
}

/** Whole hundreds of euros, as one pays who does not look at each invoice. */
function roundLump(amountCents: Cents): Cents {
  return Math.max(1, Math.round(amountCents / 10_000)) * 10_000;
}

function codeOf(group: number): string {
  const letterAt = (power: number) => LETTERS[Math.floor(group / 26 ** power) % 26] ?? 'A';
  return `${letterAt(2)}${letterAt(1)}${letterAt(0)}`;
}

/** Saturdays and Sundays become the Monday after. */
function businessDayOf(date: CalendarDate): CalendarDate {
  const weekday = weekdayOf(date);
  return weekday === 6 ? addDays(date, 2) : weekday === 7 ? addDays(date, 1) : date;
}
