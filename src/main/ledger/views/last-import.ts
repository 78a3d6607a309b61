/** The last import that counts, by which what was chosen on its figures is known to be old. */
import type { Reader } from '../session.ts';
import { int, query } from '../statement.ts';

const LAST = query({
  name: 'imports.last_live',
  row: { importId: int, undoneCount: int },
  sql: `
SELECT ifnull((SELECT max(import_id) FROM import_batch
    WHERE import_id NOT IN (SELECT import_id FROM import_undone)), 0) AS importId,
  (SELECT count(*) FROM import_undone) AS undoneCount`,
});

/** Its id; another after an import or an undo. 0 before the first. */
export function readLastImportId(reader: Reader): number {
  const last = reader.one(LAST);
  return (last?.importId ?? 0) - (last?.undoneCount ?? 0) * 1_000_000;
}
