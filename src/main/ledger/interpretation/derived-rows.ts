/**
 * Writes the interpretation of customers into the derived tables.
 *
 * Identities are looked up by key and made where a key is new; everything else is rows that can be
 * thrown away. Values go in by position: a million rows a wholesale rebuild.
 */
import type {
  Interpretation,
  InterpretedItem,
  InterpretedPayment,
} from '../../../shared/domain/interpretation/interpretation.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { BatchAppender, rowStatement } from '../batch-appender.ts';
import type { Writer } from '../session.ts';
import { int, query, text } from '../statement.ts';
import type { Remainder } from './what-remains.ts';
import { bookedPaymentsOf, remaindersOf } from './what-remains.ts';

// Wide rows gain nothing by the batch; narrow ones half of their time.
const WIDE = {
  item: {
    sql: `
INSERT INTO derived_item (receivable_id, customer_id, kind, role, document_number, document_date,
  due_date, due_basis, amount_cents, currency, label, import_id, line_number,
  names_document_number, is_reversed, booked_date, settled_date, settled_nature, is_virtual)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  },
  payment: {
    sql: `
INSERT INTO derived_payment (payment_id, customer_id, kind, nature, role, received_date,
  amount_cents, currency, reference, label, import_id, line_number, movement_id, is_bank_only)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  },
  openItem: {
    sql: `
INSERT INTO derived_open_item (receivable_id, payment_id, customer_id, kind, role, document_date,
  due_date, due_basis, amount_cents, outstanding_cents, currency, document_number,
  names_document_number, is_virtual, booked_date)
VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)`,
  },
  question: { sql: 'INSERT INTO derived_question VALUES (?, ?, ?, ?, ?)' },
  coming: { sql: 'INSERT INTO derived_coming (effective_date, customer_id) VALUES (?, ?)' },
} as const;

const RECEIVABLE = rowStatement('receivable (receivable_id, customer_id, source_key)');
const ALLOCATION = rowStatement(
  `derived_allocation (customer_id, receivable_id, payment_id, amount_cents, effective_date, basis,
  nature, item_date, payment_date)`,
);

const IDENTITIES = query({
  name: 'derived.identities',
  params: { customerIds: text },
  row: { customerId: int, sourceKey: text, receivableId: int },
  sql: `
SELECT r.customer_id AS customerId, r.source_key AS sourceKey, r.receivable_id AS receivableId
FROM json_each(@customerIds) AS wanted CROSS JOIN receivable AS r ON r.customer_id = wanted.value`,
});

const LAST_IDS = query({
  name: 'derived.last_ids',
  row: { receivableId: int, paymentId: int },
  sql: `
SELECT ifnull((SELECT max(receivable_id) FROM receivable), 0) AS receivableId,
  ifnull((SELECT max(payment_id) FROM derived_payment), 0) AS paymentId`,
});

/** Appends derived rows, customer by customer, inside one write. */
export class DerivedRows {
  readonly #asOf: CalendarDate;
  readonly #writer: Writer;
  readonly #append: { readonly [Table in keyof typeof WIDE]: (values: unknown[]) => void };
  readonly #receivables: BatchAppender;
  readonly #allocations: BatchAppender;
  #identities = new Map<number, Map<string, number>>();
  #lastReceivableId: number;
  #lastPaymentId: number;

