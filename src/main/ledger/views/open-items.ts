/** What is open today, flat, as the rules read it. */
import type { OpenItemKind } from '../../../shared/domain/receivable/open-item.ts';
import type { AccountRole } from '../../../shared/domain/statement/account-role.ts';
import type { DueBasis } from '../../../shared/domain/terms/payment-terms.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Cents } from '../../../shared/kernel/cents.ts';
import type { Reader } from '../session.ts';
import { amount, day, flag, int, nullable, query, text, word } from '../statement.ts';
import { queryByCustomer, readByCustomer, type Whose } from './by-customer.ts';

/** What every view says of the document of an item. */
export const documentColumns = {
  role: word<AccountRole>(),
  documentNumber: text,
  documentDate: day,
  dueDate: nullable(day),
  dueBasis: word<DueBasis>(),
  amountCents: amount,
  currency: text,
};

/** The columns of an open item, wherever it is read. */
export const openItemColumns = {
  receivableId: nullable(int),
  paymentId: nullable(int),
  customerId: int,
  kind: word<OpenItemKind>(),
  ...documentColumns,
  outstandingCents: amount,
  namesDocumentNumber: nullable(text),
  isVirtual: flag,
};

const OPEN_ITEMS = queryByCustomer({
  name: 'open_items',
  column: 'customer_id',
  row: openItemColumns,
  sql: `
SELECT receivable_id AS receivableId, payment_id AS paymentId, customer_id AS customerId, kind,
  role,
  document_number AS documentNumber, document_date AS documentDate, due_date AS dueDate,
  due_basis AS dueBasis, amount_cents AS amountCents, outstanding_cents AS outstandingCents,
  currency, names_document_number AS namesDocumentNumber, is_virtual AS isVirtual
FROM derived_open_item WHERE :scope ORDER BY open_item_id`,
});

/** What is open as of the day of the derived tables: each row is an `OpenItem` of the domain. */
export function readOpenItems(reader: Reader, whose: Whose) {
  return readByCustomer(reader, OPEN_ITEMS, whose);
}

// A past day is rolled back from today: what is open now, and what was allocated since. An item
// counts from the day it was booked. The allocations are added up here and not in SQL, which would
// sort some hundred thousand of them twice to do it.
const BACK = queryByCustomer({
  name: 'open_items_as_of.allocated_since',
  column: 'customer_id',
  params: { asOf: day },
  row: { receivableId: nullable(int), paymentId: nullable(int), amountCents: amount },
  sql: `
SELECT CASE WHEN item_date <= @asOf THEN receivable_id END AS receivableId,
  CASE WHEN payment_date <= @asOf THEN payment_id END AS paymentId, amount_cents AS amountCents
FROM derived_allocation
WHERE effective_date > @asOf AND effective_date <= (SELECT as_of_date FROM derived_state)
  AND (item_date <= @asOf OR payment_date <= @asOf) AND :scope`,
});

const OPEN_NOW = queryByCustomer({
  name: 'open_items_as_of.open_now',
  column: 'customer_id',
  params: { asOf: day },
  row: openItemColumns,
  sql: `
SELECT receivable_id AS receivableId, payment_id AS paymentId, customer_id AS customerId, kind,
  role,
  document_number AS documentNumber, document_date AS documentDate, due_date AS dueDate,
  due_basis AS dueBasis, amount_cents AS amountCents, outstanding_cents AS outstandingCents,
  currency, names_document_number AS namesDocumentNumber, is_virtual AS isVirtual
FROM derived_open_item WHERE booked_date <= @asOf AND :scope ORDER BY open_item_id`,
});

const ITEMS = queryByCustomer({
  name: 'open_items_as_of.items',
  column: 'i.customer_id',
  params: { asOf: day, ids: text },
  row: openItemColumns,
  sql: `
SELECT i.receivable_id AS receivableId, NULL AS paymentId, i.customer_id AS customerId, i.kind,
  i.role, i.document_number AS documentNumber, i.document_date AS documentDate,
  i.due_date AS dueDate, i.due_basis AS dueBasis, i.amount_cents AS amountCents,
  0 AS outstandingCents, i.currency, i.names_document_number AS namesDocumentNumber,
  i.is_virtual AS isVirtual
FROM json_each(@ids) AS wanted CROSS JOIN derived_item AS i ON i.receivable_id = wanted.value
WHERE i.booked_date <= @asOf AND :scope`,
});

const PAYMENTS = queryByCustomer({
  name: 'open_items_as_of.payments',
  column: 'p.customer_id',
  params: { asOf: day, ids: text },
  row: openItemColumns,
  sql: `
SELECT NULL AS receivableId, p.payment_id AS paymentId, p.customer_id AS customerId,
  CASE p.kind WHEN 'deposit' THEN 'deposit' ELSE 'payment' END AS kind, p.role,
  p.reference AS documentNumber, p.received_date AS documentDate, NULL AS dueDate,
  'none' AS dueBasis, -p.amount_cents AS amountCents, 0 AS outstandingCents, p.currency,
  NULL AS namesDocumentNumber, 0 AS isVirtual
FROM json_each(@ids) AS wanted CROSS JOIN derived_payment AS p ON p.payment_id = wanted.value
WHERE p.received_date <= @asOf AND :scope`,
});

