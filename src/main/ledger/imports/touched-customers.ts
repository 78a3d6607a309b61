/**
 * Whose figures an import changes: the customers it names, and those whose earlier lines it takes
 * the place of. The undo of an import touches the same customers.
 */
import type { Reader } from '../session.ts';
import { int, query } from '../statement.ts';

const TOUCHED = query({
  name: 'imports.touched_customers',
  params: { importId: int },
  row: { customerId: int },
  sql: `
SELECT DISTINCT t.customer_id AS customerId
FROM import_batch AS this CROSS JOIN import_batch AS other CROSS JOIN import_customer AS t
  ON t.import_id = other.import_id
WHERE this.import_id = @importId
  AND (other.import_id = this.import_id
    OR (other.meaning = this.meaning
      AND other.import_id NOT IN (SELECT import_id FROM import_undone)
      AND (this.meaning = 'open_items'
        OR (this.meaning = 'period' AND this.covers_from_date <= other.covers_to_date
          AND other.covers_from_date <= this.covers_to_date))))
ORDER BY customerId`,
});

/** Ids of the customers to interpret again when this import comes or goes. */
export function touchedByImport(reader: Reader, importId: number): number[] {
  return reader.all(TOUCHED, { importId }).map(({ customerId }) => customerId);
}
