/** Compares the records of every import with the digest that its entry of the journal carries. */
import { loadContext } from '../interpretation/context.ts';
import { ledgerFacts } from '../interpretation/facts.ts';
import { GROUP_SIZE } from '../interpretation/reinterpret.ts';
import type { Reader } from '../session.ts';
import { int, query, text } from '../statement.ts';
import { RecordsDigest } from './records-digest.ts';

const IMPORTS = query({
  name: 'verify.imports',
  row: { importId: int, recordsSha256: text },
  // A payload that was purged takes its digest with it.
  sql: `
SELECT b.import_id AS importId, json_extract(p.payload, '$.recordsSha256') AS recordsSha256
FROM import_batch AS b CROSS JOIN entry_payload AS p ON p.entry_id = b.entry_id
WHERE json_extract(p.payload, '$.recordsSha256') IS NOT NULL ORDER BY b.import_id`,
});

const CUSTOMERS = query({
  name: 'verify.import_customers',
  params: { importId: int },
  row: { customerId: int, code: text },
  sql: `
SELECT t.customer_id AS customerId, c.code
FROM import_customer AS t CROSS JOIN customer AS c ON c.customer_id = t.customer_id
WHERE t.import_id = @importId ORDER BY t.customer_id`,
});

/** The imports whose records are not those that were committed; empty when all are. */
export function verifyRecords(
  reader: Reader,
  tick?: (importsDone: number, importsInAll: number) => void,
): number[] {
  const labels = loadContext(reader);
  const imports = reader.all(IMPORTS);
  const changed: number[] = [];
  for (const [index, { importId, recordsSha256 }] of imports.entries()) {
    // Undone imports keep their records: each is read as if it were the only live one.
    const facts = ledgerFacts(reader, { ...labels, imports: [{ importId }] });
    const digest = new RecordsDigest(importId);
    const customers = reader.all(CUSTOMERS, { importId });
    for (let at = 0; at < customers.length; at += GROUP_SIZE) {
      const found = facts(customers.slice(at, at + GROUP_SIZE));
      for (const { customerId } of customers.slice(at, at + GROUP_SIZE)) {
        const own = found.get(customerId);
        if (own !== undefined) digest.add(customerId, own);
      }
    }
    if (digest.digest() !== recordsSha256) changed.push(importId);
    tick?.(index + 1, imports.length);
  }
  return changed;
}
