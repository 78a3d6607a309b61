/** What the customer file reads beyond what is kept in memory: settled items, origins, contacts. */
import type { ItemKind } from '../../../shared/domain/interpretation/interpretation.ts';
import type { AccountRole } from '../../../shared/domain/statement/account-role.ts';
import type { DueBasis } from '../../../shared/domain/terms/payment-terms.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Reader } from '../session.ts';
import { amount, day, flag, int, nullable, query, text, word } from '../statement.ts';

const SETTLED = query({
  name: 'view.settled_items',
  params: { customerId: int, offset: int, limit: int },
  row: {
    receivableId: int,
    kind: word<ItemKind>(),
    role: word<AccountRole>(),
    documentNumber: text,
    documentDate: day,
    dueDate: nullable(day),
    dueBasis: word<DueBasis>(),
    amountCents: amount,
    currency: text,
    label: text,
    settledDate: nullable(day),
    settledNature: nullable(text),
    isVirtual: flag,
  },
  sql: `
SELECT receivable_id AS receivableId, kind, role, document_number AS documentNumber,
  document_date AS documentDate, due_date AS dueDate, due_basis AS dueBasis,
  amount_cents AS amountCents, currency, label, settled_date AS settledDate,
  settled_nature AS settledNature, is_virtual AS isVirtual
FROM derived_item WHERE customer_id = @customerId AND settled_date IS NOT NULL
ORDER BY settled_date DESC, receivable_id DESC LIMIT @limit OFFSET @offset`,
});

const SETTLED_COUNT = query({
  name: 'view.settled_count',
  params: { customerId: int },
  row: { total: int, totalCents: amount },
  sql: `
SELECT count(*) AS total, ifnull(sum(amount_cents), 0) AS totalCents
FROM derived_item WHERE customer_id = @customerId AND settled_date IS NOT NULL`,
});

const LABELS = query({
  name: 'view.item_labels',
  params: { receivableIds: text },
  row: { receivableId: int, label: text },
  sql: `
SELECT i.receivable_id AS receivableId, i.label
FROM json_each(@receivableIds) AS wanted
CROSS JOIN derived_item AS i ON i.receivable_id = wanted.value`,
});

const PAYMENT_LABELS = query({
  name: 'view.payment_labels',
  params: { paymentIds: text },
  row: { paymentId: int, label: text },
  sql: `
SELECT p.payment_id AS paymentId, p.label
FROM json_each(@paymentIds) AS wanted
CROSS JOIN derived_payment AS p ON p.payment_id = wanted.value`,
});

const RECENTLY_SETTLED = query({
  name: 'view.recently_settled',
  params: { customerIds: text, since: day },
  row: {
    customerId: int,
    receivableId: int,
    dueDate: day,
    settledDate: day,
    amountCents: amount,
    nature: text,
    dueBasis: word<DueBasis>(),
  },
  sql: `
SELECT i.customer_id AS customerId, i.receivable_id AS receivableId, i.due_date AS dueDate,
  i.settled_date AS settledDate, i.amount_cents AS amountCents,
  ifnull(i.settled_nature, 'unknown') AS nature, i.due_basis AS dueBasis
FROM json_each(@customerIds) AS wanted
CROSS JOIN derived_item AS i ON i.customer_id = wanted.value
WHERE i.settled_date >= @since AND i.due_date IS NOT NULL AND i.amount_cents > 0
  AND i.role = 'ordinary'`,
});

const RECEIVED = query({
  name: 'view.received_dates',
  params: { customerIds: text, since: day },
  row: { customerId: int, receivedDate: day },
  sql: `
SELECT p.customer_id AS customerId, p.received_date AS receivedDate
FROM json_each(@customerIds) AS wanted
CROSS JOIN derived_payment AS p ON p.customer_id = wanted.value
WHERE p.received_date >= @since AND p.amount_cents > 0 AND p.nature IN ('bank', 'cash')`,
});

const ITEM = query({
  name: 'view.item',
  params: { receivableId: int },
  row: {
    customerId: int,
    documentDate: nullable(day),
    importId: nullable(int),
    lineNumber: nullable(int),
    documentNumber: nullable(text),
  },
  sql: `
SELECT r.customer_id AS customerId, i.document_date AS documentDate, i.import_id AS importId,
  i.line_number AS lineNumber, i.document_number AS documentNumber
FROM receivable AS r LEFT JOIN derived_item AS i USING (receivable_id)
WHERE r.receivable_id = @receivableId`,
});

