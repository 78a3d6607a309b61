/**
 * Makes the derived tables say what the facts mean: for some customers, or for all.
 *
 * For some, their rows are deleted and written again in place. For all, the tables are made anew
 * without indexes, filled in the order of the customers and indexed last, which is several times
 * faster. Either way it happens in the transaction that changed the facts, so that no reader ever
 * sees facts and interpretation apart.
 */
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Writer } from '../session.ts';
import { amount, int, query, text } from '../statement.ts';
import { loadContext } from './context.ts';
import { foldCustomers, recordCustomerRow } from './customer-rows.ts';
import { deleteDerivedRows } from './delete-rows.ts';
import { DerivedRows } from './derived-rows.ts';
import { emptyDerived, indexDerived, recordDerivedState } from './derived-state.ts';
import type { CustomerKey, FactsView, InterpretedCustomer } from './group-interpreter.ts';
import { interpretGroup, ledgerView } from './group-interpreter.ts';

/** Customers that are read, interpreted and written together. */
export const GROUP_SIZE = 250;

/** Beyond this share of all customers it is faster to make the tables anew. */
const WHOLESALE_SHARE = 0.4;
const WHOLESALE_CUSTOMERS_MIN = 500;

/** Called after each group; may throw to leave the transaction. */
export type Tick = (customersDone: number, customersInAll: number) => void;

export interface DeriveOptions {
  /** The day the open items are to stand for. */
  readonly asOf: CalendarDate;
  readonly tick?: Tick | undefined;
  /** Called for each customer beside the writing of his rows. */
  readonly beside?: (customer: InterpretedCustomer) => void;
}

const ALL_CUSTOMERS = query({
  name: 'reinterpret.all_customers',
  row: { customerId: int, code: text },
  sql: 'SELECT customer_id AS customerId, code FROM customer ORDER BY customer_id',
});

const CODES = query({
  name: 'reinterpret.codes',
  params: { customerIds: text },
  row: { customerId: int, code: text },
  sql: `
SELECT c.customer_id AS customerId, c.code
FROM json_each(@customerIds) AS wanted CROSS JOIN customer AS c ON c.customer_id = wanted.value
ORDER BY c.customer_id`,
});

const DIFFERENCES = query({
  name: 'reinterpret.control_differences',
  params: { customerIds: text },
  row: { customerId: int, controlDifferenceCents: amount },
  sql: `
SELECT c.customer_id AS customerId, c.control_difference_cents AS controlDifferenceCents
FROM json_each(@customerIds) AS wanted
CROSS JOIN derived_customer AS c ON c.customer_id = wanted.value`,
});

/** Interprets these customers again, so that the derived tables stand for this day. */
export function reinterpretCustomers(
  writer: Writer,
  customerIds: readonly number[],
  options: DeriveOptions,
): void {
  const all = writer.all(ALL_CUSTOMERS);
  const isWholesale = isWorthWholesale(customerIds.length, all.length);
  const view = ledgerView(writer, loadContext(writer));
  const customers = isWholesale
    ? all
    : writer.all(CODES, { customerIds: JSON.stringify(customerIds) });
  derive(writer, { view, customers, isWholesale }, options);
}

/** Makes every derived table anew from the facts. */
export function rebuildDerived(writer: Writer, options: DeriveOptions): void {
  const view = ledgerView(writer, loadContext(writer));
  const customers = writer.all(ALL_CUSTOMERS);
  derive(writer, { view, customers, isWholesale: true }, options);
}

/** Whether it is faster to make the tables anew for all than to write these in place. */
export function isWorthWholesale(touchedCount: number, allCount: number): boolean {
  return touchedCount > Math.max(WHOLESALE_CUSTOMERS_MIN, allCount * WHOLESALE_SHARE);
}

/** Whom to interpret and from what; wholesale, they must be all the customers there are. */
export interface DerivePlan {
  readonly view: FactsView;
  /** Ascending by id. */
  readonly customers: readonly CustomerKey[];
  readonly isWholesale: boolean;
}

/** Interprets the customers of the plan, group by group, and writes what their lines mean. */
export function derive(writer: Writer, plan: DerivePlan, options: DeriveOptions): void {
  const { view, customers, isWholesale } = plan;
  if (isWholesale) emptyDerived(writer.connection);
  const rows = new DerivedRows(writer, options.asOf);
  for (let at = 0; at < customers.length; at += GROUP_SIZE) {
    const group = customers.slice(at, at + GROUP_SIZE);
    const ids = group.map(({ customerId }) => customerId);
    if (!isWholesale) deleteDerivedRows(writer, ids);
    rows.prepare(ids);
    for (const result of interpretGroup(view, group)) {
      options.beside?.(result);
      rows.write(result.customerId, result.interpretation);
      recordCustomerRow(writer, result.folded, result.controlDifferenceCents);
    }
    options.tick?.(Math.min(at + GROUP_SIZE, customers.length), customers.length);
  }
  rows.finish();
  if (isWholesale) indexDerived(writer.connection);
  recordDerivedState(writer, options.asOf);
}

/**
 * Writes the rows of these customers again without interpreting their lines: for what changes a
 * name, a dimension, a mark or a contact, and no due date.
 */
export function refreshCustomerRows(writer: Writer, customerIds: readonly number[]): void {
  const context = loadContext(writer);
  const differences = new Map(
    writer
      .all(DIFFERENCES, { customerIds: JSON.stringify(customerIds) })
      .map((row) => [row.customerId, row.controlDifferenceCents]),
  );
  for (const customer of foldCustomers(writer, customerIds, context).values()) {
    recordCustomerRow(writer, customer, differences.get(customer.customerId) ?? 0);
  }
  writer.touch(['customers'], customerIds);
}
