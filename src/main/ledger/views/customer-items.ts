/** The items, payments and origins that a customer file shows. */
import type {
  ItemKind,
  SettlementNature,
} from '../../../shared/domain/interpretation/interpretation.ts';
import { sumApart } from '../../../shared/domain/receivable/currency.ts';
import type { Reader } from '../session.ts';
import { amount, day, flag, int, nullable, query, text, word } from '../statement.ts';
import { documentColumns } from './open-items.ts';

const itemColumns = {
  receivableId: int,
  customerId: int,
  kind: word<ItemKind>(),
  ...documentColumns,
  label: text,
  namesDocumentNumber: nullable(text),
  isReversed: flag,
  settledDate: nullable(day),
  settledNature: nullable(word<SettlementNature>()),
  isVirtual: flag,
};

const ITEM = query({
  name: 'items.one',
  params: { receivableId: int },
  row: { ...itemColumns, outstandingCents: amount },
  sql: `
SELECT i.receivable_id AS receivableId, i.customer_id AS customerId, i.kind, i.role,
  i.document_number AS documentNumber, i.document_date AS documentDate, i.due_date AS dueDate,
  i.due_basis AS dueBasis, i.amount_cents AS amountCents, i.currency, i.label,
  i.names_document_number AS namesDocumentNumber, i.is_reversed AS isReversed,
  i.settled_date AS settledDate, i.settled_nature AS settledNature, i.is_virtual AS isVirtual,
  ifnull((SELECT o.outstanding_cents FROM derived_open_item AS o
    WHERE o.customer_id = i.customer_id AND o.receivable_id = i.receivable_id), 0)
    AS outstandingCents
FROM derived_item AS i WHERE i.receivable_id = @receivableId`,
});

/** One item with what is open of it; null when no live statement speaks of it. */
export function readItem(reader: Reader, receivableId: number) {
  return reader.one(ITEM, { receivableId });
}

const SETTLED = query({
  name: 'items.settled',
  params: { customerId: int, offset: int, limit: int },
  row: itemColumns,
  sql: `
SELECT receivable_id AS receivableId, customer_id AS customerId, kind, role,
  document_number AS documentNumber, document_date AS documentDate, due_date AS dueDate,
  due_basis AS dueBasis, amount_cents AS amountCents, currency, label,
  names_document_number AS namesDocumentNumber, is_reversed AS isReversed,
  settled_date AS settledDate, settled_nature AS settledNature, is_virtual AS isVirtual
FROM derived_item WHERE customer_id = @customerId
  AND settled_date <= (SELECT as_of_date FROM derived_state)
ORDER BY settled_date DESC, due_date DESC, receivable_id DESC LIMIT @limit OFFSET @offset`,
});

const SETTLED_TOTAL = query({
  name: 'items.settled_total',
  params: { customerId: int },
  row: { currency: text, itemCount: int, amountCents: amount },
  sql: `
SELECT currency, count(*) AS itemCount, sum(amount_cents) AS amountCents
FROM derived_item WHERE customer_id = @customerId
  AND settled_date <= (SELECT as_of_date FROM derived_state)
GROUP BY currency`,
});

/** Settled items of a customer, the last settled first, with their sum in each currency. */
export function readSettledItems(
  reader: Reader,
  page: { readonly customerId: number; readonly offset: number; readonly limit: number },
) {
  const { customerId } = page;
  const totals = reader.all(SETTLED_TOTAL, { customerId });
  const total = totals.reduce((count, { itemCount }) => count + itemCount, 0);
  return { total, ...sumApart(totals), rows: reader.all(SETTLED, page) };
}

const LABELS = query({
  name: 'items.labels',
  params: { customerId: int },
  row: { receivableId: int, label: text, bookedDate: day },
  sql: `
SELECT i.receivable_id AS receivableId, i.label, i.booked_date AS bookedDate
FROM derived_open_item AS o CROSS JOIN derived_item AS i ON i.receivable_id = o.receivable_id
WHERE o.customer_id = @customerId`,
});

/** The labels of a customer's open items, by receivable. */
export function readItemLabels(reader: Reader, customerId: number): ReadonlyMap<number, string> {
  const rows = reader.all(LABELS, { customerId });
  return new Map(rows.map(({ receivableId, label }) => [receivableId, label]));
}

