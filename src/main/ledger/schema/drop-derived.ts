/** Drops every derived table, whatever build made it: their names begin alike. */
import type { Connection } from '../sqlite.ts';

/** Leaves a ledger with its facts only; the derived tables can be made anew from them. */
export function dropDerived(connection: Connection): void {
  const tables = connection
    .prepare<[], { name: string }>(
      "SELECT name FROM sqlite_schema WHERE type = 'table' AND name GLOB 'derived_*'",
    )
    .all();
  for (const { name } of tables) {
    const quoted = name.replaceAll('"', '""');
    const drop = `DROP TABLE "${quoted}"`;
    connection.exec(drop);
  }
}
