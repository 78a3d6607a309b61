/** Files of the watched folder that a person set aside: the last word counts. */
import type { Reader, Writer } from '../session.ts';
import { command, flag, int, query, text } from '../statement.ts';

const ASIDE = query({
  name: 'watched_files.aside',
  row: { fileSha256: text },
  sql: `
SELECT a.file_sha256 AS fileSha256 FROM watched_file_aside AS a
WHERE a.is_aside = 1 AND a.entry_id =
  (SELECT max(entry_id) FROM watched_file_aside WHERE file_sha256 = a.file_sha256)`,
});

/** Hashes of those set aside. */
export function loadFilesAside(reader: Reader): ReadonlySet<string> {
  return new Set(reader.all(ASIDE).map(({ fileSha256 }) => fileSha256));
}

const RECORD = command({
  name: 'watched_files.record_aside',
  params: { fileSha256: text, entryId: int, isAside: flag },
  sql: `
INSERT INTO watched_file_aside (file_sha256, entry_id, is_aside)
VALUES (@fileSha256, @entryId, @isAside)`,
});

/** Sets files aside, or takes them back. */
export function recordFilesAside(
  writer: Writer,
  entryId: number,
  said: { readonly fileSha256s: readonly string[]; readonly isAside: boolean },
): void {
  for (const fileSha256 of new Set(said.fileSha256s)) {
    writer.run(RECORD, { fileSha256, entryId, isAside: said.isAside });
  }
  writer.touch(['watched']);
}
