/** Who made entries of the journal. */
import type { Reader } from '../session.ts';
import { int, query, text } from '../statement.ts';

const ACTORS = query({
  name: 'entry_actors',
  params: { entryIds: text },
  row: { entryId: int, actor: text },
  sql: `
SELECT e.entry_id AS entryId, e.actor
FROM json_each(@entryIds) AS wanted CROSS JOIN entry AS e ON e.entry_id = wanted.value`,
});

/** By entry. */
export function readEntryActors(
  reader: Reader,
  entryIds: readonly number[],
): ReadonlyMap<number, string> {
  const rows = reader.all(ACTORS, { entryIds: JSON.stringify(entryIds) });
  return new Map(rows.map(({ entryId, actor }) => [entryId, actor]));
}
