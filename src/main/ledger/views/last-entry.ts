/** When the journal was last written: a clock before that is wrong. */
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Reader } from '../session.ts';
import { moment, query } from '../statement.ts';

const LAST = query({
  name: 'journal.last_moment',
  row: { recordedAt: moment },
  sql: 'SELECT recorded_at AS recordedAt FROM entry ORDER BY entry_id DESC LIMIT 1',
});

/** The moment of the last entry; null before the first. */
export function readLastEntry(reader: Reader): Instant | null {
  return reader.one(LAST)?.recordedAt ?? null;
}
