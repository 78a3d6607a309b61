/**
 * A ledger file (FEC, Isacompta, EBP) goes through its reader into a staging.
 *
 * It restates the period from its first day to its closing, so that what an earlier export of the
 * same year said, lines dated ahead included, gives way to it.
 */

import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import { addDays, addMonths } from '../../../shared/kernel/calendar-date.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { done, refused } from '../../../shared/kernel/result.ts';
import { readFec } from '../../intake/fec/read-fec.ts';
import type { LedgerFileSummary } from '../../intake/ledger-summary.ts';
import { readEdi } from '../../intake/package-file/read-edi.ts';
import { readIsa } from '../../intake/package-file/read-isa.ts';
import type { FileRefused } from '../../intake/statement-sink.ts';
import { fileSource } from '../../intake/text-source.ts';
import type { StagedAccount, StagedHeader, StagingWriter } from '../../ledger/staging/staging.ts';
import type { JobTools } from '../../ports/jobs.ts';
import type { ImportPreviewInput } from '../../use-cases/imports/import-jobs.ts';

const READERS = { fec: readFec, isa: readIsa, edi: readEdi } as const;
/**
 * The longest fiscal year (C. com. L123-12 says twelve months; a first one may reach two years).
 */
const PERIOD_MONTHS_MAX = 24;

/**
 * Reads the file into the staging and finishes it; the refusal names what is wrong with the file.
 */
export async function stageLedgerFile(
  staging: StagingWriter,
  input: ImportPreviewInput & { readonly format: keyof typeof READERS },
  tools: JobTools,
): Promise<Result<null, FileRefused>> {
  const source = await fileSource(input.upload.path, input.upload.fileName);
  const options = {
    customerAccountPrefixes: input.customerAccountPrefixes,
    onProgress: (done_: number, total: number) => tools.progress(done_, total, 'reading'),
    isCancelled: () => tools.isCancelled(),
  };
  const summary = await READERS[input.format](source, options, staging);
  tools.stopIfCancelled();
  if (!summary.isDone) return summary;
  if (summary.value.totals.linesKept === 0) {
    return refused({ code: 'no_customer_lines', value: input.upload.fileName });
  }
  staging.finish(
    headerOf(input, summary.value, tools.today),
    summary.value.accounts.map(stagedAccountOf),
  );
  return done(null);
}

function headerOf(
  input: ImportPreviewInput,
  summary: LedgerFileSummary,
  today: CalendarDate,
): StagedHeader {
  const { totals, firstDate, lastDate } = summary;
  return {
    reader: summary.format,
    meaning: 'period',
    scope: 'all',
    fileName: input.upload.fileName,
    fileSha256: input.upload.sha256,
    statedOnDate: input.statedOnDate ?? lastDate ?? today,
    coversFromDate: firstDate,
    coversToDate: lastDayCovered(summary),
    bankDate: summary.lastBankDate,
    ...totals,
    encoding: summary.encoding,
    separator: summary.separator,
  };
}

/** The closing its name gives, when the lines do not contradict it; else the last line's day. */
export function lastDayCovered({ firstDate, lastDate, closingDate }: LedgerFileSummary) {
  if (firstDate === null || lastDate === null || closingDate === null) return lastDate;
  const latest = addDays(addMonths(firstDate, PERIOD_MONTHS_MAX), -1);
  return closingDate >= lastDate && closingDate <= latest ? closingDate : lastDate;
}

/** A 41x account as the staging keeps it; sundry customers have no other role. */
export function stagedAccountOf(account: LedgerFileSummary['accounts'][number]): StagedAccount {
  return {
    ...account,
    nameCount: account.distinctNames,
    isShared: account.isSharedAccount,
    proposedRole: account.isSundry ? 'sundry' : account.proposedRole,
  };
}
