/**
 * Ctrl+K: customers, documents, contacts and amounts, by what is typed of them.
 *
 * Words are looked for in any order (`val bat` finds « Bâtiments du Val »); a document by the
 * beginning of its number first, then by any part of it; an amount by its cents.
 */
import type { Cents } from '../../../shared/kernel/cents.ts';
import { searchTextOf } from '../search-text.ts';
import type { Reader } from '../session.ts';
import { amount, day, int, nullable, query, text } from '../statement.ts';

const CUSTOMERS = query({
  name: 'search.customers',
  params: { words: text, exact: text, limit: int },
  row: {
    customerId: int,
    code: text,
    name: text,
    city: nullable(text),
    siren: nullable(text),
    outstandingCents: amount,
  },
  sql: `
SELECT c.customer_id AS customerId, c.code, c.name, c.city, c.siren,
  ifnull((SELECT sum(o.outstanding_cents) FROM derived_open_item AS o
    WHERE o.customer_id = c.customer_id), 0) AS outstandingCents
FROM derived_customer AS c
WHERE NOT EXISTS (SELECT 1 FROM json_each(@words) AS w WHERE instr(c.search, w.value) = 0)
ORDER BY c.code = @exact COLLATE NOCASE DESC, instr(c.search, @exact) = 1 DESC,
  outstandingCents DESC,
  c.customer_id
LIMIT @limit`,
});

const documentColumns = {
  receivableId: int,
  customerId: int,
  customerName: text,
  documentNumber: text,
  documentDate: day,
  amountCents: amount,
  outstandingCents: amount,
};

const DOCUMENTS_BY_PREFIX = query({
  name: 'search.documents_by_prefix',
  params: { from: text, to: text, limit: int },
  row: documentColumns,
  sql: `
SELECT i.receivable_id AS receivableId, i.customer_id AS customerId, c.name AS customerName,
  i.document_number AS documentNumber, i.document_date AS documentDate,
  i.amount_cents AS amountCents,
  ifnull((SELECT o.outstanding_cents FROM derived_open_item AS o
    WHERE o.customer_id = i.customer_id AND o.receivable_id = i.receivable_id), 0)
    AS outstandingCents
FROM derived_item AS i JOIN derived_customer AS c ON c.customer_id = i.customer_id
WHERE i.document_number >= @from COLLATE NOCASE AND i.document_number < @to COLLATE NOCASE
ORDER BY i.document_number COLLATE NOCASE LIMIT @limit`,
});

const OPEN_DOCUMENTS_BY_PART = query({
  name: 'search.open_documents_by_part',
  params: { part: text, limit: int },
  row: documentColumns,
  sql: `
SELECT o.receivable_id AS receivableId, o.customer_id AS customerId, c.name AS customerName,
  o.document_number AS documentNumber, o.document_date AS documentDate,
  o.amount_cents AS amountCents, o.outstanding_cents AS outstandingCents
FROM derived_open_item AS o JOIN derived_customer AS c ON c.customer_id = o.customer_id
WHERE o.receivable_id IS NOT NULL AND instr(lower(o.document_number), @part) > 0
ORDER BY o.document_date DESC LIMIT @limit`,
});

const BY_AMOUNT = query({
  name: 'search.open_by_amount',
  params: { amountCents: amount, limit: int },
  row: { ...documentColumns, receivableId: nullable(int) },
  sql: `
SELECT o.receivable_id AS receivableId, o.customer_id AS customerId, c.name AS customerName,
  o.document_number AS documentNumber, o.document_date AS documentDate,
  o.amount_cents AS amountCents, o.outstanding_cents AS outstandingCents
FROM derived_open_item AS o JOIN derived_customer AS c ON c.customer_id = o.customer_id
WHERE abs(o.outstanding_cents) = @amountCents OR abs(o.amount_cents) = @amountCents
ORDER BY abs(o.outstanding_cents) = @amountCents DESC, o.document_date DESC LIMIT @limit`,
});

