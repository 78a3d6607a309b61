/** The preview of a staging, kept inside it: the commit asks again what a person had to answer. */
import { openScratch } from '../sqlite.ts';

/** Keeps what was shown. */
export function keepPreview(stagingFile: string, preview: unknown): void {
  const connection = openScratch(stagingFile);
  try {
    connection.exec(
      'CREATE TABLE IF NOT EXISTS staged_preview (preview TEXT NOT NULL) STRICT; DELETE FROM staged_preview;',
    );
    connection
      .prepare('INSERT INTO staged_preview (preview) VALUES (?)')
      .run(JSON.stringify(preview));
  } finally {
    connection.close();
  }
}

/** What was shown; null where the staging was not previewed. */
export function loadPreview(stagingFile: string): unknown {
  const connection = openScratch(stagingFile);
  try {
    const table = "SELECT 1 FROM sqlite_schema WHERE name = 'staged_preview'";
    if (connection.prepare(table).get() === undefined) return null;
    const row = connection
      .prepare<[], { preview: string }>('SELECT preview FROM staged_preview')
      .get();
    return row === undefined ? null : (JSON.parse(row.preview) as unknown);
  } finally {
    connection.close();
  }
}
