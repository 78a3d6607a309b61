/**
 * The journal: who did what, when, on which customer, in an order that can be proven.
 *
 * Every entry carries the SHA-256 of its payload and of the entry before it, so that a change of
 * any of them breaks all that follow. The payload lies beside: a legal purge removes it and leaves
 * a chain that still verifies.
 *
 *     hash = SHA-256(previous hash ‖ [id, moment, day, who, kind, customer, command, payload's
 * hash])
 *
 * A command brings its own id. Recorded twice, it is recognised and gets its first answer.
 */
import { createHash } from 'node:crypto';
import type { CalendarDate } from '../../shared/kernel/calendar-date.ts';
import type { Instant } from '../../shared/kernel/instant.ts';
import type { Reader, Writer } from './session.ts';
import type { Connection } from './sqlite.ts';
import { blob, command, day, int, moment, nullable, query, text } from './statement.ts';

export interface NewEntry {
  /** What happened, `snake_case`: `call_recorded`, `import_committed`. */
  readonly kind: string;
  readonly customerId: number | null;
  readonly commandId: string | null;
  /** What the entry says, as JSON. */
  readonly payload: unknown;
}

export interface JournalCheck {
  readonly isIntact: boolean;
  readonly entryCount: number;
  /** The first entry whose hash is not what its content and the one before it give. */
  readonly firstBrokenEntryId: number | null;
}

const HASH_BYTES = 32;
const NO_HASH = new Uint8Array(HASH_BYTES);

const LAST_ENTRY = query({
  name: 'journal.last',
  row: { entryId: int, hash: blob },
  sql: 'SELECT entry_id AS entryId, hash FROM entry ORDER BY entry_id DESC LIMIT 1',
});

const APPEND_ENTRY = command({
  name: 'journal.append',
  params: {
    entryId: int,
    recordedAt: moment,
    day,
    actor: text,
    kind: text,
    customerId: nullable(int),
    commandId: nullable(text),
    payloadSha256: blob,
    previousHash: blob,
    hash: blob,
  },
  sql: `
INSERT INTO entry (entry_id, recorded_at, day, actor, kind, customer_id, command_id,
  payload_sha256, previous_hash, hash)
VALUES (@entryId, @recordedAt, @day, @actor, @kind, @customerId, @commandId,
  @payloadSha256, @previousHash, @hash)`,
});

const APPEND_PAYLOAD = command({
  name: 'journal.append_payload',
  params: { entryId: int, payload: text },
  sql: 'INSERT INTO entry_payload (entry_id, payload, answer) VALUES (@entryId, @payload, NULL)',
});

const RECORD_ANSWER = command({
  name: 'journal.record_answer',
  params: { entryId: int, answer: text },
  sql: 'UPDATE entry_payload SET answer = @answer WHERE entry_id = @entryId',
});

const ANSWER_OF = query({
  name: 'journal.answer_of',
  params: { commandId: text },
  row: { entryId: int, answer: nullable(text) },
  sql: `
SELECT entry.entry_id AS entryId, entry_payload.answer AS answer
FROM entry LEFT JOIN entry_payload USING (entry_id) WHERE entry.command_id = @commandId`,
});

/** The id that the next entry of this write gets. */
export function nextEntryId(writer: Writer): number {
  return (writer.one(LAST_ENTRY)?.entryId ?? 0) + 1;
}

/**
 * Appends an entry and gives its id. A command id that is already recorded is a broken invariant
 * here: ask `answerOf` first.
 */
export function appendEntry(writer: Writer, entry: NewEntry): number {
  const last = writer.one(LAST_ENTRY);
  const payload = JSON.stringify(entry.payload ?? null);
  const content: EntryContent = {
    entryId: (last?.entryId ?? 0) + 1,
    recordedAt: writer.clock.now(),
    day: writer.clock.today(),
    actor: writer.actor,
    kind: entry.kind,
    customerId: entry.customerId,
    commandId: entry.commandId,
    payloadSha256: sha256(payload),
    previousHash: last?.hash ?? NO_HASH,
  };
  writer.run(APPEND_ENTRY, { ...content, hash: hashOf(content) });
  writer.run(APPEND_PAYLOAD, { entryId: content.entryId, payload });
  return content.entryId;
}

/** Keeps what a command was answered, for the day it is sent again. */
export function recordAnswer(writer: Writer, entryId: number, answer: unknown): void {
  writer.run(RECORD_ANSWER, { entryId, answer: JSON.stringify(answer ?? null) });
}

/** The entry of a command that was already recorded, with its answer; null for a new one. */
export function answerOf(
  reader: Reader,
  commandId: string,
): { readonly entryId: number; readonly answer: unknown } | null {
  const known = reader.one(ANSWER_OF, { commandId });
  if (known === null) return null;
  const answer: unknown = known.answer === null ? null : JSON.parse(known.answer);
  return { entryId: known.entryId, answer };
}

interface EntryContent {
  readonly entryId: number;
  readonly recordedAt: Instant;
  readonly day: CalendarDate;
  readonly actor: string;
  readonly kind: string;
  readonly customerId: number | null;
  readonly commandId: string | null;
  readonly payloadSha256: Uint8Array;
  readonly previousHash: Uint8Array;
}

const CHAIN = `
SELECT entry.entry_id AS entryId, recorded_at AS recordedAt, day, actor, kind,
  customer_id AS customerId, command_id AS commandId, payload_sha256 AS payloadSha256,
  previous_hash AS previousHash, hash, payload
FROM entry LEFT JOIN entry_payload USING (entry_id) ORDER BY entry_id`;

/**
 * Recomputes the whole chain. An entry whose payload was purged is checked by the hash it carries;
 * a payload that is there must be the one that was hashed.
 */
export function verifyJournal(connection: Connection): JournalCheck {
  type Row = EntryContent & { readonly hash: Uint8Array; readonly payload: string | null };
  let previousHash: Uint8Array = NO_HASH;
  let entryCount = 0;
  for (const row of connection.prepare<[], Row>(CHAIN).iterate()) {
    entryCount += 1;
    const isWhole =
      row.entryId === entryCount &&
      areEqual(row.previousHash, previousHash) &&
      areEqual(row.hash, hashOf(row)) &&
      (row.payload === null || areEqual(row.payloadSha256, sha256(row.payload)));
    if (!isWhole) return { isIntact: false, entryCount, firstBrokenEntryId: row.entryId };
    previousHash = row.hash;
  }
  return { isIntact: true, entryCount, firstBrokenEntryId: null };
}

function hashOf(content: EntryContent): Uint8Array {
  const fields = [
    content.entryId,
    content.recordedAt,
    content.day,
    content.actor,
    content.kind,
    content.customerId,
    content.commandId,
    Buffer.from(content.payloadSha256).toString('hex'),
  ];
  return createHash('sha256').update(content.previousHash).update(JSON.stringify(fields)).digest();
}

function sha256(content: string): Uint8Array {
  return createHash('sha256').update(content).digest();
}

function areEqual(one: Uint8Array, other: Uint8Array): boolean {
  return Buffer.compare(one, other) === 0;
}
