/**
 * A table that a person exported goes through its mapping into a staging.
 *
 * What it means follows from the mapping: a journal restates a period as a ledger file does, a list
 * of open items speaks of one day within its declared scope, other tables add rows.
 */
import { scopeKeyOf } from '../../../shared/domain/statement/table-mapping.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { done, type Result, refused } from '../../../shared/kernel/result.ts';
import type { FileRefused } from '../../intake/statement-sink.ts';
import { parseProfile } from '../../intake/table/profile-schema.ts';
import { readTable } from '../../intake/table/read-table.ts';
import type { TableReading } from '../../intake/table/table-reading.ts';
import type { TableSink } from '../../intake/table/table-sink.ts';
import type { StagedHeader, StagingWriter } from '../../ledger/staging/staging.ts';
import type { JobTools } from '../../ports/jobs.ts';
import type { ImportPreviewInput } from '../../use-cases/imports/import-jobs.ts';
import { stagedAccountOf } from './ledger-file.ts';

/** Reads the table into the staging and finishes it; the refusal names what is wrong with it. */
export async function stageTable(
  staging: StagingWriter,
  input: ImportPreviewInput,
  tools: JobTools,
): Promise<Result<null, FileRefused>> {
  const profile = parseProfile(input.profile);
  if (profile === null) return refused({ code: 'profile_invalid', value: '' });
  const read = await readTable(input.upload.path, profile, sinkOf(staging), {
    customerAccountPrefixes: input.customerAccountPrefixes,
    onProgress: (bytes, total) => tools.progress(bytes, total, 'reading'),
    isCancelled: () => tools.isCancelled(),
  });
  tools.stopIfCancelled();
  if (!read.isDone) return read;
  const accounts = read.value.ledger?.accounts.map(stagedAccountOf) ?? [];
  staging.finish(headerOf(input, read.value, tools.today), accounts);
  return done(null);
}

function sinkOf(staging: StagingWriter): TableSink {
  return {
    customer: (customer) => staging.customer(customer),
    lines: (batch) => staging.lines(batch),
    amend: (lineNumber, counterpart) => staging.amend(lineNumber, counterpart),
    problem: (problem) => staging.problem(problem),
    contact: (contact) => staging.contact(contact),
    items: (batch) => {
      for (const item of batch) staging.item(item);
    },
    rows: (batch) => {
      for (const row of batch) staging.row(row);
    },
  };
}

function headerOf(
  input: ImportPreviewInput,
  reading: TableReading,
  today: CalendarDate,
): StagedHeader {
  const { profile, totals, ledger } = reading;
  const { layout, meaning } = profile;
  const isPeriod = meaning === 'period';
  const isText = layout.format === 'csv';
  return {
    reader: `table_${profile.kind}`,
    meaning,
    scope: meaning === 'open_items' ? (input.scope ?? scopeKeyOf(profile.scope)) : 'all',
    fileName: input.upload.fileName,
    fileSha256: input.upload.sha256,
    // A list speaks of the day it was made; without one it was made today.
    statedOnDate: input.statedOnDate ?? (isPeriod ? (reading.lastDate ?? today) : today),
    coversFromDate: isPeriod ? reading.firstDate : null,
    coversToDate: isPeriod ? reading.lastDate : null,
    bankDate: ledger?.lastBankDate ?? (meaning === 'open_items' ? input.statedOnDate : null),
    ...totals,
    encoding: isText ? layout.encoding : 'xlsx',
    separator: isText ? layout.separator : null,
  };
}
