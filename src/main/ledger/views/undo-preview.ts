/** What hangs on an import: told before it is undone, so that nobody is surprised (R22). */
import type { Reader } from '../session.ts';
import { amount, int, query } from '../statement.ts';

const HANGING = query({
  name: 'imports.undo_preview',
  params: { importId: int },
  row: {
    customerCount: int,
    lineCount: int,
    amountCents: amount,
    callCount: int,
    promiseCount: int,
    noteCount: int,
  },
  sql: `
WITH mine AS (SELECT receivable_id, customer_id, amount_cents FROM derived_item
  WHERE import_id = @importId)
SELECT (SELECT count(*) FROM import_customer WHERE import_id = @importId) AS customerCount,
  (SELECT count(*) FROM mine) AS lineCount,
  (SELECT ifnull(sum(amount_cents), 0) FROM mine) AS amountCents,
  (SELECT count(DISTINCT i.contact_log_id) FROM contact_log_item AS i
    WHERE i.receivable_id IN (SELECT receivable_id FROM mine)) AS callCount,
  (SELECT count(DISTINCT i.promise_id) FROM promise_item AS i
    WHERE i.receivable_id IN (SELECT receivable_id FROM mine)) AS promiseCount,
  (SELECT count(*) FROM note WHERE customer_id IN (SELECT customer_id FROM mine)) AS noteCount`,
});

const REVIVED = query({
  name: 'imports.undo_revived',
  params: { importId: int },
  row: { lineCount: int, amountCents: amount },
  // Lines of earlier live files that this one took the place of.
  sql: `
SELECT count(*) AS lineCount, ifnull(sum(l.amount_cents), 0) AS amountCents
FROM import_batch AS this
JOIN import_batch AS earlier ON earlier.import_id < this.import_id
  AND earlier.meaning = 'period' AND this.meaning = 'period'
  AND earlier.import_id NOT IN (SELECT import_id FROM import_undone)
CROSS JOIN ledger_line AS l ON l.import_id = earlier.import_id
WHERE this.import_id = @importId
  AND l.line_date BETWEEN this.covers_from_date AND this.covers_to_date`,
});

/** Counts of what would vanish, come back, and stay hanging in the air. */
export function readUndoPreview(reader: Reader, importId: number) {
  const hanging = reader.one(HANGING, { importId });
  const revived = reader.one(REVIVED, { importId });
  return {
    customerCount: hanging?.customerCount ?? 0,
    itemsWithdrawn: { lineCount: hanging?.lineCount ?? 0, amountCents: hanging?.amountCents ?? 0 },
    itemsRevived: revived ?? { lineCount: 0, amountCents: 0 },
    callCount: hanging?.callCount ?? 0,
    promiseCount: hanging?.promiseCount ?? 0,
    noteCount: hanging?.noteCount ?? 0,
  };
}