const BALANCES_BY_AMOUNT = query({
  name: 'search.balances_by_amount',
  params: { amountCents: amount, limit: int },
  row: { customerId: int, code: text, name: text, outstandingCents: amount },
  sql: `
SELECT c.customer_id AS customerId, c.code, c.name, s.cents AS outstandingCents
FROM (SELECT customer_id, sum(outstanding_cents) AS cents FROM derived_open_item
  GROUP BY customer_id HAVING sum(outstanding_cents) = @amountCents) AS s
JOIN derived_customer AS c ON c.customer_id = s.customer_id ORDER BY c.name LIMIT @limit`,
});

const CONTACTS = query({
  name: 'search.contacts',
  params: { folded: text, digits: text, limit: int },
  row: {
    customerId: int,
    customerName: text,
    contactName: text,
    email: nullable(text),
    phone: nullable(text),
  },
  sql: `
WITH known AS (
  SELECT k.customer_id, k.name, k.email, coalesce(k.phone, k.mobile) AS phone,
    ifnull(k.phone, '') || ' ' || ifnull(k.mobile, '') AS phones
  FROM contact AS k WHERE k.is_removed = 0
    AND k.entry_id = (SELECT max(entry_id) FROM contact WHERE contact_id = k.contact_id)
  UNION ALL
  SELECT k.customer_id, k.name, k.email, k.phone, ifnull(k.phone, '') FROM stated_contact AS k
  WHERE k.import_id NOT IN (SELECT import_id FROM import_undone)
  UNION ALL
  SELECT s.customer_id, ifnull(s.name, ''), s.email, s.phone, ifnull(s.phone, '')
  FROM stated_customer AS s WHERE (s.email <> '' OR s.phone <> '')
    AND s.import_id NOT IN (SELECT import_id FROM import_undone)
)
SELECT DISTINCT known.customer_id AS customerId, c.name AS customerName, known.name AS contactName,
  known.email, known.phone
FROM known JOIN derived_customer AS c ON c.customer_id = known.customer_id
WHERE instr(lower(known.name), @folded) > 0 OR instr(lower(ifnull(known.email, '')), @folded) > 0
  OR (length(@digits) >= 4 AND instr(replace(replace(replace(replace(replace(replace(
    known.phones, ' ', ''), '.', ''), '-', ''), '(0)', ''), '+33', '0'), '/', ''), @digits) > 0)
ORDER BY c.name LIMIT @limit`,
});

/** What may be sought. `typed` is the text as typed; `amountCents` what it says as an amount. */
export interface SearchInput {
  readonly typed: string;
  readonly amountCents: Cents | null;
  readonly limit: number;
}

/** Finds by all ways at once; each list is limited. */
export function search(reader: Reader, { typed, amountCents, limit }: SearchInput) {
  const folded = searchTextOf([typed]);
  const words = folded === '' ? [] : folded.split(' ');
  const part = typed.trim().toLowerCase();
  if (part === '') return { customers: [], documents: [], contacts: [], amounts: [], balances: [] };
  const digits = typed.replace(/\D/g, '').replace(/^33/, '0');
  return {
    customers:
      words.length === 0
        ? []
        : reader.all(CUSTOMERS, { words: JSON.stringify(words), exact: folded, limit }),
    documents: findDocuments(reader, part, limit),
    contacts: reader.all(CONTACTS, { folded: part, digits, limit }),
    amounts: amountCents === null ? [] : reader.all(BY_AMOUNT, { amountCents, limit }),
    balances: amountCents === null ? [] : reader.all(BALANCES_BY_AMOUNT, { amountCents, limit }),
  };
}

function findDocuments(reader: Reader, part: string, limit: number) {
  // No text that begins with the part comes after the part followed by the last character.
  const found = reader.all(DOCUMENTS_BY_PREFIX, { from: part, to: `${part}\u{10ffff}`, limit });
  if (found.length >= limit || part.length < 3) return found;
  const known = new Set(found.map(({ receivableId }) => receivableId));
  const others = reader.all(OPEN_DOCUMENTS_BY_PART, { part, limit });
  return [...found, ...others.filter(({ receivableId }) => !known.has(receivableId))].slice(
    0,
    limit,
  );
}
