/**
 * What the months of a customer are made of: his items, his money and what settled what, in the
 * currency of the books. Items settled before the first month asked for are left out.
 */
import type {
  ItemKind,
  SettlementNature,
} from '../../../shared/domain/interpretation/interpretation.ts';
import type { CustomerHistory } from '../../../shared/domain/metrics/month-history.ts';
import { LEDGER_CURRENCY } from '../../../shared/domain/receivable/currency.ts';
import type { AccountRole } from '../../../shared/domain/statement/account-role.ts';
import type { DueBasis } from '../../../shared/domain/terms/payment-terms.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader } from '../session.ts';
import { amount, day, flag, int, nullable, query, text, word } from '../statement.ts';
import { queryByCustomer, readByCustomer, type Whose } from './by-customer.ts';

const ITEMS = queryByCustomer({
  name: 'month_history.items',
  column: 'customer_id',
  params: { since: day, currency: text },
  row: {
    customerId: int,
    receivableId: int,
    kind: word<ItemKind>(),
    role: word<AccountRole>(),
    documentDate: day,
    bookedDate: day,
    dueDate: nullable(day),
    dueBasis: word<DueBasis>(),
    amountCents: amount,
    isReversed: flag,
    settledDate: nullable(day),
    settledNature: nullable(word<SettlementNature>()),
  },
  sql: `
SELECT customer_id AS customerId, receivable_id AS receivableId, kind, role,
  document_date AS documentDate, booked_date AS bookedDate, due_date AS dueDate,
  due_basis AS dueBasis, amount_cents AS amountCents, is_reversed AS isReversed,
  settled_date AS settledDate, settled_nature AS settledNature
FROM derived_item
WHERE :scope AND currency = @currency AND (settled_date IS NULL OR settled_date >= @since)`,
});

const PAYMENTS = queryByCustomer({
  name: 'month_history.payments',
  column: 'customer_id',
  params: { currency: text },
  row: {
    customerId: int,
    paymentId: int,
    nature: word<SettlementNature>(),
    role: word<AccountRole>(),
    receivedDate: day,
    amountCents: amount,
  },
  sql: `
SELECT customer_id AS customerId, payment_id AS paymentId, nature, role,
  received_date AS receivedDate, amount_cents AS amountCents
FROM derived_payment WHERE :scope AND currency = @currency`,
});

const ALLOCATIONS = queryByCustomer({
  name: 'month_history.allocations',
  column: 'customer_id',
  row: {
    customerId: int,
    receivableId: nullable(int),
    paymentId: nullable(int),
    amountCents: amount,
    effectiveDate: day,
    nature: word<SettlementNature>(),
  },
  sql: `
SELECT customer_id AS customerId, receivable_id AS receivableId, payment_id AS paymentId,
  amount_cents AS amountCents, effective_date AS effectiveDate, nature
FROM derived_allocation WHERE :scope`,
});

const SALES_FROM = query({
  name: 'month_history.sales_from',
  row: { periodFrom: nullable(day), standingFrom: nullable(day) },
  sql: `
SELECT min(CASE WHEN meaning = 'period' THEN covers_from_date END) AS periodFrom,
  min(CASE WHEN meaning = 'period' THEN covers_from_date ELSE stated_on_date END) AS standingFrom
FROM import_batch
WHERE meaning IN ('period', 'open_items')
  AND import_id NOT IN (SELECT import_id FROM import_undone)`,
});

const ROWS_FROM = query({
  name: 'month_history.rows_from',
  row: { rowsFrom: nullable(day) },
  sql: `
SELECT CASE WHEN EXISTS (SELECT 1 FROM stated_row
    WHERE import_id NOT IN (SELECT import_id FROM import_undone))
  THEN (SELECT min(document_date) FROM derived_item WHERE role = 'ordinary') END AS rowsFrom`,
});

/** The history of some customers, by customer. */
export function readMonthHistory(
  reader: Reader,
  whose: Whose,
  since: CalendarDate,
): ReadonlyMap<number, CustomerHistory> {
  const currency = LEDGER_CURRENCY;
  const items = byCustomer(readByCustomer(reader, ITEMS, whose, { since, currency }));
  const payments = byCustomer(readByCustomer(reader, PAYMENTS, whose, { currency }));
  const allocations = byCustomer(readByCustomer(reader, ALLOCATIONS, whose));
  const ids = new Set([...items.keys(), ...payments.keys()]);
  return new Map(
    Array.from(ids, (id) => [
      id,
      {
        items: items.get(id) ?? [],
        payments: payments.get(id) ?? [],
        allocations: allocations.get(id) ?? [],
      },
    ]),
  );
}

function byCustomer<Row extends { readonly customerId: number }>(
  rows: readonly Row[],
): ReadonlyMap<number, readonly Row[]> {
  return Map.groupBy(rows, ({ customerId }) => customerId);
}

/**
 * From when the books tell what was sold, and from when what stood open: a list of open items says
 * the second on its day and never the first.
 */
export function readKnownFrom(reader: Reader): {
  readonly sales: CalendarDate | null;
  readonly standing: CalendarDate | null;
} {
  const { periodFrom = null, standingFrom = null } = reader.one(SALES_FROM) ?? {};
  const sales = periodFrom ?? reader.one(ROWS_FROM)?.rowsFrom ?? null;
  const standing = [standingFrom, sales].filter((one) => one !== null).sort()[0] ?? null;
  return { sales, standing };
}
