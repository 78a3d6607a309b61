/**
 * Ctrl+K: what a person on the telephone has at hand — a piece of a name, of an invoice number, a
 * telephone number, an amount — finds the customer.
 */
import type { Cents } from '../../../shared/kernel/cents.ts';
import type { Reader } from '../session.ts';
import { amount, int, nullable, query, text, word } from '../statement.ts';

const found = {
  kind: word<'document' | 'contact' | 'amount'>(),
  customerId: int,
  receivableId: nullable(int),
  title: text,
  detail: text,
  amountCents: nullable(amount),
};

const DOCUMENTS = query({
  name: 'view.find_documents',
  params: { prefix: text, end: text, limit: int },
  row: found,
  sql: `
SELECT 'document' AS kind, customer_id AS customerId, receivable_id AS receivableId,
  document_number AS title, label AS detail, amount_cents AS amountCents
FROM derived_item
WHERE document_number >= @prefix COLLATE NOCASE AND document_number < @end COLLATE NOCASE
ORDER BY document_number COLLATE NOCASE LIMIT @limit`,
});

// A fragment inside a number is looked for among what is open only: the rest would be a full scan.
const OPEN_FRAGMENTS = query({
  name: 'view.find_open_fragments',
  params: { fragment: text, limit: int },
  row: found,
  sql: `
SELECT 'document' AS kind, customer_id AS customerId, receivable_id AS receivableId,
  document_number AS title, '' AS detail, amount_cents AS amountCents
FROM derived_open_item
WHERE instr(lower(document_number), @fragment) > 0 AND receivable_id IS NOT NULL LIMIT @limit`,
});

const AMOUNTS = query({
  name: 'view.find_amounts',
  params: { cents: amount, limit: int },
  row: found,
  sql: `
SELECT 'amount' AS kind, customer_id AS customerId, receivable_id AS receivableId,
  document_number AS title, due_date AS detail, outstanding_cents AS amountCents
FROM derived_open_item
WHERE (outstanding_cents = @cents OR amount_cents = @cents OR outstanding_cents = -@cents)
ORDER BY due_date LIMIT @limit`,
});

const CONTACTS = query({
  name: 'view.find_contacts',
  params: { fragment: text, digits: nullable(text), limit: int },
  row: found,
  sql: `
WITH known AS (
  SELECT customer_id, name, ifnull(email, '') AS email,
    replace(replace(replace(ifnull(phone, '') || ' ' || ifnull(mobile, ''), ' ', ''), '.', ''),
      '-', '') AS digits
  FROM contact AS k WHERE is_removed = 0
    AND entry_id = (SELECT max(entry_id) FROM contact WHERE contact_id = k.contact_id)
  UNION ALL
  SELECT customer_id, name, ifnull(email, ''),
    replace(replace(replace(ifnull(phone, ''), ' ', ''), '.', ''), '-', '')
  FROM stated_contact WHERE import_id NOT IN (SELECT import_id FROM import_undone)
)
SELECT 'contact' AS kind, customer_id AS customerId, NULL AS receivableId, name AS title,
  iif(email <> '', email, digits) AS detail, NULL AS amountCents
FROM known
WHERE instr(lower(name), @fragment) > 0 OR instr(lower(email), @fragment) > 0
  OR (@digits IS NOT NULL AND instr(digits, @digits) > 0)
LIMIT @limit`,
});

export type Found = ReturnType<typeof findDocuments>[number];

/** Documents whose number starts so; then open ones whose number holds it. */
export function findDocuments(reader: Reader, typed: string, limit: number) {
  const started = reader.all(DOCUMENTS, { prefix: typed, end: `${typed}\uffff`, limit });
  if (started.length >= limit || typed.length < 3) return started;
  const known = new Set(started.map((row) => row.receivableId));
  const inside = reader.all(OPEN_FRAGMENTS, { fragment: typed.toLowerCase(), limit });
  return [...started, ...inside.filter((row) => !known.has(row.receivableId))].slice(0, limit);
}

/** Open items of exactly this amount, credits included. */
export function findAmounts(reader: Reader, cents: Cents, limit: number): Found[] {
  return reader.all(AMOUNTS, { cents, limit });
}

/** Contacts by a piece of their name, address or telephone number. */
export function findContacts(reader: Reader, typed: string, limit: number): Found[] {
  const digits = typed.replace(/\D/g, '');
  return reader.all(CONTACTS, {
    fragment: typed.toLowerCase(),
    digits: digits.length >= 6 ? digits : null,
    limit,
  });
}
