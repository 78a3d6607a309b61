/** What hangs on an import: told before it is undone, so that nobody is surprised (R22). */
import type { Reader } from '../session.ts';
import { amount, int, query } from '../statement.ts';

// What hangs is few: it is looked up from the calls and promises, not from the items.
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
WITH mine AS (
  SELECT count(*) AS lineCount, ifnull(sum(amount_cents), 0) AS amountCents FROM derived_item
  WHERE import_id = @importId
)
SELECT (SELECT count(*) FROM import_customer WHERE import_id = @importId) AS customerCount,
  mine.lineCount, mine.amountCents,
  (SELECT count(DISTINCT k.contact_log_id) FROM contact_log_item AS k CROSS JOIN derived_item AS i
    ON i.receivable_id = k.receivable_id WHERE i.import_id = @importId) AS callCount,
  (SELECT count(DISTINCT k.promise_id) FROM promise_item AS k CROSS JOIN derived_item AS i
    ON i.receivable_id = k.receivable_id WHERE i.import_id = @importId) AS promiseCount,
  (SELECT count(*) FROM note AS n WHERE EXISTS (SELECT 1 FROM import_customer AS t
    WHERE t.import_id = @importId AND t.customer_id = n.customer_id)) AS noteCount
FROM mine`,
});

// Lines of earlier live files that this one took the place of, and no other has since.
const REVIVED = query({
  name: 'imports.undo_revived',
  params: { importId: int },
  row: { lineCount: int, amountCents: amount },
  sql: `
WITH live AS (
  SELECT import_id, covers_from_date, covers_to_date FROM import_batch
  WHERE meaning = 'period' AND import_id NOT IN (SELECT import_id FROM import_undone)
)
SELECT ifnull(sum(d.line_count), 0) AS lineCount, ifnull(sum(d.stated_cents), 0) AS amountCents
FROM live AS this CROSS JOIN live AS earlier CROSS JOIN import_day AS d
  ON d.import_id = earlier.import_id
  AND d.line_date BETWEEN this.covers_from_date AND this.covers_to_date
WHERE this.import_id = @importId AND earlier.import_id < @importId
  AND NOT EXISTS (SELECT 1 FROM live AS other WHERE other.import_id > earlier.import_id
    AND other.import_id <> @importId
    AND d.line_date BETWEEN other.covers_from_date AND other.covers_to_date)`,
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
