/**
 * Compares the derived tables with the facts: every customer is interpreted again, without writing,
 * and what is open of him must be what the tables say, item by item.
 */
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import type { Reader } from '../session.ts';
import { amount, day, int, nullable, query, text } from '../statement.ts';
import { loadContext } from './context.ts';
import { loadDerivedState } from './derived-state.ts';
import type { InterpretedCustomer } from './group-interpreter.ts';
import { interpretGroup, ledgerView } from './group-interpreter.ts';
import type { Tick } from './reinterpret.ts';
import { GROUP_SIZE } from './reinterpret.ts';
import { bookedPaymentsOf, remaindersOf } from './what-remains.ts';

const CUSTOMERS = query({
  name: 'verify.customers',
  row: { customerId: int, code: text },
  sql: 'SELECT customer_id AS customerId, code FROM customer ORDER BY customer_id',
});

const STANDING = query({
  name: 'verify.standing',
  params: { customerIds: text },
  row: {
    customerId: int,
    sourceKey: nullable(text),
    dueDate: nullable(day),
    outstandingCents: amount,
  },
  sql: `
SELECT o.customer_id AS customerId, r.source_key AS sourceKey, o.due_date AS dueDate,
  o.outstanding_cents AS outstandingCents
FROM json_each(@customerIds) AS wanted
CROSS JOIN derived_open_item AS o ON o.customer_id = wanted.value
LEFT JOIN receivable AS r ON r.receivable_id = o.receivable_id`,
});

/** The customers whose derived rows are not what their facts mean; empty when all agree. */
export function verifyDerived(reader: Reader, tick?: Tick): number[] {
  const state = loadDerivedState(reader);
  const customers = reader.all(CUSTOMERS);
  if (state === null) return customers.map(({ customerId }) => customerId);
  const view = ledgerView(reader, loadContext(reader));
  const differing: number[] = [];
  for (let at = 0; at < customers.length; at += GROUP_SIZE) {
    const group = customers.slice(at, at + GROUP_SIZE);
    const standing = loadStanding(
      reader,
      group.map(({ customerId }) => customerId),
    );
    for (const result of interpretGroup(view, group)) {
      const expected = openLinesOf(result, state.asOf);
      const found = standing.get(result.customerId) ?? [];
      if (expected.sort().join('\n') !== found.sort().join('\n')) differing.push(result.customerId);
    }
    tick?.(Math.min(at + GROUP_SIZE, customers.length), customers.length);
  }
  return differing;
}

function loadStanding(reader: Reader, ids: readonly number[]): Map<number, string[]> {
  const standing = new Map<number, string[]>();
  for (const row of reader.all(STANDING, { customerIds: JSON.stringify(ids) })) {
    const lines = standing.get(row.customerId) ?? [];
    lines.push(lineOf(row.sourceKey, row.dueDate, row.outstandingCents));
    standing.set(row.customerId, lines);
  }
  return standing;
}

function openLinesOf({ interpretation }: InterpretedCustomer, asOf: CalendarDate): string[] {
  const { items, allocations } = interpretation;
  const lines: string[] = [];
  remaindersOf(items, allocations, 'item', asOf).forEach(({ remainingCents }, index) => {
    const item = items[index];
    if (item === undefined || remainingCents === 0) return;
    lines.push(lineOf(item.key, item.dueDate, remainingCents));
  });
  const payments = bookedPaymentsOf(interpretation);
  for (const { remainingCents } of remaindersOf(payments, allocations, 'payment', asOf)) {
    if (remainingCents !== 0) lines.push(lineOf(null, null, -remainingCents));
  }
  return lines;
}

function lineOf(key: string | null, dueDate: CalendarDate | null, cents: Cents): string {
  return `${key ?? ''}|${dueDate ?? ''}|${cents}`;
}
