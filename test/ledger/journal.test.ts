/** The journal's chain, and commands that come twice. */
import { describe, expect, test } from 'vitest';
import {
  answerOf,
  appendEntry,
  recordAnswer,
  verifyJournal,
} from '../../src/main/ledger/journal.ts';
import type { Connection } from '../../src/main/ledger/sqlite.ts';
import { openScratch } from '../../src/main/ledger/sqlite.ts';
import { testLedger } from '../support/ledger.ts';

const COMMAND = '7d1d05b2-0000-4000-8000-000000000001';

async function journalOf(count: number) {
  const to = testLedger();
  await to.ledger.write((writer) => {
    for (let index = 0; index < count; index += 1) {
      appendEntry(writer, {
        kind: 'note_recorded',
        customerId: index,
        commandId: null,
        payload: { text: `note ${index}` },
      });
    }
  });
  return to;
}

test('entries are numbered from 1 without a gap and the chain holds', async () => {
  const { ledger } = await journalOf(5);
  expect(ledger.version().entryId).toBe(5);
  expect(ledger.read(({ connection }) => verifyJournal(connection))).toEqual({
    isIntact: true,
    entryCount: 5,
    firstBrokenEntryId: null,
  });
});

test('an empty journal holds', () => {
  const { ledger } = testLedger();
  expect(ledger.read(({ connection }) => verifyJournal(connection)).isIntact).toBe(true);
});

describe('a changed entry breaks the chain at its place', () => {
  // what is changed, the first entry that no longer holds
  const TAMPERINGS: readonly (readonly [string, string, number])[] = [
    ['the payload', "UPDATE entry_payload SET payload = '{}' WHERE entry_id = 3", 3],
    ['the kind', "UPDATE entry SET kind = 'call_recorded' WHERE entry_id = 2", 2],
    ['the day', "UPDATE entry SET day = '2026-01-01' WHERE entry_id = 4", 4],
    [
      'the moment',
      "UPDATE entry SET recorded_at = '2026-01-01T00:00:00.000Z' WHERE entry_id = 1",
      1,
    ],
    ['the author', "UPDATE entry SET actor = 'nobody' WHERE entry_id = 5", 5],
    ['the customer', 'UPDATE entry SET customer_id = 99 WHERE entry_id = 2', 2],
    ['the hash itself', "UPDATE entry SET hash = x'00' WHERE entry_id = 3", 3],
    ['the link', "UPDATE entry SET previous_hash = x'00' WHERE entry_id = 3", 3],
    [
      'an entry taken away',
      'DELETE FROM entry_payload WHERE entry_id = 3; DELETE FROM entry WHERE entry_id = 3',
      4,
    ],
  ];

  test.each(TAMPERINGS)('%s', async (_what, sql, firstBrokenEntryId) => {
    const { ledger } = await journalOf(5);
    ledger.close();
    const connection: Connection = openScratch(ledger.file);
    connection.exec(sql);
    const check = verifyJournal(connection);
    connection.close();
    expect(check).toMatchObject({ isIntact: false, firstBrokenEntryId });
  });
});

test('a payload that was purged leaves a chain that holds', async () => {
  const { ledger } = await journalOf(5);
  const check = await ledger.write(({ connection }) => {
    connection.exec('DELETE FROM entry_payload WHERE entry_id = 3');
    return verifyJournal(connection);
  });
  expect(check.isIntact).toBe(true);
});

describe('a command that comes twice', () => {
  test('gets the answer of the first time', async () => {
    const { ledger } = testLedger();
    const entry = { kind: 'note_recorded', customerId: 1, commandId: COMMAND, payload: null };
    await ledger.write((writer) =>
      recordAnswer(writer, appendEntry(writer, entry), { noteId: 12 }),
    );
    expect(ledger.read((reader) => answerOf(reader, COMMAND))).toEqual({
      entryId: 1,
      answer: { noteId: 12 },
    });
  });

  test('is unknown before the first time', () => {
    const { ledger } = testLedger();
    expect(ledger.read((reader) => answerOf(reader, COMMAND))).toBeNull();
  });

  test('can’t be recorded a second time', async () => {
    const { ledger } = testLedger();
    const entry = { kind: 'note_recorded', customerId: 1, commandId: COMMAND, payload: null };
    await ledger.write((writer) => appendEntry(writer, entry));
    const again = ledger.write((writer) => appendEntry(writer, entry));
    await expect(again).rejects.toThrow(
      expect.objectContaining({ code: 'SQLITE_CONSTRAINT_UNIQUE' }),
    );
    expect(ledger.version().entryId).toBe(1);
  });
});