const WITHDRAWN = query({
  name: 'items.withdrawn',
  params: { customerId: int },
  row: { receivableId: int, sourceKey: text },
  sql: `
SELECT r.receivable_id AS receivableId, r.source_key AS sourceKey
FROM receivable AS r
WHERE r.customer_id = @customerId
  AND NOT EXISTS (SELECT 1 FROM derived_item WHERE receivable_id = r.receivable_id)
  AND (EXISTS (SELECT 1 FROM promise_item AS p WHERE p.receivable_id = r.receivable_id)
    OR EXISTS (SELECT 1 FROM dispute_item AS d WHERE d.receivable_id = r.receivable_id)
    OR EXISTS (SELECT 1 FROM hold AS h
      WHERE h.customer_id = r.customer_id AND h.receivable_id = r.receivable_id)
    OR EXISTS (SELECT 1 FROM contact_log AS l CROSS JOIN contact_log_item AS li
      ON li.contact_log_id = l.contact_log_id
      WHERE l.customer_id = r.customer_id AND li.receivable_id = r.receivable_id))
ORDER BY r.receivable_id`,
});

/**
 * Items that no live statement speaks of any more (their import was undone, or restated without
 * them) but on which people's calls, promises, disputes or stops hang.
 */
export function readWithdrawnItems(reader: Reader, customerId: number) {
  return reader.all(WITHDRAWN, { customerId });
}

const ORIGIN_LINES = query({
  name: 'items.origin_lines',
  params: { receivableId: int },
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
FROM derived_item AS i CROSS JOIN ledger_line AS l ON l.customer_id = i.customer_id
  AND l.import_id = i.import_id AND l.line_number = i.line_number
CROSS JOIN import_batch AS b ON b.import_id = l.import_id
WHERE i.receivable_id = @receivableId
UNION ALL
SELECT b.file_name, s.line_number, ifnull(s.document_date, b.stated_on_date), '', '',
  s.document_number, s.label, s.amount_cents, NULL
FROM derived_item AS i CROSS JOIN stated_item AS s ON s.customer_id = i.customer_id
  AND s.import_id = i.import_id AND s.line_number = i.line_number
CROSS JOIN import_batch AS b ON b.import_id = s.import_id
WHERE i.receivable_id = @receivableId
UNION ALL
SELECT b.file_name, w.line_number, w.document_date, '', '', w.document_number, w.label,
  w.amount_cents, NULL
FROM derived_item AS i CROSS JOIN stated_row AS w ON w.customer_id = i.customer_id
  AND w.import_id = i.import_id AND w.line_number = i.line_number
CROSS JOIN import_batch AS b ON b.import_id = w.import_id
WHERE i.receivable_id = @receivableId`,
});

const ORIGIN_ALLOCATIONS = query({
  name: 'items.origin_allocations',
  params: { receivableId: int },
  row: {
    effectiveDate: day,
    amountCents: amount,
    basis: text,
    nature: word<SettlementNature>(),
    paymentLabel: nullable(text),
  },
  sql: `
SELECT a.effective_date AS effectiveDate, a.amount_cents AS amountCents, a.basis, a.nature,
  p.label AS paymentLabel
FROM derived_item AS i CROSS JOIN derived_allocation AS a ON a.customer_id = i.customer_id
  AND a.receivable_id = i.receivable_id
LEFT JOIN derived_payment AS p ON p.payment_id = a.payment_id
WHERE i.receivable_id = @receivableId ORDER BY a.effective_date, a.amount_cents DESC`,
});

/** What an item is made of: the stated line, and every allocation on it. */
export function readItemOrigin(reader: Reader, receivableId: number) {
  return {
    lines: reader.all(ORIGIN_LINES, { receivableId }),
    allocations: reader.all(ORIGIN_ALLOCATIONS, { receivableId }),
  };
}

const RECEIVABLE = query({
  name: 'items.identity',
  params: { receivableId: int },
  row: { receivableId: int, customerId: int, sourceKey: text },
  sql: `
SELECT receivable_id AS receivableId, customer_id AS customerId, source_key AS sourceKey
FROM receivable WHERE receivable_id = @receivableId`,
});

/** Whose item an identity is; null for an unknown one. */
export function readIdentity(reader: Reader, receivableId: number) {
  return reader.one(RECEIVABLE, { receivableId });
}
