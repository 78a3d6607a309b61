/**
 * A table (CSV, XLSX) goes through its profile into a staging.
 *
 * A list of what is open says that what was paid up to its day is known: its day is a bank date
 * too. Receipts are known up to the last of them.
 */
import type { TableProfile } from '../../../shared/domain/statement/table-mapping.ts';
import { scopeKeyOf } from '../../../shared/domain/statement/table-mapping.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { done, refused } from '../../../shared/kernel/result.ts';
import type { FileRefused } from '../../intake/statement-sink.ts';
import { parseProfile } from '../../intake/table/profile-schema.ts';
import { readTable } from '../../intake/table/read-table.ts';
import type { TableReading } from '../../intake/table/table-reading.ts';
import type { StagedHeader, StagingWriter } from '../../ledger/staging/staging.ts';
import type { JobTools } from '../../ports/jobs.ts';
import type { ImportPreviewInput } from '../../use-cases/imports/import-jobs.ts';
import { lastDayCovered, stagedAccountOf } from './ledger-file.ts';

/**
 * Reads the file into the staging and finishes it; the refusal names what is wrong with the file.
 */
export async function stageTable(
  staging: StagingWriter,
  input: ImportPreviewInput,
  tools: JobTools,
): Promise<Result<null, FileRefused>> {
  const profile = parseProfile(input.profile);
  if (profile === null) return refused({ code: 'profile_invalid', value: '' });
  const reading = await readTable(input.upload.path, profile, staging, {
    customerAccountPrefixes: input.customerAccountPrefixes,
    onProgress: (bytes, total) => tools.progress(bytes, total, 'reading'),
    isCancelled: () => tools.isCancelled(),
  });
  tools.stopIfCancelled();
  if (!reading.isDone) return reading;
  const header = headerOf(input, reading.value, tools.today);
  staging.finish(header, (reading.value.ledger?.accounts ?? []).map(stagedAccountOf));
  return done(null);
}

function headerOf(
  input: ImportPreviewInput,
  reading: TableReading,
  today: CalendarDate,
): StagedHeader {
  const { profile, ledger, totals } = reading;
  const { layout } = profile;
  const statedOnDate = input.statedOnDate ?? statedOn(reading, today);
  return {
    reader: `table_${profile.kind}`,
    meaning: profile.meaning,
    scope: profile.meaning === 'open_items' ? (input.scope ?? scopeKeyOf(profile.scope)) : 'all',
    fileName: input.upload.fileName,
    fileSha256: input.upload.sha256,
    statedOnDate,
    coversFromDate: ledger?.firstDate ?? null,
    coversToDate: ledger === null ? null : lastDayCovered(ledger),
    bankDate: bankDateOf(reading, statedOnDate),
    ...totals,
    encoding: layout.format === 'csv' ? layout.encoding : 'xlsx',
    separator: layout.format === 'csv' ? layout.separator : null,
  };
}

/** A list speaks of the day its title tells, else of today; rows of the last of them. */
function statedOn(reading: TableReading, today: CalendarDate): CalendarDate {
  const { profile, lastDate, statedOnDate } = reading;
  if (profile.meaning !== 'open_items') return lastDate ?? today;
  return statedOnDate !== null && statedOnDate <= today ? statedOnDate : today;
}

function bankDateOf(reading: TableReading, statedOnDate: CalendarDate): CalendarDate | null {
  const kind: TableProfile['kind'] = reading.profile.kind;
  if (kind === 'open_items') return statedOnDate;
  if (kind === 'receipts') return reading.lastDate;
  return reading.ledger?.lastBankDate ?? null;
}