const ITEM_LINES = query({
  name: 'view.item_lines',
  params: { customerId: int, importId: int, lineNumber: int },
  row: {
    fileName: text,
    lineNumber: int,
    lineDate: day,
    journalCode: text,
    entryNumber: text,
    documentNumber: text,
    label: text,
    amountCents: amount,
    letter: nullable(text),
  },
  sql: `
SELECT b.file_name AS fileName, l.line_number AS lineNumber, l.line_date AS lineDate,
  l.journal_code AS journalCode, l.entry_number AS entryNumber,
  l.document_number AS documentNumber, l.label, l.amount_cents AS amountCents, l.letter
FROM ledger_line AS l JOIN import_batch AS b USING (import_id)
WHERE l.customer_id = @customerId AND l.import_id = @importId AND l.line_number = @lineNumber
UNION ALL
SELECT b.file_name, s.line_number, ifnull(s.document_date, b.stated_on_date), '', '',
  s.document_number, s.label, s.open_cents, NULL
FROM stated_item AS s JOIN import_batch AS b USING (import_id)
WHERE s.customer_id = @customerId AND s.import_id = @importId AND s.line_number = @lineNumber
UNION ALL
SELECT b.file_name, s.line_number, s.document_date, '', '', s.document_number, s.label,
  s.amount_cents, NULL
FROM stated_row AS s JOIN import_batch AS b USING (import_id)
WHERE s.customer_id = @customerId AND s.import_id = @importId AND s.line_number = @lineNumber`,
});

const ITEM_ALLOCATIONS = query({
  name: 'view.item_allocations',
  params: { customerId: int, receivableId: int },
  row: {
    effectiveDate: day,
    amountCents: amount,
    basis: text,
    nature: text,
    paymentLabel: nullable(text),
  },
  sql: `
SELECT a.effective_date AS effectiveDate, a.amount_cents AS amountCents, a.basis, a.nature,
  p.label AS paymentLabel
FROM derived_allocation AS a LEFT JOIN derived_payment AS p USING (payment_id)
WHERE a.customer_id = @customerId AND a.receivable_id = @receivableId
ORDER BY a.effective_date`,
});

const CONTACTS = query({
  name: 'view.contacts',
  params: { customerId: int },
  row: {
    contactId: int,
    name: text,
    role: text,
    email: nullable(text),
    phone: nullable(text),
    mobile: nullable(text),
    comment: text,
  },
  sql: `
SELECT contact_id AS contactId, name, role, email, phone, mobile, comment
FROM contact AS k WHERE customer_id = @customerId AND is_removed = 0
  AND entry_id = (SELECT max(entry_id) FROM contact WHERE contact_id = k.contact_id)
ORDER BY contact_id`,
});

const STATED_CONTACTS = query({
  name: 'view.stated_contacts',
  params: { customerId: int },
  row: { name: text, role: nullable(text), email: nullable(text), phone: nullable(text) },
  sql: `
SELECT name, role, email, phone FROM stated_contact
WHERE customer_id = @customerId AND import_id = (
  SELECT max(import_id) FROM stated_contact WHERE customer_id = @customerId
    AND import_id NOT IN (SELECT import_id FROM import_undone))
ORDER BY line_number`,
});

/** A window of the settled items of a customer, latest first. */
export function readSettledItems(
  reader: Reader,
  window: { readonly customerId: number; readonly offset: number; readonly limit: number },
) {
  const count = reader.one(SETTLED_COUNT, { customerId: window.customerId });
  return {
    total: count?.total ?? 0,
    totalCents: count?.totalCents ?? 0,
    rows: reader.all(SETTLED, window),
  };
}

/** Labels of some items, by id. */
export function readItemLabels(reader: Reader, receivableIds: readonly number[]) {
  const rows = reader.all(LABELS, { receivableIds: JSON.stringify(receivableIds) });
  return new Map(rows.map((row) => [row.receivableId, row.label]));
}

/** Labels of some payments, by id. */
export function readPaymentLabels(reader: Reader, paymentIds: readonly number[]) {
  const rows = reader.all(PAYMENT_LABELS, { paymentIds: JSON.stringify(paymentIds) });
  return new Map(rows.map((row) => [row.paymentId, row.label]));
}

/** Items of some customers settled since a day, for habits and the chart of delays. */
export function readRecentlySettled(
  reader: Reader,
  customerIds: readonly number[],
  since: CalendarDate,
) {
  return reader.all(RECENTLY_SETTLED, { customerIds: JSON.stringify(customerIds), since });
}

/** Days on which money came from some customers since a day. */
export function readReceivedDates(
  reader: Reader,
  customerIds: readonly number[],
  since: CalendarDate,
) {
  return reader.all(RECEIVED, { customerIds: JSON.stringify(customerIds), since });
}

/** The customer and the stated place of an item; null for an id that is none. */
export function readItem(reader: Reader, receivableId: number) {
  return reader.one(ITEM, { receivableId });
}

/** The stated line of an item and everything that reduced it. */
export function readItemOrigin(reader: Reader, receivableId: number) {
  const item = reader.one(ITEM, { receivableId });
  if (item === null) return null;
  const { customerId, importId, lineNumber } = item;
  const lines =
    importId === null || lineNumber === null
      ? []
      : reader.all(ITEM_LINES, { customerId, importId, lineNumber });
  return { lines, allocations: reader.all(ITEM_ALLOCATIONS, { customerId, receivableId }) };
}

/** Contacts typed for a customer, as they stand. */
export function readContacts(reader: Reader, customerId: number) {
  return reader.all(CONTACTS, { customerId });
}

/** Contacts that the last file with contacts of this customer states. */
export function readStatedContacts(reader: Reader, customerId: number) {
  return reader.all(STATED_CONTACTS, { customerId });
}
