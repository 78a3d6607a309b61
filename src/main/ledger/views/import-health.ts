/** How sound the books are: imports alive, customers whose totals differ, terms confirmed. */
import type { Reader } from '../session.ts';
import { flag, int, query } from '../statement.ts';

const HEALTH = query({
  name: 'imports.health',
  row: {
    importCount: int,
    differingCustomerCount: int,
    confirmedCustomerCount: int,
    unconfirmedCustomerCount: int,
  },
  sql: `
SELECT
  (SELECT count(*) FROM import_batch
    WHERE import_id NOT IN (SELECT import_id FROM import_undone)) AS importCount,
  (SELECT count(*) FROM derived_customer WHERE control_difference_cents <> 0)
    AS differingCustomerCount,
  (SELECT count(DISTINCT o.customer_id) FROM derived_open_item AS o
    WHERE o.due_basis <> 'estimated' AND o.due_date IS NOT NULL) AS confirmedCustomerCount,
  (SELECT count(DISTINCT o.customer_id) FROM derived_open_item AS o
    WHERE o.due_basis = 'estimated') AS unconfirmedCustomerCount`,
});

const NOTHING = {
  importCount: 0,
  differingCustomerCount: 0,
  confirmedCustomerCount: 0,
  unconfirmedCustomerCount: 0,
};

/** Counts over the whole ledger. */
export function readImportHealth(reader: Reader): typeof NOTHING {
  return reader.one(HEALTH) ?? NOTHING;
}

// One of each is enough: the whole ledger is counted for the screen only.
const FOUNDATION = query({
  name: 'imports.foundation',
  row: { hasImport: flag, hasConfirmed: flag },
  sql: `
SELECT
  EXISTS (SELECT 1 FROM import_batch
    WHERE import_id NOT IN (SELECT import_id FROM import_undone)) AS hasImport,
  EXISTS (SELECT 1 FROM derived_open_item
    WHERE due_basis <> 'estimated' AND due_date IS NOT NULL) AS hasConfirmed`,
});

/** Whether books are in, and some open item has a due date that is no estimate. */
export function readFoundation(reader: Reader): {
  readonly hasImport: boolean;
  readonly hasConfirmed: boolean;
} {
  return reader.one(FOUNDATION) ?? { hasImport: false, hasConfirmed: false };
}
