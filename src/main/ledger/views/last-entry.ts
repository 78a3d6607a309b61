/** The end of the journal: when it was last written, and what it has come to. */
import type { Instant } from '../../../shared/kernel/instant.ts';
import type { Reader } from '../session.ts';
import { blob, int, moment, query } from '../statement.ts';

const LAST = query({
  name: 'journal.last_moment',
  row: { recordedAt: moment },
  sql: 'SELECT recorded_at AS recordedAt FROM entry ORDER BY entry_id DESC LIMIT 1',
});

const HEAD = query({
  name: 'journal.head',
  row: { entryId: int, hash: blob },
  sql: 'SELECT entry_id AS entryId, hash FROM entry ORDER BY entry_id DESC LIMIT 1',
});

/** The last entry and its hash, which stands for all that was ever written. */
export interface JournalHead {
  readonly entryId: number;
  /** In hexadecimal. */
  readonly hash: string;
}

/** Where the journal has come to; entry 0 before the first. */
export function readJournalHead(reader: Reader): JournalHead {
  const head = reader.one(HEAD);
  if (head === null) return { entryId: 0, hash: '' };
  return { entryId: head.entryId, hash: Buffer.from(head.hash).toString('hex') };
}

/** The moment of the last entry; null before the first. */
export function readLastEntry(reader: Reader): Instant | null {
  return reader.one(LAST)?.recordedAt ?? null;
}
