/** Whose an e-mail address is, and the numbers that documents bear. */
import type { Reader } from '../session.ts';
import { int, query, text } from '../statement.ts';

const OF_ADDRESS = query({
  name: 'senders.of_address',
  params: { address: text },
  row: { customerId: int },
  sql: `
SELECT k.customer_id AS customerId FROM contact AS k
WHERE lower(trim(k.email)) = @address AND k.is_removed = 0
  AND k.entry_id = (SELECT max(entry_id) FROM contact WHERE contact_id = k.contact_id)
UNION
SELECT s.customer_id FROM stated_contact AS s
WHERE lower(trim(s.email)) = @address
  AND s.import_id NOT IN (SELECT import_id FROM import_undone)
UNION
SELECT s.customer_id FROM stated_customer AS s
WHERE lower(trim(s.email)) = @address
  AND s.import_id NOT IN (SELECT import_id FROM import_undone)
ORDER BY 1`,
});

const NUMBERS = query({
  name: 'senders.document_numbers',
  row: { documentNumber: text },
  sql: `
SELECT DISTINCT document_number AS documentNumber FROM derived_item WHERE document_number <> ''`,
});

/** The customers with that address, whatever its case. */
export function findCustomersOfAddress(reader: Reader, address: string): number[] {
  const wanted = address.trim().toLowerCase();
  if (wanted === '') return [];
  return reader.all(OF_ADDRESS, { address: wanted }).map(({ customerId }) => customerId);
}

/** Numbers of every document ever seen, open or settled. */
export function readDocumentNumbers(reader: Reader): string[] {
  return reader.all(NUMBERS).map(({ documentNumber }) => documentNumber);
}
