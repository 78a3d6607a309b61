/** The row of an import, whatever its file means. */
import type { Writer } from '../session.ts';
import type { StagingReader } from '../staging/staging-reader.ts';
import { command, day, flag, int, nullable, text } from '../statement.ts';

/** Appends it; its entry may come later in the same transaction. */
export const APPEND_IMPORT = command({
  name: 'imports.append',
  params: {
    importId: int,
    entryId: int,
    meaning: text,
    reader: text,
    scope: text,
    fileName: text,
    fileSha256: text,
    statedOnDate: day,
    coversFromDate: nullable(day),
    coversToDate: nullable(day),
    bankDate: nullable(day),
    lineCount: int,
    rejectedCount: int,
    debitCents: int,
    creditCents: int,
    hasOpenings: flag,
    summary: text,
  },
  sql: `
INSERT INTO import_batch (import_id, entry_id, meaning, reader, scope, file_name, file_sha256,
  stated_on_date, covers_from_date, covers_to_date, bank_date, line_count, rejected_count,
  debit_cents, credit_cents, has_openings, summary)
VALUES (@importId, @entryId, @meaning, @reader, @scope, @fileName, @fileSha256, @statedOnDate,
  @coversFromDate, @coversToDate, @bankDate, @lineCount, @rejectedCount, @debitCents, @creditCents,
  @hasOpenings, @summary)`,
});

/** Appends the row of an import: what its file is and what it covers. */
export function appendImport(
  writer: Writer,
  staging: StagingReader,
  { importId, entryId }: { readonly importId: number; readonly entryId: number },
): void {
  const { header } = staging;
  writer.run(APPEND_IMPORT, {
    importId,
    entryId,
    meaning: header.meaning,
    reader: header.reader,
    scope: header.scope,
    fileName: header.fileName,
    fileSha256: header.fileSha256,
    statedOnDate: header.statedOnDate,
    coversFromDate: header.coversFromDate,
    coversToDate: header.coversToDate,
    bankDate: header.bankDate,
    lineCount: header.linesKept,
    rejectedCount: header.linesRejected,
    debitCents: header.debitCents,
    creditCents: header.creditCents,
    hasOpenings: header.hasOpenings,
    summary: JSON.stringify(staging.preview()),
  });
}
