/** Imports by what they are: live or undone, of which file, over which period. */
import type { Reader } from '../session.ts';
import { int, query, text } from '../statement.ts';

const SAME_FILE = query({
  name: 'imports.same_file',
  params: { fileSha256: text, scope: text },
  row: { importId: int },
  sql: `
SELECT max(import_id) AS importId FROM import_batch
WHERE file_sha256 = @fileSha256 AND scope = @scope
  AND import_id NOT IN (SELECT import_id FROM import_undone)
HAVING importId IS NOT NULL`,
});

/** The live import of these very bytes with this scope, or null. */
export function liveImportOf(reader: Reader, fileSha256: string, scope: string): number | null {
  return reader.one(SAME_FILE, { fileSha256, scope })?.importId ?? null;
}
