/**
 * Reads a table under its profile, as a stream, into what it states.
 *
 * The file is read twice: once to learn what only the whole of it tells (see `table-survey.ts`),
 * once to give its records. Nothing goes to the sink before the first reading is over, so a file
 * whose days belie the chosen order leaves nothing behind. Nothing is thrown for what stands in
 * the file.
 */
import {
  missingFields,
  type TableProfile,
} from '../../../shared/domain/statement/table-mapping.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import type { FileRefused } from '../statement-sink.ts';
import { ColumnReaders } from './column-readers.ts';
import { openFile, sourceOf } from './open-table.ts';
import { RowStream } from './row-stream.ts';
import { TableReader } from './table-reader.ts';
import type { TableOptions, TableReading } from './table-reading.ts';
import type { TableSink } from './table-sink.ts';
import { TableRefused } from './table-source.ts';

/** Reads the file to its end; the sink gets customers, records and problems. */
export async function readTable(
  filePath: string,
  profile: TableProfile,
  sink: TableSink,
  options: TableOptions = {},
): Promise<Result<TableReading, FileRefused>> {
  const missing = missingFields(profile.kind, profile.columns);
  if (missing.length > 0) return refused({ code: 'mapping_incomplete', value: missing.join(', ') });
  try {
    const opened = await openFile(filePath);
    try {
      const source = sourceOf(opened, profile.layout);
      const readers = new ColumnReaders(profile, source.is1904);
      const stream = new RowStream(source, profile, options);
      const reader = new TableReader({ profile, readers, stream, source, sink, options });
      return done(await reader.read());
    } finally {
      await opened.file.close();
    }
  } catch (error) {
    if (error instanceof TableRefused) return refused(error.refusal);
    throw error;
  }
}
