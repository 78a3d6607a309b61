/**
 * What the payment model reads and what it remembers: see `fit-payment-model.ts`.
 *
 * Everything here is plain JSON, so that a model can be stored and cross to another thread.
 */
import type { CalendarDate } from '../../kernel/calendar-date.ts';
import type { Cents } from '../../kernel/cents.ts';

/** One debit as the model sees it. */
export interface DatedItem {
  readonly receivableId: number;
  readonly customerId: number;
  readonly issuedOn: CalendarDate;
  readonly dueOn: CalendarDate;
  /** Day it was paid by money; null while open. */
  readonly paidOn: CalendarDate | null;
  /** Day it left the books otherwise (credit note, loss, bill …): observed until then. */
  readonly leftOn: CalendarDate | null;
  readonly amountCents: Cents;
}

/** What is remembered of one customer. */
export interface PayerRecord {
  /** Days after the due date of his latest payments; negative when early. */
  readonly delays: readonly number[];
  /** The first day of each of these items' lives, in days after the due date. */
  readonly entries: readonly number[];
  /** The same of what is open: how late it stood, and its first day. */
  readonly openLates: readonly number[];
  readonly openEntries: readonly number[];
  /** Days on which money came, by weekday (Monday first) and by day of the month. */
  readonly weekdays: readonly number[];
  readonly monthDays: readonly number[];
  /** Day number of the last payment; null when none came. */
  readonly lastPaid: number | null;
  /** Null without an item. */
  readonly meanLogAmount: number | null;
}

/** The pooled figures that every customer is drawn to. */
export interface PooledPayments {
  /** Chance of a payment on a day, by days after the due date from `LATE_MIN` on. */
  readonly hazard: readonly number[];
  readonly delayMean: number;
  /** Variance of the delays of one customer, and of the customers' means. */
  readonly delayVariance: number;
  readonly payerVariance: number;
  readonly weekdayShares: readonly number[];
  readonly monthDayShares: readonly number[];
}

/** How much wider than its items the money really came: of a week, and of four together. */
export interface Widening {
  readonly week: number;
  readonly fourWeeks: number;
}

/** What was learnt from the ledger's own past. */
export interface PaymentModel {
  /** `hazard` learnt · `pooled` too little history, one curve for all · `none` a usual curve. */
  readonly kind: 'hazard' | 'pooled' | 'none';
  readonly asOf: CalendarDate;
  readonly itemCount: number;
  readonly paymentCount: number;
  readonly pooled: PooledPayments;
  /** Coefficients of the hazard; empty unless `kind` is `hazard`. */
  readonly coefficients: readonly number[];
  /** By customer id. */
  readonly payers: Readonly<Record<string, PayerRecord>>;
  readonly widening: Widening;
}

/** An item in day numbers, as it stood on the day of the model. */
export interface ItemDays {
  readonly issued: number;
  readonly due: number;
  /** Day it was paid or left the books; Infinity while open. */
  readonly exit: number;
  readonly isPaid: boolean;
  readonly amountCents: Cents;
}
