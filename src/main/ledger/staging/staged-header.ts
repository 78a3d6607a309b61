/** The header of a finished staging. */
import { openScratch } from '../sqlite.ts';
import type { StoredHeader } from './staging.ts';

/** Reads the header; a staging that was not finished is a broken invariant. */
export function readHeader(stagingFile: string): StoredHeader {
  const connection = openScratch(stagingFile);
  try {
    const row = connection
      .prepare<[], { header: string }>('SELECT header FROM staged_header')
      .get();
    if (row === undefined) throw new Error('The staging has no header.');
    return JSON.parse(row.header) as StoredHeader;
  } finally {
    connection.close();
  }
}