/**
 * What was open on a day not after that of the derived tables: `OpenItem` of the domain. As of that
 * very day it is what `readOpenItems` gives.
 */
export function readOpenItemsAsOf(reader: Reader, whose: Whose, asOf: CalendarDate) {
  const items = new Map<number, Cents>();
  const payments = new Map<number, Cents>();
  const since = readByCustomer(reader, BACK, whose, { asOf });
  for (const { receivableId, paymentId, amountCents } of since) {
    if (receivableId !== null) add(items, receivableId, amountCents);
    if (paymentId !== null) add(payments, paymentId, -amountCents);
  }
  const open = readByCustomer(reader, OPEN_NOW, whose, { asOf });
  const known = open.map((row) => {
    const cents = taken({ items, payments }, row);
    return cents === 0 ? row : { ...row, outstandingCents: row.outstandingCents + cents };
  });
  const ids = (sums: ReadonlyMap<number, Cents>) => JSON.stringify([...sums.keys()]);
  const before = [
    ...readByCustomer(reader, ITEMS, whose, { asOf, ids: ids(items) }),
    ...readByCustomer(reader, PAYMENTS, whose, { asOf, ids: ids(payments) }),
  ].map((row) => ({ ...row, outstandingCents: taken({ items, payments }, row) }));
  return [...known, ...before].filter(({ outstandingCents }) => outstandingCents !== 0);
}

function add(sums: Map<number, Cents>, id: number, cents: Cents): void {
  sums.set(id, (sums.get(id) ?? 0) + cents);
}

/** What was allocated since on an item or a payment; it is taken once. */
function taken(
  since: { readonly items: Map<number, Cents>; readonly payments: Map<number, Cents> },
  row: { readonly receivableId: number | null; readonly paymentId: number | null },
): Cents {
  const sums = row.receivableId === null ? since.payments : since.items;
  const id = row.receivableId ?? row.paymentId ?? 0;
  const cents = sums.get(id) ?? 0;
  sums.delete(id);
  return cents;
}

// The control of a balance does not trust what was derived: it sums what the files say of each day.
// A later file takes the place of the days it covers; the openings of a year stand for all before.
const STATED_BALANCE = query({
  name: 'open_items.stated_balance',
  params: { asOf: day },
  row: { statedCents: amount },
  sql: `
WITH live AS (
  SELECT import_id, covers_from_date, covers_to_date, has_openings FROM import_batch
  WHERE meaning = 'period' AND import_id NOT IN (SELECT import_id FROM import_undone)
), year AS (
  SELECT covers_from_date FROM live WHERE has_openings = 1 AND covers_from_date <= @asOf
  ORDER BY covers_from_date DESC LIMIT 1
)
SELECT ifnull(sum(d.stated_cents), 0) AS statedCents
FROM live CROSS JOIN import_day AS d ON d.import_id = live.import_id AND d.line_date <= @asOf
WHERE d.line_date >= ifnull((SELECT covers_from_date FROM year), '')
  AND NOT EXISTS (SELECT 1 FROM live AS later WHERE later.import_id > live.import_id
    AND d.line_date BETWEEN later.covers_from_date AND later.covers_to_date)`,
});

// Lists and tables say no movement of a day: what they add is known by the items they made.
const MOVED_BALANCE = query({
  name: 'open_items.moved_balance',
  params: { asOf: day },
  row: { movedCents: amount },
  sql: `
SELECT ifnull((SELECT sum(amount_cents) FROM derived_item WHERE booked_date <= @asOf), 0)
  - ifnull((SELECT sum(amount_cents) FROM derived_payment WHERE received_date <= @asOf), 0)
  + ifnull((SELECT sum(amount_cents * ((payment_id IS NOT NULL) - (receivable_id IS NOT NULL)))
    FROM derived_allocation WHERE effective_date <= @asOf), 0) AS movedCents`,
});

const HAS_OTHER_FILES = query({
  name: 'open_items.has_other_files',
  row: { has: flag },
  sql: `
SELECT EXISTS (
  SELECT 1 FROM stated_item WHERE import_id NOT IN (SELECT import_id FROM import_undone))
  OR EXISTS (SELECT 1 FROM stated_row WHERE import_id NOT IN (SELECT import_id FROM import_undone))
  AS has`,
});

const BANK_ONLY = query({
  name: 'open_items.bank_only',
  params: { asOf: day },
  row: { bankCents: amount },
  sql: `
SELECT ifnull(sum(amount_cents), 0) AS bankCents FROM derived_payment
WHERE movement_id IS NOT NULL AND is_bank_only = 1 AND received_date <= @asOf`,
});

/**
 * The control line of a balance: what the live ledger files say of all customer accounts up to a
 * day, without interpretation. Where lists of open items or tables are live too, the sum of every
 * movement up to the day instead. Receipts that a person confirmed and that the accounting does
 * not hold yet are taken off either way.
 */
export function readStatedBalance(reader: Reader, asOf: CalendarDate): number {
  if (reader.one(HAS_OTHER_FILES)?.has === true) {
    return reader.one(MOVED_BALANCE, { asOf })?.movedCents ?? 0;
  }
  const bankCents = reader.one(BANK_ONLY, { asOf })?.bankCents ?? 0;
  return (reader.one(STATED_BALANCE, { asOf })?.statedCents ?? 0) - bankCents;
}
