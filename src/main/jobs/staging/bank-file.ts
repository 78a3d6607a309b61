/** A statement of a bank goes through its reader into a staging. */
import { readFile } from 'node:fs/promises';
import type { BankReading } from '../../../shared/domain/statement/bank-statement.ts';
import type { CalendarDate } from '../../../shared/kernel/calendar-date.ts';
import type { Result } from '../../../shared/kernel/result.ts';
import { done, refused } from '../../../shared/kernel/result.ts';
import { readBank } from '../../intake/bank/read-bank.ts';
import type { FileRefused } from '../../intake/statement-sink.ts';
import { sidesOf } from '../../ledger/imports/commit-bank.ts';
import type { StagedHeader, StagingWriter } from '../../ledger/staging/staging.ts';
import type { JobTools } from '../../ports/jobs.ts';
import type { ImportPreviewInput } from '../../use-cases/imports/import-jobs.ts';

/** Reads the file into the staging; the refusal names what is wrong with the file. */
export async function stageBankFile(
  staging: StagingWriter,
  input: ImportPreviewInput,
  tools: JobTools,
): Promise<Result<null, FileRefused>> {
  tools.progress(0, null, 'reading');
  const read = readBank(await readFile(input.upload.path));
  tools.stopIfCancelled();
  if (!read.isDone) return read;
  const count = read.value.accounts.flatMap(({ statements }) => statements).length;
  if (count === 0) return refused({ code: 'bank_without_statement', value: '' });
  for (const problem of read.value.problems) staging.problem(problem);
  staging.bank(read.value);
  staging.finish(headerOf(input, read.value, tools.today), []);
  return done(null);
}

function headerOf(
  { upload }: ImportPreviewInput,
  { accounts, format, problems }: BankReading,
  today: CalendarDate,
): StagedHeader {
  const statements = accounts.flatMap((account) => account.statements);
  const movements = statements.flatMap((statement) => statement.movements);
  const { creditCents, debitCents } = sidesOf({ movements });
  const days = [
    ...statements.flatMap(({ from, to }) => [from, to].filter((day) => day !== null)),
    ...movements.map(({ bookedOn }) => bookedOn),
  ].sort();
  const rejected = problems.filter(({ severity }) => severity === 'error').length;
  const last = days.at(-1) ?? today;
  return {
    reader: format,
    meaning: 'bank',
    scope: 'all',
    fileName: upload.fileName,
    fileSha256: upload.sha256,
    statedOnDate: last,
    coversFromDate: days[0] ?? null,
    coversToDate: days.at(-1) ?? null,
    // A value dated ahead says nothing of what the bank knows today.
    bankDate: last <= today ? last : today,
    linesRead: movements.length + rejected,
    linesKept: movements.length,
    linesRejected: rejected,
    linesOutOfScope: 0,
    debitCents,
    creditCents,
    encoding: 'bank',
    separator: null,
  };
}
