/** Writes a statement of account as a PDF or a workbook. */
import { done } from '../../shared/kernel/result.ts';
import type { JobRun } from '../ports/jobs.ts';
import { writeStatementPdf } from '../reports/statement/statement-pdf.ts';
import { writeStatementWorkbook } from '../reports/statement/statement-workbook.ts';
import type { FileOrder, MadeFile, StatementOrder } from '../use-cases/reports/report-jobs.ts';

export const run: JobRun<StatementOrder & FileOrder, MadeFile> = async (order) => {
  const { path, format, statement, file } = order;
  if (format === 'pdf') await writeStatementPdf(path, statement);
  else await writeStatementWorkbook(path, statement);
  return done(file);
};
