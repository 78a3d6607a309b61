/** Settings of the company, by section: the latest row of a name is in force. */
import { setting } from '../schema/people.ts';
import type { Reader, Writer } from '../session.ts';
import { query, text } from '../statement.ts';

// Asked for at every message that leaves.
const LAST = query({
  name: 'settings.last',
  params: { name: text },
  row: { value: text },
  sql: 'SELECT value FROM setting WHERE name = @name ORDER BY entry_id DESC LIMIT 1',
});

/** The value of a section as it stands, or null where it was never set. */
export function loadSetting(reader: Reader, name: string): unknown {
  const row = reader.one(LAST, { name });
  return row === null ? null : (JSON.parse(row.value) as unknown);
}

/** Every section as it stands. */
export function loadSettings(reader: Reader): ReadonlyMap<string, unknown> {
  const rows = reader.orm.select().from(setting).orderBy(setting.entryId).all();
  return new Map(rows.map((row) => [row.name, JSON.parse(row.value) as unknown]));
}

/**
 * Sets a section; what it was stays in the ledger. `topic` names what it moves: `settings` moves
 * every judgement.
 */
export function recordSetting(
  writer: Writer,
  entryId: number,
  change: { readonly name: string; readonly value: unknown; readonly topic?: string },
): void {
  writer.orm
    .insert(setting)
    .values({ name: change.name, entryId, value: JSON.stringify(change.value) })
    .run();
  writer.touch([change.topic ?? 'settings']);
}