  constructor(writer: Writer, asOf: CalendarDate) {
    this.#writer = writer;
    this.#asOf = asOf;
    this.#append = {
      item: writer.appender(WIDE.item),
      payment: writer.appender(WIDE.payment),
      openItem: writer.appender(WIDE.openItem),
      question: writer.appender(WIDE.question),
      coming: writer.appender(WIDE.coming),
    };
    this.#receivables = new BatchAppender(writer.connection, RECEIVABLE);
    this.#allocations = new BatchAppender(writer.connection, ALLOCATION);
    const last = writer.one(LAST_IDS);
    this.#lastReceivableId = last?.receivableId ?? 0;
    this.#lastPaymentId = last?.paymentId ?? 0;
  }

  /** Reads the identities of the customers that come next. */
  prepare(customerIds: readonly number[]): void {
    this.#identities = new Map(customerIds.map((id) => [id, new Map()]));
    const wanted = JSON.stringify(customerIds);
    for (const row of this.#writer.all(IDENTITIES, { customerIds: wanted })) {
      this.#identities.get(row.customerId)?.set(row.sourceKey, row.receivableId);
    }
  }

  /** Writes what the lines of one customer mean. The customer must have been prepared. */
  write(customerId: number, interpretation: Interpretation): void {
    const { items, payments, allocations, questions } = interpretation;
    const bookedPayments = bookedPaymentsOf(interpretation);
    const asOf = this.#asOf;
    const ofItems = remaindersOf(items, allocations, 'item', asOf);
    const ofPayments = remaindersOf(bookedPayments, allocations, 'payment', asOf);

    const receivableIds = items.map((item, index) =>
      this.#writeItem(customerId, item, ofItems[index]),
    );
    const paymentIds = payments.map((payment, index) =>
      this.#writePayment(customerId, payment, ofPayments[index]),
    );
    for (const allocation of allocations) {
      this.#allocations.add(
        customerId,
        allocation.item === null ? null : receivableIds[allocation.item],
        allocation.payment === null ? null : paymentIds[allocation.payment],
        allocation.amountCents,
        allocation.effectiveDate,
        allocation.basis,
        allocation.nature,
        allocation.item === null ? null : items[allocation.item]?.bookedDate,
        allocation.payment === null ? null : payments[allocation.payment]?.receivedDate,
      );
    }
    for (const date of this.#comingDays(interpretation)) this.#append.coming([date, customerId]);
    for (const { pattern, count, amountCents, exampleLabel } of questions) {
      this.#append.question([pattern, customerId, count, amountCents, exampleLabel]);
    }
  }

  /** Days to come on which an item or a payment starts to count, or an allocation takes effect. */
  #comingDays({ items, payments, allocations }: Interpretation): Set<CalendarDate> {
    const days = new Set<CalendarDate>();
    const note = (date: CalendarDate) => {
      if (date > this.#asOf) days.add(date);
    };
    for (const { bookedDate } of items) note(bookedDate);
    for (const { receivedDate } of payments) note(receivedDate);
    for (const { effectiveDate } of allocations) note(effectiveDate);
    return days;
  }

  /** Writes what is still collected: to be called once every customer was written. */
  finish(): void {
    this.#receivables.flush();
    this.#allocations.flush();
  }

  #writeItem(customerId: number, item: InterpretedItem, left: Remainder | undefined): number {
    const receivableId = this.#receivableIdOf(customerId, item.key);
    this.#append.item([
      receivableId,
      customerId,
      item.kind,
      item.role,
      item.documentNumber,
      item.documentDate,
      item.dueDate,
      item.dueBasis,
      item.amountCents,
      item.currency,
      item.label,
      item.importId,
      item.lineNumber,
      item.namesDocumentNumber,
      item.reversedByKey === null ? 0 : 1,
      item.bookedDate,
      left?.settledDate ?? null,
      left?.settledDate == null ? null : left.nature,
      left?.isVirtual === true ? 1 : 0,
    ]);
    if (left !== undefined && left.remainingCents !== 0) {
      this.#append.openItem([
        receivableId,
        null,
        customerId,
        item.kind,
        item.role,
        item.documentDate,
        item.dueDate,
        item.dueBasis,
        item.amountCents,
        left.remainingCents,
        item.currency,
        item.documentNumber,
        item.namesDocumentNumber,
        left.isVirtual ? 1 : 0,
        item.bookedDate,
      ]);
    }
    return receivableId;
  }

  #writePayment(
    customerId: number,
    payment: InterpretedPayment,
    left: Remainder | undefined,
  ): number {
    this.#lastPaymentId += 1;
    const paymentId = this.#lastPaymentId;
    this.#append.payment([
      paymentId,
      customerId,
      payment.kind,
      payment.nature,
      payment.role,
      payment.receivedDate,
      payment.amountCents,
      payment.currency,
      payment.reference,
      payment.label,
      payment.importId,
      payment.lineNumber,
      payment.bank?.movementId ?? null,
      payment.bank?.isOnly === true ? 1 : 0,
    ]);
    if (left !== undefined && left.remainingCents !== 0) {
      this.#append.openItem([
        null,
        paymentId,
        customerId,
        payment.kind === 'deposit' ? 'deposit' : 'payment',
        payment.role,
        payment.receivedDate,
        null,
        'none',
        -payment.amountCents,
        -left.remainingCents,
        payment.currency,
        payment.reference,
        null,
        left.isVirtual ? 1 : 0,
        payment.receivedDate,
      ]);
    }
    return paymentId;
  }

  #receivableIdOf(customerId: number, key: string): number {
    const known = this.#identities.get(customerId);
    const found = known?.get(key);
    if (found !== undefined) return found;
    this.#lastReceivableId += 1;
    this.#receivables.add(this.#lastReceivableId, customerId, key);
    known?.set(key, this.#lastReceivableId);
    return this.#lastReceivableId;
  }
}
