/**
 * What the same work costs at the least, on the same machine and in the same run: a file split by
 * hand, and the rows that the import made inserted bare into the same tables with the same indexes.
 */
import { closeSync, openSync, readSync, rmSync } from 'node:fs';
import path from 'node:path';
import { type Connection, openReader, openWriter } from '../../src/main/ledger/sqlite.ts';

const CHUNK_BYTES = 1 << 20;
const COLUMN_OF_ACCOUNT = 4;

/** Reads a FEC, splits it in lines and cells, and counts those of customer accounts. */
export function splitByHand(file: string): { readonly lines: number; readonly customers: number } {
  const handle = openSync(file, 'r');
  const chunk = Buffer.allocUnsafe(CHUNK_BYTES);
  let rest = '';
  let lines = 0;
  let customers = 0;
  for (let read = 1; read > 0; ) {
    read = readSync(handle, chunk, 0, CHUNK_BYTES, null);
    const parts = (rest + chunk.toString('latin1', 0, read)).split('\r\n');
    rest = parts.pop() ?? '';
    for (const line of parts) {
      lines += 1;
      if (line.split('\t')[COLUMN_OF_ACCOUNT]?.startsWith('41')) customers += 1;
    }
  }
  closeSync(handle);
  return { lines, customers };
}

/** Rows of each table of a ledger put into an empty one of the same form; milliseconds. */
export function insertBare(ledgerFile: string, folder: string): { ms: number; rows: number } {
  const copy = path.join(folder, 'floor.db');
  const from = openReader(ledgerFile);
  const to = openWriter(copy);
  try {
    const tables = copyForm(from, to);
    let ms = 0;
    let rows = 0;
    to.exec('BEGIN');
    for (const table of tables) {
      const found = from.prepare(`SELECT * FROM ${table}`).raw().all() as unknown[][];
      rows += found.length;
      const startedAt = performance.now();
      insertAll(to, table, found);
      ms += performance.now() - startedAt;
    }
    const startedAt = performance.now();
    to.exec('COMMIT');
    return { ms: ms + performance.now() - startedAt, rows };
  } finally {
    from.close();
    to.close();
    for (const end of ['', '-wal', '-shm']) rmSync(copy + end, { force: true });
  }
}

/** Tables and indexes as they are; gives the names of the tables. */
function copyForm(from: Connection, to: Connection): string[] {
  const made = from
    .prepare<[], { type: string; name: string; sql: string }>(
      `SELECT type, name, sql FROM sqlite_master
       WHERE sql IS NOT NULL AND name NOT LIKE 'sqlite_%' AND type IN ('table', 'index')
       ORDER BY type DESC`,
    )
    .all();
  for (const { sql } of made) to.exec(sql);
  to.exec('PRAGMA foreign_keys = OFF');
  return made.filter(({ type }) => type === 'table').map(({ name }) => name);
}

function insertAll(to: Connection, table: string, rows: readonly unknown[][]): void {
  const [first] = rows;
  if (first === undefined) return;
  const statement = to.prepare(`INSERT INTO ${table} VALUES (${first.map(() => '?').join(', ')})`);
  for (const row of rows) statement.run(...row);
}
