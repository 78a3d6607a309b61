/** Settings of the company, by section: the latest row of a name is in force. */
import { desc, eq } from 'drizzle-orm';
import { setting } from '../schema/people.ts';
import type { Reader, Writer } from '../session.ts';

/** The value of a section as it stands, or null where it was never set. */
export function loadSetting(reader: Reader, name: string): unknown {
  const [row] = reader.orm
    .select({ value: setting.value })
    .from(setting)
    .where(eq(setting.name, name))
    .orderBy(desc(setting.entryId))
    .limit(1)
    .all();
  return row === undefined ? null : (JSON.parse(row.value) as unknown);
}

/** Every section as it stands. */
export function loadSettings(reader: Reader): ReadonlyMap<string, unknown> {
  const rows = reader.orm.select().from(setting).orderBy(setting.entryId).all();
  return new Map(rows.map((row) => [row.name, JSON.parse(row.value) as unknown]));
}

/** Sets a section; what it was stays in the ledger. */
export function recordSetting(
  writer: Writer,
  entryId: number,
  change: { readonly name: string; readonly value: unknown },
): void {
  writer.orm
    .insert(setting)
    .values({ name: change.name, entryId, value: JSON.stringify(change.value) })
    .run();
  writer.touch(['settings']);
}
